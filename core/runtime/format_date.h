// Date formats of a profile (layout.h, "formats"): points in time in the Gregorian calendar, in zones that are a
// fixed offset from UTC. Before 1582-10-15 ICU's calendar is Julian, but for formats that say otherwise, as MF2's do.
#ifndef CODEGLOT_RUNTIME_FORMAT_DATE_H
#define CODEGLOT_RUNTIME_FORMAT_DATE_H

#include "core/pack/pack.h"
#include "core/runtime/sink.h"

namespace codeglot {

/// A point in time, and the offset to show it in.
struct Instant {
  enum class Reading { good, bad, needs_icu };

  int64_t milliseconds = 0;
  int32_t offset_minutes = 0;

  /// Reads what CG_TYPE_DATE says; `needs_icu` for a zone that has a name, `bad` for what is no date.
  Reading read(const char *text, size_t bytes);
};

/// Whether the format shows this instant: one that names the zone only does for UTC.
bool shows(Text format, const Instant &instant);

void print_date(const Profile &profile, Text format, const Instant &instant, Sink &sink);

}  // namespace codeglot
#endif
