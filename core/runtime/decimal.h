// Decimal: a number as its decimal digits, so that what is printed never depends on binary floating point.
// Exact for 64-bit integers and decimal strings; a double is its shortest digits, as in ICU's DecimalQuantity.
#ifndef CODEGLOT_RUNTIME_DECIMAL_H
#define CODEGLOT_RUNTIME_DECIMAL_H

#include "codeglot/codeglot.h"
#include "core/pack/bytes.h"
#include "core/pack/layout.h"

namespace codeglot {

/// Any 18 digits fit 64 bits.
inline constexpr int32_t exact_digits = 18;

inline bool is_digit(char character) { return character >= '0' && character <= '9'; }

class Decimal {
 public:
  enum class Kind : uint8_t { finite, infinity, not_a_number };

  /// Digits d1 d2 … dn without leading or trailing zeros stand for 0.d1d2…dn * 10^point; none for zero.
  Kind kind = Kind::finite;
  bool negative = false;
  int32_t count = 0;
  int32_t point = 0;
  uint8_t digits[2 * CG_MAX_NUMBER_DIGITS];

  Decimal() {}  // The digits stay unwritten: they are most of the object, and rarely used.

  void set(int64_t value);
  /// Reads "-12.50", "1e+21", "NaN", "Infinity"; false if the text is none of these or beyond CG_MAX_NUMBER_DIGITS.
  bool set(const char *text, size_t bytes);
#ifndef CODEGLOT_WITHOUT_DOUBLE
  void set(double value);
#endif

  void scale(int32_t power_of_ten) { point += count == 0 ? 0 : power_of_ten; }
  /// Rounds half to even, away from `most_fraction_digits` on.
  void round(int32_t most_fraction_digits);
#ifndef CODEGLOT_WITHOUT_FORMATS
  void round(int32_t most_fraction_digits, layout::RoundingMode mode);
#endif
  /// Subtracts a constant; exact within 18 digits, the others are of no account beside it.
  void subtract(Value value);
  bool equals(Value value) const;

  /// The digits of 10^from down to 10^to as an integer; of more than 18 the lowest 18.
  uint64_t between(int32_t from, int32_t to) const;

  bool is_integer() const { return count <= point; }
  /// The digit that counts 10^power; 0 outside the digits.
  uint8_t digit(int32_t power) const {
    const int32_t index = point - 1 - power;
    return index >= 0 && index < count ? digits[index] : uint8_t{0};
  }

 private:
  void set_unsigned(uint64_t magnitude);
  /// Keeps so many digits, of which the last one grows by one if `up`.
  void cut(int32_t kept, bool up);
  void trim();
};

}  // namespace codeglot
#endif
