// See fallback.h.
#include "core/compiler/fallback.h"

#include <algorithm>

#include "core/compiler/locale_data.h"

namespace codeglot {

std::vector<const LocaleFile *> fallback_chain(const Catalog &catalog, const std::string &tag) {
  std::vector<const LocaleFile *> chain;
  const auto add = [&](const std::string &candidate) {
    const LocaleFile *file = catalog.locale(candidate);
    if (file != nullptr && std::find(chain.begin(), chain.end(), file) == chain.end()) {
      chain.push_back(file);
    }
  };
  add(tag);
  const LocaleFile *own = catalog.locale(tag);
  const bool pseudo = own != nullptr && !own->basis.empty();
  for (std::string ancestor = pseudo ? own->basis : parent_locale(tag); !ancestor.empty();
       ancestor = parent_locale(ancestor)) {
    add(ancestor);
  }
  add(catalog.default_locale);
  add(catalog.source_locale);
  return chain;
}

const LocaleMessage *find_message(const LocaleFile &file, const std::string &name) {
  if (name == unknown_code_member) {
    return file.unknown_code ? &*file.unknown_code : nullptr;
  }
  if (name == unreadable_response_member) {
    return file.unreadable_response ? &*file.unreadable_response : nullptr;
  }
  const auto found = file.messages.find(name);
  return found == file.messages.end() ? nullptr : &found->second;
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
