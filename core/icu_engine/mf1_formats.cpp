// See mf1_formats.h. Follows createAppropriateFormat in ICU's msgfmt.cpp, step by step.
#include "core/icu_engine/mf1_formats.h"

#include <unicode/decimfmt.h>
#include <unicode/numsys.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/udata.h>

#include <array>

#include "core/icu_engine/icu_locale.h"
#include "core/icu_engine/mf1_date_format.h"
#include "core/icu_engine/mf1_number_format.h"
#include "core/icu_engine/pieces.h"

namespace codeglot {
namespace {

using icu::DateFormat;
using icu::DecimalFormat;
using icu::Locale;
using icu::NumberFormat;
using icu::RuleBasedNumberFormat;
using icu::UnicodeString;

using Made = std::shared_ptr<const Mf1Format>;

constexpr std::array<const char16_t *, 6> types = {u"number", u"date", u"time", u"spellout", u"ordinal", u"duration"};
constexpr std::array<const char16_t *, 4> number_styles = {u"", u"currency", u"percent", u"integer"};
constexpr std::array<const char16_t *, 5> date_styles = {u"", u"short", u"medium", u"long", u"full"};
constexpr std::array<DateFormat::EStyle, 5> date_style_values = {
    DateFormat::kDefault, DateFormat::kShort, DateFormat::kMedium, DateFormat::kLong, DateFormat::kFull};

int32_t skip_white_space(const UnicodeString &text, int32_t from) {
  while (from < text.length() && u_hasBinaryProperty(text[from], UCHAR_PATTERN_WHITE_SPACE)) {
    ++from;
  }
  return from;
}

UnicodeString trim(const UnicodeString &text) {
  const int32_t from = skip_white_space(text, 0);
  int32_t to = text.length();
  while (to > from && u_hasBinaryProperty(text[to - 1], UCHAR_PATTERN_WHITE_SPACE)) {
    --to;
  }
  return UnicodeString(text, from, to - from);
}

/// The keyword's index, in any case and between white space; -1 if it is none of them.
template <size_t count>
int find_keyword(const UnicodeString &text, const std::array<const char16_t *, count> &keywords) {
  const UnicodeString wanted = trim(text).toLower(Locale::getRoot());
  for (size_t index = 0; index < count; ++index) {
    if (wanted == keywords[index]) {
      return static_cast<int>(index);
    }
  }
  return -1;
}

/// What follows "::"; nothing if the style is no skeleton.
std::optional<UnicodeString> skeleton_of(const UnicodeString &style) {
  const int32_t from = skip_white_space(style, 0);
  if (style.compare(from, 2, u"::", 0, 2) != 0) {
    return std::nullopt;
  }
  return UnicodeString(style, from + 2);
}

/// Whether a skeleton scales by a power that no number needs: "scale/1e999999999" prints a billion zeros.
bool scales_too_far(const UnicodeString &skeleton) {
  constexpr int32_t exponent_digits_most = 3;
  for (int32_t at = skeleton.indexOf(u"scale/"); at >= 0; at = skeleton.indexOf(u"scale/", at + 1)) {
    int32_t unit = at + 6;
    while (unit < skeleton.length() && skeleton[unit] != u' ' && (skeleton[unit] | 0x20) != u'e') {
      ++unit;
    }
    int32_t digits = 0;
    for (++unit; unit < skeleton.length() && skeleton[unit] != u' '; ++unit) {
      digits += skeleton[unit] >= u'0' && skeleton[unit] <= u'9' ? 1 : 0;
    }
    if (digits > exponent_digits_most) {
      return true;
    }
  }
  return false;
}

Made wrap(std::unique_ptr<NumberFormat> format, UErrorCode &status) {
  if (U_SUCCESS(status) && format == nullptr) {
    status = U_MEMORY_ALLOCATION_ERROR;
  }
  if (U_FAILURE(status)) {
    return nullptr;
  }
  const auto *const decimal = dynamic_cast<const DecimalFormat *>(format.get());
  if (decimal == nullptr) {
    return std::make_shared<Mf1RuleFormat>(std::move(format), true, false);
  }
  const icu::number::LocalizedNumberFormatter *const formatter = decimal->toNumberFormatter(status);
  return U_SUCCESS(status) ? std::make_shared<Mf1DecimalFormat>(std::move(format), *formatter) : nullptr;
}

Made make_pattern(const UnicodeString &pattern, const Locale &locale, UErrorCode &status) {
  std::unique_ptr<NumberFormat> format(NumberFormat::createInstance(locale, status));
  if (auto *const decimal = dynamic_cast<DecimalFormat *>(format.get()); decimal != nullptr && U_SUCCESS(status)) {
    UParseError where{};
    decimal->applyPattern(pattern, where, status);
  }
  return wrap(std::move(format), status);
}

Made make_number_skeleton(const UnicodeString &skeleton, const Locale &locale, UErrorCode &status) {
  if (scales_too_far(skeleton)) {
    status = U_NUMBER_SKELETON_SYNTAX_ERROR;
    return nullptr;
  }
  const icu::number::LocalizedNumberFormatter formatter =
      icu::number::NumberFormatter::forSkeleton(skeleton, status).locale(locale);
  return U_SUCCESS(status) ? std::make_shared<Mf1Skeleton>(formatter) : nullptr;
}

Made make_number(const UnicodeString &style, const Locale &locale, UErrorCode &status) {
  switch (find_keyword(style, number_styles)) {
    case 0:
      return make_mf1_default_number(locale, status);
    case 1:
      return wrap(std::unique_ptr<NumberFormat>(NumberFormat::createCurrencyInstance(locale, status)), status);
    case 2:
      return wrap(std::unique_ptr<NumberFormat>(NumberFormat::createPercentInstance(locale, status)), status);
    case 3: {
      std::unique_ptr<NumberFormat> format(NumberFormat::createInstance(locale, status));
      if (auto *const decimal = dynamic_cast<DecimalFormat *>(format.get())) {
        decimal->setMaximumFractionDigits(0);
        decimal->setDecimalSeparatorAlwaysShown(false);
      }
      return wrap(std::move(format), status);
    }
    default: {
      const std::optional<UnicodeString> skeleton = skeleton_of(style);
      return skeleton ? make_number_skeleton(*skeleton, locale, status) : make_pattern(style, locale, status);
    }
  }
}

Made wrap(std::unique_ptr<DateFormat> format, const Locale &locale, UErrorCode &status) {
  if (U_SUCCESS(status) && (format == nullptr || format->getCalendar() == nullptr)) {
    status = U_MEMORY_ALLOCATION_ERROR;
  }
  return U_SUCCESS(status) ? std::make_shared<Mf1DateFormat>(std::move(format), locale) : nullptr;
}

Made make_date(bool time, const UnicodeString &style, const Locale &locale, UErrorCode &status) {
  if (const std::optional<UnicodeString> skeleton = skeleton_of(style)) {
    return wrap(std::unique_ptr<DateFormat>(DateFormat::createInstanceForSkeleton(*skeleton, locale, status)), locale,
                status);
  }
  const int known = find_keyword(style, date_styles);
  const DateFormat::EStyle value = known < 0 ? DateFormat::kDefault : date_style_values[static_cast<size_t>(known)];
  std::unique_ptr<DateFormat> format(time ? DateFormat::createTimeInstance(value, locale)
                                          : DateFormat::createDateInstance(value, locale));
  if (auto *const simple = dynamic_cast<icu::SimpleDateFormat *>(format.get()); simple != nullptr && known < 0) {
    simple->applyPattern(style);
  }
  return wrap(std::move(format), locale, status);
}

std::unique_ptr<RuleBasedNumberFormat> make_rule_format(icu::URBNFRuleSetTag tag, const Locale &locale,
                                                        UErrorCode &status) {
  if (has_data(U_ICUDATA_NAME "-rbnf", locale)) {
    return std::make_unique<RuleBasedNumberFormat>(tag, locale, status);
  }
  // Where ICU has no rules for the language it would take those of the host's locale: take the root's.
  const RuleBasedNumberFormat root(tag, Locale::getRoot(), status);
  UParseError where{};
  return U_SUCCESS(status) ? std::make_unique<RuleBasedNumberFormat>(root.getRules(), locale, where, status) : nullptr;
}

bool has_algorithmic_numbers(const Locale &locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstance(locale, status));
  return U_FAILURE(status) || system == nullptr || system->isAlgorithmic();
}

/// Whether a rule for fractions, "x.x: <%cardinal< comma >%%fractions>;", hands them to rules of their own.
bool names_fractions(const UnicodeString &rules) {
  for (int32_t at = rules.indexOf(u".x:"); at >= 0; at = rules.indexOf(u".x:", at + 1)) {
    const int32_t end = rules.indexOf(u';', at);
    const int32_t own = rules.indexOf(u">%%", at);
    if (own >= 0 && (end < 0 || own < end)) {
      return true;
    }
  }
  return false;
}

Made make_rules(icu::URBNFRuleSetTag tag, const UnicodeString &rule_set, const Locale &locale, UErrorCode &status) {
  std::unique_ptr<RuleBasedNumberFormat> format = make_rule_format(tag, locale, status);
  if (U_SUCCESS(status) && format != nullptr && !rule_set.isEmpty()) {
    UErrorCode ignored = U_ZERO_ERROR;  // ICU, too, stays silent about a set of rules that it does not have.
    format->setDefaultRuleSet(rule_set, ignored);
  }
  if (U_FAILURE(status)) {
    return nullptr;
  }
  const bool named = names_fractions(format->getRules());
  return std::make_shared<Mf1RuleFormat>(std::move(format), has_algorithmic_numbers(locale), named);
}

}  // namespace

