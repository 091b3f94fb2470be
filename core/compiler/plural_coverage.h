// Which numbers each plural category of a locale stands for, as far as checks of messages ask.
#ifndef CODEGLOT_COMPILER_PLURAL_COVERAGE_H
#define CODEGLOT_COMPILER_PLURAL_COVERAGE_H

#include <map>
#include <set>
#include <string>
#include <vector>

namespace codeglot {

class PluralCoverage {
 public:
  /// CLDR's rules of a locale, cardinal or ordinal. Every category has only "other" if ICU has none.
  PluralCoverage(const std::string &tag, bool ordinal);

  /// The integers from 0 to 1,000 that a category stands for.
  const std::set<int> &integers(const std::string &category) const;
  /// Whether it stands for fractions or larger numbers, too, so that no list of values can replace it.
  bool unbounded(const std::string &category) const { return unbounded_.contains(category); }

 private:
  std::map<std::string, std::set<int>> integers_;
  std::set<std::string> unbounded_;
};

/// One for each locale and kind, made once in a process.
const PluralCoverage &plural_coverage(const std::string &tag, bool ordinal);

/// "1, 21, 31, …": the first numbers of a category.
std::string first_numbers(const PluralCoverage &coverage, const std::string &category);

}  // namespace codeglot
#endif
