// released.json in a catalog's folder: the numbers, names and arguments as they were last published. Clients that are out
// there know them, so they stay; texts may change.
#ifndef CODEGLOT_LINT_RELEASED_H
#define CODEGLOT_LINT_RELEASED_H

#include <string>

#include "core/compiler/catalog.h"

namespace codeglot {

/// released-code and released-arguments: what of `document`, a released.json, the catalog no longer keeps.
void check_released(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics);

/// The released.json of a catalog as it is now, a line for each code.
std::string write_released(const Catalog &catalog);

}  // namespace codeglot
#endif
