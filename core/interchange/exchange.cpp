// See exchange.h.
#include "core/interchange/exchange.h"

#include <algorithm>
#include <filesystem>

#include "core/compiler/locale_data.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

/// A string member, or an empty string.
std::string member_text(const JsonValue &object, const std::string &name) {
  const JsonValue *value = object.find(name);
  return value != nullptr && (value->is(Kind::string) || value->is(Kind::integer) || value->is(Kind::number))
             ? value->text
             : "";
}

ExchangeName read_name(const JsonValue &code, const CodeEntry &entry) {
  ExchangeName name{entry.name, entry.code, member_text(code, "note"), {}};
  const JsonValue *arguments = code.find("args");
  for (const Parameter &parameter : entry.parameters) {
    const JsonValue *said = arguments == nullptr ? nullptr : arguments->find(parameter.name);
    name.arguments.push_back({parameter.name, parameter.type, parameter.default_value.value_or(""),
                              said == nullptr ? "" : member_text(*said, "description")});
  }
  return name;
}

std::vector<ExchangeName> read_names(const Catalog &catalog, const JsonDocument &codes) {
  std::vector<ExchangeName> names = {
      {unknown_code_member,
       {},
       "Shown for a number that the catalog does not have.",
       {{"code", layout::Type::string, "", "The number, its digits printed as they are."}}},
      {unreadable_response_member, {}, "Shown when no return code can be read from the server's response.", {}}};
  std::map<std::string, const JsonValue *> said;
  for (const JsonValue &code : codes.root().find("codes")->items) {
    said[code.find("name")->text] = &code;  // The catalog has been read without errors.
  }
  for (const CodeEntry &entry : catalog.codes) {
    if (!entry.retired) {
      names.push_back(read_name(*said.at(entry.name), entry));
    }
  }
  return names;
}

ExchangeText read_text(const LocaleMessage &message) {
  ExchangeText text = codeglot::read_text({message.syntax != Format::Syntax::mf1, message.source});
  text.position = message.position;
  return text;
}

ExchangeLocale make_locale(const std::string &tag, const std::string &path) {
  const LocaleData data = LocaleData::load(tag);
  return {tag, path, data.cardinal.categories(), data.ordinal.categories(), {}};
}

ExchangeLocale read_locale(const LocaleFile &file) {
  ExchangeLocale locale = make_locale(file.tag, file.path);
  for (const auto &[name, message] : file.messages) {
    locale.texts[name] = read_text(message);
  }
  if (file.unknown_code) {
    locale.texts[unknown_code_member] = read_text(*file.unknown_code);
  }
  if (file.unreadable_response) {
    locale.texts[unreadable_response_member] = read_text(*file.unreadable_response);
  }
  // An empty message is one that waits for its text.
  std::erase_if(locale.texts, [](const auto &pair) { return pair.second.authored.source.empty(); });
  return locale;
}

template <typename Item>
const Item *find_by(const std::vector<Item> &items, const std::string &wanted, std::string Item::*member) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item &item) { return item.*member == wanted; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const ExchangeArgument *ExchangeName::argument(const std::string &wanted) const {
  return find_by(arguments, wanted, &ExchangeArgument::name);
}

const ExchangeArgument *ExchangeName::counted() const {
  const auto found = std::find_if(arguments.begin(), arguments.end(), [](const ExchangeArgument &argument) {
    return argument.type == layout::Type::number;
  });
  return found == arguments.end() ? nullptr : &*found;
}

const ExchangeText *ExchangeLocale::text(const std::string &name) const {
  const auto found = texts.find(name);
  return found == texts.end() ? nullptr : &found->second;
}

const ExchangeName *Exchange::name(const std::string &wanted) const {
  const auto found = index.find(wanted);
  return found == index.end() ? nullptr : &names[found->second];
}

const ExchangeLocale *Exchange::locale(const std::string &tag) const {
  return find_by(locales, tag, &ExchangeLocale::tag);
}

const ExchangeText *Exchange::reference(const std::string &name) const {
  for (const std::string &tag : {source_locale, default_locale}) {
    const ExchangeLocale *found = locale(tag);
    const ExchangeText *text = found == nullptr ? nullptr : found->text(name);
    if (text != nullptr) {
      return text;
    }
  }
  return nullptr;
}

std::string identifier_of(const std::string &name) {
  std::string identifier = name.starts_with("$") ? "codeglot_" + name.substr(1) : name;
  std::replace(identifier.begin(), identifier.end(), '-', '_');
  return identifier;
}

ExchangeText read_text(AuthoredText authored) {
  ExchangeText text;
  text.authored = std::move(authored);
  if (text.authored.mf2) {
    text.reason = "it is MessageFormat 2";
  } else {
    text.content = read_content(text.authored.source, text.reason);
    if (text.content && text.content->is_flat() && text.content->pieces.empty()) {
      text.content.reset();
      text.reason = "it prints nothing";
    }
  }
  return text;
}

ExchangeLocale empty_locale(const std::string &folder, const std::string &tag) {
  return make_locale(tag, (std::filesystem::path(folder) / (tag + ".json")).string());
}

std::optional<Exchange> read_exchange(const std::string &folder, Diagnostics &diagnostics) {
  Diagnostics found;
  const std::optional<Catalog> catalog = read_catalog(folder, found);
  for (const Diagnostic &diagnostic : found.all()) {
    if (diagnostic.severity == Severity::error) {  // What is only doubtful is codeglot check's to tell.
      diagnostics.error(diagnostic.position, diagnostic.message);
    }
  }
  if (!catalog || found.has_errors()) {
    return std::nullopt;
  }
  std::optional<std::string> text = read_file(catalog->path, diagnostics);
  const std::optional<JsonDocument> codes = text ? JsonDocument::parse(catalog->path, std::move(*text), found)
                                                 : std::nullopt;
  if (!codes) {
    return std::nullopt;
  }
  Exchange exchange;
  exchange.catalog_namespace = catalog->catalog_namespace;
  exchange.source_locale = catalog->source_locale;
  exchange.default_locale = catalog->default_locale;
  exchange.names = read_names(*catalog, *codes);
  exchange.functions = catalog->functions;
  for (const ExchangeName &name : exchange.names) {
    exchange.index.emplace(name.name, exchange.index.size());
  }
  for (const CodeEntry &entry : catalog->codes) {
    if (entry.retired) {
      exchange.retired.insert({entry.name, identifier_of(entry.name)});
    }
  }
  for (const LocaleFile &file : catalog->locales) {
    exchange.locales.push_back(read_locale(file));
  }
  return exchange;
}

}  // namespace codeglot
