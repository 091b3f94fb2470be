// See mf1_operand.h.
#include "core/icu_engine/mf1_operand.h"

#include <unicode/unistr.h>

#include <cmath>
#include <limits>
#include <utility>

#include "core/runtime/decimal.h"

namespace codeglot {
namespace {

using icu::Formattable;

// ECMAScript's time values. ICU's calendars clamp, or go wrong, far beyond.
constexpr double milliseconds_most = 8.64e15;

bool is_time(double milliseconds) { return std::abs(milliseconds) <= milliseconds_most; }  // No NaN, either.

std::optional<double> special_number(const Decimal &decimal) {
  switch (decimal.kind) {
    case Decimal::Kind::not_a_number:
      return std::numeric_limits<double>::quiet_NaN();
    case Decimal::Kind::infinity:
      return decimal.negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    default:
      return std::nullopt;
  }
}

/// Digits as the runtime reads them, within its limits, so that a number of a billion digits is never printed.
Mf1Operand from_digits(const std::string &digits) {
  Decimal decimal;
  if (!decimal.set(digits.data(), digits.size())) {
    return {};
  }
  if (const std::optional<double> special = special_number(decimal)) {
    return Mf1Operand(*special);
  }
  UErrorCode status = U_ZERO_ERROR;
  Mf1Operand operand;
  operand.value = Formattable(icu::StringPiece(digits), status);
  operand.kind = U_SUCCESS(status) ? Mf1Operand::Kind::number : Mf1Operand::Kind::wrong_type;
  operand.text = digits;
  return operand;
}

}  // namespace

Mf1Operand::Mf1Operand(const ArgumentValue &given) {
  if (const auto *string = std::get_if<std::string>(&given)) {
    kind = Kind::text;
    icu::UnicodeString::fromUTF8(*string).toUTF8String(text);
  } else if (const auto *integer = std::get_if<int64_t>(&given)) {
    kind = Kind::number;
    value = Formattable(*integer);
  } else if (const auto *number = std::get_if<double>(&given)) {
    kind = Kind::number;
    value = Formattable(*number);
  } else if (const auto *decimal = std::get_if<DecimalText>(&given)) {
    *this = from_digits(decimal->digits);
  } else if (const auto *date = std::get_if<DateTime>(&given); date != nullptr && is_time(date->milliseconds)) {
    kind = Kind::date;
    value = Formattable(date->milliseconds, Formattable::kIsDate);
    zone = date->zone;
  }
}

double Mf1Operand::number() const {
  UErrorCode status = U_ZERO_ERROR;
  return value.getDouble(status);
}

Mf1Arguments::Mf1Arguments(const std::vector<NamedArgument> &arguments) {
  for (const NamedArgument &argument : arguments) {
    entries_.try_emplace(argument.name, Entry{&argument.value, std::nullopt});
  }
}

const Mf1Operand *Mf1Arguments::find(const std::string &name) {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    return nullptr;
  }
  Entry &entry = found->second;
  if (!entry.operand) {
    entry.operand.emplace(*entry.given);
  }
  return &*entry.operand;
}

}  // namespace codeglot
