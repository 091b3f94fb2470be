// The rules that need the whole catalog, its glossary and what was published. What the reading of files finds is in
// core/compiler; core/lint/check.h joins both.
#ifndef CODEGLOT_LINT_LINT_H
#define CODEGLOT_LINT_LINT_H

#include "core/compiler/catalog.h"
#include "core/lint/glossary.h"
#include "core/lint/settings.h"

namespace codeglot {

/// Checks each message of a locale's own file, of which this is the document. Of the catalog's other files only the source's
/// and the default locale's are looked at. `glossary` may be null. Any number of threads.
void lint_document(const Catalog &catalog, const LocaleFile &file, const JsonDocument &document,
                   const CheckSettings &settings, const Glossary *glossary, Diagnostics &diagnostics);

/// The same; the file is read again for the places in it.
void lint_locale(const Catalog &catalog, const LocaleFile &file, const CheckSettings &settings,
                 const Glossary *glossary, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
