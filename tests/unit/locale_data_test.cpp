// LocaleData: what is taken of CLDR for one locale, the profiles that packs get of it, tags and their parents.
#include "core/compiler/locale_data.h"

#include <catch2/catch_test_macros.hpp>

#include "core/pack/pack.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("A locale's direction follows its script") {
  for (const char *tag : {"ar", "he", "fa", "ur", "ckb", "ps", "ff-Adlm", "az-Arab"}) {
    INFO(tag);
    CHECK(LocaleData::load(tag).right_to_left);
  }
  for (const char *tag : {"en", "zh-Hans", "hi", "az", "ru", "zz"}) {
    INFO(tag);
    CHECK_FALSE(LocaleData::load(tag).right_to_left);
  }
}

TEST_CASE("A locale that CLDR does not know has the root's numbers, and other alone") {
  const LocaleData unknown = LocaleData::load("zz");
  CHECK_FALSE(unknown.number_symbols.empty());
  CHECK(unknown.cardinal.categories() == std::vector<std::string>{"other"});
  CHECK(unknown.cardinal_rules.empty());
}

TEST_CASE("A profile holds what its messages need, and no more") {
  const LocaleData data = LocaleData::load("ar");
  const auto profile_of = [&data](const ProfileNeeds &needs, const auto &check) {
    const std::string section = write_profile(data, needs);
    Profile profile;
    REQUIRE(read_profile({section.data(), static_cast<uint32_t>(section.size())}, profile));
    CHECK(std::string(profile.locale.data, profile.locale.bytes) == "ar");
    CHECK(profile.direction == layout::right_to_left);
    check(profile);
  };
  profile_of({}, [](const Profile &profile) {
    CHECK(profile.cardinal_rules.bytes == 0);
    CHECK(profile.ordinal_rules.bytes == 0);
    CHECK(profile.numbers.digit_bytes == 0);
  });
  profile_of({2, true, false}, [](const Profile &profile) {
    CHECK(profile.cardinal_rules.bytes > 0);
    CHECK(profile.ordinal_rules.bytes == 0);
    CHECK(profile.numbers.style_count == 2);
  });
}

TEST_CASE("Needs add up") {
  ProfileNeeds needs{1, true, false};
  needs.add({3, false, false});
  needs.add({2, false, true});
  CHECK(needs.styles == 3);
  CHECK(needs.cardinal);
  CHECK(needs.ordinal);
}

TEST_CASE("Parents follow CLDR, not the letters of the tag") {
  CHECK(parent_locale("zh-Hant-HK") == "zh-Hant");
  CHECK(parent_locale("zh-Hant") == "");
  CHECK(parent_locale("en-GB") == "en-001");
  CHECK(parent_locale("en-001") == "en");
  CHECK(parent_locale("en") == "");
  CHECK(parent_locale("es-MX") == "es-419");
  CHECK(parent_locale("pt-AO") == "pt-PT");
  CHECK(parent_locale("sr-Latn") == "");
  CHECK(parent_locale("sr-Latn-ME") == "sr-Latn");
  CHECK(parent_locale("sr-Cyrl") == "sr");
  CHECK(parent_locale("zh-TW") == "zh-Hant");
  CHECK(parent_locale("pa-PK") == "pa-Arab");
  CHECK(parent_locale("hi-Latn") == "en-IN");
  CHECK(parent_locale("de-CH") == "de");
}

TEST_CASE("Only well-formed tags in their canonical spelling are canonical") {
  for (const char *tag :
       {"en", "zh-Hant", "zh-Hant-HK", "es-419", "pt-BR", "sr-Latn-RS", "en-US-posix", "de-u-co-phonebk"}) {
    INFO(tag);
    CHECK(canonical_tag(tag).starts_with(std::string(tag).substr(0, 2)));
  }
  CHECK(canonical_tag("EN-us") == "en-US");
  CHECK(canonical_tag("iw") == "he");
  CHECK(canonical_tag("zh-hant") == "zh-Hant");
  for (const std::string &tag :
       {std::string(), std::string("-"), std::string("en_US"), std::string("english-language-tag-that-is-none"),
        std::string("en--US"), std::string("é"), repeat("en-", 200)}) {
    INFO(tag);
    CHECK(canonical_tag(tag) == "");
  }
}
