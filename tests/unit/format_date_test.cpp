// Date formats by hand (core/pack/layout.h, "formats") against ICU's Gregorian calendar, and the dates that are read.
#include "core/runtime/format_date.h"

#include <unicode/gregocal.h>
#include <unicode/simpletz.h>

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <random>

#include "core/compiler/locale_data.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using layout::Field;

namespace {

constexpr int64_t day_milliseconds = 86400000;

struct Item {
  Field field;
  uint8_t width = 1;
  std::vector<std::string> names = {};
};

Item words(const std::string &text) { return {Field::literal, 0, {text}}; }

/// A date format in a profile of its own.
class DateFormat {
 public:
  explicit DateFormat(const std::vector<Item> &items, uint8_t flags = 0, const std::string &locale = "en") {
    ByteWriter record;
    record.byte(static_cast<uint8_t>(layout::FormatKind::date));
    record.byte(flags);
    for (const Item &item : items) {
      record.byte(static_cast<uint8_t>(item.field));
      record.byte(item.width);
      if (!item.names.empty()) {
        ByteWriter names;
        for (const std::string &name : item.names) {
          names.text(name);
        }
        record.text(names.bytes());
      }
    }
    const LocaleData data = LocaleData::load(locale);
    ProfileNeeds needs;
    needs.format(record.bytes(), data);
    section_ = write_profile(data, needs, layout::feature_formats);
    profile_ = read_section(section_, layout::feature_formats);
  }

  std::string print(int64_t milliseconds, int32_t offset_minutes = 0) const {
    char text[400];
    Sink sink(text, sizeof text);
    Instant instant;
    instant.milliseconds = milliseconds;
    instant.offset_minutes = offset_minutes;
    print_date(profile_, profile_.format(0), instant, sink);
    return {text, sink.finish()};
  }

  bool shows(int32_t offset_minutes) const {
    Instant instant;
    instant.offset_minutes = offset_minutes;
    return codeglot::shows(profile_.format(0), instant);
  }

 private:
  std::string section_;
  Profile profile_{};
};

const std::vector<std::string> weekdays = {"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"};
const std::vector<std::string> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::vector<Item> everything() {
  return {{Field::era_name, 0, {"BC", "AD"}},
          words(" "),
          {Field::year},
          words("-"),
          {Field::month},
          words("-"),
          {Field::day},
          words(" "),
          {Field::weekday_name, 0, weekdays},
          words(" "),
          {Field::day_of_year},
          words(" "),
          {Field::hour_24},
          words(":"),
          {Field::minute},
          words(":"),
          {Field::second},
          words("."),
          {Field::fraction, 3}};
}

/// The same of ICU's calendar.
class Calendar {
 public:
  explicit Calendar(bool proleptic) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_ = std::make_unique<icu::GregorianCalendar>(icu::TimeZone::createTimeZone("UTC"), icu::Locale::getRoot(),
                                                         status);
    if (proleptic) {
      calendar_->setGregorianChange(-8.64e15, status);
    }
    REQUIRE(U_SUCCESS(status));
  }

  std::string print(int64_t milliseconds, int32_t offset_minutes) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->setTime(static_cast<double>(milliseconds + int64_t{offset_minutes} * 60000), status);
    const auto get = [&](UCalendarDateFields field) { return calendar_->get(field, status); };
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, "%03d", get(UCAL_MILLISECOND));
    const std::string text = std::string(get(UCAL_ERA) == 0 ? "BC" : "AD") + " " + std::to_string(get(UCAL_YEAR)) +
                             "-" + std::to_string(get(UCAL_MONTH) + 1) + "-" + std::to_string(get(UCAL_DATE)) + " " +
                             weekdays[static_cast<size_t>(get(UCAL_DAY_OF_WEEK) - 1)] + " " +
                             std::to_string(get(UCAL_DAY_OF_YEAR)) + " " + std::to_string(get(UCAL_HOUR_OF_DAY)) + ":" +
                             std::to_string(get(UCAL_MINUTE)) + ":" + std::to_string(get(UCAL_SECOND)) + "." + fraction;
    REQUIRE(U_SUCCESS(status));
    return text;
  }

 private:
  std::unique_ptr<icu::GregorianCalendar> calendar_;
};

