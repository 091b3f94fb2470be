// Locales by tag, never the host's own.
#ifndef CODEGLOT_ICU_ENGINE_ICU_LOCALE_H
#define CODEGLOT_ICU_ENGINE_ICU_LOCALE_H

#include <unicode/locid.h>

#include <string>

namespace codeglot {

/// The locale that a BCP 47 tag names, whether ICU has data of it or not; the root for what is no tag.
icu::Locale named_locale(const std::string &tag);

/// The locale to format in. A language that ICU has no data of becomes the root locale, as ICU itself would answer
/// with the host's default locale.
icu::Locale icu_locale(const std::string &tag);

/// Whether a branch of ICU's data ("icudt78l-rbnf"; null for the main one) has the locale or one of its parents; if not,
/// ICU would take the host's default locale.
bool has_data(const char *branch, const icu::Locale &locale);

}  // namespace codeglot
#endif
