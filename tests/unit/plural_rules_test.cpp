// CLDR's plural rules, compiled and evaluated (plural_rules_source.h, plural_rules.h), against CLDR's own samples: every
// sample of every category of every locale, cardinal and ordinal, must come out as that category.
#include "core/runtime/plural_rules.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <sstream>
#include <stdexcept>

#include "core/compiler/plural_rules_source.h"
#include "core/pack/layout.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

uint8_t category_of(const std::string &rules, const std::string &number) {
  Decimal decimal;
  REQUIRE(decimal.set(number.data(), number.size()));
  return plural_category({rules.data(), static_cast<uint32_t>(rules.size())}, PluralOperands(decimal));
}

std::string category_name(uint8_t category) {
  static const char *const names[] = {"zero", "one", "two", "few", "many", "other"};
  return names[category];
}

size_t fraction_digits(const std::string &number) {
  const size_t point = number.find('.');
  return point == std::string::npos ? 0 : number.size() - point - 1;
}

/// A count of 10^-digits as CLDR writes it.
std::string write(long units, size_t digits) {
  std::string text = std::to_string(units);
  if (digits > 0) {
    text.insert(0, digits + 1 > text.size() ? digits + 1 - text.size() : 0, '0');
    text.insert(text.size() - digits, 1, '.');
  }
  return text;
}

/// The samples of a rule ("@integer 0, 2~16, 100, … @decimal 0.1~1.6"), with every number of each range.
std::vector<std::string> samples(const std::string &rule) {
  std::vector<std::string> result;
  std::string text = rule.find('@') == std::string::npos ? "" : rule.substr(rule.find('@'));
  for (char &character : text) {
    character = character == ',' ? ' ' : character;
  }
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (word.find_first_not_of("0123456789.~") != std::string::npos) {
      continue;  // "@integer", "…", and the compact "1c6", which MessageFormat 1 cannot say.
    }
    const size_t tilde = word.find('~');
    const std::string first = word.substr(0, tilde);
    const std::string last = tilde == std::string::npos ? first : word.substr(tilde + 1);
    const size_t digits = fraction_digits(first);
    const auto units = [](std::string number) {
      number.erase(std::remove(number.begin(), number.end(), '.'), number.end());
      return std::stol(number);
    };
    for (long unit = units(first); unit <= units(last); ++unit) {
      result.push_back(write(unit, digits));
    }
  }
  return result;
}

struct Tally {
  size_t checked = 0;
  size_t with_zeros = 0;  // "1.0": a number that is shown has no trailing zeros.
};

void check_locale(const std::string &locale, bool ordinal, Tally &tally) {
  const PluralRulesSource source = plural_rules(locale, ordinal);
  const std::string rules = compile_plural_rules(source);
  std::vector<std::pair<std::string, std::string>> all = source.rules;
  all.emplace_back("other", source.other_samples);
  for (const auto &[category, rule] : all) {
    for (const std::string &sample : samples(rule)) {
      if (fraction_digits(sample) > 0 && sample.back() == '0') {
        ++tally.with_zeros;
        continue;
      }
      ++tally.checked;
      INFO(locale << (ordinal ? " ordinal " : " cardinal ") << sample);
      CHECK(category_name(category_of(rules, sample)) == category);
    }
  }
}

}  // namespace

TEST_CASE("Every sample of every cardinal and ordinal rule of every locale has its category") {
  Tally cardinal;
  Tally ordinal;
  const std::vector<std::string> locales = plural_rule_locales();
  for (const std::string &locale : locales) {
    check_locale(locale, false, cardinal);
    check_locale(locale, true, ordinal);
  }
  CHECK(locales.size() > 200);
  CHECK(cardinal.checked + ordinal.checked > 10000);
  CHECK(ordinal.checked > 1000);
  CHECK(cardinal.with_zeros > 0);
}

