// The tree of a parsed message: what it says, in either syntax, before anything is known of the pack. Offsets are bytes
// of the source, so that a finding can be shown in the file, and a placeholder's own source be cut out and proved alone.
#ifndef CODEGLOT_SYNTAX_MESSAGE_TREE_H
#define CODEGLOT_SYNTAX_MESSAGE_TREE_H

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "core/pack/bytes.h"
#include "core/pack/layout.h"
#include "core/syntax/message_problem.h"

namespace codeglot {

struct Branch;

/// How an argument is printed other than plainly, told as a message of its own that prints that argument and nothing
/// else: what it prints is what there is to lower.
struct Format {
  enum class Syntax { mf1, mf2, mf2_without_isolation };

  Syntax syntax = Syntax::mf1;
  std::string source;
  std::string argument;
  bool date = false;

  /// Weak: not every C++ library that this is compiled with has operator<=> of strings, and then it is made of < and ==.
  std::weak_ordering operator<=>(const Format &) const = default;
};

struct Node {
  /// `formatted` has a format; `isolate` is one bidirectional control; `mark` is written as in core/pack/layout.h;
  /// `left` can only be formatted by the ICU engine: in its place the runtime prints the argument's name in braces.
  enum class Kind { text, argument, number, pound, plural, select, formatted, isolate, mark, left };

  Kind kind = Kind::text;
  std::string text;  // The text itself, or the argument's name.
  size_t from_byte = 0;
  size_t to_byte = 0;
  layout::Style style = layout::style_plain;  // Of a number; of the number that a plural selects on.
  std::optional<Format> format;               // Of what is formatted; of the number that a plural selects on.
  Value offset{0, 0};                         // Of a plural, and of a '#' inside it.
  bool ordinal = false;
  bool unrounded = false;  // Of a plural: by its format the number is counted as it is given, which ICU does in binary.
  layout::Isolation isolation = layout::Isolation::none;  // Of an argument that has no format.
  std::string id;                                         // Of that, too: MF2's u:id.
  bool of_integer = false;  // Of a plural: exact values are compared with the rounded number (MF2's :integer).
  std::vector<Branch> branches;
};

inline bool has_argument(const Node &node) {
  return node.kind != Node::Kind::text && node.kind != Node::Kind::isolate && node.kind != Node::Kind::mark;
}

struct Branch {
  // "one", "other", or a select's key; "=1" for an exact value. "*" is what fits no other key of a plural that tells it
  // from the category "other", as MF2 can.
  std::string key;
  std::optional<Value> exact;  // A plural's exact value.
  size_t from_byte = 0;
  std::vector<Node> nodes;
};

struct Message {
  Format::Syntax syntax = Format::Syntax::mf1;
  std::string source;
  std::vector<Node> nodes;
  std::vector<MessageProblem> reasons;  // Why only the ICU engine can format it; none if the runtime can.
};

}  // namespace codeglot
#endif
