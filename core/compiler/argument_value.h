// Argument values to and from other shapes: a call's cg_argument, JSON and the command line.
#ifndef CODEGLOT_COMPILER_ARGUMENT_VALUE_H
#define CODEGLOT_COMPILER_ARGUMENT_VALUE_H

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "codeglot/codeglot.h"
#include "core/icu_engine/argument.h"

namespace codeglot {

/// The C argument that borrows from `argument`.
cg_argument to_c_argument(const NamedArgument &argument);
std::vector<cg_argument> to_c_arguments(const std::vector<NamedArgument> &arguments);

/// Members of a JSON object as arguments: strings, numbers, {"decimal": "1.10"}, {"int64": "…"}, {"double": "NaN"},
/// {"date": milliseconds}, {"repeat": ["x", 1000]}. null is left out, as if not given; anything else is of a wrong type.
std::vector<NamedArgument> arguments_from_json(const nlohmann::json &object);

}  // namespace codeglot
#endif
