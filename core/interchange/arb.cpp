// Application Resource Bundles. Their texts are MessageFormat 1 by specification, so a message is what its author wrote.
// Keys are names as Dart can have them; what is said of a key, and what was exported, is in "@key".
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/compiler/json_document.h"
#include "core/interchange/authored_text.h"
#include "core/interchange/formats.h"

namespace codeglot {
namespace {

using Json = nlohmann::ordered_json;
using Kind = JsonValue::Kind;

constexpr const char *exported_member = "x-codeglot-exported";

/// Dart's getters begin with a small letter.
std::string key_of(const std::string &name) {
  std::string key = identifier_of(name);
  key[0] = key[0] >= 'A' && key[0] <= 'Z' ? static_cast<char>(key[0] - 'A' + 'a') : key[0];
  return key;
}

std::map<std::string, const ExchangeName *> names_by_key(const Exchange &exchange) {
  std::map<std::string, const ExchangeName *> names;
  for (const ExchangeName &name : exchange.names) {
    names.emplace(key_of(name.name), &name);
  }
  return names;
}

Json attributes(const ExchangeName &name, const ExchangeText &text) {
  Json result = Json::object();
  if (!name.note.empty()) {
    result["description"] = name.note;
  }
  for (const ExchangeArgument &argument : name.arguments) {
    Json &placeholder = result["placeholders"][argument.name] = Json::object();
    placeholder["type"] = argument.type == layout::Type::number ? "num"
                          : argument.type == layout::Type::date ? "DateTime"
                                                                : "String";
    if (!argument.default_value.empty()) {
      placeholder["example"] = argument.default_value;
    }
    if (!argument.description.empty()) {
      placeholder["description"] = argument.description;
    }
  }
  result[exported_member] = write_authored(text.authored);
  return result;
}

std::string write(const Exchange &exchange, const ExchangeLocale &locale, std::vector<Loss> &losses) {
  std::string tag = locale.tag;
  std::replace(tag.begin(), tag.end(), '-', '_');
  Json file = {{"@@locale", tag}};
  const std::map<std::string, const ExchangeName *> names = names_by_key(exchange);
  for (const ExchangeName &name : exchange.names) {
    const ExchangeText *text = locale.text(name.name);
    if (text == nullptr) {
      continue;
    }
    const std::string key = key_of(name.name);
    const ExchangeName &holder = *names.at(key);
    if (text->authored.mf2 || &holder != &name) {
      losses.push_back({Loss::Kind::left_out, locale.tag, name.name, text->position,
                        text->authored.mf2 ? "it is MessageFormat 2, and ARB has MessageFormat 1 only"
                                           : "its key in ARB, " + key + ", is that of \"" + holder.name + "\""});
      continue;
    }
    file[key] = text->authored.source;
    file["@" + key] = attributes(name, *text);
  }
  return file.dump(2) + "\n";
}

}  // namespace

ExportedFiles write_arb(const Exchange &exchange, const std::vector<std::string> &locales) {
  ExportedFiles exported;
  for (const std::string &tag : locales) {
    std::string name = exchange.catalog_namespace + "_" + tag;
    std::replace(name.begin(), name.end(), '-', '_');
    exported.files[name + ".arb"] = write(exchange, *exchange.locale(tag), exported.losses);
  }
  return exported;
}

std::vector<Incoming> read_arb(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics) {
  const std::optional<JsonDocument> document = JsonDocument::parse(file.path, file.text, diagnostics);
  if (!document) {
    return {};
  }
  const JsonValue &root = document->root();
  if (!root.is(Kind::object)) {
    diagnostics.error(document->position(root), "an ARB file must be an object of keys and messages");
    return {};
  }
  const JsonValue *named = root.find("@@locale");
  const std::string locale = settle_locale(file, named == nullptr ? "" : named->text,
                                           named == nullptr ? root.byte : named->byte, diagnostics);
  if (locale.empty()) {
    return {};
  }
  const std::map<std::string, const ExchangeName *> names = names_by_key(exchange);
  std::vector<Incoming> messages;
  for (const JsonMember &member : root.members) {
    if (member.name.starts_with("@")) {
      continue;
    }
    if (!member.value.is(Kind::string)) {
      diagnostics.error(document->position(member.value),
                        "a message must be a string, not " + kind_name(member.value.kind));
      continue;
    }
    const auto known = names.find(member.name);
    Incoming message;
    message.locale = locale;
    message.name = known == names.end() ? member.name : known->second->name;
    message.byte = member.byte;
    message.source.source = member.value.text;
    message.translated = !member.value.text.empty();
    const JsonValue *said = root.find("@" + member.name);
    const JsonValue *exported = said == nullptr ? nullptr : said->find(exported_member);
    if (exported != nullptr) {
      message.exported = read_authored(exported->text);
    }
    messages.push_back(std::move(message));
  }
  return messages;
}

}  // namespace codeglot
