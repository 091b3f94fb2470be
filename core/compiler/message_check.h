// What can be said of one message: that it parses, fits its declared arguments and its locale's plural categories, and
// whether, lowered, it prints what ICU prints; if not, it is left to the ICU engine.
#ifndef CODEGLOT_COMPILER_MESSAGE_CHECK_H
#define CODEGLOT_COMPILER_MESSAGE_CHECK_H

#include <optional>
#include <string>
#include <vector>

#include "core/compiler/locale_data.h"
#include "core/compiler/lowering.h"
#include "core/compiler/message_shape.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

struct CheckedMessage {
  std::optional<Message> tree;  // Nothing if there is an error.
  std::vector<MessageProblem> errors;
  std::vector<MessageProblem> warnings;
  std::string missing_categories;  // Of plurals, that the locale needs, with commas between; empty if none is missing.
};

/// `functions` are the MF2 functions that the application declares as its own. `proved`, of this locale and these
/// functions, are the shapes that need no further proof, to which this message's is added; null: each is proved.
CheckedMessage check_message(const std::string &source, Format::Syntax syntax, const std::vector<Parameter> &parameters,
                             const LocaleData &locale, const std::vector<std::string> &functions = {},
                             ProvedShapes *proved = nullptr);

/// Reads a message of either syntax.
std::optional<Message> read_message(const std::string &source, Format::Syntax syntax,
                                    const std::vector<Parameter> &parameters, const LocaleData &locale,
                                    std::vector<MessageProblem> &problems);

/// Decides whether the runtime can format a message or only the ICU engine, and proves the first: the reasons for the
/// second are put into the message.
void settle(Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale,
            std::vector<MessageProblem> &problems);

}  // namespace codeglot
#endif
