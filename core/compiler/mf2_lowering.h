// From a MessageFormat 2 message to the tree that both syntaxes are lowered from (core/syntax/message_tree.h).
#ifndef CODEGLOT_COMPILER_MF2_LOWERING_H
#define CODEGLOT_COMPILER_MF2_LOWERING_H

#include <optional>
#include <string>
#include <vector>

#include "core/compiler/lowering.h"

namespace codeglot {

/// Nothing, with problems, if the source has an error. `syntax` says whether placeholders are isolated; `declared` are
/// the arguments, whose types say what a placeholder without a function prints.
std::optional<Message> read_mf2(const std::string &source, Format::Syntax syntax, const LocaleData &locale,
                                const std::vector<Parameter> &declared, std::vector<MessageProblem> &problems);

}  // namespace codeglot
#endif
