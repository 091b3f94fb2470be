// The shape of a message: its source without the words. Two messages of one shape differ in nothing but runs of plain
// letters, which ICU and the runtime both copy from where they stand; so what is proved of one holds for the other. A
// catalog of a hundred thousand messages has a few hundred shapes.
#ifndef CODEGLOT_COMPILER_MESSAGE_SHAPE_H
#define CODEGLOT_COMPILER_MESSAGE_SHAPE_H

#include <string>
#include <unordered_set>
#include <vector>

#include "core/compiler/lowering.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

/// Syntax, declared types, placeholders, branches and their order as they are written; of the text only where it is,
/// unless it has characters that could be syntax.
std::string message_shape(const Message &message, const std::vector<Parameter> &declared);

/// Whether a message is one text that has no character of its syntax: it prints its source, and there is nothing to prove.
bool prints_its_source(const Message &message);

/// Shapes of messages of one locale that were checked and proved without a finding. For one thread.
using ProvedShapes = std::unordered_set<std::string>;

}  // namespace codeglot
#endif
