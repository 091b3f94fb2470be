// Says of each message of a catalog who formats it, the runtime or the ICU engine, and why.
#ifndef CODEGLOT_COMPILER_EXPLAIN_H
#define CODEGLOT_COMPILER_EXPLAIN_H

#include <string>

#include "core/compiler/catalog.h"

namespace codeglot {

/// "path:line:column: name: runtime: text" a message, or a line "…: icu: why" for each reason, at its place; then a
/// line "de: 54 by the runtime, 1 by the ICU engine" a locale. Messages with errors are left out.
std::string explain(const Catalog &catalog);

/// How many messages of all locales only the ICU engine can format.
size_t count_engine_messages(const Catalog &catalog);

}  // namespace codeglot
#endif
