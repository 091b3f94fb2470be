// JsonEditor: replaces and adds parts of a JSON file's text. All else (members, their order, escapes, white space) stays
// as it is.
#ifndef CODEGLOT_COMPILER_JSON_EDITOR_H
#define CODEGLOT_COMPILER_JSON_EDITOR_H

#include <string>
#include <vector>

#include "core/compiler/json_document.h"

namespace codeglot {

/// A string as JSON. Characters that an editor does not show, such as those that turn the direction of writing, are
/// escaped.
std::string json_string(const std::string &text);

class JsonEditor {
 public:
  /// The document must outlive the editor.
  explicit JsonEditor(const JsonDocument &document) : text_(document.text()) {}

  /// Replaces a value.
  void replace(const JsonValue &value, const std::string &json) { edits_.push_back({value.byte, end_of(value), json}); }
  /// Adds a member at the start of an object, laid out as the one that is there.
  void add_first(const JsonValue &object, const std::string &member);
  /// Adds a member behind another.
  void add_behind(const JsonMember &anchor, const std::string &member);
  /// The text with all edits.
  std::string result();

 private:
  struct Edit {
    size_t from;
    size_t to;
    std::string text;
  };

  /// Behind the value's last character.
  size_t end_of(const JsonValue &value) const;

  const std::string &text_;
  std::vector<Edit> edits_;
};

}  // namespace codeglot
#endif
