// The pack format, version 2: what every byte of a pack means. The writer and the reader derive from this page.
//
//   header, 24 bytes
//     0  u8[4]  magic "CGPK"
//     4  u16    format version (2)
//     6  u16    features (enum Feature): what a runtime must have to run the messages; 0 for most packs
//     8  u32    bytes in the pack
//    12  u32    checksum of all bytes from 16 on (checksum.h)
//    16  u32    number of codes, n
//    20  u32    bytes in the meta section
//   i32[n]      codes, strictly ascending
//   u32[n + 1]  where each record begins, counted from the first record; the last one is the records' total
//   meta        see below
//   records     text name; body
//
// All numbers are little-endian, of a fixed size, and at any address. text: u16 byte count, then UTF-8.
//
//   meta     text namespace; text default locale; text source locale;
//            u8 number of profiles; text of each profile          (the first is the pack's own locale)
//            text unknown code (a body); text unreadable response (a body);
//            text transports; text locale table
//   profile  text tag; u8 direction; text cardinal rules; text ordinal rules; text number section;
//            text formats, if the features name them
//   rules    until their end: u8 category; u8 number of alternatives; of each: u8 number of relations, all of which hold;
//            relation: u8 operand | 0x80 if negated; u32 modulus (0: none); u8 number of ranges; of each: u32 low; u32 high
//   numbers  u8 bytes per digit; ten digits; text decimal; text group; text infinity; text not-a-number;
//            u8 number of styles; each: u8 most fraction digits; u8 power of ten that scales; u8 primary, u8 secondary
//            grouping size (0: none), u8 minimum grouping digits; text prefix, suffix, negative prefix, negative suffix
//   formats  u8 number of formats; text of each: u8 FormatKind, then
//     number   u8 Rounding; u8 RoundingMode; u8 least integer digits; u8 least, u8 most fraction or significant digits;
//              i8 power of ten that scales; u8 flags; u8 primary, u8 secondary grouping size, u8 minimum grouping digits;
//              text decimal; text group; then forms to the end, the first that fits is taken: u8 least magnitude;
//              u8 shift (of the decimal point, compact notation) | form_without_digits; u8 Key of the category, exact
//              where 1 is shown, or form_of_any; u8 signs; text prefix, text suffix (affixes)
//     date     u8 flags; items to the end: u8 Field; u8 width; [text of its names, each a text]
//   affix    to its end: u8 Piece; text
//   transports until their end: text name; u8 number of statuses whose body is read, each u16;
//            u16 number of problems and statuses that mean a code, the problems first, each text problem, as cg_response
//            has it, or empty for a status; u16 status, 0 for a problem; i32 code
//   locale table: see core/runtime/locale_choice.h
//
//   body     u8 profile << 1 | 1 if a program follows, 0 if plain text does, to the body's end; | body_has_source if its
//            source stands before that, as text: u8 Syntax; the pattern; | body_stands_in if only the ICU engine can
//            format all of it
//   program  u8 number of parameters; each: u8 type | mf2_semantics | 0x80 if a default follows; text name; [text default];
//            then nodes to the end
//   node     u8 operation, then
//     text         text
//     argument     u8 parameter | isolation                      a string as it is, a number in style 0
//     number       u8 parameter | isolation; u8 style
//     number_less  u8 parameter | isolation; u8 style; value     the argument minus the value
//     plural       u8 parameter; text of: u8 flags; u8 style or style_of_format | format of numbers; value offset; branches to its end: u8 key; [value]; text nodes
//     isolate      text: one bidirectional control, around what the compiler has printed
//     mark         text: u8 Mark; text name; text id; options to its end: text name, text value
//     format       u8 parameter | isolation; u8 format; value    the argument minus the value
//     select       u8 parameter; text of: branches to its end: text key; text nodes       (the last one is "other")
//   isolation  enum Isolation << isolation_shift
//   value    i32 mantissa; u8 fraction digits: mantissa / 10^digits
#ifndef CODEGLOT_PACK_LAYOUT_H
#define CODEGLOT_PACK_LAYOUT_H

