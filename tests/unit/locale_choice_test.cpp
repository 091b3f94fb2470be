// Which pack serves which reader: the runtime's tables against ICU's LocaleMatcher for every tag that they are made for,
// and the spellings that platforms use.
#include "core/runtime/locale_choice.h"

#include <unicode/locid.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/compiler/locale_table.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

std::vector<std::string> tags_of(const std::map<std::string, std::string> &packs) {
  std::vector<std::string> tags;
  for (const auto &[tag, pack] : packs) {
    tags.push_back(tag);
  }
  return tags;
}

std::string chosen(const cg::Catalog &catalog, std::string_view tag) {
  const cg_locale locale = catalog.choose(tag);
  return locale < 0 ? "none" : catalog.locales().at(static_cast<size_t>(locale));
}

/// The project's catalog with only these packs.
cg::Catalog only(const std::vector<std::string> &tags) {
  cg::Catalog catalog;
  for (const std::string &tag : tags) {
    REQUIRE(catalog.add(built_pack(tag)) == CG_OK);
  }
  return catalog;
}

/// A tag's language and script, the likely one where it names none.
struct Likely {
  std::string language;
  std::string script;

  explicit Likely(const std::string &tag) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    locale.addLikelySubtags(status);
    language = locale.getLanguage();
    script = locale.getScript();
  }
};

bool is_han(const std::string &script) { return script == "Hans" || script == "Hant"; }

bool same_language_other_script(const Likely &wanted, const Likely &served) {
  return wanted.script != served.script &&
         (wanted.language == served.language || (is_han(wanted.script) && is_han(served.script)));
}

}  // namespace

TEST_CASE("For every known tag the catalog of all packs chooses what LocaleMatcher chooses") {
  const std::map<std::string, std::string> packs = built_packs();
  const std::vector<std::string> supported = tags_of(packs);
  REQUIRE(supported.size() >= 12);
  const cg::Catalog catalog = open_packs(packs);
  const std::vector<std::string> locales = catalog.locales();
  const std::vector<std::string> tags = known_tags(supported);
  CHECK(tags.size() > 5000);
  size_t served = 0;
  for (const std::string &tag : tags) {
    INFO(tag);
    const std::string expected = reference_choice(tag, supported, "en");
    CHECK(locales.at(static_cast<size_t>(catalog.choose(tag))) == expected);
    served += expected != "en" ? 1 : 0;
  }
  CHECK(served > 2000);
}

TEST_CASE("No pack ever serves its own language in another script") {
  const std::map<std::string, std::string> packs = built_packs();
  const std::vector<std::string> tags = known_tags(tags_of(packs));
  size_t served = 0;
  for (const auto &[pack_tag, bytes] : packs) {
    Pack pack{};
    REQUIRE(open_pack(bytes.data(), bytes.size(), pack) == CG_OK);
    const Likely own(pack_tag);
    for (const std::string &tag : tags) {
      if (locale_rank(pack, parse_locale(tag.data(), tag.size())) != 0) {
        ++served;
        INFO(tag << " by " << pack_tag);
        CHECK_FALSE(same_language_other_script(Likely(tag), own));
      }
    }
  }
  CHECK(served > 3000);
}

