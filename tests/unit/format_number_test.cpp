// Number formats by hand (core/pack/layout.h, "formats"): what each field of a record does to what is printed. That the
// compiler's records print what ICU prints is in format_lowering_test.cpp.
#include "core/runtime/format_number.h"

#include <catch2/catch_test_macros.hpp>

#include "core/compiler/locale_data.h"
#include "core/runtime/plural_rules.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using layout::Piece;
using layout::Rounding;
using layout::RoundingMode;

namespace {

struct Form {
  uint8_t magnitude = 0, shift = 0, category = layout::form_of_any, signs = layout::sign_any;
  std::string prefix, suffix;
};

struct Record {
  Rounding rounding = Rounding::fraction;
  RoundingMode mode = RoundingMode::half_even;
  uint8_t least_integer = 1, least = 0, most = 3;
  int8_t scale = 0;
  uint8_t flags = 0, primary = 3, secondary = 3, least_grouping = 1;
  std::string decimal = ".", group = ",";
  std::vector<Form> forms = {{}};

  std::string bytes() const {
    const auto affix = [](const std::string &text) {
      ByteWriter out;
      if (!text.empty()) {
        out.byte(static_cast<uint8_t>(Piece::literal));
        out.text(text);
      }
      return out.bytes();
    };
    ByteWriter out;
    for (const uint8_t byte : {uint8_t{0}, static_cast<uint8_t>(rounding), static_cast<uint8_t>(mode), least_integer,
                               least, most, static_cast<uint8_t>(scale), flags, primary, secondary, least_grouping}) {
      out.byte(byte);
    }
    out.text(decimal);
    out.text(group);
    for (const Form &form : forms) {
      for (const uint8_t byte : {form.magnitude, form.shift, form.category, form.signs}) {
        out.byte(byte);
      }
      out.text(affix(form.prefix));
      out.text(affix(form.suffix));
    }
    return out.bytes();
  }
};

const LocaleData &polish() {
  static const LocaleData data = LocaleData::load("pl");
  return data;
}

/// What a record of the Polish profile prints for digits.
std::string print(const Record &record, const std::string &digits, const LocaleData &locale = polish()) {
  ProfileNeeds needs = all_needs(locale);
  needs.formats = {record.bytes()};
  const std::string section = write_profile(locale, needs, layout::feature_formats);
  const Profile profile = read_section(section, layout::feature_formats);
  Decimal decimal;
  REQUIRE(decimal.set(digits.data(), digits.size()));
  const NumberFormat format(profile.format(0));
  const NumberFormat::Shown shown = format.apply(decimal);
  char text[2000];
  Sink sink(text, sizeof text);
  format.print(profile, decimal, shown, sink);
  return {text, sink.finish()};
}

/// Thousands, millions and billions of English compact notation.
Record compact() {
  Record record;
  record.rounding = Rounding::compact;
  record.least_grouping = 2;
  record.forms = {{9, 9, layout::form_of_any, layout::sign_negative, "-", "B"},
                  {9, 9, layout::form_of_any, layout::sign_positive, "", "B"},
                  {6, 6, layout::form_of_any, layout::sign_negative, "-", "M"},
                  {6, 6, layout::form_of_any, layout::sign_positive, "", "M"},
                  {3, 3, layout::form_of_any, layout::sign_negative, "-", "K"},
                  {3, 3, layout::form_of_any, layout::sign_positive, "", "K"},
                  {0, 0, layout::form_of_any, layout::sign_negative | layout::sign_negative_zero, "-", ""},
                  {}};
  return record;
}

}  // namespace

TEST_CASE("Fraction digits are shown from the least to the most of them") {
  Record record;
  record.least = 2;
  record.most = 4;
  CHECK(print(record, "1") == "1.00");
  CHECK(print(record, "1.5") == "1.50");
  CHECK(print(record, "1.23456") == "1.2346");
  CHECK(print(record, "0") == "0.00");
  CHECK(print(record, "1234567.891") == "1,234,567.891");
  record.rounding = Rounding::none;
  record.least = record.most = 0;
  CHECK(print(record, "0.000000000000000000000000000012") == "0.000000000000000000000000000012");
  record.rounding = Rounding::fraction;
  record.least = record.most = layout::style_number_most;
  CHECK(print(record, "1") == "1." + std::string(20, '0'));
}

