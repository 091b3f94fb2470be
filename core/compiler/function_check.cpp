// See function_check.h.
#include "core/compiler/function_check.h"

#include <algorithm>

#include "core/icu_engine/mf2_functions.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

void check(const mf2::Expression &expression, const std::vector<std::string> &declared,
           std::vector<MessageProblem> &errors) {
  if (!expression.function) {
    return;
  }
  const std::string &name = expression.function->name;
  const size_t byte = expression.function->range.from_byte;
  if (!is_own_function(name)) {
    if (mf2::find_function(name) == nullptr) {
      errors.push_back({byte, "MessageFormat 2 has no function :" + name +
                                  ": correct the name, or give a function of the application a namespace, as in "
                                  ":shop:price"});
    }
  } else if (std::find(declared.begin(), declared.end(), name) == declared.end()) {
    errors.push_back({byte, ":" + name + " is not declared: add \"functions\": [\"" + name +
                                "\"] to codes.json, and give the function to the ICU engine in each program"});
  }
}

void check(const mf2::Pattern &pattern, const std::vector<std::string> &declared, std::vector<MessageProblem> &errors) {
  for (const mf2::PatternPart &part : pattern.parts) {
    if (const auto *expression = std::get_if<mf2::Expression>(&part)) {
      check(*expression, declared, errors);
    }
  }
}

}  // namespace

bool is_own_function(const std::string &name) { return name.find(':') != std::string::npos; }

void check_functions(const std::string &source, const std::vector<std::string> &declared,
                     std::vector<MessageProblem> &errors) {
  std::vector<MessageError> parse_errors;
  const std::optional<mf2::Message> message = parse_mf2(source, parse_errors);
  if (!message) {
    return;
  }
  for (const mf2::Declaration &declaration : message->declarations) {
    check(declaration.value, declared, errors);
  }
  if (message->pattern) {
    check(*message->pattern, declared, errors);
  }
  for (const mf2::Variant &variant : message->variants) {
    check(variant.pattern, declared, errors);
  }
}

}  // namespace codeglot
