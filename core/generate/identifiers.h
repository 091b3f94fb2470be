// Identifiers of programming languages for codes, whose names the service chose.
#ifndef CODEGLOT_GENERATE_IDENTIFIERS_H
#define CODEGLOT_GENERATE_IDENTIFIERS_H

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

enum class Spelling { upper_snake, snake, pascal, camel };

/// "account_len-invalid2", "AccountLenInvalid2" → {account, len, invalid2}. A run of capitals is one word: "HTTPError" →
/// {http, error}.
std::vector<std::string> words_of(std::string_view name);

/// The words in one spelling. Where digits would meet, '_' stands between them, so that "1-2" and "12" stay apart.
std::string spelled(const std::vector<std::string> &words, Spelling spelling);

/// A code and what it is called.
struct Constant {
  const CodeEntry *entry;
  std::string identifier;
};

/// All codes, retired ones too, ascending by code. A reserved word gets '_' behind it. Two codes with one identifier are an
/// error at the second.
std::vector<Constant> constants_of(const Catalog &catalog, Spelling spelling, const std::set<std::string> &reserved,
                                   const std::string &language, Diagnostics &diagnostics);

/// The catalog's namespace in a spelling; an error if it has no letter at its start or other characters than a code's name.
std::string namespace_of(const Catalog &catalog, Spelling spelling, const std::set<std::string> &reserved,
                         Diagnostics &diagnostics);

}  // namespace codeglot
#endif
