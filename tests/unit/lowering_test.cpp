// Lowering: the programs that trees become, what they print without a pack around them, and what is too large for one.
#include <catch2/catch_test_macros.hpp>

#include "codeglot/limits.h"
#include "core/compiler/lone_message.h"
#include "core/compiler/proof.h"
#include "core/pack/validate.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const LocaleData &english() {
  static const LocaleData data = LocaleData::load("en");
  return data;
}

struct Lowered {
  std::string body;
  ProfileNeeds needs;
  std::vector<MessageProblem> reasons;
};

Lowered lowered(const std::string &pattern, const std::vector<Parameter> &declared = {}, uint8_t profile = 0) {
  Lowered result;
  std::vector<MessageProblem> problems;
  const std::optional<std::string> body = lower(parse_message(pattern), declared, {profile, english(), result.needs},
                                                result.reasons, problems);
  REQUIRE(body.has_value());
  CHECK(problems.empty());
  result.body = *body;
  return result;
}

/// The problem of a pattern that parses, but is too large to lower.
std::string refusal(const std::string &pattern) {
  std::vector<MessageProblem> problems;
  std::vector<MessageProblem> reasons;
  ProfileNeeds needs;
  CHECK_FALSE(lower(parse_message(pattern), {}, {0, english(), needs}, reasons, problems).has_value());
  REQUIRE(problems.size() == 1);
  return problems[0].message;
}

std::string run(const std::string &pattern, const std::vector<NamedArgument> &arguments,
                const std::string &locale = "en", const std::vector<Parameter> &declared = {}) {
  return LoneMessage(parse_message(pattern), LocaleData::load(locale), declared).run(arguments).text;
}

}  // namespace

TEST_CASE("A message without arguments is plain text in its profile") {
  CHECK(lowered("It''s '{text}'").body == text_body("It's {text}"));
  CHECK(lowered("x", {}, 5).body == std::string("\x0Ax"));
  CHECK(lowered("").body == text_body(""));
}

TEST_CASE("What a message asks of a runtime beyond plain numbers is in its pack's features") {
  CHECK(lowered("{n, plural, =1{a} other{#}} {s}").needs.features() == 0);
  CHECK(lowered("{d}", {{"d", layout::Type::date, {}}}).needs.features() == layout::feature_formats);
  CHECK(lowered("{d, date}").needs.features() == (layout::feature_formats | layout::feature_sources));
  Message rounded = parse_message("{n, plural, =1{a} other{b}}");
  rounded.nodes[0].of_integer = true;
  ProfileNeeds needs;
  std::vector<MessageProblem> reasons;
  std::vector<MessageProblem> problems;
  CHECK(lower(rounded, {}, {0, english(), needs}, reasons, problems).has_value());
  CHECK(needs.features() == layout::feature_formats);
}

TEST_CASE("A message with arguments is a program that the reader accepts") {
  for (const char *pattern :
       {"{a}", "{a, number}", "{a, number, percent}", "{a, plural, offset:1 =1{x} one{#} other{#}}",
        "{a, selectordinal, other{{b, select, x{y} other{{c}}}}}"}) {
    INFO(pattern);
    const std::string body = lowered(pattern).body;
    const ProfileFacts facts[] = {{styles_of_all, 0, 0, {}}};
    CHECK((static_cast<uint8_t>(body[0]) & 1) == 1);
    CHECK(valid_body({body.data(), static_cast<uint32_t>(body.size())}, facts, 1));
  }
}

TEST_CASE("A message asks for what it uses of its locale, and for no more") {
  const auto needs = [](const char *pattern) { return lowered(pattern).needs; };
  CHECK(needs("plain").styles.empty());
  CHECK(needs("{a}").styles.size() == 1);
  CHECK(needs("{a, number, integer}").styles.size() == 2);
  CHECK(needs("{a, number, percent}").styles.size() == 2);
  CHECK(needs("{a, number, percent} {a, number, integer} {a, number, percent}").styles.size() == 3);
  CHECK(needs("{a, plural, one{x} other{y}}").cardinal);
  CHECK_FALSE(needs("{a, plural, one{x} other{y}}").ordinal);
  CHECK(needs("{a, selectordinal, one{x} other{y}}").ordinal);
  CHECK_FALSE(needs("{a, selectordinal, one{x} other{y}}").cardinal);
  CHECK_FALSE(needs("{a, plural, =1{x} other{y}}").cardinal);
}

TEST_CASE("Arguments are listed once, in the order in which they appear") {
  CHECK(argument_names(parse_message("{b} {a} {b, plural, other{{c} #}}").nodes) ==
        std::vector<std::string>{"b", "a", "c"});
  CHECK(argument_names(parse_message("none").nodes).empty());
}

TEST_CASE("Exact values come before categories, and of two alike the first counts") {
  CHECK(run("{n, plural, one{category} =1{exact} other{o}}", {{"n", int64_t{1}}}) == "exact");
  CHECK(run("{n, plural, =1{first} =1{second} other{o}}", {{"n", int64_t{1}}}) == "first");
  CHECK(run("{n, plural, other{early} one{one}}", {{"n", int64_t{1}}}) == "one");
  CHECK(run("{k, select, other{o} a{A} a{B}}", {{"k", std::string("a")}}) == "A");
  CHECK(run("{n, plural, other{first} other{second}}", {{"n", int64_t{5}}}) == "first");
  CHECK(run("{k, select, other{first} other{second}}", {{"k", std::string("x")}}) == "first");
  CHECK(lowered("{n, plural, =1{a} =1{b} one{c} one{d} other{e} other{f}}").body ==
        lowered("{n, plural, =1{a} one{c} other{e}}").body);
  CHECK(lowered("{k, select, a{a} a{b} other{c} other{d}}").body == lowered("{k, select, a{a} other{c}}").body);
}

