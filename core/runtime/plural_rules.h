// Evaluates a profile's compiled plural rules (UTS #35, part 3, "Language Plural Rules") on a number as it is shown.
#ifndef CODEGLOT_RUNTIME_PLURAL_RULES_H
#define CODEGLOT_RUNTIME_PLURAL_RULES_H

#include "core/runtime/decimal.h"

namespace codeglot {

/// The operands of plural rules for one number as it is shown. Without trailing zeros, so that f is t, and v is w.
struct PluralOperands {
  uint64_t integer;          // i
  uint64_t absolute;         // n, where it is an integer
  uint64_t fraction;         // f, t
  uint64_t fraction_digits;  // v, w

  /// Of a finite number to which its style has been applied.
  explicit PluralOperands(const Decimal &shown);
  /// Of an integer below 2^53.
  explicit PluralOperands(uint64_t magnitude)
      : integer(magnitude), absolute(magnitude), fraction(0), fraction_digits(0) {}
};

/// The category (layout::Key) of a number; "other" if no rule holds.
uint8_t plural_category(Text rules, const PluralOperands &operands);

}  // namespace codeglot
#endif
