// Evaluates a profile's compiled plural rules (UTS #35, part 3, "Language Plural Rules") on a number as it is shown.
#ifndef CODEGLOT_RUNTIME_PLURAL_RULES_H
#define CODEGLOT_RUNTIME_PLURAL_RULES_H

#include "core/runtime/decimal.h"

namespace codeglot {

/// The operands of plural rules for one number as it is shown. Plain numbers have no zeros at their end: f is t, v is w.
struct PluralOperands {
  uint64_t integer;          // i
  uint64_t absolute;         // n, where it is an integer
  uint64_t fraction;         // t
  uint64_t fraction_digits;  // w
#ifndef CODEGLOT_WITHOUT_FORMATS
  uint64_t shown_fraction = 0;         // f
  uint64_t shown_fraction_digits = 0;  // v
  uint64_t exponent = 0;               // e, c
#endif

  /// Of a finite number to which its style has been applied.
  explicit PluralOperands(const Decimal &shown);
#ifndef CODEGLOT_WITHOUT_FORMATS
  /// Of one that is shown with so many digits after the decimal point, or in compact notation.
  PluralOperands(const Decimal &shown, int32_t fraction_digits, int32_t compact_exponent);
#endif
  /// Of an integer below 2^53.
  explicit PluralOperands(uint64_t magnitude)
      : integer(magnitude), absolute(magnitude), fraction(0), fraction_digits(0) {}
};

/// The category (layout::Key) of a number; "other" if no rule holds.
uint8_t plural_category(Text rules, const PluralOperands &operands);

}  // namespace codeglot
#endif
