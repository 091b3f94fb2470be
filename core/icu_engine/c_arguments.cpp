// See c_arguments.h.
#include "core/icu_engine/c_arguments.h"

#include <cmath>
#include <string_view>

namespace codeglot {
namespace {

// Dates of ECMAScript reach so far to either side of 1970.
constexpr double milliseconds_most = 8.64e15;

/// "1637685775123 Europe/Paris". Fractions of a millisecond are dropped: ICU's calendars count whole ones.
ArgumentValue date_of(std::string_view text) {
  const size_t space = text.find(' ');
  std::string_view digits = text.substr(0, space);
  const bool negative = !digits.empty() && digits.front() == '-';
  digits.remove_prefix(negative ? 1 : 0);
  double milliseconds = 0;
  bool fraction = false;
  for (const char digit : digits) {
    if (digit == '.' && !fraction) {
      fraction = true;
      continue;
    }
    if (digit < '0' || digit > '9') {
      return {};
    }
    milliseconds = fraction ? milliseconds : milliseconds * 10 + (digit - '0');
  }
  if (digits.empty() || digits.front() == '.' || milliseconds > milliseconds_most) {
    return {};
  }
  return DateTime{negative ? -milliseconds : milliseconds,
                  space == std::string_view::npos ? std::string() : std::string(text.substr(space + 1))};
}

std::string text_of(const DateTime &date) {
  const std::string zone = date.zone.empty() ? std::string() : ' ' + date.zone;
  return std::to_string(static_cast<int64_t>(std::trunc(date.milliseconds))) + zone;
}

cg_string view(const std::string &text) { return {text.data(), text.size()}; }

}  // namespace

NamedArgument from_c(const cg_argument &argument) {
  NamedArgument result;
  if (argument.name.data != nullptr) {
    result.name.assign(argument.name.data, argument.name.bytes);
  }
  if (argument.type == CG_TYPE_INT64) {
    result.value = argument.value.integer;
  } else if (argument.type == CG_TYPE_DOUBLE) {
    result.value = argument.value.number;
  } else if (argument.value.string.data != nullptr || argument.value.string.bytes == 0) {
    const cg_string &string = argument.value.string;
    const std::string_view text = string.bytes == 0 ? std::string_view() : std::string_view(string.data, string.bytes);
    if (argument.type == CG_TYPE_STRING) {
      result.value = std::string(text);
    } else if (argument.type == CG_TYPE_DECIMAL) {
      result.value = DecimalText{std::string(text)};
    } else if (argument.type == CG_TYPE_DATE) {
      result.value = date_of(text);
    }
  }
  return result;
}

cg_argument to_c(const NamedArgument &argument, std::string &text) {
  cg_argument result = {};
  result.name = view(argument.name);
  if (const auto *string = std::get_if<std::string>(&argument.value)) {
    result.type = CG_TYPE_STRING;
    result.value.string = view(*string);
  } else if (const auto *integer = std::get_if<int64_t>(&argument.value)) {
    result.type = CG_TYPE_INT64;
    result.value.integer = *integer;
  } else if (const auto *number = std::get_if<double>(&argument.value)) {
    result.type = CG_TYPE_DOUBLE;
    result.value.number = *number;
  } else if (const auto *decimal = std::get_if<DecimalText>(&argument.value)) {
    result.type = CG_TYPE_DECIMAL;
    result.value.string = view(decimal->digits);
  } else if (const auto *date = std::get_if<DateTime>(&argument.value)) {
    text = text_of(*date);
    result.type = CG_TYPE_DATE;
    result.value.string = view(text);
  }
  return result;
}

}  // namespace codeglot
