// See import_edn.h.
#include "core/compiler/import_edn.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "core/compiler/catalog.h"
#include "core/compiler/edn_reader.h"
#include "core/compiler/lone_message.h"

namespace codeglot {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// An existing file's JSON, or `fresh` if there is none.
Json load(const std::string &path, Json fresh, Diagnostics &diagnostics) {
  if (!fs::exists(path)) {
    return fresh;
  }
  std::optional<std::string> text = read_file(path, diagnostics);
  if (!text || !JsonDocument::parse(path, *text, diagnostics)) {
    return fresh;
  }
  return Json::parse(text->substr(text->starts_with("\xEF\xBB\xBF") ? 3 : 0));
}

/// What a message prints when no argument is given.
std::string text_without_arguments(const LocaleMessage &message, const std::vector<Parameter> &parameters,
                                   const LocaleData &data) {
  return message.tree ? LoneMessage(*message.tree, data, parameters).run({}).text : "";
}

const LocaleMessage *find_message(const LocaleFile *locale, const std::string &name) {
  if (locale == nullptr) {
    return nullptr;
  }
  const auto found = locale->messages.find(name);
  return found == locale->messages.end() ? nullptr : &found->second;
}

}  // namespace

std::string quote_mf1(const std::string &text) {
  std::string result;
  bool quoted = false;
  for (const char c : text) {
    const bool brace = c == '{' || c == '}';
    // A quote stays open from brace to brace: closed and opened again, its two apostrophes would be one of text.
    if (c != '\'' && brace != quoted) {
      result += '\'';
      quoted = brace;
    }
    result += c;
    if (c == '\'') {
      result += c;
    }
  }
  return quoted ? result + '\'' : result;
}

ImportResult import_edn(const ImportOptions &options, Diagnostics &diagnostics) {
  ImportResult result;
  const std::optional<std::string> text = read_file(options.file, diagnostics);
  if (!text) {
    return result;
  }
  const std::vector<EdnCode> table = read_edn_codes(options.file, *text, diagnostics);
  const std::string codes_path = (fs::path(options.folder) / "codes.json").string();
  const std::string locale_path = (fs::path(options.folder) / (options.locale + ".json")).string();
  std::optional<Catalog> present;
  if (fs::exists(codes_path)) {
    present = read_catalog(options.folder, diagnostics);
  }
  if (diagnostics.has_errors()) {
    return result;
  }
  const std::string name = options.catalog_namespace.empty() ? fs::path(options.file).stem().string()
                                                             : options.catalog_namespace;
  Json codes = load(codes_path,
                    Json{{"$schema", "./schema/codes.schema.json"},
                         {"namespace", name},
                         {"sourceLocale", options.locale},
                         {"defaultLocale", options.locale},
                         {"transports", Json::object()},
                         {"codes", Json::array()}},
                    diagnostics);
  Json messages = load(locale_path, Json{{"$schema", "./schema/locale.schema.json"}, {"$locale", options.locale}},
                       diagnostics);
  const LocaleFile *locale = present ? present->locale(options.locale) : nullptr;
  const LocaleData data = LocaleData::load(options.locale);

  result.codes = table.size();
  bool codes_changed = !present;
  bool messages_changed = locale == nullptr;
  std::set<std::string> in_table;
  for (const EdnCode &entry : table) {
    in_table.insert(entry.name);
    const CodeEntry *known = present ? present->find(entry.name) : nullptr;
    if (known != nullptr && known->code != entry.code) {
      diagnostics.error(entry.position, "\"" + entry.name + "\" is " + std::to_string(entry.code) + " here and " +
                                            std::to_string(known->code) +
                                            " in codes.json: a published number must not change");
      continue;
    }
    const CodeEntry *holder = present ? present->find(entry.code) : nullptr;
    if (known == nullptr && holder != nullptr) {
      diagnostics.error(entry.position, "code " + std::to_string(entry.code) + " is \"" + entry.name +
                                            "\" here and \"" + holder->name +
                                            "\" in codes.json: a published number keeps its name");
      continue;
    }
    if (!is_code_name(entry.name)) {
      diagnostics.error(entry.position,
                        "\"" + entry.name +
                            "\" cannot be a name in codes.json: it must begin with a letter and have letters, "
                            "digits, '-' and '_' only, 64 at most");
      continue;
    }
    if (known == nullptr) {
      codes["codes"].push_back(Json{{"code", entry.code}, {"name", entry.name}});
      codes_changed = true;
      ++result.added_codes;
    }
    if (!entry.text) {
      continue;
    }
    const LocaleMessage *message = find_message(locale, entry.name);
    if (message == nullptr && messages.contains(entry.name)) {
      ++result.kept_texts;  // Written before there was a code of this name, or for a retired one: its author's to mend.
    } else if (message == nullptr) {
      messages[entry.name] = quote_mf1(*entry.text);
      messages_changed = true;
      ++result.added_texts;
    } else if (const std::string shown = text_without_arguments(*message, known->parameters, data);
               shown != *entry.text) {
      diagnostics.error(entry.position, "the table says \"" + *entry.text + "\", " + locale_path + " prints \"" +
                                            shown + "\": correct one of the two");
    } else {
      ++result.kept_texts;
    }
  }
  if (present) {
    for (const CodeEntry &entry : present->codes) {
      if (!entry.retired && in_table.find(entry.name) == in_table.end()) {
        diagnostics.warning(
            entry.position,
            "\"" + entry.name + "\" is not in the table: mark it \"retired\" if the service no longer returns it");
      }
    }
  }
  std::stable_sort(codes["codes"].begin(), codes["codes"].end(),
                   [](const Json &left, const Json &right) { return left["code"] < right["code"]; });
  if (diagnostics.has_errors()) {
    return result;
  }
  if (codes_changed) {
    result.files[codes_path] = codes.dump(2) + "\n";
  }
  if (messages_changed) {
    result.files[locale_path] = messages.dump(2) + "\n";
  }
  return result;
}

}  // namespace codeglot