TEST_CASE("Zeros are stripped of whole numbers only") {
  Record record;
  record.least = record.most = 2;
  record.flags = layout::format_strips_zeros;
  CHECK(print(record, "5") == "5");
  CHECK(print(record, "5.1") == "5.10");
  CHECK(print(record, "4.999") == "5");
  CHECK(print(record, "5.001") == "5");
  CHECK(print(record, "0") == "0");
  CHECK(print(record, "0.004") == "0");
  CHECK(print(record, "1200") == "1,200");
}

TEST_CASE("Integer digits are filled up to the least of them, and a number never vanishes") {
  Record record;
  record.least_integer = 5;
  CHECK(print(record, "42") == "00,042");
  CHECK(print(record, "123456") == "123,456");
  CHECK(print(record, "0.5") == "00,000.5");
  record.least_integer = 0;
  CHECK(print(record, "0.5") == ".5");
  CHECK(print(record, "0") == "0");
  CHECK(print(record, "12") == "12");
}

TEST_CASE("Significant digits count from the first one that is not zero") {
  Record record;
  record.rounding = Rounding::significant;
  record.least = 1;
  record.most = 3;
  CHECK(print(record, "123456") == "123,000");
  CHECK(print(record, "0.00123456") == "0.00123");
  CHECK(print(record, "9.999") == "10");
  CHECK(print(record, "0") == "0");
  record.least = 3;
  CHECK(print(record, "1") == "1.00");
  CHECK(print(record, "12") == "12.0");
  CHECK(print(record, "1234") == "1,230");
  CHECK(print(record, "0.01") == "0.0100");
  CHECK(print(record, "0") == "0.00");
  CHECK(print(record, "9.999") == "10.0");
}

TEST_CASE("Compact notation rounds to two digits or an integer, and goes on to the next notation where it rounds up") {
  CHECK(print(compact(), "0") == "0");
  CHECK(print(compact(), "-0") == "-0");
  CHECK(print(compact(), "0.0123") == "0.012");
  CHECK(print(compact(), "1.25") == "1.2");
  CHECK(print(compact(), "999") == "999");
  CHECK(print(compact(), "999.4") == "999");
  CHECK(print(compact(), "999.5") == "1K");
  CHECK(print(compact(), "1000") == "1K");
  CHECK(print(compact(), "1250") == "1.2K");
  CHECK(print(compact(), "12500") == "12K");
  CHECK(print(compact(), "999499") == "999K");
  CHECK(print(compact(), "999500") == "1M");
  CHECK(print(compact(), "999900") == "1M");
  CHECK(print(compact(), "-999900") == "-1M");
  CHECK(print(compact(), "999999999") == "1B");
  CHECK(print(compact(), "1500000000000") == "1500B");
  CHECK(print(compact(), "15000000000000") == "15,000B");
}

TEST_CASE("A scale moves the decimal point before anything else") {
  Record record;
  record.most = 0;
  record.scale = 2;
  CHECK(print(record, "0.256") == "26");
  CHECK(print(record, "0.005") == "0");
  CHECK(print(record, "12") == "1,200");
  record.scale = -3;
  record.most = 1;
  CHECK(print(record, "1250") == "1.2");
  CHECK(print(record, "0") == "0");
}

TEST_CASE("The first form that fits the sign is taken") {
  Record record;
  record.forms = {{0, 0, layout::form_of_any, layout::sign_negative, "neg ", ""},
                  {0, 0, layout::form_of_any, layout::sign_negative_zero, "minus zero ", ""},
                  {0, 0, layout::form_of_any, layout::sign_zero, "zero ", ""},
                  {0, 0, layout::form_of_any, layout::sign_positive, "pos ", ""},
                  {0, 0, layout::form_of_any, layout::sign_any, "any ", ""}};
  CHECK(print(record, "5") == "pos 5");
  CHECK(print(record, "-5") == "neg 5");
  CHECK(print(record, "0") == "zero 0");
  CHECK(print(record, "-0") == "minus zero 0");
  CHECK(print(record, "0.0004") == "zero 0");  // The sign is that of what is shown.
  CHECK(print(record, "-0.0004") == "minus zero 0");
  CHECK(print(record, "Infinity") == "pos ∞");
  CHECK(print(record, "-Infinity") == "neg ∞");
  CHECK(print(record, "NaN") == "zero NaN");
}

