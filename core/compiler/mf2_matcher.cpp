// See mf2_matcher.h. MessageFormat 2 compares variants key by key: an exact value before a category before '*', the first
// selector before the second. A variant is dropped if wherever it is the best the next best has the same pattern.
#include "core/compiler/mf2_matcher.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "core/compiler/plural_rules_source.h"
#include "core/icu_engine/message.h"

namespace codeglot {
namespace {

constexpr size_t combinations_most = 1024;
constexpr size_t no_variant = std::numeric_limits<size_t>::max();

std::string digits_of(Value value) {
  std::string digits = std::to_string(std::abs(value.mantissa));
  const size_t fraction = value.fraction_digits;
  if (fraction > 0) {
    digits.insert(0, digits.size() > fraction ? 0 : fraction + 1 - digits.size(), '0');
    digits.insert(digits.size() - fraction, ".");
  }
  return (value.mantissa < 0 ? "-" : "") + digits;
}

bool same(Value left, Value right) {
  return left.mantissa == right.mantissa && left.fraction_digits == right.fraction_digits;
}

struct Key {
  std::string text;            // As it is written in MessageFormat 2.
  std::optional<Value> exact;  // Of a plural.
};

/// A selector, its keys, and what values there are to tell apart.
struct Selection {
  Mf2Selector selector;
  bool plural = false;
  std::vector<Key> keys;
  std::vector<std::string> categories;  // That the locale has.
  /// Each class of values by the keys that match it, best first.
  std::vector<std::vector<std::string>> classes;
};

class Flattener {
 public:
  Flattener(const LocaleData &locale, const FunctionOfNode &function_of) : locale_(locale), function_of_(function_of) {}

  std::optional<Mf2Matcher> flatten(const std::vector<Node> &nodes) {
    collect(nodes);
    size_t combinations = 1;
    for (Selection &selection : selections_) {
      classify(selection);
      combinations *= selection.keys.size() + 1;
      if (combinations > combinations_most) {
        return std::nullopt;
      }
    }
    std::vector<const Key *> chosen(selections_.size(), nullptr);
    combine(nodes, 0, chosen);
    drop_redundant();
    return matcher();
  }

 private:
  /// A variant and whether each of its keys is one that the message has where it is used.
  struct Candidate {
    Mf2Variant variant;
    bool wanted = false;
    bool dropped = false;
  };

  // ---- Selectors and their keys ----

  size_t selection_of(const Node &node) const {
    const std::string function = function_of_(node);
    const auto found = std::find_if(selections_.begin(), selections_.end(), [&](const Selection &selection) {
      return selection.selector.argument == node.text && selection.selector.ordinal == node.ordinal &&
             selection.selector.function == function;
    });
    return static_cast<size_t>(found - selections_.begin());
  }

  void collect(const std::vector<Node> &nodes) {
    for (const Node &node : nodes) {
      if (node.kind != Node::Kind::plural && node.kind != Node::Kind::select) {
        continue;
      }
      const size_t index = selection_of(node);
      if (index == selections_.size()) {
        Selection selection;
        selection.selector = {node.text, function_of_(node), node.ordinal};
        selection.plural = node.kind == Node::Kind::plural;
        selection.categories = (node.ordinal ? locale_.ordinal : locale_.cardinal).categories();
        selections_.push_back(std::move(selection));
      }
      for (const Branch &branch : node.branches) {
        add_key(selections_[index], branch);
      }
      for (const Branch &branch : node.branches) {
        collect(branch.nodes);
      }
    }
  }

  static void add_key(Selection &selection, const Branch &branch) {
    const std::vector<std::string> &categories = selection.categories;
    const bool never = selection.plural && !branch.exact &&
                       std::find(categories.begin(), categories.end(), branch.key) == categories.end();
    const std::string text = branch.exact ? digits_of(*branch.exact) : branch.key;
    if (branch.key == "other" || never ||
        std::any_of(selection.keys.begin(), selection.keys.end(), [&](const Key &key) { return key.text == text; })) {
      return;
    }
    // Exact values come before categories, as they are tried.
    const auto behind_exact = std::find_if(selection.keys.begin(), selection.keys.end(),
                                           [](const Key &key) { return !key.exact; });
    selection.keys.insert(branch.exact ? behind_exact : selection.keys.end(), {text, branch.exact});
  }

