// MessageFormat 2 as a caller of the engine sees it: texts, errors, parts, and what hostile messages cost.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <limits>

#include "codeglot/limits.h"
#include "core/icu_engine/function.h"
#include "core/icu_engine/message.h"

using namespace codeglot;

namespace {

using Arguments = std::vector<NamedArgument>;

Formatted format(const std::string &pattern, const Arguments &arguments = {}, const std::string &locale = "en",
                 FormatContext context = {.time_zone = "", .bidi = BidiIsolation::none, .functions = nullptr}) {
  return make_mf2_message(pattern, locale)->format(arguments, context);
}

std::string text(const std::string &pattern, const Arguments &arguments = {}, const std::string &locale = "en") {
  const Formatted formatted = format(pattern, arguments, locale);
  INFO(pattern << ": " << (formatted.errors.empty() ? "" : formatted.errors.front().message));
  CHECK(formatted.errors.empty());
  return formatted.text();
}

/// The text, then "bad-option@12" for each error.
std::string outcome(const std::string &pattern, const Arguments &arguments = {},
                    const FormatContext &context = {
                        .time_zone = "", .bidi = BidiIsolation::none, .functions = nullptr}) {
  const Formatted formatted = format(pattern, arguments, "en", context);
  std::string result = formatted.text();
  for (const MessageError &error : formatted.errors) {
    result += " " + std::string(error_name(error.kind)) + "@" + std::to_string(error.byte);
  }
  return result;
}

NamedArgument decimal(const std::string &digits) { return {"n", DecimalText{digits}}; }

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

const std::string narrow_space = "\u202F";

}  // namespace

TEST_CASE("Numbers keep their digits") {
  const std::string long_number = "123456789012345678901234567890.12345678901234567890";
  CHECK(text("{$n :number minimumFractionDigits=20 useGrouping=never}", {decimal(long_number)}) == long_number);
  CHECK(text("{|0.1000000000000000055| :number maximumFractionDigits=19}") == "0.1000000000000000055");
  CHECK(text("{$n :number maximumFractionDigits=20}", {{"n", 0.1}}) == "0.1");
  CHECK(text("{$n :number maximumFractionDigits=20}", {{"n", 1e-7}}) == "0.0000001");
  CHECK(text("{$n :number useGrouping=never}", {{"n", 1e21}}) == "1000000000000000000000");
  CHECK(text("{$n}", {{"n", std::numeric_limits<int64_t>::min()}}) == "-9,223,372,036,854,775,808");
  CHECK(text("{$n} {$n :number minimumFractionDigits=2}", {decimal("1.10")}) == "1.1 1.10");
  CHECK(text("{1.23e2 :number} {-0 :number}") == "123 -0");
  CHECK(text("{$n :number} {$n :integer}", {{"n", std::numeric_limits<double>::quiet_NaN()}}) == "NaN NaN");
  CHECK(text("{$n :number}", {decimal("-Infinity")}) == "-∞");
}

TEST_CASE("What is calculated is calculated exactly") {
  CHECK(text("{$n :offset add=1}", {decimal("99999999999999999999.5")}) == "100,000,000,000,000,000,000.5");
  CHECK(text("{1 :offset subtract=3} {-1 :offset add=1} {0.5 :offset subtract=1}") == "-2 0 -0.5");
  CHECK(text("{0.57 :percent} {0.001 :percent maximumFractionDigits=1} {12 :percent}") == "57% 0.1% 1,200%");
  CHECK(text("{1.5 :integer} {-2.5 :integer} {0.49 :integer} {99.5 :integer}") == "2 -3 0 100");
  CHECK(text("{$n :integer}", {decimal("12345678901234567890123.9")}) == "12,345,678,901,234,567,890,124");
}

TEST_CASE("Numbers beyond the limits of digits are bad operands") {
  const std::string most(CG_MAX_NUMBER_DIGITS, '9');
  CHECK(text("{$n :number useGrouping=never}", {decimal(most)}) == most);
  CHECK(outcome("{$n :number}", {decimal(most + "9")}) == "{$n} bad-operand@0");
  CHECK(outcome("{1e999999999 :number}") == "{|1e999999999|} bad-operand@0");
  CHECK(outcome("{1e-99999999999999999999 :number}") == "{|1e-99999999999999999999|} bad-operand@0");
  CHECK(text("{0e99999 :number}") == "0");
}

