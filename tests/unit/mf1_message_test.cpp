// MessageFormat 1 in the ICU engine: what icu::MessageFormat does in the details that are easy to lose, and what it does
// not give: parts and pieces, zones, errors with their bytes, and an answer for hostile input.
#include <unicode/locid.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <thread>

#include "codeglot/limits.h"
#include "core/icu_engine/message.h"
#include "core/icu_engine/mf1_tree.h"
#include "core/icu_engine/time_zone.h"
#include "core/syntax/mf1_source.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr double afternoon = 1637685775123;  // 2021-11-23T16:42:55.123Z

Formatted run(const std::string &pattern, const std::vector<NamedArgument> &arguments = {},
              const std::string &locale = "en", const std::string &zone = "") {
  FormatContext context;
  context.time_zone = zone;
  return make_mf1_message(pattern, locale)->format(arguments, context);
}

/// The text; fails the test if there is an error.
std::string print(const std::string &pattern, const std::vector<NamedArgument> &arguments = {},
                  const std::string &locale = "en", const std::string &zone = "") {
  const Formatted formatted = run(pattern, arguments, locale, zone);
  INFO(pattern << ": " << (formatted.errors.empty() ? "" : formatted.errors.front().message));
  CHECK(formatted.errors.empty());
  return formatted.text();
}

/// "text | kind@byte kind@byte"
std::string refusal(const std::string &pattern, const std::vector<NamedArgument> &arguments = {},
                    const std::string &locale = "en", const std::string &zone = "") {
  const Formatted formatted = run(pattern, arguments, locale, zone);
  std::string result = formatted.text() + " |";
  for (const MessageError &error : formatted.errors) {
    result += std::string(" ") + error_name(error.kind) + "@" + std::to_string(error.byte);
  }
  return result;
}

/// "integer:1 group:, integer:234"
std::string pieces(const Part &part) {
  std::string result;
  for (const Part::Piece &piece : part.pieces) {
    result += (result.empty() ? "" : " ") + piece.type + ":" + piece.value;
  }
  return result;
}

DateTime at(double milliseconds, const std::string &zone = "") { return {milliseconds, zone}; }

}  // namespace

TEST_CASE("A plain argument is printed by its type") {
  CHECK(print("{x}", {{"x", std::string("Ada")}}) == "Ada");
  CHECK(print("{x}", {{"x", 1234.5}}, "de") == "1.234,5");
  CHECK(print("{x}", {{"x", int64_t{1234567}}}) == "1,234,567");
  CHECK(print("{x}", {{"x", at(afternoon)}}) == "11/23/21, 4:42\u202FPM");
  CHECK(print("{x}", {{"x", at(afternoon)}}, "de") == "23.11.21, 16:42");
  CHECK(print("{0} {1}", {{"0", std::string("a")}, {"1", std::string("b")}}) == "a b");
}

TEST_CASE("Decimal strings keep their digits") {
  CHECK(print("{n, number,0.00000000000000000000}", {{"n", DecimalText{"0.12345678901234567891"}}}) ==
        "0.12345678901234567891");
  CHECK(print("{n}", {{"n", DecimalText{"123456789012345678901234567890"}}}) ==
        "123,456,789,012,345,678,901,234,567,890");
  CHECK(print("{n}", {{"n", DecimalText{"-Infinity"}}}) == "-\u221E");
  CHECK(print("{n}", {{"n", DecimalText{"NaN"}}}) == "NaN");
  CHECK(print("{n, number, ::.00}", {{"n", DecimalText{"1e350"}}}).size() > 350);
}

TEST_CASE("Only skeletons mind how many digits a first group needs") {
  CHECK(print("{n} {n, number} {n, number, ::}", {{"n", int64_t{1234}}}, "pl") == "1\u00A0234 1\u00A0234 1234");
  CHECK(print("{n}", {{"n", int64_t{1234}}}, "es") == "1.234");
  CHECK(print("{n, number, ::}", {{"n", int64_t{1234}}}, "es") == "1234");
}

