// From a checked catalog to packs.
#ifndef CODEGLOT_COMPILER_COMPILE_H
#define CODEGLOT_COMPILER_COMPILE_H

#include <map>
#include <string>

#include "core/compiler/catalog.h"

namespace codeglot {

/// One pack for each locale of the catalog, by tag. Empty if the catalog has an error, or a code has no text anywhere.
std::map<std::string, std::string> compile(const Catalog &catalog, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
