// See argument_value.h.
#include "core/compiler/argument_value.h"

#include <cmath>
#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>

namespace codeglot {
namespace {

using nlohmann::json;

/// {"date": milliseconds}, also with "zone".
ArgumentValue date_value(const json &object) {
  const auto date = object.find("date");
  const auto zone = object.find("zone");
  if (!date->is_number() || object.size() > (zone == object.end() ? 1u : 2u)) {
    return {};
  }
  if (zone != object.end() && !zone->is_string()) {
    return {};
  }
  return DateTime{date->get<double>(), zone == object.end() ? std::string() : zone->get<std::string>()};
}

/// The value of a one-member object such as {"decimal": "1.10"}.
ArgumentValue tagged_value(const json &object) {
  const auto member = object.begin();
  const std::string &tag = member.key();
  if (tag == "repeat" && member->is_array() && member->size() == 2 && (*member)[0].is_string() &&
      (*member)[1].is_number_unsigned()) {
    std::string text;
    for (size_t count = (*member)[1].get<size_t>(); count > 0; --count) {
      text += (*member)[0].get_ref<const std::string &>();
    }
    return text;
  }
  if (!member->is_string()) {
    return {};
  }
  const auto &digits = member->get_ref<const std::string &>();
  if (tag == "decimal" || tag == "int64") {
    return DecimalText{digits};  // An integer's digits are kept exactly, whatever its size.
  }
  if (tag == "double") {
    return std::strtod(digits.c_str(), nullptr);
  }
  return {};
}

cg_argument borrow(const NamedArgument &named) {
  cg_argument argument{};
  argument.name = {named.name.data(), named.name.size()};
  if (const auto *text = std::get_if<std::string>(&named.value)) {
    argument.type = CG_TYPE_STRING;
    argument.value.string = {text->data(), text->size()};
  } else if (const auto *integer = std::get_if<int64_t>(&named.value)) {
    argument.type = CG_TYPE_INT64;
    argument.value.integer = *integer;
  } else if (const auto *number = std::get_if<double>(&named.value)) {
    argument.type = CG_TYPE_DOUBLE;
    argument.value.number = *number;
  } else if (const auto *decimal = std::get_if<DecimalText>(&named.value)) {
    argument.type = CG_TYPE_DECIMAL;
    argument.value.string = {decimal->digits.data(), decimal->digits.size()};
  }
  return argument;
}

}  // namespace

std::string date_text(const DateTime &date) {
  char digits[400];
  const int bytes = std::snprintf(digits, sizeof digits, "%.0f", std::floor(date.milliseconds));
  return std::string(digits, static_cast<size_t>(bytes)) + (date.zone.empty() ? "" : " " + date.zone);
}

CArguments::CArguments(const std::vector<NamedArgument> &arguments) {
  for (const NamedArgument &named : arguments) {
    arguments_.push_back(borrow(named));
    if (const auto *date = std::get_if<DateTime>(&named.value)) {
      const std::string &text = dates_.emplace_back(date_text(*date));
      arguments_.back().type = CG_TYPE_DATE;
      arguments_.back().value.string = {text.data(), text.size()};
    }
  }
}

std::vector<NamedArgument> arguments_from_json(const json &object) {
  std::vector<NamedArgument> arguments;
  for (const auto &[name, value] : object.items()) {
    if (value.is_null()) {
      continue;
    }
    ArgumentValue converted;
    if (value.is_string()) {
      converted = value.get<std::string>();
    } else if (value.is_number_integer() &&
               !(value.is_number_unsigned() &&
                 value.get<uint64_t>() > static_cast<uint64_t>(std::numeric_limits<int64_t>::max()))) {
      converted = value.get<int64_t>();
    } else if (value.is_number()) {
      converted = value.get<double>();
    } else if (value.is_object() && value.contains("date")) {
      converted = date_value(value);
    } else if (value.is_object() && value.size() == 1) {
      converted = tagged_value(value);
    }
    arguments.push_back({name, std::move(converted)});
  }
  return arguments;
}

}  // namespace codeglot
