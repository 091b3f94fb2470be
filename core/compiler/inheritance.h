// Which locale files answer for a locale that lacks a message. Regional files hold only what differs from their parents:
// what they lack is the parent's text, checked again and formatted as the regional locale's own. After the parents come
// the default and the source locale, whose texts keep their own locale.
//
// Where CLDR's parent has no file, one that means the same stands for it: "pt" is what pt-BR is, and the parent of pt-PT.
#ifndef CODEGLOT_COMPILER_INHERITANCE_H
#define CODEGLOT_COMPILER_INHERITANCE_H

#include <string>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/work.h"

namespace codeglot {

/// The files point into the catalog that the chain was made of. Only their tags are looked at: they may be read later.
struct LocaleChain {
  std::vector<const LocaleFile *> parents;  // In the file's own language and script, nearest first.
  std::vector<const LocaleFile *> others;   // CLDR's other parents, the default, the source, where they are not above.
};

/// A pseudo-locale has no parents: its basis and that one's parents are the first of the others.
LocaleChain locale_chain(const Catalog &catalog, const std::string &tag);

/// The nearest of the chain's parents that has a message of this name, without an error in it, "$unknown-code" among
/// them; null if there is none. A locale that lacks a name which this has does not miss it.
const LocaleFile *inherited_from(const LocaleChain &chain, const std::string &name);

/// Fills LocaleFile::inherited from parents that have been read. A message that is not valid in this locale, for want of
/// a plural category, is left out, with a warning: then the parent answers as itself. Throws Stopped.
void inherit_messages(const Catalog &catalog, const LocaleChain &chain, const LocaleData &locale, LocaleFile &file,
                      Diagnostics &diagnostics, Work *work = nullptr);

}  // namespace codeglot
#endif
