// Pseudo-locales: what changes in a message and what does not, and that nobody is given one who does not ask for it.
#include "core/compiler/pseudo_locale.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "core/compiler/argument_value.h"
#include "core/compiler/locale_table.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

std::string accented(const std::string &source, Format::Syntax syntax = Format::Syntax::mf1) {
  return pseudo_message(source, syntax, accented_locale);
}
std::string mirrored(const std::string &source, Format::Syntax syntax = Format::Syntax::mf1) {
  return pseudo_message(source, syntax, mirrored_locale);
}

/// Controls as letters that a reader of this file sees.
std::string shown(std::string text) {
  for (const auto &[control, letter] : {std::pair("\u202E", "<"), std::pair("\u202C", ">")}) {
    for (size_t at = text.find(control); at != std::string::npos; at = text.find(control)) {
      text.replace(at, 3, letter);
    }
  }
  return text;
}

size_t characters(const std::string &text) {
  size_t count = 0;
  for (const char byte : text) {
    count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  }
  return count;
}

Compiled compile_pseudo(const Files &files, const std::string &basis = "") {
  const TemporaryFolder folder;
  for (const auto &[name, text] : files) {
    folder.write("locales/" + name, text);
  }
  std::vector<std::string> words = {"compile", folder.path("locales"), "-o", folder.path("packs"), "--pseudo"};
  if (!basis.empty()) {
    words.insert(words.end(), {"--pseudo-from", basis});
  }
  const CommandResult result = run_command(words);
  Compiled compiled;
  compiled.findings = result.errors;
  compiled.error_count = static_cast<size_t>(result.exit_status);
  if (result.exit_status == 0) {
    for (const auto &entry : std::filesystem::directory_iterator(folder.path("packs"))) {
      compiled.packs[entry.path().stem().string()] = read_bytes(entry.path().string());
    }
  }
  return compiled;
}

}  // namespace

TEST_CASE("Accents go on letters of text, and a message is longer, in brackets") {
  CHECK(accented("Access denied.") == "[Åççéšš đéñîéđ. öñé]");
  CHECK(accented("") == "[]");
  CHECK(accented("1 %") == "[1 %]");
  const std::string sentence = "Your session has expired. Please sign in again.";
  const size_t length = characters(accented(sentence));
  CHECK(length * 100 >= characters(sentence) * 130);
  CHECK(length * 100 <= characters(sentence) * 140);
  CHECK(accented("用户帐号不存在") == "[用户帐号不存在 ö]");
}

TEST_CASE("Placeholders, keys, '#', quoting and formats stay byte for byte") {
  CHECK(accented("{name}") == "[{name}]");
  CHECK(accented("at {place} now") == "[åţ {place} ñöŵ ö]");
  CHECK(accented("{n, plural, offset:1 =0{none} one{# item} other{# items}}") ==
        "[{n, plural, offset:1 =0{ñöñé} one{# îţéɱ ö} other{# îţéɱš ö}}]");
  CHECK(accented("{n, number, ::currency/EUR compact-short} {d, date, ::yMMMd}") ==
        "[{n, number, ::currency/EUR compact-short} {d, date, ::yMMMd}]");
  CHECK(accented("{k, select, male{he} other{they}}") == "[{k, select, male{ĥé} other{ţĥéý}}]");
  CHECK(accented("it''s '{name}' l'a") == "[îţ''š '{ñåɱé}' ļ'å öñéö]");
  CHECK(accented("{n, choice, 0#none|1<many}") == "[{n, choice, 0#ñöñé|1<ɱåñý}]");
}

TEST_CASE("Every variant of MessageFormat 2 is a text of its own, and markup stays") {
  constexpr auto mf2 = Format::Syntax::mf2;
  CHECK(accented("Hi {$name :string}!", mf2) == "[Ĥî {$name :string}!]");
  CHECK(accented("a \\{b\\} {#bold}c{/bold} {|literal|}", mf2) == "[å \\{ƀ\\} {#bold}ç{/bold} {|literal|} öñ]");
  CHECK(accented(".input {$n :number} .match $n one {{one item}} * {{{$n} items}}", mf2) ==
        ".input {$n :number} .match $n one {{[öñé îţéɱ ö]}} * {{[{$n} îţéɱš ö]}}");
}

