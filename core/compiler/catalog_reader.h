// The two kinds of authoring files, read from their JSON; read_catalog (catalog.h) reads a folder of them.
#ifndef CODEGLOT_COMPILER_CATALOG_READER_H
#define CODEGLOT_COMPILER_CATALOG_READER_H

#include <optional>
#include <string>

#include "core/compiler/catalog.h"
#include "core/compiler/inheritance.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/work.h"

namespace codeglot {

/// A catalog without locales. Nothing if the document is no object.
std::optional<Catalog> read_codes(const JsonDocument &document, Diagnostics &diagnostics);

/// codes.json and, by tag, the locale files of a folder, which are not read yet. Nothing if there is no usable codes.json.
std::optional<Catalog> list_catalog(const std::string &folder, Diagnostics &diagnostics);

/// Reads one of the catalog's files, each message checked (message_check.h) and settled. False if the file is no JSON.
/// Throws Stopped if `work` is to end; it may be null.
bool load_locale(const Catalog &catalog, const LocaleData &locale, LocaleFile &file, Diagnostics &diagnostics,
                 Work *work = nullptr);

/// To be called when the files that the chain names have been read: takes over what parents have, and reports what is
/// missing then. Changes nothing but LocaleFile::inherited, so that files may be completed side by side.
void complete_locale(const Catalog &catalog, const LocaleChain &chain, const LocaleData &locale, LocaleFile &file,
                     Diagnostics &diagnostics, Work *work = nullptr);

/// The messages of one locale's document.
LocaleFile read_locale(const JsonDocument &document, const LocaleData &locale, const Catalog &catalog,
                       Diagnostics &diagnostics, Work *work = nullptr);

}  // namespace codeglot
#endif
