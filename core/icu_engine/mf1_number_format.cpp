// See mf1_number_format.h.
#include "core/icu_engine/mf1_number_format.h"

#include <cmath>
#include <limits>

#include "core/icu_engine/pieces.h"

namespace codeglot {

using icu::Formattable;
using icu::UnicodeString;
using icu::number::FormattedNumber;

namespace {

NumberClass class_of(double number) {
  return std::isnan(number)   ? NumberClass::not_a_number
         : std::isinf(number) ? NumberClass::infinity
                              : NumberClass::finite;
}

}  // namespace

FormattedNumber Mf1Skeleton::format_number(const Mf1Operand &operand, UErrorCode &status) const {
  if (operand.kind != Mf1Operand::Kind::number) {
    status = U_ILLEGAL_ARGUMENT_ERROR;
    return {};
  }
  if (!operand.text.empty()) {
    return formatter_.formatDecimal(operand.text, status);
  }
  return operand.value.getType() == Formattable::kInt64 ? formatter_.formatInt(operand.value.getInt64(), status)
                                                        : formatter_.formatDouble(operand.number(), status);
}

bool Mf1Skeleton::format(const Mf1Operand &operand, const std::string &, Part &part, std::vector<Mf1Fault> &) const {
  UErrorCode status = U_ZERO_ERROR;
  const FormattedNumber formatted = format_number(operand, status);
  if (U_FAILURE(status)) {
    return false;
  }
  part.type = Part::Type::number;
  part.value = to_utf8(formatted.toTempString(status));
  part.pieces = number_pieces(formatted, class_of(operand.number()));
  return U_SUCCESS(status);
}

std::optional<std::string> Mf1DecimalFormat::select(double, const Mf1Operand &operand,
                                                    const icu::PluralRules &rules) const {
  UErrorCode status = U_ZERO_ERROR;
  const FormattedNumber formatted = format_number(operand, status);
  const UnicodeString keyword = U_SUCCESS(status) ? rules.select(formatted, status) : UnicodeString();
  return U_SUCCESS(status) ? std::optional<std::string>(to_utf8(keyword)) : std::nullopt;
}

bool Mf1RuleFormat::is_harmful(const Mf1Operand &operand) const {
  const double number = operand.number();
  // Where the rule for negative numbers is a pattern of digits, as in ordinals, ICU follows a null pointer for "−∞".
  if (number == -std::numeric_limits<double>::infinity()) {
    return true;
  }
  // ICU hands integers beyond 64 bits to the locale's own number format. Where that one is of rules it hands them back,
  // and so on until the stack ends.
  constexpr double rules_most = 9.2e18;  // A little below 2^63.
  const bool exact = !operand.text.empty() || operand.value.getType() == Formattable::kInt64;
  if (algorithmic_ && exact && !(std::abs(number) < rules_most)) {
    return true;
  }
  // ICU multiplies the numerator, 0, by ten until it reaches the denominator. The least denominator that any locale
  // names last is 10^9.
  constexpr double fraction_least = 1e-9;
  const double fraction = std::abs(number) - std::floor(std::abs(number));
  return names_fractions_ && fraction > 0 && fraction < fraction_least;
}

bool Mf1RuleFormat::format(const Mf1Operand &operand, const std::string &, Part &part, std::vector<Mf1Fault> &) const {
  if (operand.kind != Mf1Operand::Kind::number || is_harmful(operand)) {
    return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString text;
  icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
  format_->format(operand.value, text, position, status);
  part.type = Part::Type::number;
  part.value = to_utf8(text);
  if (!part.value.empty()) {
    part.pieces = {{"literal", part.value}};
  }
  return U_SUCCESS(status);
}

}  // namespace codeglot