TEST_CASE("With some packs loaded a reader gets the nearest of them, else the default, but no other script of theirs") {
  const std::map<std::string, std::string> packs = built_packs();
  const std::vector<std::string> tags = known_tags(tags_of(packs));
  for (const std::vector<std::string> &loaded :
       std::initializer_list<std::vector<std::string>>{{"en", "zh-Hans"},
                                                       {"en", "zh-Hant"},
                                                       {"zh-Hant", "en", "ja"},
                                                       {"zh-Hans", "en", "ar", "hi"},
                                                       {"fr", "en", "es"}}) {
    const cg::Catalog catalog = only(loaded);
    std::vector<Likely> scripts(loaded.begin(), loaded.end());
    std::vector<Pack> opened(loaded.size());
    for (size_t index = 0; index < loaded.size(); ++index) {
      const std::string &bytes = packs.at(loaded[index]);
      REQUIRE(open_pack(bytes.data(), bytes.size(), opened[index]) == CG_OK);
    }
    for (const std::string &tag : tags) {
      size_t nearest = static_cast<size_t>(std::find(loaded.begin(), loaded.end(), "en") - loaded.begin());
      uint32_t nearest_rank = UINT32_MAX;
      for (size_t index = 0; index < loaded.size(); ++index) {
        const uint32_t rank = locale_rank(opened[index], parse_locale(tag.data(), tag.size()));
        if (rank != 0 && rank < nearest_rank) {
          nearest = index;
          nearest_rank = rank;
        }
      }
      const auto choice = static_cast<size_t>(catalog.choose(tag));
      INFO(tag << " gets " << loaded.at(choice) << " of " << loaded.size());
      CHECK(choice == nearest);
      CHECK_FALSE(same_language_other_script(Likely(tag), scripts.at(choice)));
    }
  }
}

TEST_CASE("Chinese readers get their script, whatever their region says") {
  const cg::Catalog catalog = open_packs(built_packs());
  for (const auto &[tag, expected] :
       std::initializer_list<std::pair<const char *, const char *>>{{"zh", "zh-Hans"},
                                                                    {"zh-CN", "zh-Hans"},
                                                                    {"zh-SG", "zh-Hans"},
                                                                    {"zh-TW", "zh-Hant"},
                                                                    {"zh-HK", "zh-Hant-HK"},
                                                                    {"zh-MO", "zh-Hant-HK"},
                                                                    {"zh-Hant", "zh-Hant"},
                                                                    {"zh-Hant-MO", "zh-Hant-HK"},
                                                                    {"zh-Hant-CN", "zh-Hant"},
                                                                    {"zh-Hans-TW", "zh-Hans"},
                                                                    {"zh-Hans-HK", "zh-Hans"},
                                                                    {"zh-yue", "zh-Hant-HK"},
                                                                    {"yue", "zh-Hant-HK"},
                                                                    {"yue-Hans", "zh-Hans"},
                                                                    {"cmn", "zh-Hans"},
                                                                    {"zh-cmn-Hant", "zh-Hant"}}) {
    INFO(tag);
    CHECK(chosen(catalog, tag) == expected);
  }
  CHECK(chosen(only({"en", "zh-Hans"}), "zh-TW") == "en");
  CHECK(chosen(only({"en", "zh-Hant"}), "zh-CN") == "en");
  CHECK(chosen(only({"zh-Hans"}), "zh-TW") == "zh-Hans");  // The one pack there is.
}

TEST_CASE("A tag is read in every spelling that platforms use") {
  const cg::Catalog catalog = open_packs(built_packs());
  for (const auto &[tag, expected] :
       std::initializer_list<std::pair<const char *, const char *>>{{"pt", "pt-BR"},
                                                                    {"pt_PT", "pt-PT"},
                                                                    {"PT-br", "pt-BR"},
                                                                    {"EN_us", "en"},
                                                                    {"en_US.UTF-8", "en"},
                                                                    {"de_DE@euro", "de"},
                                                                    {"ZH-hant-tw", "zh-Hant"},
                                                                    {"zh_Hant_TW", "zh-Hant"},
                                                                    {"zh_TW.Big5", "zh-Hant"},
                                                                    {"ja_JP.eucJP", "ja"},
                                                                    {"es-419", "es-419"},
                                                                    {"ar-u-nu-latn", "ar"},
                                                                    {"de-1996", "de"},
                                                                    {"de-DE-u-co-phonebk", "de"},
                                                                    {"fr-Latn-FR-x-private", "fr"},
                                                                    {"sr-Latn", "en"},
                                                                    {"iw", "he"},
                                                                    {"und", "en"},
                                                                    {"", "en"},
                                                                    {"C", "en"},
                                                                    {"POSIX", "en"},
                                                                    {"xx-YY", "en"},
                                                                    {"-", "en"},
                                                                    {"_", "en"},
                                                                    {"--", "en"},
                                                                    {".", "en"},
                                                                    {"@", "en"},
                                                                    {"d", "en"},
                                                                    {"de-", "de"},
                                                                    {"de--AT", "de"},
                                                                    {"deutschland", "en"},
                                                                    {"de😀", "en"},
                                                                    {"\xFF\xFE", "en"}}) {
    INFO(tag);
    CHECK(chosen(catalog, tag) == expected);
  }
  CHECK(chosen(catalog, std::string_view("de\0-AT", 6)) == "en");
  CHECK(chosen(catalog, std::string_view("de-AT", 2)) == "de");
}

