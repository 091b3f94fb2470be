// Which readers' tags each locale of a catalog serves, for programs that must know it before they have the packs: read
// from the packs' own tables, by the runtime's own rule, and cut down to what a reader of them cannot conclude.
#ifndef CODEGLOT_COMPILER_SERVED_TAGS_H
#define CODEGLOT_COMPILER_SERVED_TAGS_H

#include <map>
#include <string>
#include <vector>

namespace codeglot {

/// Keys are language[-script][-region] in lower case, sorted. A tag that is no key is looked up again without its last
/// subtag, and so on, but not without its script, as in core/runtime/locale_choice.h.
struct ServedTags {
  std::map<std::string, std::vector<std::string>> by_locale;
  std::vector<std::string> by_none;  // Where a shorter key would say that a locale serves them.
};

/// For packs that are loaded together: the locale table of each, by tag.
ServedTags served_tags(const std::map<std::string, std::string> &locale_tables);

}  // namespace codeglot
#endif
