// See catalog.h.
#include "core/compiler/catalog.h"

#include <algorithm>

namespace codeglot {

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

LocaleData locale_data(const LocaleFile &file) {
  return file.basis.empty() ? LocaleData::load(file.tag) : LocaleData::load(file.tag, file.basis);
}

const char *type_name(layout::Type type) {
  return type == layout::Type::string ? "string" : type == layout::Type::number ? "number" : "date";
}

std::vector<Parameter> parameters_of_member(const Catalog &catalog, const std::string &name) {
  if (name == unknown_code_member) {
    return {{"code", layout::Type::string, {}}};
  }
  const CodeEntry *entry = catalog.find(name);
  return entry == nullptr ? std::vector<Parameter>{} : entry->parameters;
}

}  // namespace codeglot
