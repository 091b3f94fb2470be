// See number_format.h; the section's layout is in core/pack/layout.h.
#include "core/runtime/number_format.h"

#include "core/pack/layout.h"
#include "core/runtime/spans.h"

namespace codeglot {
namespace {

// Sixteen digits, the most below 2^53, each with a separator.
constexpr size_t integer_bytes_most = 16 * (layout::digit_bytes_most + layout::group_bytes_most);

/// The affixes of a style: prefix and suffix, of a negative number or another.
struct Affixes {
  Text prefix, suffix;

  Affixes(const uint8_t *style, bool negative) {
    const uint8_t *at = style + layout::style_fixed_bytes;
    if (negative) {
      read_text(at);
      read_text(at);
    }
    prefix = read_text(at);
    suffix = read_text(at);
  }
};

void print_digits(const Numbers &numbers, const uint8_t *style, const Decimal &decimal, Sink &sink) {
  const int32_t integer_digits = decimal.point > 1 ? decimal.point : 1;
  const int32_t last = decimal.count > decimal.point ? decimal.point - decimal.count : 0;
  const Grouping grouping(style[2], style[3], style[4], integer_digits);
  for (int32_t power = integer_digits - 1; power >= last; --power) {
    if (power == -1) {
      append_piece(sink, layout::Piece::decimal, numbers.decimal);
    }
    append_piece(sink, power < 0 ? layout::Piece::fraction : layout::Piece::integer,
                 {numbers.digits + decimal.digit(power) * numbers.digit_bytes, numbers.digit_bytes});
    if (grouping.after(power)) {
      append_piece(sink, layout::Piece::group, numbers.group);
    }
  }
}

}  // namespace

void apply_style(const Numbers &numbers, uint8_t style, Decimal &decimal) {
  decimal.scale(numbers.styles[style][1]);
  decimal.round(numbers.styles[style][0]);
}

void print_number(const Numbers &numbers, uint8_t style, const Decimal &decimal, Sink &sink) {
  const bool is_number = decimal.kind != Decimal::Kind::not_a_number;
  const Affixes affixes(numbers.styles[style], decimal.negative && is_number);
  append_affix(sink, affixes.prefix);
  if (decimal.kind == Decimal::Kind::finite) {
    print_digits(numbers, numbers.styles[style], decimal, sink);
  } else {
    append_piece(sink, is_number ? layout::Piece::infinity : layout::Piece::nan,
                 is_number ? numbers.infinity : numbers.not_a_number);
  }
  append_affix(sink, affixes.suffix);
}

void print_integer(const Numbers &numbers, uint8_t style, int64_t value, Sink &sink) {
  uint8_t digits[20];
  int32_t count = 0;
  uint64_t rest = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  for (; rest > UINT32_MAX; rest /= 10) {
    digits[count++] = static_cast<uint8_t>(rest % 10);
  }
  auto small = static_cast<uint32_t>(rest);  // Most counts: division by a constant is cheap in 32 bits everywhere.
  do {
    digits[count++] = static_cast<uint8_t>(small % 10);
    small /= 10;
  } while (small > 0);
  const uint8_t *const sizes = numbers.styles[style] + 2;
  const Grouping grouping(sizes[0], sizes[1], sizes[2], count);
  const Affixes affixes(numbers.styles[style], value < 0);
  char text[integer_bytes_most];
  char *to = text;
  while (--count >= 0) {
    const char *digit = numbers.digits + digits[count] * numbers.digit_bytes;
    for (uint32_t byte = numbers.digit_bytes; byte > 0; --byte) {
      *to++ = *digit++;
    }
    if (grouping.after(count)) {
      for (uint32_t byte = 0; byte < numbers.group.bytes; ++byte) {
        *to++ = numbers.group.data[byte];
      }
    }
  }
  sink.append(affixes.prefix);
  sink.append(text, static_cast<size_t>(to - text));
  sink.append(affixes.suffix);
}

}  // namespace codeglot
