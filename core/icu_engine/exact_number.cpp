// See exact_number.h.
#include "core/icu_engine/exact_number.h"

#include <unicode/fmtable.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "codeglot/limits.h"

namespace codeglot {
namespace {

/// A number-literal's parts, as they are written.
struct Literal {
  bool negative = false;
  std::string_view integer;
  std::string_view fraction;
  std::string_view exponent;  // With its sign; empty if there is none.
};

std::string_view take_digits(std::string_view &rest) {
  const size_t count = std::min(rest.find_first_not_of("0123456789"), rest.size());
  const std::string_view digits = rest.substr(0, count);
  rest.remove_prefix(count);
  return digits;
}

std::optional<Literal> read_literal(std::string_view rest) {
  Literal literal;
  if (rest.starts_with('-')) {
    literal.negative = true;
    rest.remove_prefix(1);
  }
  literal.integer = take_digits(rest);
  if (literal.integer.empty() || (literal.integer.size() > 1 && literal.integer[0] == '0')) {
    return std::nullopt;
  }
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    literal.fraction = take_digits(rest);
    if (literal.fraction.empty()) {
      return std::nullopt;
    }
  }
  if (rest.starts_with('e') || rest.starts_with('E')) {
    rest.remove_prefix(1);
    literal.exponent = rest;
    if (rest.starts_with('-') || rest.starts_with('+')) {
      rest.remove_prefix(1);
    }
    if (take_digits(rest).empty()) {
      return std::nullopt;
    }
  }
  return rest.empty() ? std::optional(literal) : std::nullopt;
}

/// Adds two numbers without a sign, both digits only.
std::string sum(const std::string &left, const std::string &right) {
  std::string result;
  int carry = 0;
  for (size_t place = 0; place < std::max(left.size(), right.size()) || carry > 0; ++place) {
    const int one = place < left.size() ? left[left.size() - 1 - place] - '0' : 0;
    const int other = place < right.size() ? right[right.size() - 1 - place] - '0' : 0;
    const int digit = one + other + carry;
    result += static_cast<char>('0' + digit % 10);
    carry = digit / 10;
  }
  std::reverse(result.begin(), result.end());
  return result;
}

/// Digits of `larger` - `smaller`, which have as many digits.
std::string difference(const std::string &larger, const std::string &smaller) {
  std::string result = larger;
  int borrow = 0;
  for (size_t place = larger.size(); place-- > 0;) {
    int digit = larger[place] - smaller[place] - borrow;
    borrow = digit < 0 ? 1 : 0;
    digit += borrow * 10;
    result[place] = static_cast<char>('0' + digit);
  }
  return result;
}

}  // namespace

bool is_number_literal(std::string_view text) { return read_literal(text).has_value(); }

void ExactNumber::trim() {
  integer_.erase(0, std::min(integer_.find_first_not_of('0'), integer_.size()));
  if (integer_.empty()) {
    integer_ = "0";
  }
  fraction_.erase(fraction_.find_last_not_of('0') + 1);
}

std::optional<ExactNumber> ExactNumber::parse(std::string_view text) {
  const std::optional<Literal> literal = read_literal(text);
  if (!literal) {
    return std::nullopt;
  }
  ExactNumber number;
  number.negative_ = literal->negative;
  std::string digits(literal->integer);
  digits += literal->fraction;
  if (digits.find_first_not_of('0') == std::string::npos) {
    return number;  // Zero, whatever its exponent.
  }
  int32_t exponent = 0;
  const size_t sign = literal->exponent.starts_with('+') ? 1 : 0;
  const char *const end = literal->exponent.data() + literal->exponent.size();
  if (!literal->exponent.empty() && std::from_chars(literal->exponent.data() + sign, end, exponent).ec != std::errc()) {
    return std::nullopt;
  }
  // The place of the point: how many digits stand before it. In 64 bits no sum of sizes overflows.
  const int64_t leading = static_cast<int64_t>(digits.find_first_not_of('0'));
  const int64_t point = static_cast<int64_t>(literal->integer.size()) + exponent - leading;
  digits.erase(0, static_cast<size_t>(leading));
  digits.erase(digits.find_last_not_of('0') + 1);
  const auto count = static_cast<int64_t>(digits.size());
  if (point > CG_MAX_NUMBER_DIGITS || count - point > CG_MAX_NUMBER_DIGITS) {
    return std::nullopt;
  }
  if (point > count) {
    digits.append(static_cast<size_t>(point - count), '0');
  } else if (point < 0) {
    digits.insert(0, static_cast<size_t>(-point), '0');
  }
  const auto whole = static_cast<size_t>(std::max<int64_t>(point, 0));
  number.integer_ = digits.substr(0, whole);
  number.fraction_ = digits.substr(whole);
  number.trim();
  return number;
}