Instant::Reading read(std::string_view text, Instant &instant) {
  const ExactBytes bytes(text);
  return instant.read(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

Instant::Reading reading(std::string_view text) {
  Instant instant;
  return read(text, instant);
}

Instant good(std::string_view text) {
  Instant instant;
  INFO(text);
  CHECK(read(text, instant) == Instant::Reading::good);
  return instant;
}

}  // namespace

TEST_CASE("Dates are those of ICU's calendar, Julian before 1582 and Gregorian for ever") {
  for (const bool proleptic : {false, true}) {
    const DateFormat format(everything(), proleptic ? layout::date_is_proleptic : uint8_t{0});
    Calendar calendar(proleptic);
    std::vector<int64_t> days;
    for (int64_t day = -143000; day < -140000; ++day) {
      days.push_back(day);  // Around 1582-10-15, every day.
    }
    for (int64_t day = -720500; day < -718000; ++day) {
      days.push_back(day);  // Around the year 1 and 1 BC.
    }
    for (int64_t day = -26000; day < 50000; day += 3) {
      days.push_back(day);
    }
    for (int64_t day = -1500000; day < 1500000; day += 97) {
      days.push_back(day);
    }
    for (const int64_t edge : {-100000000, -99999999, -99999634, 99999634, 99999999}) {
      days.push_back(edge);
    }
    std::mt19937_64 random(3);
    size_t different = 0;
    for (const int64_t day : days) {
      const int64_t milliseconds = day * day_milliseconds + static_cast<int64_t>(random() % day_milliseconds);
      const auto offset = static_cast<int32_t>(random() % 5 == 0 ? static_cast<int64_t>(random() % 2878) - 1439 : 0);
      const std::string found = format.print(milliseconds, offset);
      const std::string expected = calendar.print(milliseconds, offset);
      if (found != expected && ++different < 10) {
        UNSCOPED_INFO(milliseconds << " at " << offset << ": " << found << ", not " << expected);
      }
    }
    INFO((proleptic ? "proleptic" : "with a change in 1582"));
    CHECK(different == 0);
  }
}

TEST_CASE("Each field prints its part of the date, as wide as it is told") {
  const int64_t time = 1612325106789;  // 2021-02-03T04:05:06.789Z, a Wednesday
  const auto one = [&](Item item) { return DateFormat({std::move(item)}).print(time); };
  CHECK(one({Field::year, 1}) == "2021");
  CHECK(one({Field::year, 2}) == "21");
  CHECK(one({Field::year, 6}) == "002021");
  CHECK(one({Field::month, 1}) == "2");
  CHECK(one({Field::month, 2}) == "02");
  CHECK(one({Field::day, 2}) == "03");
  CHECK(one({Field::hour_24, 2}) == "04");
  CHECK(one({Field::hour_24_from_1, 1}) == "4");
  CHECK(one({Field::hour_12, 2}) == "04");
  CHECK(one({Field::hour_12_from_0, 1}) == "4");
  CHECK(one({Field::minute, 2}) == "05");
  CHECK(one({Field::second, 1}) == "6");
  CHECK(one({Field::fraction, 1}) == "7");
  CHECK(one({Field::fraction, 2}) == "78");
  CHECK(one({Field::fraction, 6}) == "789000");
  CHECK(one({Field::day_of_year, 3}) == "034");
  CHECK(one({Field::quarter, 1}) == "1");
  CHECK(one({Field::month_name, 0, months}) == "Feb");
  CHECK(one({Field::quarter_name, 0, {"Q1", "Q2", "Q3", "Q4"}}) == "Q1");
  CHECK(one({Field::half_day_name, 0, {"AM", "PM"}}) == "AM");
  CHECK(one({Field::zone_name, 0, {"UTC"}}) == "UTC");
  CHECK(one(words("o'clock")) == "o'clock");
  CHECK(one({Field::month, layout::field_width_most}) == std::string(17, '0') + "2");
  CHECK(DateFormat({{Field::year, 4}}, 0, "ar-EG").print(time) == "٢٠٢١");
}

TEST_CASE("Hours count as their field says, at midnight and at noon") {
  const auto at = [](Field field, int64_t hour) { return DateFormat({{field}}).print(hour * 3600000); };
  CHECK(at(Field::hour_24, 0) == "0");
  CHECK(at(Field::hour_24_from_1, 0) == "24");
  CHECK(at(Field::hour_12, 0) == "12");
  CHECK(at(Field::hour_12_from_0, 0) == "0");
  CHECK(at(Field::hour_24_from_1, 12) == "12");
  CHECK(at(Field::hour_12, 12) == "12");
  CHECK(at(Field::hour_12_from_0, 12) == "0");
  CHECK(at(Field::hour_12, 23) == "11");
  CHECK(at(Field::hour_12_from_0, 23) == "11");
}

TEST_CASE("Noon and midnight have their names for an hour, a minute or a second") {
  std::vector<std::string> names;
  for (int hour = 0; hour < 24; ++hour) {
    names.push_back(std::to_string(hour));
  }
  names.emplace_back("noon");
  names.emplace_back("midnight");
  const auto at = [&](uint8_t width, int64_t seconds) {
    return DateFormat({{Field::day_period_name, width, names}}).print(seconds * 1000);
  };
  constexpr int64_t noon = 12 * 3600;
  CHECK(at(0, noon + 3599) == "noon");
  CHECK(at(1, noon + 59) == "noon");
  CHECK(at(1, noon + 60) == "12");
  CHECK(at(3, noon) == "noon");
  CHECK(at(3, noon + 1) == "12");
  CHECK(at(2, noon + 60) == "noon");
  CHECK(at(2, noon + 61) == "12");
  CHECK(at(3, 0) == "midnight");
  CHECK(at(3, 1) == "0");
  CHECK(at(3, noon + 3600) == "13");
}

TEST_CASE("Offsets are written as ISO 8601 has them") {
  const auto at = [](uint8_t style, int32_t minutes) { return DateFormat({{Field::offset, style}}).print(0, minutes); };
  CHECK(at(layout::offset_hours, 0) == "+00");
  CHECK(at(layout::offset_hours, -480) == "-08");
  CHECK(at(layout::offset_hours, 330) == "+0530");
  CHECK(at(layout::offset_basic, -30) == "-0030");
  CHECK(at(layout::offset_extended, 1439) == "+23:59");
  CHECK(at(layout::offset_extended, 0) == "+00:00");
  CHECK(at(layout::offset_zulu | layout::offset_hours, 0) == "Z");
  CHECK(at(layout::offset_zulu | layout::offset_extended, 60) == "+01:00");
}

TEST_CASE("A format that names the zone shows UTC only") {
  const DateFormat named({{Field::year}, words(" "), {Field::zone_name, 0, {"UTC"}}});
  CHECK(named.shows(0));
  CHECK_FALSE(named.shows(1));
  CHECK(DateFormat({{Field::year}, words(" "), {Field::month_name, 0, months}, {Field::offset}}).shows(-720));
}

TEST_CASE("A date is milliseconds, a space, and a zone that is an offset") {
  CHECK(good("0").milliseconds == 0);
  CHECK(good("-1").milliseconds == -1);
  CHECK(good("8640000000000000").milliseconds == 8640000000000000);
  CHECK(good("-8640000000000000").milliseconds == -8640000000000000);
  CHECK(good("000000000000000000000000000000000000007").milliseconds == 7);
  CHECK(good("5 ").offset_minutes == 0);
  CHECK(good("5 UTC").offset_minutes == 0);
  CHECK(good("5 Z").offset_minutes == 0);
  CHECK(good("5 +05:30").offset_minutes == 330);
  CHECK(good("5 +0530").offset_minutes == 330);
  CHECK(good("5 -08").offset_minutes == -480);
  CHECK(good("5 -00:30").offset_minutes == -30);
  CHECK(good("5 +23:59").offset_minutes == 1439);
  CHECK(good("5 -0000").offset_minutes == 0);
}

TEST_CASE("What is no date is none, and what is no offset is the ICU engine's to know") {
  using Reading = Instant::Reading;
  for (const std::string_view text :
       {"", "-", " ", " 5", "+5", "5.5", "1e3", "x", "5x", "--5", "5\t", "8640000000000001", "-8640000000000001",
        "99999999999999999999999999999999999999", "0x10", "\xD9\xA8", "NaN", "2020-01-01"}) {
    INFO(text);
    CHECK(reading(text) == Reading::bad);
  }
  CHECK(reading(std::string_view("5\0", 2)) == Reading::bad);
  for (const std::string_view text : {"5 Europe/Paris",
                                      "5 utc",
                                      "5 GMT",
                                      "5 +24:00",
                                      "5 +05:60",
                                      "5 +5",
                                      "5 +5:30",
                                      "5 +053",
                                      "5 +05300",
                                      "5 05:30",
                                      "5 +",
                                      "5 -",
                                      "5 +05:",
                                      "5 +:05",
                                      "5 +05:3",
                                      "5 +05:30:00",
                                      "5 +0:530",
                                      "5 +05:30 ",
                                      "5  ",
                                      "5 +05-30",
                                      "5 \xE2\x88\x92"
                                      "05:30",
                                      "5 +a5:30"}) {
    INFO(text);
    CHECK(reading(text) == Reading::needs_icu);
  }
  CHECK(reading(std::string_view("5 \0", 3)) == Reading::needs_icu);
}

TEST_CASE("Any bytes are read as a date or not, and never past their end") {
  std::mt19937_64 random(11);
  const std::string_view alphabet = "0123456789-+: ZUTC\0\xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (size_t size = random() % 24; size > 0; --size) {
      text += alphabet[random() % alphabet.size()];
    }
    Instant instant;
    if (read(text, instant) == Instant::Reading::good) {
      CHECK(std::abs(instant.milliseconds) <= 8640000000000000);
      CHECK(std::abs(instant.offset_minutes) < 1440);
    }
  }
}
