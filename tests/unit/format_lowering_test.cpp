// Formats of every kind in locales that differ in words, signs, digits and grouping: what is lowered prints what the ICU
// engine prints, for numbers and dates that are no probes of the proof; what is not lowered has its reason.
#include "core/compiler/format_lowering.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "core/compiler/lone_message.h"
#include "core/compiler/message_check.h"
#include "core/icu_engine/message.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const std::vector<std::string> locales = {"en", "de", "fr", "ru", "pl",    "ar", "ar-EG", "he",
                                          "lv", "ja", "zh", "hi", "pt-BR", "sl", "cy",    "sv"};

const LocaleData &data_of(const std::string &tag) {
  static std::map<std::string, LocaleData> known;
  const auto found = known.find(tag);
  return found != known.end() ? found->second : known.emplace(tag, LocaleData::load(tag)).first->second;
}

std::optional<LoweredFormat> lower(const std::string &placeholder, const std::string &tag, bool date,
                                   std::string &reason) {
  return lower_format({Format::Syntax::mf1, placeholder, date ? "d" : "n", date}, data_of(tag), reason);
}

/// Numbers between the probes: any digits, any size below 2^53, either sign.
std::vector<ArgumentValue> numbers() {
  std::mt19937_64 random(17);
  std::vector<ArgumentValue> result;
  for (int round = 0; round < 150; ++round) {
    const auto bits = static_cast<int>(random() % 50) + 1;
    const auto integer = static_cast<int64_t>(random() >> (64 - bits));
    const bool negative = random() % 4 == 0;
    const size_t fraction_digits = random() % 3 == 0 ? random() % 5 : 0;
    std::string digits = (negative ? "-" : "") + std::to_string(integer);
    if (fraction_digits > 0 && digits.size() < 12) {
      digits += "." + std::to_string(100000 + random() % 100000).substr(1, fraction_digits);
    }
    result.emplace_back(DecimalText{digits});
  }
  for (int integer = 0; integer < 1100; integer += 7) {
    result.emplace_back(int64_t{integer});
  }
  return result;
}

std::vector<ArgumentValue> dates() {
  std::mt19937_64 random(19);
  std::vector<ArgumentValue> result;
  for (int round = 0; round < 120; ++round) {
    const auto span = round % 3 == 0 ? int64_t{100000000000000} : int64_t{2000000000000};
    const auto milliseconds = static_cast<double>(static_cast<int64_t>(random() % static_cast<uint64_t>(2 * span)) -
                                                  span);
    const char *const zones[] = {"", "+05:30", "-03", "+1400"};
    result.emplace_back(DateTime{milliseconds, zones[random() % 4]});
  }
  return result;
}

/// Where a lowered placeholder prints something else than the engine; empty if nowhere.
std::string difference(const std::string &pattern, const std::string &tag, bool date) {
  static const std::vector<ArgumentValue> all_numbers = numbers();
  static const std::vector<ArgumentValue> all_dates = dates();
  const LoneMessage lone(parse_message(pattern), data_of(tag));
  const auto engine = make_mf1_message(pattern, tag);
  for (const ArgumentValue &value : date ? all_dates : all_numbers) {
    const std::vector<NamedArgument> arguments = {{date ? "d" : "n", value}};
    const RuntimeAnswer answer = lone.run(arguments);
    const std::string expected = engine->format(arguments, {}).text();
    if (answer.status != CG_NEEDS_ICU && (answer.status != CG_OK || answer.text != expected)) {
      const auto *digits = std::get_if<DecimalText>(&value);
      return pattern + " in " + tag + " prints \"" + answer.text + "\", not \"" + expected + "\"" +
             (digits != nullptr ? " for " + digits->digits : "");
    }
  }
  return "";
}

struct Kind {
  const char *placeholder;
  std::vector<std::string> left_in;  // Locales in which only the ICU engine can format it.
};