TEST_CASE("Options of numbers do what ECMA-402 says of them") {
  CHECK(text("{1.005 :number maximumFractionDigits=2} {1.005 :number maximumFractionDigits=2 roundingMode=halfEven}") ==
        "1.01 1");
  CHECK(text("{12345.678 :number maximumSignificantDigits=3} {5 :number minimumSignificantDigits=3}") == "12,300 5.00");
  CHECK(text("{4.321 :number minimumFractionDigits=1 maximumFractionDigits=1 minimumSignificantDigits=3 "
             "maximumSignificantDigits=3 roundingPriority=morePrecision}") == "4.32");
  CHECK(text("{4.321 :number minimumFractionDigits=1 maximumFractionDigits=1 minimumSignificantDigits=3 "
             "maximumSignificantDigits=3 roundingPriority=lessPrecision}") == "4.3");
  CHECK(text("{1.23 :number minimumFractionDigits=2 maximumFractionDigits=2 roundingIncrement=5}") == "1.25");
  CHECK(text("{5 :number minimumFractionDigits=2 trailingZeroDisplay=stripIfInteger}") == "5");
  CHECK(text("{5 :number minimumIntegerDigits=3 signDisplay=always}") == "+005");
  CHECK(text("{1234 :number useGrouping=min2} {12345 :number useGrouping=never}") == "1234 12345");
  CHECK(text("{12 :number numberingSystem=thai}") == "๑๒");
}

TEST_CASE("Currencies and units") {
  CHECK(text("{42 :currency currency=usd} {-1 :currency currency=USD currencySign=accounting}") == "$42.00 ($1.00)");
  CHECK(text("{42 :currency currency=JPY} {5.5 :currency currency=USD fractionDigits=0}") == "¥42 $6");
  CHECK(text("{42 :currency currency=EUR currencyDisplay=code trailingZeroDisplay=stripIfInteger}") == "EUR\u00A042");
  CHECK(text(".local $m = {1 :currency currency=EUR} {{{$m :currency currencyDisplay=name}}}") == "1.00 euros");
  CHECK(outcome(".local $m = {1 :currency currency=EUR} {{{$m :currency currency=USD}}}") == "€1.00 bad-option@55");
  CHECK(outcome("{1 :currency currency=euro}") == "{|1|} bad-option@13");
  CHECK(text("{3 :unit unit=kilometer-per-hour unitDisplay=long}") == "3 kilometers per hour");
  CHECK(outcome("{1 :unit unit=nonsense}") == "{|1|} bad-option@9");
}

TEST_CASE("Options that are not valid are left out, and said") {
  CHECK(outcome("{4.2 :number minimumFractionDigits=foo signDisplay=maybe}") == "4.2 bad-option@13 bad-option@39");
  CHECK(outcome("{4.2 :number minimumFractionDigits=100}") == "4.2 bad-option@13");
  CHECK(outcome("{4.2 :number minimumIntegerDigits=0}") == "4.2 bad-option@13");
  CHECK(outcome("{4.2 :number minimumFractionDigits=3 maximumFractionDigits=1}") == "4.2 bad-option@0");
  CHECK(outcome("{4.2 :number minimumFractionDigits=$none}") == "4.2 unresolved-variable@35 bad-option@13");
  CHECK(outcome("{4.2 :number anything=goes}") == "4.2");
  CHECK(outcome("{4.2 :number u:locale=fr}") == "4.2 bad-option@13");
}

TEST_CASE("Options pass from one declaration to the next") {
  CHECK(text(".input {$n :number minimumFractionDigits=2 signDisplay=always} {{{$n :number minimumFractionDigits=1}}}",
             {{"n", int64_t{4}}}) == "+4.0");
  CHECK(text(".local $n = {4.25 :number minimumFractionDigits=2} .local $i = {$n :integer} {{{$i} {$n}}}") == "4 4.25");
  CHECK(text(".local $n = {4.25 :number minimumFractionDigits=3} .local $s = {$n :string} {{{$s}}}") == "4.25");
}

TEST_CASE("Selection compares exact values before plural categories") {
  const std::string pattern = ".input {$n :number} .match $n one {{one}} 1 {{exactly}} * {{other}}";
  CHECK(text(pattern, {{"n", int64_t{1}}}) == "exactly");
  CHECK(text(pattern, {decimal("1.0")}) == "exactly");
  CHECK(text(pattern, {{"n", 1.5}}) == "other");
  CHECK(text(pattern, {{"n", std::numeric_limits<double>::quiet_NaN()}}) == "other");
  CHECK(text(".input {$n :number minimumFractionDigits=1} .match $n one {{one}} * {{other}}", {{"n", int64_t{1}}}) ==
        "other");
  CHECK(text(".local $n = {0.01 :percent} .match $n 1 {{one percent}} * {{other}}") == "one percent");
  CHECK(text(".local $n = {3 :number select=ordinal} .match $n few {{3rd}} * {{other}}") == "3rd");
  CHECK(outcome(".local $n = {3 :number} .match $n three {{3}} * {{other}}") == "other bad-variant-key@34");
  CHECK(outcome(".local $n = {|2006-01-02| :date} .match $n * {{other}}") == "other bad-selector@40");
}

