// See mf1_date_format.h. The formatter's own calendar is never used: it is of the zone of the host.
#include "core/icu_engine/mf1_date_format.h"

#include <unicode/calendar.h>

#include <cmath>

#include "core/icu_engine/pieces.h"
#include "core/icu_engine/time_zone.h"

namespace codeglot {
namespace {

using icu::Formattable;
using icu::UnicodeString;

constexpr double milliseconds_most = 8.64e15;  // ECMAScript's; see mf1_operand.cpp.

/// As icu::DateFormat takes its operands: numbers are milliseconds, but not those that ICU holds in 64 bits.
std::optional<double> milliseconds(const Mf1Operand &operand) {
  switch (operand.value.getType()) {
    case Formattable::kDate:
      return operand.value.getDate();
    case Formattable::kDouble:
    case Formattable::kLong: {
      const double number = operand.number();
      return std::abs(number) <= milliseconds_most ? std::optional<double>(number) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

/// The zone that the operand names, else the call's, else the one that the locale's tag names (-u-tz-…), else UTC.
std::unique_ptr<icu::TimeZone> zone_of(const Mf1Operand &operand, const std::string &time_zone,
                                       const icu::Locale &locale, std::vector<Mf1Fault> &faults) {
  const std::string &name = operand.zone.empty() ? time_zone : operand.zone;
  if (!name.empty()) {
    std::unique_ptr<icu::TimeZone> zone = find_time_zone(name);
    if (zone == nullptr) {
      faults.push_back({ErrorKind::bad_operand, "\"" + name + "\" is no time zone: shown in UTC"});
    }
    return zone == nullptr ? utc() : std::move(zone);
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto of_locale = locale.getKeywordValue<std::string>("timezone", status);
  std::unique_ptr<icu::TimeZone> zone = U_SUCCESS(status) ? find_time_zone(of_locale) : nullptr;
  return zone == nullptr ? utc() : std::move(zone);
}

}  // namespace

bool Mf1DateFormat::format(const Mf1Operand &operand, const std::string &time_zone, Part &part,
                           std::vector<Mf1Fault> &faults) const {
  if (operand.kind != Mf1Operand::Kind::date && operand.kind != Mf1Operand::Kind::number) {
    return false;
  }
  const std::optional<double> time = milliseconds(operand);
  const std::unique_ptr<icu::Calendar> calendar(format_->getCalendar()->clone());
  if (!time || calendar == nullptr) {
    return false;
  }
  calendar->adoptTimeZone(zone_of(operand, time_zone, locale_, faults).release());
  UErrorCode status = U_ZERO_ERROR;
  calendar->setTime(*time, status);
  if (U_FAILURE(status)) {
    return false;
  }
  UnicodeString text;
  icu::FieldPositionIterator fields;
  format_->format(*calendar, text, &fields, status);
  if (U_FAILURE(status)) {
    // icu::MessageFormat says nothing, and shows what there is before a letter that means nothing.
    faults.push_back(
        {ErrorKind::bad_option, std::string("ICU cannot follow this date pattern: ") + u_errorName(status)});
  }
  part.type = Part::Type::datetime;
  part.value = to_utf8(text);
  part.pieces = date_pieces(text, fields);
  return true;
}

}  // namespace codeglot
