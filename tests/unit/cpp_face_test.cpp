// codeglot.hpp, the header-only C++ face: how C++ values become arguments, and what it owns.
#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("C++ integers of every kind are integer arguments") {
  CHECK(cg::Argument("n", 8).type == CG_TYPE_INT64);
  CHECK(cg::Argument("n", 8).value.integer == 8);
  CHECK(cg::Argument("n", 0).type == CG_TYPE_INT64);
  CHECK(cg::Argument("n", short{-3}).value.integer == -3);
  CHECK(cg::Argument("n", -5L).value.integer == -5);
  CHECK(cg::Argument("n", std::numeric_limits<int64_t>::min()).value.integer == std::numeric_limits<int64_t>::min());
  CHECK(cg::Argument("n", int32_t{CG_TYPE_STRING}).value.integer == 1);
  CHECK(cg::Argument("n", 8u).type == CG_TYPE_INT64);
  CHECK(cg::Argument("n", 8u).value.integer == 8);
  CHECK(cg::Argument("n", size_t{9007199254740993}).value.integer == 9007199254740993);
  CHECK(cg::Argument("n", uint64_t{1} << 63).type == CG_TYPE_DOUBLE);
  CHECK(cg::Argument("n", uint64_t{1} << 63).value.number == 9223372036854775808.0);
}

TEST_CASE("C++ floating point and digits are number arguments, and texts are strings") {
  CHECK(cg::Argument("n", 0.5).value.number == 0.5);
  CHECK(cg::Argument("n", 0.5f).type == CG_TYPE_DOUBLE);
  CHECK(cg::Argument("n", cg::Decimal{"1.10"}).type == CG_TYPE_DECIMAL);
  CHECK(cg::view(cg::Argument("n", cg::Decimal{"1.10"}).value.string) == "1.10");
  const std::string text("a\0b", 3);
  CHECK(cg::Argument("s", text).type == CG_TYPE_STRING);
  CHECK(cg::view(cg::Argument("s", text).value.string) == text);
  CHECK(cg::view(cg::Argument("s", "literal").value.string) == "literal");
  CHECK(cg::view(cg::Argument("name", "x").name) == "name");
}

TEST_CASE("A catalog keeps the packs that were given to it, and moves with them") {
  cg::Catalog catalog;
  {
    std::string pack = small_packs().at("en");
    REQUIRE(catalog.add(std::move(pack)) == CG_OK);
    std::string arabic = small_packs().at("ar");
    REQUIRE(catalog.add(arabic) == CG_OK);
    arabic.assign(arabic.size(), '#');
  }
  const cg::Catalog moved = std::move(catalog);
  CHECK(moved.message(1, "en", {{"s", "Ada"}}) == "Hello Ada!");
  CHECK(moved.message(1, "ar", {{"s", "Ada"}}) == "أهلا Ada");
  CHECK(moved.locales() == std::vector<std::string>{"en", "ar"});
}

TEST_CASE("A text longer than the first buffer is whole") {
  const cg::Catalog catalog = open_packs(small_packs());
  for (const size_t bytes : {500, 503, 504, 505, 506, 511, 512, 513, 5000}) {
    const std::string text(bytes, 'x');
    CHECK(catalog.message(1, "en", {{"s", text}}) == "Hello " + text + "!");
  }
}
