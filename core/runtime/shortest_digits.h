// The digits of a double. A header of its own, because not every C++ library that this is compiled with has them.
#ifndef CODEGLOT_RUNTIME_SHORTEST_DIGITS_H
#define CODEGLOT_RUNTIME_SHORTEST_DIGITS_H

#include <cstddef>

namespace codeglot {

inline constexpr size_t shortest_digits_most_bytes = 32;

/// Writes the fewest digits that read back as the same finite number, as -1.5e+00 or -1.5, and returns their bytes.
size_t shortest_digits(double value, char (&text)[shortest_digits_most_bytes]) noexcept;

}  // namespace codeglot
#endif
