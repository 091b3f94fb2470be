// Messages of MessageFormat 1 as MessageFormat 2: what is written for each construct, and that it prints the same.
#include "core/compiler/message_conversion.h"

#include <catch2/catch_test_macros.hpp>

#include "core/icu_engine/message.h"

using namespace codeglot;

namespace {

const std::vector<Parameter> parameters = {{"n", layout::Type::number, {}},
                                           {"m", layout::Type::number, {}},
                                           {"s", layout::Type::string, {}},
                                           {"t", layout::Type::string, {}},
                                           {"d", layout::Type::date, {}}};

const std::string plain = ":number maximumFractionDigits=3 roundingMode=halfEven";

MessageConversion conversion(const std::string &source, const std::string &locale = "en") {
  return convert_message(source, Format::Syntax::mf2_without_isolation, parameters, LocaleData::load(locale));
}

/// The converted message; its reason in brackets if there is none.
std::string converted(const std::string &source, const std::string &locale = "en") {
  const MessageConversion result = conversion(source, locale);
  return result.source.value_or("[" + result.reason.message + "]");
}

std::string printed(const EngineMessage &message, const std::vector<NamedArgument> &arguments) {
  FormatContext context;
  context.bidi = BidiIsolation::none;
  const Formatted formatted = message.format(arguments, context);
  return formatted.errors.empty() ? formatted.text() : "[" + formatted.errors.front().message + "]";
}

/// The first arguments for which the converted message prints something else; empty if there are none.
std::string first_difference(const std::string &source, const std::string &locale) {
  const std::string result = converted(source, locale);
  const auto before = make_mf1_message(source, locale);
  const auto after = make_mf2_message(result, locale);
  for (const std::string text : {"a", "b", "c", "other", ""}) {
    for (const char *first : {"0", "1", "2", "3", "5", "11", "21", "100", "1000000", "1.5", "-1", "1.0004", "0.0005"}) {
      for (const char *second : {"0", "1", "2", "4", "11", "1.5"}) {
        const std::vector<NamedArgument> arguments = {
            {"n", DecimalText{first}}, {"m", DecimalText{second}}, {"s", text}, {"t", std::string("{t}")}};
        if (printed(*before, arguments) != printed(*after, arguments)) {
          return result + " for " + first + ", " + second + ", " + text + ": " + printed(*after, arguments);
        }
      }
    }
  }
  return "";
}

}  // namespace

TEST_CASE("Text is converted with its escapes") {
  CHECK(converted("Plain — text 😀") == "Plain — text 😀");
  CHECK(converted("it''s 'quoted'") == "it's 'quoted'");
  CHECK(converted("'{'s'}' '{'") == "\\{s\\} \\{");
  CHECK(converted("a | b \\ c") == "a | b \\\\ c");
  CHECK(converted("# outside") == "# outside");
  CHECK(converted(" spaces ") == " spaces ");
}

TEST_CASE("Text that would begin as a declaration is quoted") {
  CHECK(converted(".input") == "{{.input}}");
  CHECK(converted("  .5 kg") == "{{  .5 kg}}");
  CHECK(converted("\u200F.x") == "{{\u200F.x}}");
  CHECK(converted("'{{'.") == "\\{\\{.");
  CHECK(converted("a.b") == "a.b");
}

TEST_CASE("Placeholders get the function that prints the same") {
  CHECK(converted("{s}") == "{$s :string}");
  CHECK(converted("{n}") == "{$n " + plain + "}");
  CHECK(converted("{n, number}") == "{$n " + plain + "}");
  CHECK(converted("{n, number, integer}") == "{$n :number maximumFractionDigits=0 roundingMode=halfEven}");
  CHECK(converted("{n, number, percent}") == "{$n :percent roundingMode=halfEven}");
}

TEST_CASE("Number skeletons become options") {
  CHECK(converted("{n, number, ::currency/EUR}") == "{$n :currency currency=EUR roundingMode=halfEven}");
  CHECK(converted("{n, number, ::currency/JPY unit-width-full-name}", "ja") ==
        "{$n :currency currency=JPY currencyDisplay=name roundingMode=halfEven}");
  CHECK(converted("{n, number, ::unit/kilometer unit-width-full-name}") ==
        "{$n :unit unit=kilometer unitDisplay=long roundingMode=halfEven}");
  CHECK(converted("{n, number, ::measure-unit/length-meter per-measure-unit/duration-second}")
            .starts_with("{$n :unit unit=meter-per-second"));
  CHECK(converted("{n, number, ::.00}") ==
        "{$n :number minimumFractionDigits=2 maximumFractionDigits=2 roundingMode=halfEven}");
  CHECK(converted("{n, number, ::sign-always}").find("signDisplay=always") != std::string::npos);
  CHECK(converted("{n, number, ::@@#}").find("minimumSignificantDigits=2 maximumSignificantDigits=3") !=
        std::string::npos);
  CHECK(converted("{n, number, ::group-off}").find("useGrouping=never") != std::string::npos);
  CHECK(converted("{n, number, ::000}").find("minimumIntegerDigits=3") != std::string::npos);
  CHECK(converted("{n, number, ::percent scale/100}").starts_with("{$n :percent"));
  CHECK(converted("{n, number, ::percent}").starts_with("{$n :unit unit=percent"));
  CHECK(converted("{n, number,#,##0.00}") == converted("{n, number, ::.00}"));
}

