// Finds the MessageFormat 2 function that prints what a placeholder of MessageFormat 1 prints, by trying candidates.
#ifndef CODEGLOT_COMPILER_MF2_FUNCTION_SEARCH_H
#define CODEGLOT_COMPILER_MF2_FUNCTION_SEARCH_H

#include <optional>
#include <string>

#include "core/compiler/locale_data.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

/// MessageFormat 1 shows days before it in the Julian calendar, MessageFormat 2 never does: dates are compared from here
/// on. 1582-10-15T00:00Z, in milliseconds.
inline constexpr double gregorian_from = -12219292800000.0;

/// The function with its options, ":number maximumFractionDigits=3", that has the fewest options of those that print the
/// same for all probes; nothing if there is none. `format` is of MessageFormat 1. Keeps what it finds.
std::optional<std::string> find_mf2_function(const Format &format, const LocaleData &locale);

}  // namespace codeglot
#endif
