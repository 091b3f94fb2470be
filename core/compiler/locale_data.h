// LocaleData: what CLDR, as ICU carries it, knows of one locale, in the form that packs hold.
#ifndef CODEGLOT_COMPILER_LOCALE_DATA_H
#define CODEGLOT_COMPILER_LOCALE_DATA_H

#include <memory>
#include <string>
#include <vector>

#include "core/compiler/plural_rules_source.h"

namespace codeglot {

struct LocaleData {
  std::string tag;
  bool right_to_left = false;
  PluralRulesSource cardinal;
  PluralRulesSource ordinal;
  std::string cardinal_rules;  // compiled
  std::string ordinal_rules;   // compiled
  std::string number_symbols;  // The number section up to its list of styles; empty if it cannot be expressed.
  std::vector<std::string> number_styles;

  /// The number section with the first `styles` styles; empty for none.
  std::string numbers(uint8_t styles) const;

  /// `tag` is BCP 47. Throws std::runtime_error if ICU has no data at all.
  static LocaleData load(const std::string &tag);
};

/// What of a locale the messages of one profile use; the rest is left out of the pack.
struct ProfileNeeds {
  uint8_t styles = 0;
  bool cardinal = false;
  bool ordinal = false;

  void add(const ProfileNeeds &other);
};

/// core/pack/layout.h, "profile".
std::string write_profile(const LocaleData &locale, const ProfileNeeds &needs);

/// The canonical BCP 47 tag; empty if `tag` is no well-formed one.
std::string canonical_tag(const std::string &tag);

/// CLDR's parent locale ("zh-Hant-HK" → "zh-Hant", "en-GB" → "en-001"), which is in the same script; empty for the root.
std::string parent_locale(const std::string &tag);

}  // namespace codeglot
#endif
