// Prints numbers with a profile's symbols in one of its number styles, as ICU's DecimalFormat does.
#ifndef CODEGLOT_RUNTIME_NUMBER_FORMAT_H
#define CODEGLOT_RUNTIME_NUMBER_FORMAT_H

#include "core/pack/pack.h"
#include "core/runtime/decimal.h"
#include "core/runtime/sink.h"

namespace codeglot {

/// One number style, taken apart (core/pack/layout.h).
struct NumberStyle {
  uint8_t most_fraction_digits;
  uint8_t power_of_ten;
  uint8_t primary_grouping;
  uint8_t secondary_grouping;
  uint8_t least_grouped_digits;
  Text prefix, suffix, negative_prefix, negative_suffix;
};

NumberStyle number_style(const Numbers &numbers, uint8_t style);

/// Scales and rounds to what the style shows; plural rules and printing both start from this.
void apply_style(const Numbers &numbers, uint8_t style, Decimal &decimal);

/// Prints a number to which the style has been applied.
void print_number(const Numbers &numbers, const NumberStyle &style, const Decimal &decimal, Sink &sink);

/// Prints an integer in a style that does not scale: the same text as the above, in a fraction of the time.
void print_integer(const Numbers &numbers, const NumberStyle &style, int64_t value, Sink &sink);

}  // namespace codeglot
#endif
