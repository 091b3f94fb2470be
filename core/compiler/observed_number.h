// One number as the ICU engine prints it, taken apart: digits, what stands between them, what stands around them.
#ifndef CODEGLOT_COMPILER_OBSERVED_NUMBER_H
#define CODEGLOT_COMPILER_OBSERVED_NUMBER_H

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/compiler/locale_data.h"
#include "core/icu_engine/formatted.h"

namespace codeglot {

struct ObservedNumber {
  std::string text;
  std::string integer;         // ASCII digits
  std::string fraction;        // ASCII digits, zeros at the end included
  std::vector<size_t> groups;  // How many integer digits stand behind each separator, from the left.
  std::string decimal;
  std::string group;
  std::vector<Part::Piece> prefix;
  std::vector<Part::Piece> suffix;

  /// The power of ten that a number of one digit is printed at: 0 for "3", 3 for "3,000", -2 for "0.03".
  std::optional<int> power(char digit) const;
  bool has_digits() const { return !integer.empty() || !fraction.empty(); }
};

/// What a format prints for a number, given as decimal digits; nothing if it prints no number.
using PrintNumber = std::function<std::optional<Part>(const std::string &digits)>;

/// A run of the locale's digits in ASCII; nothing if there is anything else.
std::optional<std::string> ascii_digits(const std::string &text, const LocaleData &locale);

/// Takes a printed number apart, one without digits ("two days" in Arabic) to all prefix; nothing if it has other digits than the locale's own or is made in another way.
std::optional<ObservedNumber> observe(const Part &part, const LocaleData &locale);

}  // namespace codeglot
#endif