#include <cstdint>

namespace codeglot::layout {

inline constexpr uint8_t magic[4] = {'C', 'G', 'P', 'K'};
inline constexpr uint16_t version = 2;
inline constexpr uint32_t header_bytes = 24;
inline constexpr uint32_t checksum_from = 16;

/// What a pack's messages ask of a runtime beyond text, plain numbers and branches. A pack that has what its features do
/// not name is malformed in every build, those that read no such features among them.
enum Feature : uint16_t {
  feature_formats = 0x0001,  // Formats in profiles, parameters that are dates, plurals of rounded numbers.
  feature_sources = 0x0002   // Bodies with a source.
};
inline constexpr uint16_t features_known = feature_formats | feature_sources;

inline constexpr uint8_t body_has_source = 0x40;
inline constexpr uint8_t body_stands_in = 0x80;
inline constexpr uint8_t body_profile_mask = 0x3E;

enum class Operation : uint8_t {
  text = 0,
  argument = 1,
  number = 2,
  number_less = 3,
  plural = 4,
  select = 5,
  isolate = 6,
  mark = 7,
  format = 8
};

/// Declared type of a parameter.
enum class Type : uint8_t { any = 0, string = 1, number = 2, date = 3 };
inline constexpr uint8_t has_default = 0x80;
/// As MessageFormat 2 has it, what stands for an absent argument is "{$name}", and a branch on it is the last one.
inline constexpr uint8_t mf2_semantics = 0x40;
inline constexpr uint8_t type_mask = 0x3F;

/// How an argument is set apart with bidirectional controls, as MessageFormat 2 has it. What stands for an absent
/// argument is set apart by its own letters' direction, unless nothing is.
enum class Isolation : uint8_t {
  none = 0,
  absence = 1,        // Nothing but what stands for an absent argument.
  left_to_right = 2,  // Between U+2066 and U+2069,
  right_to_left = 3,  // U+2067 and U+2069,
  first_strong = 4    // U+2068 and U+2069.
};
inline constexpr uint8_t isolation_shift = 5;
inline constexpr uint8_t parameter_mask = 0x1F;

/// Branch keys of a plural: CLDR's categories in CLDR's order, then an exact value. "other" always stands last, and is
/// taken for whatever fits no other key; before it, it is a category like the rest, as MF2 tells it from "*".
enum Key : uint8_t { zero, one, two, few, many, other, exact };
inline constexpr uint8_t plural_ordinal = 0x01;
/// Exact values are compared with the number rounded to an integer, half away from zero, as MF2's :integer does.
inline constexpr uint8_t plural_of_integer = 0x02;

/// Operands of plural rules (UTS #35, part 3, "Operands"); e and c are one.
enum Operand : uint8_t { n, i, v, w, f, t, e };
inline constexpr uint8_t relation_negated = 0x80;

inline constexpr uint8_t left_to_right = 0;
inline constexpr uint8_t right_to_left = 1;

/// Number styles that MessageFormat 1 has names for. A profile lists those that its messages use, the plain one first.
enum Style : uint8_t { style_plain, style_integer, style_percent };
inline constexpr uint8_t style_most = 8;
inline constexpr uint8_t fraction_digits_most = 9;  // Of a value.
inline constexpr uint8_t style_number_most = 20;    // Of a style's digits and sizes.
inline constexpr uint32_t style_fixed_bytes = 5;    // What stands before a style's affixes.
inline constexpr uint32_t digit_bytes_most = 4;
inline constexpr uint32_t group_bytes_most = 16;

// ---- Formats

enum class FormatKind : uint8_t { number = 0, date = 1 };

/// What the digits of a number are counted from. `compact`: an integer, or two significant digits if that is more.
enum class Rounding : uint8_t { fraction = 0, significant = 1, compact = 2, none = 3 };
enum class RoundingMode : uint8_t { half_even = 0, half_up, half_down, up, down, ceiling, floor };

inline constexpr uint8_t format_strips_zeros =
    0x01;  // Of a whole number: no fraction digits, whatever their least number.
inline constexpr uint8_t formats_most = 127;
inline constexpr uint8_t style_of_format = 0x80;
inline constexpr uint8_t form_of_any = 0xFF;
inline constexpr uint8_t form_without_digits =
    0x80;  // Its prefix is all that is shown: Arabic has a word for two days.
inline constexpr uint8_t magnitude_most = 30;
inline constexpr uint8_t magnitude_of_special =
    0xFF;  // Of infinity (sign_positive), its negative, NaN (sign_zero): all in the prefix.
enum Sign : uint8_t { sign_negative = 1, sign_negative_zero = 2, sign_zero = 4, sign_positive = 8, sign_any = 15 };

inline constexpr uint8_t date_is_proleptic = 0x01;  // Gregorian for ever, not Julian before 1582-10-15.

/// Fields of a date in the Gregorian calendar. Those above `named` bring their names, which an index of 0 begins.
enum class Field : uint8_t {
  literal = 0,  // its one name
  year = 1,     // of the era; width 2: the last two digits
  month = 2,    // 1 to 12
  day = 3,
  hour_24 = 4,         // 0 to 23
  hour_24_from_1 = 5,  // 1 to 24
  hour_12 = 6,         // 1 to 12
  hour_12_from_0 = 7,  // 0 to 11
  minute = 8,
  second = 9,
  fraction = 10,  // width: digits
  day_of_year = 11,
  quarter = 12,
  offset = 13,  // width: OffsetStyle
  named = 32,
  era_name = 32,       // 2
  month_name = 33,     // 12
  weekday_name = 34,   // 7, from Sunday
  quarter_name = 35,   // 4
  half_day_name = 36,  // 2: a.m., p.m.
  day_period_name =
      37,         // 26: by hour; noon; midnight. width: 1 if the minute must be 0 for these two, 2 the second, 3 both
  zone_name = 38  // 1: of UTC; other zones are the ICU engine's
};
inline constexpr uint8_t field_last = 38;
inline constexpr uint8_t field_width_most = 18;
inline constexpr uint8_t names_most = 26;

/// ISO 8601 offsets: hours only if the minutes are 0, without or with a colon; "Z" for 0.
enum OffsetStyle : uint8_t { offset_hours = 0, offset_basic = 1, offset_extended = 2, offset_zulu = 4 };

/// Pieces of a formatted number or date, by ECMA-402's names (core/runtime/spans.cpp has them in this order).
enum class Piece : uint8_t {
  literal,
  integer,
  group,
  decimal,
  fraction,
  minus_sign,
  plus_sign,
  percent_sign,
  currency,
  unit,
  compact,
  infinity,
  nan,
  era,
  year,
  month,
  weekday,
  day,
  hour,
  minute,
  second,
  fractional_second,
  day_period,
  quarter,
  time_zone_name
};
inline constexpr uint8_t piece_last = 24;

/// What has no text, and is there for whoever asks for parts. An id is MessageFormat 2's u:id.
enum class Mark : uint8_t {
  open = 0,  // Markup, with a name, an id and options.
  standalone = 1,
  close = 2,
  number = 3,  // A number or date that the compiler has printed, with an id: its pieces follow.
  datetime = 4,
  id = 5,      // The argument that is printed next has the id.
  string = 6,  // The text that follows is a string that the message has in a placeholder, with an id.
  piece = 7    // The text that follows is a piece of the number or date, by its name.
};
inline constexpr uint8_t mark_last = 7;

/// Of a source, with isolation of placeholders or without (MF2).
enum class SourceSyntax : uint8_t { mf1 = 1, mf2 = 2, mf2_without_isolation = 3 };

}  // namespace codeglot::layout
#endif
