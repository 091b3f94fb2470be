// LocaleData: what CLDR, as ICU carries it, knows of one locale, in the form that packs hold.
#ifndef CODEGLOT_COMPILER_LOCALE_DATA_H
#define CODEGLOT_COMPILER_LOCALE_DATA_H

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/compiler/plural_rules_source.h"

namespace codeglot {

struct LocaleData {
  std::string tag;          // Of the rules and formats: what ICU is asked.
  std::string profile_tag;  // Of the texts; another one for a pseudo-locale.
  bool right_to_left = false;
  PluralRulesSource cardinal;
  PluralRulesSource ordinal;
  std::string cardinal_rules;  // compiled
  std::string ordinal_rules;   // compiled
  std::string number_symbols;  // The number section up to its list of styles; empty if it cannot be expressed.
  std::vector<std::string> number_styles;  // By layout::Style, what MessageFormat 1 can name.

  /// `tag` is BCP 47. Throws std::runtime_error if ICU has no data at all.
  static LocaleData load(const std::string &tag);
  /// A pseudo-locale's: its own direction, the rules and formats of its basis.
  static LocaleData load(const std::string &tag, const std::string &basis);
};

/// What of a locale the messages of one profile use; the rest is left out of the pack. Each record is there once.
struct ProfileNeeds {
  std::vector<std::string> styles;  // If there is any, or a format, the first is the plain one.
  std::vector<std::string> formats;
  bool cardinal = false;
  bool ordinal = false;
  bool dates = false;     // An argument is a date.
  bool integers = false;  // A plural compares rounded numbers.
  bool sources = false;   // A body has its source.

  /// The index of a record, which is added; nothing if a profile can hold no more.
  std::optional<uint8_t> style(const std::string &record, const LocaleData &locale);
  std::optional<uint8_t> format(const std::string &record, const LocaleData &locale);
  uint32_t features() const;
};

/// Whether a locale's script is written from right to left.
bool is_right_to_left(const std::string &tag);

/// core/pack/layout.h, "profile".
std::string write_profile(const LocaleData &locale, const ProfileNeeds &needs, uint32_t features);

/// The canonical BCP 47 tag; empty if `tag` is no well-formed one.
std::string canonical_tag(const std::string &tag);

/// The tag with CLDR's likely script and region ("pt" and "pt-BR" → "pt-Latn-BR"); empty if there is none.
std::string likely_tag(const std::string &tag);

/// CLDR's parent locale ("zh-Hant-HK" → "zh-Hant", "en-GB" → "en-001"), which is in the same script; empty for the root.
std::string parent_locale(const std::string &tag);

}  // namespace codeglot
#endif
