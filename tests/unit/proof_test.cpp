// The proof: messages that lower as ICU prints them pass, and a program that differs from ICU in anything is refused.
#include "core/compiler/proof.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "core/compiler/lone_message.h"
#include "core/compiler/message_check.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// The problems of proving a pattern with the data of a locale.
std::vector<MessageProblem> prove_problems(const std::string &pattern, const LocaleData &locale) {
  std::vector<MessageProblem> problems;
  const bool proved = prove(parse_message(pattern), locale, {}, problems);
  CHECK(proved == problems.empty());
  return problems;
}

bool proves(const std::string &pattern, const std::string &locale) {
  const std::vector<MessageProblem> problems = prove_problems(pattern, LocaleData::load(locale));
  UNSCOPED_INFO(pattern << " " << locale << ": " << (problems.empty() ? "" : problems.front().message));
  return problems.empty();
}

std::string replaced(std::string text, const std::string &from, const std::string &to) {
  const size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("Messages of every construct prove in locales of every kind") {
  for (const char *locale :
       {"en", "de",      "fr",      "es", "pt-BR", "ru", "pl", "ar", "ar-EG", "he",      "fa", "hi",    "bn",   "ja",
        "ko", "zh-Hans", "zh-Hant", "cy", "lv",    "sl", "ga", "br", "mt",    "ff-Adlm", "sv", "de-CH", "en-IN"}) {
    for (const char *pattern :
         {"plain", "{s}", "'{s}' it''s {s}", "{n, number}", "{n, number, integer}", "{n, number, percent}",
          "{n, plural, zero{z#} one{o#} two{t#} few{f#} many{m#} other{x#}}",
          "{n, selectordinal, zero{z#} one{o#} two{t#} few{f#} many{m#} other{x#}}",
          "{n, plural, offset:1 =0{none} =1{{s}} one{{s} and #} other{{s} and # others}}",
          "{k, select, a{A {n}} b{B # {n, plural, one{#} other{##}}} other{{k}}}",
          "{n, plural, one{{m, plural, one{a#} other{b#}}} other{{m, selectordinal, one{c#} other{d#}} #}}",
          "{n, plural, one{x} other{{n, number, percent}}}", "{n, plural, one{x} other{{n, number, integer}}}"}) {
      CHECK(proves(pattern, locale));
    }
  }
}

TEST_CASE("A number style that differs from ICU's is refused") {
  LocaleData broken = LocaleData::load("en");
  broken.number_styles[layout::style_plain][2] = 4;  // Groups of four.
  const std::vector<MessageProblem> problems = prove_problems("Sum: {n}", broken);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].byte == 5);
  CHECK(problems[0].message.find("ICU prints \"1,000\" here, the lowered program \"1000\", for n = 1000") !=
        std::string::npos);
  CHECK(prove_problems("{n, number, percent}", broken).empty());
}

TEST_CASE("A rounding that differs from ICU's is refused") {
  LocaleData broken = LocaleData::load("en");
  broken.number_styles[layout::style_plain][0] = 2;
  CHECK(prove_problems("{n}", broken).size() == 1);
  broken.number_styles[layout::style_plain][0] = 4;
  CHECK(prove_problems("{n}", broken).size() == 1);
  broken = LocaleData::load("en");
  broken.number_styles[layout::style_integer][0] = 1;
  CHECK(prove_problems("{n, number, integer}", broken).size() == 1);
}

TEST_CASE("A symbol, a digit or an affix that differs from ICU's is refused") {
  LocaleData broken = LocaleData::load("de");
  broken.number_symbols = replaced(broken.number_symbols, ",", ";");
  CHECK_FALSE(prove_problems("{n}", broken).empty());
  broken = LocaleData::load("ar-EG");
  broken.number_symbols = replaced(broken.number_symbols, "٣", "۳");
  CHECK_FALSE(prove_problems("{n}", broken).empty());
  broken = LocaleData::load("en");
  broken.number_symbols = replaced(broken.number_symbols, "NaN", "nan");
  CHECK_FALSE(prove_problems("{n}", broken).empty());
  broken = LocaleData::load("en");
  broken.number_styles[layout::style_percent] = replaced(broken.number_styles[layout::style_percent], "%", "!");
  CHECK_FALSE(prove_problems("{n, number, percent}", broken).empty());
}

