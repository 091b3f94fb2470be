// The tree of a parsed message: what MF1 says, before anything is known of the pack. Offsets are bytes of the source
// pattern, so that a finding can be shown in the file, and a placeholder's own source be cut out and proved alone.
#ifndef CODEGLOT_SYNTAX_MESSAGE_TREE_H
#define CODEGLOT_SYNTAX_MESSAGE_TREE_H

#include <optional>
#include <string>
#include <vector>

#include "core/pack/bytes.h"
#include "core/pack/layout.h"

namespace codeglot {

struct Branch;

struct Node {
  enum class Kind { text, argument, number, pound, plural, select };

  Kind kind = Kind::text;
  std::string text;  // The text itself, or the argument's name.
  size_t from_byte = 0;
  size_t to_byte = 0;
  layout::Style style = layout::style_plain;  // Of a number; of the number that a plural selects on.
  Value offset{0, 0};                         // Of a plural, and of a '#' inside it.
  bool ordinal = false;
  std::vector<Branch> branches;
};

struct Branch {
  std::string key;             // "one", "other", or a select's key; "=1" for an exact value.
  std::optional<Value> exact;  // A plural's exact value.
  size_t from_byte = 0;
  std::vector<Node> nodes;
};

struct Message {
  std::string source;
  std::vector<Node> nodes;
};

}  // namespace codeglot
#endif
