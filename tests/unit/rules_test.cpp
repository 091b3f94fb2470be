// The table of rules: every rule's example breaks it, and mends it; ids are what settings and their schema know.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "core/lint/report.h"
#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("Each rule's wrong example breaks it, and no right example does") {
  size_t messages = 0;
  for (const RuleInfo &rule : all_rules()) {
    const RuleExample &example = rule.example;
    if (example.locale.empty()) {
      continue;
    }
    ++messages;
    INFO(rule.id);
    const std::string locale(example.locale);
    CHECK(reports(check_text(locale, example.wrong, example.source), rule.id));
    const std::string right = check_text(locale, example.right, example.source);
    INFO(right);
    CHECK(right.find(locale + ".json:") == std::string::npos);
  }
  CHECK(messages >= 18);
}

TEST_CASE("Every rule has an id of its own, a sentence and an example") {
  std::set<std::string_view> ids;
  for (const RuleInfo &rule : all_rules()) {
    INFO(rule.id);
    CHECK(ids.insert(rule.id).second);
    CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    CHECK(rule.sentence.ends_with('.'));
    CHECK(!rule.example.wrong.empty());
    CHECK(!rule.example.right.empty());
    CHECK(find_rule(rule.id) == &rule);
    CHECK(&info(rule.rule) == &rule);
    CHECK((rule.adjustable || rule.severity == Severity::error));
  }
  CHECK(find_rule("nonsense") == nullptr);
  CHECK(find_rule("") == nullptr);
}

TEST_CASE("The schema of check.json has the rules that can be set") {
  const nlohmann::json schema = nlohmann::json::parse(
      read_bytes(std::string(CODEGLOT_LOCALES) + "/schema/check.schema.json"));
  std::vector<std::string> adjustable;
  for (const RuleInfo &rule : all_rules()) {
    if (rule.adjustable) {
      adjustable.emplace_back(rule.id);
    }
  }
  CHECK(schema["$defs"]["rule"]["enum"] == nlohmann::json(adjustable));
}

TEST_CASE("The rules are listed for people and as JSON") {
  const std::string text = rules_text();
  const nlohmann::json json = nlohmann::json::parse(rules_json());
  REQUIRE(json.size() == all_rules().size());
  for (const RuleInfo &rule : all_rules()) {
    CHECK(text.find(std::string(rule.id) + " (") != std::string::npos);
    CHECK(text.find(rule.sentence) != std::string::npos);
  }
  CHECK(json[0]["id"] == "invalid-file");
  CHECK(json[0]["severity"] == "error");
}

TEST_CASE("What the reading of files finds names its rule, too") {
  const Files good = {{"codes.json", lint_codes}, {"en.json", lint_locale("en", "\"A\"")}};
  const auto with = [&good](const std::string &name, const std::string &text) {
    Files files = good;
    files[name] = text;
    return check_files(files);
  };
  CHECK(check_files(good).empty());
  CHECK(reports(with("en.json", "{"), "invalid-file"));
  CHECK(reports(with("en.json", lint_locale("en", "\"A\"", ", \"a\": \"B\"")), "duplicate-member"));
  CHECK(reports(with("en.json", lint_locale("en", "\"A\"", ", \"b\": \"B\"")), "unknown-name"));
  CHECK(reports(with("de.json", lint_locale("en", "\"A\"")), "locale-tag"));
  CHECK(reports(with("pt_br.json", "{}"), "locale-tag"));
  CHECK(reports(with("codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 1, "name": "b"})")), "code-taken"));
  CHECK(reports(with("codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})")), "no-message"));
  CHECK(reports(with("codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})")),
                "missing-message"));
  CHECK(reports(with("codes.json", codes_json(R"({"code": 1, "name": "a", "retired": true})")), "retired-message"));
  CHECK(reports(with("en.json", "\xEF\xBB\xBF" + good.at("en.json")), "encoding"));
  CHECK(reports(check_files({{"codes.json", lint_codes}}), "unreadable-file"));
  CHECK(reports(check_files({}), "unreadable-file"));
  std::string many;
  std::string uses;
  for (int argument = 0; argument < 40; ++argument) {
    many += (argument == 0 ? "" : ", ") + ("\"x" + std::to_string(argument)) + R"(": {"type": "string"})";
    uses += "{x" + std::to_string(argument) + "}";
  }
  CHECK(reports(check_files({{"codes.json", codes_json(R"({"code": 1, "name": "a", "args": {)" + many + "}}")},
                             {"en.json", lint_locale("en", json_string(uses))}}),
                "limit"));
  std::string nested = "x";
  for (int depth = 0; depth < 20; ++depth) {
    nested = "{s, select, other{" + nested + "}}";
  }
  CHECK(reports(with("en.json", lint_locale("en", json_string(nested))), "message-syntax"));
  CHECK(reports(with("en.json", "{\"$unknown-code\": \"Oh {code}\", \"$unreadable-response\": \"Oh\", \"a\": \"A\"}"),
                "missing-locale"));
}
