// Decimal (core/runtime/decimal.h): what it reads, how it rounds, subtracts and compares, up to its limits.
#include "core/runtime/decimal.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <optional>
#include <random>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// The number in full: "-12.5", "0", "-0", "-Infinity", "NaN".
std::string plain(const Decimal &decimal) {
  std::string text = decimal.negative ? "-" : "";
  if (decimal.kind != Decimal::Kind::finite) {
    return decimal.kind == Decimal::Kind::infinity ? text + "Infinity" : "NaN";
  }
  for (int32_t power = std::max(decimal.point, 1) - 1; power >= 0; --power) {
    text += static_cast<char>('0' + decimal.digit(power));
  }
  if (!decimal.is_integer()) {
    text += '.';
    for (int32_t power = -1; power >= decimal.point - decimal.count; --power) {
      text += static_cast<char>('0' + decimal.digit(power));
    }
  }
  return text;
}

/// What a text is read as; "rejected" if it is not.
std::string read(std::string_view text) {
  const ExactBytes bytes(text);
  Decimal decimal;
  return decimal.set(reinterpret_cast<const char *>(bytes.data()), bytes.size()) ? plain(decimal) : "rejected";
}

template <typename Number>
std::string of(Number number) {
  Decimal decimal;
  decimal.set(number);
  return plain(decimal);
}

std::string rounded(std::string_view text, int32_t digits = 3) {
  Decimal decimal;
  REQUIRE(decimal.set(text.data(), text.size()));
  decimal.round(digits);
  return plain(decimal);
}

std::string rounded(std::string_view text, int32_t digits, layout::RoundingMode mode) {
  Decimal decimal;
  REQUIRE(decimal.set(text.data(), text.size()));
  decimal.round(digits, mode);
  return plain(decimal);
}

std::string minus(std::string_view text, int32_t mantissa, uint8_t fraction_digits = 0) {
  Decimal decimal;
  REQUIRE(decimal.set(text.data(), text.size()));
  decimal.subtract({mantissa, fraction_digits});
  return plain(decimal);
}

bool equal(std::string_view text, int32_t mantissa, uint8_t fraction_digits = 0) {
  Decimal decimal;
  REQUIRE(decimal.set(text.data(), text.size()));
  return decimal.equals({mantissa, fraction_digits});
}

}  // namespace

TEST_CASE("Decimal text is read as it is written, with or without sign, point, exponent and zeros") {
  for (const auto &[text, value] :
       std::initializer_list<std::pair<const char *, const char *>>{{"0", "0"},
                                                                    {"-0", "-0"},
                                                                    {"+0", "0"},
                                                                    {"0.0", "0"},
                                                                    {"-0.000", "-0"},
                                                                    {"7", "7"},
                                                                    {"+5", "5"},
                                                                    {"-12.50", "-12.5"},
                                                                    {"007", "7"},
                                                                    {"0.5", "0.5"},
                                                                    {".5", "0.5"},
                                                                    {"5.", "5"},
                                                                    {"-.5", "-0.5"},
                                                                    {"0.050", "0.05"},
                                                                    {"1.10", "1.1"},
                                                                    {"100", "100"},
                                                                    {"1e2", "100"},
                                                                    {"1E2", "100"},
                                                                    {"1e+2", "100"},
                                                                    {"1e-2", "0.01"},
                                                                    {"1E-7", "0.0000001"},
                                                                    {"12.5e1", "125"},
                                                                    {"0.05e3", "50"},
                                                                    {"1e21", "1000000000000000000000"},
                                                                    {"1.5e0", "1.5"},
                                                                    {"0e9", "0"},
                                                                    {"0e-9", "0"},
                                                                    {"1e00002", "100"},
                                                                    {"000.00100", "0.001"},
                                                                    {"Infinity", "Infinity"},
                                                                    {"-Infinity", "-Infinity"},
                                                                    {"+Infinity", "Infinity"},
                                                                    {"NaN", "NaN"},
                                                                    {"9223372036854775808", "9223372036854775808"}}) {
    INFO(text);
    CHECK(read(text) == value);
  }
}

