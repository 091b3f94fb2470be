// CLDR's samples of every plural and ordinal rule, integers, decimals and compact ones, in messages of both syntaxes: by
// the ICU engine, by the runtime's operands of the number as it is shown, and by a plain message where it can say them. Each message is written so that the number is printed with
// the sample's own digits, which is what its category follows.
#include <unicode/locid.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <iostream>
#include <sstream>

#include "core/compiler/lone_message.h"
#include "core/compiler/plural_rules_source.h"
#include "core/icu_engine/message.h"
#include "core/runtime/plural_rules.h"
#include "core/syntax/mf1_parser.h"

using namespace codeglot;

namespace {

/// "1.50c6": the digits, and the power of ten that a compact number leaves unwritten.
struct Sample {
  std::string digits;
  int exponent = 0;
  size_t fraction_digits() const {
    const size_t point = digits.find('.');
    return point == std::string::npos ? 0 : digits.size() - point - 1;
  }
  std::string value() const { return digits + "e" + std::to_string(exponent); }
};

Sample read(const std::string &word) {
  const size_t compact = word.find_first_of("ce");
  return {word.substr(0, compact), compact == std::string::npos ? 0 : std::stoi(word.substr(compact + 1))};
}

std::string write(long units, size_t digits) {
  std::string text = std::to_string(units);
  if (digits > 0) {
    text.insert(0, digits + 1 > text.size() ? digits + 1 - text.size() : 0, '0');
    text.insert(text.size() - digits, 1, '.');
  }
  return text;
}

long units(std::string digits) {
  digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
  return std::stol(digits);
}

/// Every number of "@integer 0, 2~16, … @decimal 0.1~1.6, 1c6".
std::vector<Sample> samples(const std::string &rule) {
  std::vector<Sample> result;
  std::string text = rule.find('@') == std::string::npos ? "" : rule.substr(rule.find('@'));
  std::replace(text.begin(), text.end(), ',', ' ');
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word[0] < '0' || word[0] > '9') {
      continue;  // "@integer", "…".
    }
    const size_t tilde = word.find('~');
    const Sample first = read(word.substr(0, tilde));
    const Sample last = tilde == std::string::npos ? first : read(word.substr(tilde + 1));
    REQUIRE(first.exponent == last.exponent);
    for (long unit = units(first.digits); unit <= units(last.digits); ++unit) {
      result.push_back({write(unit, first.fraction_digits()), first.exponent});
    }
  }
  return result;
}

/// Each branch says its category; the number stands in 'other', in a pattern of as many digits as the sample has. The
/// exponent of a scientific pattern counts as that of a compact number.
std::string message_with_pattern(const Sample &sample, bool ordinal) {
  const std::string fraction = sample.fraction_digits() > 0 ? "." + std::string(sample.fraction_digits(), '0') : "";
  const std::string pattern = "0" + fraction + (sample.exponent > 0 ? "E0" : "");
  return std::string("{n, ") + (ordinal ? "selectordinal" : "plural") +
         ", zero{zero} one{one} two{two} few{few} many{many} other{other{n, number, " + pattern + "}}}";
}

/// The same in MessageFormat 2, which has no compact notation.
std::string message_in_mf2(const Sample &sample, bool ordinal) {
  const std::string digits = std::to_string(sample.fraction_digits());
  return ".input {$n :number minimumFractionDigits=" + digits + " maximumFractionDigits=" + digits +
         (ordinal ? " select=ordinal" : "") +
         "} .match $n zero {{zero}} one {{one}} two {{two}} few {{few}} many {{many}} * {{other{$n}}}";
}

std::string plain_message(bool ordinal) {
  return std::string("{n, ") + (ordinal ? "selectordinal" : "plural") +
         ", zero{zero} one{one} two{two} few{few} many{many} other{other#}}";
}

/// '#' prints at most three fraction digits, no trailing zeros, and no compact form.
bool is_plain(const Sample &sample) {
  return sample.exponent == 0 && sample.fraction_digits() <= 3 &&
         (sample.fraction_digits() == 0 || !sample.digits.ends_with('0'));
}

struct Counts {
  size_t integers = 0;
  size_t decimals = 0;
  size_t compact = 0;
  size_t mf2 = 0;
  size_t runtime = 0;
  size_t left_to_engine = 0;
  size_t wrong = 0;
};

