// Which locale answers where one has no message.
#ifndef CODEGLOT_COMPILER_FALLBACK_H
#define CODEGLOT_COMPILER_FALLBACK_H

#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

/// The locales of the catalog that answer for one, in order: itself, its parents in CLDR, the default, the source. A
/// pseudo-locale's parents are its basis and the parents of that.
std::vector<const LocaleFile *> fallback_chain(const Catalog &catalog, const std::string &tag);

/// A message of a locale file, by the name of its code or as "$unknown-code" and "$unreadable-response"; null if it has none.
const LocaleMessage *find_message(const LocaleFile &file, const std::string &name);

/// The names of all messages that a locale can have: the codes' that are not retired, ascending by code, and the two of
/// no code behind them.
std::vector<std::string> message_names(const Catalog &catalog);

}  // namespace codeglot
#endif
