// See random_format.h.
#include "random_format.h"

#include <limits>
#include <vector>

namespace differential {
namespace {

using codeglot::ArgumentValue;
using codeglot::DateTime;
using codeglot::DecimalText;
using codeglot::Format;
using Words = std::vector<const char *>;

std::string option(const char *name, const std::string &value) { return std::string(" ") + name + "=" + value; }

// ---- MessageFormat 1

std::string number_skeleton(Random &random) {
  static const Words units = {"",
                              "",
                              "",
                              "currency/USD",
                              "currency/EUR",
                              "currency/JPY",
                              "currency/TND",
                              "currency/CHF",
                              "percent",
                              "percent scale/100",
                              "permille",
                              "%x100",
                              "unit/meter",
                              "unit/day",
                              "unit/celsius",
                              "unit/kilometer-per-hour",
                              "unit/megabyte",
                              "measure-unit/duration-hour",
                              "scale/0.001",
                              "scale/1000"};
  static const Words precisions = {"",
                                   "",
                                   "",
                                   ".00",
                                   ".0",
                                   ".#",
                                   ".##",
                                   ".0##",
                                   ".00/w",
                                   ".##/w",
                                   "@@@",
                                   "@@##",
                                   "@#",
                                   "@@",
                                   "@",
                                   "precision-integer",
                                   "precision-unlimited",
                                   "precision-currency-standard",
                                   ".000*",
                                   ".00/@@*"};
  static const Words notations = {"", "", "", "compact-short", "compact-long", "K", "KK"};
  static const Words signs = {"",
                              "",
                              "",
                              "sign-always",
                              "sign-never",
                              "sign-except-zero",
                              "sign-negative",
                              "sign-accounting",
                              "sign-accounting-always",
                              "sign-accounting-except-zero",
                              "+!",
                              "()"};
  static const Words groups = {"", "", "", "group-off", "group-min2", "group-on-aligned", "group-thousands"};
  static const Words widths = {"",
                               "",
                               "",
                               "unit-width-narrow",
                               "unit-width-short",
                               "unit-width-full-name",
                               "unit-width-iso-code",
                               "unit-width-hidden"};
  static const Words modes = {"",
                              "",
                              "",
                              "rounding-mode-down",
                              "rounding-mode-up",
                              "rounding-mode-ceiling",
                              "rounding-mode-floor",
                              "rounding-mode-half-up",
                              "rounding-mode-half-down"};
  static const Words integers = {"", "", "", "", "integer-width/+000", "000", "decimal-always", "integer-width/##00"};
  std::string skeleton;
  for (const Words *words : {&units, &precisions, &notations, &signs, &groups, &widths, &modes, &integers}) {
    const std::string word = random.pick(*words);
    skeleton += (word.empty() ? "" : " ") + word;
  }
  return "::" + (skeleton.empty() ? " .00" : skeleton);
}

std::string number_pattern(Random &random) {
  static const Words patterns = {
      "#,##0.00",    "0",   "0.0", "#,##0.###", "#,##0.00;(#,##0.00)", "00000", "#,##,##0.0", "0.00%",        "¤#,##0",
      "#,##0.00 ¤¤", "0.5", "@@#", "#,####0",   "'n' 0.0 'x'",         "#.##",  "+0;-0",      "#,##0.00 ¤¤¤", "0‰"};
  return random.pick(patterns);
}

std::string date_format(Random &random) {
  static const Words styles = {"", ", short", ", medium", ", long", ", full"};
  static const Words skeletons = {"yMMMd", "yMMMMEEEEd", "jm",    "jms",        "jmsSSS", "yMd",      "MMMd",
                                  "yQQQ",  "GyMMM",      "EBhm",  "Hm",         "hmsz",   "yMMMdjmz", "d",
                                  "MMMMd", "Bh",         "yMdjm", "EEEEd",      "yQQQQ",  "y",        "LLLL",
                                  "cccc",  "HHmmssSSS",  "D",     "yMMMMdGGGG", "hm"};
  static const Words patterns = {"yyyy-MM-dd",
                                 "dd/MM/yy",
                                 "yyyy-MM-dd'T'HH:mm:ssXXX",
                                 "EEEE, d MMMM y G",
                                 "h:mm a",
                                 "k:mm:ss.SSS",
                                 "K:mm B",
                                 "yyyyMMdd HHmmss xx",
                                 "QQQ yyyy",
                                 "D 'of' yyyy",
                                 "LLL EEE",
                                 "u-MM",
                                 "d. MMMMM y",
                                 "HH 'o''clock' b",
                                 "ee",
                                 "w"};
  switch (random.below(4)) {
    case 0:
      return std::string("date") + random.pick(styles);
    case 1:
      return std::string("time") + random.pick(styles);
    case 2:
      return std::string(random.one_in(2) ? "date, ::" : "time, ::") + random.pick(skeletons);
    default:
      return std::string("date, ") + random.pick(patterns);
  }
}

std::string mf1_number(Random &random) {
  switch (random.below(8)) {
    case 0:
      return "{n, number, currency}";
    case 1:
      return "{n, number, percent}";
    case 2:
    case 3:
      return "{n, number, " + number_pattern(random) + "}";
    default:
      return "{n, number, " + number_skeleton(random) + "}";
  }
}

RandomFormat mf1(Random &random) {
  RandomFormat format;
  format.date = random.one_in(3);
  if (format.date) {
    format.source = "{d, " + date_format(random) + "}";
    return format;
  }
  const std::string placeholder = mf1_number(random);
  switch (random.below(5)) {
    case 0:
      format.source = "{n, plural, zero{Z " + placeholder + "} one{O " + placeholder + "} two{T} few{F " + placeholder +
                      "} many{M} other{" + placeholder + "}}";
      break;
    case 1:
      format.source = "{n, plural, =0{none} one{# or " + placeholder + "} other{#: {s} " + placeholder + "}}";
      break;
    default:
      format.source = "a " + placeholder + " b";
  }
  return format;
}

// ---- MessageFormat 2

std::string number_options(Random &random, const std::string &function) {
  static const Words digits = {"0", "1", "2", "3", "5"};
  static const Words least = {"1", "2", "4"};
  std::string options;
  const auto maybe = [&](size_t chance, const char *name, const Words &words) {
    if (random.one_in(chance)) {
      options += option(name, random.pick(words));
    }
  };
  if (function == "currency") {
    options += option("currency", random.pick(Words{"EUR", "USD", "JPY", "BHD"}));
    maybe(3, "currencyDisplay", {"narrowSymbol", "symbol", "name", "code", "never"});
    maybe(4, "currencySign", {"accounting", "standard"});
    maybe(4, "fractionDigits", {"0", "1", "auto"});
  } else if (function == "unit") {
    options += option("unit", random.pick(Words{"meter", "day", "liter", "kilometer-per-hour", "byte"}));
    maybe(2, "unitDisplay", {"short", "narrow", "long"});
  }
  if (function != "currency" && function != "integer") {
    maybe(4, "minimumFractionDigits", digits);
    maybe(3, "maximumFractionDigits", digits);
  }
  if (function != "integer") {
    maybe(6, "minimumSignificantDigits", least);
    maybe(6, "roundingMode", {"ceil", "floor", "expand", "trunc", "halfExpand", "halfTrunc", "halfEven", "halfCeil"});
    maybe(6, "trailingZeroDisplay", {"stripIfInteger", "auto"});
    maybe(8, "roundingPriority", {"auto", "morePrecision", "lessPrecision"});
    maybe(12, "roundingIncrement", {"5", "10", "25"});
  }
  maybe(5, "maximumSignificantDigits", {"1", "2", "3", "5"});
  maybe(4, "signDisplay", {"auto", "always", "exceptZero", "negative", "never"});
  maybe(4, "useGrouping", {"auto", "always", "never", "min2"});
  maybe(8, "minimumIntegerDigits", least);
  maybe(12, "numberingSystem", {"latn", "arab", "deva"});
  return options;
}

std::string date_expression(Random &random) {
  const std::string function = random.pick(Words{"date", "time", "datetime"});
  std::string options;
  const auto maybe = [&](const char *name, const Words &words) {
    if (random.one_in(2)) {
      options += option(name, random.pick(words));
    }
  };
  const Words fields = {"weekday",           "day-weekday",    "month-day",
                        "month-day-weekday", "year-month-day", "year-month-day-weekday"};
  const Words lengths = {"long", "medium", "short"};
  const Words precisions = {"hour", "minute", "second"};
  if (function == "date") {
    maybe("fields", fields);
    maybe("length", lengths);
  } else if (function == "time") {
    maybe("precision", precisions);
  } else {
    maybe("dateFields", fields);
    maybe("dateLength", lengths);
    maybe("timePrecision", precisions);
  }
  if (function != "date" && random.one_in(4)) {
    options += option("hour12", random.pick(Words{"true", "false"}));
  }
  if (function != "date" && random.one_in(5)) {
    options += option(function == "time" ? "timeZoneStyle" : "timeZoneStyle", random.pick(Words{"long", "short"}));
  }
  if (random.one_in(8)) {
    options += option("timeZone", random.pick(Words{"UTC", "|Europe/Paris|", "|+02:00|"}));
  }
  if (random.one_in(10)) {
    options += option("calendar", random.pick(Words{"gregory", "buddhist", "japanese"}));
  }
  return "$d :" + function + options;
}

std::string matcher(Random &random, const std::string &declaration) {
  static const Words keys = {"0", "1", "2", "-1", "21", "zero", "one", "two", "few", "many", "other"};
  std::string source = declaration + " .match $n ";
  std::vector<std::string> used;
  for (size_t count = random.below(4) + 1; count > 0; --count) {
    const std::string key = random.pick(keys);
    bool known = false;
    for (const std::string &other : used) {
      known = known || other == key;
    }
    if (!known) {
      used.push_back(key);
      source += key + " {{" + key + (random.one_in(2) ? ": {$n}" : "") + "}} ";
    }
  }
  return source + "* {{rest {$n} {$s}}}";
}

std::string id(Random &random) { return random.one_in(3) ? " u:id=|an id|" : ""; }

/// What the compiler prints: a placeholder of no argument.
std::string constant(Random &random) {
  static const Words constants = {"{|a|}",
                                  "{||}",
                                  "{|b| :string u:id=c}",
                                  "{-1234.5 :number u:id=c}",
                                  "{0.25 :percent}",
                                  "{7 :integer}",
                                  "{|2006-01-02T03:04:05| :datetime}",
                                  "{3 :unit unit=hour}"};
  return random.one_in(3) ? random.pick(constants) : "";
}

RandomFormat mf2(Random &random) {
  RandomFormat format;
  format.syntax = random.one_in(4) ? Format::Syntax::mf2_without_isolation : Format::Syntax::mf2;
  format.date = random.one_in(3);
  if (format.date) {
    format.source = constant(random) + "a {" + date_expression(random) + id(random) + "}" + constant(random);
    return format;
  }
  const bool matches = random.one_in(3);
  const std::string function = random.pick(matches ? Words{"number", "integer", "number", "percent"}
                                                   : Words{"number", "integer", "percent", "currency", "unit"});
  std::string expression = "{$n :" + function + number_options(random, function) + id(random);
  if (matches) {
    if (function != "percent" && random.one_in(3)) {
      expression += option("select", random.pick(Words{"plural", "ordinal", "exact"}));
    }
    format.source = matcher(random, ".input " + expression + "}");
  } else {
    format.source = "{$s} " + expression + "}" + constant(random) + "{#b u:id=b/}" + constant(random) + "b";
  }
  return format;
}

std::string digits(Random &random, size_t most) {
  std::string result;
  for (size_t count = random.below(most) + 1; count > 0; --count) {
    result += static_cast<char>('0' + (random.one_in(4) ? random.pick(std::string("0599")) - '0' : random.below(10)));
  }
  return result;
}

}  // namespace

RandomFormat random_format(Random &random) { return random.one_in(2) ? mf1(random) : mf2(random); }

ArgumentValue random_number(Random &random, bool counted) {
  const std::string sign = random.one_in(4) ? "-" : "";
  switch (random.below(10)) {
    case 0:
      return random.between(-3, 130);
    case 1:
      return random.between(-1000000, 1000000);
    case 2: {
      int64_t power = 1;
      for (size_t count = random.below(14); count > 0; --count) {
        power *= 10;
      }
      return power * random.between(1, 9) + random.between(-1, 1);
    }
    case 3:
      return static_cast<double>(random.between(-100000, 100000)) / 1000;
    case 4:
      return DecimalText{sign + digits(random, 3) + "." + digits(random, 6)};
    case 5:
      return DecimalText{sign + (counted ? digits(random, 14) : digits(random, 28))};
    case 6:
      return DecimalText{sign + "0." + digits(random, counted ? 12 : 25)};
    case 7:
      return DecimalText{sign + digits(random, 3) + "." + digits(random, 2) + "e" + std::to_string(random.below(9))};
    case 8: {
      static const double specials[] = {0.0, -0.0, std::numeric_limits<double>::infinity(),
                                        -std::numeric_limits<double>::infinity(),
                                        std::numeric_limits<double>::quiet_NaN()};
      return random.pick(specials);
    }
    default:
      return random.between(0, 30);
  }
}

ArgumentValue random_date(Random &random) {
  static const char *const zones[] = {"", "", "", "UTC", "+05:30", "-08:00", "+0100", "-03", "+14:00", "-00:01"};
  static constexpr int64_t spans[] = {100000000, 4000000000000, 70000000000000, 900000000000000};
  const int64_t span = random.pick(spans);
  return DateTime{static_cast<double>(random.between(-span, span)), random.pick(zones)};
}

}  // namespace differential
