// What a number format is, as it is found out: how digits are shown, and what stands around them; and its two spellings in
// a pack (core/pack/layout.h): as a format, and, if it is simple enough, as a style.
#ifndef CODEGLOT_COMPILER_NUMBER_RECORD_H
#define CODEGLOT_COMPILER_NUMBER_RECORD_H

#include <optional>
#include <string>
#include <vector>

#include "core/compiler/locale_data.h"
#include "core/icu_engine/formatted.h"
#include "core/pack/layout.h"

namespace codeglot {

/// What stands around the digits of a number: in the layout, and as text.
struct Affixes {
  std::string prefix, suffix;
  std::string prefix_text, suffix_text;
  bool without_digits = false;

  bool operator==(const Affixes &other) const {
    return prefix == other.prefix && suffix == other.suffix && without_digits == other.without_digits;
  }
};

Affixes make_affixes(const std::vector<Part::Piece> &prefix, const std::vector<Part::Piece> &suffix, bool has_digits);

struct NumberForm {
  int magnitude;
  int shift;
  uint8_t category;
  uint8_t signs;
  Affixes affixes;
};

struct NumberRecord {
  int scale = 0;
  std::vector<int> shifts;  // by magnitude
  layout::Rounding rounding = layout::Rounding::fraction;
  layout::RoundingMode mode = layout::RoundingMode::half_even;
  int least_integer = 1;
  int least = 0;
  int most = 0;
  bool strips_zeros = false;
  int primary = 0;
  int secondary = 0;
  int least_grouping = 1;
  std::string decimal;
  std::string group;
  std::vector<NumberForm> forms;

  /// layout.h, "formats", "number", with these forms before its own. Without any, one for each shift stands for them, so
  /// that a format whose forms are not yet known can round.
  std::string format(const std::vector<NumberForm> &special_forms = {}) const;

  /// As a style: rounds half to even, shows no zeros at the end, and has two forms, of negative numbers and of others,
  /// with nothing around the digits that has another name than a sign's: no currency, no unit.
  std::optional<std::string> style(const LocaleData &locale) const;
};

/// Digits times 10^power, as a decimal string without an exponent.
std::string scaled(const std::string &digits, int power);

}  // namespace codeglot
#endif