  void classify(Selection &selection) const {
    for (const Key &key : selection.keys) {
      if (key.exact) {
        selection.classes.push_back({key.text, category_of(selection.selector, *key.exact)});
      } else {
        selection.classes.push_back({key.text});
      }
    }
    selection.classes.emplace_back();  // Whatever no key matches.
  }

  /// The plural category that a selector finds for a value.
  std::string category_of(const Mf2Selector &selector, Value value) const {
    std::string source = ".input {$n " + selector.function + (selector.ordinal ? " select=ordinal" : "") +
                         "} .match $n";
    for (const char *category : {"zero", "one", "two", "few", "many"}) {
      source += std::string(" ") + category + " {{" + category + "}}";
    }
    return make_mf2_message(source + " * {{other}}", locale_.tag)
        ->format({{"n", DecimalText{digits_of(value)}}}, {})
        .text();
  }

  // ---- Combinations ----

  void combine(const std::vector<Node> &nodes, size_t index, std::vector<const Key *> &chosen) {
    if (index < selections_.size()) {
      for (const Key &key : selections_[index].keys) {
        chosen[index] = &key;
        combine(nodes, index + 1, chosen);
      }
      chosen[index] = nullptr;
      combine(nodes, index + 1, chosen);
      return;
    }
    Candidate candidate;
    std::vector<bool> used(selections_.size(), false);
    resolve(nodes, chosen, used, candidate.variant.pattern);
    candidate.wanted = true;
    for (size_t which = 0; which < chosen.size(); ++which) {
      candidate.variant.keys.push_back(chosen[which] ? std::optional(chosen[which]->text) : std::nullopt);
      candidate.wanted = candidate.wanted && (chosen[which] == nullptr || used[which]);
    }
    candidates_.push_back(std::move(candidate));
  }

  /// What the nodes are where the selectors have the chosen keys; notes which keys have a branch that is taken.
  void resolve(const std::vector<Node> &nodes, const std::vector<const Key *> &chosen, std::vector<bool> &used,
               Mf2Pattern &pattern) const {
    for (const Node &node : nodes) {
      if (node.kind == Node::Kind::text) {
        if (pattern.empty() || !std::holds_alternative<std::string>(pattern.back())) {
          pattern.emplace_back(std::string());
        }
        std::get<std::string>(pattern.back()) += node.text;
      } else if (node.kind == Node::Kind::plural || node.kind == Node::Kind::select) {
        const size_t index = selection_of(node);
        resolve(branch_of(node, selections_[index], chosen[index], used, index).nodes, chosen, used, pattern);
      } else {
        pattern.emplace_back(Mf2Placeholder{node.text, function_of_(node)});
      }
    }
  }

  const Branch &branch_of(const Node &node, const Selection &selection, const Key *key, std::vector<bool> &used,
                          size_t index) const {
    const auto find = [&](auto fits) { return std::find_if(node.branches.begin(), node.branches.end(), fits); };
    auto found = node.branches.end();
    if (key != nullptr) {
      found = find([&](const Branch &branch) {
        return key->exact ? branch.exact && same(*branch.exact, *key->exact) : !branch.exact && branch.key == key->text;
      });
      used[index] = used[index] || found != node.branches.end();
      if (found == node.branches.end() && key->exact) {
        const std::string category = category_of(selection.selector, *key->exact);
        found = find([&](const Branch &branch) { return !branch.exact && branch.key == category; });
      }
    }
    if (found == node.branches.end()) {
      found = find([](const Branch &branch) { return !branch.exact && branch.key == "other"; });
    }
    return *found;  // ICU refuses a plural or select without "other".
  }

  // ---- What changes nothing ----

