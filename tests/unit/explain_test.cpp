// codeglot check --explain, and functions that the application declares as its own.
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const std::string codes = R"({"code": 1, "name": "words", "args": {"n": {"type": "number"}, "d": {"type": "date"}}},
    {"code": 2, "name": "count", "args": {"n": {"type": "number"}}}, {"code": 3, "name": "plain"},
    {"code": 4, "name": "day", "args": {"d": {"type": "date"}}})";

const std::string english = R"({
  "$unknown-code": "No {code}", "$unreadable-response": "Unreadable",
  "plain": "Text",
  "count": "{n, plural, one{#} other{#}}",
  "day": "{d, date, long}",
  "words": "é\u00e9 {n, spellout}, {n, choice, 0#a}"
})";

/// With paths as they are inside the folder.
std::string run_in(const TemporaryFolder &folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin() + 1, folder.path());
  std::string output = run_command(arguments).output;
  const std::string prefix = folder.path() + "/";
  for (size_t at = output.find(prefix); at != std::string::npos; at = output.find(prefix, at)) {
    output.erase(at, prefix.size());
  }
  return output;
}

/// A catalog whose one message is MessageFormat 2.
std::string findings(const std::string &message, const std::string &more_members = "") {
  return compile_files({{"codes.json", codes_json(R"({"code": 1, "name": "price", "args": {"n": {"type": "number"}}})",
                                                  more_members)},
                        {"en.json", R"({"$unknown-code": "x", "$unreadable-response": "x", "$syntax": "mf2",
"price": ")" + message + "\"}"}})
      .findings;
}

}  // namespace

TEST_CASE("An explanation names who formats each message, and each reason at its place") {
  const TemporaryFolder folder;
  folder.write("codes.json", codes_json(codes));
  folder.write("en.json", english);
  CHECK(run_in(folder, {"check", "--explain"}) ==
        "en.json:2:3: $unknown-code: runtime: plain numbers and branches\n"
        "en.json:2:33: $unreadable-response: runtime: text\n"
        "en.json:3:3: plain: runtime: text\n"
        "en.json:4:3: count: runtime: plain numbers and branches\n"
        "en.json:5:3: day: runtime: formats\n"
        "en.json:6:25: words: icu: {…, spellout} spells numbers by rules\n"
        "en.json:6:36: words: icu: choice is not lowered: write {n, plural, …} instead\n"
        "en: 5 by the runtime, 1 by the ICU engine\n"
        "1 locale in order; 1 message needs the ICU engine\n");
  CHECK(run_in(folder, {"check"}) == "1 locale in order; 1 message needs the ICU engine: --explain says why\n");
  CHECK(run_in(folder, {"compile", "-o", folder.path("packs")})
            .ends_with("; 1 message needs the ICU engine: codeglot check --explain says why\n"));
}

TEST_CASE("A catalog that the runtime formats says nothing of the ICU engine") {
  CHECK(run_command({"check", CODEGLOT_LOCALES}).output == "49 locales in order\n");
}

TEST_CASE("A function of the application must be declared") {
  const std::string undeclared = findings("{$n :shop:price}");
  CHECK(undeclared.find("en.json:2:15: error: :shop:price is not declared: add \"functions\": [\"shop:price\"]") !=
        std::string::npos);
  CHECK(findings("{$n :shop:price}", R"(, "functions": ["shop:price"])").empty());
  CHECK(findings(".input {$n :shop:price} .match $n * {{x}}", R"(, "functions": ["shop:prices"])").find("error") !=
        std::string::npos);
  CHECK(findings(".input {$n :number} .match $n * {{{|x| :shop:price}}}").find("error") != std::string::npos);
}

TEST_CASE("A function without a namespace is the specification's") {
  CHECK(findings("{$n :price}").find("MessageFormat 2 has no function :price") != std::string::npos);
  CHECK(findings("{$n :number}").empty());
}

TEST_CASE("Declarations of functions are checked") {
  for (const char *members :
       {R"(, "functions": ["price"])", R"(, "functions": [7])", R"(, "functions": ["a:b:c"])",
        R"(, "functions": ["a:b", "a:b"])", R"(, "functions": "a:b")", R"(, "functions": [":b"])"}) {
    INFO(members);
    CHECK(findings("x", members).find("codes.json:1:") != std::string::npos);
  }
}

TEST_CASE("A declared function goes to the ICU engine") {
  const TemporaryFolder folder;
  folder.write("codes.json", codes_json(R"({"code": 1, "name": "price", "args": {"n": {"type": "number"}}})",
                                        R"(, "functions": ["shop:price"])"));
  folder.write("en.json", R"({"$unknown-code": "x", "$unreadable-response": "x",
"price": {"syntax": "mf2", "text": "For {$n :shop:price}"}})");
  const std::string explanation = run_in(folder, {"check", "--explain"});
  INFO(explanation);
  CHECK(explanation.find("en.json:2:41: price: icu: :shop:price is the application's own function\n") !=
        std::string::npos);
}
