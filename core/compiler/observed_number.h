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
  std::string integer;   // ASCII digits
  std::string fraction;  // ASCII digits, zeros at the end included
  std::vector<size_t> groups;  // How many integer digits stand behind each separator, from the left.
  std::string decimal;
  std::string group;
  std::vector<Part::Piece> prefix;
  std::vector<Part::Piece> suffix;

  /// The power of ten that is printed, if it is one: 0 for "1", 3 for "1,000", -2 for "0.01".
  std::optional<int> power() const;
};

/// What a format prints for a number, given as decimal digits; nothing if it prints no number.
using PrintNumber = std::function<std::optional<Part>(const std::string &digits)>;

/// A run of the locale's digits in ASCII; nothing if there is anything else.
std::optional<std::string> ascii_digits(const std::string &text, const LocaleData &locale);

/// Takes a printed number apart; nothing if it has other digits than the locale's own or is made in another way.
std::optional<ObservedNumber> observe(const Part &part, const LocaleData &locale);

}  // namespace codeglot
#endif
