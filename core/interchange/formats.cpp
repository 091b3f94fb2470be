// See formats.h.
#include "core/interchange/formats.h"

#include <algorithm>

#include "core/compiler/locale_data.h"

namespace codeglot {

const std::vector<ExchangeFormat> &exchange_formats() {
  static const std::vector<ExchangeFormat> formats = {
      {"xliff2", ".xlf", true, true, write_xliff2, read_xliff2},
      {"xliff1", ".xlf", true, true, write_xliff1, read_xliff1},
      {"po", ".po", false, true, write_po, read_po},
      {"arb", ".arb", false, true, write_arb, read_arb},
      {"android", ".xml", true, false, write_android, read_android},
      {"xcstrings", ".xcstrings", false, false, write_xcstrings, read_xcstrings},
      {"i18next", ".json", false, false, write_i18next, read_i18next},
      {"csv", ".csv", false, false, write_csv, read_csv},
  };
  return formats;
}

const ExchangeFormat *exchange_format(const std::string &name) {
  const auto found = std::find_if(exchange_formats().begin(), exchange_formats().end(),
                                  [&](const ExchangeFormat &format) { return format.name == name; });
  return found == exchange_formats().end() ? nullptr : &*found;
}

std::string argument_note(const ExchangeArgument &argument) {
  const char *const type = argument.type == layout::Type::number ? "number"
                           : argument.type == layout::Type::date ? "date"
                                                                 : "string";
  return "{" + argument.name + "}: " + type + "." + (argument.description.empty() ? "" : " " + argument.description) +
         (argument.default_value.empty() ? "" : " Default: " + argument.default_value);
}

std::string full_note(const ExchangeName &name) {
  std::string note = name.note;
  for (const ExchangeArgument &argument : name.arguments) {
    note += (note.empty() ? "" : "\n") + argument_note(argument);
  }
  return note;
}

std::string settle_locale(const IncomingFile &file, const std::string &named, size_t byte, Diagnostics &diagnostics) {
  std::string dashed = named;  // Many tools write pt_BR.
  std::replace(dashed.begin(), dashed.end(), '_', '-');
  const std::string tag = canonical_tag(dashed);
  if (!named.empty() && tag.empty()) {
    diagnostics.error(file.position(byte), "\"" + named + "\" is no locale tag of BCP 47");
  } else if (tag.empty() && file.locale.empty()) {
    diagnostics.error(file.position(byte), "nothing says which locale this file is in: pass --locale");
  } else if (!tag.empty() && !file.locale.empty() && tag != file.locale) {
    diagnostics.error(file.position(byte), "the file is in " + tag + ", not in " + file.locale + ", as --locale says");
  } else {
    return tag.empty() ? file.locale : tag;
  }
  return "";
}

std::map<std::string, const ExchangeName *> names_by_identifier(const Exchange &exchange) {
  std::map<std::string, const ExchangeName *> names;
  for (const ExchangeName &name : exchange.names) {
    names.emplace(identifier_of(name.name), &name);
  }
  return names;
}

}  // namespace codeglot
