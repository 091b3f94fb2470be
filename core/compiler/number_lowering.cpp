// See number_lowering.h. The steps: by which power of ten a number is scaled and, in compact notation, shifted; how it is
// rounded and grouped; what stands around it. Each step looks only at numbers that the step before has explained.
#include "core/compiler/number_lowering.h"

#include <algorithm>

#include "core/compiler/number_forms.h"
#include "core/compiler/number_record.h"
#include "core/runtime/format_number.h"

namespace codeglot {
namespace {

using layout::Rounding;
using layout::RoundingMode;

constexpr int shifted_magnitudes = 22;  // As far as it is tried that ICU goes on with the last notation.
constexpr int most_digits = 20;

class NumberLowering {
 public:
  NumberLowering(const PrintNumber &print, const LocaleData &locale) : print_(print), locale_(locale) {}

  std::optional<LoweredNumber> run(std::string &reason) {
    if (locale_.number_symbols.empty()) {
      reason = locale_.tag + " writes numbers without positional digits";
      return std::nullopt;
    }
    if (!find_scale()) {
      reason = "it multiplies, or prints other digits than the locale's";
      return std::nullopt;
    }
    if (!find_rounding() || !find_mode()) {
      reason = "it rounds in a way that packs do not have";
      return std::nullopt;
    }
    if (!find_grouping()) {
      reason = "it groups digits in a way that packs do not have";
      return std::nullopt;
    }
    bool by_category = false;
    if (!find_forms(
            record_, [this](const std::string &digits) { return see(digits); }, locale_, by_category)) {
      reason = "what stands around the number depends on more than its sign, its size and its plural category";
      return std::nullopt;
    }
    return LoweredNumber{record_.format(), format_with_specials(), record_.style(locale_), by_category};
  }

 private:
  /// What is printed for digits, before scaling; nothing if it cannot be taken apart.
  std::optional<ObservedNumber> see(const std::string &digits) const {
    const std::optional<Part> part = print_(scaled(digits, -record_.scale));
    return part ? observe(*part, locale_) : std::nullopt;
  }

  /// The power of ten that 10^magnitude is printed at. Some languages have a word for one, and for one thousand: those
  /// show their digits at three.
  std::optional<int> shown_power(int magnitude) const {
    for (const char digit : {'1', '3'}) {
      const std::optional<ObservedNumber> seen = see(scaled(std::string(1, digit), magnitude));
      const std::optional<int> power = seen && seen->has_digits() ? seen->power(digit) : std::nullopt;
      if (power) {
        return power;
      }
    }
    return std::nullopt;
  }

  bool find_scale() {
    const std::optional<int> power = shown_power(0);
    if (!power || *power > most_digits || *power < -most_digits) {
      return false;
    }
    record_.scale = *power;
    for (int magnitude = 0; magnitude < shifted_magnitudes; ++magnitude) {
      const std::optional<int> shown = shown_power(magnitude);
      if (!shown || *shown > magnitude) {
        return false;
      }
      record_.shifts.push_back(magnitude - *shown);
      compact_ = compact_ || record_.shifts.back() != 0;
    }
    return true;
  }

  bool find_rounding() {
    const std::string ones(25, '1');
    const auto unit = see("1." + ones);
    const auto large = see("111." + ones);
    const auto small = see("0." + ones);
    const auto whole = see("3");
    const auto zero = see("0");
    if (!unit || !large || !small || !whole || !zero) {
      return false;
    }
    const size_t digits = unit->fraction.size();
    if (large->fraction.size() == digits && small->fraction.size() == digits) {
      record_.rounding = digits > most_digits ? Rounding::none : Rounding::fraction;
      record_.most = static_cast<int>(digits);
    } else if (compact_ && digits == 1 && large->fraction.empty() && large->integer == "111" &&
               small->fraction.size() == 2) {
      record_.rounding = Rounding::compact;
    } else if (small->fraction.size() == digits + 1) {
      record_.rounding = Rounding::significant;
      record_.most = static_cast<int>(digits) + 1;
    } else {
      return false;
    }
    record_.least = static_cast<int>(whole->fraction.size()) + (record_.rounding == Rounding::significant ? 1 : 0);
    if (record_.rounding == Rounding::fraction && record_.least == 0 && record_.most > 1) {
      const auto tenths = see("1.1");
      if (!tenths) {
        return false;
      }
      record_.strips_zeros = tenths->fraction.size() > 1;
      record_.least = record_.strips_zeros ? static_cast<int>(tenths->fraction.size()) : 0;
    }
    const auto half = see("0.5");
    record_.least_integer = static_cast<int>(half && !half->fraction.empty() ? half->integer.size()
                                                                             : zero->integer.size());
    record_.most = record_.rounding == Rounding::none ? 0 : record_.most;
    return record_.least_integer <= most_digits && record_.most <= most_digits && record_.least <= most_digits;
  }

