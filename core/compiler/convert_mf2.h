// Turns a catalog of MessageFormat 1 into one of MessageFormat 2. Only messages and what says their syntax are changed in
// a file: members, their order, comments, notes and white space stay as they are.
#ifndef CODEGLOT_COMPILER_CONVERT_MF2_H
#define CODEGLOT_COMPILER_CONVERT_MF2_H

#include <map>
#include <string>

#include "core/compiler/diagnostics.h"

namespace codeglot {

struct CatalogConversion {
  std::map<std::string, std::string> files;  // The name of each locale file, and its new text.
  size_t converted = 0;
  size_t already = 0;  // Messages that were MessageFormat 2.
  size_t kept = 0;     // Messages that stay MessageFormat 1.
};

/// Converts what prints the same in both; a warning says of each other message why it stays. A file says "$bidi": "none"
/// then, as MessageFormat 1 isolates nothing, unless it has messages of MessageFormat 2 that are isolated. A catalog with
/// errors gives no files.
CatalogConversion convert_to_mf2(const std::string &folder, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
