// See identifiers.h.
#include "core/generate/identifiers.h"

#include <map>

namespace codeglot {
namespace {

bool is_upper(char character) { return character >= 'A' && character <= 'Z'; }
bool is_lower(char character) { return character >= 'a' && character <= 'z'; }
bool is_digit(char character) { return character >= '0' && character <= '9'; }
char to_upper(char character) { return is_lower(character) ? static_cast<char>(character - 'a' + 'A') : character; }
char to_lower(char character) { return is_upper(character) ? static_cast<char>(character - 'A' + 'a') : character; }

std::string unreserved(std::string identifier, const std::set<std::string> &reserved) {
  return reserved.count(identifier) > 0 ? identifier + '_' : identifier;
}

}  // namespace

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool begins = true;
  for (size_t at = 0; at < name.size(); ++at) {
    const char here = name[at];
    if (here == '-' || here == '_') {
      begins = true;
      continue;
    }
    const char before = at > 0 ? name[at - 1] : '\0';
    const char behind = at + 1 < name.size() ? name[at + 1] : '\0';
    const bool hump = is_upper(here) &&
                      (is_lower(before) || is_digit(before) || (is_upper(before) && is_lower(behind)));
    if (begins || hump) {
      words.emplace_back();
    }
    begins = false;
    words.back() += to_lower(here);
  }
  return words;
}

std::string spelled(const std::vector<std::string> &words, Spelling spelling) {
  const bool snake = spelling == Spelling::snake || spelling == Spelling::upper_snake;
  std::string result;
  for (const std::string &word : words) {
    const bool first = result.empty();
    if (!first && (snake || (is_digit(result.back()) && is_digit(word[0])))) {
      result += '_';
    }
    for (size_t at = 0; at < word.size(); ++at) {
      const bool capital = spelling == Spelling::upper_snake ||
                           (at == 0 && (spelling == Spelling::pascal || (spelling == Spelling::camel && !first)));
      result += capital ? to_upper(word[at]) : word[at];
    }
  }
  return result;
}

std::vector<Constant> constants_of(const Catalog &catalog, Spelling spelling, const std::set<std::string> &reserved,
                                   const std::string &language, Diagnostics &diagnostics) {
  std::vector<Constant> constants;
  std::map<std::string, const CodeEntry *> taken;
  for (const CodeEntry &entry : catalog.codes) {
    std::string identifier = unreserved(spelled(words_of(entry.name), spelling), reserved);
    const auto [first, fresh] = taken.emplace(identifier, &entry);
    if (!fresh) {
      const CodeEntry &other = *first->second;
      diagnostics.error(entry.position, "\"" + entry.name + "\" and \"" + other.name + "\" of line " +
                                            std::to_string(other.position.line) + " are both " + identifier + " in " +
                                            language +
                                            ": names must differ in more than '-', '_' and capitals; rename the one "
                                            "that is not published yet");
    }
    constants.push_back({&entry, std::move(identifier)});
  }
  return constants;
}

std::string namespace_of(const Catalog &catalog, Spelling spelling, const std::set<std::string> &reserved,
                         Diagnostics &diagnostics) {
  if (!is_code_name(catalog.catalog_namespace)) {
    diagnostics.error(
        catalog.namespace_position,
        "\"namespace\" becomes part of identifiers: it must begin with a letter and have letters, digits, "
        "'-' and '_' only, 64 at most");
    return "";
  }
  return unreserved(spelled(words_of(catalog.catalog_namespace), spelling), reserved);
}

}  // namespace codeglot
