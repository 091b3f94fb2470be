// One message of MessageFormat 1 as MessageFormat 2: written, and proved to print the same.
#ifndef CODEGLOT_COMPILER_MESSAGE_CONVERSION_H
#define CODEGLOT_COMPILER_MESSAGE_CONVERSION_H

#include <optional>
#include <string>
#include <vector>

#include "core/compiler/lowering.h"
#include "core/syntax/message_problem.h"

namespace codeglot {

struct MessageConversion {
  std::optional<std::string> source;  // Nothing if the message has to stay as it is,
  MessageProblem reason{0, ""};       // and why.
};

/// `syntax` is that of the result: MessageFormat 2 with isolation or without. A message that has errors is not converted.
/// Both are compared on the message's probe sets, but for missing arguments, which MessageFormat 2 shows as {$name}, and
/// for dates before 15 October 1582 (mf2_function_search.h).
MessageConversion convert_message(const std::string &source, Format::Syntax syntax,
                                  const std::vector<Parameter> &parameters, const LocaleData &locale);

}  // namespace codeglot
#endif