class Checker {
 public:
  Checker(std::string tag, bool ordinal, Counts &counts)
      : tag_(std::move(tag)), ordinal_(ordinal), counts_(counts), locale_(LocaleData::load(tag_)) {
    std::vector<MessageProblem> problems;
    const std::optional<Message> message = parse_mf1(plain_message(ordinal), problems);
    REQUIRE(message);
    lowered_.emplace(*message, locale_);
  }

  void check(const Sample &sample, const std::string &category) {
    ++(sample.exponent > 0 ? counts_.compact : sample.fraction_digits() > 0 ? counts_.decimals : counts_.integers);
    const std::vector<NamedArgument> arguments = {{"n", DecimalText{sample.value()}}};
    const auto message = make_mf1_message(message_with_pattern(sample, ordinal_), tag_);
    const Formatted formatted = message->format(arguments, {});
    expect(formatted.errors.empty() ? formatted.text() : formatted.errors.front().message, sample, category, "engine");
    expect(category_as_shown(sample), sample, category, "the runtime's operands");
    if (sample.exponent == 0) {
      ++counts_.mf2;
      const Formatted matched = make_mf2_message(message_in_mf2(sample, ordinal_), tag_)->format(arguments, {});
      expect(matched.errors.empty() ? matched.text() : matched.errors.front().message, sample, category, "mf2");
    }
    if (!is_plain(sample)) {
      ++counts_.left_to_engine;
      return;
    }
    ++counts_.runtime;
    expect(lowered_->run(arguments).text, sample, category, "runtime");
  }

 private:
  /// By the compiled rules, of the number as a lowered format would show it: with its zeros, or in compact notation.
  std::string category_as_shown(const Sample &sample) const {
    static constexpr const char *names[] = {"zero", "one", "two", "few", "many", "other"};
    const std::string value = sample.value();
    Decimal decimal;
    REQUIRE(decimal.set(value.data(), value.size()));
    const std::string &rules = ordinal_ ? locale_.ordinal_rules : locale_.cardinal_rules;
    const auto digits = static_cast<int32_t>(sample.fraction_digits()) - sample.exponent;
    return names[plural_category({rules.data(), static_cast<uint32_t>(rules.size())},
                                 PluralOperands(decimal, digits, sample.exponent))];
  }

  void expect(const std::string &text, const Sample &sample, const std::string &category, const char *who) {
    const bool right = category == "other" ? text.starts_with(category) : text == category;
    if (!right) {
      ++counts_.wrong;
      UNSCOPED_INFO(who << " in " << tag_ << (ordinal_ ? " (ordinal)" : "") << ": " << sample.value() << " is "
                        << category << ", not " << text);
    }
  }

  std::string tag_;
  bool ordinal_;
  Counts &counts_;
  LocaleData locale_;
  std::optional<LoneMessage> lowered_;
};

}  // namespace

TEST_CASE("Every sample of CLDR's plural rules has its category in a message") {
  Counts counts;
  size_t locales = 0;
  for (const std::string &id : plural_rule_locales()) {
    UErrorCode status = U_ZERO_ERROR;
    const auto tag = icu::Locale(id.c_str()).toLanguageTag<std::string>(status);
    ++locales;
    for (const bool ordinal : {false, true}) {
      const PluralRulesSource rules = plural_rules(id, ordinal);
      Checker checker(tag, ordinal, counts);
      for (const auto &[category, rule] : rules.rules) {
        for (const Sample &sample : samples(rule)) {
          checker.check(sample, category);
        }
      }
      for (const Sample &sample : samples(rules.other_samples)) {
        checker.check(sample, "other");
      }
    }
  }
  std::cout << "plural samples: " << locales << " locales; " << counts.integers << " integers, " << counts.decimals
            << " decimals, " << counts.compact << " compact by the engine in MF1, " << counts.mf2 << " in MF2; " << counts.runtime
            << " also by a plain message, " << counts.left_to_engine
            << " beyond it (trailing zeros, more than three fraction digits, compact)" << std::endl;
  CHECK(counts.wrong == 0);
  CHECK(locales > 200);
  CHECK(counts.integers > 8000);
  CHECK(counts.decimals > 6000);
  CHECK(counts.compact > 200);
  CHECK(counts.mf2 == counts.integers + counts.decimals);
}
