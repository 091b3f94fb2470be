// Mf1Tree: a MessageFormat 1 pattern as nodes with their formats made, which is all that formatting needs.
#ifndef CODEGLOT_ICU_ENGINE_MF1_TREE_H
#define CODEGLOT_ICU_ENGINE_MF1_TREE_H

#include <unicode/locid.h>
#include <unicode/plurrule.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/icu_engine/mf1_formats.h"
#include "core/syntax/message_problem.h"

namespace codeglot {

// Source text of one pattern, and formats that differ: each of them takes time and memory to make.
constexpr size_t mf1_pattern_bytes_most = 1 << 20;
constexpr size_t mf1_formats_most = 1000;

struct Mf1Branch;

struct Mf1Node {
  enum class Kind : uint8_t { text, pound, argument, formatted, choice, plural, select };

  Kind kind = Kind::text;
  size_t byte = 0;                          // Where it begins in the source.
  std::string text;                         // text: itself; all others: the argument's name.
  std::shared_ptr<const Mf1Format> format;  // formatted: its own; plural: what counts; argument and pound: of numbers.
  double offset = 0;                        // plural.
  bool ordinal = false;                     // plural: selectordinal.
  std::vector<Mf1Branch> branches;
};

struct Mf1Branch {
  enum class Match : uint8_t { key, exact, at_least, above };

  Match match = Match::key;
  std::string key;
  double number = 0;  // Of exact (plural), at_least and above (choice).
  std::vector<Mf1Node> nodes;
};

struct Mf1Tree {
  std::vector<Mf1Node> nodes;
  std::optional<MessageProblem> problem;       // ICU refuses the pattern: there are no nodes.
  std::shared_ptr<const Mf1Format> date;       // Of an argument without a format; null if there is none.
  std::unique_ptr<icu::PluralRules> cardinal;  // Null if nothing needs it.
  std::unique_ptr<icu::PluralRules> ordinal;
};

/// `rules_locale` is the locale of plural rules, which CLDR has for more languages than formats.
Mf1Tree build_mf1_tree(const std::string &pattern, const icu::Locale &locale, const icu::Locale &rules_locale);

}  // namespace codeglot
#endif
