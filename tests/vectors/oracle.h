// Oracle: what a call must give, worked out without Codeglot's runtime. Texts come from icu::MessageFormat on the
// locale files' own patterns, choices from ICU's LocaleMatcher, statuses from the rules that codeglot.h states.
// On failure: throws std::runtime_error; a case that cannot be judged must not become a vector.
#ifndef CODEGLOT_TESTS_VECTORS_ORACLE_H
#define CODEGLOT_TESTS_VECTORS_ORACLE_H

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace vectors {

using Json = nlohmann::ordered_json;

struct Expectation {
  std::string text;
  std::string status;
  int32_t code = 0;
  std::string name;
  std::string answered;
  std::string direction;
  std::string argument;
};

class Oracle {
 public:
  /// Reads the authoring files; throws if they have errors.
  explicit Oracle(const std::string &folder);

  const codeglot::Catalog &catalog() const { return catalog_; }
  const std::vector<std::string> &locales() const { return tags_; }

  Expectation message(int32_t code, const std::string &locale, const Json &arguments) const;
  /// The message for a response that carries no return code.
  Expectation unreadable(const std::string &locale) const;
  /// The tag of the pack that serves a reader of `locale`, in any spelling.
  std::string choose(const std::string &locale) const;

 private:
  /// Formats the source that the first locale of the fallback chain has.
  template <typename Find>
  Expectation answer(const std::string &locale, Find find, const std::vector<codeglot::Parameter> &parameters,
                     const Json &arguments) const;

  codeglot::Catalog catalog_;
  std::vector<std::string> tags_;
};

}  // namespace vectors
#endif
