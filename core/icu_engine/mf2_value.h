// What an expression of MessageFormat 2 resolves to (LDML 48.2, part 9, "Resolved Values"): a value that can be passed on,
// selected on and formatted, and remembers the options that it was given.
#ifndef CODEGLOT_ICU_ENGINE_MF2_VALUE_H
#define CODEGLOT_ICU_ENGINE_MF2_VALUE_H

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/icu_engine/argument.h"
#include "core/icu_engine/exact_number.h"
#include "core/icu_engine/formatted.h"
#include "core/icu_engine/function.h"

namespace codeglot::mf2 {

enum class Direction : uint8_t { unknown, left_to_right, right_to_left };

/// A point in time, or, if floating, what a clock on the wall shows: `milliseconds` is then as if its zone were UTC.
struct DateValue {
  double milliseconds = 0;
  std::string zone;  // Its own; empty if it has none.
  bool floating = false;
};

struct Value {
  enum class Type : uint8_t { fallback, text, number, date, custom, unsupported };

  Type type = Type::fallback;
  std::string source;                       // fallback: what stands in its braces.
  std::shared_ptr<const std::string> text;  // text; shared, for a long literal may pass through many declarations.
  ExactNumber number;
  DateValue date;
  std::shared_ptr<const FunctionResult> result;  // custom.
  ArgumentValue passed;                          // What a caller's function is given: of all but text.
  std::string function;                          // That made it; empty for a literal or an argument that is only named.
  std::map<std::string, std::string> options;    // Those that are valid, its operand's among them.
  bool selects = false;
  bool matches_nothing = false;           // Of a selector: it selects, but only '*'.
  const std::string *argument = nullptr;  // Name of the argument that it comes from: the caller's, which stays.
  std::string id;                         // u:id.
  Direction direction = Direction::unknown;
  bool directed = false;  // u:dir was set, here or on the operand.
  bool isolated = false;  // u:dir was set here.

  const std::string *option(const std::string &name) const {
    const auto found = options.find(name);
    return found == options.end() ? nullptr : &found->second;
  }
};

using ValuePointer = std::shared_ptr<const Value>;

/// One option of a call, its value resolved.
struct CallOption {
  std::string name;
  std::string value;
  bool literal = false;  // Written in the message: an option such as "select" may not be a variable.
  size_t byte = 0;
};

/// The value as a string: what :string shows, and what an option is given. Nothing for a fallback and the like.
std::optional<std::string> string_value(const Value &value);

/// What a caller's function is given.
ArgumentValue argument_value(const Value &value);

ValuePointer value_of_argument(const NamedArgument &argument);
ValuePointer value_of_text(std::string text);

}  // namespace codeglot::mf2
#endif