TEST_CASE("A plural counts the number as a pattern in 'other' prints it, but not as a skeleton does") {
  const std::vector<NamedArgument> one = {{"n", int64_t{1}}};
  CHECK(print("{n, plural, one{one} other{other {n, number,0.0}}}", one) == "other 1.0");
  CHECK(print("{n, plural, one{one} other{other {n, number, ::.0}}}", one) == "one");
  CHECK(print("{n, plural, one{one} other{# {n, number,0.0}}}", one) == "one");
  CHECK(print("{n, plural, one{one} other{other {n, number, integer}}}", {{"n", 1.4}}) == "one");
  CHECK(print("{n, plural, offset:1 =1{just you} one{you and # other} other{you and # others}}", {{"n", 2.0}}) ==
        "you and 1 other");
  CHECK(print("{n, plural, offset:1 one{{n} #} other{}}", {{"n", 2.0}}) == "2 1");
}

TEST_CASE("Choice takes the last limit that the number reaches") {
  const std::string pattern = "{n, choice, -1#below|0#none|1#one|1<{n} many}";
  CHECK(print(pattern, {{"n", -5.0}}) == "below");
  CHECK(print(pattern, {{"n", 0.5}}) == "none");
  CHECK(print(pattern, {{"n", 1.0}}) == "one");
  CHECK(print(pattern, {{"n", 1.5}}) == "1.5 many");
  CHECK(print(pattern, {{"n", std::numeric_limits<double>::quiet_NaN()}}) == "below");
}

TEST_CASE("Rules spell numbers out") {
  CHECK(print("{n, spellout}", {{"n", 42.0}}) == "forty-two");
  CHECK(print("{n, spellout,%spellout-ordinal}", {{"n", 42.0}}) == "forty-second");
  CHECK(print("{n, ordinal}", {{"n", 3.0}}) == "3rd");
  CHECK(print("{n, spellout}", {{"n", 21.0}}, "nb") == "tjue\u00AD\u00E9n");  // Its rules are those of no.
  CHECK(print("{n, spellout}", {{"n", 21.0}}, "zu") == "21");                 // It has none.
  CHECK(print("{n, duration}", {{"n", 3661.0}}) == "1:01:01");
  CHECK(print("{n, spellout, %no-such-rules}", {{"n", 2.0}}, "de") == "zwei");
  CHECK(print("{n}", {{"n", 14.0}}, "en-u-nu-roman") == "XIV");
}

TEST_CASE("What ICU's rules cannot survive is refused") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(refusal("{n, ordinal}", {{"n", -infinity}}) == "{n} | bad-operand@0");
  CHECK(refusal("{n, spellout}", {{"n", 1e-12}}, "pl") == "{n} | bad-operand@0");
  CHECK(print("{n, spellout}", {{"n", 0.5}}, "pl").find("zero") == 0);
  CHECK(refusal("{n}", {{"n", std::numeric_limits<int64_t>::min()}}, "en-u-nu-roman") == "{n} | bad-operand@0");
  CHECK(refusal("{n}", {{"n", DecimalText{"99999999999999999999"}}}, "en-u-nu-roman") == "{n} | bad-operand@0");
}

TEST_CASE("Dates are shown in the argument's zone, else the call's, else the locale's, else UTC") {
  const std::string pattern = "{d, time, ::Hm}";
  CHECK(print(pattern, {{"d", at(afternoon)}}) == "16:42");
  CHECK(print(pattern, {{"d", at(afternoon)}}, "en", "Europe/Paris") == "17:42");
  CHECK(print(pattern, {{"d", at(afternoon, "America/New_York")}}, "en", "Europe/Paris") == "11:42");
  CHECK(print(pattern, {{"d", at(afternoon, "+05:30")}}) == "22:12");
  CHECK(print(pattern, {{"d", at(afternoon, "-0800")}}) == "08:42");
  CHECK(print(pattern, {{"d", at(afternoon, "Z")}}, "en", "Europe/Paris") == "16:42");
  CHECK(print(pattern, {{"d", at(afternoon)}}, "en-u-tz-frpar") == "17:42");
  CHECK(print("{d, time, full}", {{"d", at(afternoon, "Europe/Paris")}}) ==
        "5:42:55\u202FPM Central European Standard Time");
  CHECK(refusal("a {d, time, ::Hm}", {{"d", at(afternoon, "Mars/Olympus")}}) == "a 16:42 | bad-operand@2");
  CHECK(refusal("{d, time, ::Hm}", {{"d", at(afternoon)}}, "en", "+24:00") == "16:42 | bad-operand@0");
}

