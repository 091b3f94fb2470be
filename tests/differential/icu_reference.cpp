#include "icu_reference.h"

#include <cstdio>
#include <iostream>

namespace differential {
namespace {

using codeglot::ArgumentValue;
using codeglot::DateTime;
using codeglot::DecimalText;
using codeglot::NamedArgument;
using icu::Formattable;
using icu::UnicodeString;

std::string describe(const ArgumentValue &value) {
  char digits[48];
  if (const auto *text = std::get_if<std::string>(&value)) {
    return '"' + *text + '"';
  }
  if (const auto *integer = std::get_if<int64_t>(&value)) {
    return std::to_string(*integer);
  }
  if (const auto *number = std::get_if<double>(&value)) {
    std::snprintf(digits, sizeof digits, "%.17g (double)", *number);
    return digits;
  }
  if (const auto *date = std::get_if<DateTime>(&value)) {
    std::snprintf(digits, sizeof digits, "%.17g (date)", date->milliseconds);
    return digits;
  }
  return std::get<DecimalText>(value).digits + " (decimal)";
}

}  // namespace

Formattable formattable(const ArgumentValue &value) {
  if (const auto *text = std::get_if<std::string>(&value)) {
    return Formattable(UnicodeString::fromUTF8(*text));
  }
  if (const auto *integer = std::get_if<int64_t>(&value)) {
    return Formattable(*integer);
  }
  if (const auto *number = std::get_if<double>(&value)) {
    return Formattable(*number);
  }
  if (const auto *date = std::get_if<DateTime>(&value)) {
    return Formattable(date->milliseconds, Formattable::kIsDate);
  }
  UErrorCode status = U_ZERO_ERROR;
  return Formattable(icu::StringPiece(std::get<DecimalText>(value).digits), status);
}

std::optional<std::string> icu_answer(const icu::MessageFormat &format, const std::vector<NamedArgument> &arguments) {
  std::vector<UnicodeString> names(1);  // One more than there are, so that data() is never null.
  std::vector<Formattable> values(1);
  for (const NamedArgument &argument : arguments) {
    names.insert(names.end() - 1, UnicodeString::fromUTF8(argument.name));
    values.insert(values.end() - 1, formattable(argument.value));
  }
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString text;
  format.format(names.data(), values.data(), static_cast<int32_t>(arguments.size()), text, status);
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  std::string result;
  return text.toUTF8String(result);
}

void report_arguments(const std::vector<NamedArgument> &arguments) {
  for (const NamedArgument &argument : arguments) {
    std::cerr << "  argument  " << argument.name << " = " << describe(argument.value) << '\n';
  }
}

}  // namespace differential
