// The check of a profile's formats; see validate.h. Left out of builds without formats.
#include "core/pack/layout.h"
#include "core/pack/utf8.h"
#include "core/pack/validate.h"

namespace codeglot {
namespace {

/// Pieces and their texts, to the end.
bool valid_affix(Text affix) {
  Cursor cursor(affix);
  while (cursor.more()) {
    if (cursor.byte() > layout::piece_last || !valid_text(cursor)) {
      return false;
    }
  }
  return !cursor.bad;
}

bool at_most(Cursor &cursor, uint32_t most) { return cursor.byte() <= most; }

/// The last form has to fit whatever comes, so that a search always ends at one.
bool valid_number_format(Cursor cursor) {
  if (!at_most(cursor, static_cast<uint8_t>(layout::Rounding::none)) ||
      !at_most(cursor, static_cast<uint8_t>(layout::RoundingMode::floor)) ||
      !at_most(cursor, layout::style_number_most) || !at_most(cursor, layout::style_number_most) ||
      !at_most(cursor, layout::style_number_most)) {
    return false;
  }
  const auto scale = static_cast<int8_t>(cursor.byte());
  if (scale > layout::style_number_most || scale < -layout::style_number_most ||
      !at_most(cursor, layout::format_strips_zeros)) {
    return false;
  }
  for (int size = 0; size < 3; ++size) {
    if (!at_most(cursor, layout::style_number_most)) {
      return false;
    }
  }
  if (!valid_text(cursor) || !valid_text(cursor)) {
    return false;
  }
  bool fits_all = false;
  while (cursor.more()) {
    const uint8_t magnitude = cursor.byte();
    const uint8_t shift = cursor.byte() & static_cast<uint8_t>(~layout::form_without_digits);
    const uint8_t category = cursor.byte();
    const uint8_t signs = cursor.byte();
    if ((magnitude > layout::magnitude_most && magnitude != layout::magnitude_of_special) ||
        shift > layout::magnitude_most || (category > layout::exact && category != layout::form_of_any) ||
        signs > layout::sign_any || !valid_affix(cursor.text()) || !valid_affix(cursor.text())) {
      return false;
    }
    fits_all = magnitude == 0 && category == layout::form_of_any && signs == layout::sign_any;
  }
  return !cursor.bad && fits_all;
}

uint32_t names_of(uint8_t field) {
  switch (static_cast<layout::Field>(field)) {
    case layout::Field::literal:
    case layout::Field::zone_name:
      return 1;
    case layout::Field::era_name:
    case layout::Field::half_day_name:
      return 2;
    case layout::Field::month_name:
      return 12;
    case layout::Field::weekday_name:
      return 7;
    case layout::Field::quarter_name:
      return 4;
    case layout::Field::day_period_name:
      return layout::names_most;
    default:
      return 0;
  }
}

bool valid_date_format(Cursor cursor) {
  if (!at_most(cursor, layout::date_is_proleptic)) {
    return false;
  }
  while (cursor.more()) {
    const uint8_t field = cursor.byte();
    const bool named = field == 0 || field >= static_cast<uint8_t>(layout::Field::named);
    if (field > layout::field_last || (!named && field > static_cast<uint8_t>(layout::Field::offset)) ||
        !at_most(cursor, layout::field_width_most)) {
      return false;
    }
    if (named) {
      Cursor names(cursor.text());
      for (uint32_t name = names_of(field); name > 0; --name) {
        if (!valid_text(names)) {
          return false;
        }
      }
      if (names.more() || names.bad) {
        return false;
      }
    }
  }
  return !cursor.bad;
}

}  // namespace

bool valid_formats(Text formats) {
  Cursor cursor(formats);
  uint32_t count = cursor.byte();
  if (count > layout::formats_most) {
    return false;
  }
  for (; count > 0 && !cursor.bad; --count) {
    Cursor format(cursor.text());
    const uint8_t kind = format.byte();
    if (cursor.bad || format.bad || kind > static_cast<uint8_t>(layout::FormatKind::date) ||
        !(kind == 0 ? valid_number_format(format) : valid_date_format(format))) {
      return false;
    }
  }
  return !cursor.bad && cursor.at == cursor.end;
}

}  // namespace codeglot
