// Regional files that hold only what differs: what they take from a parent is the parent's text as the region formats it.
#include "core/compiler/inheritance.h"

#include <catch2/catch_test_macros.hpp>

#include "core/compiler/compile.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr const char *code_texts = R"("$unknown-code": "? {code}", "$unreadable-response": "?")";

std::string locale_file(const std::string &members) {
  return std::string("{") + code_texts + (members.empty() ? "" : ", " + members) + "}";
}

/// A catalog of the codes a (1) with a number n and a date d, and b (2).
Files files_of(const Files &locales, const std::string &default_locale = "en") {
  Files files = locales;
  files["codes.json"] =
      R"({"namespace": "t", "sourceLocale": "en", "defaultLocale": ")" + default_locale +
      R"(", "codes": [{"code": 1, "name": "a", "args": {"n": {"type": "number"}, "d": {"type": "date"}}}, {"code": 2, "name": "b"}]})";
  return files;
}

/// "locale: text" of code 1 with a number.
std::string answer(const cg::Catalog &catalog, const std::string &locale, double number) {
  const cg::Resolution resolution = catalog.resolve(1, locale, {{"n", number}});
  CHECK(resolution.status == CG_OK);
  CHECK(resolution.pack_locale == locale);
  return resolution.locale + ": " + resolution.text;
}

/// The catalog of a folder with these files, read.
class ReadCatalog {
 public:
  explicit ReadCatalog(const Files &files) {
    for (const auto &[name, text] : files) {
      folder_.write(name, text);
    }
    catalog_ = read_catalog(folder_.path(), diagnostics_);
    REQUIRE(catalog_.has_value());
  }
  const Catalog &operator*() const { return *catalog_; }

  /// The tags of a locale's chain, parents before a bar.
  std::string chain(const std::string &tag) const {
    const LocaleChain chain = locale_chain(*catalog_, tag);
    std::string result;
    for (const LocaleFile *file : chain.parents) {
      result += file->tag + ' ';
    }
    result += '|';
    for (const LocaleFile *file : chain.others) {
      result += ' ' + file->tag;
    }
    return result;
  }

 private:
  TemporaryFolder folder_;
  Diagnostics diagnostics_;
  std::optional<Catalog> catalog_;
};

}  // namespace

TEST_CASE("An inherited message has the numbers of the locale that inherits it") {
  const Compiled compiled = compile_files(files_of({{"en.json", locale_file(R"("a": "{n}", "b": "b")")},
                                                    {"es.json", locale_file(R"("a": "{n} archivos", "b": "b")")},
                                                    {"es-419.json", "{}"},
                                                    {"es-MX.json", R"({"b": "propio"})"}}));
  CHECK(compiled.findings.empty());
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(answer(catalog, "es", 1234567.5) == "es: 1.234.567,5 archivos");
  CHECK(answer(catalog, "es-419", 1234567.5) == "es-419: 1,234,567.5 archivos");
  CHECK(answer(catalog, "es-MX", 1234567.5) == "es-MX: 1,234,567.5 archivos");
  CHECK(catalog.message(9, "es-MX") == "? 9");
  CHECK(catalog.resolve(9, "es-MX").locale == "es-MX");
  CHECK(catalog.resolve_response({"http", 500, nullptr}, "es-419").locale == "es-419");
}

