// See plural_rules_source.h. The grammar is that of UTS #35, part 3, "Plural rules syntax", as CLDR writes it today.
#include "core/compiler/plural_rules_source.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <array>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "core/pack/layout.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

constexpr std::array<const char *, 6> keywords = {"zero", "one", "two", "few", "many", "other"};

struct CloseBundle {
  void operator()(UResourceBundle *bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

Bundle child(const Bundle &parent, const char *key) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle result(ures_getByKey(parent.get(), key, nullptr, &status));
  return U_SUCCESS(status) ? std::move(result) : nullptr;
}

std::string utf8(const UChar *text, int32_t length) {
  std::string result;
  return icu::UnicodeString(false, text, length).toUTF8String(result);
}

Bundle plurals_resource() {
  UErrorCode status = U_ZERO_ERROR;
  Bundle bundle(ures_openDirect(nullptr, "plurals", &status));
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU's plural rules cannot be opened: ") + u_errorName(status));
  }
  return bundle;
}

/// The name of the rule set of a locale or of the nearest parent that has one; empty if none has.
std::string rule_set(const Bundle &sets, std::string locale) {
  while (!locale.empty()) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    const UChar *name = ures_getStringByKey(sets.get(), locale.c_str(), &length, &status);
    if (U_SUCCESS(status)) {
      return utf8(name, length);
    }
    char parent[ULOC_FULLNAME_CAPACITY];
    status = U_ZERO_ERROR;
    length = uloc_getParent(locale.c_str(), parent, sizeof parent, &status);
    locale.assign(parent, U_SUCCESS(status) ? static_cast<size_t>(length) : 0);
  }
  return "";
}

/// Reads one rule's condition: or-conditions of and-conditions of relations.
class ConditionCompiler {
 public:
  explicit ConditionCompiler(const std::string &condition) : words_(condition) { next(); }

  void compile(ByteWriter &out) {
    std::vector<std::string> alternatives;
    do {
      uint8_t relations = 0;
      ByteWriter all;
      do {
        relation(all);
        ++relations;
      } while (accept("and"));
      ByteWriter alternative;
      alternative.byte(relations);
      alternative.raw(all.bytes());
      alternatives.push_back(alternative.bytes());
    } while (accept("or"));
    if (!word_.empty()) {
      fail();
    }
    out.byte(static_cast<uint8_t>(alternatives.size()));
    for (const std::string &alternative : alternatives) {
      out.raw(alternative);
    }
  }

 private:
  [[noreturn]] void fail() const {
    throw std::runtime_error("CLDR's plural rule is not understood at \"" + word_ + "\" in \"" + words_.str() + "\"");
  }

  void next() {
    word_.clear();
    words_ >> word_;
  }

  bool accept(const char *word) {
    if (word_ != word) {
      return false;
    }
    next();
    return true;
  }

  uint32_t number(const std::string &text) const {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos) {
      fail();
    }
    return static_cast<uint32_t>(std::stoul(text));
  }

  uint8_t operand() {
    static const std::string names = "nivwfte";
    const size_t index = word_ == "c" ? names.find('e') : word_.size() == 1 ? names.find(word_) : std::string::npos;
    if (index == std::string::npos) {
      fail();
    }
    next();
    return static_cast<uint8_t>(index);
  }

  void relation(ByteWriter &out) {
    const uint8_t head = operand();
    uint32_t modulus = 0;
    if (accept("%")) {
      modulus = number(word_);
      next();
    }
    const bool negated = accept("!=");
    if (!negated && !accept("=")) {
      fail();
    }
    out.byte(negated ? head | layout::relation_negated : head);
    out.u32(modulus);
    ByteWriter ranges;
    uint8_t range_count = 0;
    std::istringstream list(word_);
    for (std::string range; std::getline(list, range, ',');) {
      const size_t dots = range.find("..");
      const uint32_t low = number(range.substr(0, dots));
      const uint32_t high = dots == std::string::npos ? low : number(range.substr(dots + 2));
      ranges.u32(low);
      ranges.u32(high);
      ++range_count;
    }
    next();
    out.byte(range_count);
    out.raw(ranges.bytes());
  }

  std::istringstream words_;
  std::string word_;
};

void add_samples(const std::string &rule, std::vector<std::string> &samples) {
  std::string text = rule.substr(std::min(rule.find('@'), rule.size()));
  for (char &character : text) {
    character = character == ',' ? ' ' : character;
  }
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word.find_first_not_of("0123456789.~") != std::string::npos || word == "…") {
      continue;
    }
    const size_t tilde = word.find('~');
    samples.push_back(word.substr(0, tilde));
    if (tilde != std::string::npos) {
      samples.push_back(word.substr(tilde + 1));
    }
  }
}

}  // namespace

std::vector<std::string> PluralRulesSource::categories() const {
  std::vector<std::string> result;
  for (const auto &[keyword, rule] : rules) {
    result.push_back(keyword);
  }
  result.emplace_back("other");
  return result;
}

std::vector<std::string> PluralRulesSource::samples() const {
  std::vector<std::string> result;
  for (const auto &[keyword, rule] : rules) {
    add_samples(rule, result);
  }
  add_samples(other_samples, result);
  return result;
}

PluralRulesSource plural_rules(const std::string &locale, bool ordinal) {
  const Bundle plurals = plurals_resource();
  const Bundle sets = child(plurals, ordinal ? "locales_ordinals" : "locales");
  const std::string name = rule_set(sets, locale);
  PluralRulesSource result;
  const Bundle all_rules = child(plurals, "rules");
  const Bundle rules = name.empty() ? nullptr : child(all_rules, name.c_str());
  if (rules == nullptr) {
    return result;
  }
  for (const char *keyword : keywords) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    const UChar *text = ures_getStringByKey(rules.get(), keyword, &length, &status);
    if (U_FAILURE(status)) {
      continue;
    }
    if (keyword == std::string("other")) {
      result.other_samples = utf8(text, length);
    } else {
      result.rules.emplace_back(keyword, utf8(text, length));
    }
  }
  return result;
}

std::string compile_plural_rules(const PluralRulesSource &source) {
  ByteWriter out;
  for (const auto &[keyword, rule] : source.rules) {
    out.byte(static_cast<uint8_t>(plural_key(keyword)));
    ConditionCompiler(rule.substr(0, rule.find('@'))).compile(out);
  }
  return out.bytes();
}

int plural_key(const std::string &keyword) {
  for (size_t index = 0; index < keywords.size(); ++index) {
    if (keyword == keywords[index]) {
      return static_cast<int>(index);
    }
  }
  return -1;
}

std::vector<std::string> plural_rule_locales() {
  const Bundle plurals = plurals_resource();
  const Bundle sets = child(plurals, "locales");
  std::vector<std::string> result;
  while (ures_hasNext(sets.get())) {
    UErrorCode status = U_ZERO_ERROR;
    const Bundle entry(ures_getNextResource(sets.get(), nullptr, &status));
    if (U_SUCCESS(status)) {
      result.emplace_back(ures_getKey(entry.get()));
    }
  }
  return result;
}

}  // namespace codeglot
