// See mf2_functions.h: :datetime, :date and :time. Their options are semantic skeletons (LDML, part 4): fields and a length,
// which the locale's own patterns and ICU's pattern generator make a pattern of.
#include <unicode/gregocal.h>
#include <unicode/simpleformatter.h>
#include <unicode/smpdtfmt.h>

#include <limits>
#include <optional>

#include "core/icu_engine/iso_date.h"
#include "core/icu_engine/mf2_functions.h"
#include "core/icu_engine/pieces.h"

namespace codeglot::mf2 {
namespace {

constexpr const char *field_words =
    "weekday day-weekday month-day month-day-weekday year-month-day year-month-day-weekday";
constexpr const char *length_words = "long medium short";
constexpr const char *precision_words = "hour minute second";
constexpr const char *zone_style_words = "long short";

/// An option of one function; under `role` it is known to formatting, whatever the function calls it.
struct StyleRule {
  const char *function;
  const char *name;
  const char *words;
  const char *role;
};

constexpr StyleRule style_rules[] = {
    {"datetime", "dateFields", field_words, "fields"},
    {"datetime", "dateLength", length_words, "length"},
    {"datetime", "timePrecision", precision_words, "precision"},
    {"datetime", "timeZoneStyle", zone_style_words, "timeZoneStyle"},
    {"date", "fields", field_words, "fields"},
    {"date", "length", length_words, "length"},
    {"time", "precision", precision_words, "precision"},
    {"time", "timeZoneStyle", zone_style_words, "timeZoneStyle"},
};

/// Kept from the operand: what overrides the locale or the value, not what says how to show it.
constexpr const char *override_words = "timeZone hour12 calendar numberingSystem";

bool set_time_zone(const Call &call, const CallOption &option, Value &value) {
  if (option.value == "input") {
    if (value.date.zone.empty()) {
      call.bad_operand("the operand has no time zone to show it in");
      return true;
    }
    value.options.erase("timeZone");  // Its own zone is what it is shown in without the option.
    return true;
  }
  if (find_time_zone(option.value) == nullptr) {
    return false;
  }
  value.options["timeZone"] = option.value;
  return true;
}

/// Takes over an option that overrides; false if its value is none.
bool set_override(const Call &call, const CallOption &option, Value &value) {
  if (option.name == "timeZone") {
    return set_time_zone(call, option, value);
  }
  const bool valid = option.name == "hour12"     ? is_one_of(option.value, "true false")
                     : option.name == "calendar" ? is_calendar(option.value)
                                                 : is_numbering_system(option.value);
  if (valid) {
    value.options[option.name] = option.value;
  }
  return valid;
}

void set_option(const Call &call, const CallOption &option, Value &value) {
  if (is_one_of(option.name, override_words)) {
    if (option.name == "hour12" && call.function == "date") {
      return;
    }
    if (!set_override(call, option, value)) {
      call.fail(ErrorKind::bad_option, "the option " + option.name + " has no valid value", option.byte);
    }
    return;
  }
  for (const StyleRule &rule : style_rules) {
    if (call.function != rule.function || option.name != rule.name) {
      continue;
    }
    if (!option.literal) {
      call.fail(ErrorKind::bad_option, "the option " + option.name + " must be written in the message, not a variable",
                option.byte);
    } else if (!is_one_of(option.value, rule.words)) {
      call.fail(ErrorKind::bad_option, "the option " + option.name + " is one of: " + rule.words, option.byte);
    } else {
      value.options[rule.role] = option.value;
    }
  }
}

std::optional<DateValue> operand_date(const Call &call) {
  const Value *operand = call.operand;
  std::optional<DateValue> date;
  if (operand != nullptr && operand->type == Value::Type::date) {
    date = operand->date;
  } else if (operand != nullptr && operand->type == Value::Type::text) {
    date = parse_iso_date(*operand->text);
  } else if (operand != nullptr && operand->type == Value::Type::custom) {
    const auto *text = std::get_if<std::string>(&operand->passed);
    date = text != nullptr ? parse_iso_date(*text) : std::nullopt;
  }
  if (date && !date->zone.empty() && find_time_zone(date->zone) == nullptr) {
    date.reset();
  }
  if (!date) {
    call.bad_operand(":" + call.function +
                     (operand == nullptr ? " needs an operand" : " needs a date, such as 2006-01-02T15:04:06"));
  }
  return date;
}

// ---- Formatting ----

/// Letters of a skeleton for the fields of a date, but for year-month-day, which has patterns of its own.
std::string date_skeleton(const std::string &fields, const std::string &length) {
  std::string skeleton;
  const bool is_long = length == "long";
  if (fields.starts_with("year")) {
    skeleton += 'y';
  }
  if (fields.find("month") != std::string::npos) {
    skeleton += is_long ? "MMMM" : length == "medium" ? "MMM" : "M";
  }
  if (fields.find("day") == 0 || fields.find("-day") != std::string::npos) {
    skeleton += 'd';
  }
  if (fields.ends_with("weekday")) {
    skeleton += is_long ? "EEEE" : "E";
  }
  return skeleton;
}

class DateFormatter {
 public:
  DateFormatter(const Value &value, FormatTools &tools)
      : value_(value), tools_(tools), locale_(localized(tools.locale.locale, value)) {}