TEST_CASE("Text that is no decimal number is rejected") {
  for (const char *text : {"",
                           "-",
                           "+",
                           ".",
                           "-.",
                           "e",
                           "e5",
                           "1e",
                           "1e+",
                           "1e-",
                           "1e5.5",
                           "1.2.3",
                           "--1",
                           "+-1",
                           "- 1",
                           " 1",
                           "1 ",
                           "1,000",
                           "0x10",
                           "1_000",
                           "abc",
                           "1a",
                           "1e5x",
                           "nan",
                           "NAN",
                           "inf",
                           "infinity",
                           "INFINITY",
                           "Infinit",
                           "Infinityy",
                           "NaN1",
                           "１",
                           "٣",
                           "1e99999999999",
                           "1e-99999999999",
                           "1e401",
                           "1e2147483648"}) {
    INFO(text);
    CHECK(read(text) == "rejected");
  }
  CHECK(read(std::string_view("1\0", 2)) == "rejected");
  CHECK(read(std::string_view("\0", 1)) == "rejected");
}

TEST_CASE("A number may have 400 digits on either side of its point and no more") {
  const std::string nines(CG_MAX_NUMBER_DIGITS, '9');
  CHECK(read(nines) == nines);
  CHECK(read("-" + nines + "." + nines) == "-" + nines + "." + nines);
  CHECK(read("." + nines) == "0." + nines);
  CHECK(read(nines + "9") == "rejected");
  CHECK(read("0." + nines + "9") == "rejected");
  CHECK(read("1e399") == "1" + std::string(399, '0'));
  CHECK(read("1e400") == "rejected");
  CHECK(read("1e-400") == "0." + std::string(399, '0') + "1");
  CHECK(read("1e-401") == "rejected");
  CHECK(read("0." + std::string(399, '0') + "1") == "0." + std::string(399, '0') + "1");
  CHECK(read("0." + std::string(400, '0') + "1") == "rejected");
}

TEST_CASE("Leading zeros do not count as digits") {
  CHECK(read(std::string(5000, '0') + "1") == "1");
  CHECK(read(std::string(5000, '0')) == "0");
  CHECK(read(std::string(5000, '0') + ".5") == "0.5");
}

TEST_CASE("Integers are exact to their limits") {
  CHECK(of(int64_t{0}) == "0");
  CHECK(of(std::numeric_limits<int64_t>::max()) == "9223372036854775807");
  CHECK(of(std::numeric_limits<int64_t>::min()) == "-9223372036854775808");
  for (int64_t power = 1; power < 1000000000000000000; power *= 10) {
    CHECK(of(power) == std::to_string(power));
    CHECK(of(-power) == std::to_string(-power));
    CHECK(of(power - 1) == std::to_string(power - 1));
  }
}

TEST_CASE("Doubles are their shortest digits") {
  CHECK(of(0.0) == "0");
  CHECK(of(-0.0) == "-0");
  CHECK(of(0.1) == "0.1");
  CHECK(of(1.0 / 3) == "0.3333333333333333");
  CHECK(of(1e21) == "1000000000000000000000");
  CHECK(of(1e23) == "100000000000000000000000");
  CHECK(of(9007199254740993.0) == "9007199254740992");
  CHECK(of(999999999.0) == "999999999");
  CHECK(of(1000000000.0) == "1000000000");
  CHECK(of(-1000000001.5) == "-1000000001.5");
  CHECK(of(5e-324) == "0." + std::string(323, '0') + "5");
  CHECK(of(std::numeric_limits<double>::max()) == "17976931348623157" + std::string(292, '0'));
  CHECK(of(std::numeric_limits<double>::infinity()) == "Infinity");
  CHECK(of(-std::numeric_limits<double>::infinity()) == "-Infinity");
  CHECK(of(std::numeric_limits<double>::quiet_NaN()) == "NaN");
}

TEST_CASE("A decimal that is set again keeps nothing of what it was") {
  Decimal decimal;
  decimal.set(std::numeric_limits<double>::infinity());
  decimal.set(int64_t{-5});
  CHECK(plain(decimal) == "-5");
  decimal.set(1.5);
  CHECK(plain(decimal) == "1.5");
  CHECK_FALSE(decimal.set("12x", 3));
  CHECK(decimal.set("NaN", 3));
  CHECK(decimal.set("7", 1));
  CHECK(plain(decimal) == "7");
}