TEST_CASE("A time zone has a name or an offset") {
  for (const char *name : {"UTC", "Z", "Europe/Paris", "Etc/GMT+3", "+05:30", "-0800", "+23:59", "+09", "-00:00"}) {
    INFO(name);
    CHECK(find_time_zone(name) != nullptr);
  }
  for (const char *name : {"", "z", "+", "+5", "+5:30", "+05:3", "+0530x", "+24:00", "+05:60", "05:30", "+05-30",
                           "Mars/Olympus", "europe/paris ", "Etc/Unknown", "\xFF"}) {
    INFO(name);
    CHECK(find_time_zone(name) == nullptr);
  }
  CHECK(find_time_zone(std::string(1000, 'A')) == nullptr);
}

TEST_CASE("Neither the zone nor the locale of the host is seen") {
  const std::string pattern =
      "{d} {d, date, full} {d, time, full} {d, date, ::yMMMdHmz} {n, spellout} {n, number, currency}";
  const std::vector<NamedArgument> arguments = {{"d", at(afternoon)}, {"n", 21.0}};
  std::vector<std::string> answers;
  const icu::Locale locale_before = icu::Locale::getDefault();
  const std::unique_ptr<icu::TimeZone> zone_before(icu::TimeZone::createDefault());
  for (const char *host : {"en-US", "ja-JP", "ar-EG"}) {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale::setDefault(icu::Locale::forLanguageTag(host, status), status);
    icu::TimeZone::adoptDefault(icu::TimeZone::createTimeZone(*host == 'j' ? u"Asia/Tokyo" : u"America/Lima"));
    std::string all;
    for (const char *locale : {"en", "zu", "tlh", "xx-YY", "und", "", "no tag", "en-u-nu-roman"}) {
      all += print(pattern, arguments, locale) + "\n";
    }
    answers.push_back(all);
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale::setDefault(locale_before, status);
  icu::TimeZone::setDefault(*zone_before);
  CHECK(answers[0] == answers[1]);
  CHECK(answers[0] == answers[2]);
}

TEST_CASE("Arguments that are missing or of a wrong type print their names, and the rest is printed") {
  CHECK(refusal("a {n} b {m, number} c") == "a {n} b {m} c | unresolved-variable@2 unresolved-variable@8");
  CHECK(refusal("{n, number}!", {{"n", std::string("1")}}) == "{n}! | bad-operand@0");
  CHECK(refusal("{n, plural, other{#}}!", {{"n", std::string("1")}}) == "{n}! | bad-operand@0");
  CHECK(refusal("{n, choice, 0#a}", {{"n", at(0)}}) == "{n} | bad-operand@0");
  CHECK(refusal("{s, select, other{x}}", {{"s", int64_t{1}}}) == "{s} | bad-operand@0");
  CHECK(refusal("{d, date}", {{"d", std::string("now")}}) == "{d} | bad-operand@0");
  CHECK(refusal("{d, date}", {{"d", int64_t{0}}}) == "{d} | bad-operand@0");  // ICU takes no 64-bit integer here.
  CHECK(print("{d, date}", {{"d", 0.0}}) == "Jan 1, 1970");
  CHECK(refusal("{d, date}", {{"d", at(std::nan(""))}}) == "{d} | bad-operand@0");
  CHECK(refusal("{d, date}", {{"d", at(8.64e15 + 1)}}) == "{d} | bad-operand@0");
  CHECK(run("{d, date}", {{"d", at(8.64e15)}}).errors.empty());
  CHECK(refusal("{n}", {{"n", {}}}) == "{n} | bad-operand@0");
  CHECK(refusal("{n}", {{"n", DecimalText{"1e999999999"}}}) == "{n} | bad-operand@0");
  CHECK(refusal("{n}", {{"n", DecimalText{"twelve"}}}) == "{n} | bad-operand@0");
  CHECK(refusal("{n, plural, one{1} other{#}}", {{"n", std::nan("")}}) == "{n} | bad-operand@0");
}

TEST_CASE("A pattern that ICU refuses is one fallback and an error at its byte") {
  CHECK(refusal("é {n") == "{\uFFFD} | syntax-error@3");
  CHECK(refusal("é {n, foo}") == "{\uFFFD} | syntax-error@7");
  CHECK(refusal("é {n, number, ::nothing}") == "{\uFFFD} | syntax-error@14");
  CHECK(refusal("{n, number,0.0.0}") == "{\uFFFD} | syntax-error@11");
  CHECK(refusal("{n, plural, one{x}}").starts_with("{\uFFFD} | syntax-error@"));
  CHECK(refusal("{n, number, ::scale/1e999999999}") == "{\uFFFD} | syntax-error@11");
  CHECK(refusal("ok \xFF") == "{\uFFFD} | syntax-error@3");
  const Formatted formatted = run("{");
  REQUIRE(formatted.parts.size() == 1);
  CHECK(formatted.parts[0].type == Part::Type::fallback);
  CHECK(formatted.parts[0].source == "\uFFFD");
}

TEST_CASE("A letter that means nothing in a date pattern is told, and ICU's text is shown") {
  CHECK(refusal("a {d, date,yyyy J} b", {{"d", at(0)}}) == "a 1970  b | bad-option@2");
}

TEST_CASE("Apostrophes quote as they do for ICU") {
  CHECK(print("it's '{n}' ''{n}''", {{"n", 1.0}}) == "it's {n} '1'");
  CHECK(print("{n, plural, other{'#' # it''s}}", {{"n", 1.0}}) == "# 1 it's");
  CHECK(print("{n, number,0 'it''s'}", {{"n", 1.0}}) == "1 it's");
}

TEST_CASE("Text is one part, and every argument is a part with its name, locale and pieces") {
  const Formatted formatted = run("a {n, plural, other{b # c}} d {s}{d, date, long}",
                                  {{"n", -1234.5}, {"s", std::string("Ada")}, {"d", at(afternoon)}});
  REQUIRE(formatted.parts.size() == 5);
  CHECK(formatted.parts[0].type == Part::Type::text);
  CHECK(formatted.parts[0].value == "a b ");
  const Part &number = formatted.parts[1];
  CHECK(number.type == Part::Type::number);
  CHECK(number.name == "n");
  CHECK(number.locale == "en");
  CHECK(pieces(number) == "minusSign:- integer:1 group:, integer:234 decimal:. fraction:5");
  CHECK(formatted.parts[2].value == " c d ");
  CHECK(formatted.parts[3].type == Part::Type::string);
  CHECK(formatted.parts[3].name == "s");
  CHECK(formatted.parts[4].type == Part::Type::datetime);
  CHECK(pieces(formatted.parts[4]) == "month:November literal:  day:23 literal:,  year:2021");
}

TEST_CASE("Pieces have ECMA-402's names") {
  const auto number = [](const std::string &style, double value) {
    return pieces(run("{n, number, " + style + "}", {{"n", value}}).parts.front());
  };
  CHECK(number("::currency/EUR", 1) == "currency:\u20AC integer:1 decimal:. fraction:00");
  CHECK(number("percent", 0.5) == "integer:50 percentSign:%");
  CHECK(number("::compact-short", 1500) == "integer:1 decimal:. fraction:5 compact:K");
  CHECK(number("::scientific", 0.001) == "integer:1 exponentSeparator:E exponentMinusSign:- exponentInteger:3");
  CHECK(number("::unit/meter", 3) == "integer:3 literal:  unit:m");
  CHECK(number("::sign-always", 1) == "plusSign:+ integer:1");
  CHECK(number("::", std::numeric_limits<double>::infinity()) == "infinity:\u221E");
  CHECK(number("::", std::nan("")) == "nan:NaN");
  CHECK(pieces(run("{n, spellout}", {{"n", 1.0}}).parts.front()) == "literal:one");
  CHECK(
      pieces(run("{d, time,h:mm:ss.SSS a z}", {{"d", at(afternoon)}}).parts.front()) ==
      "hour:4 literal:: minute:42 literal:: second:55 literal:. fractionalSecond:123 literal:  dayPeriod:PM literal:  "
      "timeZoneName:UTC");
}

TEST_CASE("Arguments in invalid UTF-8 come out as valid UTF-8") {
  CHECK(print("{s}", {{"s", std::string("a\xFF\xE2\x82")}}) == "a\uFFFD\uFFFD");
  CHECK(print("{s, select, \uFFFD{x} other{y}}", {{"s", std::string("\xFF")}}) == "x");
}

TEST_CASE("Hostile patterns are refused at the limits and no sooner") {
  const auto nested = [](int depth) {
    std::string pattern;
    for (int level = 0; level < depth / 2; ++level) {
      pattern += "{s,select,other{";
    }
    return pattern + "x" + repeat("}}", static_cast<size_t>(depth / 2));
  };
  const std::vector<NamedArgument> text = {{"s", std::string("a")}};
  CHECK(print(nested(mf1_brace_depth_most), text) == "x");
  CHECK(refusal(nested(mf1_brace_depth_most + 2), text) == "{\uFFFD} | syntax-error@0");
  CHECK(refusal(repeat("{s,select,other{", 50000)) == "{\uFFFD} | syntax-error@0");
  CHECK(print(std::string(mf1_pattern_bytes_most, 'x')).size() == mf1_pattern_bytes_most);
  CHECK(refusal(std::string(mf1_pattern_bytes_most + 1, 'x')) == "{\uFFFD} | syntax-error@0");
  CHECK(print(repeat("{s}", mf1_pattern_bytes_most / 3), text).size() == mf1_pattern_bytes_most / 3);
  CHECK(refusal(std::string(mf1_pattern_bytes_most, '{')).starts_with("{\uFFFD} | syntax-error@"));
  CHECK(print(repeat("'{'.", mf1_brace_depth_most)).size() == 2 * mf1_brace_depth_most);
}

TEST_CASE("A message has so many different formats, and as many equal ones as it likes") {
  const auto pattern = [](size_t count) {
    std::string result;
    for (size_t index = 0; index < count; ++index) {
      result += "{n, number, 0'" + std::to_string(index) + "'}";
    }
    return result;
  };
  CHECK(run(pattern(mf1_formats_most), {{"n", 1.0}}).errors.empty());
  CHECK(refusal(pattern(mf1_formats_most + 1), {{"n", 1.0}}).starts_with("{\uFFFD} | syntax-error@"));
  CHECK(run(repeat("{n, number,0.0}", 20000), {{"n", 1.0}}).errors.empty());
}

TEST_CASE("A text ends before it grows beyond the limit") {
  const std::vector<NamedArgument> arguments = {{"s", std::string(1 << 20, 'x')}};
  CHECK(run(repeat("{s}", 100), arguments).text().size() == CG_MAX_OUTPUT_BYTES);
  CHECK(run("a" + repeat("{s}", 100), arguments).text().size() == CG_MAX_OUTPUT_BYTES - (1 << 20) + 1);
}

TEST_CASE("One message is formatted by many threads at once") {
  const auto message = make_mf1_message(
      "{d, date, full} {d, time, full} {n, spellout} {n, plural, one{#} other{{n, number,0.0}}}", "ru");
  const std::vector<NamedArgument> arguments = {{"d", at(afternoon)}, {"n", 5.0}};
  const auto in_zone = [&](const char *zone) {
    FormatContext context;
    context.time_zone = zone;
    return message->format(arguments, context).text();
  };
  const std::string utc_text = in_zone("UTC");
  const std::string paris_text = in_zone("Europe/Paris");
  std::vector<int> wrong(4, 0);
  std::vector<std::thread> threads;
  for (size_t index = 0; index < wrong.size(); ++index) {
    threads.emplace_back([&, index] {
      for (int round = 0; round < 200; ++round) {
        const bool utc_round = (static_cast<size_t>(round) + index) % 2 == 0;
        wrong[index] += in_zone(utc_round ? "UTC" : "Europe/Paris") != (utc_round ? utc_text : paris_text) ? 1 : 0;
      }
    });
  }
  for (std::thread &thread : threads) {
    thread.join();
  }
  CHECK(std::count(wrong.begin(), wrong.end(), 0) == 4);
}
