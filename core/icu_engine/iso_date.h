// Dates as MessageFormat 2 writes them (LDML 48.2, part 9, "Date and Time Operands"), and time zones by their names.
#ifndef CODEGLOT_ICU_ENGINE_ISO_DATE_H
#define CODEGLOT_ICU_ENGINE_ISO_DATE_H

#include <unicode/timezone.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/icu_engine/mf2_value.h"

namespace codeglot::mf2 {

/// Reads "2006-01-02", "2006-01-02T15:04:06", "…06.123", "…Z", "…+05:30". Without an offset it is a floating time.
std::optional<DateValue> parse_iso_date(std::string_view text);

/// The date in ISO 8601, with 'Z' unless it is floating.
std::string iso_text(const DateValue &date);

/// Whether ECMAScript's dates reach as far: 100 million days around 1970.
bool is_date(double milliseconds);

/// The zone of an IANA name, "UTC" or an offset ("+05:30"); null for any other text, never the host's zone.
std::unique_ptr<icu::TimeZone> find_time_zone(std::string_view name);

}  // namespace codeglot::mf2
#endif
