// Evaluates a profile's compiled plural rules (UTS #35, part 3, "Language Plural Rules") on a number as it is shown.
#ifndef CODEGLOT_RUNTIME_PLURAL_RULES_H
#define CODEGLOT_RUNTIME_PLURAL_RULES_H

#include "core/runtime/decimal.h"

namespace codeglot {

/// The category (layout::Key) of a number to which its style has been applied; "other" if no rule holds.
uint8_t plural_category(Text rules, const Decimal &shown);

}  // namespace codeglot
#endif
