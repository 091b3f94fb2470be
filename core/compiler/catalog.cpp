// See catalog.h.
#include "core/compiler/catalog.h"

#include <algorithm>
#include <array>

#include "core/compiler/locale_data.h"

namespace codeglot {
namespace {

void add_once(std::vector<const LocaleFile *> &chain, const LocaleFile *file) {
  if (file != nullptr && std::find(chain.begin(), chain.end(), file) == chain.end()) {
    chain.push_back(file);
  }
}

/// The file of a locale, or of another tag for the same: pt-BR is what CLDR means by pt.
const LocaleFile *equivalent_locale(const Catalog &catalog, const std::string &tag) {
  if (const LocaleFile *file = catalog.locale(tag)) {
    return file;
  }
  const std::string meant = likely_tag(tag);
  const auto found = std::find_if(catalog.locales.begin(), catalog.locales.end(), [&](const LocaleFile &file) {
    return file.tag.starts_with(tag + "-") && likely_tag(file.tag) == meant;
  });
  return found == catalog.locales.end() ? nullptr : &*found;
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

std::vector<const LocaleFile *> family_of(const Catalog &catalog, const std::string &tag) {
  std::vector<const LocaleFile *> chain;
  for (std::string ancestor = tag; !ancestor.empty(); ancestor = parent_locale(ancestor)) {
    add_once(chain, equivalent_locale(catalog, ancestor));
  }
  return chain;
}

std::vector<const LocaleFile *> answering_locales(const Catalog &catalog, const std::string &tag) {
  std::vector<const LocaleFile *> chain = family_of(catalog, tag);
  add_once(chain, catalog.locale(catalog.default_locale));
  add_once(chain, catalog.locale(catalog.source_locale));
  return chain;
}

bool is_reserved_file(const std::string &name) {
  constexpr std::array names{"codes.json", "check.json", "glossary.json", "released.json", "baseline.json"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Parameter> parameters_of_member(const Catalog &catalog, const std::string &name) {
  if (name == unknown_code_member) {
    return {{"code", layout::Type::string, {}}};
  }
  const CodeEntry *entry = catalog.find(name);
  return entry == nullptr ? std::vector<Parameter>{} : entry->parameters;
}

}  // namespace codeglot
