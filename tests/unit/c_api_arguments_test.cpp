// Arguments through the C interface: what is missing, surplus, wrongly typed, large or ill-formed, and where a text ends
// that grows too long.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const cg::Catalog &small() {
  static const cg::Catalog catalog = open_packs(small_packs());
  return catalog;
}

cg::Resolution english(int32_t code, std::initializer_list<cg::Argument> arguments) {
  return small().resolve(code, "en", arguments);
}

/// An argument of a type that no header names.
cg::Argument of_type(std::string_view name, cg_type type) {
  cg::Argument argument(name, 1);
  argument.type = type;
  return argument;
}

}  // namespace

TEST_CASE("Arguments are found by name, in any order, and the first of two counts") {
  CHECK(english(5, {{"s", "Ada"}, {"n", 3}}).text == "Ada and 2 others");
  CHECK(english(5, {{"n", 3}, {"s", "Ada"}}).text == "Ada and 2 others");
  CHECK(english(1, {{"s", "first"}, {"s", "second"}}).text == "Hello first!");
}

TEST_CASE("Surplus arguments change nothing") {
  const cg::Resolution resolution = english(1, {{"unused", "x"}, {"s", "Ada"}, {"", 5}, {"S", "other"}});
  CHECK(resolution.text == "Hello Ada!");
  CHECK(resolution.status == CG_OK);
  CHECK(english(-7, {{"s", "x"}}).status == CG_OK);
}

TEST_CASE("A missing argument takes its default; without one its name stands in braces and is reported") {
  CHECK(english(1, {}).text == "Hello you!");
  CHECK(english(1, {}).status == CG_OK);
  CHECK(english(3, {}).text == "3rd of 3");
  const cg::Resolution resolution = english(2, {});
  CHECK(resolution.text == "{n}");
  CHECK(resolution.status == CG_MISSING_ARGUMENT);
  CHECK(resolution.argument == "n");
  CHECK(english(4, {}).text == "{k}");
  CHECK(english(4, {{"n", 1}}).argument == "k");
}

TEST_CASE("Of two missing arguments the first is reported") {
  const cg::Resolution resolution = english(5, {{"n", 7}});
  CHECK(resolution.text == "{s} and 6 others");
  CHECK(resolution.argument == "s");
  CHECK(english(5, {}).argument == "n");
}

TEST_CASE("An argument of the wrong type counts as missing, and is reported as wrong") {
  const cg::Resolution with_default = english(1, {{"s", 5}});
  CHECK(with_default.text == "Hello you!");
  CHECK(with_default.status == CG_WRONG_ARGUMENT_TYPE);
  CHECK(with_default.argument == "s");
  const cg::Resolution without_default = english(2, {{"n", "5"}});
  CHECK(without_default.text == "{n}");
  CHECK(without_default.status == CG_WRONG_ARGUMENT_TYPE);
  CHECK(without_default.argument == "n");
  CHECK(english(4, {{"k", 1}}).status == CG_WRONG_ARGUMENT_TYPE);
  CHECK(english(4, {{"k", 1}}).text == "{k}");
}

TEST_CASE("A type that the interface does not know is a wrong type") {
  for (const cg_type type : {0, 5, -1, INT32_MAX, INT32_MIN}) {
    CHECK(english(1, {of_type("s", type)}).status == CG_WRONG_ARGUMENT_TYPE);
    CHECK(english(2, {of_type("n", type)}).text == "{n}");
    CHECK(english(2, {of_type("n", type)}).status == CG_WRONG_ARGUMENT_TYPE);
  }
}

TEST_CASE("Digits that are no number are a wrong type") {
  for (const char *digits : {"", "abc", "1,5", "0x10", "1e", "--1", " 1"}) {
    INFO(digits);
    const cg::Resolution resolution = english(2, {{"n", cg::Decimal{digits}}});
    CHECK(resolution.text == "{n}");
    CHECK(resolution.status == CG_WRONG_ARGUMENT_TYPE);
  }
  cg::Argument empty("n", cg::Decimal{""});
  empty.value.string = {nullptr, 0};
  CHECK(english(2, {empty}).status == CG_WRONG_ARGUMENT_TYPE);
}

TEST_CASE("A number is the same as an integer, a double or digits") {
  for (const auto &[integer, text] : {std::pair(0, "none"), std::pair(1, "1 file"), std::pair(-1, "-1 file"),
                                      std::pair(1234567, "1,234,567 files")}) {
    CHECK(english(2, {{"n", integer}}).text == text);
    CHECK(english(2, {{"n", static_cast<double>(integer)}}).text == text);
    CHECK(english(2, {{"n", cg::Decimal{std::to_string(integer)}}}).text == text);
  }
}

TEST_CASE("The limits of each kind of number print exactly") {
  CHECK(english(2, {{"n", std::numeric_limits<int64_t>::max()}}).text == "9,223,372,036,854,775,807 files");
  CHECK(english(2, {{"n", std::numeric_limits<int64_t>::min()}}).text == "-9,223,372,036,854,775,808 files");
  CHECK(english(2, {{"n", INFINITY}}).text == "∞ files");
  CHECK(english(2, {{"n", -INFINITY}}).text == "-∞ files");
  CHECK(english(2, {{"n", std::nan("")}}).text == "NaN files");
  CHECK(english(2, {{"n", -0.0}}).text == "none");
  CHECK(english(2, {{"n", 5e-324}}).text == "0 files");
  CHECK(english(2, {{"n", std::numeric_limits<double>::max()}}).text.size() == 309 + 102 + 6);
}