void check(const std::vector<Kind> &kinds, bool date) {
  for (const Kind &kind : kinds) {
    for (const std::string &tag : locales) {
      std::string reason;
      const bool lowered = lower(kind.placeholder, tag, date, reason).has_value();
      const bool left = std::find(kind.left_in.begin(), kind.left_in.end(), tag) != kind.left_in.end();
      INFO(kind.placeholder << " in " << tag << ": " << reason);
      CHECK(lowered != left);
      CHECK(lowered == reason.empty());
      if (lowered) {
        CHECK(difference(kind.placeholder, tag, date) == "");
      }
    }
  }
}

}  // namespace

TEST_CASE("Currencies, units, percents and fixed digits are lowered in locales of every kind") {
  check({{"{n, number, currency}", {}},
         {"{n, number, ::currency/USD}", {}},
         {"{n, number, ::currency/JPY unit-width-iso-code}", {}},
         {"{n, number, ::currency/EUR unit-width-full-name}", {}},
         {"{n, number, ::currency/CHF sign-accounting-always}", {}},
         {"{n, number, ::measure-unit/length-meter}", {}},
         {"{n, number, ::unit/day unit-width-full-name}", {}},
         {"{n, number, ::unit/kilometer-per-hour unit-width-short}", {}},
         {"{n, number, ::percent .00}", {}},
         {"{n, number, ::percent scale/100}", {}},
         {"{n, number, ::permille}", {}}},
        false);
}

TEST_CASE("Digits, rounding, grouping and signs are lowered in locales of every kind") {
  check({{"{n, number, ::.00}", {}},
         {"{n, number, ::.##/w}", {}},
         {"{n, number, ::.00/w}", {}},
         {"{n, number, ::@@#}", {}},
         {"{n, number, ::@@@}", {}},
         {"{n, number, ::precision-unlimited}", {}},
         {"{n, number, ::precision-integer sign-except-zero rounding-mode-half-up}", {}},
         {"{n, number, ::sign-negative .0}", {}},
         {"{n, number, ::sign-always}", {}},
         {"{n, number, ::sign-except-zero .0}", {}},
         {"{n, number, ::sign-never}", {}},
         {"{n, number, ::group-off}", {}},
         {"{n, number, ::group-min2}", {}},
         {"{n, number, ::integer-width/+000}", {}},
         {"{n, number, ::rounding-mode-down .0}", {}},
         {"{n, number, ::.#}", {}},
         {"{n, number, ::rounding-mode-up .#}", {}},
         {"{n, number, ::@#}", {}},
         {"{n, number, ::@}", {}},
         {"{n, number, ::rounding-mode-ceiling precision-integer}", {}},
         {"{n, number, ::rounding-mode-half-up .0}", {}},
         {"{n, number, ::scale/0.01}", {}},
         {"{n, number, #,##0.00;(#)}", {}},
         {"{n, number, #,##0.###%}", {}}},
        false);
}

TEST_CASE("Compact notation is lowered in locales of every kind") {
  check({{"{n, number, ::compact-short}", {}},
         {"{n, number, ::compact-long}", {}},
         {"{n, number, ::compact-short currency/USD}", {}},
         {"{n, number, ::compact-short @@}", {}},
         {"{n, number, ::compact-short .0}", {}}},
        false);
}

TEST_CASE("Dates in the Gregorian calendar are lowered in locales of every kind") {
  check({{"{d, date}", {}},
         {"{d, date, short}", {}},
         {"{d, date, long}", {}},
         {"{d, date, full}", {}},
         {"{d, time}", {}},
         {"{d, time, short}", {}},
         {"{d, date, ::yMMMMEEEEd}", {}},
         {"{d, date, ::yQQQ}", {}},
         {"{d, date, ::Gyd}", {}},
         {"{d, time, ::jms}", {}},
         {"{d, time, ::Bhm}", {}},
         {"{d, date, yyyy-MM-dd'T'HH:mm:ss.SSSXXX}", {}},
         {"{d, time, long}", {}}},
        true);
}

