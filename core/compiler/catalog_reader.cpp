// Reads codes.json and the locale files into a Catalog; see catalog.h. What a message says is checked in message_check.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

#include "codeglot/limits.h"
#include "core/compiler/catalog.h"
#include "core/compiler/message_check.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

constexpr size_t statuses_most = 255;  // A pack counts them in a byte.

bool is_identifier(const std::string &text, bool dashes) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && text.size() <= 64 && (letter(text[0]) || (!dashes && text[0] == '_')) &&
         std::all_of(text.begin(), text.end(),
                     [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '_' || (dashes && c == '-'); });
}

/// "shop:price"
bool is_function_name(const std::string &text) {
  const size_t colon = text.find(':');
  return colon != std::string::npos && is_identifier(text.substr(0, colon), true) &&
         is_identifier(text.substr(colon + 1), true);
}

/// Reads members of one object, and reports those that are missing, of the wrong kind, or not known.
class ObjectReader {
 public:
  ObjectReader(const JsonDocument &document, const JsonValue &object, Diagnostics &diagnostics)
      : document_(document), object_(object), diagnostics_(diagnostics) {}

  const JsonValue *optional(const std::string &name, Kind kind) {
    known_.push_back(name);
    const JsonValue *value = object_.find(name);
    if (value != nullptr && !value->is(kind)) {
      diagnostics_.error(document_.position(*value),
                         "\"" + name + "\" must be " + kind_name(kind) + ", not " + kind_name(value->kind));
      return nullptr;
    }
    return value;
  }

  const JsonValue *required(const std::string &name, Kind kind) {
    const bool absent = object_.find(name) == nullptr;
    const JsonValue *value = optional(name, kind);
    if (absent) {
      diagnostics_.error(document_.position(object_),
                         "\"" + name + "\" is missing here; it must be " + kind_name(kind));
    }
    return value;
  }

  std::string text(const std::string &name) {
    const JsonValue *value = required(name, Kind::string);
    return value == nullptr ? "" : value->text;
  }

  void ignore(std::initializer_list<const char *> names) { known_.insert(known_.end(), names.begin(), names.end()); }

  void report_unknown() {
    for (const JsonMember &member : object_.members) {
      if (std::find(known_.begin(), known_.end(), member.name) == known_.end() && !member.name.starts_with("$")) {
        diagnostics_.error(document_.position(member.byte),
                           "\"" + member.name + "\" means nothing here: remove it or check its spelling");
      }
    }
  }

 private:
  const JsonDocument &document_;
  const JsonValue &object_;
  Diagnostics &diagnostics_;
  std::vector<std::string> known_;
};

