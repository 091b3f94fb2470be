// ExactNumber: a number as all of its decimal digits, so that "0.1" and 30 digits are what they say. ICU formats it;
// what the functions of MessageFormat 2 calculate (an offset, a percentage, an integer) is calculated here.
#ifndef CODEGLOT_ICU_ENGINE_EXACT_NUMBER_H
#define CODEGLOT_ICU_ENGINE_EXACT_NUMBER_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace codeglot {

class ExactNumber {
 public:
  enum class Kind : uint8_t { finite, infinity, not_a_number };

  /// Reads the specification's number-literal, which is JSON's: "-12.50", "1e21". Nothing if it is none, or if it has more
  /// than CG_MAX_NUMBER_DIGITS digits on one side of its point.
  static std::optional<ExactNumber> parse(std::string_view text);
  static ExactNumber of(int64_t value);
  static ExactNumber of(double value);  // Its shortest digits.

  Kind kind() const { return kind_; }
  bool negative() const { return negative_; }
  bool is_integer() const { return kind_ == Kind::finite && fraction_.empty(); }
  /// "-12.5": without an exponent or needless zeros; "0" for minus zero; "NaN", "Infinity", "-Infinity".
  std::string plain() const;
  /// The same, with the sign of minus zero, which is shown.
  std::string signed_plain() const;

  ExactNumber times_hundred() const;
  /// Half away from zero, as roundingMode's default.
  ExactNumber rounded() const;
  ExactNumber plus(int32_t summand) const;

 private:
  void trim();

  Kind kind_ = Kind::finite;
  bool negative_ = false;
  std::string integer_ = "0";  // Without leading zeros.
  std::string fraction_;       // Without trailing zeros.
};

/// Whether the text is a number-literal, of whatever size.
bool is_number_literal(std::string_view text);

}  // namespace codeglot
#endif
