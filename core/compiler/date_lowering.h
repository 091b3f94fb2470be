// Lowers one date format of one locale to the pack's layout, from what the ICU engine prints for chosen points in time.
#ifndef CODEGLOT_COMPILER_DATE_LOWERING_H
#define CODEGLOT_COMPILER_DATE_LOWERING_H

#include <functional>
#include <optional>
#include <string>

#include "core/compiler/locale_data.h"
#include "core/icu_engine/formatted.h"

namespace codeglot {

/// What a format prints for an instant in a zone; nothing if it prints no date.
using PrintDate = std::function<std::optional<Part>(double milliseconds, const std::string &zone)>;

/// layout.h, "formats", "date". Nothing, with a reason, if what is printed has no description there. Not yet proved.
/// `proleptic`: whether dates before 1582-10-15 are Gregorian, too.
std::optional<std::string> lower_date(const PrintDate &print, const LocaleData &locale, bool proleptic,
                                      std::string &reason);

}  // namespace codeglot
#endif