TEST_CASE("The best variant is the one of the best first key") {
  const std::string pattern =
      ".input {$a :string} .input {$b :number} .match $a $b * 1 {{*1}} x * {{x*}} x one {{xone}} * * {{**}}";
  CHECK(text(pattern, {{"a", "x"}, {"b", int64_t{1}}}) == "xone");
  CHECK(text(pattern, {{"a", "x"}, {"b", int64_t{2}}}) == "x*");
  CHECK(text(pattern, {{"a", "y"}, {"b", int64_t{1}}}) == "*1");
  CHECK(text(pattern, {{"a", "y"}, {"b", int64_t{2}}}) == "**");
  CHECK(text(".input {$e\u0301 :string} .match $\u00E9 |\u00E9| {{same}} * {{other}}", {{"\u00E9", "e\u0301"}}) ==
        "same");
}

TEST_CASE("Dates are shown in their zone, the option's, the call's, or UTC; never the host's") {
  const NamedArgument moment = {"d", DateTime{1136214246000, ""}};
  FormatContext context = {.time_zone = "", .bidi = BidiIsolation::none, .functions = nullptr};
  const std::string pattern = "{$d :time precision=second}";
  CHECK(outcome(pattern, {moment}, context) == "3:04:06" + narrow_space + "PM");
  context.time_zone = "America/New_York";
  CHECK(outcome(pattern, {moment}, context) == "10:04:06" + narrow_space + "AM");
  CHECK(outcome(pattern, {{"d", DateTime{1136214246000, "+05:30"}}}, context) == "8:34:06" + narrow_space + "PM");
  CHECK(outcome("{$d :time timeZone=|Asia/Tokyo|}", {moment}, context) == "12:04" + narrow_space + "AM");
  CHECK(outcome("{$d :time timeZone=UTC timeZoneStyle=short}", {moment}, context) == "3:04" + narrow_space + "PM UTC");
  CHECK(outcome("{$d :time timeZone=Nowhere}", {moment}, context) == "10:04" + narrow_space + "AM bad-option@10");
  CHECK(outcome("{$d :time timeZone=input}", {moment}, context) == "10:04" + narrow_space + "AM bad-operand@0");
  context.time_zone = "Not/A_Zone";
  CHECK(outcome(pattern, {moment}, context) == "3:04:06" + narrow_space + "PM");
}

TEST_CASE("Literal dates: floating times stay as they are, an offset is a zone") {
  FormatContext context = {.time_zone = "America/New_York", .bidi = BidiIsolation::none, .functions = nullptr};
  CHECK(outcome("{|2006-07-02T15:04:06| :time timeZoneStyle=short}", {}, context) == "3:04" + narrow_space + "PM EDT");
  CHECK(outcome("{|2006-01-02| :date}", {}, context) == "Jan 2, 2006");
  CHECK(outcome("{|2006-01-02T23:30:00-08:00| :date fields=day-weekday timeZone=UTC}", {}, context) == "3 Tue");
  CHECK(outcome("{|2006-01-02T15:04:06.5Z| :string}") == "2006-01-02T15:04:06.5Z");
  CHECK(outcome(".local $d = {|2006-01-02T15:04:06.5+01:00| :datetime} {{{$d :string}}}") ==
        "2006-01-02T14:04:06.500Z");
  CHECK(outcome("{|0001-01-01| :date length=long} {|1500-02-28| :date}") == "January 1, 1 Feb 28, 1500");
  for (const char *bad : {"2006-02-29", "2006-13-01", "0000-01-01", "2006-01-02T24:00:00", "2006-01-02T15:04",
                          "2006-01-02T15:04:06+15:00", "2006-01-02T15:04:06.1234", "2006-1-2", "06-01-02", ""}) {
    CHECK(outcome("{|" + std::string(bad) + "| :date}") == "{|" + std::string(bad) + "|} bad-operand@0");
  }
}

