// See decimal.h.
#include "core/runtime/decimal.h"

#ifndef CODEGLOT_WITHOUT_DOUBLE
#include <cmath>

#include "core/runtime/shortest_digits.h"
#endif

namespace codeglot {
namespace {

constexpr int64_t constant_most = 100000000000000000;  // 10^17: one digit more still fits beside any sum.

}  // namespace

void Decimal::trim() {
  int32_t leading = 0;
  while (leading < count && digits[leading] == 0) {
    ++leading;
  }
  if (leading > 0) {
    count -= leading;
    point -= leading;
    std::memmove(digits, digits + leading, static_cast<size_t>(count));
  }
  while (count > 0 && digits[count - 1] == 0) {
    --count;
  }
  if (count == 0) {
    point = 0;
  }
}

void Decimal::set_unsigned(uint64_t magnitude) {
  kind = Kind::finite;
  uint8_t reversed[20];
  int32_t length = 0;
  while (magnitude > 0) {
    reversed[length++] = static_cast<uint8_t>(magnitude % 10);
    magnitude /= 10;
  }
  point = length;
  count = 0;
  while (length > 0) {
    digits[count++] = reversed[--length];
  }
  trim();
}

void Decimal::set(int64_t value) {
  negative = value < 0;
  set_unsigned(negative ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value));
}

bool Decimal::set(const char *at, size_t bytes) {
  const char *const end = at + bytes;
  kind = Kind::finite;
  count = 0;
  point = 0;
  negative = at != end && *at == '-';
  if (at != end && (*at == '-' || *at == '+')) {
    ++at;
  }
  const auto rest = static_cast<size_t>(end - at);
  if (same(at, rest, "Infinity", 8)) {
    kind = Kind::infinity;
    return true;
  }
  if (same(at, rest, "NaN", 3)) {
    kind = Kind::not_a_number;
    return true;
  }
  bool any_digit = false;
  bool in_fraction = false;
  for (; at != end && (is_digit(*at) || (*at == '.' && !in_fraction)); ++at) {
    if (*at == '.') {
      in_fraction = true;
      continue;
    }
    any_digit = true;
    if (count == 0 && *at == '0') {
      point -= in_fraction ? 1 : 0;  // A leading zero has no digit, but moves the first one that has.
    } else {
      if (count == static_cast<int32_t>(sizeof digits)) {
        return false;
      }
      digits[count++] = static_cast<uint8_t>(*at - '0');
      point += in_fraction ? 0 : 1;
    }
    if (point < -CG_MAX_NUMBER_DIGITS) {
      return false;
    }
  }
  if (!any_digit) {
    return false;
  }
  if (at != end && (*at == 'e' || *at == 'E')) {
    ++at;
    const bool down = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+')) {
      ++at;
    }
    int32_t exponent = 0;
    if (at == end) {
      return false;
    }
    for (; at != end && is_digit(*at); ++at) {
      exponent = exponent * 10 + (*at - '0');
      if (exponent > 4 * CG_MAX_NUMBER_DIGITS) {
        return false;
      }
    }
    point += down ? -exponent : exponent;
  }
  trim();
  return at == end && point <= CG_MAX_NUMBER_DIGITS && count - point <= CG_MAX_NUMBER_DIGITS;
}

#ifndef CODEGLOT_WITHOUT_DOUBLE
void Decimal::set(double value) {
  constexpr double small = 1e9;
  if (value > -small && value < small && value != 0 && value == static_cast<double>(static_cast<int32_t>(value))) {
    set(int64_t{static_cast<int32_t>(value)});  // Most counts are small integers: no need for shortest digits.
    return;
  }
  if (std::isfinite(value)) {
    char text[shortest_digits_most_bytes];
    set(text, shortest_digits(value, text));
    return;
  }
  kind = std::isnan(value) ? Kind::not_a_number : Kind::infinity;
  negative = std::signbit(value);
  count = 0;
  point = 0;
}
#endif

