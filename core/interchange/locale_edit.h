// New messages in a locale file; all else in it stays as it is.
#ifndef CODEGLOT_INTERCHANGE_LOCALE_EDIT_H
#define CODEGLOT_INTERCHANGE_LOCALE_EDIT_H

#include <map>
#include <string>

#include "core/interchange/exchange.h"

namespace codeglot {

/// The file's new text. A message that is new stands behind the one before it in `exchange`'s order.
std::string edit_locale_file(const JsonDocument &document, const Exchange &exchange,
                             const std::map<std::string, AuthoredText> &messages);

/// The text of a locale file without messages.
std::string fresh_locale_file(const std::string &tag);

}  // namespace codeglot
#endif
