// See random_message.h.
#include <bit>
#include <cmath>
#include <limits>

#include "random_message.h"

namespace differential {
namespace {

using codeglot::ArgumentValue;
using codeglot::DecimalText;
using codeglot::NamedArgument;

constexpr int64_t double_exact = int64_t{1} << 53;  // Up to here a double holds every integer.

/// A number of at most three fraction digits, as a double.
double thousandths(Random &random) {
  static constexpr double scales[] = {1, 2, 4, 8, 10, 100, 1000};
  static constexpr int64_t sizes[] = {10, 100, 1000, 100000, 100000000};
  const int64_t size = random.pick(sizes);
  return static_cast<double>(random.between(-size, size)) / random.pick(scales);
}

/// Exactly between two shown values, or next to there: what rounding to three digits is tested by.
double near_tie(Random &random) {
  static constexpr double ends[] = {0.0005, 0.00049999, 0.00050001, 0.0015, 0.0025, 0.0004,
                                    0.9995, 0.9996,     0.5,        0.005,  0.015};
  const double sign = random.one_in(2) ? -1 : 1;
  return sign * (static_cast<double>(random.between(0, 1200)) + random.pick(ends));
}

std::string digits(Random &random, size_t most) {
  std::string result;
  for (size_t count = random.below(most) + 1; count > 0; --count) {
    result += static_cast<char>('0' + random.below(10));
  }
  return result;
}

/// Decimal digits, at most `integer_digits` and `fraction_digits` of them.
DecimalText decimal(Random &random, size_t integer_digits, size_t fraction_digits) {
  static const char *const signs[] = {"", "", "-", "+"};
  std::string text = random.pick(signs) + digits(random, integer_digits);
  if (random.one_in(2)) {
    text += "." + digits(random, fraction_digits);
  }
  return {text};
}

int64_t small_integer(Random &random) {
  switch (random.below(5)) {
    case 0:
      return random.between(-3, 25);
    case 1:
      return random.between(0, 210);
    case 2:
      return random.between(-2000000, 2000000);
    case 3: {
      int64_t power = 1;
      for (size_t count = random.below(10); count > 0; --count) {
        power *= 10;
      }
      return power * random.between(1, 9) + random.between(-2, 2);
    }
    default:
      return random.between(0, 5);
  }
}

/// Up to what a double holds exactly.
int64_t integer(Random &random) { return random.between(-double_exact, double_exact) >> random.below(50); }

/// For an argument that no plural counts.
ArgumentValue any_number(Random &random) {
  switch (random.below(8)) {
    case 0:
      return static_cast<int64_t>(random.bits());
    case 1: {
      const auto number = std::bit_cast<double>(random.bits());  // Any exponent, NaN, infinity.
      // Excluded: the sign of NaN. ICU prints it, x86 sets it for 0.0 / 0.0, and JavaScript cannot see it; Codeglot
      // prints the same everywhere.
      return std::isnan(number) ? std::numeric_limits<double>::quiet_NaN() : number;
    }
    case 2:
      return decimal(random, 40, 40);
    case 3: {
      static const int64_t ends[] = {std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()};
      return random.pick(ends);
    }
    case 4: {
      static constexpr double numbers[] = {
          1e15, 1e16, 1e21, 1e22, 1e-7, 5e-324, 1.7976931348623157e308, std::numeric_limits<double>::quiet_NaN()};
      return random.pick(numbers);
    }
    case 5:
      return DecimalText{decimal(random, 5, 5).digits + (random.one_in(2) ? "e" : "E-") + digits(random, 2)};
    default:
      return integer(random);
  }
}

ArgumentValue number(Random &random, const Variable &variable) {
  // Excluded: with an offset, more than three fraction digits, and integers so large that the difference has more bits
  // than a double. ICU subtracts the offset in binary (1.0005 - 1 is not 0.0005), Codeglot in decimal.
  const bool rounding = !variable.offset;
  // Excluded: counted numbers that no double holds to the last shown digit, and counted NaN. ICU counts the digits of
  // the nearest double instead of those that it prints, and refuses to count NaN at all.
  const bool anything = !variable.counted && !variable.offset;
  switch (random.below(10)) {
    case 0:
    case 1:
      return thousandths(random);
    case 2:
      return rounding ? near_tie(random) : thousandths(random);
    case 3:
      return rounding ? decimal(random, 8, 6) : decimal(random, 8, 3);
    case 4: {
      static constexpr double numbers[] = {0.0, -0.0, std::numeric_limits<double>::infinity(),
                                           -std::numeric_limits<double>::infinity()};
      return random.pick(numbers);
    }
    case 5:
    case 6:
      return anything ? any_number(random) : small_integer(random);
    case 7:
      return rounding ? integer(random) : small_integer(random);
    default:
      return small_integer(random);
  }
}

std::string string(Random &random, const Variable &variable) {
  static const char *const strings[] = {
      "",          "Ada",           "other",      "{name} it's '#'", "\u05E9\u05DC\u05D5\u05DD",
      "\u202Eabc", "\u2068x\u2069", "\U0001F600", "e\u0301",         "\u4E2D",
      "8",         "a\tb\nc",       "\uFEFF",     "\uFFFD",          "=1",
      "OTHER",     "female "};
  if (!variable.keys.empty() && !random.one_in(3)) {
    return random.pick(variable.keys);
  }
  return random.one_in(50) ? std::string("a\0b", 3) : random.pick(strings);
}

}  // namespace

std::vector<NamedArgument> random_arguments(Random &random, const std::vector<Variable> &variables) {
  std::vector<NamedArgument> arguments;
  for (const Variable &variable : variables) {
    if (random.one_in(25)) {
      continue;  // Missing: its name in braces.
    }
    // Excluded: arguments of a wrong type. ICU fails on them, Codeglot has its own documented text.
    arguments.push_back(
        {variable.name, variable.number ? number(random, variable) : ArgumentValue(string(random, variable))});
  }
  if (random.one_in(30)) {
    arguments.push_back({"surplus", int64_t{1}});
  }
  return arguments;
}

}  // namespace differential
