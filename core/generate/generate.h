// Generated from codes.json and the messages: constants of the codes for programming languages, and tables for readers.
// The same catalog gives the same text, wherever it lies: no path, date or version is in it.
#ifndef CODEGLOT_GENERATE_GENERATE_H
#define CODEGLOT_GENERATE_GENERATE_H

#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

/// A form of output: what `codeglot generate --to` names.
struct GeneratedForm {
  std::string name;
  std::string (*default_file)(const Catalog &catalog);  // Name of the file that it usually is.
  bool messages;                                        // Needs the catalog's locales, not its codes alone.
  bool package;                                         // Java and Kotlin: can stand in a package.
  bool file_is_named;                                   // Java: no other file name is possible.
};

const std::vector<GeneratedForm> &generated_forms();

/// What is made of a checked catalog. `package` is Java's or Kotlin's, or empty. Codes that come to one identifier in this
/// form are errors, each with its place in codes.json; then the text is empty.
std::string generate(const GeneratedForm &form, const Catalog &catalog, const std::string &package,
                     Diagnostics &diagnostics);

}  // namespace codeglot
#endif