TEST_CASE("An inherited message has the plural rules, the formats and the direction of the locale that inherits it") {
  const Compiled compiled = compile_files(
      files_of({{"en.json", locale_file(R"("a": "{n}", "b": "b")")},
                {"pt-BR.json",
                 locale_file(R"("a": "{n, plural, one{um #} many{de #} other{uns #}} {n, number, ::.00}", "b": "b")")},
                {"pt-PT.json", "{}"},
                {"ar.json", locale_file(R"("a": "{n, number, percent}", "b": "b")")},
                {"ar-EG.json", "{}"}}));
  CHECK(compiled.findings.empty());
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(answer(catalog, "pt-BR", 0) == "pt-BR: um 0 0,00");
  CHECK(answer(catalog, "pt-PT", 0) == "pt-PT: uns 0 0,00");
  CHECK(answer(catalog, "pt-BR", 12345) == "pt-BR: uns 12.345 12.345,00");
  CHECK(answer(catalog, "pt-PT", 12345) == "pt-PT: uns 12\u00A0345 12\u00A0345,00");
  CHECK(answer(catalog, "ar-EG", 12) == "ar-EG: ١٬٢٠٠٪\u061C");
  CHECK(catalog.resolve(2, "ar-EG").direction == CG_RIGHT_TO_LEFT);
}

TEST_CASE("Where a parent has no file, the file of its likely subtags stands for it") {
  const ReadCatalog catalog(files_of({{"en.json", locale_file("")},
                                      {"pt-BR.json", locale_file("")},
                                      {"pt-PT.json", locale_file("")},
                                      {"pt-AO.json", locale_file("")},
                                      {"zh-Hans.json", locale_file("")},
                                      {"zh-SG.json", locale_file("")},
                                      {"zh-Hant.json", locale_file("")},
                                      {"zh-Hant-HK.json", locale_file("")},
                                      {"zh-HK.json", locale_file("")},
                                      {"en-GB.json", locale_file("")},
                                      {"es-419.json", locale_file("")},
                                      {"es-MX.json", locale_file("")},
                                      {"fr.json", locale_file("")},
                                      {"hi-Latn.json", locale_file("")},
                                      {"hi.json", locale_file("")},
                                      {"nn.json", locale_file("")},
                                      {"nb.json", locale_file("")},
                                      {"sr-Latn.json", locale_file("")},
                                      {"sr.json", locale_file("")}}));
  CHECK(catalog.chain("pt-PT") == "pt-BR | en");
  CHECK(catalog.chain("pt-AO") == "pt-PT pt-BR | en");
  CHECK(catalog.chain("pt-BR") == "| en");
  CHECK(catalog.chain("zh-SG") == "zh-Hans | en");
  CHECK(catalog.chain("zh-Hans") == "| en");
  CHECK(catalog.chain("zh-Hant-HK") == "zh-Hant | en");
  CHECK(catalog.chain("zh-HK") == "zh-Hant | en");
  CHECK(catalog.chain("zh-Hant") == "| en");
  CHECK(catalog.chain("en-GB") == "en |");
  CHECK(catalog.chain("en") == "|");
  CHECK(catalog.chain("es-419") == "| en");
  CHECK(catalog.chain("es-MX") == "es-419 | en");
  CHECK(catalog.chain("hi-Latn") == "| en");  // CLDR's parent is English.
  CHECK(catalog.chain("nn") == "| en");
  CHECK(catalog.chain("sr-Latn") == "| en");
}

TEST_CASE("A name that a parent has is not missing; one that only the default has is") {
  const Compiled compiled = compile_files(files_of({{"en.json", locale_file(R"("a": "{n}", "b": "b")")},
                                                    {"fr.json", locale_file(R"("a": "{n}")")},
                                                    {"fr-CA.json", "{}"}}));
  CHECK(compiled.error_count == 0);
  CHECK(compiled.findings ==
        "fr-CA.json: warning: no message for \"b\": the default or the source locale's will stand in\n"
        "fr.json: warning: no message for \"b\": the default or the source locale's will stand in\n");
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(catalog.resolve(1, "fr-CA").locale == "fr-CA");
  CHECK(catalog.resolve(2, "fr-CA").locale == "en");
}

TEST_CASE("What a default locale inherits answers for others as the default's") {
  const Compiled compiled = compile_files(files_of({{"en.json", locale_file(R"("a": "en {n}", "b": "b")")},
                                                    {"es.json", locale_file(R"("a": "es {n}", "b": "b")")},
                                                    {"es-419.json", "{}"},
                                                    {"ja.json", "{}"}},
                                                   "es-419"));
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(answer(catalog, "ja", 1234567) == "es-419: es 1,234,567");
}

TEST_CASE("A message that lacks a plural category of the heir stays the parent's, and a warning says where") {
  const Compiled compiled = compile_files(
      files_of({{"en.json", locale_file(R"("a": "{n}", "b": "b")")},
                {"es.json", locale_file("\n\"a\": \"{n, plural, one{un} other{#}}\", \"b\": \"b\"")},
                {"es-419.json", "{}"}}));
  CHECK(compiled.error_count == 0);
  CHECK(
      compiled.findings ==
      "es-419.json: warning: \"a\" stays in es (es.json:2:1): in es-419 the plural lacks many; write the message here\n"
      "es.json:2:7: warning: the plural of {n} lacks many, which es needs\n");
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(answer(catalog, "es-419", 1234567) == "es: 1.234.567");
}

TEST_CASE("A parent's message with an error is passed over") {
  const Compiled compiled = compile_files(files_of({{"en.json", locale_file(R"("a": "{n}", "b": "b")")},
                                                    {"es.json", locale_file(R"("a": "{", "b": "b")")},
                                                    {"es-419.json", "{}"}}));
  CHECK(compiled.error_count == 1);
  CHECK(compiled.packs.empty());
  CHECK(compiled.findings.find("es-419.json: warning: no message for \"a\"") != std::string::npos);
}

TEST_CASE("Inherited messages keep their syntax, and may need the ICU engine as the parent's do") {
  const Compiled compiled = compile_files(
      files_of({{"en.json", locale_file(R"("a": "{n}", "b": "b")")},
                {"en-GB.json", "{}"},
                {"de.json", locale_file(R"("a": {"syntax": "mf2", "text": "{$n :number} Dateien"}, "b": "b")")},
                {"de-CH.json", "{}"},
                {"fr.json", locale_file(R"("a": "{n, spellout}", "b": "b")")},
                {"fr-CA.json", "{}"}}));
  CHECK(compiled.findings.empty());
  const cg::Catalog catalog = open_packs(compiled.packs);
  CHECK(answer(catalog, "de", 1234.5) == "de: 1.234,5 Dateien");
  CHECK(answer(catalog, "de-CH", 1234.5) == "de-CH: 1'234.5 Dateien");
  const cg::Resolution spelled = catalog.resolve(1, "fr-CA", {{"n", 1}});
  CHECK(spelled.status == CG_NEEDS_ICU);
  CHECK(spelled.locale == "fr-CA");
}
