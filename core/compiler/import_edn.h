// Brings a service's EDN table into a catalog folder: makes codes.json and the source locale's file, or adds to those
// that are there. What authors have written since (arguments, notes, patterns that still give the table's text) stays.
#ifndef CODEGLOT_COMPILER_IMPORT_EDN_H
#define CODEGLOT_COMPILER_IMPORT_EDN_H

#include <map>
#include <string>

#include "core/compiler/diagnostics.h"

namespace codeglot {

struct ImportOptions {
  std::string file;
  std::string folder = "locales";
  std::string locale = "zh-Hans";
  std::string catalog_namespace;  // For a new codes.json; the file's name if empty.
};

struct ImportResult {
  std::map<std::string, std::string> files;  // path → new contents, only those that change
  size_t codes = 0;                          // in the table
  size_t added_codes = 0;
  size_t added_texts = 0;
  size_t kept_texts = 0;  // already there and equal when no argument is given
};

/// Works out the new files, and writes none. A table that contradicts the catalog is an error for each contradiction.
ImportResult import_edn(const ImportOptions &options, Diagnostics &diagnostics);

/// A plain text as an MF1 pattern that prints it.
std::string quote_mf1(const std::string &text);

}  // namespace codeglot
#endif
