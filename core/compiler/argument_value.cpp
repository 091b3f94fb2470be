// See argument_value.h.
#include "core/compiler/argument_value.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace codeglot {
namespace {

using nlohmann::json;

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
  if (tag == "date" && member->is_number()) {
    return DateTime{member->get<double>(), ""};
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

}  // namespace

cg_argument to_c_argument(const NamedArgument &named) {
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

std::vector<cg_argument> to_c_arguments(const std::vector<NamedArgument> &arguments) {
  std::vector<cg_argument> result;
  for (const NamedArgument &argument : arguments) {
    result.push_back(to_c_argument(argument));
  }
  return result;
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
    } else if (value.is_object() && value.size() == 1) {
      converted = tagged_value(value);
    }
    arguments.push_back({name, std::move(converted)});
  }
  return arguments;
}

}  // namespace codeglot