TEST_CASE("An exact value is compared before the offset is taken off, a category after") {
  const std::string pattern = "{n, plural, offset:1 =0{zero} =1{=1} one{one #} other{other #}}";
  CHECK(run(pattern, {{"n", int64_t{0}}}) == "zero");
  CHECK(run(pattern, {{"n", int64_t{1}}}) == "=1");
  CHECK(run(pattern, {{"n", int64_t{2}}}) == "one 1");
  CHECK(run(pattern, {{"n", int64_t{3}}}) == "other 2");
  CHECK(run(pattern, {{"n", 2.5}}) == "other 1.5");
  CHECK(run(pattern, {{"n", DecimalText{"2.0"}}}) == "one 1");
}

TEST_CASE("An offset is taken off fractions as ICU takes it off") {
  for (const char *offset : {"1", "100", "1000", "123456789", "-5"}) {
    const std::string pattern = std::string("{n, plural, offset:") + offset + " one{one #} other{other #}}";
    for (const double number : {0.1 + 0.2, 1.0 / 3, 0.1234567890123456, 1e-17, 5e-324, 1.5, -2.75, 1e6 + 0.125}) {
      INFO(pattern << " " << number);
      CHECK(run(pattern, {{"n", number}}) == format_with_icu(pattern, "en", {{"n", number}}).text);
    }
  }
}

TEST_CASE("A category that no locale has is never taken") {
  CHECK(run("{n, plural, nonsense{x} other{y}}", {{"n", int64_t{1}}}) == "y");
  CHECK(run("{n, plural, few{x} other{y}}", {{"n", int64_t{3}}}) == "y");
  CHECK(run("{n, plural, few{x} other{y}}", {{"n", int64_t{3}}}, "ru") == "x");
}

TEST_CASE("A declared default stands in, and a declared type is kept") {
  const std::vector<Parameter> declared = {{"n", layout::Type::number, "8"}, {"s", layout::Type::string, std::nullopt}};
  CHECK(run("{n} {s}", {}, "en", declared) == "8 {s}");
  CHECK(run("{n} {s}", {{"s", int64_t{5}}}, "en", declared) == "8 {s}");
  CHECK(LoneMessage(parse_message("{s}"), english(), declared).run({{"s", int64_t{5}}}).status ==
        CG_WRONG_ARGUMENT_TYPE);
  CHECK(run("{n, plural, one{#} other{#s}}", {}, "en", declared) == "8s");
}

TEST_CASE("An undeclared argument prints strings as they are and numbers in the locale's digits") {
  CHECK(run("{x}", {{"x", std::string("1234.5")}}) == "1234.5");
  CHECK(run("{x}", {{"x", 1234.5}}) == "1,234.5");
  CHECK(run("{x}", {{"x", int64_t{1234}}}, "ar-EG") == "١٬٢٣٤");
  CHECK(run("{x}", {}) == "{x}");
}

TEST_CASE("A message may have arguments to the limit and no more") {
  const auto message = [](int count) {
    std::string pattern;
    for (int index = 0; index < count; ++index) {
      pattern += "{a" + std::to_string(index) + "}";
    }
    return pattern;
  };
  CHECK(lowered(message(CG_MAX_ARGUMENTS)).body.size() > 32);
  CHECK(refusal(message(CG_MAX_ARGUMENTS + 1)) == "more than 32 arguments");
}

TEST_CASE("A message may have compiled bytes to the limit and no more") {
  // One head, one parameter of five bytes, then nodes: a text of three bytes and its length, and an argument of two.
  const size_t around = 1 + 1 + 4 + 3 + 2;
  CHECK(lowered("{a}" + std::string(CG_MAX_MESSAGE_BYTES - around, 'x')).body.size() == CG_MAX_MESSAGE_BYTES);
  CHECK(refusal("{a}" + std::string(CG_MAX_MESSAGE_BYTES - around + 1, 'x')).find("65535 bytes when compiled") !=
        std::string::npos);
}

TEST_CASE("A branch that compiles to more than a text can hold is refused, not cut") {
  CHECK(refusal("{n, plural, offset:1 other{" + std::string(20000, '#') + "}}").find("65535 bytes when compiled") !=
        std::string::npos);
  const std::string nearly = "{n, plural, offset:1 other{" + std::string(8000, '#') + "}}";
  CHECK(refusal("{k, select, a{" + nearly + "} other{" + nearly + "}}").find("65535 bytes when compiled") !=
        std::string::npos);
}

TEST_CASE("A plural that prints by a skeleton is lowered where its categories do not follow the fraction's digits") {
  const std::string pattern = "{n, plural, one{one {n, number, ::.00}} other{other {n, number, ::.00}}}";
  const auto reasons = [&](const char *tag) {
    return LoneMessage(parse_message(pattern), LocaleData::load(tag)).reasons().size();
  };
  for (const char *tag : {"en", "fr", "ru", "ar", "ja"}) {
    INFO(tag);
    CHECK(reasons(tag) == 0);
  }
  for (const char *tag : {"lv", "da", "sr", "is"}) {
    INFO(tag);
    CHECK(reasons(tag) == 1);
  }
  CHECK(run(pattern, {{"n", 1.0004}}) == "other 1.00");
  CHECK(run(pattern, {{"n", 1.0}}) == "one 1.00");
}
