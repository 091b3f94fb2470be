// See iso_date.h.
#include "core/icu_engine/iso_date.h"

#include <cmath>
#include <cstdint>

namespace codeglot::mf2 {
namespace {

constexpr int64_t milliseconds_per_minute = 60000;
constexpr int64_t milliseconds_per_day = 1440 * milliseconds_per_minute;

/// Days since 1970-01-01 of a date in the Gregorian calendar, also before it was introduced.
int64_t days_of(int64_t year, int64_t month, int64_t day) {
  const int64_t shifted = month <= 2 ? year - 1 : year;  // Years from March on: a leap day is their last.
  const int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const int64_t year_of_era = shifted - era * 400;
  const int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

int64_t days_in_month(int64_t year, int64_t month) {
  return month == 12 ? 31 : days_of(year, month + 1, 1) - days_of(year, month, 1);
}

/// Reads from the start of a text; each part fails for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool ok() const { return ok_; }
  bool done() const { return ok_ && rest_.empty(); }
  bool at_end() const { return rest_.empty(); }
  bool take(char character) {
    const bool found = rest_.starts_with(character);
    rest_.remove_prefix(found ? 1 : 0);
    return found;
  }
  void expect(char character) { ok_ = take(character) && ok_; }
  int64_t digits(size_t count, int64_t least, int64_t most) {
    int64_t value = 0;
    ok_ = ok_ && rest_.size() >= count;
    for (size_t index = 0; ok_ && index < count; ++index) {
      ok_ = rest_[index] >= '0' && rest_[index] <= '9';
      value = value * 10 + (rest_[index] - '0');
    }
    ok_ = ok_ && value >= least && value <= most;
    rest_.remove_prefix(ok_ ? count : 0);
    return value;
  }
  /// One to three digits after a point, as milliseconds.
  int64_t fraction() {
    int64_t value = 0;
    int64_t unit = 100;
    size_t count = 0;
    for (; count < 3 && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9'; ++count, unit /= 10) {
      value += (rest_[count] - '0') * unit;
    }
    ok_ = ok_ && count > 0;
    rest_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

void append_padded(std::string &text, int64_t value, size_t digits) {
  const std::string number = std::to_string(value);
  text.append(digits > number.size() ? digits - number.size() : 0, '0');
  text += number;
}

}  // namespace

bool is_date(double milliseconds) { return std::isfinite(milliseconds) && std::fabs(milliseconds) <= 8.64e15; }

std::optional<DateValue> parse_iso_date(std::string_view text) {
  Reader reader(text);
  const int64_t year = reader.digits(4, 1, 9999);
  reader.expect('-');
  const int64_t month = reader.digits(2, 1, 12);
  reader.expect('-');
  const int64_t day = reader.digits(2, 1, 31);
  if (!reader.ok() || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  DateValue date;
  date.floating = true;
  int64_t milliseconds = days_of(year, month, day) * milliseconds_per_day;
  if (reader.take('T')) {
    milliseconds += reader.digits(2, 0, 23) * 60 * milliseconds_per_minute;
    reader.expect(':');
    milliseconds += reader.digits(2, 0, 59) * milliseconds_per_minute;
    reader.expect(':');
    milliseconds += reader.digits(2, 0, 59) * 1000;
    milliseconds += reader.take('.') ? reader.fraction() : 0;
    if (reader.take('Z')) {
      date.zone = "UTC";
      date.floating = false;
    } else if (!reader.at_end()) {
      const bool west = reader.take('-');
      if (!west) {
        reader.expect('+');
      }
      date.zone = text.substr(text.size() >= 6 ? text.size() - 6 : 0);
      const int64_t hours = reader.digits(2, 0, 14);
      reader.expect(':');
      const int64_t minutes = reader.digits(2, 0, hours == 14 ? 0 : 59);
      const int64_t offset = (hours * 60 + minutes) * milliseconds_per_minute;
      milliseconds += west ? offset : -offset;
      date.floating = false;
    }
  }
  if (!reader.done()) {
    return std::nullopt;
  }
  date.milliseconds = static_cast<double>(milliseconds);
  return date;
}

std::string iso_text(const DateValue &date) {
  const auto milliseconds = static_cast<int64_t>(std::floor(date.milliseconds));
  int64_t days = milliseconds / milliseconds_per_day;
  int64_t rest = milliseconds % milliseconds_per_day;
  if (rest < 0) {
    rest += milliseconds_per_day;
    --days;
  }
  int64_t year = 1970 + days / 366;  // Never past the year where days are counted up, nor far before it.
  year -= days < 0 ? 1 : 0;
  while (days_of(year + 1, 1, 1) <= days) ++year;
  while (days_of(year, 1, 1) > days) --year;
  int64_t month = 1;
  while (month < 12 && days_of(year, month + 1, 1) <= days) ++month;
  std::string text;
  if (year < 0 || year > 9999) {
    text = year < 0 ? "-" : "+";
    append_padded(text, std::abs(year), 6);
  } else {
    append_padded(text, year, 4);
  }
  text += '-';
  append_padded(text, month, 2);
  text += '-';
  append_padded(text, days - days_of(year, month, 1) + 1, 2);
  text += 'T';
  append_padded(text, rest / (60 * milliseconds_per_minute), 2);
  text += ':';
  append_padded(text, rest / milliseconds_per_minute % 60, 2);
  text += ':';
  append_padded(text, rest / 1000 % 60, 2);
  if (rest % 1000 != 0) {
    text += '.';
    append_padded(text, rest % 1000, 3);
  }
  return date.floating ? text : text + 'Z';
}

std::unique_ptr<icu::TimeZone> find_time_zone(std::string_view name) {
  if (name.empty() || name.size() > 64) {
    return nullptr;
  }
  std::string id(name);
  if (id[0] == '+' || id[0] == '-') {
    id = "GMT" + id;
  } else if (id == "Z" || id == "z") {
    id = "UTC";
  }
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(id)));
  return zone == nullptr || *zone == icu::TimeZone::getUnknown() ? nullptr : std::move(zone);
}

}  // namespace codeglot::mf2
