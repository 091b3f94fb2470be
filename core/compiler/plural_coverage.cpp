// See plural_coverage.h.
#include "core/compiler/plural_coverage.h"

#include <unicode/locid.h>
#include <unicode/plurrule.h>

#include <memory>
#include <mutex>
#include <utility>

namespace codeglot {
namespace {

constexpr int integers_most = 1000;

}  // namespace

PluralCoverage::PluralCoverage(const std::string &tag, bool ordinal) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
  if (U_FAILURE(status) || !rules) {
    unbounded_.insert("other");
    return;
  }
  const auto keyword = [](const icu::UnicodeString &text) {
    std::string result;
    return text.toUTF8String(result);
  };
  for (int number = 0; number <= integers_most; ++number) {
    integers_[keyword(rules->select(static_cast<int32_t>(number)))].insert(number);
  }
  // The numbers that CLDR's rules tell apart beside the small integers: fractions of one digit and two, tens beyond.
  for (const double number :
       {0.1, 0.2, 0.5,  0.01, 0.11,  0.21,   1.1,    1.2,    1.5,     1.01, 1.11, 1.21, 2.1,
        2.5, 5.5, 10.1, 11.1, 100.5, 1001.0, 1002.0, 1005.0, 1e4 + 1, 1e5,  1e6,  2e6,  1e6 + 1}) {
    unbounded_.insert(keyword(rules->select(number)));
  }
}

const std::set<int> &PluralCoverage::integers(const std::string &category) const {
  static const std::set<int> none;
  const auto found = integers_.find(category);
  return found == integers_.end() ? none : found->second;
}

const PluralCoverage &plural_coverage(const std::string &tag, bool ordinal) {
  static std::mutex mutex;
  static std::map<std::pair<std::string, bool>, PluralCoverage> kept;
  const std::lock_guard lock(mutex);
  return kept.try_emplace({tag, ordinal}, tag, ordinal).first->second;
}

std::string first_numbers(const PluralCoverage &coverage, const std::string &category) {
  std::string result;
  size_t count = 0;
  for (const int number : coverage.integers(category)) {
    if (++count > 3) {
      break;
    }
    result += std::to_string(number) + ", ";
  }
  return result + "…";
}

}  // namespace codeglot
