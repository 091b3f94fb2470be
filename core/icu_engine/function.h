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

/// A placeholder or selector that names a caller's function. It is not made for an operand that could not be resolved.
struct FunctionCall {
  std::string function;
  std::string locale;
  std::optional<NamedArgument> operand;  // name: of the variable, or empty for a literal.
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<std::string> variable_options;  // Names of options whose value is no literal of the message.
  std::vector<std::pair<std::string, std::string>> operand_options;  // Of the function that made the operand, if any.
};

struct FunctionResult {
  std::string text;
  std::optional<std::string> selection;       // What a selector compares its keys with; nothing: it cannot select.
  std::vector<std::string> weaker_selection;  // Keys that match as well, the better first: "other" after "1".
  std::string error;                          // A sentence: the result is a fallback.
  std::string format_error;                   // A sentence: the result can be selected on and passed on, but not shown.
  bool bad_option = false;                    // Of either error: an option is at fault, not the operand.
  std::optional<ArgumentValue> value;  // What a function is given that takes this as its operand; else the operand.
  std::vector<std::pair<std::string, std::string>> options;  // What such a function finds as operand_options.
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
