// See format_date.h.
#include "core/runtime/format_date.h"

#include "core/pack/layout.h"
#include "core/runtime/decimal.h"
#include "core/runtime/spans.h"

namespace codeglot {
namespace {

using layout::Field;

constexpr int64_t day_milliseconds = 86400000;
constexpr int64_t milliseconds_most = 8640000000000000;  // JavaScript's; ICU's own are near.
constexpr int64_t gregorian_from_day = -141427;          // 1582-10-15

int64_t floor_divide(int64_t value, int64_t by) { return value / by - (value % by < 0 ? 1 : 0); }

struct CivilTime {
  int32_t year;  // 0 is 1 BC
  int32_t month, day, weekday, day_of_year;
  int32_t hour, minute, second, millisecond;
};

/// The civil date of a day counted from 1970-01-01, by years that begin in March, so that a leap day ends one.
void set_date(int64_t days, bool proleptic, CivilTime &time) {
  const bool gregorian = proleptic || days >= gregorian_from_day;
  // Gregorian cycles of 400 years count from 0000-03-01; Julian ones of 4 from 0000-03-01 of theirs, two days before.
  const int64_t shifted = days + (gregorian ? 719468 : 719470);
  const int64_t cycle_days = gregorian ? 146097 : 1461;
  const int64_t cycle = floor_divide(shifted, cycle_days);
  const int64_t day_of_cycle = shifted - cycle * cycle_days;
  const int64_t leap_days = gregorian ? day_of_cycle / 1460 - day_of_cycle / 36524 + day_of_cycle / 146096
                                      : day_of_cycle / 1460;
  const int64_t year_of_cycle = (day_of_cycle - leap_days) / 365;
  const int64_t centuries = gregorian ? year_of_cycle / 100 : 0;
  const int64_t march_day = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - centuries);
  const int64_t march_month = (5 * march_day + 2) / 153;
  const bool next_year = march_month >= 10;
  time.day = static_cast<int32_t>(march_day - (153 * march_month + 2) / 5 + 1);
  time.month = static_cast<int32_t>(march_month + (next_year ? -9 : 3));
  const int64_t year = cycle * (gregorian ? 400 : 4) + year_of_cycle + (next_year ? 1 : 0);
  time.year = static_cast<int32_t>(year);
  time.weekday = static_cast<int32_t>(days + 4 - 7 * floor_divide(days + 4, 7));
  const bool leap = year % 4 == 0 && (!gregorian || year % 100 != 0 || year % 400 == 0);
  time.day_of_year = static_cast<int32_t>(next_year ? march_day - 305 : march_day + 60 + (leap ? 1 : 0));
  if (year == 1582 && gregorian && !proleptic) {
    time.day_of_year -= 10;  // October lost ten days.
  }
}

CivilTime civil_time(const Instant &instant, bool proleptic) {
  const int64_t local = instant.milliseconds + int64_t{instant.offset_minutes} * 60000;
  const int64_t days = floor_divide(local, day_milliseconds);
  auto rest = static_cast<int32_t>(local - days * day_milliseconds);
  CivilTime time{};
  set_date(days, proleptic, time);
  time.millisecond = rest % 1000;
  rest /= 1000;
  time.second = rest % 60;
  rest /= 60;
  time.minute = rest % 60;
  time.hour = rest / 60;
  return time;
}

layout::Piece piece_of(Field field) {
  switch (field) {
    case Field::year:
      return layout::Piece::year;
    case Field::month:
    case Field::month_name:
      return layout::Piece::month;
    case Field::day:
    case Field::day_of_year:
      return layout::Piece::day;
    case Field::hour_24:
    case Field::hour_24_from_1:
    case Field::hour_12:
    case Field::hour_12_from_0:
      return layout::Piece::hour;
    case Field::minute:
      return layout::Piece::minute;
    case Field::second:
      return layout::Piece::second;
    case Field::fraction:
      return layout::Piece::fractional_second;
    case Field::quarter:
    case Field::quarter_name:
      return layout::Piece::quarter;
    case Field::offset:
    case Field::zone_name:
      return layout::Piece::time_zone_name;
    case Field::era_name:
      return layout::Piece::era;
    case Field::weekday_name:
      return layout::Piece::weekday;
    case Field::half_day_name:
    case Field::day_period_name:
      return layout::Piece::day_period;
    default:
      return layout::Piece::literal;
  }
}

int32_t number_of(Field field, const CivilTime &time, uint8_t width) {
  const int32_t year = time.year > 0 ? time.year : 1 - time.year;
  switch (field) {
    case Field::year:
      return width == 2 ? year % 100 : year;
    case Field::month:
      return time.month;
    case Field::day:
      return time.day;
    case Field::hour_24:
      return time.hour;
    case Field::hour_24_from_1:
      return time.hour == 0 ? 24 : time.hour;
    case Field::hour_12:
      return time.hour % 12 == 0 ? 12 : time.hour % 12;
    case Field::hour_12_from_0:
      return time.hour % 12;
    case Field::minute:
      return time.minute;
    case Field::second:
      return time.second;
    case Field::day_of_year:
      return time.day_of_year;
    default:
      return (time.month + 2) / 3;  // quarter
  }
}

uint32_t name_of(Field field, const CivilTime &time, uint8_t width) {
  switch (field) {
    case Field::era_name:
      return time.year > 0 ? 1 : 0;
    case Field::month_name:
      return static_cast<uint32_t>(time.month - 1);
    case Field::weekday_name:
      return static_cast<uint32_t>(time.weekday);
    case Field::quarter_name:
      return static_cast<uint32_t>((time.month - 1) / 3);
    case Field::half_day_name:
      return time.hour < 12 ? 0 : 1;
    case Field::day_period_name:
      if (time.hour % 12 == 0 && ((width & 1) == 0 || time.minute == 0) && ((width & 2) == 0 || time.second == 0)) {
        return time.hour == 12 ? 24 : 25;
      }
      return static_cast<uint32_t>(time.hour);
    default:
      return 0;
  }
}

class DatePrinter {
 public:
  DatePrinter(const Profile &profile, Sink &sink) : profile_(profile), sink_(sink) {}

