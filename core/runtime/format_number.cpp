// See format_number.h.
#include "core/runtime/format_number.h"

#include "core/runtime/number_format.h"
#include "core/runtime/plural_rules.h"
#include "core/runtime/spans.h"

namespace codeglot {
namespace {

using layout::Rounding;

int32_t magnitude_of(const Decimal &decimal) {
  const int32_t magnitude = decimal.count == 0 || decimal.kind != Decimal::Kind::finite ? 0 : decimal.point - 1;
  return magnitude < 0 ? 0 : magnitude;
}

layout::Sign sign_of(const Decimal &decimal) {
  const bool zero = decimal.kind == Decimal::Kind::not_a_number ||
                    (decimal.kind == Decimal::Kind::finite && decimal.count == 0);
  if (decimal.negative) {
    return zero ? layout::sign_negative_zero : layout::sign_negative;
  }
  return zero ? layout::sign_zero : layout::sign_positive;
}

void append_pieces(Sink &sink, Text affix) {
  for (const uint8_t *at = affix.begin(); at != affix.end();) {
    const auto piece = static_cast<layout::Piece>(*at++);
    append_piece(sink, piece, read_text(at));
  }
}

}  // namespace

NumberFormat::NumberFormat(Text section) {
  const uint8_t *at = section.begin() + 1;
  rounding_ = static_cast<Rounding>(*at++);
  mode_ = static_cast<layout::RoundingMode>(*at++);
  least_integer_ = *at++;
  least_ = *at++;
  most_ = *at++;
  scale_ = static_cast<int8_t>(*at++);
  flags_ = *at++;
  primary_ = *at++;
  secondary_ = *at++;
  least_grouping_ = *at++;
  decimal_ = read_text(at);
  group_ = read_text(at);
  forms_ = at;
}

NumberFormat::Form NumberFormat::read_form(const uint8_t *&at) {
  Form form{at[0], at[1], at[2], at[3], {}, {}};
  at += 4;
  form.prefix = read_text(at);
  form.suffix = read_text(at);
  return form;
}

int32_t NumberFormat::shift_at(int32_t magnitude) const {
  for (const uint8_t *at = forms_;;) {
    const Form form = read_form(at);
    if (form.magnitude <= magnitude) {
      return form.shift;
    }
  }
}

void NumberFormat::round(Decimal &decimal, int32_t shift) const {
  switch (rounding_) {
    case Rounding::fraction:
      decimal.round(most_ - shift, mode_);
      break;
    case Rounding::significant:
      decimal.round(most_ - decimal.point, mode_);
      break;
    case Rounding::compact: {
      const int32_t two_digits = 2 - decimal.point;
      decimal.round(two_digits > -shift ? two_digits : -shift, mode_);
      break;
    }
    case Rounding::none:
      break;
  }
}

NumberFormat::Shown NumberFormat::apply(Decimal &decimal) const {
  if (decimal.kind != Decimal::Kind::finite) {
    return {0, 0};
  }
  decimal.scale(scale_);
  const int32_t magnitude = magnitude_of(decimal);
  int32_t shift = shift_at(magnitude);
  round(decimal, shift);
  // 999.9K may have become 1000K, which is 1M.
  if (const int32_t rounded = magnitude_of(decimal); rounded > magnitude && shift_at(rounded) != shift) {
    shift = shift_at(rounded);
    round(decimal, shift);
  }
  const int32_t point = decimal.count == 0 ? 0 : decimal.point - shift;
  const int32_t digits = decimal.count - point;
  int32_t least = least_;
  if (rounding_ == Rounding::significant) {
    least = least_ - (decimal.count == 0 ? 1 : point);
  }
  if ((flags_ & layout::format_strips_zeros) != 0 && digits <= 0) {
    least = 0;
  }
  return {digits > least ? digits : least > 0 ? least : 0, shift};
}

uint8_t NumberFormat::category(Text rules, const Decimal &applied, Shown shown) const {
  if (applied.kind != Decimal::Kind::finite) {
    return layout::other;
  }
  return plural_category(rules, PluralOperands(applied, shown.fraction_digits - shown.shift, shown.shift));
}

void NumberFormat::print_digits(const Numbers &numbers, const Decimal &decimal, Shown shown, Sink &sink) const {
  const int32_t point = decimal.count == 0 ? 0 : decimal.point - shown.shift;
  const int32_t integer_digits = point > least_integer_ ? point : least_integer_;
  const Grouping grouping(primary_, secondary_, least_grouping_, integer_digits);
  for (int32_t power = integer_digits - 1; power >= -shown.fraction_digits; --power) {
    if (power == -1) {
      append_piece(sink, layout::Piece::decimal, decimal_);
    }
    append_piece(sink, power < 0 ? layout::Piece::fraction : layout::Piece::integer,
                 {numbers.digits + decimal.digit(power + shown.shift) * numbers.digit_bytes, numbers.digit_bytes});
    if (grouping.after(power)) {
      append_piece(sink, layout::Piece::group, group_);
    }
  }
  if (integer_digits == 0 && shown.fraction_digits == 0) {
    append_piece(sink, layout::Piece::integer, {numbers.digits, numbers.digit_bytes});  // Never nothing at all.
  }
}

void NumberFormat::print(const Profile &profile, const Decimal &decimal, Shown shown, Sink &sink) const {
  const int32_t magnitude = magnitude_of(decimal);
  const layout::Sign sign = sign_of(decimal);
  uint8_t known_category = layout::form_of_any;
  Form form;
  for (const uint8_t *at = forms_;;) {
    form = read_form(at);
    if (form.magnitude > magnitude || (form.signs & sign) == 0) {
      continue;
    }
    if (form.category != layout::form_of_any && known_category == layout::form_of_any) {
      known_category = category(profile.cardinal_rules, decimal, shown);
    }
    if (form.category == layout::form_of_any || form.category == known_category) {
      break;
    }
  }
  append_pieces(sink, form.prefix);
  if (decimal.kind == Decimal::Kind::finite) {
    print_digits(profile.numbers, decimal, shown, sink);
  } else {
    const bool is_number = decimal.kind == Decimal::Kind::infinity;
    append_piece(sink, is_number ? layout::Piece::infinity : layout::Piece::nan,
                 is_number ? profile.numbers.infinity : profile.numbers.not_a_number);
  }
  append_pieces(sink, form.suffix);
}

}  // namespace codeglot