TEST_CASE("Each word of the mirrored locale stands between its controls, white space outside") {
  CHECK(shown(mirrored("Access denied.")) == "<Access> <denied.>");
  CHECK(shown(mirrored(" two  words\n")) == " <two>  <words>\n");
  CHECK(shown(mirrored("{n, plural, one{# item} other{all of # items}}")) ==
        "{n, plural, one{# <item>} other{<all> <of> # <items>}}");
  CHECK(shown(mirrored("x{$name :string}y \\{", Format::Syntax::mf2)) == "<x>{$name :string}<y> <\\{>");
  CHECK(shown(mirrored("it''s '{a b}' ''c'' d' {x}")) == "<it''s> <'{a> <b}'> <''c''> <d'> {x}");
  CHECK(mirrored("") == "");
  CHECK(shown(mirrored("😀 e\u0301")) == "<😀> <e\u0301>");
}

TEST_CASE("What is broken is left as it is") {
  CHECK(accented("{n, plural, one{a}") == "{n, plural, one{a}");
  CHECK(accented("\xFF") == "\xFF");
  CHECK(mirrored("{$n", Format::Syntax::mf2) == "{$n");
}

TEST_CASE("Packs of pseudo-locales run as any other, with the plurals of what they disguise") {
  const Compiled compiled = compile_pseudo(small_catalog());
  INFO(compiled.findings);
  REQUIRE(compiled.packs.count("en-XA") == 1);
  REQUIRE(compiled.packs.count("ar-XB") == 1);
  cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(catalog.resolve(-7, "en-XA").text.starts_with("[Þļåîñ — ţéẋţ 😀"));
  const cg::Resolution mirrored = catalog.resolve(-7, "ar-XB");
  CHECK(shown(mirrored.text) == "<Plain> <—> <text> <😀>");
  CHECK(mirrored.locale == "ar-XB");
  CHECK(mirrored.direction == CG_RIGHT_TO_LEFT);
}

TEST_CASE("English plurals stay English in the mirrored locale, and a basis can be another locale") {
  Files files = {{"codes.json", codes_json(R"({"code": 1, "name": "n", "args": {"n": {"type": "number"}}})")},
                 {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "!",
        "n": "{n, selectordinal, one{#st} two{#nd} few{#rd} other{#th}} {n, number, ::currency/EUR}"})"},
                 {"ru.json", R"({"$unknown-code": "?", "$unreadable-response": "!",
        "n": "{n, plural, one{# file} few{# files} many{# filez} other{# part}}"})"}};
  const Compiled english = compile_pseudo(files);
  INFO(english.findings);
  CHECK(english.findings.find("XB") == std::string::npos);
  cg::Catalog catalog = open_packs(english.packs);
  CHECK(shown(catalog.message(1, "ar-XB", {{"n", 3}})) == "3<rd> €3.00");
  CHECK(catalog.message(1, "en-XA", {{"n", 3}}) == "[3ŕđ €3.00]");
  const Compiled russian = compile_pseudo(files, "ru");
  cg::Catalog from_russian = open_packs(russian.packs);
  CHECK(from_russian.message(1, "en-XA", {{"n", 3}}) == "[3 ƒîļéš ö]");
  CHECK(from_russian.message(1, "en-XA", {{"n", 5}}) == "[5 ƒîļéž ö]");
}

