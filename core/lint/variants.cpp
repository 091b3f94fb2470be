// See variants.h.
#include "core/lint/variants.h"

#include <algorithm>

namespace codeglot {
namespace {

using Line = std::vector<const Node *>;

std::string printed(const Node &node) {
  switch (node.kind) {
    case Node::Kind::text:
    case Node::Kind::isolate:
      return node.text;
    case Node::Kind::mark:
      return "";
    default:
      return placeholder_text;
  }
}

/// How many combinations of branches there are, at most one more than `variants_most`.
size_t count(const std::vector<Node> &nodes) {
  size_t product = 1;
  for (const Node &node : nodes) {
    if (node.branches.empty()) {
      continue;
    }
    size_t sum = 0;
    for (const Branch &branch : node.branches) {
      sum += count(branch.nodes);
    }
    product = std::min(product * std::min(sum, variants_most + 1), variants_most + 1);
  }
  return product;
}

/// Appends each combination to each of `lines`.
void expand(const std::vector<Node> &nodes, std::vector<Line> &lines) {
  for (const Node &node : nodes) {
    if (node.branches.empty()) {
      for (Line &line : lines) {
        line.push_back(&node);
      }
      continue;
    }
    std::vector<Line> longer;
    for (const Branch &branch : node.branches) {
      std::vector<Line> own = lines;
      expand(branch.nodes, own);
      longer.insert(longer.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    }
    lines = std::move(longer);
  }
}

/// How many variants it takes until each branch was in one.
size_t width(const std::vector<Node> &nodes) {
  size_t most = 1;
  for (const Node &node : nodes) {
    size_t sum = 0;
    for (const Branch &branch : node.branches) {
      sum += width(branch.nodes);
    }
    most = std::max(most, sum);
  }
  return most;
}

/// Appends the variant of an index below width(): each node of branches takes the one whose turn it is.
void take(const std::vector<Node> &nodes, size_t index, Line &line) {
  for (const Node &node : nodes) {
    if (node.branches.empty()) {
      line.push_back(&node);
      continue;
    }
    size_t sum = 0;
    for (const Branch &branch : node.branches) {
      sum += width(branch.nodes);
    }
    size_t turn = index % sum;
    for (const Branch &branch : node.branches) {
      const size_t here = width(branch.nodes);
      if (turn < here) {
        take(branch.nodes, turn, line);
        break;
      }
      turn -= here;
    }
  }
}

}  // namespace

Variant::Spot Variant::at(size_t byte) const {
  for (const Node *node : nodes) {
    const size_t size = printed(*node).size();
    if (byte < size) {
      return {node, byte};
    }
    byte -= size;
  }
  return {nullptr, 0};
}

std::vector<Variant> variants(const Message &message) {
  std::vector<Line> lines;
  if (count(message.nodes) <= variants_most) {
    lines.emplace_back();
    expand(message.nodes, lines);
  } else {
    lines.resize(width(message.nodes));
    for (size_t index = 0; index < lines.size(); ++index) {
      take(message.nodes, index, lines[index]);
    }
  }
  std::vector<Variant> result;
  result.reserve(lines.size());
  for (Line &line : lines) {
    Variant variant{std::move(line), ""};
    for (const Node *node : variant.nodes) {
      variant.text += printed(*node);
    }
    result.push_back(std::move(variant));
  }
  return result;
}

}  // namespace codeglot
