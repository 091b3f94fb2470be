// Lowers one number format of one locale to the pack's layout, from what the ICU engine prints for chosen numbers.
#ifndef CODEGLOT_COMPILER_NUMBER_LOWERING_H
#define CODEGLOT_COMPILER_NUMBER_LOWERING_H

#include <optional>
#include <string>

#include "core/compiler/observed_number.h"

namespace codeglot {

struct LoweredNumber {
  std::string format;                // layout.h, "formats", "number"
  std::string format_with_specials;  // The same, with infinity and NaN written out, for formats that set them apart.
  std::optional<std::string> style;  // The same as a style, if it is simple enough to be one.
  bool by_category = false;          // Whether its affixes depend on the plural category.
};

/// Nothing, with a reason, if what is printed cannot be described in the layout. Not yet proved.
std::optional<LoweredNumber> lower_number(const PrintNumber &print, const LocaleData &locale, std::string &reason);

}  // namespace codeglot
#endif
