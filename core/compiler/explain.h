// Says of each message of a catalog who formats it, the runtime or the ICU engine, and why.
#ifndef CODEGLOT_COMPILER_EXPLAIN_H
#define CODEGLOT_COMPILER_EXPLAIN_H

#include <string>

#include "core/compiler/catalog.h"

namespace codeglot {

/// "path:line:column: name: runtime: text" a message, or a line "…: icu: why" for each reason, at its place; then a
/// line "de: 54 by the runtime, 1 by the ICU engine" a locale. Messages with errors are left out.
std::string explain(const Catalog &catalog);

/// The same of one locale.
struct Explanation {
  std::string lines;
  std::string summary;
};
Explanation explain(const Catalog &catalog, const LocaleFile &file);

/// How many messages of a file only the ICU engine can format.
size_t count_engine_messages(const LocaleFile &file);

}  // namespace codeglot
#endif
