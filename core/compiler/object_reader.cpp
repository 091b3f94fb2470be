// See object_reader.h.
#include "core/compiler/object_reader.h"

#include <algorithm>

namespace codeglot {

const JsonValue *ObjectReader::optional(const std::string &name, JsonValue::Kind kind) {
  known_.push_back(name);
  const JsonValue *value = object_.find(name);
  if (value != nullptr && !value->is(kind)) {
    diagnostics_.error(document_.position(*value),
                       "\"" + name + "\" must be " + kind_name(kind) + ", not " + kind_name(value->kind));
    return nullptr;
  }
  return value;
}

const JsonValue *ObjectReader::required(const std::string &name, JsonValue::Kind kind) {
  const bool absent = object_.find(name) == nullptr;
  const JsonValue *value = optional(name, kind);
  if (absent) {
    diagnostics_.error(document_.position(object_), "\"" + name + "\" is missing here; it must be " + kind_name(kind));
  }
  return value;
}

std::string ObjectReader::text(const std::string &name) {
  const JsonValue *value = required(name, JsonValue::Kind::string);
  return value == nullptr ? "" : value->text;
}

void ObjectReader::ignore(std::initializer_list<const char *> names) {
  known_.insert(known_.end(), names.begin(), names.end());
}

void ObjectReader::report_unknown() {
  for (const JsonMember &member : object_.members) {
    if (std::find(known_.begin(), known_.end(), member.name) == known_.end() && !member.name.starts_with("$")) {
      diagnostics_.error(document_.position(member.byte),
                         "\"" + member.name + "\" means nothing here: remove it or check its spelling");
    }
  }
}

}  // namespace codeglot
