// What a message can print: the texts of its branches joined with what stands around them.
#ifndef CODEGLOT_LINT_VARIANTS_H
#define CODEGLOT_LINT_VARIANTS_H

#include <string>
#include <vector>

#include "core/syntax/message_tree.h"

namespace codeglot {

/// Stands in a variant's text where a value is put in: U+FFFC, the object replacement character.
inline constexpr const char *placeholder_text = "\xEF\xBF\xBC";

struct Variant {
  std::vector<const Node *> nodes;  // Those without branches, in order.
  std::string text;

  struct Spot {
    const Node *node;  // Null past the end.
    size_t byte;       // Of the node's text.
  };
  /// Where a byte of the text comes from.
  Spot at(size_t byte) const;
};

/// Every combination of branches, or, beyond `variants_most` of them, so many that each branch is in one at least.
inline constexpr size_t variants_most = 512;
std::vector<Variant> variants(const Message &message);

/// Calls a function with each node of a tree, those with branches before what is in them.
template <typename Visit>
void visit_nodes(const std::vector<Node> &nodes, const Visit &visit) {
  for (const Node &node : nodes) {
    visit(node);
    for (const Branch &branch : node.branches) {
      visit_nodes(branch.nodes, visit);
    }
  }
}

}  // namespace codeglot
#endif