ExactNumber ExactNumber::of(int64_t value) {
  ExactNumber number;
  number.integer_ = std::to_string(value);
  if (value < 0) {
    number.negative_ = true;
    number.integer_.erase(0, 1);
  }
  return number;
}

ExactNumber ExactNumber::of(double value) {
  ExactNumber number;
  if (!std::isfinite(value)) {
    number.kind_ = std::isnan(value) ? Kind::not_a_number : Kind::infinity;
    number.negative_ = value < 0;
    return number;
  }
  // ICU's digits of a double: std::to_chars for double is not everywhere where this is compiled.
  UErrorCode status = U_ZERO_ERROR;
  icu::Formattable formattable(std::fabs(value));  // Owns the digits.
  const icu::StringPiece digits = formattable.getDecimalNumber(status);
  std::string text(digits.data(), static_cast<size_t>(digits.length()));
  const std::optional<ExactNumber> parsed = parse(text);
  number = parsed.value_or(number);
  number.negative_ = std::signbit(value);
  return number;
}

std::string ExactNumber::signed_plain() const {
  if (kind_ == Kind::not_a_number) {
    return "NaN";
  }
  const std::string sign = negative_ ? "-" : "";
  if (kind_ == Kind::infinity) {
    return sign + "Infinity";
  }
  return sign + integer_ + (fraction_.empty() ? "" : "." + fraction_);
}

std::string ExactNumber::plain() const {
  return kind_ == Kind::finite && integer_ == "0" && fraction_.empty() ? "0" : signed_plain();
}

ExactNumber ExactNumber::times_hundred() const {
  ExactNumber result = *this;
  std::string moved = fraction_.substr(0, 2);
  moved.append(2 - moved.size(), '0');
  result.integer_ += moved;
  result.fraction_ = fraction_.size() > 2 ? fraction_.substr(2) : "";
  result.trim();
  return result;
}

ExactNumber ExactNumber::rounded() const {
  ExactNumber result = *this;
  result.fraction_.clear();
  if (!fraction_.empty() && fraction_[0] >= '5') {
    result.integer_ = sum(integer_, "1");
  }
  return result;
}

ExactNumber ExactNumber::plus(int32_t summand) const {
  if (kind_ != Kind::finite) {
    return *this;
  }
  // Both as integers of one size, scaled by the fraction's digits.
  std::string left = integer_ + fraction_;
  std::string right = std::to_string(std::abs(static_cast<int64_t>(summand))) + std::string(fraction_.size(), '0');
  const size_t size = std::max(left.size(), right.size());
  left.insert(0, size - left.size(), '0');
  right.insert(0, size - right.size(), '0');
  ExactNumber result = *this;
  std::string digits;
  if (negative_ == (summand < 0)) {
    digits = sum(left, right);
  } else if (left >= right) {
    digits = difference(left, right);
  } else {
    digits = difference(right, left);
    result.negative_ = !negative_;
  }
  const size_t whole = digits.size() - fraction_.size();
  result.integer_ = digits.substr(0, whole);
  result.fraction_ = digits.substr(whole);
  result.trim();
  result.negative_ = result.negative_ && (result.integer_ != "0" || !result.fraction_.empty());
  return result;
}

}  // namespace codeglot