TEST_CASE("A form may be of a plural category, of exactly one, and of numbers without digits") {
  Record record;
  record.least = 0;
  record.forms = {{0, 0, layout::exact, layout::sign_positive, "jeden", ""},
                  {0, layout::form_without_digits, layout::few, layout::sign_positive, "kilka", ""},
                  {0, 0, layout::many, layout::sign_positive, "", " wiele"},
                  {0, 0, layout::form_of_any, layout::sign_any, "", " inne"}};
  CHECK(print(record, "1") == "jeden1");
  CHECK(print(record, "3") == "kilka");
  CHECK(print(record, "5") == "5 wiele");
  CHECK(print(record, "1.5") == "1.5 inne");
  CHECK(print(record, "-3") == "3 inne");
  CHECK(print(record, "Infinity") == "∞ inne");
  record.forms[0].shift = layout::form_without_digits;
  CHECK(print(record, "1") == "jeden");
  CHECK(print(record, "1.0000001") == "jeden");  // It is one that is shown.
  record.least = 1;
  CHECK(print(record, "1") == "jeden");
  CHECK(print(record, "3") == "3.0 inne");  // "3.0" is of no category that 3 has.
}

TEST_CASE("In compact notation one million shows one, and takes its form") {
  Record record = compact();
  record.forms.insert(record.forms.begin() + 2,
                      {6, layout::form_without_digits | 6, layout::exact, layout::sign_positive, "a million", ""});
  CHECK(print(record, "1000000") == "a million");
  CHECK(print(record, "999999") == "a million");
  CHECK(print(record, "1100000") == "1.1M");
  CHECK(print(record, "1") == "1");
}

TEST_CASE("Infinity and NaN may have forms of their own, all in the prefix") {
  Record record;
  record.forms = {{layout::magnitude_of_special, 0, layout::form_of_any, layout::sign_positive, "inf!", "unseen"},
                  {layout::magnitude_of_special, 0, layout::form_of_any, layout::sign_zero, "nan!", ""},
                  {0, 0, layout::form_of_any, layout::sign_any, "", "x"}};
  CHECK(print(record, "Infinity") == "inf!");
  CHECK(print(record, "NaN") == "nan!");
  CHECK(print(record, "-Infinity") == "∞x");
  CHECK(print(record, "0") == "0x");
  CHECK(print(record, "1e300").ends_with("000x"));
}

TEST_CASE("Digits are the profile's, separators the record's") {
  Record record;
  record.decimal = "٫";
  record.group = "\u066C";
  CHECK(print(record, "1234.5", LocaleData::load("ar-EG")) == "١٬٢٣٤٫٥");
  record.primary = 0;
  CHECK(print(record, "1234567.5", LocaleData::load("ar-EG")) == "١٢٣٤٥٦٧٫٥");
  record = {};
  record.secondary = 2;
  CHECK(print(record, "1234567") == "12,34,567");
  record.least_grouping = 2;
  CHECK(print(record, "1234") == "1234");
  CHECK(print(record, "12345") == "12,345");
}

TEST_CASE("The category of a compact number is that of its value, its form's that of its digits") {
  // French: 1,000,000 is "many" in full and as 1 million, and its form is picked by 1, which is "one".
  const LocaleData french = LocaleData::load("fr");
  const Text rules{french.cardinal_rules.data(), static_cast<uint32_t>(french.cardinal_rules.size())};
  const std::string bytes = compact().bytes();
  const NumberFormat format({bytes.data(), static_cast<uint32_t>(bytes.size())});
  const auto categories = [&](std::string_view digits) {
    Decimal decimal;
    REQUIRE(decimal.set(digits.data(), digits.size()));
    const NumberFormat::Shown shown = format.apply(decimal);
    return std::pair<int, int>(format.category(rules, decimal, shown),
                               NumberFormat::form_category(rules, decimal, shown));
  };
  CHECK(categories("1000000") == std::pair<int, int>(layout::many, layout::one));
  CHECK(categories("1200000") == std::pair<int, int>(layout::many, layout::one));
  CHECK(categories("2500000") == std::pair<int, int>(layout::many, layout::other));
  CHECK(categories("1000") == std::pair<int, int>(layout::other, layout::one));
  CHECK(categories("1") == std::pair<int, int>(layout::one, layout::one));
  CHECK(categories("0") == std::pair<int, int>(layout::one, layout::one));
  CHECK(categories("Infinity") == std::pair<int, int>(layout::other, layout::other));
  CHECK(categories("NaN") == std::pair<int, int>(layout::other, layout::other));
}
