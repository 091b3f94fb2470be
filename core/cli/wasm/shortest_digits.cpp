// See core/runtime/shortest_digits.h: Emscripten 3.1.6 has a C++ library without std::to_chars for double, and ICU, which
// the command has anyway, knows the same digits.
#include "core/runtime/shortest_digits.h"

#include <unicode/fmtable.h>
#include <unicode/stringpiece.h>

#include <algorithm>

namespace codeglot {

size_t shortest_digits(double value, char (&text)[shortest_digits_most_bytes]) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  icu::Formattable formattable(value);  // Owns the digits.
  const icu::StringPiece digits = formattable.getDecimalNumber(status);
  const size_t bytes = std::min(static_cast<size_t>(digits.length()), sizeof text);
  std::copy_n(digits.data(), bytes, text);
  return bytes;
}

}  // namespace codeglot
