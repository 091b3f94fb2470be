// What was published stays: numbers, names, arguments.
#include <catch2/catch_test_macros.hpp>

#include "core/lint/released.h"
#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr const char *released = R"({"namespace": "test", "codes": [
  {"code": -5, "name": "old"},
  {"code": 1, "name": "a", "args": {"n": {"type": "number"}, "s": {"type": "string", "optional": true}}}
]})";

constexpr const char *old_code = R"({"code": -5, "name": "old", "retired": true},
)";
constexpr const char *all_arguments = R"("n": {"type": "number"}, "s": {"type": "string", "default": "x"})";

std::string report(const std::string &codes, const std::string &released_text = released) {
  return check_files(
      {{"codes.json", codes_json(codes)},
       {"released.json", released_text},
       {"en.json", lint_locale("en", "\"A\"", codes.find("\"b\"") != std::string::npos ? ", \"b\": \"B\"" : "")}});
}

std::string with_arguments(const std::string &arguments) {
  return report(old_code + (R"({"code": 1, "name": "a", "args": {)" + arguments + "}}"));
}

}  // namespace

TEST_CASE("A catalog that keeps what was published is in order, and may have more") {
  CHECK(with_arguments(all_arguments) == "");
  CHECK(with_arguments(std::string(all_arguments) + R"(, "m": {"type": "number", "default": 1})") == "");
  CHECK(report(std::string(old_code) + R"({"code": 1, "name": "a", "args": {)" + all_arguments +
               R"(}}, {"code": 2, "name": "b"})") == "");
}

TEST_CASE("A published number that means another name is an error at the number") {
  const std::string found = report(R"({"code": -5, "name": "a"})");
  CHECK(reports(found, "released-code"));
  CHECK(found.find("codes.json:1:87: error: code -5 was published as \"old\" and is \"a\" now") != std::string::npos);
}

TEST_CASE("A published code that is gone is an error, one that is retired is not") {
  const std::string found = report(std::string(R"({"code": 1, "name": "a", "args": {)") + all_arguments + "}}");
  CHECK(found ==
        "codes.json: error: code -5 was published as \"old\" and is gone: keep its entry, with "
        "\"retired\": true if it is no longer returned [released-code]\n");
  CHECK(report(std::string(old_code) + R"({"code": 7, "name": "a"})").find("(\"a\" is 7 now)") != std::string::npos);
}

TEST_CASE("Arguments that were published stay as they were") {
  CHECK(with_arguments(R"("s": {"type": "string", "default": "x"})")
            .find("the argument \"n\" was published and is gone") != std::string::npos);
  CHECK(with_arguments(R"("n": {"type": "string"}, "s": {"type": "string", "default": "x"})")
            .find("\"n\" was published as a number and is a string now") != std::string::npos);
  CHECK(with_arguments(R"("n": {"type": "number"}, "s": {"type": "string"})").find("has none now") !=
        std::string::npos);
  CHECK(with_arguments(R"("n": {"type": "number", "default": 1}, "s": {"type": "string", "default": "x"})") == "");
  const std::string added = with_arguments(std::string(all_arguments) + R"(, "m": {"type": "number"})");
  CHECK(
      added.find("the argument \"m\" is new since the last release, whose callers do not give it: give it a default") !=
      std::string::npos);
  CHECK(reports(added, "released-arguments"));
  CHECK(reports(with_arguments(std::string(all_arguments) + R"(, "m": {"type": "date"})"), "released-arguments"));
}

TEST_CASE("Another namespace is another catalog") {
  const std::string found = report(
      std::string(old_code) + R"({"code": 1, "name": "a", "args": {)" + all_arguments + "}}",
      R"({"namespace": "other", "codes": []})");
  CHECK(found.find("the catalog was published as \"other\" and is \"test\" now") != std::string::npos);
}

TEST_CASE("What is wrong with a released.json is found in it") {
  const auto wrong = [](const std::string &text) {
    const std::string found = report(std::string(old_code) + R"({"code": 1, "name": "a"})", text);
    INFO(found);
    return found.find("released.json:1:") != std::string::npos && reports(found, "invalid-file");
  };
  CHECK(wrong("{"));
  CHECK(wrong("[]"));
  CHECK(wrong("{}"));
  CHECK(wrong(R"({"namespace": "test", "codes": [7]})"));
  CHECK(wrong(R"({"namespace": "test", "codes": [{"code": "1", "name": "a"}]})"));
  CHECK(wrong(R"({"namespace": "test", "codes": [{"code": 4294967296, "name": "a"}]})"));
  CHECK(wrong(R"({"namespace": "test", "codes": [{"code": 1, "name": "a", "args": {"n": "number"}}]})"));
  CHECK(wrong(R"({"namespace": "test", "codes": [], "text": "x"})"));
}

TEST_CASE("A release is written as later checks read it") {
  const TemporaryFolder folder;
  folder.write("codes.json",
               codes_json(std::string(old_code) + R"({"code": 1, "name": "a", "args": {)" + all_arguments + "}}"));
  folder.write("en.json", lint_locale("en", "\"A\""));
  const CommandResult result = run_command({"check", folder.path(), "--release"});
  CHECK(result.exit_status == 0);
  CHECK(
      read_bytes(folder.path("released.json")) ==
      "{\n  \"$schema\": \"./schema/released.schema.json\",\n  \"namespace\": \"test\",\n  \"codes\": [\n"
      "    {\"code\":-5,\"name\":\"old\"},\n"
      "    {\"code\":1,\"name\":\"a\",\"args\":{\"n\":{\"type\":\"number\"},\"s\":{\"type\":\"string\",\"optional\":true}}}\n"
      "  ]\n}\n");
  CHECK(run_command({"check", folder.path(), "--strict"}).exit_status == 0);
  // What breaks a release cannot become the next one.
  folder.write("codes.json", codes_json(R"({"code": 1, "name": "a"})"));
  const std::string before = read_bytes(folder.path("released.json"));
  CHECK(run_command({"check", folder.path(), "--release"}).exit_status == 1);
  CHECK(read_bytes(folder.path("released.json")) == before);
}
