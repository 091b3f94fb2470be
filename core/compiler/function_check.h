// MessageFormat 2 functions that a message names: those of the specification are known, an application's own must be
// declared, so that a misspelt name is found when the message is written and not when it is shown.
#ifndef CODEGLOT_COMPILER_FUNCTION_CHECK_H
#define CODEGLOT_COMPILER_FUNCTION_CHECK_H

#include <string>
#include <vector>

#include "core/syntax/message_problem.h"

namespace codeglot {

/// Whether the name has a namespace, as the specification's own names have not: "shop:price".
bool is_own_function(const std::string &name);

/// Adds an error for each function of a message that neither the specification nor `declared` has. A source that cannot be
/// parsed adds none: its errors are reported by who reads it.
void check_functions(const std::string &source, const std::vector<std::string> &declared,
                     std::vector<MessageProblem> &errors);

}  // namespace codeglot
#endif
