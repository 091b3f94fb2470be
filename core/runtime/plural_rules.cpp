// See plural_rules.h; the rules' layout is in core/pack/layout.h.
#include "core/runtime/plural_rules.h"

#include "core/pack/layout.h"

namespace codeglot {
namespace {

constexpr uint64_t power_past_exact = 1000000000000000000;  // 10^18

/// ICU carries operands as doubles; beyond 2^53 that shows in the last digits, and so it does here.
uint64_t as_double_holds(uint64_t value) { return static_cast<uint64_t>(static_cast<double>(value)); }

uint64_t operand_value(const PluralOperands &operands, uint8_t operand) {
  switch (operand) {
    case layout::n:
      return operands.absolute;
    case layout::i:
      return operands.integer;
#ifndef CODEGLOT_WITHOUT_FORMATS
    case layout::v:
      return operands.shown_fraction_digits;
    case layout::f:
      return operands.shown_fraction;
    case layout::e:
      return operands.exponent;
#else
    case layout::v:
#endif
    case layout::w:
      return operands.fraction_digits;
#ifdef CODEGLOT_WITHOUT_FORMATS
    case layout::f:
#endif
    case layout::t:
      return operands.fraction;
    default:
      return 0;  // e, c: plain numbers are in no compact notation.
  }
}

bool relation_holds(const uint8_t *&at, const PluralOperands &operands) {
  const uint8_t head = *at++;
  const uint8_t operand = head & static_cast<uint8_t>(~layout::relation_negated);
  const uint32_t modulus = load_u32(at);
  uint8_t ranges = at[4];
  at += 5;
  uint64_t value = operand_value(operands, operand);
  if (modulus != 0) {
    value %= modulus;
  }
  bool inside = false;
  for (; ranges > 0; --ranges, at += 8) {
    inside = inside || (load_u32(at) <= value && value <= load_u32(at + 4));
  }
  if (operand == layout::n && operands.fraction != 0) {
    inside = false;  // Ranges hold integers only.
  }
  return inside != ((head & layout::relation_negated) != 0);
}

}  // namespace

PluralOperands::PluralOperands(const Decimal &shown) {
  integer = as_double_holds(shown.between(shown.point - 1, 0));
  absolute = integer;
  const uint64_t last_digits = shown.between(exact_digits - 1, 0);
  if (shown.point == exact_digits + 1) {
    absolute = as_double_holds(last_digits + shown.digit(exact_digits) * power_past_exact);
  } else if (shown.point > exact_digits) {
    absolute = last_digits + power_past_exact;  // Large, with the right last digits.
  }
  const int32_t digits_after = shown.count - shown.point;
  fraction_digits = digits_after > 0 ? static_cast<uint64_t>(digits_after) : 0;
  fraction = fraction_digits == 0 ? 0 : shown.between(-1, -digits_after);
#ifndef CODEGLOT_WITHOUT_FORMATS
  shown_fraction_digits = fraction_digits;
  shown_fraction = fraction;
#endif
}

#ifndef CODEGLOT_WITHOUT_FORMATS
PluralOperands::PluralOperands(const Decimal &shown, int32_t most, int32_t compact_exponent) : PluralOperands(shown) {
  const int32_t digits = most > 0 ? most : 0;
  if (static_cast<uint64_t>(digits) > fraction_digits) {
    shown_fraction_digits = static_cast<uint64_t>(digits);
    shown_fraction = shown.between(-1, -digits);
  }
  exponent = static_cast<uint64_t>(compact_exponent);
}
#endif

uint8_t plural_category(Text rules, const PluralOperands &operands) {
  for (const uint8_t *at = rules.begin(); at != rules.end();) {
    const uint8_t category = *at++;
    bool any = false;
    for (uint8_t alternatives = *at++; alternatives > 0; --alternatives) {
      bool all = true;
      for (uint8_t relations = *at++; relations > 0; --relations) {
        all = relation_holds(at, operands) && all;
      }
      any = any || all;
    }
    if (any) {
      return category;
    }
  }
  return layout::other;
}

}  // namespace codeglot