TEST_CASE("What packs have no description for is left to the ICU engine, with the reason") {
  const auto reason = [](const char *placeholder, const char *tag, bool date = false) {
    std::string text;
    CHECK_FALSE(lower(placeholder, tag, date, text).has_value());
    return text;
  };
  CHECK(reason("{n, number, ::scientific}", "en") != "");
  CHECK(reason("{n, number, ::unit/foot-and-inch}", "en") != "");
  CHECK(reason("{n, number, ::precision-increment/0.05}", "en") != "");
  CHECK(reason("{n, number, ::scale/3}", "en") == "it multiplies, or prints other digits than the locale's");
  CHECK(reason("{n, number, ::numbering-system/deva}", "en") ==
        "it multiplies, or prints other digits than the locale's");
  CHECK(reason("{n, number, ::.00}", "en-u-nu-roman") == "en-u-nu-roman writes numbers without positional digits");
  CHECK(reason("{d, date, long}", "th", true) != "");                  // The Buddhist calendar,
  CHECK(reason("{d, date, long}", "fa", true) != "");                  // the Persian one,
  CHECK(reason("{d, date, long}", "ar-SA-u-ca-islamic", true) != "");  // the Islamic one,
  CHECK(reason("{d, date, long}", "ja-u-ca-japanese", true) != "");    // and the emperors'.
  CHECK(reason("{d, date, 'week' w}", "en", true) != "");
}

TEST_CASE("A time needs no calendar, so that it is lowered where dates are not") {
  for (const char *tag : {"th", "fa", "ar-SA-u-ca-islamic"}) {
    std::string reason;
    INFO(tag);
    CHECK(lower("{d, time, short}", tag, true, reason).has_value());
    CHECK(difference("{d, time, short}", tag, true) == "");
  }
}

TEST_CASE("A format that a plain style can say is one, which every runtime prints") {
  const auto kind = [](const char *placeholder, const char *tag) {
    std::string reason;
    return lower(placeholder, tag, placeholder[1] == 'd', reason).value().kind;
  };
  CHECK(kind("{n, number, ::.##}", "en") == LoweredFormat::Kind::style);
  CHECK(kind("{n, number, ::percent}", "en") == LoweredFormat::Kind::style);
  CHECK(kind("{n, number, ::group-off}", "de") == LoweredFormat::Kind::style);
  CHECK(kind("{n, number, ::unit/percent precision-integer}", "fr") == LoweredFormat::Kind::style);
  CHECK(kind("{n, number, ::.00}", "en") == LoweredFormat::Kind::number);
  CHECK(kind("{n, number, ::rounding-mode-down .#}", "en") == LoweredFormat::Kind::number);
  CHECK(kind("{n, number, ::currency/USD}", "en") == LoweredFormat::Kind::number);
  CHECK(kind("{d, date}", "en") == LoweredFormat::Kind::date);
}

TEST_CASE("A format whose words follow plural categories asks for the locale's rules") {
  const auto by_category = [](const char *placeholder, const char *tag) {
    std::string reason;
    return lower(placeholder, tag, false, reason).value().by_category;
  };
  CHECK(by_category("{n, number, ::unit/day unit-width-full-name}", "ar"));
  CHECK(by_category("{n, number, ::unit/day unit-width-full-name}", "lv"));
  CHECK(by_category("{n, number, ::compact-long}", "fr"));
  CHECK_FALSE(by_category("{n, number, ::unit/day unit-width-full-name}", "ja"));
  CHECK_FALSE(by_category("{n, number, ::currency/USD}", "ar"));
}

TEST_CASE("The same format of the same locale is worked out once, and is the same again") {
  std::string first_reason;
  std::string second_reason;
  const auto first = lower("{n, number, ::currency/SEK}", "sv", false, first_reason);
  const auto second = lower("{n, number, ::currency/SEK}", "sv", false, second_reason);
  REQUIRE(first.has_value());
  CHECK(first->record == second->record);
  lower("{n, number, ::scientific}", "sv", false, first_reason);
  lower("{n, number, ::scientific}", "sv", false, second_reason);
  CHECK(first_reason == second_reason);
  CHECK_FALSE(first_reason.empty());
}