TEST_CASE("Rounding goes half to even at the third fraction digit") {
  for (const auto &[text, value] : std::initializer_list<std::pair<const char *, const char *>>{
           {"0.0004", "0"},
           {"0.0005", "0"},
           {"0.00050001", "0.001"},
           {"0.0006", "0.001"},
           {"0.0015", "0.002"},
           {"0.0025", "0.002"},
           {"0.0035", "0.004"},
           {"1.2345", "1.234"},
           {"1.2355", "1.236"},
           {"1.23450000001", "1.235"},
           {"1.2344999", "1.234"},
           {"99.9995", "100"},
           {"99.9996", "100"},
           {"99.9994", "99.999"},
           {"999.9995", "1000"},
           {"999.9985", "999.998"},
           {"9.9995", "10"},
           {"0.9995", "1"},
           {"0.09995", "0.1"},
           {"-0.0004", "-0"},
           {"-0.0005", "-0"},
           {"-0.0015", "-0.002"},
           {"-999.9995", "-1000"},
           {"1.5", "1.5"},
           {"1.25", "1.25"},
           {"12345678901234567890.0005", "12345678901234567890"},
           {"12345678901234567890.0015", "12345678901234567890.002"},
           {"0.00000000000000001", "0"},
           {"0", "0"},
           {"-0", "-0"},
           {"1e30", "1000000000000000000000000000000"}}) {
    INFO(text);
    CHECK(rounded(text) == value);
  }
}

TEST_CASE("Rounding to integers goes half to even too") {
  for (const auto &[text, value] : std::initializer_list<std::pair<const char *, const char *>>{{"0.5", "0"},
                                                                                                {"1.5", "2"},
                                                                                                {"2.5", "2"},
                                                                                                {"0.51", "1"},
                                                                                                {"0.49", "0"},
                                                                                                {"9.5", "10"},
                                                                                                {"99.5", "100"},
                                                                                                {"-0.5", "-0"},
                                                                                                {"-1.5", "-2"},
                                                                                                {"-2.5", "-2"},
                                                                                                {"0.05", "0"},
                                                                                                {"0.06", "0"}}) {
    INFO(text);
    CHECK(rounded(text, 0) == value);
  }
}

TEST_CASE("Rounding what cannot be rounded changes nothing") {
  CHECK(rounded("Infinity") == "Infinity");
  CHECK(rounded("NaN") == "NaN");
  const std::string nines(CG_MAX_NUMBER_DIGITS, '9');
  CHECK(rounded(nines) == nines);
  CHECK(rounded(nines + "." + nines) == "1" + std::string(CG_MAX_NUMBER_DIGITS, '0'));
}

TEST_CASE("Each rounding mode goes its own way at ties, between them, and on both sides of zero") {
  using Mode = layout::RoundingMode;
  constexpr Mode modes[] = {Mode::half_even, Mode::half_up, Mode::half_down, Mode::up,
                            Mode::down,      Mode::ceiling, Mode::floor};
  const struct {
    const char *number;
    const char *by_mode[7];
  } cases[] = {{"0.5", {"0", "1", "0", "1", "0", "1", "0"}},
               {"-0.5", {"-0", "-1", "-0", "-1", "-0", "-0", "-1"}},
               {"1.5", {"2", "2", "1", "2", "1", "2", "1"}},
               {"2.5", {"2", "3", "2", "3", "2", "3", "2"}},
               {"-2.5", {"-2", "-3", "-2", "-3", "-2", "-2", "-3"}},
               {"2.51", {"3", "3", "3", "3", "2", "3", "2"}},
               {"2.49", {"2", "2", "2", "3", "2", "3", "2"}},
               {"0.01", {"0", "0", "0", "1", "0", "1", "0"}},
               {"-0.01", {"-0", "-0", "-0", "-1", "-0", "-0", "-1"}},
               {"9.5", {"10", "10", "9", "10", "9", "10", "9"}},
               {"99.99", {"100", "100", "100", "100", "99", "100", "99"}},
               {"7", {"7", "7", "7", "7", "7", "7", "7"}},
               {"0", {"0", "0", "0", "0", "0", "0", "0"}}};
  for (const auto &[number, by_mode] : cases) {
    for (size_t mode = 0; mode < std::size(modes); ++mode) {
      INFO(number << " in mode " << mode);
      CHECK(rounded(number, 0, modes[mode]) == by_mode[mode]);
    }
  }
}

