// compile: the same packs from the same files, and the locale that answers for another.
#include "core/compiler/compile.h"

#include <catch2/catch_test_macros.hpp>

#include "core/compiler/catalog.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr const char *no_code_texts = R"("$unknown-code": "? {code}", "$unreadable-response": "?")";

std::string locale_file(const std::string &members) {
  return std::string("{") + no_code_texts + (members.empty() ? "" : ", " + members) + "}";
}

/// A catalog of the codes a (1, with a number n) and b (2), in these locale files; `locales` names source and default.
cg::Catalog catalog_of(const Files &locale_files,
                       const std::string &locales = R"("sourceLocale": "en", "defaultLocale": "en")") {
  Files files = locale_files;
  files["codes.json"] =
      "{\"namespace\": \"t\", " + locales +
      R"(, "codes": [{"code": 1, "name": "a", "args": {"n": {"type": "number", "default": 2}}}, {"code": 2, "name": "b"}]})";
  const Compiled compiled = compile_files(files);
  INFO(compiled.findings);
  REQUIRE_FALSE(compiled.packs.empty());
  return open_packs(compiled.packs);
}

/// "locale: text" of a code for a reader.
std::string answer(const cg::Catalog &catalog, int32_t code, const std::string &locale) {
  const cg::Resolution resolution = catalog.resolve(code, locale);
  CHECK(resolution.status == CG_OK);
  CHECK(resolution.pack_locale == locale);
  return resolution.locale + ": " + resolution.text;
}

}  // namespace

TEST_CASE("Compiling the same files twice gives the same bytes") {
  const Compiled first = compile_files(small_catalog());
  const Compiled second = compile_files(small_catalog());
  REQUIRE(first.packs.size() == 3);
  CHECK(first.packs == second.packs);
}

TEST_CASE("The project's own catalog compiles without a finding to the packs that the build made") {
  Diagnostics diagnostics;
  const std::optional<Catalog> catalog = read_catalog(CODEGLOT_LOCALES, diagnostics);
  REQUIRE(catalog.has_value());
  const std::map<std::string, std::string> packs = compile(*catalog, diagnostics);
  CHECK(diagnostics.text().empty());
  CHECK(packs.size() >= 12);
  CHECK(packs == built_packs());
}

TEST_CASE("The order of codes and members in the files does not change the packs' messages") {
  const std::string first = R"({"code": 1, "name": "a"}, {"code": -5, "name": "b"})";
  const std::string second = R"({"name": "b", "code": -5}, {"name": "a", "code": 1})";
  CHECK(compile_files({{"codes.json", codes_json(first)}, {"en.json", locale_file(R"("a": "A", "b": "B")")}}).packs ==
        compile_files({{"codes.json", codes_json(second)}, {"en.json", locale_file(R"("b": "B", "a": "A")")}}).packs);
}

TEST_CASE("A message that a locale lacks comes from its nearest parent in CLDR") {
  const cg::Catalog catalog = catalog_of({{"en.json", locale_file(R"("a": "en a", "b": "en b")")},
                                          {"en-001.json", locale_file(R"("b": "en-001 b")")},
                                          {"en-GB.json", locale_file("")},
                                          {"zh-Hant.json", locale_file(R"("a": "zh-Hant a")")},
                                          {"zh-Hant-HK.json", locale_file("")},
                                          {"zh-Hans.json", locale_file(R"("a": "zh-Hans a", "b": "zh-Hans b")")},
                                          {"es-419.json", locale_file(R"("a": "es-419 a")")},
                                          {"es-MX.json", locale_file("")},
                                          {"pt.json", locale_file(R"("a": "pt a", "b": "pt b")")},
                                          {"pt-PT.json", locale_file(R"("b": "pt-PT b")")},
                                          {"pt-AO.json", locale_file("")}});
  CHECK(answer(catalog, 1, "en-GB") == "en-GB: en a");
  CHECK(answer(catalog, 2, "en-GB") == "en-GB: en-001 b");
  CHECK(answer(catalog, 1, "zh-Hant-HK") == "zh-Hant-HK: zh-Hant a");
  CHECK(answer(catalog, 2, "zh-Hant-HK") == "en: en b");  // Never in the other script.
  CHECK(answer(catalog, 1, "es-MX") == "es-MX: es-419 a");
  CHECK(answer(catalog, 2, "es-MX") == "en: en b");
  CHECK(answer(catalog, 1, "pt-AO") == "pt-AO: pt a");
  CHECK(answer(catalog, 2, "pt-AO") == "pt-AO: pt-PT b");
}

