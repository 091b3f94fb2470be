// A catalog of any size for measurements and tests: the same names, arguments and texts from the same numbers, on every
// machine. Of ten messages seven are plain text, two have arguments, one is a plural with its locale's categories.
#ifndef CODEGLOT_BENCH_GENERATED_CATALOG_H
#define CODEGLOT_BENCH_GENERATED_CATALOG_H

#include <cstddef>
#include <string>
#include <vector>

namespace codeglot::generated {

enum class Kind { text, arguments, plural };

/// The codes are 1 to the number of codes.
Kind kind_of(size_t code);
std::string name_of(size_t code);

/// The first `count` of 40 locales of 14 scripts, regional ones and right-to-left ones among the first eight; "en" is the
/// source and default locale.
std::vector<std::string> locales(size_t count);
inline constexpr size_t locales_most = 40;

/// The texts of one locale.
class Texts {
 public:
  explicit Texts(const std::string &locale);

  /// MessageFormat 1, with the arguments who (string), count (number) and day (date). Regional locales have none of their
  /// own for nine codes of ten: empty.
  std::string message(size_t code) const;

 private:
  std::string words(size_t code, size_t which, size_t count) const;

  std::string locale_;
  size_t seed_;
  bool regional_;
  std::vector<std::string> syllables_;
  std::vector<std::string> categories_;
};

/// Writes codes.json and the locale files to a folder that exists. Throws std::runtime_error if a file cannot be written.
void write_catalog(const std::string &folder, size_t codes, size_t locale_count);

}  // namespace codeglot::generated
#endif
