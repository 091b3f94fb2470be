// Fuzz target: the reader of authoring files' JSON. Every value that it gives has a place in the file.
#include "core/compiler/json_document.h"

#include "target.h"

namespace {

void walk(const codeglot::JsonDocument &document, const codeglot::JsonValue &value) {
  fuzz::require(document.position(value).line > 0, "a value has a line");
  if (value.is(codeglot::JsonValue::Kind::string)) {
    document.position_inside(value, value.text.size() / 2);
    document.position_inside(value, value.text.size() + 1);
  }
  for (const codeglot::JsonValue &item : value.items) {
    walk(document, item);
  }
  for (const codeglot::JsonMember &member : value.members) {
    document.position(member.byte);
    fuzz::require(value.find(member.name) != nullptr, "a member is found by its name");
    walk(document, member.value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  codeglot::Diagnostics diagnostics;
  const auto document = codeglot::JsonDocument::parse("file.json", fuzz::to_string(data, bytes), diagnostics);
  fuzz::require(document.has_value() || diagnostics.has_errors(), "a file without a document has an error");
  if (document) {
    walk(*document, document->root());
  }
  diagnostics.text();
  return 0;
}
