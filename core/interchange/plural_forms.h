// gettext's plural forms: a formula in C that gives for an integer the number of a form, made from CLDR's rules, and
// read from files whose formula other tools wrote.
#ifndef CODEGLOT_INTERCHANGE_PLURAL_FORMS_H
#define CODEGLOT_INTERCHANGE_PLURAL_FORMS_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace codeglot {

/// The CLDR categories that integers of a locale have, in the order of gettext's numbers, and the formula. Categories
/// that only fractions have are not there: a message that needs one has no form in gettext.
struct PluralForms {
  std::vector<std::string> categories;
  std::string formula;

  /// "nplurals=2; plural=(n == 1 ? 0 : 1);"
  std::string header() const;
};

PluralForms plural_forms(const std::string &locale);

/// What a formula gives for a number; nothing if it is none, or divides by zero.
std::optional<uint64_t> evaluate_plural(const std::string &formula, uint64_t n);

/// The category of each form of a header's value, "nplurals=2; plural=n != 1;", in a locale. Nothing if the header
/// cannot be read, or one of its forms is of several categories.
std::optional<std::vector<std::string>> categories_of_forms(const std::string &header, const std::string &locale);

}  // namespace codeglot
#endif
