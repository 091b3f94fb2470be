// Prints numbers with a profile's symbols in one of its number styles, as ICU's DecimalFormat does.
#ifndef CODEGLOT_RUNTIME_NUMBER_FORMAT_H
#define CODEGLOT_RUNTIME_NUMBER_FORMAT_H

#include "core/pack/pack.h"
#include "core/runtime/decimal.h"
#include "core/runtime/sink.h"

namespace codeglot {

/// Where group separators stand in one number.
struct Grouping {
  int32_t primary;  // 0: none at all
  int32_t secondary;

  Grouping(uint8_t primary_size, uint8_t secondary_size, uint8_t least_digits, int32_t integer_digits)
      : primary(primary_size), secondary(secondary_size) {
    if (integer_digits < primary + least_digits) {
      primary = 0;
    }
    if (secondary == 0) {
      secondary = primary;
    }
  }
  /// Whether a separator stands between the digits of 10^power and 10^(power - 1).
  bool after(int32_t power) const {
    return primary != 0 && power >= primary && (power == primary || (power - primary) % secondary == 0);
  }
};

/// Scales and rounds to what the style shows; plural rules and printing both start from this.
void apply_style(const Numbers &numbers, uint8_t style, Decimal &decimal);

/// Prints a number to which the style has been applied.
void print_number(const Numbers &numbers, uint8_t style, const Decimal &decimal, Sink &sink);

/// Prints an integer below 2^53 in a style that does not scale: as the above, in a fraction of the time.
void print_integer(const Numbers &numbers, uint8_t style, int64_t value, Sink &sink);

inline bool style_scales(const Numbers &numbers, uint8_t style) { return numbers.styles[style][1] != 0; }

}  // namespace codeglot
#endif
