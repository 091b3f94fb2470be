// message_shape: messages that differ in words only are one shape, all else is another; and what is checked by its shape
// has the findings that it has alone.
#include "core/compiler/message_shape.h"

#include <catch2/catch_test_macros.hpp>

#include "core/compiler/message_check.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const std::vector<Parameter> &declared() {
  static const std::vector<Parameter> parameters = {{"n", layout::Type::number, {}}, {"s", layout::Type::string, {}}};
  return parameters;
}

std::string shape(const std::string &source, Format::Syntax syntax = Format::Syntax::mf1,
                  const std::vector<Parameter> &parameters = declared()) {
  std::vector<MessageProblem> problems;
  const auto message = read_message(source, syntax, parameters, LocaleData::load("en"), problems);
  REQUIRE(message.has_value());
  return message_shape(*message, parameters);
}

constexpr auto mf2 = Format::Syntax::mf2;

}  // namespace

TEST_CASE("Words do not count for the shape of a message, wherever they stand") {
  CHECK(shape("Hello {s}!") == shape("Guten Tag, lieber {s}… 😀"));
  CHECK(shape("{n, plural, =0{none} one{# file} other{# files in {s}}} left") ==
        shape("{n, plural, =0{x} one{# a} other{# b c d {s}}}\u00A0y"));
  CHECK(shape("{s, select, a{x} other{y {n, number}}}") == shape("{s, select, a{שלום} other{yy {n, number}}}"));
  CHECK(shape("Hello {$s}!", mf2) == shape("Good day {$s}.", mf2));
  CHECK(shape(".input {$n :number} .match $n one {{{$n} file}} * {{{$n} files}}", mf2) ==
        shape(".input {$n :number} .match $n one {{{$n} a}} * {{{$n} bb ccc}}", mf2));
}

TEST_CASE("Names of arguments do not count in MessageFormat 1, but which is which does") {
  const std::vector<Parameter> four = {{"n", layout::Type::number, {}},
                                       {"m", layout::Type::number, {}},
                                       {"long_name", layout::Type::number, {}},
                                       {"0", layout::Type::number, {}}};
  const auto shape_of = [&four](const std::string &source) { return shape(source, Format::Syntax::mf1, four); };
  CHECK(shape_of("{n} {m}") == shape_of("{long_name} {n}"));
  CHECK(shape_of("{n} {m}") != shape_of("{n} {n}"));
  CHECK(shape_of("{n} {m} {n}") != shape_of("{n} {m} {m}"));
  CHECK(shape_of("{n, plural, one{{m}} other{# {n}}}") == shape_of("{m, plural, one{{n}} other{# {m}}}"));
  CHECK(shape_of("{n, plural, one{{m}} other{# {n}}}") != shape_of("{m, plural, one{{n}} other{# {n}}}"));
  CHECK(shape_of("{ n , number}") == shape_of("{ long_name , number}"));
  CHECK(shape_of("{n}") != shape_of("{0}"));
  CHECK(mf1_name_byte("x { n}", 2, "n") == size_t{4});
  CHECK_FALSE(mf1_name_byte("x {n}", 2, "m").has_value());
  CHECK_FALSE(mf1_name_byte("{0}", 0, "0").has_value());
  CHECK_FALSE(mf1_name_byte("{", 0, "n").has_value());
}

TEST_CASE("All that is no word counts for the shape") {
  const std::string whole = shape("Hello {s}!");
  for (const char *other : {"Hello {n}!", "{s}!", "Hello {s}", "Hello {s}! {s}!", "Hello '{'{s}!", "It''s {s}!",
                            "# {s}!", "Hello { s}!", "Hello"}) {
    INFO(other);
    CHECK(shape(other) != whole);
  }
  CHECK(shape("{n, number}x") != shape("{n, number, percent}x"));
  CHECK(shape("{n, plural, one{a} other{b}}") != shape("{n, plural, two{a} other{b}}"));
  CHECK(shape("{n, plural, one{a} other{b}}") != shape("{n, plural, other{a} one{b}}"));
  CHECK(shape("{n, plural, one{a} other{b}}") != shape("{n, plural, one{a} other{b{s}}}"));
  CHECK(shape("{n, plural, one{a} other{#}}") != shape("{n, plural, one{#} other{a}}"));
  CHECK(shape("x'{n}'{n}") != shape("y'{m}'{n}"));
  CHECK(shape("a {s}") != shape("a {s}", Format::Syntax::mf1, {{"s", layout::Type::any, {}}}));
  CHECK(shape("a {$s}", mf2) != shape("a {$s}", Format::Syntax::mf2_without_isolation));
  CHECK(shape("a \\{ {$s}", mf2) != shape("b \\} {$s}", mf2));
  CHECK(shape("{$n :number}a", mf2) != shape("{$n :integer}a", mf2));
}

TEST_CASE("Only a text without a character of its syntax prints its source for sure") {
  const auto plain = [](const std::string &source, Format::Syntax syntax = Format::Syntax::mf1) {
    std::vector<MessageProblem> problems;
    const auto message = read_message(source, syntax, declared(), LocaleData::load("en"), problems);
    return message && prints_its_source(*message);
  };
  CHECK(plain("Words, 100 % — 中文"));
  CHECK(plain("Words.", mf2));
  for (const char *source : {"it's", "it''s", "'{'", "{s}", "a#b", "a|b", ""}) {
    INFO(source);
    CHECK_FALSE(plain(source));
  }
  CHECK_FALSE(plain("{{Words.}}", mf2));
  CHECK_FALSE(plain("\\\\", mf2));
  CHECK(plain(std::string(65534, 'x')));
  CHECK_FALSE(plain(std::string(65535, 'x')));  // Too large for a pack, which only the check of its size can say.
}

TEST_CASE("What is checked by its shape has the findings that it has alone") {
  const LocaleData locale = LocaleData::load("ar");
  ProvedShapes proved;
  for (const char *source : {"{n, plural, one{a} other{#}}", "{n, plural, one{b} other{# c}}", "{n, spellout} a",
                             "{n, spellout} b", "{n, number, ::scale/x} a", "{n, number, ::scale/x} b", "{n, number} a",
                             "{n, number} b", "'{n}' {s}", "'{m}' {s}", "{m} a", "{m} b", "{s, number}", "{s, number}",
                             "{n, number, ::compact-long} a", "{n, number, ::compact-long} b"}) {
    INFO(source);
    const CheckedMessage alone = check_message(source, Format::Syntax::mf1, declared(), locale);
    const CheckedMessage shaped = check_message(source, Format::Syntax::mf1, declared(), locale, {}, &proved);
    REQUIRE(alone.tree.has_value() == shaped.tree.has_value());
    CHECK(alone.errors.size() == shaped.errors.size());
    CHECK(alone.warnings.size() == shaped.warnings.size());
    CHECK(alone.missing_categories == shaped.missing_categories);
    if (alone.tree) {
      REQUIRE(alone.tree->reasons.size() == shaped.tree->reasons.size());
      for (size_t index = 0; index < alone.tree->reasons.size(); ++index) {
        CHECK(alone.tree->reasons[index].message == shaped.tree->reasons[index].message);
      }
    }
  }
  CHECK(proved.size() == 6);  // Both plurals, the number, the compact one, and two with different quoted text.
}
