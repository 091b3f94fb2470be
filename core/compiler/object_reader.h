// ObjectReader: the members of one JSON object of an authoring file, with complaints about what is missing, of the wrong
// kind, or not known.
#ifndef CODEGLOT_COMPILER_OBJECT_READER_H
#define CODEGLOT_COMPILER_OBJECT_READER_H

#include <initializer_list>
#include <string>
#include <vector>

#include "core/compiler/diagnostics.h"
#include "core/compiler/json_document.h"

namespace codeglot {

class ObjectReader {
 public:
  ObjectReader(const JsonDocument &document, const JsonValue &object, Diagnostics &diagnostics)
      : document_(document), object_(object), diagnostics_(diagnostics) {}

  /// Null, with an error, if it is of another kind; null without one if it is not there.
  const JsonValue *optional(const std::string &name, JsonValue::Kind kind);
  /// Null, with an error, if it is not there or of another kind.
  const JsonValue *required(const std::string &name, JsonValue::Kind kind);
  /// A required string, empty if there is none.
  std::string text(const std::string &name);
  /// Members that others read, or nobody.
  void ignore(std::initializer_list<const char *> names);
  /// To be called last: members that were not asked for, unless their names begin with "$".
  void report_unknown();

 private:
  const JsonDocument &document_;
  const JsonValue &object_;
  Diagnostics &diagnostics_;
  std::vector<std::string> known_;
};

}  // namespace codeglot
#endif
