// Argument values as the host holds them, before they become a call's cg_argument: from JSON and from the command line.
#ifndef CODEGLOT_COMPILER_ARGUMENT_VALUE_H
#define CODEGLOT_COMPILER_ARGUMENT_VALUE_H

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "codeglot/codeglot.h"

namespace codeglot {

/// Digits of a decimal string, apart from text.
struct DecimalText {
  std::string digits;
};

/// An argument's value, as the command line, the proof and the tests hold it. `monostate` is a value of a wrong type.
using ArgumentValue = std::variant<std::monostate, std::string, int64_t, double, DecimalText>;

struct NamedArgument {
  std::string name;
  ArgumentValue value;
};

/// The C argument that borrows from `argument`.
cg_argument to_c_argument(const NamedArgument &argument);
std::vector<cg_argument> to_c_arguments(const std::vector<NamedArgument> &arguments);

/// Members of a JSON object as arguments: strings, numbers, {"decimal": "1.10"}, {"int64": "…"}, {"double": "NaN"},
/// {"repeat": ["x", 1000]}. null is left out, as if not given; anything else is of a wrong type.
std::vector<NamedArgument> arguments_from_json(const nlohmann::json &object);

}  // namespace codeglot
#endif
