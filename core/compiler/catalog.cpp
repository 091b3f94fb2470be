// See catalog.h.
#include "core/compiler/catalog.h"

#include <algorithm>
#include <array>

namespace codeglot {

const CodeEntry *Catalog::find(const std::string &name) const {
  const auto found = index_by_name_.find(name);
  return found == index_by_name_.end() ? nullptr : &codes[found->second];
}

const CodeEntry *Catalog::find(int32_t code) const {
  const auto found = std::lower_bound(codes.begin(), codes.end(), code,
                                      [](const CodeEntry &entry, int32_t wanted) { return entry.code < wanted; });
  return found == codes.end() || found->code != code ? nullptr : &*found;
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

void Catalog::index_names() {
  index_by_name_.clear();
  for (size_t index = 0; index < codes.size(); ++index) {
    index_by_name_.emplace(codes[index].name, index);
  }
}

const LocaleMessage *LocaleFile::find(const std::string &name) const {
  if (name == unknown_code_member) {
    return unknown_code ? &*unknown_code : nullptr;
  }
  if (name == unreadable_response_member) {
    return unreadable_response ? &*unreadable_response : nullptr;
  }
  const auto found = messages.find(name);
  return found == messages.end() ? nullptr : &found->second;
}

const LocaleMessage *LocaleFile::find_or_inherited(const std::string &name) const {
  if (const LocaleMessage *own = find(name)) {
    return own;
  }
  const auto found = inherited.find(name);
  return found == inherited.end() ? nullptr : &found->second;
}

bool is_reserved_file(const std::string &name) {
  constexpr std::array names{"codes.json",    "check.json",    "glossary.json",
                             "released.json", "baseline.json", "manifest.json"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Parameter> parameters_of_member(const Catalog &catalog, const std::string &name) {
  if (name == unknown_code_member) {
    return {{"code", layout::Type::string, {}}};
  }
  const CodeEntry *entry = catalog.find(name);
  return entry == nullptr ? std::vector<Parameter>{} : entry->parameters;
}

std::vector<std::string> message_names(const Catalog &catalog) {
  std::vector<std::string> names;
  for (const CodeEntry &entry : catalog.codes) {
    if (!entry.retired) {
      names.push_back(entry.name);
    }
  }
  names.emplace_back(unknown_code_member);
  names.emplace_back(unreadable_response_member);
  return names;
}

}  // namespace codeglot