TEST_CASE("Dates become the functions that show the same fields") {
  CHECK(converted("{d, date}") == "{$d :date}");
  CHECK(converted("{d, date, medium}") == "{$d :date}");
  CHECK(converted("{d, date, short}") == "{$d :date length=short}");
  CHECK(converted("{d, date, long}") == "{$d :date length=long}");
  CHECK(converted("{d, date, full}") == "{$d :date length=long fields=year-month-day-weekday}");
  CHECK(converted("{d, time, short}") == "{$d :time}");
  CHECK(converted("{d, time, medium}") == "{$d :time precision=second}");
  CHECK(converted("{d}") == "{$d :datetime dateLength=short}");
  CHECK(converted("{d, date, ::MMMMd}") == "{$d :date length=long fields=month-day}");
  CHECK(converted("{d, date, long}", "de") == "{$d :date length=long}");
}

TEST_CASE("Plurals, ordinals and selects become matchers") {
  CHECK(converted("Has {n, plural, =0{none} one{# x} other{# xs}}.") ==
        ".input {$n " + plain + "}\n.match $n\n0 {{Has none.}}\none {{Has {$n} x.}}\n* {{Has {$n} xs.}}");
  CHECK(converted("{n, selectordinal, one{#st} other{#th}}") ==
        ".input {$n " + plain + " select=ordinal}\n.match $n\none {{{$n}st}}\n* {{{$n}th}}");
  CHECK(converted("{s, select, a{A} other{? {s}}}") == ".input {$s :string}\n.match $s\na {{A}}\n* {{? {$s}}}");
}

TEST_CASE("A selector that is not printed needs no options where they change nothing") {
  CHECK(converted("{n, plural, =0{no} other{yes}}") == ".input {$n :number}\n.match $n\n0 {{no}}\n* {{yes}}");
  // 1.0004 is shown as "1": were it counted by its six digits, it would not be "one".
  CHECK(converted("{n, plural, one{yes} other{no}}") == ".input {$n " + plain + "}\n.match $n\none {{yes}}\n* {{no}}");
}

TEST_CASE("A plural or select without other branches leaves no matcher") {
  CHECK(converted("{n, plural, other{# 件}}", "ja") == "{$n " + plain + "} 件");
  CHECK(converted("{s, select, other{{s}}}") == "{$s :string}");
  CHECK(converted("{n, plural, one{#} other{# 件}}", "ja") == "{$n " + plain + "} 件");
}

TEST_CASE("Nested branches become one matcher, without variants that change nothing") {
  CHECK(converted("{s, select, a{{n, plural, one{# x} other{# xs}}} b{B} other{C}}!") ==
        ".input {$s :string}\n.input {$n " + plain +
            "}\n.match $s $n\na one {{{$n} x!}}\na * {{{$n} xs!}}\nb * {{B!}}\n* * {{C!}}");
  CHECK(converted("{n, plural, =1{a} other{b}} {n, plural, =1{c} other{d}}") ==
        ".input {$n :number}\n.match $n\n1 {{a c}}\n* {{b d}}");
}

TEST_CASE("Where two selectors share an argument, the second inherits") {
  CHECK(converted("{n, plural, one{#} other{#s}} {n, selectordinal, one{st} other{th}}") ==
        ".input {$n " + plain +
            "}\n.local $n_rank = {$n :number select=ordinal}\n.match $n $n_rank\n"
            "one one {{{$n} st}}\none * {{{$n} th}}\n* one {{{$n}s st}}\n* * {{{$n}s th}}");
}

TEST_CASE("An argument that is printed in two ways keeps its own value") {
  const std::string result = converted("{n, plural, one{# x} other{# xs}} {n, number, percent}");
  CHECK(result.find(".local $n_count = {$n " + plain + "}") == 0);
  CHECK(result.find("{$n :percent roundingMode=halfEven}") != std::string::npos);
}