TEST_CASE("A number far below the last digit rounds up to that digit, and zero to zero") {
  using Mode = layout::RoundingMode;
  CHECK(rounded("0.0001", 2, Mode::up) == "0.01");
  CHECK(rounded("-0.0001", 2, Mode::floor) == "-0.01");
  CHECK(rounded("0.005", 2, Mode::half_up) == "0.01");
  CHECK(rounded("0.0049", 2, Mode::half_up) == "0");
  CHECK(rounded("7", -2, Mode::ceiling) == "100");
  CHECK(rounded("70", -2, Mode::half_up) == "100");
  CHECK(rounded("7", -1, Mode::half_up) == "10");
  CHECK(rounded("7", -2, Mode::half_up) == "0");
  CHECK(rounded("1e-400", 20, Mode::up) == "0.00000000000000000001");
  for (const Mode mode : {Mode::half_even, Mode::half_up, Mode::up, Mode::ceiling, Mode::floor}) {
    CHECK(rounded("0", -3, mode) == "0");
    CHECK(rounded("-0", -3, mode) == "-0");
  }
}

TEST_CASE("Rounding in every mode is that of integers") {
  using Mode = layout::RoundingMode;
  std::mt19937_64 random(7);
  for (int round = 0; round < 20000; ++round) {
    // A number of six fraction digits, rounded to some of them, as a count of the last one.
    const auto millionths = static_cast<int64_t>(random() % 20000000) - 10000000;
    const auto kept = static_cast<int32_t>(random() % 6);
    int64_t step = 1;
    for (int32_t digit = kept; digit < 6; ++digit) {
      step *= 10;
    }
    const int64_t magnitude = std::abs(millionths);
    const int64_t down = magnitude / step;
    const int64_t rest = magnitude % step;
    const bool negative = millionths < 0;
    const auto expected = [&](Mode mode) {
      const bool tie = rest * 2 == step;
      const bool above = rest * 2 > step;
      switch (mode) {
        case Mode::half_even:
          return above || (tie && down % 2 == 1);
        case Mode::half_up:
          return above || tie;
        case Mode::half_down:
          return above;
        case Mode::up:
          return rest > 0;
        case Mode::down:
          return false;
        case Mode::ceiling:
          return rest > 0 && !negative;
        default:
          return rest > 0 && negative;
      }
    };
    const std::string text = (negative ? "-" : "") + std::to_string(magnitude) + "e-6";
    for (int mode = 0; mode < 7; ++mode) {
      INFO(text << " to " << kept << " digits in mode " << mode);
      const auto as_mode = static_cast<Mode>(mode);
      Decimal want;
      const std::string count = (negative ? "-" : "") + std::to_string(down + (expected(as_mode) ? 1 : 0)) + "e-" +
                                std::to_string(kept);
      REQUIRE(want.set(count.data(), count.size()));
      REQUIRE(rounded(text, kept, as_mode) == plain(want));
    }
  }
}

TEST_CASE("Scaling moves the point, and zero stays zero") {
  Decimal decimal;
  decimal.set(0.256);
  decimal.scale(2);
  CHECK(plain(decimal) == "25.6");
  decimal.set(-0.0);
  decimal.scale(20);
  CHECK(plain(decimal) == "-0");
}

