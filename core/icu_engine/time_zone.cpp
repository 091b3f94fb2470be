// See time_zone.h.
#include "core/icu_engine/time_zone.h"

#include <unicode/ucal.h>

namespace codeglot {
namespace {

using icu::TimeZone;
using icu::UnicodeString;

constexpr size_t name_bytes_most = 64;  // The longest IANA name has 32.

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// Whether it is ±HH, ±HHMM or ±HH:MM, at most 23:59.
bool is_offset(const std::string &name) {
  std::string digits;
  for (size_t at = 1; at < name.size(); ++at) {
    if (name[at] == ':' && at == 3 && name.size() == 6) {
      continue;
    }
    if (!is_digit(name[at])) {
      return false;
    }
    digits += name[at];
  }
  if (digits.size() != 2 && digits.size() != 4) {
    return false;
  }
  const bool hours_fit = digits[0] < '2' || (digits[0] == '2' && digits[1] < '4');
  return hours_fit && (digits.size() == 2 || digits[2] < '6');
}

}  // namespace

std::unique_ptr<TimeZone> find_time_zone(const std::string &name) {
  if (name == "Z" || name == "UTC") {
    return utc();
  }
  if (name.empty() || name.size() > name_bytes_most) {
    return nullptr;
  }
  if (name[0] == '+' || name[0] == '-') {
    return is_offset(name) ? std::unique_ptr<TimeZone>(TimeZone::createTimeZone(UnicodeString::fromUTF8("GMT" + name)))
                           : nullptr;
  }
  // ICU gives a zone for any name: for one that it does not know, the zone of all unknown ones.
  std::unique_ptr<TimeZone> zone(TimeZone::createTimeZone(UnicodeString::fromUTF8(name)));
  UnicodeString id;
  return zone == nullptr || zone->getID(id) == UNICODE_STRING_SIMPLE(UCAL_UNKNOWN_ZONE_ID) ? nullptr : std::move(zone);
}

std::unique_ptr<TimeZone> utc() { return std::unique_ptr<TimeZone>(TimeZone::createTimeZone(UnicodeString(u"UTC"))); }

}  // namespace codeglot
