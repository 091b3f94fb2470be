// Argument values as C++ holds them: what a message is given, before it is known what the message makes of them.
#ifndef CODEGLOT_ICU_ENGINE_ARGUMENT_H
#define CODEGLOT_ICU_ENGINE_ARGUMENT_H

#include <cstdint>
#include <string>
#include <variant>

namespace codeglot {

/// Digits of a decimal string ("-12.50", "1e21"), apart from text; every digit counts, trailing zeros too.
struct DecimalText {
  std::string digits;
};

/// A point in time, and the zone to show it in: an IANA name, "UTC", an offset such as "+05:30"; empty for the call's own.
struct DateTime {
  double milliseconds = 0;  // Since 1970-01-01T00:00Z.
  std::string zone;
};

/// `monostate` is a value of a wrong type.
using ArgumentValue = std::variant<std::monostate, std::string, int64_t, double, DecimalText, DateTime>;

struct NamedArgument {
  std::string name;
  ArgumentValue value;
};

}  // namespace codeglot
#endif
