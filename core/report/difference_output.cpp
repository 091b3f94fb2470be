// See difference.h: a difference as text and as JSON.
#include <nlohmann/json.hpp>

#include "core/report/difference.h"

namespace codeglot {
namespace {

using nlohmann::ordered_json;

std::string place(const Position &position) {
  return position.file +
         (position.line > 0 ? ':' + std::to_string(position.line) + ':' + std::to_string(position.column) : "") + ": ";
}

/// On one line, whatever the text holds; controls that turn a terminal's line around are told by their number.
std::string quoted(const std::string &text) {
  std::string result = nlohmann::json(text).dump();
  for (const char *control :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    const std::string bytes = control;
    const unsigned code_point = (static_cast<unsigned char>(bytes[0]) & 0x0Fu) << 12 |
                                (static_cast<unsigned char>(bytes[1]) & 0x3Fu) << 6 |
                                (static_cast<unsigned char>(bytes[2]) & 0x3Fu);
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", code_point);
    for (size_t at = result.find(bytes); at != std::string::npos; at = result.find(bytes, at)) {
      result.replace(at, bytes.size(), escape);
    }
  }
  return result;
}

std::string section(const std::string &title, const std::vector<Change> &changes) {
  std::string text;
  for (const Change &change : changes) {
    text += "  " + place(change.position) + change.sentence + '\n';
  }
  return text.empty() ? "" : title + ":\n" + text;
}

ordered_json position_json(const Position &position) {
  ordered_json result = {{"file", position.file}};
  if (position.line > 0) {
    result["line"] = position.line;
    result["column"] = position.column;
  }
  return result;
}

ordered_json changes_json(const std::vector<Change> &changes) {
  ordered_json result = ordered_json::array();
  for (const Change &change : changes) {
    ordered_json item = position_json(change.position);
    item["message"] = change.sentence;
    result.push_back(std::move(item));
  }
  return result;
}

}  // namespace

std::string difference_text(const Difference &difference) {
  std::string text = section("Breaking", difference.breaking) + section("Added", difference.additions) +
                     section("Changed", difference.others);
  std::string locale;
  for (const TextChange &change : difference.texts) {
    if (change.locale != locale) {
      locale = change.locale;
      text += "Texts in " + locale + ":\n";
    }
    text += "  " + place(change.position) + change.name + '\n';
    text += change.before ? "    - " + quoted(*change.before) + '\n' : "";
    text += change.after ? "    + " + quoted(*change.after) + '\n' : "";
  }
  return text;
}

std::string difference_json(const Difference &difference) {
  ordered_json result;
  result["breaking"] = changes_json(difference.breaking);
  result["added"] = changes_json(difference.additions);
  result["changed"] = changes_json(difference.others);
  result["texts"] = ordered_json::array();
  for (const TextChange &change : difference.texts) {
    ordered_json item = {{"locale", change.locale}, {"name", change.name}};
    item.update(position_json(change.position));
    item["before"] = change.before ? ordered_json(*change.before) : ordered_json();
    item["after"] = change.after ? ordered_json(*change.after) : ordered_json();
    result["texts"].push_back(std::move(item));
  }
  return result.dump(2) + '\n';
}

}  // namespace codeglot
