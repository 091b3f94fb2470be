// Pseudo-locales, made of a locale's own messages, for tests before there is a translation. CLDR's conventions:
//   en-XA  letters with accents, a third longer, in brackets: what is not so is not in the catalog, what has no closing
//          bracket is cut off, what has two openings is put together of pieces;
//   ar-XB  each word between U+202E and U+202C, so that it reads from right to left, in a pack of that direction.
// Placeholders, '#', keys, escapes and markup stay byte for byte.
#ifndef CODEGLOT_COMPILER_PSEUDO_LOCALE_H
#define CODEGLOT_COMPILER_PSEUDO_LOCALE_H

#include <string>

#include "core/compiler/catalog.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/work.h"

namespace codeglot {

inline constexpr const char *accented_locale = "en-XA";
inline constexpr const char *mirrored_locale = "ar-XB";

/// Whether a tag is a pseudo-locale's (region XA or XB), which is for nobody who does not ask for exactly it.
bool is_pseudo_locale(const std::string &tag);

/// A message in disguise. `tag` is one of the two above.
std::string pseudo_message(const std::string &source, Format::Syntax syntax, const std::string &tag);

/// Lists both in a catalog whose files are listed, read or not yet, to be filled by disguise_locale. They follow the
/// plural rules and formats of their basis, so that its plurals have the branches that they need: `basis`, else "en", else
/// the default locale. A basis or files of these tags that cannot be used are errors; then nothing is listed.
void list_pseudo_locales(Catalog &catalog, const std::string &basis, Diagnostics &diagnostics);

/// Fills a listed pseudo-locale with what its basis, which is complete (catalog_reader.h), has or inherits. A message that
/// the basis lacks is left out, and one that does not fit the limits any more is an error. `rules` are the file's
/// locale_data. Throws Stopped.
void disguise_locale(const Catalog &catalog, const LocaleData &rules, LocaleFile &file, Diagnostics &diagnostics,
                     Work *work = nullptr);

}  // namespace codeglot
#endif