TEST_CASE("Dates by fields and length") {
  CHECK(text("{|2006-01-02| :date fields=year-month-day-weekday length=long}") == "Monday, January 2, 2006");
  CHECK(text("{|2006-01-02| :date length=short}", {}, "de") == "02.01.06");
  CHECK(text("{|2006-01-02T15:04:06| :datetime dateFields=month-day timePrecision=hour}") ==
        "Jan 2, 3" + narrow_space + "PM");
  CHECK(text("{|2006-01-02T15:04:06| :time hour12=false} {|2006-01-02T15:04:06| :time hour12=true}", {}, "fr") ==
        "15:04 3:04" + narrow_space + "PM");
  CHECK(text("{|2006-01-02| :date calendar=buddhist}", {}, "th") == "2 ม.ค. 2549");
  CHECK(outcome("{|2006-01-02| :date calendar=mayan fields=$f}", {{"f", "weekday"}}) ==
        "Jan 2, 2006 bad-option@20 bad-option@35");
  CHECK(outcome("{$d}", {{"d", DateTime{std::numeric_limits<double>::infinity(), ""}}}) == "{$d} bad-operand@0");
}

TEST_CASE("Placeholders are isolated by the specification's default strategy") {
  const FormatContext context;
  CHECK(format("{$s} {1 :number}", {{"s", "x"}}, "en", context).text() == "\u2068x\u2069 1");
  CHECK(format("{1 :number}", {}, "he", context).text() == "\u20671\u2069");
  CHECK(format("{1 :number u:dir=ltr} {1 :number u:dir=auto}", {}, "en", context).text() ==
        "\u20661\u2069 \u20681\u2069");
  CHECK(format("{$none}", {}, "en", context).text() == "\u2068{$none}\u2069");
  CHECK(format("{#b}x{/b}", {}, "ar", context).text() == "x");
  CHECK(format(".local $s = {a :string u:dir=rtl} {{{$s :string}}}", {}, "en", context).text() == "\u2067a\u2069");
  CHECK(format("{bad", {}, "en", context).text() == "{\uFFFD}");
}

TEST_CASE("A declaration is resolved once, and only if it is needed") {
  int calls = 0;
  FunctionRegistry functions;
  functions.add("shop:count", [&](const FunctionCall &) {
    FunctionResult result;
    result.text = std::to_string(++calls);
    return result;
  });
  const FormatContext context = {.time_zone = "", .bidi = BidiIsolation::none, .functions = &functions};
  CHECK(outcome(".local $a = {:shop:count} .local $b = {:shop:count} {{{$a}{$a}}}", {}, context) == "11");
  CHECK(outcome(".input {$none :number} {{fine}}") == "fine");
}

TEST_CASE("A caller's functions format, select, and know their operand's options") {
  FunctionRegistry functions;
  functions.add("shop:size", [](const FunctionCall &call) {
    FunctionResult result;
    const auto *operand = call.operand ? std::get_if<std::string>(&call.operand->value) : nullptr;
    if (operand == nullptr) {
      result.error = "a size is a string";
      return result;
    }
    if (!call.options.empty() && call.options[0].second == "wrong") {
      result.error = "no such option";
      result.bad_option = true;
      return result;
    }
    result.text = "[" + call.locale + ":" + call.operand->name + ":" + *operand + "]";
    result.selection = *operand;
    result.weaker_selection = {"any"};
    result.format_error = *operand == "secret" ? "a secret is not shown" : "";
    for (const std::string &name : call.variable_options) {
      result.text += "$" + name;
    }
    for (const auto &[name, value] : call.operand_options) {
      result.text += name + "=" + value;
    }
    result.options = call.options;
    return result;
  });
  const FormatContext context = {.time_zone = "", .bidi = BidiIsolation::none, .functions = &functions};
  CHECK(outcome("{$s :shop:size} {x :shop:size}", {{"s", "XL"}}, context) == "[en:s:XL] [en::x]");
  CHECK(outcome("{$s :shop:size}", {{"s", int64_t{1}}}, context) == "{$s} bad-operand@0");
  CHECK(outcome("{$s :shop:size o=wrong}", {{"s", "XL"}}, context) == "{$s} bad-option@0");
  CHECK(outcome("{:shop:size}", {}, context) == "{:shop:size} bad-operand@0");
  CHECK(outcome("{$s :shop:size}", {}, context) == "{$s} unresolved-variable@1 bad-operand@0");
  CHECK(outcome(".local $a = {XL :shop:size u=1} {{{$a :shop:size}}}", {}, context) == "[en:a:XL]u=1");
  CHECK(outcome("{a_size :shop:size x=$s y=1}", {{"s", "XL"}}, context) == "[en::a_size]$x");
  const std::string match = ".input {$s :shop:size} .match $s any {{any}} XL {{large}} * {{other}}";
  CHECK(outcome(match, {{"s", "XL"}}, context) == "large");
  CHECK(outcome(match, {{"s", "S"}}, context) == "any");
  CHECK(outcome(".input {$s :shop:size} .match $s secret {{{$s}}} * {{}}", {{"s", "secret"}}, context) ==
        "{$s} bad-operand@42");
  CHECK(outcome("{$s :shop:size}", {{"s", "XL"}}) == "{$s} unknown-function@4");
}

