// Prints a Decimal with a profile's symbols in one of its number styles, as ICU's DecimalFormat does.
#ifndef CODEGLOT_RUNTIME_NUMBER_FORMAT_H
#define CODEGLOT_RUNTIME_NUMBER_FORMAT_H

#include "core/runtime/decimal.h"
#include "core/runtime/sink.h"

namespace codeglot {

/// One number style, in place in the pack's number section.
struct NumberStyle {
  uint8_t most_fraction_digits;
  uint8_t power_of_ten;
  uint8_t primary_grouping;
  uint8_t secondary_grouping;
  uint8_t least_grouped_digits;
  Text prefix, suffix, negative_prefix, negative_suffix;
};

NumberStyle number_style(Text numbers, uint8_t style);

/// Scales and rounds to what the style shows; plural rules and printing both start from this.
void apply_style(const NumberStyle &style, Decimal &decimal);

/// Prints a number to which the style has been applied.
void print_number(Text numbers, const NumberStyle &style, const Decimal &decimal, Sink &sink);

}  // namespace codeglot
#endif