TEST_CASE("Plural rules that differ from ICU's are refused") {
  LocaleData broken = LocaleData::load("ru");
  broken.cardinal_rules = LocaleData::load("en").cardinal_rules;
  CHECK(prove_problems("{n, plural, one{#} other{#s}}", broken).size() == 1);
  CHECK(prove_problems("{n, selectordinal, one{#} other{#s}}", broken).empty());
  broken = LocaleData::load("en");
  broken.ordinal_rules.clear();
  CHECK(prove_problems("{n, selectordinal, one{#st} other{#th}}", broken).size() == 1);
  CHECK(prove_problems("{n, plural, one{#} other{#s}}", broken).empty());
}

TEST_CASE("A tree that was changed after parsing is refused") {
  Message message = parse_message("{n, plural, one{a} other{b}} {s}");
  std::vector<MessageProblem> problems;
  message.nodes[0].branches[0].nodes[0].text = std::string("z");
  CHECK_FALSE(prove(message, LocaleData::load("en"), {}, problems));
  REQUIRE_FALSE(problems.empty());
  CHECK(problems[0].byte == 0);
  message = parse_message("x {s}");
  problems.clear();
  message.nodes[0].text = "y ";
  CHECK_FALSE(prove(message, LocaleData::load("en"), {}, problems));
}

TEST_CASE("Each placeholder that differs is reported at its own place") {
  LocaleData broken = LocaleData::load("en");
  broken.number_styles[layout::style_plain][2] = 4;
  const std::vector<MessageProblem> problems = prove_problems("{a, number} {b, number, percent} {c, number}", broken);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].byte == 0);
  CHECK(problems[1].byte == 33);
}

TEST_CASE("A locale whose digits are no digits cannot print numbers, and can print text") {
  const LocaleData roman = LocaleData::load("en-u-nu-roman");
  CHECK_FALSE(can_print_numbers(roman));
  CHECK(can_print_numbers(LocaleData::load("en")));
  const std::vector<Parameter> number = {{"n", layout::Type::number, std::nullopt}};
  const CheckedMessage checked = check_message("{n}", Format::Syntax::mf1, number, roman);
  REQUIRE(checked.tree.has_value());
  REQUIRE(checked.tree->reasons.size() == 1);
  const CheckedMessage as_number = check_message("{n, number}", Format::Syntax::mf1, number, roman);
  REQUIRE(as_number.tree.has_value());
  REQUIRE_FALSE(as_number.tree->reasons.empty());
  CHECK(as_number.tree->reasons[0].message.find("without positional digits") != std::string::npos);
  const CheckedMessage plain = check_message("text", Format::Syntax::mf1, {}, roman);
  REQUIRE(plain.tree.has_value());
  CHECK(plain.tree->reasons.empty());
}

TEST_CASE("ICU's own answer is given with its error, if any") {
  CHECK(format_with_icu("{n, plural, one{# x} other{# xs}}", "en", {{"n", int64_t{2}}}).text == "2 xs");
  CHECK(format_with_icu("{n}", "de", {{"n", 1234.5}}).text == "1.234,5");
  CHECK(format_with_icu("{n} {s}", "en", {{"n", DecimalText{"12345678901234567890.5"}}}).text ==
        "12,345,678,901,234,567,890.5 {s}");
  CHECK(format_with_icu("{n", "en", {}).error == "U_UNMATCHED_BRACES");
  CHECK(format_with_icu("{n, plural, other{#}}", "en", {{"n", std::string("x")}}).error == "U_ILLEGAL_ARGUMENT_ERROR");
}