TEST_CASE("Parts tell what the text is made of") {
  const Formatted formatted = format("Hi {$who :string u:id=w} {#b k=$who u:id=m}{-1.5 :number}{/b}", {{"who", "Ann"}});
  CHECK(formatted.errors.empty());
  REQUIRE(formatted.parts.size() == 6);
  CHECK(formatted.parts[1].type == Part::Type::string);
  CHECK(formatted.parts[1].name == "who");
  CHECK(formatted.parts[1].id == "w");
  CHECK(formatted.parts[1].locale == "en");
  CHECK(formatted.parts[3].kind == "open");
  CHECK(formatted.parts[3].id == "m");
  CHECK(formatted.parts[3].options == std::vector<std::pair<std::string, std::string>>{{"k", "Ann"}});
  const Part &number = formatted.parts[4];
  CHECK(number.direction == "ltr");
  REQUIRE(number.pieces.size() == 4);
  CHECK(number.pieces[0].type == "minusSign");
  CHECK(number.pieces[1].type == "integer");
  CHECK(number.pieces[2].type == "decimal");
  CHECK(number.pieces[3].type == "fraction");
  const Part date = format("{|2006-01-02T15:04:06| :datetime}").parts[0];
  std::string joined;
  for (const Part::Piece &piece : date.pieces) {
    joined += piece.value;
  }
  CHECK(joined == date.value);
  CHECK(date.pieces[0].type == "month");
}

TEST_CASE("Thousands of declarations, variants and selectors take little time") {
  const auto start = std::chrono::steady_clock::now();
  std::string chain = ".local $v0 = {1 :number} ";
  for (int index = 1; index < 20000; ++index) {
    chain += ".local $v" + std::to_string(index) + " = {$v" + std::to_string(index - 1) + " :number} ";
  }
  CHECK(text(chain + "{{{$v19999}}}") == "1");
  std::string wide = "";
  std::string match = ".match";
  std::string catch_all = "";
  for (int index = 0; index < 25; ++index) {
    wide += ".local $s" + std::to_string(index) + " = {a :string} ";
    match += " $s" + std::to_string(index);
    catch_all += "* ";
  }
  std::string variants = catch_all + "{{best}}";
  for (int index = 0; index < 5000; ++index) {
    variants += " a k" + std::to_string(index);
    for (int key = 2; key < 25; ++key) {
      variants += " a";
    }
    variants += "{{no}}";
  }
  CHECK(text(wide + match + " " + variants) == "best");
  CHECK(seconds_since(start) < 20);  // Under a second without sanitizers.
}

TEST_CASE("A message that repeats a large argument ends at the limit, between code points") {
  std::string repeated = "a";
  std::string hidden;
  for (int index = 0; index < 1000; ++index) {
    repeated += "{$s}";
    hidden += "{x :string u:id=$s}{#m k=$s}";
  }
  std::string large;
  for (int index = 0; index < 300000; ++index) {
    large += "é";
  }
  const std::string formatted = format(repeated, {{"s", large}}).text();
  CHECK(formatted.size() == CG_MAX_OUTPUT_BYTES - 1);
  CHECK((static_cast<uint8_t>(formatted.back()) & 0xC0) == 0x80);
  size_t option_bytes = 0;
  for (const Part &part : format(hidden, {{"s", large}}).parts) {
    option_bytes += part.options.empty() ? 0 : part.options[0].second.size();
  }
  CHECK(option_bytes <= CG_MAX_OUTPUT_BYTES);
  const std::string exact(CG_MAX_OUTPUT_BYTES, 'x');
  CHECK(format("{$s}", {{"s", exact}}).text().size() == CG_MAX_OUTPUT_BYTES);
  CHECK(format("{$s}", {{"s", exact + "x"}}).text().size() == CG_MAX_OUTPUT_BYTES);
}

TEST_CASE("Any locale and any argument is taken") {
  for (const char *locale : {"", "und", "x", "not a locale", "en-US-u-nu-deva", "zh-Hant-TW"}) {
    CHECK(format("{12 :number} {$x}", {{"x", std::monostate()}}, locale).errors.size() == 1);
  }
  CHECK(text("{12 :number}", {}, "en-u-nu-deva") == "१२");
}
