// Locale choice among the 49 locales of a full catalog: for every tag that CLDR and ISO 639 know, the packs choose what
// ICU's LocaleMatcher chooses. The exceptions are counted and named: a reader is never given another script of their own
// language, nor Chinese in the other Chinese script.
#include <unicode/localematcher.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <iostream>
#include <set>

#include "core/compiler/locale_table.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const std::vector<std::string> &locales_of_full_catalog() {
  static const std::vector<std::string> tags = {
      "ar", "bg", "bn",  "ca", "cs",    "da", "de",    "el",      "en",      "en-GB",     "es", "es-419", "et",
      "fa", "fi", "fil", "fr", "fr-CA", "he", "hi",    "hr",      "hu",      "id",        "it", "ja",     "ko",
      "lt", "lv", "ms",  "nb", "nl",    "pl", "pt-BR", "pt-PT",   "ro",      "ru",        "sk", "sl",     "sr",
      "sv", "sw", "th",  "tr", "uk",    "ur", "vi",    "zh-Hans", "zh-Hant", "zh-Hant-HK"};
  return tags;
}

std::map<std::string, std::string> packs_without_codes() {
  Files files = {{"codes.json", codes_json("")}};
  for (const std::string &tag : locales_of_full_catalog()) {
    files[tag + ".json"] = R"({"$unknown-code": "?", "$unreadable-response": "?"})";
  }
  const Compiled compiled = compile_files(files);
  INFO(compiled.findings);
  REQUIRE(compiled.packs.size() == locales_of_full_catalog().size());
  return compiled.packs;
}

struct Script {
  std::string language;
  std::string script;

  explicit Script(icu::Locale locale) {
    UErrorCode status = U_ZERO_ERROR;
    locale.addLikelySubtags(status);
    language = locale.getLanguage();
    script = locale.getScript();
  }
  bool is_chinese_script() const { return script == "Hans" || script == "Hant"; }
};

/// A reader's own language, or Chinese characters, but in a script that the reader did not ask for.
bool crosses_scripts(const icu::Locale &wanted, const icu::Locale &served) {
  const Script from(wanted);
  const Script to(served);
  return from.script != to.script &&
         (from.language == to.language || (from.is_chinese_script() && to.is_chinese_script()));
}

icu::Locale locale_of(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(tag, status);
}

/// LocaleMatcher among some locales.
class IcuChoice {
 public:
  explicit IcuChoice(const std::vector<std::string> &tags) : tags_(tags) {
    icu::LocaleMatcher::Builder builder;
    for (const std::string &tag : tags) {
      builder.addSupportedLocale(locale_of(tag));
    }
    UErrorCode status = U_ZERO_ERROR;
    matcher_ = std::make_unique<icu::LocaleMatcher>(builder.setNoDefaultLocale().build(status));
    REQUIRE(U_SUCCESS(status));
  }

  /// The tag of the nearest locale; empty if none is near.
  std::string operator()(const icu::Locale &wanted) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocaleMatcher::Result result = matcher_->getBestMatchResult(wanted, status);
    return result.getSupportedIndex() < 0 ? "" : tags_[static_cast<size_t>(result.getSupportedIndex())];
  }

 private:
  std::vector<std::string> tags_;
  std::unique_ptr<icu::LocaleMatcher> matcher_;
};

/// Every locale that ICU lists, its aliases and CLDR's old names included.
std::set<std::string> icu_locales() {
  std::set<std::string> tags;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *all = uloc_openAvailableByType(ULOC_AVAILABLE_WITH_LEGACY_ALIASES, &status);
  for (const char *id = uenum_next(all, nullptr, &status); id != nullptr; id = uenum_next(all, nullptr, &status)) {
    tags.insert(icu::Locale(id).toLanguageTag<std::string>(status));
  }
  uenum_close(all);
  REQUIRE(U_SUCCESS(status));
  return tags;
}

}  // namespace

TEST_CASE("Of 49 locales every tag of CLDR gets the one that LocaleMatcher chooses", "[scale]") {
  const std::map<std::string, std::string> packs = packs_without_codes();
  const cg::Catalog catalog = open_packs(packs);
  const std::vector<std::string> loaded = catalog.locales();
  const std::vector<std::string> &supported = locales_of_full_catalog();
  const IcuChoice icu(supported);

  std::set<std::string> tags = icu_locales();
  const size_t of_cldr = tags.size();
  CHECK(of_cldr > 900);
  for (const std::string &tag : known_tags(supported)) {
    tags.insert(tag);
  }
  size_t equal = 0;
  size_t served = 0;
  std::set<std::string> exceptions;
  for (const std::string &tag : tags) {
    INFO(tag);
    const icu::Locale wanted = locale_of(tag);
    const std::string choice = loaded.at(static_cast<size_t>(catalog.choose(tag)));
    std::string expected = icu(wanted);
    std::string exception;
    std::vector<std::string> left = supported;
    while (!expected.empty() && crosses_scripts(wanted, locale_of(expected))) {
      exception += (exception.empty() ? "" : ", ") + expected;
      left.erase(std::find(left.begin(), left.end(), expected));
      expected = IcuChoice(left)(wanted);
    }
    const std::string given = expected.empty() ? "en" : expected;
    CHECK(choice == given);
    served += expected.empty() ? 0 : 1;
    if (!exception.empty()) {
      exceptions.insert(tag + " gets " + given + ", not " + exception);
    } else if (choice == given) {
      ++equal;
    }
  }
  CHECK(equal + exceptions.size() == tags.size());
  CHECK(served > 10000);
  CHECK(exceptions.size() < 40);
  std::cout << "locale choice: " << tags.size() << " tags (" << of_cldr << " locales of CLDR, the rest by language, "
            << "script and region), 49 locales; " << equal << " as LocaleMatcher chooses, " << served
            << " of all served without the default; " << exceptions.size()
            << " never another script of the reader's own language\n";
  for (const std::string &exception : exceptions) {
    std::cout << "locale choice, script: " << exception << '\n';
  }
}

TEST_CASE("Tables of 49 locales stay small", "[scale]") {
  size_t all = 0;
  size_t largest = 0;
  for (const auto &[tag, table] : locale_tables(locales_of_full_catalog())) {
    INFO(tag << ": " << table.size());
    CHECK(table.size() < 4096);
    all += table.size();
    largest = std::max(largest, table.size());
  }
  std::cout << "locale tables: 49 locales, " << all << " bytes in all, the largest " << largest << " bytes\n";
  CHECK(all < 16384);
}
