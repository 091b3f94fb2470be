// The rules that need the whole catalog, its glossary and what was published. What the reading of files finds is in
// core/compiler; core/lint/check.h joins both.
#ifndef CODEGLOT_LINT_LINT_H
#define CODEGLOT_LINT_LINT_H

#include "core/compiler/catalog.h"
#include "core/lint/glossary.h"
#include "core/lint/settings.h"

namespace codeglot {

/// Checks each message of each locale file, which are read again for the places in them. `glossary` may be null.
void lint(const Catalog &catalog, const CheckSettings &settings, const Glossary *glossary, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