TEST_CASE("Subtraction within eighteen digits is exact, with carries, borrows and signs") {
  CHECK(minus("5", 3) == "2");
  CHECK(minus("3", 5) == "-2");
  CHECK(minus("-3", 5) == "-8");
  CHECK(minus("-3", -5) == "2");
  CHECK(minus("-5", -3) == "-2");
  CHECK(minus("3", -5) == "8");
  CHECK(minus("5", 5) == "0");
  CHECK(minus("-5", -5) == "0");
  CHECK(minus("0", 1) == "-1");
  CHECK(minus("-0", 1) == "-1");
  CHECK(minus("0", -1) == "1");
  CHECK(minus("1000", 1) == "999");
  CHECK(minus("999", -1) == "1000");
  CHECK(minus("1", 1, 1) == "0.9");
  CHECK(minus("0.1", 1, 9) == "0.099999999");
  CHECK(minus("999999999999999999", 1) == "999999999999999998");
  CHECK(minus("-999999999999999999", 1) == "-1000000000000000000");
  CHECK(minus("99999999999999.125", 1, 3) == "99999999999999.124");
  CHECK(minus("1.5", 15, 1) == "0");
  CHECK(minus("7", 0) == "7");
  CHECK(minus("-0", 0) == "-0");
  CHECK(minus("0", INT32_MAX) == "-2147483647");
  CHECK(minus("0", INT32_MIN) == "2147483648");
  CHECK(minus("Infinity", 3) == "Infinity");
  CHECK(minus("-Infinity", 3) == "-Infinity");
  CHECK(minus("NaN", 3) == "NaN");
}

TEST_CASE("Subtraction agrees with 64-bit integers of eighteen digits") {
  std::mt19937_64 random(99);
  for (int round = 0; round < 20000; ++round) {
    const int64_t left = (static_cast<int64_t>(random()) >> (random() % 60)) % 1000000000000000000;
    const auto right = static_cast<int32_t>(static_cast<int64_t>(random()) >> (32 + random() % 32));
    Decimal decimal;
    decimal.set(left);
    decimal.subtract({right, 0});
    INFO(left << " - " << right);
    REQUIRE(plain(decimal) == std::to_string(left - right));
  }
}

TEST_CASE("Subtraction of any constant from any number is right to the third fraction digit, up to eighteen digits") {
  for (const int32_t mantissa : {1, -1, 100, -100, 12345, 999999999, -999999999, INT32_MAX, INT32_MIN}) {
    for (uint8_t digits = 0; digits <= 9; ++digits) {
      for (const char *number :
           {"0.30000000000000004", "0.1234567890123456", "1.0000000000000002", "0.00000000000000001", "123456.7890625",
            "0.5", "5e-324", "1e-400", "-0.30000000000000004", "2147483647.123", "12345678.000001"}) {
        Decimal decimal;
        REQUIRE(decimal.set(number, std::strlen(number)));
        if (decimal.point + digits > exact_digits) {
          continue;
        }
        decimal.subtract({mantissa, digits});
        decimal.round(3);
        const long double expected = std::strtold(number, nullptr) -
                                     static_cast<long double>(mantissa) / std::pow(10.0L, static_cast<int>(digits));
        INFO(number << " - " << mantissa << "e-" << int{digits} << " gives " << plain(decimal));
        CHECK(std::abs(std::strtold(plain(decimal).c_str(), nullptr) - expected) <= 0.00050001L);
      }
    }
  }
}

TEST_CASE("Subtraction from a number of more digits leaves what it cannot change") {
  const std::string nines(CG_MAX_NUMBER_DIGITS, '9');
  CHECK(minus("1e20", 1) == "100000000000000000000");
  CHECK(minus("-1e399", INT32_MIN) == "-1" + std::string(399, '0'));
  CHECK(minus(nines + "." + nines, -1) == nines + "." + nines);
  CHECK(minus("1e17", 1, 9) == "100000000000000000");
}

TEST_CASE("A number equals a constant by value, whatever its zeros") {
  CHECK(equal("1", 1));
  CHECK(equal("1.0", 1));
  CHECK(equal("1", 10, 1));
  CHECK(equal("1.50", 15, 1));
  CHECK(equal("0", 0));
  CHECK(equal("-0", 0));
  CHECK(equal("1e2", 100));
  CHECK(equal("-2147483648", INT32_MIN));
  CHECK_FALSE(equal("1", -1));
  CHECK_FALSE(equal("-1", 1));
  CHECK_FALSE(equal("1.0001", 1));
  CHECK_FALSE(equal("10", 1));
  CHECK_FALSE(equal("0.1", 1));
  CHECK_FALSE(equal("Infinity", 0));
  CHECK_FALSE(equal("NaN", 0));
}
