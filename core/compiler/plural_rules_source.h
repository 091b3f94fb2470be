// CLDR's plural rules from ICU's "plurals" resource, compiled to the layout that the runtime evaluates.
#ifndef CODEGLOT_COMPILER_PLURAL_RULES_SOURCE_H
#define CODEGLOT_COMPILER_PLURAL_RULES_SOURCE_H

#include <string>
#include <utility>
#include <vector>

namespace codeglot {

struct PluralRulesSource {
  /// Category keyword and its CLDR rule text, samples included ("i = 1 and v = 0 @integer 1"), without "other".
  std::vector<std::pair<std::string, std::string>> rules;
  /// The sample lists of "other" alone, which has no condition.
  std::string other_samples;

  /// The categories that the locale uses, "other" last.
  std::vector<std::string> categories() const;
  /// Every sample number of every category, as CLDR writes it ("1", "0.5"); compact ones ("1c6") are left out.
  std::vector<std::string> samples() const;
};

/// The rules of a locale (with its parents'); only "other" if CLDR has none.
PluralRulesSource plural_rules(const std::string &locale, bool ordinal);

/// core/pack/layout.h, "rules".
std::string compile_plural_rules(const PluralRulesSource &source);

/// layout::Key of a category keyword, or -1.
int plural_key(const std::string &keyword);

/// All locales that the resource has rules for.
std::vector<std::string> plural_rule_locales();

}  // namespace codeglot
#endif
