// See mf2_number_format.h. Options have ECMA-402's names and meanings. Where the specification leaves a default open, it is
// that of ICU's number formatter and of ICU's own MessageFormat 2: up to six fraction digits.
#include "core/icu_engine/mf2_number_format.h"

#include <unicode/currunit.h>
#include <unicode/measunit.h>

#include <algorithm>
#include <limits>

#include "core/icu_engine/mf2_functions.h"

namespace codeglot::mf2 {
namespace {

using icu::number::FractionPrecision;
using icu::number::Precision;
using icu::number::UnlocalizedNumberFormatter;

template <typename Result>
struct Choice {
  const char *word;
  Result result;
};

/// The value of an option by a table, whose first entry is the default.
template <typename Result, size_t count>
Result choose(const Value &value, const char *name, const Choice<Result> (&choices)[count]) {
  if (const std::string *word = value.option(name)) {
    for (const Choice<Result> &choice : choices) {
      if (*word == choice.word) {
        return choice.result;
      }
    }
  }
  return choices[0].result;
}

constexpr Choice<UNumberSignDisplay> signs[] = {{"auto", UNUM_SIGN_AUTO},
                                                {"always", UNUM_SIGN_ALWAYS},
                                                {"exceptZero", UNUM_SIGN_EXCEPT_ZERO},
                                                {"negative", UNUM_SIGN_NEGATIVE},
                                                {"never", UNUM_SIGN_NEVER}};
constexpr Choice<UNumberSignDisplay> currency_signs[] = {{"standard", UNUM_SIGN_AUTO},
                                                         {"accounting", UNUM_SIGN_ACCOUNTING}};
constexpr Choice<UNumberGroupingStrategy> groupings[] = {{"auto", UNUM_GROUPING_AUTO},
                                                         {"always", UNUM_GROUPING_ON_ALIGNED},
                                                         {"never", UNUM_GROUPING_OFF},
                                                         {"min2", UNUM_GROUPING_MIN2}};
constexpr Choice<UNumberUnitWidth> currency_widths[] = {{"symbol", UNUM_UNIT_WIDTH_SHORT},
                                                        {"narrowSymbol", UNUM_UNIT_WIDTH_NARROW},
                                                        {"name", UNUM_UNIT_WIDTH_FULL_NAME},
                                                        {"code", UNUM_UNIT_WIDTH_ISO_CODE},
                                                        {"never", UNUM_UNIT_WIDTH_HIDDEN}};
constexpr Choice<UNumberUnitWidth> unit_widths[] = {
    {"short", UNUM_UNIT_WIDTH_SHORT}, {"narrow", UNUM_UNIT_WIDTH_NARROW}, {"long", UNUM_UNIT_WIDTH_FULL_NAME}};
constexpr Choice<UNumberFormatRoundingMode> rounding_modes[] = {
    {"halfExpand", UNUM_ROUND_HALFUP},    {"ceil", UNUM_ROUND_CEILING},
    {"floor", UNUM_ROUND_FLOOR},          {"expand", UNUM_ROUND_UP},
    {"trunc", UNUM_ROUND_DOWN},           {"halfCeil", UNUM_ROUND_HALF_CEILING},
    {"halfFloor", UNUM_ROUND_HALF_FLOOR}, {"halfTrunc", UNUM_ROUND_HALFDOWN},
    {"halfEven", UNUM_ROUND_HALFEVEN}};

/// The number of an option; -1 if it is not given.
int32_t number_option(const Value &value, const char *name) {
  const std::string *text = value.option(name);
  if (text == nullptr || *text == "auto") {
    return -1;
  }
  int32_t number = 0;
  for (const char digit : *text) {
    number = number * 10 + (digit - '0');
  }
  return number;
}

struct Digits {
  int32_t least = 0;
  int32_t most = 0;
  bool given = false;
};

constexpr int32_t default_fraction_digits = 6;

/// Fraction digits: a limit that is given moves the default of the other. Where both are given and do not go together, the
/// maximum counts.
Digits fraction_digits(const Value &value) {
  const int32_t least = number_option(value, "minimumFractionDigits");
  const int32_t most = number_option(value, "maximumFractionDigits");
  const bool whole = value.function == "integer";
  const int32_t default_most = value.function == "percent" ? 0 : default_fraction_digits;
  Digits digits;
  if (whole) {
    return digits;
  }
  digits.given = least >= 0 || most >= 0;
  digits.most = most >= 0 ? most : std::max(default_most, least);
  digits.least = std::min(std::max(least, 0), digits.most);
  return digits;
}

Digits significant_digits(const Value &value) {
  const int32_t least = number_option(value, "minimumSignificantDigits");
  const int32_t most = number_option(value, "maximumSignificantDigits");
  Digits digits;
  digits.given = least >= 0 || most >= 0;
  digits.most = most >= 0 ? most : std::max(least, 21);
  digits.least = std::min(std::max(least, 1), digits.most);
  return digits;
}

/// ICU rounds to an increment only as it stands: the digits of the fraction are set beside it.
Precision increment_precision(int32_t increment, const Digits &fraction) {
  return Precision::incrementExact(static_cast<uint64_t>(increment), static_cast<int16_t>(-fraction.most))
      .withMinFraction(fraction.least);
}

Precision base_precision(const Value &value, const Digits &fraction, const Digits &significant) {
  const std::string *priority = value.option("roundingPriority");
  const FractionPrecision by_fraction = Precision::minMaxFraction(fraction.least, fraction.most);
  if (significant.given && priority != nullptr && *priority != "auto") {
    return by_fraction.withSignificantDigits(
        significant.least, significant.most,
        *priority == "morePrecision" ? UNUM_ROUNDING_PRIORITY_RELAXED : UNUM_ROUNDING_PRIORITY_STRICT);
  }
  if (significant.given) {
    return Precision::minMaxSignificantDigits(significant.least, significant.most);
  }
  const int32_t increment = number_option(value, "roundingIncrement");
  return increment > 1 ? increment_precision(increment, fraction) : Precision(by_fraction);
}

Precision precision_of(const Value &value) {
  const Digits significant = significant_digits(value);
  Digits fraction = fraction_digits(value);
  Precision precision = base_precision(value, fraction, significant);
  if (value.function == "currency") {
    const int32_t digits = number_option(value, "fractionDigits");
    UErrorCode status = U_ZERO_ERROR;
    const std::string *code = value.option("currency");
    const icu::CurrencyUnit unit(icu::StringPiece(*code), status);
    fraction.least = digits >= 0 ? digits : ucurr_getDefaultFractionDigits(unit.getISOCurrency(), &status);
    fraction.least = std::max(fraction.least, 0);
    fraction.most = fraction.least;
    precision = base_precision(value, fraction, significant);
  }
  const std::string *zeros = value.option("trailingZeroDisplay");
  return zeros != nullptr && *zeros == "stripIfInteger"
             ? precision.trailingZeroDisplay(UNUM_TRAILING_ZERO_HIDE_IF_WHOLE)
             : precision;
}

UnlocalizedNumberFormatter formatter_of(const Value &value, UErrorCode &status) {
  UnlocalizedNumberFormatter formatter = icu::number::NumberFormatter::with()
                                             .grouping(choose(value, "useGrouping", groupings))
                                             .roundingMode(choose(value, "roundingMode", rounding_modes));
  formatter = std::move(formatter).sign(value.function == "currency" ? choose(value, "currencySign", currency_signs)
                                                                     : choose(value, "signDisplay", signs));
  const int32_t integer_digits = number_option(value, "minimumIntegerDigits");
  if (integer_digits > 1 && value.function != "percent") {
    formatter = std::move(formatter).integerWidth(icu::number::IntegerWidth::zeroFillTo(integer_digits));
  }
  const std::string *usage = value.function == "unit" ? value.option("usage") : nullptr;
  if (usage == nullptr || fraction_digits(value).given || significant_digits(value).given) {
    formatter = std::move(formatter).precision(precision_of(value));  // Else how the usage rounds is CLDR's to say.
  }
  if (value.function == "percent") {
    formatter = std::move(formatter).unit(icu::MeasureUnit::getPercent());
  } else if (value.function == "currency") {
    formatter = std::move(formatter)
                    .unit(icu::CurrencyUnit(icu::StringPiece(*value.option("currency")), status))
                    .unitWidth(choose(value, "currencyDisplay", currency_widths));
  } else if (value.function == "unit") {
    formatter = std::move(formatter)
                    .unit(icu::MeasureUnit::forIdentifier(*value.option("unit"), status))
                    .unitWidth(choose(value, "unitDisplay", unit_widths));
    if (usage != nullptr) {
      formatter = std::move(formatter).usage(*usage);
    }
  }
  return formatter;
}

}  // namespace

icu::number::FormattedNumber to_formatted_number(const Value &value, FormatTools &tools, UErrorCode &status) {
  using icu::number::LocalizedNumberFormatter;
  const LocalizedNumberFormatter *const formatter = tools.kept.numbers.get(format_key(value, tools.locale), [&] {
    auto made = std::make_unique<LocalizedNumberFormatter>(
        formatter_of(value, status).locale(localized(tools.locale.locale, value)));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  });
  if (formatter == nullptr) {
    return {};
  }
  if (value.number.kind() == ExactNumber::Kind::finite) {
    const ExactNumber shown = value.function == "percent" ? value.number.times_hundred() : value.number;
    return formatter->formatDecimal(shown.signed_plain(), status);
  }
  const double infinity = std::numeric_limits<double>::infinity();
  return formatter->formatDouble(value.number.kind() == ExactNumber::Kind::not_a_number
                                     ? std::numeric_limits<double>::quiet_NaN()
                                     : (value.number.negative() ? -infinity : infinity),
                                 status);
}

bool format_number(const Value &value, FormatTools &tools, Part &part, std::string &error) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::number::FormattedNumber number = to_formatted_number(value, tools, status);
  const icu::UnicodeString text = U_SUCCESS(status) ? number.toString(status) : icu::UnicodeString();
  if (U_FAILURE(status)) {
    error = "this number cannot be formatted with these options";
    return false;
  }
  part.type = Part::Type::number;
  part.value = to_utf8(text);
  part.pieces = number_pieces(number, value.number.kind() == ExactNumber::Kind::finite     ? NumberClass::finite
                                      : value.number.kind() == ExactNumber::Kind::infinity ? NumberClass::infinity
                                                                                           : NumberClass::not_a_number);
  return true;
}

}  // namespace codeglot::mf2
