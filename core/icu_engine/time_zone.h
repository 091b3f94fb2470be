// Time zones by name, never the host's own.
#ifndef CODEGLOT_ICU_ENGINE_TIME_ZONE_H
#define CODEGLOT_ICU_ENGINE_TIME_ZONE_H

#include <unicode/timezone.h>

#include <memory>
#include <string>

namespace codeglot {

/// An IANA name ("Europe/Paris"), "UTC", "Z", or an offset ("+05:30", "-0800", "+09"); null for anything else.
std::unique_ptr<icu::TimeZone> find_time_zone(const std::string &name);

/// UTC; null only without memory.
std::unique_ptr<icu::TimeZone> utc();

}  // namespace codeglot
#endif
