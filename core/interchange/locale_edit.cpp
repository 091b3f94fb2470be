// See locale_edit.h.
#include "core/interchange/locale_edit.h"

#include <string_view>
#include <unordered_map>

#include "core/compiler/json_editor.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

std::string syntax_word(bool mf2) { return mf2 ? "\"mf2\"" : "\"mf1\""; }

/// A message's value in a file whose messages are of `file_mf2` if they do not say otherwise.
std::string message_json(const AuthoredText &text, bool file_mf2) {
  const std::string json = json_string(text.source);
  return text.mf2 == file_mf2 ? json : "{\"syntax\": " + syntax_word(text.mf2) + ", \"text\": " + json + "}";
}

void replace_message(JsonEditor &editor, const JsonValue &value, const AuthoredText &text, bool file_mf2) {
  const JsonValue *own_text = value.is(Kind::object) ? value.find("text") : nullptr;
  if (own_text == nullptr) {
    editor.replace(value, message_json(text, file_mf2));
    return;
  }
  editor.replace(*own_text, json_string(text.source));
  const JsonValue *syntax = value.find("syntax");
  const bool mf2 = syntax == nullptr ? file_mf2 : syntax->text == "mf2";
  if (mf2 == text.mf2) {
    return;
  }
  if (syntax != nullptr) {
    editor.replace(*syntax, syntax_word(text.mf2));
  } else {
    editor.add_first(value, "\"syntax\": " + syntax_word(text.mf2));
  }
}

/// What a first message stands behind: the last of what the file says of itself.
const JsonMember *last_of_head(const JsonValue &root) {
  const JsonMember *last = nullptr;
  for (const JsonMember &member : root.members) {
    if (!member.name.starts_with("$") || member.name == unknown_code_member ||
        member.name == unreadable_response_member) {
      break;
    }
    last = &member;
  }
  return last;
}

}  // namespace

std::string edit_locale_file(const JsonDocument &document, const Exchange &exchange,
                             const std::map<std::string, AuthoredText> &messages) {
  const JsonValue &root = document.root();
  const JsonValue *syntax = root.find("$syntax");
  const bool file_mf2 = syntax != nullptr && syntax->text == "mf2";
  JsonEditor editor(document);
  std::unordered_map<std::string_view, const JsonMember *> members;
  for (const JsonMember &member : root.members) {
    members.emplace(member.name, &member);
  }
  const JsonMember *anchor = last_of_head(root);
  std::string first;  // What there is nothing to stand behind for.
  for (const ExchangeName &name : exchange.names) {
    const auto there = members.find(name.name);
    const JsonMember *present = there == members.end() ? nullptr : there->second;
    anchor = present != nullptr ? present : anchor;
    const auto found = messages.find(name.name);
    if (found == messages.end()) {
      continue;
    }
    const std::string member = json_string(name.name) + ": " + message_json(found->second, file_mf2);
    if (present != nullptr) {
      replace_message(editor, present->value, found->second, file_mf2);
    } else if (anchor != nullptr) {
      editor.add_behind(*anchor, member);
    } else {
      first += (first.empty() ? "" : ", ") + member;
    }
  }
  if (!first.empty()) {
    editor.add_first(root, first);
  }
  return editor.result();
}

std::string fresh_locale_file(const std::string &tag) {
  return "{\n  \"$schema\": \"./schema/locale.schema.json\",\n  \"$locale\": " + json_string(tag) + "\n}\n";
}

}  // namespace codeglot
