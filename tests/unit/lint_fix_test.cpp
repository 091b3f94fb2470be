// --fix: what is mended, byte for byte, and what is left alone.
#include <catch2/catch_test_macros.hpp>

#include "core/lint/fix.h"
#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// A file's text after --fix; fails the test if a second run changes it again.
std::string mended(const std::string &name, const std::string &text, const std::string &settings = "{}") {
  const TemporaryFolder folder;
  folder.write("codes.json", lint_codes);
  folder.write("en.json", lint_locale("en", "\"File\""));
  folder.write("check.json", settings);
  folder.write(name, text);
  CheckOptions options;
  options.folder = folder.path();
  CHECK(fix_catalog(options).problem.empty());
  const std::string result = read_bytes(folder.path(name));
  CHECK(fix_catalog(options).mended.empty());
  CHECK(read_bytes(folder.path(name)) == result);
  CHECK(folder.names().size() == (name == "en.json" ? 3 : 4));  // No temporary file is left.
  return result;
}

/// A message after --fix, as it is written in its file.
std::string mended_message(const std::string &tag, const std::string &json_message) {
  const std::string text = mended(tag + ".json", lint_locale(tag, json_message));
  const size_t from = text.find("\"a\": ") + 5;
  return text.substr(from, text.size() - 1 - from);
}

}  // namespace

TEST_CASE("Spaces at the ends of a text go") {
  CHECK(mended_message("de", R"("  Datei fehlt.\u00a0 ")") == R"("Datei fehlt.")");
  CHECK(mended_message("de", R"("{s, select, none{Datei fehlt. } other{ Datei {s}}}")") ==
        R"("{s, select, none{Datei fehlt.} other{Datei {s}}}")");
  CHECK(mended_message("de", R"("{s} ")") == R"("{s}")");
  // This space is between words in the other variant.
  CHECK(mended_message("de", R"("{s, select, none{} other{{s}}} fehlt.")") ==
        R"("{s, select, none{} other{{s}}} fehlt.")");
}

TEST_CASE("Letters and their marks become one, escapes too, and nothing else changes") {
  CHECK(mended_message("fr", "\"Cre\u0301e\\u0301 \\\"ici\\\" \\u2014 d’abord\"") ==
        "\"Créé \\\"ici\\\" \\u2014 d’abord\"");
}

TEST_CASE("An apostrophe that swallows a placeholder to the end is doubled") {
  CHECK(mended_message("fr", R"("Le fichier d'{s} manque.")") == R"("Le fichier d''{s} manque.")");
  CHECK(mended_message("fr", R"("{n, plural, one{L'# objet} many{# d''objets} other{# objets}}")") ==
        R"("{n, plural, one{L''# objet} many{# d''objets} other{# objets}}")");
  // Braces may be meant here, and no argument has this name.
  CHECK(mended_message("fr", R"("Le fichier '{s}' manque.")") == R"("Le fichier '{s}' manque.")");
  CHECK(mended_message("fr", R"("Le fichier d'{x} manque.")") == R"("Le fichier d'{x} manque.")");
}

TEST_CASE("Categories that a locale never uses go, wherever they stand") {
  CHECK(mended_message("ko", R"("{n, plural, one{#개} other{#개}}")") == R"("{n, plural, other{#개}}")");
  CHECK(mended_message("ko", R"("{n, plural, other{#개} one{#개}}")") == R"("{n, plural, other{#개}}")");
  CHECK(mended_message("ko", R"("{n, plural, one{'}' {s}} few{#개} other{#개} many{#} } 끝")") ==
        R"("{n, plural, other{#개}} 끝")");
}

TEST_CASE("A locale file gets the tag that it is named by, and loses its byte order mark") {
  const std::string rest = "\"$unknown-code\": \"Och {code}\", \"$unreadable-response\": \"Och\", \"a\": \"Datei\"}";
  CHECK(mended("de.json", "{" + rest) == "{\"$locale\": \"de\", " + rest);
  CHECK(mended("de.json", "{\n  " + rest) == "{\n  \"$locale\": \"de\",\n  " + rest);
  CHECK(mended("de.json", "{\t" + rest) == "{\t\"$locale\": \"de\",\t" + rest);
  CHECK(mended("de-AT.json", "{}") == "{\"$locale\": \"de-AT\"}");
  CHECK(mended("de-AT.json", "{\n}\n") == "{\n\"$locale\": \"de-AT\"\n}\n");
  CHECK(mended("de.json", "\xEF\xBB\xBF{\"$locale\": \"de\", " + rest) == "{\"$locale\": \"de\", " + rest);
}

TEST_CASE("Several edits of one message come one after the other") {
  CHECK(mended_message("ko", R"("{n, plural, one{ #개 } other{ #개}} ")") == R"("{n, plural, other{#개}}")");
}

TEST_CASE("What is off or excepted stays as it is") {
  const std::string text = lint_locale("de", "\"Datei fehlt. \"");
  CHECK(mended("de.json", text, R"({"rules": {"outer-space": "off"}})") == text);
  CHECK(mended("de.json", text, R"({"exceptions": [{"rule": "outer-space", "locale": "de", "reason": "x"}]})") == text);
  CHECK(mended("de.json", text) != text);
}

TEST_CASE("A folder that cannot be written is said so, and its files stay") {
  const TemporaryFolder folder;
  folder.write("codes.json", lint_codes);
  folder.write("en.json", lint_locale("en", "\"File \""));
  const CommandResult result = run_command({"check", folder.path(), "--fix"});
  CHECK(result.exit_status == 0);
  CHECK(result.output.find("en.json:2:11: mended: the text ends with a space") != std::string::npos);
  CHECK(result.output.find("1 finding mended\n1 locale in order\n") != std::string::npos);
  CHECK(with_edits("abcdef", {{0, 1, ""}, {2, 2, "X"}, {5, 6, "YZ"}}) == "bXcdeYZ");
}
