// Pieces: what a formatted number or date is made of, under ECMA-402's names, from the fields that ICU marks.
#ifndef CODEGLOT_ICU_ENGINE_PIECES_H
#define CODEGLOT_ICU_ENGINE_PIECES_H

#include <unicode/fieldpos.h>
#include <unicode/formattedvalue.h>
#include <unicode/fpositer.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "core/icu_engine/formatted.h"

namespace codeglot {

/// ICU marks "NaN" and "∞" as integers; only the caller knows what it formatted.
enum class NumberClass : uint8_t { finite, infinity, not_a_number };

/// The pieces of a number (icu::number::FormattedNumber), in the order of the text, which they add up to.
std::vector<Part::Piece> number_pieces(const icu::FormattedValue &number,
                                       NumberClass number_class = NumberClass::finite);

/// The pieces of a date: of what icu::DateFormat::format gave, and the fields that it left in `fields`.
std::vector<Part::Piece> date_pieces(const icu::UnicodeString &text, icu::FieldPositionIterator &fields);

std::string to_utf8(const icu::UnicodeString &text);

}  // namespace codeglot
#endif