/// Reads codes.json.
class CodesReader {
 public:
  CodesReader(const JsonDocument &document, Diagnostics &diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  std::optional<Catalog> read() {
    if (!document_.root().is(Kind::object)) {
      diagnostics_.error(document_.position(document_.root()), "codes.json must be an object");
      return std::nullopt;
    }
    ObjectReader reader(document_, document_.root(), diagnostics_);
    catalog_.path = document_.file();
    catalog_.catalog_namespace = reader.text("namespace");
    catalog_.source_locale = locale_tag(reader.required("sourceLocale", Kind::string));
    catalog_.default_locale = locale_tag(reader.required("defaultLocale", Kind::string));
    if (const JsonValue *codes = reader.required("codes", Kind::array)) {
      for (const JsonValue &entry : codes->items) {
        read_code(entry);
      }
    }
    if (const JsonValue *transports = reader.optional("transports", Kind::object)) {
      for (const JsonMember &member : transports->members) {
        read_transport(member);
      }
    }
    if (const JsonValue *functions = reader.optional("functions", Kind::array)) {
      for (const JsonValue &name : functions->items) {
        read_function(name);
      }
    }
    reader.report_unknown();
    std::stable_sort(catalog_.codes.begin(), catalog_.codes.end(),
                     [](const CodeEntry &left, const CodeEntry &right) { return left.code < right.code; });
    report_duplicates();
    for (const Transport &transport : catalog_.transports) {
      check_transport(transport);
    }
    return std::move(catalog_);
  }

 private:
  std::string locale_tag(const JsonValue *value) {
    if (value == nullptr) {
      return "";
    }
    if (canonical_tag(value->text) != value->text) {
      diagnostics_.error(document_.position(*value),
                         "\"" + value->text + "\" is no canonical BCP 47 locale tag, such as \"en\" or \"zh-Hant\"");
    }
    return value->text;
  }

  void read_code(const JsonValue &value) {
    if (!value.is(Kind::object)) {
      diagnostics_.error(document_.position(value), "each code must be an object, not " + kind_name(value.kind));
      return;
    }
    ObjectReader reader(document_, value, diagnostics_);
    CodeEntry entry;
    entry.position = document_.position(value);
    bool usable = true;
    if (const JsonValue *code = reader.required("code", Kind::integer)) {
      usable = code->integer >= std::numeric_limits<int32_t>::min() &&
               code->integer <= std::numeric_limits<int32_t>::max();
      entry.code = static_cast<int32_t>(usable ? code->integer : 0);
      entry.position = document_.position(*code);
      if (!usable) {
        diagnostics_.error(entry.position, "a code must be a 32-bit integer, from -2147483648 to 2147483647");
      }
    } else {
      usable = false;
    }
    if (const JsonValue *name = reader.required("name", Kind::string)) {
      entry.name = name->text;
      if (!is_code_name(entry.name)) {
        diagnostics_.error(document_.position(*name),
                           "a name must begin with a letter and have letters, digits, '-' and '_' only, 64 at most");
        usable = false;
      }
    } else {
      usable = false;
    }
    if (const JsonValue *retired = reader.optional("retired", Kind::boolean)) {
      entry.retired = retired->boolean;
    }
    if (const JsonValue *arguments = reader.optional("args", Kind::object)) {
      for (const JsonMember &member : arguments->members) {
        read_parameter(member, entry);
      }
    }
    reader.ignore({"category", "severity", "retryable", "action", "note"});
    reader.report_unknown();
    if (usable) {
      catalog_.codes.push_back(std::move(entry));
    }
  }

  void read_parameter(const JsonMember &member, CodeEntry &entry) {
    if (!is_identifier(member.name, false)) {
      diagnostics_.error(document_.position(member.byte),
                         "an argument's name must begin with a letter or '_' and have letters, digits and '_' only");
      return;
    }
    if (!member.value.is(Kind::object)) {
      diagnostics_.error(document_.position(member.value), "an argument must be an object with a \"type\"");
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    Parameter parameter;
    parameter.name = member.name;
    const JsonValue *type = reader.required("type", Kind::string);
    if (type == nullptr) {
      return;
    }
    if (type->text == "string" || type->text == "number" || type->text == "date") {
      parameter.type = type->text == "string"   ? layout::Type::string
                       : type->text == "number" ? layout::Type::number
                                                : layout::Type::date;
    } else {
      diagnostics_.error(document_.position(*type),
                         "an argument's type must be \"string\", \"number\" or \"date\", not \"" + type->text + "\"");
      return;
    }
    reader.ignore({"description", "default"});
    if (const JsonValue *value = member.value.find("default")) {
      const bool number = value->is(Kind::integer) || value->is(Kind::number);
      if (parameter.type == layout::Type::date) {
        diagnostics_.error(document_.position(*value), "a date has no default: leave \"default\" out");
      } else if (number != (parameter.type == layout::Type::number) || (!number && !value->is(Kind::string))) {
        diagnostics_.error(document_.position(*value), "the default of a " + type->text + " must be a " + type->text +
                                                           ", not " + kind_name(value->kind));
      } else {
        parameter.default_value = value->text;
      }
    }
    reader.report_unknown();
    entry.parameters.push_back(std::move(parameter));
  }

  void read_function(const JsonValue &value) {
    std::vector<std::string> &names = catalog_.functions;
    if (!value.is(Kind::string) || !is_function_name(value.text)) {
      diagnostics_.error(document_.position(value),
                         "a function of the application must be named by a namespace and a name, as in \"shop:price\"");
    } else if (std::find(names.begin(), names.end(), value.text) != names.end()) {
      diagnostics_.error(document_.position(value), "\"" + value.text + "\" stands here a second time");
    } else {
      names.push_back(value.text);
    }
  }

  void read_transport(const JsonMember &member) {
    if (!member.value.is(Kind::object)) {
      diagnostics_.error(document_.position(member.value), "a transport must be an object");
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    Transport transport;
    transport.name = member.name;
    transport.position = document_.position(member.byte);
    reader.ignore({"codeField"});
    if (const JsonValue *field = member.value.find("codeField");
        field != nullptr && (!field->is(Kind::string) || field->text != "code")) {
      diagnostics_.error(document_.position(*field), "the field that holds the return code must be \"code\"");
    }
    if (const JsonValue *read = reader.optional("readBodyOf", Kind::array)) {
      if (read->items.empty()) {
        diagnostics_.error(
            document_.position(*read),
            "\"readBodyOf\" names no status: name at least one, or leave it out for a transport without statuses");
      }
      for (const JsonValue &status : read->items) {
        if (!status.is(Kind::integer) || status.integer < 0 || status.integer > 999) {
          diagnostics_.error(document_.position(status), "a status must be an integer from 0 to 999");
          continue;
        }
        transport.read_body_of.push_back(static_cast<uint32_t>(status.integer));
      }
    }
    if (const JsonValue *statuses = reader.optional("statuses", Kind::object)) {
      for (const JsonMember &status : statuses->members) {
        if (status.name.empty() || status.name.size() > 3 ||
            status.name.find_first_not_of("0123456789") != std::string::npos || !status.value.is(Kind::string)) {
          diagnostics_.error(
              document_.position(status.byte),
              "expected a status and the name of the code that it means, as in \"403\": \"auth-failed\"");
          continue;
        }
        transport.statuses[static_cast<uint32_t>(std::stoul(status.name))] = status.value.text;
      }
    }
    reader.report_unknown();
    if (transport.read_body_of.size() > statuses_most || transport.statuses.size() > statuses_most) {
      diagnostics_.error(transport.position,
                         "a transport may name at most " + std::to_string(statuses_most) + " statuses");
    }
    catalog_.transports.push_back(std::move(transport));
  }

  void report_duplicates() {
    std::map<int32_t, const CodeEntry *> codes;
    std::map<std::string, const CodeEntry *> names;
    for (const CodeEntry &entry : catalog_.codes) {
      const auto [code, new_code] = codes.emplace(entry.code, &entry);
      if (!new_code) {
        const bool retired = code->second->retired || entry.retired;
        diagnostics_.error(entry.position, "code " + std::to_string(entry.code) +
                                               (retired ? " is retired and stays reserved for ever" : " is taken") +
                                               ": it belongs to \"" + code->second->name + "\" in line " +
                                               std::to_string(code->second->position.line) + "; give \"" + entry.name +
                                               "\" a number of its own");
      }
      const auto [name, new_name] = names.emplace(entry.name, &entry);
      if (!new_name) {
        diagnostics_.error(entry.position,
                           "the name \"" + entry.name + "\" is taken by code " + std::to_string(name->second->code));
      }
    }
  }

  void check_transport(const Transport &transport) {
    for (const auto &[status, name] : transport.statuses) {
      const CodeEntry *entry = catalog_.find(name);
      if (entry == nullptr || entry->retired) {
        diagnostics_.error(transport.position, "status " + std::to_string(status) + " of " + transport.name +
                                                   " means \"" + name + "\", which is no code of this catalog");
      }
    }
  }

  const JsonDocument &document_;
  Diagnostics &diagnostics_;
  Catalog catalog_;
};

/// Reads one locale file.
class LocaleReader {
 public:
  LocaleReader(const JsonDocument &document, const Catalog &catalog, const LocaleData &data, Diagnostics &diagnostics)
      : document_(document), catalog_(catalog), data_(data), diagnostics_(diagnostics) {}

  LocaleFile read(const std::string &tag) {
    LocaleFile file;
    file.tag = tag;
    file.path = document_.file();
    if (!document_.root().is(Kind::object)) {
      diagnostics_.error(document_.position(document_.root()), "a locale file must be an object of names and messages");
      return file;
    }
    if (const JsonValue *syntax = document_.root().find("$syntax")) {
      mf2_ = read_choice(*syntax, "$syntax", "mf1", "mf2");
    }
    if (const JsonValue *bidi = document_.root().find("$bidi")) {
      isolates_ = !read_choice(*bidi, "$bidi", "default", "none");
    }
    for (const JsonMember &member : document_.root().members) {
      read_member(member, file);
    }
    return file;
  }

 private:
  void read_member(const JsonMember &member, LocaleFile &file) {
    if (member.name == "$schema" || member.name == "$syntax" || member.name == "$bidi" || member.name == "$comment") {
      return;
    }
    if (member.name == "$locale") {
      if (!member.value.is(Kind::string) || member.value.text != file.tag) {
        diagnostics_.error(document_.position(member.value),
                           "\"$locale\" must be \"" + file.tag + "\", as the file is named");
      }
      return;
    }
    if (member.name == unknown_code_member) {
      file.unknown_code = read_message(member);
      return;
    }
    if (member.name == unreadable_response_member) {
      file.unreadable_response = read_message(member);
      return;
    }
    const CodeEntry *entry = catalog_.find(member.name);
    if (entry == nullptr) {
      diagnostics_.error(document_.position(member.byte),
                         "\"" + member.name + "\" is no code of codes.json: add it there, or correct the name");
      return;
    }
    if (entry->retired) {
      diagnostics_.warning(document_.position(member.byte),
                           "\"" + member.name + "\" is retired: its message is never shown");
      return;
    }
    file.messages[member.name] = read_message(member);
  }

  /// Whether a member is the second of two words; anything else is an error.
  bool read_choice(const JsonValue &value, const std::string &name, const std::string &first,
                   const std::string &second) {
    if (!value.is(Kind::string) || (value.text != first && value.text != second)) {
      diagnostics_.error(document_.position(value), "\"" + name + "\" must be \"" + first + "\" or \"" + second + "\"");
    }
    return value.is(Kind::string) && value.text == second;
  }

  LocaleMessage read_message(const JsonMember &member) {
    const JsonValue *text = &member.value;
    bool mf2 = mf2_;
    if (text->is(Kind::object)) {
      ObjectReader reader(document_, *text, diagnostics_);
      if (const JsonValue *syntax = reader.optional("syntax", Kind::string)) {
        mf2 = read_choice(*syntax, "syntax", "mf1", "mf2");
      }
      text = reader.required("text", Kind::string);
      reader.ignore({"note"});
      reader.report_unknown();
    } else if (!text->is(Kind::string)) {
      diagnostics_.error(document_.position(*text), "a message must be a string, not " + kind_name(text->kind));
      text = nullptr;
    }
    LocaleMessage message;
    message.position = document_.position(member.byte);
    if (text == nullptr) {
      return message;
    }
    message.source = text->text;
    message.syntax = !mf2        ? Format::Syntax::mf1
                     : isolates_ ? Format::Syntax::mf2
                                 : Format::Syntax::mf2_without_isolation;
    CheckedMessage checked = check_message(text->text, message.syntax, parameters_of_member(catalog_, member.name),
                                           data_, catalog_.functions);
    for (const MessageProblem &problem : checked.errors) {
      diagnostics_.error(document_.position_inside(*text, problem.byte), problem.message);
    }
    for (const MessageProblem &problem : checked.warnings) {
      diagnostics_.warning(document_.position_inside(*text, problem.byte), problem.message);
    }
    message.tree = std::move(checked.tree);
    if (message.tree) {
      for (const MessageProblem &reason : message.tree->reasons) {
        message.reasons.push_back({document_.position_inside(*text, reason.byte), reason.message});
      }
    }
    return message;
  }

  const JsonDocument &document_;
  const Catalog &catalog_;
  const LocaleData &data_;
  Diagnostics &diagnostics_;
  bool mf2_ = false;      // "$syntax"
  bool isolates_ = true;  // "$bidi"
};

void report_missing(const Catalog &catalog, const LocaleFile &file, Diagnostics &diagnostics) {
  const Position whole{file.path, 0, 0};
  for (const CodeEntry &entry : catalog.codes) {
    if (!entry.retired && file.messages.find(entry.name) == file.messages.end()) {
      diagnostics.warning(
          whole, "no message for \"" + entry.name + "\": a parent locale's, the default or the source will stand in");
    }
  }
  for (const auto &[message, name] : {std::pair(&file.unknown_code, unknown_code_member),
                                      std::pair(&file.unreadable_response, unreadable_response_member)}) {
    if (!*message) {
      diagnostics.warning(
          whole, std::string("no \"") + name + "\": a parent locale's, the default or the source will stand in");
    }
  }
}

}  // namespace

const CodeEntry *Catalog::find(const std::string &name) const {
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const CodeEntry &entry) { return entry.name == name; });
  return found == codes.end() ? nullptr : &*found;
}

