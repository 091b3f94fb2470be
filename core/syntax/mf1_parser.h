// Parses an ICU MessageFormat 1 pattern with ICU's own icu::MessagePattern, so that Codeglot accepts what ICU accepts.
#ifndef CODEGLOT_SYNTAX_MF1_PARSER_H
#define CODEGLOT_SYNTAX_MF1_PARSER_H

#include <optional>
#include <string>
#include <vector>

#include "core/syntax/message_problem.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

/// Reads a pattern in UTF-8; what ICU rejects, and what cannot be lowered yet, goes to `problems` and gives no message.
std::optional<Message> parse_mf1(const std::string &pattern, std::vector<MessageProblem> &problems);

}  // namespace codeglot
#endif
