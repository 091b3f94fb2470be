// What can be said of one message: that it parses, fits its declared arguments and its locale's plural categories, and,
// lowered, prints what ICU prints.
#ifndef CODEGLOT_COMPILER_MESSAGE_CHECK_H
#define CODEGLOT_COMPILER_MESSAGE_CHECK_H

#include <optional>
#include <string>
#include <vector>

#include "core/compiler/locale_data.h"
#include "core/compiler/lowering.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

struct CheckedMessage {
  std::optional<Message> tree;  // Nothing if there is an error.
  std::vector<MessageProblem> errors;
  std::vector<MessageProblem> warnings;
};

CheckedMessage check_message(const std::string &source, const std::vector<Parameter> &parameters,
                             const LocaleData &locale);

}  // namespace codeglot
#endif
