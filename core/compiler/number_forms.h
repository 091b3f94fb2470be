// Finds what stands around the digits of a number format, for each sign, magnitude and plural category.
#ifndef CODEGLOT_COMPILER_NUMBER_FORMS_H
#define CODEGLOT_COMPILER_NUMBER_FORMS_H

#include <functional>
#include <optional>
#include <string>

#include "core/compiler/number_record.h"
#include "core/compiler/observed_number.h"

namespace codeglot {

/// What is printed for digits that the record then scales; nothing if it cannot be taken apart.
using SeeNumber = std::function<std::optional<ObservedNumber>(const std::string &digits)>;

/// Adds the forms to a record that is else complete; false if what is printed depends on anything else. `by_category`
/// says whether a form depends on the plural category.
bool find_forms(NumberRecord &record, const SeeNumber &see, const LocaleData &locale, bool &by_category);

}  // namespace codeglot
#endif
