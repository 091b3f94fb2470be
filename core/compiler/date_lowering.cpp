// See date_lowering.h. Each piece of the date is looked at alone, while the one thing that it shows changes.
#include "core/compiler/date_lowering.h"

#include <algorithm>
#include <vector>

#include "core/compiler/observed_number.h"
#include "core/pack/layout.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using layout::Field;

constexpr double second = 1000;
constexpr double minute = 60 * second;
constexpr double hour = 60 * minute;
constexpr double day = 24 * hour;

// 2021-02-03T04:05:06.789Z, a Wednesday.
constexpr double usual = 1612325106789;
constexpr double usual_midnight = usual - 4 * hour - 5 * minute - 6 * second - 789;

/// Days of 2021 on which its months begin.
constexpr int month_starts[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
constexpr double year_2021 = 1609459200000;
constexpr double year_5 = -62009366400000;  // 0005-01-01 in the Julian calendar
constexpr double year_12345 = 327403382400000;
constexpr double before_era = -62200000000000;  // 2 BC

class DateLowering {
 public:
  DateLowering(const PrintDate &print, const LocaleData &locale) : print_(print), locale_(locale) {}

  std::optional<std::string> run(bool proleptic, std::string &reason) {
    const std::optional<Part> first = print_(usual, "");
    if (!first || locale_.number_symbols.empty()) {
      reason = "ICU prints no date here";
      return std::nullopt;
    }
    shape_ = first->pieces;
    ByteWriter out;
    out.byte(static_cast<uint8_t>(layout::FormatKind::date));
    out.byte(proleptic ? layout::date_is_proleptic : uint8_t{0});
    for (index_ = 0; index_ < shape_.size(); ++index_) {
      if (!lower_piece(out)) {
        reason = "its " + shape_[index_].type + " \"" + shape_[index_].value + "\" has no description in a pack";
        return std::nullopt;
      }
    }
    return out.bytes();
  }

 private:
  /// The piece as it is at another time; nothing if the date then has another shape.
  std::optional<std::string> at(double milliseconds, const std::string &zone = "") const {
    const std::optional<Part> part = print_(milliseconds, zone);
    if (!part || part->pieces.size() != shape_.size() || part->pieces[index_].type != shape_[index_].type) {
      return std::nullopt;
    }
    return part->pieces[index_].value;
  }

  /// The number that the piece shows, in ASCII digits.
  std::optional<std::string> digits_at(double milliseconds) const {
    const std::optional<std::string> text = at(milliseconds);
    return text ? ascii_digits(*text, locale_) : std::nullopt;
  }

  static void number(ByteWriter &out, Field field, size_t width) {
    out.byte(static_cast<uint8_t>(field));
    out.byte(static_cast<uint8_t>(width));
  }

  /// The names that the piece has at these times.
  bool names(ByteWriter &out, Field field, const std::vector<double> &times, uint8_t width = 0) const {
    ByteWriter list;
    for (const double time : times) {
      const std::optional<std::string> name = at(time);
      if (!name) {
        return false;
      }
      list.text(*name);
    }
    out.byte(static_cast<uint8_t>(field));
    out.byte(width);
    out.text(list.bytes());
    return true;
  }

  bool lower_piece(ByteWriter &out) const {
    const std::string &type = shape_[index_].type;
    if (type == "literal") {
      return names(out, Field::literal, {usual});
    }
    if (type == "year") {
      return year(out);
    }
    if (type == "month") {
      return numbered_or_named(out, Field::month, Field::month_name, month_times());
    }
    if (type == "day") {
      return day_of(out);
    }
    if (type == "weekday") {
      std::vector<double> days;
      for (int index = 0; index < 7; ++index) {
        days.push_back(usual + (index - 3) * day);
      }
      return names(out, Field::weekday_name, days);
    }
    if (type == "quarter") {
      const std::vector<double> months = month_times();
      return numbered_or_named(out, Field::quarter, Field::quarter_name, {months[0], months[3], months[6], months[9]});
    }
    if (type == "era") {
      return names(out, Field::era_name, {before_era, usual});
    }
    if (type == "hour") {
      return hour_of(out);
    }
    if (type == "minute" || type == "second") {
      const bool minutes = type == "minute";
      const auto digits = digits_at(usual_midnight + (minutes ? minute : second));
      number(out, minutes ? Field::minute : Field::second, digits ? digits->size() : 0);
      return digits.has_value();
    }
    if (type == "fractionalSecond") {
      const auto digits = digits_at(usual);
      number(out, Field::fraction, digits ? digits->size() : 0);
      return digits && digits->size() <= layout::field_width_most;
    }
    if (type == "dayPeriod") {
      return day_period(out);
    }
    return type == "timeZoneName" && zone(out);
  }

  static std::vector<double> month_times() {
    std::vector<double> result;
    for (const int start : month_starts) {
      result.push_back(year_2021 + (start + 14) * day + 12 * hour);
    }
    return result;
  }

  bool numbered_or_named(ByteWriter &out, Field numbered, Field named, const std::vector<double> &times) const {
    const auto digits = digits_at(times[0]);
    if (digits && (*digits == "1" || *digits == "01")) {
      number(out, numbered, digits->size());
      return true;
    }
    return names(out, named, times);
  }

  bool year(ByteWriter &out) const {
    const auto digits = digits_at(usual);
    const auto early = digits_at(year_5);
    const auto late = digits_at(year_12345);
    if (!digits || !early || !late || (*digits != "2021" && *digits != "21")) {
      return false;
    }
    number(out, Field::year, *digits == "21" ? 2 : early->size());
    return *late == (*digits == "21" ? "45" : "12345");
  }

  bool day_of(ByteWriter &out) const {
    const auto digits = digits_at(usual);
    if (!digits) {
      return false;
    }
    const bool of_year = std::stoi(*digits) == 34;
    const auto first = digits_at(year_2021);
    number(out, of_year ? Field::day_of_year : Field::day, first ? first->size() : 0);
    return first && (of_year || std::stoi(*digits) == 3);
  }

  bool hour_of(ByteWriter &out) const {
    const auto midnight = digits_at(usual_midnight + 30 * minute);
    const auto one = digits_at(usual_midnight + hour);
    const auto afternoon = digits_at(usual_midnight + 13 * hour);
    if (!midnight || !one || !afternoon) {
      return false;
    }
    const int at_midnight = std::stoi(*midnight);
    const bool whole_day = std::stoi(*afternoon) == 13;
    number(out,
           whole_day ? (at_midnight == 0 ? Field::hour_24 : Field::hour_24_from_1)
                     : (at_midnight == 0 ? Field::hour_12_from_0 : Field::hour_12),
           one->size());
    return true;
  }

  bool day_period(ByteWriter &out) const {
    std::vector<double> hours;
    for (int index = 0; index < 24; ++index) {
      hours.push_back(usual_midnight + index * hour + 30 * minute + 30 * second);
    }
    hours.push_back(usual_midnight + 12 * hour);
    hours.push_back(usual_midnight);
    std::vector<std::string> seen;
    for (const double time : hours) {
      const auto name = at(time);
      if (!name) {
        return false;
      }
      seen.push_back(*name);
    }
    const bool two_halves = std::all_of(seen.begin(), seen.begin() + 12,
                                        [&](const auto &name) { return name == seen[0]; }) &&
                            std::all_of(seen.begin() + 12, seen.begin() + 24,
                                        [&](const auto &name) { return name == seen[12]; }) &&
                            seen[24] == seen[12] && seen[25] == seen[0];
    if (two_halves) {
      return names(out, Field::half_day_name, {hours[0], hours[12]});
    }
    const auto noon = [&](double later) { return at(usual_midnight + 12 * hour + later) == seen[24]; };
    const uint8_t exact = static_cast<uint8_t>((noon(minute) ? 0 : 1) | (noon(second) ? 0 : 2));
    return names(out, Field::day_period_name, hours, exact);
  }

  bool zone(ByteWriter &out) const {
    static constexpr struct {
      const char *utc, *east, *west;
      uint8_t style;
    } styles[] = {{"Z", "+0530", "-08", layout::offset_hours | layout::offset_zulu},
                  {"Z", "+0530", "-0800", layout::offset_basic | layout::offset_zulu},
                  {"Z", "+05:30", "-08:00", layout::offset_extended | layout::offset_zulu},
                  {"+00", "+0530", "-08", layout::offset_hours},
                  {"+0000", "+0530", "-0800", layout::offset_basic},
                  {"+00:00", "+05:30", "-08:00", layout::offset_extended}};
    const auto utc = at(usual);
    for (const auto &style : styles) {
      if (utc == style.utc && at(usual, "+05:30") == style.east && at(usual, "-08:00") == style.west) {
        number(out, Field::offset, style.style);
        return true;
      }
    }
    return names(out, Field::zone_name, {usual});
  }

  const PrintDate &print_;
  const LocaleData &locale_;
  std::vector<Part::Piece> shape_;
  size_t index_ = 0;
};

}  // namespace

std::optional<std::string> lower_date(const PrintDate &print, const LocaleData &locale, bool proleptic,
                                      std::string &reason) {
  return DateLowering(print, locale).run(proleptic, reason);
}

}  // namespace codeglot
