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
    const std::string section = write_profile(data, needs, needs.features());
    const Profile profile = read_section(section, needs.features());
    CHECK(std::string(profile.locale.data, profile.locale.bytes) == "ar");
    CHECK(profile.direction == layout::right_to_left);
    check(profile);
  };
  profile_of({}, [](const Profile &profile) {
    CHECK(profile.cardinal_rules.bytes == 0);
    CHECK(profile.ordinal_rules.bytes == 0);
    CHECK(profile.numbers.digit_bytes == 0);
  });
  ProfileNeeds counted;
  counted.styles = {data.number_styles[0], data.number_styles[1]};
  counted.cardinal = true;
  profile_of(counted, [](const Profile &profile) {
    CHECK(profile.cardinal_rules.bytes > 0);
    CHECK(profile.ordinal_rules.bytes == 0);
    CHECK(profile.numbers.style_count == 2);
    CHECK(profile.format_count == 0);
  });
  ProfileNeeds formatted;
  CHECK(formatted.format(std::string("\1\0", 2), data) == 0);
  CHECK(formatted.features() == layout::feature_formats);
  profile_of(formatted, [](const Profile &profile) {
    CHECK(profile.numbers.style_count == 1);  // A format prints with the digits that stand beside the plain style.
    CHECK(profile.format_count == 1);
  });
}

TEST_CASE("Needs hold each record once, the plain style first, and no more than a profile can") {
  const LocaleData data = LocaleData::load("en");
  ProfileNeeds needs;
  CHECK(needs.features() == 0);
  CHECK(needs.style(data.number_styles[layout::style_percent], data) == 1);
  CHECK(needs.style(data.number_styles[layout::style_plain], data) == 0);
  CHECK(needs.style(data.number_styles[layout::style_percent], data) == 1);
  for (int style = 2; style < layout::style_most; ++style) {
    CHECK(needs.style(std::to_string(style), data) == style);
  }
  CHECK_FALSE(needs.style("one more", data).has_value());
  CHECK(needs.style("2", data) == 2);
  for (int format = 0; format < layout::formats_most; ++format) {
    CHECK(needs.format(std::to_string(format), data) == format);
  }
  CHECK_FALSE(needs.format("one more", data).has_value());
  CHECK(needs.format("126", data) == 126);
  ProfileNeeds dated;
  dated.dates = true;
  CHECK(dated.features() == layout::feature_formats);
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
