// Numbers as the runtime prints them, against icu::MessageFormat and against texts written down, in locales that differ
// in digits, grouping, minimum grouping, signs and affixes.
#include "core/runtime/number_format.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "core/compiler/lone_message.h"
#include "core/compiler/proof.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr const char *locales[] = {"en", "de",    "hi",    "en-IN", "ar",    "ar-EG", "ar-MA", "fa",      "bn",
                                   "pl", "es",    "es-MX", "pt-PT", "pt-BR", "fr",    "fr-CH", "de-CH",   "de-AT",
                                   "sv", "nb",    "he",    "my",    "ru",    "uk",    "ja",    "zh-Hans", "ko",
                                   "tr", "eu",    "ckb",   "ne",    "mr",    "lv",    "sl",    "et",      "bg",
                                   "it", "it-CH", "en-ZA", "th",    "lt",    "hu",    "dz",    "ff-Adlm"};

/// A message of one placeholder in one locale, for the runtime and for ICU.
class Placeholder {
 public:
  Placeholder(const std::string &pattern, const std::string &locale)
      : pattern_(pattern), locale_(locale), message_(parse_message(pattern), LocaleData::load(locale)) {}

  std::string print(const ArgumentValue &value) const { return message_.run({{"n", value}}).text; }
  std::string print_with_icu(const ArgumentValue &value) const {
    return format_with_icu(pattern_, locale_, {{"n", value}}).text;
  }

 private:
  std::string pattern_;
  std::string locale_;
  LoneMessage message_;
};

std::string print(const std::string &locale, const ArgumentValue &value, const std::string &pattern = "{n}") {
  return Placeholder(pattern, locale).print(value);
}

std::vector<ArgumentValue> interesting_numbers() {
  std::vector<ArgumentValue> values;
  for (const int64_t integer : {0L,
                                1L,
                                9L,
                                10L,
                                99L,
                                100L,
                                999L,
                                1000L,
                                1234L,
                                9999L,
                                10000L,
                                12345L,
                                99999L,
                                100000L,
                                123456L,
                                999999L,
                                1000000L,
                                1234567L,
                                12345678L,
                                123456789L,
                                1234567890L,
                                4294967295L,
                                4294967296L,
                                9007199254740991L,
                                9007199254740992L,
                                std::numeric_limits<int64_t>::max()}) {
    values.emplace_back(integer);
    values.emplace_back(-integer);
  }
  values.emplace_back(std::numeric_limits<int64_t>::min());
  for (const double number : {0.0,
                              0.0004,
                              0.0005,
                              0.0015,
                              0.0025,
                              0.001,
                              0.5,
                              0.9995,
                              1.5,
                              99.9995,
                              99.9996,
                              999.9994,
                              999.9995,
                              999.9996,
                              9999.9995,
                              1234.5,
                              12345.678,
                              0.1 + 0.2,
                              1e15,
                              1e21,
                              1.5e300,
                              5e-324,
                              std::numeric_limits<double>::max(),
                              std::numeric_limits<double>::infinity()}) {
    values.emplace_back(number);
    values.emplace_back(-number);
  }
  values.emplace_back(std::numeric_limits<double>::quiet_NaN());
  for (const char *digits :
       {"1.10", "123456789012345678901234567890.125", "-0.0005", "1e25", "0.00050000000000000000000000001"}) {
    values.emplace_back(DecimalText{digits});
  }
  return values;
}

std::string describe(const ArgumentValue &value) {
  if (const auto *integer = std::get_if<int64_t>(&value)) {
    return std::to_string(*integer);
  }
  if (const auto *number = std::get_if<double>(&value)) {
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", *number);
    return text;
  }
  return std::get<DecimalText>(value).digits;
}

}  // namespace

TEST_CASE("Chosen numbers print as ICU prints them, in every style and locale") {
  size_t compared = 0;
  for (const char *locale : locales) {
    for (const char *pattern : {"{n}", "{n, number}", "{n, number, integer}", "{n, number, percent}"}) {
      const Placeholder placeholder(pattern, locale);
      for (const ArgumentValue &value : interesting_numbers()) {
        INFO(locale << " " << pattern << " " << describe(value));
        CHECK(placeholder.print(value) == placeholder.print_with_icu(value));
        ++compared;
      }
    }
  }
  CHECK(compared > 15000);
}

