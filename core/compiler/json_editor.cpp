// See json_editor.h.
#include "core/compiler/json_editor.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

/// Escapes for what is there but not seen, in UTF-8.
constexpr const char *invisible[][2] = {
    {"\xD8\x9C", "\\u061c"},     {"\xE2\x80\x8B", "\\u200b"}, {"\xE2\x80\x8E", "\\u200e"}, {"\xE2\x80\x8F", "\\u200f"},
    {"\xE2\x80\xA8", "\\u2028"}, {"\xE2\x80\xA9", "\\u2029"}, {"\xE2\x80\xAA", "\\u202a"}, {"\xE2\x80\xAB", "\\u202b"},
    {"\xE2\x80\xAC", "\\u202c"}, {"\xE2\x80\xAD", "\\u202d"}, {"\xE2\x80\xAE", "\\u202e"}, {"\xE2\x81\xA6", "\\u2066"},
    {"\xE2\x81\xA7", "\\u2067"}, {"\xE2\x81\xA8", "\\u2068"}, {"\xE2\x81\xA9", "\\u2069"}, {"\xEF\xBB\xBF", "\\ufeff"},
    {"\xEF\xBF\xBE", "\\ufffe"}, {"\xEF\xBF\xBF", "\\uffff"}, {"\x7F", "\\u007f"},
};

}  // namespace

std::string json_string(const std::string &text) {
  const std::string json = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  std::string result;
  for (size_t at = 0; at < json.size();) {
    const auto *const found = std::find_if(std::begin(invisible), std::end(invisible), [&](const auto &pair) {
      return json.compare(at, std::char_traits<char>::length(pair[0]), pair[0]) == 0;
    });
    if (found == std::end(invisible)) {
      result += json[at++];
    } else {
      result += (*found)[1];
      at += std::char_traits<char>::length((*found)[0]);
    }
  }
  return result;
}

void JsonEditor::add_first(const JsonValue &object, const std::string &member) {
  const size_t from = object.byte + 1;
  const std::string space = text_.substr(from, text_.find_first_not_of(" \t\r\n", from) - from);
  const bool empty = object.members.empty();
  edits_.push_back(
      {from, from, (empty ? "" : space) + member + (empty ? "" : ",") + (empty || !space.empty() ? "" : " ")});
}

void JsonEditor::add_behind(const JsonMember &anchor, const std::string &member) {
  const size_t before = text_.find_last_not_of(" \t\r\n", anchor.byte - 1);
  const std::string space = text_.substr(before + 1, anchor.byte - before - 1);
  const size_t end = end_of(anchor.value);
  edits_.push_back({end, end, "," + (space.empty() ? " " : space) + member});
}

std::string JsonEditor::result() {
  std::stable_sort(edits_.begin(), edits_.end(),
                   [](const Edit &left, const Edit &right) { return left.from < right.from; });
  std::string result;
  size_t at = 0;
  for (const Edit &edit : edits_) {
    result += text_.substr(at, edit.from - at) + edit.text;
    at = edit.to;
  }
  return result + text_.substr(at);
}

size_t JsonEditor::end_of(const JsonValue &value) const {
  size_t at = value.byte;
  if (value.is(Kind::object) || value.is(Kind::array)) {
    // Behind what is last inside, the first closing bracket is its own.
    if (!value.members.empty()) {
      at = end_of(value.members.back().value);
    } else if (!value.items.empty()) {
      at = end_of(value.items.back());
    } else {
      ++at;
    }
    return text_.find(value.is(Kind::object) ? '}' : ']', at) + 1;
  }
  if (!value.is(Kind::string)) {
    return std::min(text_.find_first_of(" \t\r\n,]}", at), text_.size());
  }
  for (++at; text_[at] != '"';) {
    at += text_[at] == '\\' ? 2 : 1;
  }
  return at + 1;
}

}  // namespace codeglot
