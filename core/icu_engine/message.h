// EngineMessage: one parsed pattern of either syntax, ready to be formatted any number of times, in its locale.
#ifndef CODEGLOT_ICU_ENGINE_MESSAGE_H
#define CODEGLOT_ICU_ENGINE_MESSAGE_H

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/icu_engine/argument.h"
#include "core/icu_engine/formatted.h"

namespace codeglot {

class FunctionRegistry;  // core/icu_engine/function.h: MF2 functions that a caller adds.
struct KeptFormatters;   // core/icu_engine/kept_formatters.h

enum class Syntax : uint8_t { mf1 = 1, mf2 = 2 };

/// How a placeholder is set apart from text of the other direction (MF2: "Handling Bidirectional Text").
enum class BidiIsolation : uint8_t { automatic = 0, none = 1 };

struct FormatContext {
  std::string time_zone;                          // Of dates that name none: an IANA name or an offset; empty is UTC.
  BidiIsolation bidi = BidiIsolation::automatic;  // MF2 only: MF1 has no isolation.
  const FunctionRegistry *functions = nullptr;    // MF2 only; may be null.
  KeptFormatters *kept = nullptr;                 // MF2 only, of this thread; null: nothing is kept between calls.
};

class EngineMessage {
 public:
  virtual ~EngineMessage() = default;
  /// Always gives parts, even for a pattern that has errors. `const` and without shared caches: any number of threads.
  virtual Formatted format(const std::vector<NamedArgument> &arguments, const FormatContext &context) const = 0;
};

/// Parse a pattern for a locale (BCP 47). Never null, never throws: errors of the source are part of what format() gives.
std::unique_ptr<EngineMessage> make_mf1_message(const std::string &pattern, const std::string &locale);
std::unique_ptr<EngineMessage> make_mf2_message(const std::string &pattern, const std::string &locale);

}  // namespace codeglot
#endif