TEST_CASE("Random doubles of every size print as ICU prints them") {
  std::mt19937_64 random(20240229);
  for (const char *locale : {"en", "hi", "ar-EG", "pl", "fr"}) {
    for (const char *pattern : {"{n}", "{n, number, integer}", "{n, number, percent}"}) {
      const Placeholder placeholder(pattern, locale);
      for (int round = 0; round < 600; ++round) {
        double number = 0;
        if (round % 2 == 0) {
          number = std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 80) - 70);
        } else {
          const uint64_t bits = random();
          std::memcpy(&number, &bits, sizeof number);
        }
        INFO(locale << " " << pattern << " " << describe(number));
        CHECK(placeholder.print(number) == placeholder.print_with_icu(number));
      }
    }
  }
}

TEST_CASE("Ties at the third fraction digit round to even as ICU rounds them") {
  const Placeholder placeholder("{n}", "en");
  for (int thousandths = 0; thousandths < 3000; ++thousandths) {
    const DecimalText tie{std::to_string(thousandths / 1000) + "." +
                          std::to_string(1000 + thousandths % 1000).substr(1) + "5"};
    INFO(tie.digits);
    CHECK(placeholder.print(tie) == placeholder.print_with_icu(tie));
  }
}

TEST_CASE("Grouping is by three, or by three and then two") {
  CHECK(print("en", int64_t{1234567}) == "1,234,567");
  CHECK(print("en", int64_t{123}) == "123");
  CHECK(print("en", int64_t{1000}) == "1,000");
  CHECK(print("en-IN", int64_t{1234567}) == "12,34,567");
  CHECK(print("en-IN", int64_t{123456789012}) == "1,23,45,67,89,012");
  CHECK(print("hi", int64_t{12345678}) == "1,23,45,678");
  CHECK(print("hi", 1e21) == "1,00,00,00,00,00,00,00,00,00,000");
}

TEST_CASE("Four digits are grouped even where CLDR would have two before a separator, as MessageFormat 1 does in ICU") {
  CHECK(print("es", int64_t{1234}) == "1.234");
  CHECK(print("pl", int64_t{1234}) == "1\u00A0234");
  CHECK(print("pt-PT", int64_t{1234}) == "1\u00A0234");
  for (const char *locale : {"es", "pl", "pt-PT", "it", "hu", "bg", "lv"}) {
    const Placeholder placeholder("{n}", locale);
    for (const ArgumentValue &value : std::initializer_list<ArgumentValue>{int64_t{999}, int64_t{1000}, int64_t{-9999},
                                                                           int64_t{10000}, 999.9996, 9999.9996}) {
      INFO(locale << " " << describe(value));
      CHECK(placeholder.print(value) == placeholder.print_with_icu(value));
    }
  }
}

TEST_CASE("A style's minimum of grouped digits keeps shorter numbers together") {
  const LocaleData data = LocaleData::load("en");
  std::string section = write_profile(data, all_needs(data), 0);
  const Profile profile = read_section(section);
  const std::ptrdiff_t least_grouped = profile.numbers.styles[0] + 4 -
                                       reinterpret_cast<const uint8_t *>(section.data());
  section[static_cast<size_t>(least_grouped)] = 2;
  for (const auto &[integer, text] : {std::pair(999, "999"), std::pair(1000, "1000"), std::pair(9999, "9999"),
                                      std::pair(10000, "10,000"), std::pair(1234567, "1,234,567")}) {
    char fast[30];
    char slow[30];
    Sink fast_sink(fast, sizeof fast);
    Sink slow_sink(slow, sizeof slow);
    Decimal decimal;
    decimal.set(int64_t{integer});
    print_integer(profile.numbers, 0, integer, fast_sink);
    print_number(profile.numbers, 0, decimal, slow_sink);
    fast_sink.finish();
    slow_sink.finish();
    CHECK(std::string(fast) == text);
    CHECK(std::string(slow) == text);
  }
}

