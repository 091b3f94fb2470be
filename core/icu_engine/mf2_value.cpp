// See mf2_value.h.
#include "core/icu_engine/mf2_value.h"

#include <limits>

#include "core/icu_engine/iso_date.h"

namespace codeglot::mf2 {
namespace {

/// "NaN" and the infinities besides what number-literal allows: a decimal argument may be any number.
std::optional<ExactNumber> decimal_number(const std::string &digits) {
  if (digits == "NaN") {
    return ExactNumber::of(std::numeric_limits<double>::quiet_NaN());
  }
  if (digits == "Infinity" || digits == "-Infinity") {
    return ExactNumber::of(digits[0] == '-' ? -std::numeric_limits<double>::infinity()
                                            : std::numeric_limits<double>::infinity());
  }
  return ExactNumber::parse(digits);
}

void set_number(Value &value, const std::optional<ExactNumber> &number) {
  value.type = number ? Value::Type::number : Value::Type::unsupported;
  value.number = number.value_or(ExactNumber());
}

}  // namespace

std::optional<std::string> string_value(const Value &value) {
  switch (value.type) {
    case Value::Type::text:
      return *value.text;
    case Value::Type::number:
      return value.number.plain();
    case Value::Type::date:
      return iso_text(value.date);
    case Value::Type::custom:
      if (const auto *text = std::get_if<std::string>(&value.passed)) {
        return *text;
      }
      return value.result->text;
    default:
      return std::nullopt;
  }
}

ArgumentValue argument_value(const Value &value) {
  if (value.type == Value::Type::text) {
    return *value.text;
  }
  return value.passed;
}

ValuePointer value_of_argument(const NamedArgument &argument) {
  auto value = std::make_shared<Value>();
  value->argument = &argument.name;
  if (const auto *text = std::get_if<std::string>(&argument.value)) {
    value->type = Value::Type::text;
    value->text = std::make_shared<const std::string>(*text);
    return value;
  }
  value->passed = argument.value;
  if (const auto *integer = std::get_if<int64_t>(&argument.value)) {
    set_number(*value, ExactNumber::of(*integer));
  } else if (const auto *number = std::get_if<double>(&argument.value)) {
    set_number(*value, ExactNumber::of(*number));
  } else if (const auto *decimal = std::get_if<DecimalText>(&argument.value)) {
    set_number(*value, decimal_number(decimal->digits));
  } else if (const auto *date = std::get_if<DateTime>(&argument.value)) {
    value->type = is_date(date->milliseconds) ? Value::Type::date : Value::Type::unsupported;
    value->date = {date->milliseconds, date->zone, false};
  } else {
    value->type = Value::Type::unsupported;
  }
  return value;
}

ValuePointer value_of_text(std::string text) {
  auto value = std::make_shared<Value>();
  value->type = Value::Type::text;
  value->text = std::make_shared<const std::string>(std::move(text));
  return value;
}

}  // namespace codeglot::mf2