const CodeEntry *Catalog::find(int32_t code) const {
  const auto found = std::find_if(codes.begin(), codes.end(),
                                  [&](const CodeEntry &entry) { return entry.code == code; });
  return found == codes.end() ? nullptr : &*found;
}

const LocaleFile *Catalog::locale(const std::string &tag) const {
  const auto found = std::find_if(locales.begin(), locales.end(),
                                  [&](const LocaleFile &file) { return file.tag == tag; });
  return found == locales.end() ? nullptr : &*found;
}

std::vector<Parameter> parameters_of_member(const Catalog &catalog, const std::string &name) {
  if (name == unknown_code_member) {
    return {{"code", layout::Type::string, {}}};
  }
  const CodeEntry *entry = catalog.find(name);
  return entry == nullptr ? std::vector<Parameter>{} : entry->parameters;
}

bool is_code_name(const std::string &name) { return is_identifier(name, true); }

std::optional<std::string> read_file(const std::string &path, Diagnostics &diagnostics) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) {
    text << file.rdbuf();
  }
  if (!file || std::filesystem::is_directory(path)) {
    diagnostics.error({path, 0, 0}, "cannot be read: check that the file exists and may be read");
    return std::nullopt;
  }
  return text.str();
}

std::optional<Catalog> read_catalog(const std::string &folder, Diagnostics &diagnostics) {
  namespace fs = std::filesystem;
  const std::string codes_path = (fs::path(folder) / "codes.json").string();
  std::optional<std::string> text = read_file(codes_path, diagnostics);
  std::optional<JsonDocument> codes = text ? JsonDocument::parse(codes_path, std::move(*text), diagnostics)
                                           : std::nullopt;
  std::optional<Catalog> catalog = codes ? CodesReader(*codes, diagnostics).read() : std::nullopt;
  if (!catalog) {
    return std::nullopt;
  }
  std::vector<fs::path> paths;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && entry.path().extension() == ".json" && name != "codes.json") {
      paths.push_back(entry.path());
    }
  }
  // By tag, not by file name, where "en-GB.json" comes before "en.json": of two equally near locales the first serves.
  std::sort(paths.begin(), paths.end(),
            [](const fs::path &left, const fs::path &right) { return left.stem() < right.stem(); });
  for (const fs::path &path : paths) {
    const std::string tag = path.stem().string();
    if (canonical_tag(tag) != tag || tag.size() > CG_MAX_LOCALE_TAG_BYTES) {
      const std::string meant = canonical_tag(tag);
      diagnostics.error({path.string(), 0, 0}, "\"" + tag + "\" is no canonical BCP 47 locale tag" +
                                                   (meant.empty() ? "" : ": rename the file to " + meant + ".json"));
      continue;
    }
    std::optional<std::string> locale_text = read_file(path.string(), diagnostics);
    const std::optional<JsonDocument> document = locale_text ? JsonDocument::parse(path.string(),
                                                                                   std::move(*locale_text), diagnostics)
                                                             : std::nullopt;
    if (document) {
      const LocaleData data = LocaleData::load(tag);
      catalog->locales.push_back(LocaleReader(*document, *catalog, data, diagnostics).read(tag));
      report_missing(*catalog, catalog->locales.back(), diagnostics);
    }
  }
  for (const auto &[tag, member] :
       {std::pair(&catalog->source_locale, "sourceLocale"), std::pair(&catalog->default_locale, "defaultLocale")}) {
    const fs::path path = fs::path(folder) / (*tag + ".json");
    if (!tag->empty() && !fs::exists(path)) {
      diagnostics.error({codes_path, 0, 0},
                        std::string("\"") + member + "\" is " + *tag + ", but there is no " + path.string());
    }
  }
  return catalog;
}

}  // namespace codeglot
