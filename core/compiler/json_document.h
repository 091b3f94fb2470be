// JsonDocument: a JSON file with the place of each value and key, so that a mistake can be shown where it is.
// nlohmann_json reads; this keeps what its own value type drops: places, the order of members, duplicate members.
#ifndef CODEGLOT_COMPILER_JSON_DOCUMENT_H
#define CODEGLOT_COMPILER_JSON_DOCUMENT_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/compiler/diagnostics.h"
#include "core/compiler/line_index.h"

namespace codeglot {

struct JsonMember;

struct JsonValue {
  enum class Kind { null, boolean, integer, number, string, array, object };

  Kind kind = Kind::null;
  size_t byte = 0;  // Where the value begins in the file; a string at its opening quote.
  bool boolean = false;
  int64_t integer = 0;
  std::string text;  // A string's contents; a number as it is written.
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;

  bool is(Kind wanted) const { return kind == wanted; }
  /// The member of a name, or null.
  const JsonValue *find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  size_t byte = 0;  // Where the name's opening quote is.
  JsonValue value;
};

class JsonDocument {
 public:
  /// Reads a file's text; errors (syntax, encoding, a member twice) go to `diagnostics`. Nothing if it cannot be read to
  /// its end; a member twice is an error that leaves the rest to be checked in the same run.
  static std::optional<JsonDocument> parse(std::string file, std::string text, Diagnostics &diagnostics);

  const JsonValue &root() const { return root_; }
  const std::string &file() const { return file_; }
  const std::string &text() const { return text_; }
  Position position(size_t byte) const {
    const auto [line, column] = lines_.at(text_, byte);
    return {file_, line, column};
  }
  Position position(const JsonValue &value) const { return position(value.byte); }
  /// The position of a byte inside a string value's contents, counted without the file's escapes.
  Position position_inside(const JsonValue &string, size_t content_byte) const;

 private:
  std::string file_;
  std::string text_;
  LineIndex lines_;
  JsonValue root_;
};

/// "a string", "a number", …: for messages that say what was found.
std::string kind_name(JsonValue::Kind kind);

}  // namespace codeglot
#endif
