// Formatted: what the engine made of a message: its parts, in the order of the text, and what went wrong on the way.
// A message that failed has parts all the same: fallback parts stand for what could not be resolved.
#ifndef CODEGLOT_ICU_ENGINE_FORMATTED_H
#define CODEGLOT_ICU_ENGINE_FORMATTED_H

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace codeglot {

/// Frozen numbers. The names are those of Unicode MessageFormat (LDML 48, "Errors"), in kebab case (error_name).
enum class ErrorKind : uint8_t {
  syntax_error = 1,
  variant_key_mismatch = 2,
  missing_fallback_variant = 3,
  missing_selector_annotation = 4,
  duplicate_declaration = 5,
  duplicate_option_name = 6,
  duplicate_variant = 7,
  unresolved_variable = 8,
  unknown_function = 9,
  bad_selector = 10,
  bad_operand = 11,
  bad_option = 12,
  bad_variant_key = 13,
};

/// "syntax-error", "bad-operand", …
const char *error_name(ErrorKind kind);

struct MessageError {
  ErrorKind kind;
  std::string message;  // A sentence for developers and translators.
  size_t byte;          // Of the source, UTF-8.
};

/// One part. Which members have a meaning depends on the type; all others are empty.
struct Part {
  enum class Type : uint8_t { text, string, number, datetime, markup, bidi_isolation, fallback, custom };

  Type type = Type::text;
  std::string value;   // Its text, of every type; empty for markup. For number and datetime: the pieces joined.
  std::string source;  // fallback: the source that stands in braces: "$name", "|literal|", ":function".
  std::string
      name;  // markup: its name; custom: the function's name; string, number and datetime of an argument: its name.
  std::string kind;       // markup: "open", "standalone", "close".
  std::string id;         // u:id.
  std::string direction;  // "ltr", "rtl", or empty where it is the text's own to say.
  std::string locale;     // string, number, datetime, custom: the locale that formatted it.
  std::vector<std::pair<std::string, std::string>> options;  // markup: in source order, without u: options.

  /// number: "integer", "group", "decimal", "fraction", "minusSign", "plusSign", "percentSign", "currency", "unit",
  /// "compact", "exponentInteger", "infinity", "nan", "literal", …; datetime: "year", "month", "day", "weekday", "hour",
  /// "minute", "second", "fractionalSecond", "dayPeriod", "era", "timeZoneName", "literal", …: ECMA-402's names.
  struct Piece {
    std::string type;
    std::string value;
  };
  std::vector<Piece> pieces;
};

struct Formatted {
  std::vector<Part> parts;
  std::vector<MessageError> errors;  // In the order in which they were found, as the specification has it.

  /// All values joined.
  std::string text() const;
};

}  // namespace codeglot
#endif
