// See shortest_digits.h.
#include "core/runtime/shortest_digits.h"

#include <charconv>

namespace codeglot {

size_t shortest_digits(double value, char (&text)[shortest_digits_most_bytes]) noexcept {
  const std::to_chars_result result = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific);
  return static_cast<size_t>(result.ptr - text);
}

}  // namespace codeglot
