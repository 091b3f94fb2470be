// See core/runtime/shortest_digits.h: Emscripten 3.1.6 has a C++ library without std::to_chars for double, and ICU, which
// the command has anyway, knows the same digits.
#include "core/runtime/shortest_digits.h"

#include <unicode/fmtable.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cmath>

namespace codeglot {

size_t shortest_digits(double value, char (&text)[shortest_digits_most_bytes]) noexcept {
  UErrorCode status = U_ZERO_ERROR;
  icu::Formattable formattable(std::fabs(value));  // Owns the digits, and drops the sign of -0.
  const icu::StringPiece digits = formattable.getDecimalNumber(status);
  text[0] = '-';
  const size_t sign = std::signbit(value) ? 1 : 0;
  const size_t bytes = std::min(static_cast<size_t>(digits.length()), sizeof text - sign);
  std::copy_n(digits.data(), bytes, text + sign);
  return sign + bytes;
}

}  // namespace codeglot
