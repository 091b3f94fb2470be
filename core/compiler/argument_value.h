// Argument values to and from other shapes: a call's cg_argument, JSON and the command line.
#ifndef CODEGLOT_COMPILER_ARGUMENT_VALUE_H
#define CODEGLOT_COMPILER_ARGUMENT_VALUE_H

#include <deque>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "codeglot/codeglot.h"
#include "core/icu_engine/argument.h"

namespace codeglot {

/// Arguments of a C call. They borrow texts from the arguments that they are made of, which must live as long.
class CArguments {
 public:
  explicit CArguments(const std::vector<NamedArgument> &arguments);

  const cg_argument *data() const { return arguments_.data(); }
  size_t size() const { return arguments_.size(); }
  const cg_argument &operator[](size_t index) const { return arguments_[index]; }
  const cg_argument *begin() const { return data(); }
  const cg_argument *end() const { return data() + size(); }

 private:
  std::deque<std::string> dates_;  // What CG_TYPE_DATE points to: a deque never moves its elements.
  std::vector<cg_argument> arguments_;
};

/// What CG_TYPE_DATE has: "1637685775123 Europe/Paris". Parts of a millisecond are left out.
std::string date_text(const DateTime &date);

/// Members of a JSON object as arguments: strings, numbers, {"decimal": "1.10"}, {"int64": "…"}, {"double": "NaN"},
/// {"date": milliseconds}, {"date": milliseconds, "zone": "Europe/Paris"}, {"repeat": ["x", 1000]}. null is left out, as
/// if not given; anything else is of a wrong type.
std::vector<NamedArgument> arguments_from_json(const nlohmann::json &object);

}  // namespace codeglot
#endif
