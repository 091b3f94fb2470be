// The differential test of the ICU engine: random patterns of all of MessageFormat 1, in many locales, calendars,
// digits and time zones, formatted by the engine and by icu::MessageFormat. Every byte must be the same, and what ICU
// refuses must be an error.
//   codeglot_engine_differential
// Environment: CODEGLOT_SEED (default: the time) and CODEGLOT_CASES (pattern × argument sets). The seed is printed, so
// that a failure can be run again. On a difference: prints the case and exits 1.
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <limits>
#include <optional>

#include "core/icu_engine/message.h"
#include "environment.h"
#include "icu_reference.h"
#include "random_pattern.h"

namespace differential {
namespace {

using codeglot::ArgumentValue;
using codeglot::ErrorKind;
using codeglot::Formatted;
using codeglot::NamedArgument;
using icu::Formattable;
using icu::UnicodeString;

constexpr size_t sets_per_message = 10;
constexpr size_t differences_most = 10;
constexpr double milliseconds_most = 8.64e15;  // ECMAScript's, and the engine's; ICU's calendars go on.

const char *const locales[] = {"en",
                               "en-GB",
                               "en-IN",
                               "de",
                               "de-CH",
                               "fr",
                               "es-419",
                               "pt-PT",
                               "ru",
                               "pl",
                               "lt",
                               "cy",
                               "sv",
                               "it",
                               "he-u-ca-hebrew",
                               "ar-EG",
                               "ar-SA-u-ca-islamic-umalqura",
                               "fa",
                               "hi-u-nu-deva",
                               "bn",
                               "my",
                               "th",
                               "ja-u-ca-japanese",
                               "ko",
                               "zh-Hans",
                               "zh-Hant-TW-u-ca-roc",
                               "zh-u-ca-chinese",
                               "am-u-ca-ethiopic",
                               "zh-u-nu-hanidec",
                               "zu",
                               "nb",
                               "nn",
                               "hi-Latn",
                               "yue-Hans"};
const char *const algorithmic_locale = "en-u-nu-roman";  // Slow: ICU reads the rules of all such numbers each time.
const char *const zones[] = {"UTC",          "UTC",   "America/New_York", "Europe/Paris", "Asia/Kolkata",
                             "Pacific/Apia", "+05:30"};

/// Of an argument that is no number: 0.
double number_of(const ArgumentValue &value) {
  const Formattable number = formattable(value);
  UErrorCode status = U_ZERO_ERROR;
  return number.isNumeric() ? number.getDouble(status) : 0;
}

struct Counts {
  size_t compared = 0;
  size_t different = 0;
  size_t rejected = 0;  // Patterns that both refuse.
  size_t refused = 0;   // Argument sets that both refuse; compared, too.
  size_t beyond = 0;    // Values that the engine alone refuses: dates beyond ECMAScript's, and those of may_crash.
};

/// What stands against the engine's answer; nothing if it is ICU's, and its pieces add up.
std::string fault_of(const Formatted &formatted, const std::optional<std::string> &expected) {
  const auto is_refusal = [](const codeglot::MessageError &error) {
    // An argument that is not there, and a letter of a date pattern that ICU skips, are no errors for ICU.
    return error.kind != ErrorKind::unresolved_variable && error.kind != ErrorKind::bad_option;
  };
  const bool refused = std::any_of(formatted.errors.begin(), formatted.errors.end(), is_refusal);
  if (refused != !expected) {
    return refused ? "Codeglot alone refuses: " + formatted.errors.front().message : "ICU alone refuses";
  }
  if (expected && formatted.text() != *expected) {
    return "The texts differ";
  }
  for (const codeglot::Part &part : formatted.parts) {
    std::string joined;
    for (const codeglot::Part::Piece &piece : part.pieces) {
      joined += piece.value;
    }
    const bool has_pieces = part.type == codeglot::Part::Type::number || part.type == codeglot::Part::Type::datetime;
    if (joined != (has_pieces ? part.value : "")) {
      return "The pieces do not add up";
    }
  }
  return "";
}

bool beyond_dates(const std::vector<NamedArgument> &arguments) {
  return std::any_of(arguments.begin(), arguments.end(), [](const NamedArgument &argument) {
    const double number = number_of(argument.value);
    return !(std::abs(number) <= milliseconds_most);
  });
}

void report(const std::string &what, const char *locale, const char *zone, const std::string &pattern) {
  std::cerr << what << "\n  locale    " << locale << "\n  zone      " << zone << "\n  pattern   " << pattern << '\n';
}

/// Whether ICU may crash or never end: rules of numbers (spellout, ordinal, and all numbers where they are algorithmic)
/// follow a null pointer for minus infinity, algorithmic ones call themselves without end beyond 64 bits, and those that
/// name fractions by their denominators search for one that fits the smallest. The engine refuses these.
bool may_crash(const char *locale, const std::string &pattern, const std::vector<NamedArgument> &arguments) {
  constexpr double rules_most = 9.2e18;
  const bool algorithmic = locale == algorithmic_locale;
  const auto names = [&pattern](const char *type) { return pattern.find(type) != std::string::npos; };
  if (!algorithmic && !names("pellout") && !names("ordinal") && !names("duration")) {
    return false;
  }
  return std::any_of(arguments.begin(), arguments.end(), [&](const NamedArgument &argument) {
    const double number = number_of(argument.value);
    const double fraction = std::abs(number) - std::floor(std::abs(number));
    return (fraction > 0 && fraction < 1e-9) || number == -std::numeric_limits<double>::infinity() ||
           (algorithmic && !(std::abs(number) < rules_most));
  });
}

/// One pattern with several sets of arguments.
void compare(Random &random, const char *locale, Counts &counts) {
  const std::string pattern = random_pattern(random);
  const char *const zone = random.pick(zones);
  icu::TimeZone::adoptDefault(
      icu::TimeZone::createTimeZone(UnicodeString::fromUTF8(*zone == '+' ? std::string("GMT") + zone : zone)));
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(UnicodeString::fromUTF8(pattern), icu::Locale::forLanguageTag(locale, status),
                                  status);
  const auto message = codeglot::make_mf1_message(pattern, locale);
  codeglot::FormatContext context;
  context.time_zone = zone;
  if (U_FAILURE(status)) {
    const Formatted formatted = message->format({}, context);
    const bool rejected = !formatted.errors.empty() && formatted.errors.front().kind == ErrorKind::syntax_error &&
                          formatted.errors.front().byte <= pattern.size();
    ++(rejected ? counts.rejected : counts.different);
    if (!rejected) {
      report("ICU alone rejects a pattern", locale, zone, pattern);
    }
    return;
  }
  for (size_t set = 0; set < sets_per_message; ++set) {
    const std::vector<NamedArgument> arguments = random_pattern_arguments(random);
    if (may_crash(locale, pattern, arguments)) {
      ++counts.beyond;
      continue;
    }
    const std::optional<std::string> expected = icu_answer(format, arguments);
    const Formatted formatted = message->format(arguments, context);
    const std::string fault = fault_of(formatted, expected);
    if (!fault.empty() && beyond_dates(arguments)) {
      ++counts.beyond;
      continue;
    }
    ++counts.compared;
    counts.refused += expected ? 0 : 1;
    if (!fault.empty()) {
      ++counts.different;
      report(fault, locale, zone, pattern);
      report_arguments(arguments);
      std::cerr << "  ICU       " << expected.value_or("(refused)") << "\n  Codeglot  " << formatted.text() << '\n';
    }
  }
}

int run() {
  const uint64_t seed = seed_of_run();
  const uint64_t cases = from_environment("CODEGLOT_CASES", CODEGLOT_DEFAULT_CASES);
  std::cout << "engine differential: seed " << seed << std::endl;  // Before anything can go wrong.
  // icu::MessageFormat reads the host's locale where it has no data; the engine reads the root.
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale::setDefault(icu::Locale::getRoot(), status);
  Random random(seed);
  Counts counts;
  for (size_t message = 0; counts.compared < cases && counts.different < differences_most; ++message) {
    compare(random, random.one_in(500) ? algorithmic_locale : locales[message % std::size(locales)], counts);
  }
  std::cout << "engine differential: " << std::size(locales) + 1 << " locales, " << counts.rejected
            << " patterns that both reject, " << counts.refused << " argument sets that both refuse, " << counts.beyond
            << " left out for values that the engine alone refuses\n"
            << "engine differential: " << counts.compared << " compared, " << counts.different << " different, seed "
            << seed << std::endl;
  if (counts.different > 0) {
    std::cerr << "Run it again with CODEGLOT_SEED=" << seed << '\n';
  }
  return counts.different == 0 ? 0 : 1;
}

}  // namespace
}  // namespace differential

int main() { return differential::run(); }
