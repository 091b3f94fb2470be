// check.json in a catalog's folder: which rules count for how much, and what is excepted for a reason.
#ifndef CODEGLOT_LINT_SETTINGS_H
#define CODEGLOT_LINT_SETTINGS_H

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/lint/message_view.h"

namespace codeglot {

/// A message may take factor × the source's columns + slack.
struct LengthSettings {
  double factor = 2;
  size_t slack = 40;
  std::map<std::string, double> locales;  // Factors by tag, which a regional locale takes from its parents.
  std::map<std::string, double> scripts;  // Factors by ISO 15924 code.

  double factor_of(const LocaleTraits &locale) const;
};

/// What a person decided to leave as it is.
struct Exception {
  Rule rule;
  std::string locale;  // Of any locale if empty.
  std::string name;    // Of any message if empty.
  std::string reason;
  Position position;
};

class CheckSettings {
 public:
  /// The rules' own severities, and no exceptions.
  CheckSettings() = default;

  /// Reads check.json; names are looked up in the catalog. What is wrong with it goes to `diagnostics`.
  static CheckSettings read(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics);

  /// The severity of a rule's findings; nothing if the rule is off.
  std::optional<Severity> severity(Rule rule) const;
  bool is_on(Rule rule) const { return severity(rule).has_value(); }

  /// The exception that a finding falls under, or null. `locale` is the tag of its file, empty if it is of none.
  const Exception *exception_for(const Diagnostic &finding, const std::string &locale) const;

  const std::vector<Exception> &exceptions() const { return exceptions_; }

  LengthSettings length;
  std::set<std::string> allowed_tags;  // HTML tags, in small letters.

 private:
  friend class SettingsReader;
  std::map<Rule, std::optional<Severity>> severities_;
  std::vector<Exception> exceptions_;
  std::unordered_map<std::string, size_t> by_key_;  // Into exceptions_.
};

}  // namespace codeglot
#endif
