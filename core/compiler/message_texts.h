// Where the words of a message are in its source, so that tools can count or change them and leave all else as it is.
#ifndef CODEGLOT_COMPILER_MESSAGE_TEXTS_H
#define CODEGLOT_COMPILER_MESSAGE_TEXTS_H

#include <cstddef>
#include <string>
#include <vector>

#include "core/syntax/message_tree.h"

namespace codeglot {

/// A run of text as it is written: it may hold escapes of the syntax, but no placeholder.
struct TextRange {
  size_t from_byte;
  size_t to_byte;
};

/// What is written on one level: the message itself, or one branch of a plural, select or matcher, without the branches
/// inside it.
struct TextSequence {
  std::vector<TextRange> texts;
  size_t from_byte = 0;  // Where the level begins, and where it ends, in the source.
  size_t to_byte = 0;
  bool whole = false;  // It is a whole text that a reader gets: no branch inside another text.
};

/// All levels of a message without errors; none for one with errors.
std::vector<TextSequence> message_texts(const std::string &source, Format::Syntax syntax);

}  // namespace codeglot
#endif
