// The two kinds of authoring files, read from their JSON; read_catalog (catalog.h) reads a folder of them.
#ifndef CODEGLOT_COMPILER_CATALOG_READER_H
#define CODEGLOT_COMPILER_CATALOG_READER_H

#include <optional>
#include <string>

#include "core/compiler/catalog.h"

namespace codeglot {

/// A catalog without locales. Nothing if the document is no object.
std::optional<Catalog> read_codes(const JsonDocument &document, Diagnostics &diagnostics);

/// The messages of one locale, each checked (message_check.h) and settled.
LocaleFile read_locale(const JsonDocument &document, const std::string &tag, const Catalog &catalog,
                       Diagnostics &diagnostics);

}  // namespace codeglot
#endif
