// A plural's branch that writes its number in a word, though the category has more numbers than that one.
#include <algorithm>

#include "core/compiler/plural_coverage.h"
#include "core/lint/message_rules.h"

namespace codeglot {
namespace {

bool prints(const std::vector<Node> &nodes, const std::string &argument) {
  bool found = false;
  visit_nodes(nodes, [&](const Node &node) {
    found = found || (has_argument(node) && node.branches.empty() && node.text == argument);
  });
  return found;
}

/// The integers of a category that no exact value takes, two at most.
size_t free_integers(const Node &plural, const std::set<int> &integers) {
  size_t count = 0;
  for (const int number : integers) {
    const bool taken = std::any_of(plural.branches.begin(), plural.branches.end(), [&](const Branch &branch) {
      return branch.exact && branch.exact->fraction_digits == 0 && branch.exact->mantissa == number;
    });
    count += taken ? 0 : 1;
    if (count == 2) {
      break;
    }
  }
  return count;
}

void check_plural(const MessageView &view, const Node &plural) {
  const auto other = std::find_if(plural.branches.begin(), plural.branches.end(),
                                  [](const Branch &branch) { return branch.key == "other" || branch.key == "*"; });
  if (other == plural.branches.end() || !prints(other->nodes, plural.text) || plural.offset.mantissa != 0) {
    return;
  }
  const PluralCoverage &coverage = plural_coverage(view.locale.tag, plural.ordinal);
  for (const Branch &branch : plural.branches) {
    const bool alone = branch.exact || branch.key == "other" || branch.key == "*" || prints(branch.nodes, plural.text);
    if (!alone && free_integers(plural, coverage.integers(branch.key)) > 1) {
      view.report(Rule::plural_number_missing, branch.from_byte,
                  "\"" + branch.key + "\" stands for " + first_numbers(coverage, branch.key) + " in " +
                      view.locale.tag + ", but does not say which: write # there, or =n for one number");
    }
  }
}

}  // namespace

void check_plural_numbers(const MessageView &view) {
  visit_nodes(view.tree.nodes, [&](const Node &node) {
    if (node.kind == Node::Kind::plural) {
      check_plural(view, node);
    }
  });
}

}  // namespace codeglot