  bool format(Part &part) {
    const Key key = format_key(value_, tools_.locale).add(value_.date.zone).add(tools_.time_zone);
    const icu::SimpleDateFormat *const format = tools_.kept.dates.get(key, [this] { return make(); });
    if (format == nullptr) {
      return false;
    }
    icu::UnicodeString text;
    icu::FieldPositionIterator fields;
    format->format(instant(format->getTimeZone()), text, &fields, status_);
    if (U_FAILURE(status_)) {
      return false;
    }
    part.type = Part::Type::datetime;
    part.value = to_utf8(text);
    part.pieces = date_pieces(text, fields);
    return true;
  }

 private:
  /// Null if ICU cannot.
  std::unique_ptr<icu::SimpleDateFormat> make() {
    const std::unique_ptr<icu::TimeZone> zone = time_zone();
    auto format = std::make_unique<icu::SimpleDateFormat>(pattern(), locale_, status_);
    if (U_FAILURE(status_) || zone == nullptr) {
      return nullptr;
    }
    std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(*zone, locale_, status_));
    if (U_FAILURE(status_) || calendar == nullptr) {
      return nullptr;
    }
    // ISO 8601's calendar is Gregorian for all time: no date of it is shown as one of the Julian calendar.
    if (calendar->getDynamicClassID() == icu::GregorianCalendar::getStaticClassID()) {
      static_cast<icu::GregorianCalendar *>(calendar.get())
          ->setGregorianChange(-std::numeric_limits<double>::infinity(), status_);
    }
    format->adoptCalendar(calendar.release());
    return U_SUCCESS(status_) ? std::move(format) : nullptr;
  }

  std::string option(const char *name, const char *otherwise) const {
    const std::string *value = value_.option(name);
    return value != nullptr ? *value : otherwise;
  }

  std::unique_ptr<icu::TimeZone> time_zone() const {
    for (const std::string &name : {option("timeZone", ""), value_.date.zone, tools_.time_zone}) {
      if (std::unique_ptr<icu::TimeZone> zone = find_time_zone(name)) {
        return zone;
      }
    }
    return find_time_zone("UTC");
  }

  /// A floating time is what the zone's clocks show.
  double instant(const icu::TimeZone &zone) {
    if (!value_.date.floating) {
      return value_.date.milliseconds;
    }
    int32_t raw_offset = 0;
    int32_t daylight_offset = 0;
    zone.getOffset(value_.date.milliseconds, true, raw_offset, daylight_offset, status_);
    return value_.date.milliseconds - raw_offset - daylight_offset;
  }

