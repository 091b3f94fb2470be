// Arguments as the command line and the vectors write them, and what they become in a call.
#include "core/compiler/argument_value.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/unit/support.h"

using namespace codeglot;

namespace {

ArgumentValue value_of(const char *json) {
  const std::vector<NamedArgument> arguments = arguments_from_json(
      nlohmann::json::parse(std::string("{\"x\": ") + json + "}"));
  REQUIRE(arguments.size() == 1);
  CHECK(arguments[0].name == "x");
  return arguments[0].value;
}

template <typename Type>
Type get(const char *json) {
  const ArgumentValue value = value_of(json);
  REQUIRE(std::holds_alternative<Type>(value));
  return std::get<Type>(value);
}

}  // namespace

TEST_CASE("JSON strings and numbers become arguments of their type") {
  CHECK(get<std::string>(R"("a\u00e9")") == "aé");
  CHECK(get<std::string>(R"("")").empty());
  CHECK(get<int64_t>("-7") == -7);
  CHECK(get<int64_t>("9223372036854775807") == INT64_MAX);
  CHECK(get<int64_t>("-9223372036854775808") == INT64_MIN);
  CHECK(get<double>("9223372036854775808") == 9223372036854775808.0);
  CHECK(get<double>("1.0") == 1.0);
  CHECK(get<double>("1e21") == 1e21);
}

TEST_CASE("Tagged values keep exact digits, special doubles and long texts") {
  CHECK(get<DecimalText>(R"({"decimal": "1.10"})").digits == "1.10");
  CHECK(get<DecimalText>(R"({"int64": "-9223372036854775808"})").digits == "-9223372036854775808");
  CHECK(std::isnan(get<double>(R"({"double": "NaN"})")));
  CHECK(std::signbit(get<double>(R"({"double": "-0"})")));
  CHECK(get<double>(R"({"double": "-Infinity"})") == -INFINITY);
  CHECK(get<std::string>(R"({"repeat": ["ab", 3]})") == "ababab");
}

TEST_CASE("Dates have milliseconds, and a zone if they name one") {
  CHECK(get<DateTime>(R"({"date": 1637685775123})").milliseconds == 1637685775123);
  CHECK(get<DateTime>(R"({"date": 0.5})").zone.empty());
  CHECK(get<DateTime>(R"({"date": 0, "zone": "+05:30"})").zone == "+05:30");
  for (const char *json : {R"({"date": "0"})", R"({"date": 0, "zone": 1})", R"({"date": 0, "other": 1})"}) {
    INFO(json);
    CHECK(std::holds_alternative<std::monostate>(value_of(json)));
  }
}

TEST_CASE("null is no argument, and other JSON is an argument of a wrong type") {
  CHECK(arguments_from_json(nlohmann::json::parse(R"({"x": null})")).empty());
  for (const char *json : {"true", "[]", "[1]", "{}", R"({"decimal": 1})", R"({"other": "1"})", R"({"repeat": ["a"]})",
                           R"({"repeat": ["a", -1]})", R"({"decimal": "1", "double": "1"})"}) {
    INFO(json);
    CHECK(std::holds_alternative<std::monostate>(value_of(json)));
  }
}

TEST_CASE("Each kind of value becomes the C argument of its type") {
  const NamedArgument text{"t", std::string("a\0b", 3)};
  const std::vector<NamedArgument> given = {text,
                                            {"x", int64_t{5}},
                                            {"x", 0.5},
                                            {"x", DecimalText{"1"}},
                                            {"x", {}},
                                            {"x", DateTime{1637685775123, "Europe/Paris"}},
                                            {"x", DateTime{-0.5, ""}}};
  const CArguments arguments(given);
  REQUIRE(arguments.size() == given.size());
  const cg_argument &argument = arguments[0];
  CHECK(argument.type == CG_TYPE_STRING);
  CHECK(cg::view(argument.name) == "t");
  CHECK(cg::view(argument.value.string) == std::string_view("a\0b", 3));
  CHECK(arguments[1].value.integer == 5);
  CHECK(arguments[1].type == CG_TYPE_INT64);
  CHECK(arguments[2].type == CG_TYPE_DOUBLE);
  CHECK(arguments[3].type == CG_TYPE_DECIMAL);
  CHECK(arguments[4].type == CG_TYPE_ANY);
  CHECK(arguments[5].type == CG_TYPE_DATE);
  CHECK(cg::view(arguments[5].value.string) == "1637685775123 Europe/Paris");
  CHECK(cg::view(arguments[6].value.string) == "-1");  // As ICU counts: down to the millisecond.
}
