// The shape of a message: its source without the words and, in MessageFormat 1, the names of arguments. Two messages of
// one shape differ in nothing but runs of plain letters, which ICU and the runtime both copy from where they stand, and in
// what tells one argument from another; so what is proved of one holds for the other. A catalog of a hundred thousand
// messages has a few hundred shapes.
#ifndef CODEGLOT_COMPILER_MESSAGE_SHAPE_H
#define CODEGLOT_COMPILER_MESSAGE_SHAPE_H

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/compiler/lowering.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

/// Syntax, declared types, placeholders, branches and their order as they are written; of the text only where it is,
/// unless it has characters that could be syntax.
std::string message_shape(const Message &message, const std::vector<Parameter> &declared);

/// Where the argument's name is in a placeholder of MessageFormat 1 that begins at a byte; nothing for a name that is a
/// number, or is not found behind plain white space.
std::optional<size_t> mf1_name_byte(const std::string &source, size_t placeholder_byte, const std::string &name);

/// Whether a message is one text that has no character of its syntax: it prints its source, and there is nothing to prove.
bool prints_its_source(const Message &message);

/// Shapes of messages of one locale that were checked and proved without a finding. For one thread.
using ProvedShapes = std::unordered_set<std::string>;

}  // namespace codeglot
#endif
