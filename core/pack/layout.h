// The pack format, version 1: what every byte of a pack means. The writer and the reader derive from this page.
//
//   header, 24 bytes
//     0  u8[4]  magic "CGPK"
//     4  u16    format version (1)
//     6  u16    reserved, 0
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
//   profile  text tag; u8 direction; text cardinal rules; text ordinal rules; text number section
//   rules    until their end: u8 category; u8 number of alternatives; of each: u8 number of relations, all of which hold;
//            relation: u8 operand | 0x80 if negated; u32 modulus (0: none); u8 number of ranges; of each: u32 low; u32 high
//   numbers  u8 bytes per digit; ten digits; text decimal; text group; text infinity; text not-a-number;
//            u8 number of styles; each: u8 most fraction digits; u8 power of ten that scales; u8 primary, u8 secondary
//            grouping size (0: none), u8 minimum grouping digits; text prefix, suffix, negative prefix, negative suffix
//   transports until their end: text name; u8 number of statuses whose body is read, each u16;
//            u8 number of statuses that mean a code, each u16; i32 code
//   locale table: see core/runtime/locale_choice.h
//
//   body     u8 profile << 1 | 1 if a program follows, 0 if plain text does, to the body's end
//   program  u8 number of parameters; each: u8 type | 0x80 if a default follows; text name; [text default];
//            then nodes to the end
//   node     u8 operation, then
//     text         text
//     argument     u8 parameter                                  a string as it is, a number in style 0
//     number       u8 parameter; u8 style
//     number_less  u8 parameter; u8 style; value                 the argument minus the value
//     plural       u8 parameter; text of: u8 flags; u8 style; value offset; branches to its end: u8 key; [value]; text nodes
//     select       u8 parameter; text of: branches to its end: text key; text nodes       (the last one is "other")
//   value    i32 mantissa; u8 fraction digits: mantissa / 10^digits
#ifndef CODEGLOT_PACK_LAYOUT_H
#define CODEGLOT_PACK_LAYOUT_H

#include <cstdint>

namespace codeglot::layout {

inline constexpr uint8_t magic[4] = {'C', 'G', 'P', 'K'};
inline constexpr uint16_t version = 1;
inline constexpr uint32_t header_bytes = 24;
inline constexpr uint32_t checksum_from = 16;

enum class Operation : uint8_t { text = 0, argument = 1, number = 2, number_less = 3, plural = 4, select = 5 };

/// Declared type of a parameter.
enum class Type : uint8_t { any = 0, string = 1, number = 2 };
inline constexpr uint8_t has_default = 0x80;

/// Branch keys of a plural: CLDR's categories in CLDR's order, then an exact value. "other" always stands last.
enum Key : uint8_t { zero, one, two, few, many, other, exact };
inline constexpr uint8_t plural_ordinal = 0x01;

/// Operands of plural rules (UTS #35, part 3, "Operands"); e and c are one.
enum Operand : uint8_t { n, i, v, w, f, t, e };
inline constexpr uint8_t relation_negated = 0x80;

inline constexpr uint8_t left_to_right = 0;
inline constexpr uint8_t right_to_left = 1;

/// Number styles that a MessageFormat 1 message can name; the index into the profile's list of styles.
enum Style : uint8_t { style_plain, style_integer, style_percent };
inline constexpr uint8_t style_count = 3;
inline constexpr uint8_t fraction_digits_most = 9;  // Of a value.
inline constexpr uint8_t style_number_most = 20;    // Of a style's digits and sizes.
inline constexpr uint32_t style_fixed_bytes = 5;    // What stands before a style's affixes.
inline constexpr uint32_t digit_bytes_most = 4;
inline constexpr uint32_t group_bytes_most = 16;

}  // namespace codeglot::layout
#endif