TEST_CASE("Digits, separators and signs are the locale's own") {
  CHECK(print("de", -1234.5) == "-1.234,5");
  CHECK(print("de-CH", 1234567.25) == "1'234'567.25");
  CHECK(print("fr", 1234567.25) == "1\u202F234\u202F567,25");
  CHECK(print("sv", int64_t{-1234}) ==
        "\u2212"
        "1\u00A0234");
  CHECK(print("he", int64_t{-5}) == "\u200E-5");
  CHECK(print("ar-EG", 1234.5) == "١٬٢٣٤٫٥");
  CHECK(print("fa", int64_t{-1234}) == "\u200E\u2212۱٬۲۳۴");
  CHECK(print("bn", int64_t{1234567}) == "১২,৩৪,৫৬৭");
  CHECK(print("my", int64_t{1234}) == "၁,၂၃၄");
  CHECK(print("ff-Adlm", int64_t{12}) == "\U0001E951\U0001E952");
}

TEST_CASE("Percent scales before it rounds, and brings its affixes") {
  CHECK(print("en", 0.256, "{n, number, percent}") == "26%");
  CHECK(print("en", 0.005, "{n, number, percent}") == "0%");
  CHECK(print("en", 0.015, "{n, number, percent}") == "2%");
  CHECK(print("en", -12.0, "{n, number, percent}") == "-1,200%");
  CHECK(print("de", 0.5, "{n, number, percent}") == "50\u00A0%");
  CHECK(print("tr", 0.5, "{n, number, percent}") == "%50");
  CHECK(print("eu", -0.5, "{n, number, percent}") ==
        "\u2212%\u00A0"
        "50");
}

TEST_CASE("What is no finite number, and negative zero, print as ICU prints them") {
  CHECK(print("en", -0.0) == "-0");
  CHECK(print("en", -0.0004) == "-0");
  CHECK(print("en", std::nan("")) == "NaN");
  CHECK(print("en", -std::nan("")) == "NaN");
  CHECK(print("en", -INFINITY) == "-∞");
  CHECK(print("en", INFINITY, "{n, number, percent}") == "∞%");
}

TEST_CASE("An integer prints the same with and without decimal digits in between") {
  std::mt19937_64 random(5);
  for (const char *locale : {"en", "hi", "pl", "ar-EG", "de-CH", "ff-Adlm"}) {
    const LocaleData data = LocaleData::load(locale);
    const std::string section = write_profile(data, all_needs(data), 0);
    const Profile profile = read_section(section);
    for (int round = 0; round < 2000; ++round) {
      const int64_t integer = static_cast<int64_t>(random()) >> (11 + random() % 53);
      for (const uint8_t style : {layout::style_plain, layout::style_integer}) {
        char fast[200];
        char slow[200];
        Sink fast_sink(fast, sizeof fast);
        print_integer(profile.numbers, style, integer, fast_sink);
        Decimal decimal;
        decimal.set(integer);
        apply_style(profile.numbers, style, decimal);
        Sink slow_sink(slow, sizeof slow);
        print_number(profile.numbers, style, decimal, slow_sink);
        INFO(locale << " " << integer);
        REQUIRE(fast_sink.finish() == slow_sink.finish());
        REQUIRE(std::string(fast) == slow);
      }
    }
  }
}

TEST_CASE("The largest numbers print with all their digits") {
  const std::string nines(CG_MAX_NUMBER_DIGITS, '9');
  CHECK(print("en", DecimalText{nines}) == std::string("9") + repeat(",999", 133));
  CHECK(print("en", DecimalText{nines}, "{n, number, percent}") == "999" + repeat(",999", 132) + ",900%");
  CHECK(print("ff-Adlm", DecimalText{nines}).size() >= 4 * 400);
  CHECK(print("en", DecimalText{nines + "." + nines}) == "10" + repeat(",000", 133));
}