  /// A number with so many halves of its last digit: 1.5 for 3 halves where no fraction is shown.
  std::string halves(const std::string &tenths) const {
    switch (record_.rounding) {
      case Rounding::significant: {
        const std::string digits = (record_.most > 1 ? "1" + std::string(static_cast<size_t>(record_.most - 2), '0')
                                                     : std::string()) +
                                   tenths;
        return scaled(digits, 1 - static_cast<int>(digits.size()));
      }
      case Rounding::compact:
        return scaled("1" + tenths, -2);
      default:
        return scaled(tenths, -1 - record_.most);
    }
  }

  bool find_mode() {
    if (record_.rounding == Rounding::none) {
      return true;
    }
    for (int candidate = 0; candidate <= static_cast<int>(RoundingMode::floor); ++candidate) {
      record_.mode = static_cast<RoundingMode>(candidate);
      bool fits = true;
      for (const char *tenths : {"15", "25", "12", "17", "21", "35", "28"}) {
        for (const char *sign : {"", "-"}) {
          fits = fits && rounds_alike(sign + halves(tenths));
        }
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }

  bool rounds_alike(const std::string &digits) const {
    const std::optional<ObservedNumber> seen = see(digits);
    if (!seen) {
      return false;
    }
    const std::string section = record_.format();
    const NumberFormat format({section.data(), static_cast<uint32_t>(section.size())});
    Decimal decimal;
    const std::string unscaled = scaled(digits, -record_.scale);
    decimal.set(unscaled.data(), unscaled.size());
    const NumberFormat::Shown shown = format.apply(decimal);
    std::string fraction;
    for (int32_t power = -1; power >= -shown.fraction_digits; --power) {
      fraction += static_cast<char>('0' + decimal.digit(power + shown.shift));
    }
    std::string integer;
    for (int32_t power = std::max(decimal.count == 0 ? 0 : decimal.point - shown.shift, record_.least_integer) - 1;
         power >= 0; --power) {
      integer += static_cast<char>('0' + decimal.digit(power + shown.shift));
    }
    return fraction == seen->fraction && (integer == seen->integer || (integer.empty() && seen->integer == "0"));
  }

  bool find_grouping() {
    const int last_shift = record_.shifts.back();
    const auto large = see(scaled("1111111111", last_shift));
    for (const char *digits : {"1.1", "0.1"}) {  // Of one significant digit the first has no decimal point.
      const auto tenth = see(digits);
      record_.decimal = record_.decimal.empty() && tenth ? tenth->decimal : record_.decimal;
    }
    if (!large) {
      return false;
    }
    record_.group = large->group;
    if (large->groups.empty()) {
      return true;
    }
    std::vector<size_t> from_right(large->groups.rbegin(), large->groups.rend());
    record_.primary = static_cast<int>(from_right[0]);
    record_.secondary = from_right.size() > 1 ? static_cast<int>(from_right[1] - from_right[0]) : record_.primary;
    for (record_.least_grouping = 1; record_.least_grouping <= 4; ++record_.least_grouping) {
      const auto first = see(
          scaled(std::string(static_cast<size_t>(record_.primary + record_.least_grouping), '1'), last_shift));
      if (!first) {
        return false;
      }
      if (!first->groups.empty()) {
        return record_.secondary > 0;
      }
    }
    return false;
  }

  /// With infinity and NaN written out.
  std::string format_with_specials() const {
    std::vector<NumberForm> forms;
    for (const auto &[digits, sign] : {std::pair<const char *, uint8_t>{"Infinity", layout::sign_positive},
                                       {"-Infinity", layout::sign_negative},
                                       {"NaN", layout::sign_zero}}) {
      if (const std::optional<Part> part = print_(digits)) {
        forms.push_back(
            {layout::magnitude_of_special, 0, layout::form_of_any, sign, make_affixes(part->pieces, {}, true)});
      }
    }
    return record_.format(forms);
  }

  const PrintNumber &print_;
  const LocaleData &locale_;
  NumberRecord record_;
  bool compact_ = false;
};

}  // namespace

std::optional<LoweredNumber> lower_number(const PrintNumber &print, const LocaleData &locale, std::string &reason) {
  return NumberLowering(print, locale).run(reason);
}

}  // namespace codeglot