TEST_CASE("Select compares byte for byte and falls to other") {
  CHECK(english(4, {{"k", "a"}}).text == "A 26%");
  CHECK(english(4, {{"k", "b"}}).text == "B 0.256");
  CHECK(english(4, {{"k", "b"}, {"n", 1.5}}).text == "B 1.5");
  CHECK(english(4, {{"k", "A"}}).text == "? A");
  CHECK(english(4, {{"k", ""}}).text == "? ");
  CHECK(english(4, {{"k", "other"}}).text == "? other");
  CHECK(english(4, {{"k", std::string_view("a\0", 2)}}).text == std::string_view("? a\0", 4));
}

TEST_CASE("A select over an argument declared a number takes no string, whatever pack says so") {
  std::string body = program_body({"x"}, select_node(text_node("chosen")));
  body[2] = static_cast<char>(layout::Type::number);
  PackContents contents = example_contents();
  contents.records = {{1, "name", body}};
  const cg::Catalog catalog = open_packs({{"en", write_pack(contents)}});
  CHECK(catalog.resolve(1, "en", {{"x", "text"}}).status == CG_WRONG_ARGUMENT_TYPE);
  CHECK(catalog.message(1, "en", {{"x", "text"}}) == "{x}");
}

TEST_CASE("A text argument may be empty, null, or have a NUL, which is kept and counted") {
  CHECK(english(1, {{"s", ""}}).text == "Hello !");
  CHECK(english(1, {{"s", std::string_view()}}).text == "Hello !");
  CHECK(english(1, {{"s", std::string_view("a\0b", 3)}}).text == std::string("Hello a\0b!", 10));
  CHECK(english(1, {{"s", "{s} '{n}' # \u202E😀"}}).text == "Hello {s} '{n}' # \u202E😀!");
}

TEST_CASE("Ill-formed UTF-8 in an argument comes out as U+FFFD") {
  CHECK(english(1, {{"s",
                     "a\xFF"
                     "b"}})
            .text ==
        "Hello a\uFFFD"
        "b!");
  CHECK(english(1, {{"s", "\xED\xA0\x80"}}).text == "Hello \uFFFD\uFFFD\uFFFD!");  // A surrogate, as CESU-8 has it.
  CHECK(english(1, {{"s", "\xF0\x9F\x98"}}).text == "Hello \uFFFD!");
  CHECK(english(1, {{"s", "\xC0\x80"}}).text == "Hello \uFFFD\uFFFD!");
  CHECK(english(1, {{"s", "\xFF"}}).status == CG_OK);
}

TEST_CASE("An argument of a megabyte is shown whole") {
  const std::string large = repeat("€", 350000);
  const cg::Resolution resolution = english(1, {{"s", large}});
  CHECK(resolution.text == "Hello " + large + "!");
  CHECK(resolution.status == CG_OK);
}

TEST_CASE("Digits of a megabyte are a wrong type") {
  const std::string digits(1000000, '1');
  CHECK(english(2, {{"n", cg::Decimal{digits}}}).status == CG_WRONG_ARGUMENT_TYPE);
}

TEST_CASE("A text may have bytes to the limit, and past it ends there with a reason") {
  const size_t around = std::string("Hello !").size();
  const std::string most(CG_MAX_OUTPUT_BYTES - around, 'x');
  const cg::Resolution whole = english(1, {{"s", most}});
  CHECK(whole.status == CG_OK);
  CHECK(whole.text.size() == CG_MAX_OUTPUT_BYTES);
  CHECK(whole.text.ends_with("x!"));
  const std::string more = most + "x";
  const cg::Resolution cut = english(1, {{"s", more}});
  CHECK(cut.status == CG_OUTPUT_TOO_LONG);
  CHECK(cut.text.size() == CG_MAX_OUTPUT_BYTES);
  CHECK(cut.text.ends_with("xx"));
  const cg::Resolution far_past = english(1, {{"s", more + more}});
  CHECK(far_past.text.size() == CG_MAX_OUTPUT_BYTES);
}

TEST_CASE("A text that is too long ends on a whole code point, and nothing follows the cut") {
  const std::string text = repeat("€", CG_MAX_OUTPUT_BYTES / 3);
  const cg::Resolution cut = english(1, {{"s", text}});
  CHECK(cut.status == CG_OUTPUT_TOO_LONG);
  CHECK(cut.text.size() <= CG_MAX_OUTPUT_BYTES);
  CHECK(cut.text.size() + 3 > CG_MAX_OUTPUT_BYTES);
  CHECK(is_utf8(cut.text));
  CHECK((cut.text.ends_with("€")));
}

TEST_CASE("A message that repeats a large argument ends at the limit, in bounded time") {
  PackContents contents = example_contents();
  std::string nodes;
  for (int count = 0; count < 20000; ++count) {
    nodes += std::string("\x01\x00", 2);
  }
  contents.records = {{1, "bomb", program_body({"x"}, nodes)}};
  const cg::Catalog catalog = open_packs({{"en", write_pack(contents)}});
  const std::string megabyte(1 << 20, 'x');
  const cg::Resolution resolution = catalog.resolve(1, "en", {{"x", megabyte}});
  CHECK(resolution.status == CG_OUTPUT_TOO_LONG);
  CHECK(resolution.text.size() == CG_MAX_OUTPUT_BYTES);
}

TEST_CASE("The reason of a text that is too long outweighs that of a missing argument") {
  const std::string text(CG_MAX_OUTPUT_BYTES, 'x');
  CHECK(english(5, {{"n", "wrong"}, {"s", text}}).status == CG_WRONG_ARGUMENT_TYPE);
  CHECK(english(5, {{"n", 3}, {"s", text}}).status == CG_OUTPUT_TOO_LONG);
}