  icu::DateTimePatternGenerator *generator() {
    // The calendar is all that patterns depend on, besides the message's locale.
    return tools_.kept.generators.get(Key().add(tools_.locale.tag).add(option("calendar", "")), [&] {
      return std::unique_ptr<icu::DateTimePatternGenerator>(
          icu::DateTimePatternGenerator::createInstance(locale_, status_));
    });
  }

  icu::UnicodeString best_pattern(const std::string &skeleton) {
    icu::DateTimePatternGenerator *const patterns = generator();
    if (U_FAILURE(status_) || patterns == nullptr) {
      return {};
    }
    return patterns->getBestPattern(icu::UnicodeString::fromUTF8(skeleton), UDATPG_MATCH_HOUR_FIELD_LENGTH, status_);
  }

  icu::DateFormat::EStyle style() const {
    const std::string length = option("length", "medium");
    return length == "long"    ? icu::DateFormat::kLong
           : length == "short" ? icu::DateFormat::kShort
                               : icu::DateFormat::kMedium;
  }

  icu::UnicodeString date_pattern() {
    const std::string fields = option("fields", "year-month-day");
    if (fields != "year-month-day") {
      return best_pattern(date_skeleton(fields, option("length", "medium")));
    }
    const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(style(), locale_));
    icu::UnicodeString pattern;
    if (format != nullptr && format->getDynamicClassID() == icu::SimpleDateFormat::getStaticClassID()) {
      static_cast<const icu::SimpleDateFormat *>(format.get())->toPattern(pattern);
    }
    return pattern;
  }

  icu::UnicodeString time_pattern() {
    const std::string hour12 = option("hour12", "");
    const std::string precision = option("precision", "minute");
    const std::string zone = option("timeZoneStyle", "");
    std::string skeleton = hour12 == "true" ? "h" : hour12 == "false" ? "H" : "j";
    skeleton += precision == "hour" ? "" : precision == "minute" ? "m" : "ms";
    skeleton += zone == "long" ? "zzzz" : zone == "short" ? "z" : "";
    return best_pattern(skeleton);
  }

  icu::UnicodeString pattern() {
    if (value_.function == "date") {
      return date_pattern();
    }
    if (value_.function == "time") {
      return time_pattern();
    }
    const icu::UnicodeString date = date_pattern();
    const icu::UnicodeString time = time_pattern();
    icu::UnicodeString result;
    if (const icu::DateTimePatternGenerator *const patterns = generator(); U_SUCCESS(status_) && patterns != nullptr) {
      const auto date_style = static_cast<UDateFormatStyle>(style());
      const icu::UnicodeString &join = patterns->getDateTimeFormat(date_style, status_);
      icu::SimpleFormatter(join, 2, 2, status_).format(time, date, result, status_);
    }
    return result;
  }

  const Value &value_;
  FormatTools &tools_;
  const icu::Locale locale_;
  UErrorCode status_ = U_ZERO_ERROR;
};

}  // namespace

Value call_date_function(const Call &call) {
  Value value;
  const std::optional<DateValue> date = operand_date(call);
  if (!date) {
    return value;
  }
  value.type = Value::Type::date;
  value.date = *date;
  if (call.operand->type == Value::Type::date) {
    for (const auto &[name, word] : call.operand->options) {
      if (is_one_of(name, override_words)) {
        value.options[name] = word;
      }
    }
  }
  for (const CallOption &option : call.options) {
    set_option(call, option, value);
  }
  value.passed = DateTime{date->milliseconds, date->zone};
  value.direction = call.locale.direction;
  return value;
}

bool format_date(const Value &value, FormatTools &tools, Part &part, std::string &error) {
  if (DateFormatter(value, tools).format(part)) {
    return true;
  }
  error = "this date cannot be formatted with these options";
  return false;
}

}  // namespace codeglot::mf2
