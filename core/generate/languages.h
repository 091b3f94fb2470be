// The programming languages that constants are generated for, one file each; generate.cpp lists them.
#ifndef CODEGLOT_GENERATE_LANGUAGES_H
#define CODEGLOT_GENERATE_LANGUAGES_H

#include <string>

#include "core/compiler/catalog.h"

namespace codeglot {

/// Each gives the whole file, and finds the identifiers that collide.
std::string generate_c(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);
std::string generate_cpp(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);
std::string generate_java(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);
std::string generate_kotlin(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);
std::string generate_swift(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);
std::string generate_typescript(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);

/// Tables of all codes in all locales, for readers.
std::string generate_html(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);
std::string generate_markdown(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