  void digit(layout::Piece piece, int32_t value) {
    append_piece(sink_, piece,
                 {profile_.numbers.digits + value * profile_.numbers.digit_bytes, profile_.numbers.digit_bytes});
  }

  void number(layout::Piece piece, int32_t value, int32_t least_digits) {
    int64_t power = 1;
    for (int32_t digits = 1; digits < least_digits || value / power >= 10; ++digits) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      digit(piece, static_cast<int32_t>(value / power % 10));
    }
  }

  /// Digits after the second's decimal point: cut, not rounded, as in ICU.
  void fraction(int32_t milliseconds, int32_t digits) {
    for (int32_t power = 100; digits > 0; --digits, power /= 10) {
      digit(layout::Piece::fractional_second, power > 0 ? milliseconds / power % 10 : 0);
    }
  }

  /// Always ASCII, as in ICU.
  void offset(int32_t minutes, uint8_t style) {
    char text[6];
    uint32_t size = 0;
    if (minutes == 0 && (style & layout::offset_zulu) != 0) {
      text[size++] = 'Z';
    } else {
      const int32_t magnitude = minutes < 0 ? -minutes : minutes;
      const auto two_digits = [&](int32_t value) {
        text[size++] = static_cast<char>('0' + value / 10);
        text[size++] = static_cast<char>('0' + value % 10);
      };
      text[size++] = minutes < 0 ? '-' : '+';
      two_digits(magnitude / 60);
      const uint8_t shape = style & 3;
      if (shape != layout::offset_hours || magnitude % 60 != 0) {
        if (shape == layout::offset_extended) {
          text[size++] = ':';
        }
        two_digits(magnitude % 60);
      }
    }
    append_piece(sink_, layout::Piece::time_zone_name, {text, size});
  }

 private:
  const Profile &profile_;
  Sink &sink_;
};

/// "+05:30", "-0800", "+01" as minutes; false for anything else.
bool read_offset(const char *text, size_t bytes, int32_t &minutes) {
  if (bytes < 3 || (text[0] != '+' && text[0] != '-')) {
    return false;
  }
  int32_t digits[4] = {0, 0, 0, 0};
  size_t count = 0;
  for (size_t at = 1; at < bytes; ++at) {
    if (text[at] == ':' && at == 3 && bytes == 6) {
      continue;
    }
    if (!is_digit(text[at]) || count == 4) {
      return false;
    }
    digits[count++] = text[at] - '0';
  }
  minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3];
  const bool good = (count == 2 || count == 4) && digits[2] < 6 && minutes < 24 * 60;
  minutes = text[0] == '-' ? -minutes : minutes;
  return good;
}

}  // namespace

Instant::Reading Instant::read(const char *text, size_t bytes) {
  const char *at = text;
  const char *const end = text + bytes;
  const bool negative = at != end && *at == '-';
  at += negative ? 1 : 0;
  const char *const first = at;
  for (; at != end && is_digit(*at); ++at) {
    milliseconds = milliseconds * 10 + (*at - '0');
    if (milliseconds > milliseconds_most) {
      return Reading::bad;
    }
  }
  if (at == first || (at != end && *at != ' ')) {
    return Reading::bad;
  }
  milliseconds = negative ? -milliseconds : milliseconds;
  at += at != end ? 1 : 0;
  const auto zone_bytes = static_cast<size_t>(end - at);
  if (zone_bytes == 0 || same(at, zone_bytes, "UTC", 3) || same(at, zone_bytes, "Z", 1)) {
    return Reading::good;
  }
  return read_offset(at, zone_bytes, offset_minutes) ? Reading::good : Reading::needs_icu;
}

bool shows(Text format, const Instant &instant) {
  for (const uint8_t *at = format.begin() + 2; at != format.end();) {
    const uint8_t field = *at;
    at += 2;
    if (field == 0 || field >= static_cast<uint8_t>(Field::named)) {
      read_text(at);
    }
    if (field == static_cast<uint8_t>(Field::zone_name) && instant.offset_minutes != 0) {
      return false;
    }
  }
  return true;
}

void print_date(const Profile &profile, Text format, const Instant &instant, Sink &sink) {
  const CivilTime time = civil_time(instant, (format.begin()[1] & layout::date_is_proleptic) != 0);
  DatePrinter printer(profile, sink);
  for (const uint8_t *at = format.begin() + 2; at != format.end();) {
    const auto field = static_cast<Field>(*at++);
    const uint8_t width = *at++;
    if (field == Field::literal || field >= Field::named) {
      const Text names = read_text(at);
      const uint8_t *name_at = names.begin();
      Text name = read_text(name_at);
      for (uint32_t index = name_of(field, time, width); index > 0; --index) {
        name = read_text(name_at);
      }
      append_piece(sink, piece_of(field), name);
    } else if (field == Field::fraction) {
      printer.fraction(time.millisecond, width);
    } else if (field == Field::offset) {
      printer.offset(instant.offset_minutes, width);
    } else {
      printer.number(piece_of(field), number_of(field, time, width), width);
    }
  }
}

}  // namespace codeglot
