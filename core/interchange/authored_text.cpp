// See authored_text.h.
#include "core/interchange/authored_text.h"

#include <nlohmann/json.hpp>

#include "core/compiler/json_editor.h"

namespace codeglot {
namespace {

using nlohmann::json;
using Kind = JsonValue::Kind;

}  // namespace

std::string write_authored(const AuthoredText &text) { return (text.mf2 ? "mf2 " : "mf1 ") + json_string(text.source); }

std::optional<AuthoredText> read_authored(const std::string &line) {
  const size_t from = line.find_first_not_of(" \t\r\n");
  if (from == std::string::npos || (line.compare(from, 4, "mf1 ") != 0 && line.compare(from, 4, "mf2 ") != 0)) {
    return std::nullopt;
  }
  const json value = json::parse(line.substr(from + 4), nullptr, false);
  if (!value.is_string()) {
    return std::nullopt;
  }
  return AuthoredText{line[from + 2] == '2', value.get<std::string>()};
}

std::string write_record(const ExportRecord &record) {
  std::string text = "{\n  \"codeglot-export\": 1,\n  \"locales\": {";
  const char *between = "\n";
  for (const auto &[locale, messages] : record) {
    text += between + ("    " + json_string(locale)) + ": {";
    between = ",\n";
    const char *inner = "\n";
    for (const auto &[name, message] : messages) {
      text += inner + ("      " + json_string(name)) + ": " + json_string(write_authored(message));
      inner = ",\n";
    }
    text += "\n    }";
  }
  return text + "\n  }\n}\n";
}

std::optional<ExportRecord> read_record(const std::string &path, std::string text, Diagnostics &diagnostics) {
  const std::optional<JsonDocument> document = JsonDocument::parse(path, std::move(text), diagnostics);
  if (!document) {
    return std::nullopt;
  }
  const JsonValue *locales = document->root().find("locales");
  if (document->root().find("codeglot-export") == nullptr || locales == nullptr) {
    diagnostics.error({path, 0, 0}, "this is no record of an export");
    return std::nullopt;
  }
  ExportRecord record;
  for (const JsonMember &locale : locales->members) {
    for (const JsonMember &message : locale.value.members) {
      const std::optional<AuthoredText> authored = read_authored(message.value.text);
      if (!authored) {
        diagnostics.error(document->position(message.value), "this is no message of a record of an export");
        return std::nullopt;
      }
      record[locale.name][message.name] = *authored;
    }
  }
  return record;
}

}  // namespace codeglot
