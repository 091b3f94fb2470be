// Computes, from ICU's LocaleMatcher, which readers' locales each locale of a catalog serves; the runtime's side is
// core/runtime/locale_choice.h.
#ifndef CODEGLOT_COMPILER_LOCALE_TABLE_H
#define CODEGLOT_COMPILER_LOCALE_TABLE_H

#include <map>
#include <string>
#include <vector>

namespace codeglot {

/// For each supported tag, the table that goes into its pack.
std::map<std::string, std::string> locale_tables(const std::vector<std::string> &supported);

/// The supported locale that ICU's LocaleMatcher gives a reader of `desired`, or the default; within one language, and
/// among Chinese locales, only of the reader's script. The reference for the tables.
std::string reference_choice(const std::string &desired, const std::vector<std::string> &supported,
                             const std::string &default_locale);

/// All language[-Script][-REGION] tags that the tables are computed for.
std::vector<std::string> known_tags(const std::vector<std::string> &supported);

}  // namespace codeglot
#endif