std::optional<std::string> Mf1Format::select(double number, const Mf1Operand &operand,
                                             const icu::PluralRules &rules) const {
  Part part;
  std::vector<Mf1Fault> faults;
  return format(operand, "", part, faults) ? std::optional<std::string>(to_utf8(rules.select(number))) : std::nullopt;
}

bool is_mf1_type(const UnicodeString &type) { return find_keyword(type, types) >= 0; }

Made make_mf1_default_number(const Locale &locale, UErrorCode &status) {
  return wrap(std::unique_ptr<NumberFormat>(NumberFormat::createInstance(locale, status)), status);
}

Made make_mf1_default_date(const Locale &locale, UErrorCode &status) {
  return wrap(
      std::unique_ptr<DateFormat>(DateFormat::createDateTimeInstance(DateFormat::kShort, DateFormat::kShort, locale)),
      locale, status);
}

Made make_mf1_format(const UnicodeString &type, const UnicodeString &style, const Locale &locale, UErrorCode &status) {
  switch (find_keyword(type, types)) {
    case 0:
      return make_number(style, locale, status);
    case 1:
      return make_date(false, style, locale, status);
    case 2:
      return make_date(true, style, locale, status);
    case 3:
      return make_rules(icu::URBNF_SPELLOUT, style, locale, status);
    case 4:
      return make_rules(icu::URBNF_ORDINAL, style, locale, status);
    case 5:
      return make_rules(icu::URBNF_DURATION, style, locale, status);
    default:
      status = U_ILLEGAL_ARGUMENT_ERROR;
      return nullptr;
  }
}

}  // namespace codeglot
