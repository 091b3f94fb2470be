// The differential test: random messages and arguments in every locale that has plural rules, lowered and run by the
// runtime, against icu::MessageFormat. Every byte must be the same.
//   codeglot_differential
// Environment: CODEGLOT_SEED (default: the time) and CODEGLOT_CASES (message × argument sets). The seed is printed, so
// that a failure can be run again. On a difference: prints the case and exits 1.
#include <unicode/locid.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <iostream>
#include <optional>
#include <set>

#include "core/compiler/locale_data.h"
#include "core/compiler/lone_message.h"
#include "core/compiler/plural_rules_source.h"
#include "core/compiler/proof.h"
#include "core/icu_engine/message.h"
#include "core/syntax/mf1_parser.h"
#include "environment.h"
#include "icu_reference.h"
#include "random_message.h"

namespace differential {
namespace {

using codeglot::LocaleData;
using codeglot::NamedArgument;
using icu::UnicodeString;

constexpr size_t sets_per_message = 5;
constexpr size_t differences_most = 10;

// Locales whose numbers look unlike those of their language.
const char *const number_locales[] = {
    // In their digits.
    "ar-EG", "ar-SA", "ar-MA", "ar-u-nu-arab", "fa-AF", "ckb", "ur-IN", "bn-IN", "mr", "ne", "my", "dz", "sat", "mni",
    "ff-Adlm", "hi-u-nu-deva", "th-u-nu-thai", "ta-u-nu-tamldec", "zh-u-nu-hanidec", "uz-Cyrl", "bs-Cyrl",
    // In their groups, separators and signs.
    "de-AT", "de-CH", "de-LI", "fr-CH", "fr-CA", "it-CH", "en-IN", "en-ZA", "en-CH", "en-GB", "en-AU", "es-MX", "es-AR",
    "es-CO", "es-CR", "pt-PT", "pt-AO", "sr-Latn", "sr-Cyrl-BA", "nn", "rw", "ksh", "gsw", "zh-Hant", "zh-Hant-HK"};

std::vector<LocaleData> load_locales() {
  std::set<std::string> tags(std::begin(number_locales), std::end(number_locales));
  for (const std::string &id : codeglot::plural_rule_locales()) {
    UErrorCode status = U_ZERO_ERROR;
    const auto tag = icu::Locale(id.c_str()).toLanguageTag<std::string>(status);
    tags.insert(U_SUCCESS(status) ? tag : id);
  }
  std::vector<LocaleData> locales;
  for (const std::string &tag : tags) {
    LocaleData data = LocaleData::load(tag);
    if (codeglot::can_print_numbers(data)) {  // Excluded: locales of algorithmic numbers, which the compiler refuses.
      locales.push_back(std::move(data));
    }
  }
  return locales;
}

struct Counts {
  size_t compared = 0;
  size_t different = 0;
  size_t rejected = 0;     // Messages that neither ICU nor Codeglot takes.
  size_t left_to_icu = 0;  // Messages in which damage has made "integer" a number pattern.
  size_t refused = 0;      // Argument sets that ICU has no answer for: damage has made an argument of another type.
};

void report(const std::string &what, const LocaleData &locale, const std::string &pattern) {
  std::cerr << what << "\n  locale    " << locale.tag << "\n  pattern   " << pattern << '\n';
}

/// Whether damage has made "integer" a number pattern: those are lowering_differential.cpp's. In a locale without data
/// icu::MessageFormat prints infinity as "INF" by a pattern and as "∞" without one; the ICU engine as "∞" always.
bool has_format(const std::vector<codeglot::Node> &nodes) {
  return std::any_of(nodes.begin(), nodes.end(), [](const codeglot::Node &node) {
    return node.format || std::any_of(node.branches.begin(), node.branches.end(),
                                      [](const codeglot::Branch &branch) { return has_format(branch.nodes); });
  });
}

/// Whether the ICU engine refuses a message that parses: damage has made "integer" a number pattern that is none.
bool engine_refuses(const std::string &pattern, const LocaleData &locale) {
  const std::vector<codeglot::MessageError> errors =
      codeglot::make_mf1_message(pattern, locale.tag)->format({}, {}).errors;
  return std::any_of(errors.begin(), errors.end(), [](const codeglot::MessageError &error) {
    return error.kind != codeglot::ErrorKind::unresolved_variable;
  });
}

/// One message with several sets of arguments.
void compare(Random &random, const LocaleData &locale, Counts &counts) {
  const RandomMessage message = random_message(random);
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(UnicodeString::fromUTF8(message.pattern),
                                  icu::Locale::forLanguageTag(locale.tag, status), status);
  std::vector<codeglot::MessageProblem> problems;
  const std::optional<codeglot::Message> parsed = codeglot::parse_mf1(message.pattern, problems);
  if (U_FAILURE(status) || !parsed) {
    if (U_FAILURE(status) && (!parsed || engine_refuses(message.pattern, locale))) {
      ++counts.rejected;
    } else {
      ++counts.different;
      report(parsed ? "ICU alone rejects a message" : "Codeglot alone rejects a message: " + problems.front().message,
             locale, message.pattern);
    }
    return;
  }
  const codeglot::LoneMessage lowered(*parsed, locale);
  if (!lowered.reasons().empty() || has_format(parsed->nodes)) {
    ++counts.left_to_icu;
    return;
  }
  for (size_t set = 0; set < sets_per_message; ++set) {
    const std::vector<NamedArgument> arguments = random_arguments(random, message.variables);
    const std::optional<std::string> expected = icu_answer(format, arguments);
    if (!expected) {
      ++counts.refused;
      continue;
    }
    ++counts.compared;
    const codeglot::RuntimeAnswer answer = lowered.run(arguments);
    if (answer.text != *expected || answer.status == CG_WRONG_ARGUMENT_TYPE) {
      ++counts.different;
      report("The texts differ", locale, message.pattern);
      report_arguments(arguments);
      std::cerr << "  ICU       " << *expected << "\n  Codeglot  " << answer.text << '\n';
    }
  }
}

int run() {
  const uint64_t seed = seed_of_run();
  const uint64_t cases = from_environment("CODEGLOT_CASES", CODEGLOT_DEFAULT_CASES);
  std::cout << "differential: seed " << seed << std::endl;  // Before anything can go wrong.
  Random random(seed);
  const std::vector<LocaleData> locales = load_locales();
  Counts counts;
  for (size_t message = 0; counts.compared < cases && counts.different < differences_most; ++message) {
    compare(random, locales[message % locales.size()], counts);
  }
  std::cout << "differential: " << locales.size() << " locales, " << counts.rejected << " messages that neither takes, "
            << counts.left_to_icu << " not lowered, " << counts.refused << " argument sets that ICU refuses\n"
            << "differential: " << counts.compared << " compared, " << counts.different << " different, seed " << seed
            << std::endl;
  if (counts.different > 0) {
    std::cerr << "Run it again with CODEGLOT_SEED=" << seed << '\n';
  }
  return counts.different == 0 ? 0 : 1;
}

}  // namespace
}  // namespace differential

int main() { return differential::run(); }
