// Number formats of a profile: currencies, units, percents, compact notation, fixed digits (layout.h, "formats").
// They print what ICU's number formatter prints for the skeleton or options that the compiler lowered.
#ifndef CODEGLOT_RUNTIME_FORMAT_NUMBER_H
#define CODEGLOT_RUNTIME_FORMAT_NUMBER_H

#include "core/pack/pack.h"
#include "core/runtime/decimal.h"
#include "core/runtime/sink.h"

namespace codeglot {

class NumberFormat {
 public:
  /// Of a section that the pack reader has accepted.
  explicit NumberFormat(Text section);

  /// How a number is shown, once the format has been applied to it.
  struct Shown {
    int32_t fraction_digits;  // Zeros at the end included.
    int32_t shift;            // Of compact notation: 3 where thousands are shown.
  };

  /// Scales and rounds.
  Shown apply(Decimal &decimal) const;

  /// The plural category of the number: of 1.2M that of 1,200,000 with the exponent 6.
  uint8_t category(Text rules, const Decimal &applied, Shown shown) const;
  /// The category by which ICU picks what stands around the digits: of 1.2M that of 1.2.
  static uint8_t form_category(Text rules, Decimal applied, Shown shown);

  void print(const Profile &profile, const Decimal &applied, Shown shown, Sink &sink) const;

 private:
  struct Form {
    uint8_t magnitude, shift, category, signs;
    bool without_digits;
    Text prefix, suffix;
  };
  static Form read_form(const uint8_t *&at);
  bool print_special(uint8_t sign, Sink &sink) const;
  int32_t shift_at(int32_t magnitude) const;
  void round(Decimal &decimal, int32_t shift) const;
  void print_digits(const Numbers &numbers, const Decimal &decimal, Shown shown, Sink &sink) const;

  layout::Rounding rounding_;
  layout::RoundingMode mode_;
  uint8_t least_integer_, least_, most_;
  int8_t scale_;
  uint8_t flags_;
  uint8_t primary_, secondary_, least_grouping_;
  Text decimal_, group_;
  const uint8_t *forms_;
};

}  // namespace codeglot
#endif
