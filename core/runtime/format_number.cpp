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

/// Whether it is 1 that is shown: of 1.2M 1.2, of 1M 1.
bool shows_one(const Decimal &decimal, NumberFormat::Shown shown) {
  return decimal.kind == Decimal::Kind::finite && decimal.count == 1 && decimal.digits[0] == 1 &&
         decimal.point - shown.shift == 1;
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
  Form form{at[0],
            static_cast<uint8_t>(at[1] & ~layout::form_without_digits),
            at[2],
            at[3],
            (at[1] & layout::form_without_digits) != 0,
            {},
            {}};
  at += 4;
  form.prefix = read_text(at);
  form.suffix = read_text(at);
  return form;
}

int32_t NumberFormat::shift_at(int32_t magnitude) const {
  for (const uint8_t *at = forms_;;) {
    const Form form = read_form(at);
    if (form.magnitude <= magnitude && form.magnitude != layout::magnitude_of_special) {
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
  const int32_t most = digits > least ? digits : least;
  return {most > 0 ? most : 0, shift};
}

uint8_t NumberFormat::category(Text rules, const Decimal &applied, Shown shown) const {
  if (applied.kind != Decimal::Kind::finite) {
    return layout::other;
  }
  return plural_category(rules, PluralOperands(applied, shown.fraction_digits - shown.shift, shown.shift));
}

uint8_t NumberFormat::form_category(Text rules, Decimal applied, Shown shown) {
  if (applied.kind != Decimal::Kind::finite) {
    return layout::other;
  }
  applied.scale(-shown.shift);
  return plural_category(rules, PluralOperands(applied, shown.fraction_digits, 0));
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

bool NumberFormat::print_special(uint8_t sign, Sink &sink) const {
  for (const uint8_t *at = forms_;;) {
    const Form form = read_form(at);
    if (form.magnitude != layout::magnitude_of_special) {
      return false;
    }
    if ((form.signs & sign) != 0) {
      append_pieces(sink, form.prefix);
      return true;
    }
  }
}

void NumberFormat::print(const Profile &profile, const Decimal &decimal, Shown shown, Sink &sink) const {
  const layout::Sign sign = sign_of(decimal);
  if (decimal.kind != Decimal::Kind::finite && print_special(sign, sink)) {
    return;
  }
  const int32_t magnitude = magnitude_of(decimal);
  uint8_t known_category = layout::form_of_any;
  Form form;
  for (const uint8_t *at = forms_;;) {
    form = read_form(at);
    if (form.magnitude > magnitude || form.magnitude == layout::magnitude_of_special || (form.signs & sign) == 0 ||
        (form.category == layout::exact && !shows_one(decimal, shown))) {
      continue;
    }
    if (form.category < layout::exact && known_category == layout::form_of_any) {
      known_category = form_category(profile.cardinal_rules, decimal, shown);
    }
    if (form.category >= layout::exact || form.category == known_category) {
      break;
    }
  }
  append_pieces(sink, form.prefix);
  if (form.without_digits) {
    return;
  }
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