void Decimal::round(int32_t most_fraction_digits) {
  const int32_t kept = point + most_fraction_digits;
  if (kept >= count) {
    return;
  }
  bool up = false;
  if (kept >= 0) {
    const uint8_t first_lost = digits[kept];
    const bool tie = first_lost == 5 && count == kept + 1;  // No digit ends in zero, so another one means more.
    up = tie ? kept > 0 && (digits[kept - 1] & 1) != 0 : first_lost >= 5;
  }
  cut(kept, up);
}

#ifndef CODEGLOT_WITHOUT_FORMATS
void Decimal::round(int32_t most_fraction_digits, layout::RoundingMode mode) {
  using Mode = layout::RoundingMode;
  const int32_t kept = point + most_fraction_digits;
  if (kept >= count || count == 0) {
    return;  // Zero stays zero, however far from it the digits end.
  }
  const uint8_t first_lost = kept >= 0 ? digits[kept] : uint8_t{0};
  const bool tie = first_lost == 5 && count == kept + 1;
  bool up = false;
  switch (mode) {
    case Mode::half_even:
      round(most_fraction_digits);
      return;
    case Mode::half_up:
      up = first_lost >= 5;
      break;
    case Mode::half_down:
      up = first_lost >= 5 && !tie;
      break;
    case Mode::up:
      up = true;
      break;
    case Mode::down:
      break;
    case Mode::ceiling:
      up = !negative;
      break;
    case Mode::floor:
      up = negative;
      break;
  }
  if (up && kept < 0) {
    point = -most_fraction_digits;  // The one that is added stands left of all digits.
    cut(0, true);
    return;
  }
  cut(kept, up);
}
#endif

void Decimal::cut(int32_t kept, bool up) {
  count = kept > 0 ? kept : 0;
  if (up) {
    int32_t index = count - 1;
    while (index >= 0 && digits[index] == 9) {
      digits[index--] = 0;
    }
    if (index >= 0) {
      ++digits[index];
    } else {
      digits[0] = 1;  // Every kept digit was a nine (or none was kept): the sum is the next power of ten.
      count = 1;
      ++point;
    }
  }
  trim();
}

void Decimal::subtract(Value value) {
  if (kind != Kind::finite || value.mantissa == 0) {
    return;
  }
  // All in one 64-bit integer of the last fraction digit, with as many of them as both numbers have room for. A number
  // too large for that to hold the constant's digits is too large for the difference to be seen.
  const int32_t room = exact_digits - (point > 1 ? point : 1);
  const int32_t wanted = count - point < room ? count - point : room;
  int32_t fraction = value.fraction_digits;
  if (fraction > room) {
    return;
  }
  int64_t constant = value.mantissa;
  for (; fraction < wanted && constant > -constant_most && constant < constant_most; ++fraction) {
    constant *= 10;
  }
  round(fraction);
  auto sum = static_cast<int64_t>(between(point - 1, -fraction));
  sum = negative ? -sum : sum;
  set(sum - constant);
  scale(-fraction);
}

bool Decimal::equals(Value value) const {
  const uint32_t magnitude = value.mantissa < 0 ? 0u - static_cast<uint32_t>(value.mantissa)
                                                : static_cast<uint32_t>(value.mantissa);
  return kind == Kind::finite && count - point <= value.fraction_digits &&
         point <= exact_digits - value.fraction_digits && between(point - 1, -value.fraction_digits) == magnitude &&
         (count == 0 || negative == (value.mantissa < 0));
}

uint64_t Decimal::between(int32_t from, int32_t to) const {
  if (from - to >= exact_digits) {
    from = to + exact_digits - 1;
  }
  uint64_t value = 0;
  for (int32_t power = from; power >= to; --power) {
    value = value * 10 + digit(power);
  }
  return value;
}

}  // namespace codeglot
