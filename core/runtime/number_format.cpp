// See number_format.h; the section's layout is in core/pack/layout.h.
#include "core/runtime/number_format.h"

#include "core/pack/layout.h"

namespace codeglot {
namespace {

/// Whether a group separator stands after the digit of 10^power, going from right to left.
bool group_ends(const NumberStyle &style, int32_t power, int32_t integer_digits) {
  const int32_t primary = style.primary_grouping;
  if (primary == 0 || power < primary || integer_digits < primary + style.least_grouped_digits) {
    return false;
  }
  const int32_t secondary = style.secondary_grouping != 0 ? style.secondary_grouping : primary;
  return power == primary || (power - primary) % secondary == 0;
}

void print_digits(const Numbers &numbers, const NumberStyle &style, const Decimal &decimal, Sink &sink) {
  const auto put = [&](int32_t power) {
    sink.append(numbers.digits + decimal.digit(power) * numbers.digit_bytes, numbers.digit_bytes);
  };
  const int32_t integer_digits = decimal.point > 1 ? decimal.point : 1;
  for (int32_t power = integer_digits - 1; power >= 0; --power) {
    put(power);
    if (power > 0 && group_ends(style, power, integer_digits)) {
      sink.append(numbers.group);
    }
  }
  if (!decimal.is_integer()) {
    sink.append(numbers.decimal);
    for (int32_t power = -1; power >= decimal.point - decimal.count; --power) {
      put(power);
    }
  }
}

// Sixteen digits, the most below 2^53, each with a separator.
constexpr size_t integer_bytes_most = 16 * (layout::digit_bytes_most + layout::group_bytes_most);

/// Whether an integer has enough digits for a group separator.
bool is_grouped(const NumberStyle &style, uint64_t magnitude) {
  if (style.primary_grouping == 0 || (style.primary_grouping >= 3 && magnitude < 1000)) {
    return false;
  }
  for (int32_t digits = style.primary_grouping + style.least_grouped_digits - 1; digits > 0; --digits) {
    magnitude /= 10;
  }
  return magnitude > 0;
}

}  // namespace

NumberStyle number_style(const Numbers &numbers, uint8_t index) {
  const uint8_t *at = numbers.styles[index];
  NumberStyle style;
  style.most_fraction_digits = *at++;
  style.power_of_ten = *at++;
  style.primary_grouping = *at++;
  style.secondary_grouping = *at++;
  style.least_grouped_digits = *at++;
  style.prefix = read_text(at);
  style.suffix = read_text(at);
  style.negative_prefix = read_text(at);
  style.negative_suffix = read_text(at);
  return style;
}

void apply_style(const Numbers &numbers, uint8_t style, Decimal &decimal) {
  decimal.scale(numbers.styles[style][1]);
  decimal.round(numbers.styles[style][0]);
}

void print_number(const Numbers &numbers, const NumberStyle &style, const Decimal &decimal, Sink &sink) {
  const bool negative = decimal.negative && decimal.kind != Decimal::Kind::not_a_number;
  sink.append(negative ? style.negative_prefix : style.prefix);
  switch (decimal.kind) {
    case Decimal::Kind::infinity:
      sink.append(numbers.infinity);
      break;
    case Decimal::Kind::not_a_number:
      sink.append(numbers.not_a_number);
      break;
    case Decimal::Kind::finite:
      print_digits(numbers, style, decimal, sink);
      break;
  }
  sink.append(negative ? style.negative_suffix : style.suffix);
}

void print_integer(const Numbers &numbers, const NumberStyle &style, int64_t value, Sink &sink) {
  // From right to left into a buffer; a separator goes in wherever enough digits have passed.
  char text[integer_bytes_most];
  char *from = text + sizeof text;
  uint64_t rest = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  const int32_t primary = style.primary_grouping;
  const int32_t secondary = style.secondary_grouping != 0 ? style.secondary_grouping : primary;
  int32_t until_group = is_grouped(style, rest) ? primary : -1;
  do {
    if (until_group == 0) {
      from -= numbers.group.bytes;
      std::memcpy(from, numbers.group.data, numbers.group.bytes);
      until_group = secondary;
    }
    --until_group;
    const char *digit = numbers.digits + rest % 10 * numbers.digit_bytes;
    rest /= 10;
    for (uint32_t byte = numbers.digit_bytes; byte > 0;) {
      *--from = digit[--byte];
    }
  } while (rest > 0);
  sink.append(value < 0 ? style.negative_prefix : style.prefix);
  sink.append(from, static_cast<size_t>(text + sizeof text - from));
  sink.append(value < 0 ? style.negative_suffix : style.suffix);
}

}  // namespace codeglot