TEST_CASE("A tag of the largest size is read, and one byte more is an unknown locale") {
  const cg::Catalog catalog = open_packs(built_packs());
  const std::string most = "de-x-" + std::string(CG_MAX_LOCALE_TAG_BYTES - 5, 'a');
  CHECK(chosen(catalog, most) == "de");
  CHECK(chosen(catalog, most + "a") == "en");
  CHECK(chosen(catalog, std::string(300, 'd')) == "en");
  CHECK(chosen(catalog, repeat("de-", 1000000)) == "en");
}

TEST_CASE("Without a match the default answers, then the source, then the first pack") {
  CHECK(chosen(only({"de", "zh-Hans", "en"}), "tlh") == "en");
  CHECK(chosen(only({"de", "zh-Hans"}), "tlh") == "zh-Hans");
  CHECK(chosen(only({"de", "fr"}), "tlh") == "de");
}

TEST_CASE("The choice does not depend on the order of adding") {
  const std::vector<std::string> tags = known_tags({"en", "pt-BR", "es"});
  const cg::Catalog forward = only({"en", "es", "pt-BR", "fr", "zh-Hant", "zh-Hans"});
  const cg::Catalog backward = only({"zh-Hans", "zh-Hant", "fr", "pt-BR", "es", "en"});
  const std::vector<std::string> first = forward.locales();
  const std::vector<std::string> second = backward.locales();
  for (const std::string &tag : tags) {
    INFO(tag);
    CHECK(first.at(static_cast<size_t>(forward.choose(tag))) == second.at(static_cast<size_t>(backward.choose(tag))));
  }
}

TEST_CASE("A reader of one of several locales of a language gets the nearest") {
  Files files = {{"codes.json", codes_json("")}};
  for (const char *tag :
       {"en", "en-GB", "es", "es-419", "pt-BR", "pt-PT", "sr-Cyrl", "sr-Latn", "zh-Hans", "zh-Hant", "zh-Hant-HK"}) {
    files[std::string(tag) + ".json"] = R"({"$unknown-code": "?", "$unreadable-response": "?"})";
  }
  const Compiled compiled = compile_files(files);
  INFO(compiled.findings);
  const cg::Catalog catalog = open_packs(compiled.packs);
  const std::vector<std::string> supported = tags_of(compiled.packs);
  for (const auto &[tag, expected] :
       std::initializer_list<std::pair<const char *, const char *>>{{"en-AU", "en-GB"},
                                                                    {"en-CA", "en"},
                                                                    {"en-IN", "en-GB"},
                                                                    {"es-AR", "es-419"},
                                                                    {"es-ES", "es"},
                                                                    {"pt", "pt-BR"},
                                                                    {"pt-AO", "pt-PT"},
                                                                    {"sr", "sr-Cyrl"},
                                                                    {"sr-ME", "sr-Latn"},
                                                                    {"sr-Latn-RS", "sr-Latn"},
                                                                    {"zh-MO", "zh-Hant-HK"},
                                                                    {"zh-TW", "zh-Hant"}}) {
    INFO(tag);
    CHECK(reference_choice(tag, supported, "en") == expected);
    CHECK(chosen(catalog, tag) == expected);
  }
  const std::vector<std::string> locales = catalog.locales();
  for (const std::string &tag : known_tags(supported)) {
    INFO(tag);
    CHECK(locales.at(static_cast<size_t>(catalog.choose(tag))) == reference_choice(tag, supported, "en"));
  }
}
