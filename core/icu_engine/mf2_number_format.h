// Numbers of MessageFormat 2 through ICU: a value and its options as an icu::number::FormattedNumber.
#ifndef CODEGLOT_ICU_ENGINE_MF2_NUMBER_FORMAT_H
#define CODEGLOT_ICU_ENGINE_MF2_NUMBER_FORMAT_H

#include <unicode/numberformatter.h>

#include "core/icu_engine/mf2_functions.h"
#include "core/icu_engine/pieces.h"

namespace codeglot::mf2 {

/// Formats by the function and the options of the value, all of which are valid. Sets `status` if ICU cannot.
icu::number::FormattedNumber to_formatted_number(const Value &value, FormatTools &tools, UErrorCode &status);

}  // namespace codeglot::mf2
#endif
