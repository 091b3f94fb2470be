// Values that lowered formats are tried with: where formats round, group, change their affixes or their names.
#ifndef CODEGLOT_COMPILER_PROBES_H
#define CODEGLOT_COMPILER_PROBES_H

#include <string>
#include <vector>

#include "core/icu_engine/argument.h"

namespace codeglot {

/// Decimal digits, "Infinity", "-Infinity" and "NaN". `counted`: for a format that depends on plural categories, without
/// numbers that no double holds exactly, which ICU counts by other digits than it prints.
std::vector<std::string> number_format_probes(bool counted);

/// Instants around every change of a field, in UTC and at offsets from it; no zone has a name.
const std::vector<DateTime> &date_probes();

}  // namespace codeglot
#endif