TEST_CASE("Known numbers have their known categories") {
  const auto category = [](const char *locale, const char *number, bool ordinal = false) {
    return category_name(category_of(compile_plural_rules(plural_rules(locale, ordinal)), number));
  };
  CHECK(category("en", "1") == "one");
  CHECK(category("en", "0") == "other");
  CHECK(category("en", "1.5") == "other");
  CHECK(category("en", "21", true) == "one");
  CHECK(category("en", "112", true) == "other");
  CHECK(category("ru", "21") == "one");
  CHECK(category("ru", "112") == "many");
  CHECK(category("ru", "1.1") == "other");
  CHECK(category("ar", "0") == "zero");
  CHECK(category("ar", "103") == "few");
  CHECK(category("ar", "1000000000000000000111") == "many");
  CHECK(category("ar", "100") == "other");
  CHECK(category("fr", "1.9") == "one");
  CHECK(category("fr", "1000000") == "many");
  CHECK(category("cy", "6") == "many");
  CHECK(category("ja", "1") == "other");
  CHECK(category("lv", "0.1") == "one");
  CHECK(category("zz", "1") == "other");
}

TEST_CASE("The sign of a number does not change its category") {
  for (const char *locale : {"en", "ar", "ru", "pl"}) {
    const std::string rules = compile_plural_rules(plural_rules(locale, false));
    for (const char *number : {"0", "1", "2", "3", "11", "1.5", "0.5"}) {
      CHECK(category_of(rules, number) == category_of(rules, std::string("-") + number));
    }
  }
}

TEST_CASE("A locale takes its parent's rules, and one without any has other alone") {
  CHECK(plural_rules("en_GB", false).rules == plural_rules("en", false).rules);
  CHECK(plural_rules("zh_Hant_HK", false).categories() == std::vector<std::string>{"other"});
  CHECK(plural_rules("ar_EG", false).categories() ==
        std::vector<std::string>{"zero", "one", "two", "few", "many", "other"});
  CHECK(plural_rules("xx", false).categories() == std::vector<std::string>{"other"});
  CHECK(plural_rules("pt_PT", false).rules != plural_rules("pt", false).rules);
}

TEST_CASE("Rules with every operand and relation of UTS 35 are compiled and hold where they should") {
  const auto holds = [](const std::string &condition, const char *number) {
    return category_of(compile_plural_rules({{{"one", condition}}, ""}), number) == layout::one;
  };
  CHECK(holds("n = 3", "3"));
  CHECK_FALSE(holds("n = 3", "3.5"));
  CHECK(holds("n != 3", "3.5"));
  CHECK(holds("i = 3", "3.5"));
  CHECK(holds("v = 2", "3.25"));
  CHECK(holds("w = 2", "3.25"));
  CHECK(holds("f = 25", "3.25"));
  CHECK(holds("t = 5", "3.05"));
  CHECK(holds("e = 0", "1000000"));
  CHECK(holds("c = 0", "1"));
  CHECK(holds("n % 100 = 3..10", "105"));
  CHECK_FALSE(holds("n % 100 = 3..10", "111"));
  CHECK(holds("n % 10 = 1,3,5..7", "26"));
  CHECK_FALSE(holds("n % 10 = 1,3,5..7", "24"));
  CHECK(holds("n % 10 != 1,3,5..7", "24"));
  CHECK(holds("i = 1 and v = 0 or i = 0 and f = 5", "0.5"));
  CHECK_FALSE(holds("i = 1 and v = 0 or i = 0 and f = 5", "1.5"));
}

TEST_CASE("A rule that is not understood is an error, not a guess") {
  for (const char *condition :
       {"n is 1", "q = 1", "n = x", "n % = 1", "n = 1 xor n = 2", "n = 1..", "n within 1..2", "= 1"}) {
    INFO(condition);
    CHECK_THROWS_AS(compile_plural_rules({{{"one", condition}}, ""}), std::runtime_error);
  }
}

TEST_CASE("Category keywords have their keys, and other words none") {
  CHECK(plural_key("zero") == layout::zero);
  CHECK(plural_key("other") == layout::other);
  CHECK(plural_key("") == -1);
  CHECK(plural_key("ONE") == -1);
}
