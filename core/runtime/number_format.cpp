// See number_format.h; the section's layout is in core/pack/layout.h.
#include "core/runtime/number_format.h"

#include "core/pack/layout.h"

namespace codeglot {
namespace {

struct Symbols {
  uint8_t digit_bytes;
  const char *digits;
  Text decimal, group, infinity, not_a_number;
};

const uint8_t *read_symbols(Text numbers, Symbols &symbols) {
  const uint8_t *at = numbers.begin();
  symbols.digit_bytes = *at++;
  symbols.digits = reinterpret_cast<const char *>(at);
  at += 10 * symbols.digit_bytes;
  symbols.decimal = read_text(at);
  symbols.group = read_text(at);
  symbols.infinity = read_text(at);
  symbols.not_a_number = read_text(at);
  read_varint(at);
  return at;
}

/// Whether a group separator stands before the digit of 10^power.
bool group_ends(const NumberStyle &style, int32_t power, int32_t integer_digits) {
  const int32_t primary = style.primary_grouping;
  if (primary == 0 || power + 1 < primary || integer_digits < primary + style.least_grouped_digits) {
    return false;
  }
  const int32_t past_primary = power + 1 - primary;
  const int32_t secondary = style.secondary_grouping != 0 ? style.secondary_grouping : primary;
  return past_primary % secondary == 0;
}

void print_digits(const Symbols &symbols, const NumberStyle &style, const Decimal &decimal, Sink &sink) {
  const auto put = [&](int32_t power) {
    sink.append(symbols.digits + decimal.digit(power) * symbols.digit_bytes, symbols.digit_bytes);
  };
  const int32_t integer_digits = decimal.point > 1 ? decimal.point : 1;
  for (int32_t power = integer_digits - 1; power >= 0; --power) {
    if (power != integer_digits - 1 && group_ends(style, power, integer_digits)) {
      sink.append(symbols.group);
    }
    put(power);
  }
  if (!decimal.is_integer()) {
    sink.append(symbols.decimal);
    for (int32_t power = -1; power >= decimal.point - decimal.count; --power) {
      put(power);
    }
  }
}

}  // namespace

NumberStyle number_style(Text numbers, uint8_t index) {
  Symbols symbols;
  const uint8_t *at = read_symbols(numbers, symbols);
  NumberStyle style;
  do {
    style.most_fraction_digits = *at++;
    style.power_of_ten = *at++;
    style.primary_grouping = *at++;
    style.secondary_grouping = *at++;
    style.least_grouped_digits = *at++;
    style.prefix = read_text(at);
    style.suffix = read_text(at);
    style.negative_prefix = read_text(at);
    style.negative_suffix = read_text(at);
  } while (index-- > 0);
  return style;
}

void apply_style(const NumberStyle &style, Decimal &decimal) {
  decimal.scale(style.power_of_ten);
  decimal.round(style.most_fraction_digits);
}

void print_number(Text numbers, const NumberStyle &style, const Decimal &decimal, Sink &sink) {
  Symbols symbols;
  read_symbols(numbers, symbols);
  const bool negative = decimal.negative && decimal.kind != Decimal::Kind::not_a_number;
  sink.append(negative ? style.negative_prefix : style.prefix);
  switch (decimal.kind) {
    case Decimal::Kind::infinity:
      sink.append(symbols.infinity);
      break;
    case Decimal::Kind::not_a_number:
      sink.append(symbols.not_a_number);
      break;
    case Decimal::Kind::finite:
      print_digits(symbols, style, decimal, sink);
      break;
  }
  sink.append(negative ? style.negative_suffix : style.suffix);
}

}  // namespace codeglot