  /// How well a variant fits: the place of each key among those that match, its '*' behind all; nothing if it does not.
  std::optional<std::vector<size_t>> ranks(const Mf2Variant &variant, const std::vector<size_t> &values) const {
    std::vector<size_t> result;
    for (size_t index = 0; index < values.size(); ++index) {
      const std::vector<std::string> &keys = selections_[index].classes[values[index]];
      const auto &key = variant.keys[index];
      const auto found = key ? std::find(keys.begin(), keys.end(), *key) : keys.end();
      if (key && found == keys.end()) {
        return std::nullopt;
      }
      result.push_back(static_cast<size_t>(found - keys.begin()));
    }
    return result;
  }

  size_t best(const std::vector<size_t> &values, size_t without) const {
    size_t result = no_variant;
    std::vector<size_t> least;
    for (size_t index = 0; index < candidates_.size(); ++index) {
      if (index == without || candidates_[index].dropped) {
        continue;
      }
      std::optional<std::vector<size_t>> found = ranks(candidates_[index].variant, values);
      if (found && (result == no_variant || *found < least)) {
        result = index;
        least = std::move(*found);
      }
    }
    return result;
  }

  /// Every combination of classes of values.
  std::vector<std::vector<size_t>> all_values() const {
    std::vector<std::vector<size_t>> result = {{}};
    for (const Selection &selection : selections_) {
      std::vector<std::vector<size_t>> longer;
      for (const std::vector<size_t> &start : result) {
        for (size_t index = 0; index < selection.classes.size(); ++index) {
          longer.push_back(start);
          longer.back().push_back(index);
        }
      }
      result = std::move(longer);
    }
    return result;
  }

  void drop_redundant() {
    const std::vector<std::vector<size_t>> values = all_values();
    std::vector<size_t> best_of(values.size());
    for (size_t which = 0; which < values.size(); ++which) {
      best_of[which] = best(values[which], no_variant);
    }
    // One that is dropped may leave another without effect: so again, until nothing changes.
    for (bool changed = true; changed;) {
      changed = false;
      for (size_t index = 0; index + 1 < candidates_.size(); ++index) {
        changed = (!candidates_[index].dropped && drop_if_redundant(index, values, best_of)) || changed;
      }
    }
  }

  bool drop_if_redundant(size_t index, const std::vector<std::vector<size_t>> &values, std::vector<size_t> &best_of) {
    if (candidates_[index].wanted) {
      return false;
    }
    std::vector<std::pair<size_t, size_t>> instead;
    for (size_t which = 0; which < values.size(); ++which) {
      if (best_of[which] != index) {
        continue;
      }
      instead.emplace_back(which, best(values[which], index));
      if (candidates_[instead.back().second].variant.pattern != candidates_[index].variant.pattern) {
        return false;
      }
    }
    candidates_[index].dropped = true;
    for (const auto &[which, variant] : instead) {
      best_of[which] = variant;
    }
    return true;
  }
  Mf2Matcher matcher() {
    Mf2Matcher result;
    std::vector<size_t> kept;  // Selectors that a variant has a key of.
    for (size_t index = 0; index < selections_.size(); ++index) {
      if (std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate &candidate) {
            return !candidate.dropped && candidate.variant.keys[index];
          })) {
        kept.push_back(index);
        result.selectors.push_back(selections_[index].selector);
      }
    }
    for (Candidate &candidate : candidates_) {
      if (candidate.dropped) {
        continue;
      }
      Mf2Variant variant;
      for (const size_t index : kept) {
        variant.keys.push_back(candidate.variant.keys[index]);
      }
      variant.pattern = std::move(candidate.variant.pattern);
      result.variants.push_back(std::move(variant));
    }
    return result;
  }

  const LocaleData &locale_;
  const FunctionOfNode &function_of_;
  std::vector<Selection> selections_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::optional<Mf2Matcher> flatten(const std::vector<Node> &nodes, const LocaleData &locale,
                                  const FunctionOfNode &function_of) {
  return Flattener(locale, function_of).flatten(nodes);
}

}  // namespace codeglot