TEST_CASE("Converted messages print the same, in languages with many categories and with few") {
  const std::string russian = "{n, plural, one{# день} few{# дня} many{# дней} other{# дня}}";
  const std::string arabic = "{n, plural, zero{لا} one{واحد} two{اثنان} few{# قليل} many{# كثير} other{# آخر}}";
  const std::string french = "{n, plural, =0{aucun} one{# jour} many{# de jours} other{# jours}}";
  CHECK(first_difference(russian, "ru").empty());
  CHECK(first_difference(arabic, "ar").empty());
  CHECK(first_difference(french, "fr").empty());
  CHECK(converted(russian, "ru").find("\nfew {{{$n} дня}}\n") != std::string::npos);  // Though '*' would say it, too.
  for (const char *locale : {"en", "ru", "ar", "fr", "ja", "es", "hi", "pl"}) {
    INFO(locale);
    for (
        const char *source :
        {"{s, select, a{{n, plural, =0{no} =1{1!} one{# x} other{# xs}}} b{{m, plural, one{{n}} other{#}}} other{{t}}}",
         "{n, plural, one{{m, plural, one{#} =2{two} other{# {s, select, a{A} other{{s}}}}}} other{# {m, number, percent}}}",
         "{n, selectordinal, one{#st} two{#nd} few{#rd} other{#th}} of {m, plural, =1{one} few{# few} other{#}}",
         "{n, plural, one{{n, number, integer} a} other{{n, number, integer} b}}",
         "{n, plural, =-1{minus} =0{0} other{{n}}}", "'{'{t}'}' {s, select, other{o} b{{s}}}"}) {
      CHECK(first_difference(source, locale) == "");
    }
  }
}

TEST_CASE("A string that is the word other takes the branch of that name") {
  const auto message = make_mf2_message(converted("{s, select, a{A} other{{s}!}}"), "en");
  CHECK(printed(*message, {{"s", std::string("other")}}) == "other!");
  CHECK(printed(*message, {{"s", std::string("A")}}) == "A!");
}

TEST_CASE("What has no form in MessageFormat 2 stays, with its place") {
  for (const auto &[source, byte] : {std::pair("a {n, plural, offset:1 one{#} other{#}}", 2),
                                     {"é {n, spellout}", 7},
                                     {"{n, choice, 0#a|1#b}", 0},
                                     {"x{n, number, ::compact-short}", 1},
                                     {"{d, date, yyyy-MM-dd}", 0},
                                     {"{n, plural, =1.5{x} other{y}}", 0}}) {
    INFO(source);
    const MessageConversion result = conversion(source);
    CHECK(!result.source);
    CHECK(!result.reason.message.empty());
    CHECK(result.reason.byte == static_cast<size_t>(byte));
  }
}

TEST_CASE("A plural that counts more digits than its number prints counts a declaration of its own") {
  // In ICU a skeleton in "other" leaves the plural to count 2.0004 as it is, which is not "two".
  const std::string source = converted("{n, plural, two{#} other{{n, number, ::sign-always} #}}", "ar");
  CHECK(source.starts_with(".local $n_count = {$n :number}\n.match $n_count\n"));
}

TEST_CASE("A message whose branches make too many variants stays") {
  std::string source;
  for (int which = 0; which < 4; ++which) {
    source += which % 2 == 0 ? "{n, plural," : "{m, plural,";
    for (int value = 0; value < 40; ++value) {
      source += " =" + std::to_string(value + which) + "{" + std::to_string(which) + "}";
    }
    source += " other{#}}";
  }
  CHECK(converted(source) == "[its branches make too many variants]");
}

TEST_CASE("Branches that never choose cost nothing") {
  std::string source;
  std::vector<Parameter> many;
  for (int which = 0; which < 30; ++which) {
    const std::string name = "n" + std::to_string(which);
    many.push_back({name, layout::Type::number, {}});
    source += "{" + name + ", plural, other{x}}";
  }
  const LocaleData arabic = LocaleData::load("ar");
  CHECK(convert_message(source, Format::Syntax::mf2_without_isolation, many, arabic).source == std::string(30, 'x'));
}

TEST_CASE("With isolation only what prints the same without is converted") {
  const auto convert = [](const std::string &source, const std::string &locale) {
    return convert_message(source, Format::Syntax::mf2, parameters, LocaleData::load(locale)).source.has_value();
  };
  CHECK(convert("{n}", "en"));
  CHECK_FALSE(convert("{n}", "ar"));
  CHECK_FALSE(convert("{s}", "en"));
}