TEST_CASE("After its parents a locale falls to the default, then to the source") {
  const cg::Catalog catalog = catalog_of({{"fr.json", locale_file("")},
                                          {"de.json", locale_file(R"("a": "de a")")},
                                          {"ja.json", locale_file(R"("a": "ja a", "b": "ja b")")}},
                                         R"("sourceLocale": "ja", "defaultLocale": "de")");
  CHECK(answer(catalog, 1, "fr") == "de: de a");
  CHECK(answer(catalog, 2, "fr") == "ja: ja b");
  CHECK(answer(catalog, 2, "de") == "ja: ja b");
}

TEST_CASE("Words of another locale come with that locale's plural rules, digits and direction") {
  const cg::Catalog catalog = catalog_of(
      {{"en.json", locale_file(R"("b": "b")")},
       {"ar-EG.json",
        locale_file(R"("a": "{n, plural, zero{z#} one{o#} two{t#} few{f#} many{m#} other{x#}}", "b": "b")")}},
      R"("sourceLocale": "en", "defaultLocale": "ar-EG")");
  const cg::Resolution two = catalog.resolve(1, "en");
  CHECK(two.text == "t٢");
  CHECK(two.locale == "ar-EG");
  CHECK(two.pack_locale == "en");
  CHECK(two.direction == CG_RIGHT_TO_LEFT);
  CHECK(catalog.message(1, "en", {{"n", 1003}}) == "f١٬٠٠٣");
  CHECK(catalog.resolve(2, "en").direction == CG_LEFT_TO_RIGHT);
}

TEST_CASE("The texts without a code fall back like messages") {
  const cg::Catalog catalog = catalog_of(
      {{"en.json", R"({"$unknown-code": "en {code}", "$unreadable-response": "en ?", "a": "a", "b": "b"})"},
       {"fr.json", R"({"$unknown-code": "fr {code}", "a": "a", "b": "b"})"}});
  CHECK(catalog.message(9, "fr") == "fr 9");
  CHECK(catalog.resolve_response({"http", 500, nullptr}, "fr").text == "en ?");
  CHECK(catalog.resolve_response({"http", 500, nullptr}, "fr").locale == "en");
}

TEST_CASE("A catalog with an error compiles to nothing") {
  const Compiled compiled = compile_files(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a"})")}, {"en.json", locale_file(R"("a": "{")")}});
  CHECK(compiled.error_count == 1);
  CHECK(compiled.packs.empty());
}

TEST_CASE("A catalog without codes, or without transports, compiles and answers") {
  const Compiled compiled = compile_files({{"codes.json", codes_json("")}, {"en.json", locale_file("")}});
  CHECK(compiled.findings.empty());
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(catalog.message(1, "en") == "? 1");
  const int32_t code = 1;
  CHECK(catalog.resolve_response({"http", 200, &code}, "en").status == CG_UNREADABLE_RESPONSE);
}

TEST_CASE("A message in another locale keeps its own style of default") {
  const cg::Catalog catalog = catalog_of({{"en.json", locale_file(R"("a": "{n, number, percent}", "b": "b")")},
                                          {"de.json", locale_file(R"("a": "{n}", "b": "b")")}});
  CHECK(catalog.message(1, "en") == "200%");
  CHECK(catalog.message(1, "de", {{"n", 1234.5}}) == "1.234,5");
}

TEST_CASE("A locale never falls back to its language's other script, even where that is the bare language") {
  const cg::Catalog catalog = catalog_of({{"en.json", locale_file(R"("a": "en a", "b": "en b")")},
                                          {"zh.json", locale_file(R"("a": "zh a", "b": "zh b")")},
                                          {"zh-Hans-SG.json", locale_file("")},
                                          {"zh-Hant.json", locale_file(R"("a": "zh-Hant a")")},
                                          {"zh-TW.json", locale_file("")},
                                          {"sr.json", locale_file(R"("a": "sr a", "b": "sr b")")},
                                          {"sr-Latn.json", locale_file("")},
                                          {"sr-BA.json", locale_file("")}});
  CHECK(answer(catalog, 2, "zh-Hant") == "en: en b");
  CHECK(answer(catalog, 1, "zh-TW") == "zh-TW: zh-Hant a");
  CHECK(answer(catalog, 2, "zh-TW") == "en: en b");
  CHECK(answer(catalog, 1, "zh-Hans-SG") == "zh-Hans-SG: zh a");
  CHECK(answer(catalog, 1, "sr-Latn") == "en: en a");
  CHECK(answer(catalog, 1, "sr-BA") == "sr-BA: sr a");
}
