// MF2 functions that a caller adds to those of the specification.
#ifndef CODEGLOT_ICU_ENGINE_FUNCTION_H
#define CODEGLOT_ICU_ENGINE_FUNCTION_H

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/icu_engine/argument.h"

namespace codeglot {

/// A placeholder or selector that names a caller's function.
struct FunctionCall {
  std::string function;
  std::string locale;
  std::optional<NamedArgument> operand;  // name: of the variable, or empty for a literal.
  std::vector<std::pair<std::string, std::string>> options;
};

struct FunctionResult {
  std::string text;
  std::optional<std::string> selection;  // What a selector compares its keys with; nothing: the function cannot select.
  std::string error;                     // A sentence: the result is a fallback.
  bool bad_option = false;               // Of the error: an option is at fault, not the operand.
};

using Function = std::function<FunctionResult(const FunctionCall &)>;

/// By name, with its namespace ("shop:price").
class FunctionRegistry {
 public:
  void add(std::string name, Function function) { functions_[std::move(name)] = std::move(function); }
  const Function *find(const std::string &name) const {
    const auto found = functions_.find(name);
    return found == functions_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, Function> functions_;
};

}  // namespace codeglot
#endif
