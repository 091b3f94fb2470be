// One matcher of MessageFormat 2 out of the plurals and selects of MessageFormat 1, nested or side by side: a variant for
// each combination of their keys, but for those that change nothing.
#ifndef CODEGLOT_COMPILER_MF2_MATCHER_H
#define CODEGLOT_COMPILER_MF2_MATCHER_H

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/compiler/locale_data.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

/// An argument and what prints it: ":string", ":number maximumFractionDigits=3".
struct Mf2Placeholder {
  std::string argument;
  std::string function;

  bool operator==(const Mf2Placeholder &) const = default;
};

/// Text (without escapes) and placeholders.
using Mf2Pattern = std::vector<std::variant<std::string, Mf2Placeholder>>;

struct Mf2Selector {
  std::string argument;
  std::string function;
  bool ordinal = false;
};

struct Mf2Variant {
  std::vector<std::optional<std::string>> keys;  // By selector; nothing is '*'.
  Mf2Pattern pattern;
};

/// Without selectors there is one variant, the pattern.
struct Mf2Matcher {
  std::vector<Mf2Selector> selectors;
  std::vector<Mf2Variant> variants;  // The one of '*' alone is last.
};

/// The function that prints or selects as a node does, "select=ordinal" left out.
using FunctionOfNode = std::function<std::string(const Node &)>;

/// Nothing if there would be too many combinations.
std::optional<Mf2Matcher> flatten(const std::vector<Node> &nodes, const LocaleData &locale,
                                  const FunctionOfNode &function_of);

}  // namespace codeglot
#endif