TEST_CASE("A reader gets a pseudo-locale only by its own tag") {
  const std::vector<std::string> tags = {"ar", "ar-XB", "en", "en-XA"};
  for (const char *asked : {"en", "en-AU", "en-001", "en-XC", "ar", "ar-EG", "ar-Latn", "und", "he", "en-Latn", "zz"}) {
    const std::string chosen = reference_choice(asked, tags, "en");
    INFO(asked << " gets " << chosen);
    CHECK_FALSE(is_pseudo_locale(chosen));
  }
  CHECK(reference_choice("en-XA", tags, "en") == "en-XA");
  CHECK(reference_choice("ar-Arab-XB", tags, "en") == "ar-XB");
  // Loaded alone with another language, they are not the nearest of their language either.
  CHECK(reference_choice("en-GB", {"de", "en-XA"}, "de") == "de");

  cg::Catalog catalog = open_packs(compile_pseudo(small_catalog()).packs);
  for (const auto &[asked, served] :
       {std::pair("en_XA", "en-XA"), std::pair("AR-xb", "ar-XB"), std::pair("en-XA-u-nu-latn", "en-XA"),
        std::pair("en-Latn-XA", "en-XA"), std::pair("en-AU", "en"), std::pair("en", "en"), std::pair("ar-EG", "ar")}) {
    INFO(asked);
    CHECK(catalog.resolve(-7, asked).pack_locale == served);
  }
}

TEST_CASE("The tables of other locales are as without pseudo-locales") {
  const std::vector<std::string> ordinary = {"ar", "de", "en", "en-AU", "en-GB", "fr"};
  std::map<std::string, std::string> tables = locale_tables(
      {"ar", "ar-XB", "de", "en", "en-AU", "en-GB", "en-XA", "fr"});
  CHECK(tables.erase("en-XA") == 1);
  CHECK(tables.erase("ar-XB") == 1);
  CHECK(tables == locale_tables(ordinary));
}

TEST_CASE("A regional basis is disguised with what it inherits") {
  Files files = {{"codes.json", codes_json(R"({"code": 1, "name": "a", "args": {"n": {"type": "number"}}},
                                              {"code": 2, "name": "b"}, {"code": 3, "name": "c"})")},
                 {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "!", "a": "{n}", "b": "color",
                                 "c": "only here"})"},
                 {"pt-BR.json", R"({"$unknown-code": "?", "$unreadable-response": "!", "a": "{n}", "b": "cor"})"},
                 {"pt-PT.json", R"({"b": "matiz"})"}};
  const Compiled compiled = compile_pseudo(files, "pt-PT");
  INFO(compiled.findings);
  REQUIRE(compiled.packs.count("en-XA") == 1);
  cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(catalog.message(1, "en-XA", {{"n", 1234567}}) == "[" + catalog.message(1, "pt-PT", {{"n", 1234567}}) + "]");
  CHECK(catalog.message(1, "en-XA", {{"n", 1234567}}) != "[" + catalog.message(1, "pt-BR", {{"n", 1234567}}) + "]");
  CHECK(catalog.message(2, "en-XA") == "[ɱåţîž ö]");
  const cg::Resolution standing_in = catalog.resolve(3, "en-XA");  // The basis lacks it: so does its disguise.
  CHECK(standing_in.text == "only here");
  CHECK(standing_in.locale == "en");
}

TEST_CASE("What cannot be disguised is an error with its place and the remedy") {
  Files files = small_catalog();
  CHECK(compile_pseudo(files, "fr").findings.find("no pseudo-locale can be made of \"fr\"") != std::string::npos);
  files["en-XA.json"] = "{}";
  CHECK(compile_pseudo(files).findings.find("en-XA is made by the compiler: remove the file") != std::string::npos);
  const Files huge = {{"codes.json", codes_json(R"({"code": 1, "name": "long"})")},
                      {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "!", "long": ")" +
                                      repeat("abcdefghi ", 5000) + "\"}"}};
  const Compiled too_long = compile_pseudo(huge);
  CHECK(too_long.error_count == 1);
  CHECK(too_long.findings.find("en.json:1:") != std::string::npos);
  CHECK(too_long.findings.find(
            "\"long\" has no form in the pseudo-locale en-XA: the message has more than 65535 bytes") !=
        std::string::npos);
}
