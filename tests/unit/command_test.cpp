// The codeglot command as its users call it: exit statuses, results on standard output, complaints on standard error.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// A run that must succeed without a complaint; its output.
std::string output_of(const std::vector<std::string> &arguments) {
  const CommandResult result = run_command(arguments);
  INFO(result.errors);
  CHECK(result.exit_status == 0);
  CHECK(result.errors.empty());
  return result.output;
}

/// Whether a run is wrong usage: exit status 2, nothing on standard output, and a complaint with these words.
bool is_wrong_usage(const std::vector<std::string> &arguments, const std::string &words) {
  const CommandResult result = run_command(arguments);
  UNSCOPED_INFO(result.exit_status << " " << result.output << result.errors);
  return result.exit_status == 2 && result.output.empty() && result.errors.find(words) != std::string::npos;
}

/// A folder with the small catalog, and one with its packs.
class Folders {
 public:
  Folders() {
    for (const auto &[name, text] : small_catalog()) {
      folder_.write("locales/" + name, text);
    }
    for (const auto &[tag, pack] : small_packs()) {
      folder_.write("packs/" + tag + ".cgpk", pack);
    }
  }
  std::string locales() const { return folder_.path("locales"); }
  std::string packs() const { return folder_.path("packs"); }
  const TemporaryFolder &root() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("Every subcommand explains itself on standard output") {
  const std::string overview = output_of({"--help"});
  for (const char *subcommand :
       {"message", "response", "list", "check", "compile", "import", "format", "generate", "stats", "diff", "watch"}) {
    INFO(subcommand);
    CHECK(overview.find(subcommand) != std::string::npos);
    const std::string help = output_of({subcommand, "--help"});
    CHECK(help.find("Usage") != std::string::npos);
    CHECK(help.size() > 100);
  }
  CHECK(overview.find("Exit status: 0") != std::string::npos);
}

TEST_CASE("Wrong usage is exit status 2 and a complaint") {
  CHECK(is_wrong_usage({}, "subcommand"));
  CHECK(is_wrong_usage({"nonsense"}, "subcommand"));
  CHECK(is_wrong_usage({"--nonsense"}, "subcommand"));
  CHECK(is_wrong_usage({"message"}, "code is required"));
  CHECK(is_wrong_usage({"message", "abc"}, "abc"));
  CHECK(is_wrong_usage({"message", "2147483648"}, "2147483648"));
  CHECK(is_wrong_usage({"message", "1", "--nonsense"}, "--nonsense"));
  CHECK(is_wrong_usage({"message", "1", "extra"}, "extra"));
  CHECK(is_wrong_usage({"check"}, "folder is required"));
  CHECK(is_wrong_usage({"check", "/nowhere/at/all"}, "/nowhere/at/all"));
  CHECK(is_wrong_usage({"import", "--from", "xml", CODEGLOT_SEED}, "xml"));
  CHECK(is_wrong_usage({"import", "--from", "edn", "/nowhere.edn"}, "/nowhere.edn"));
  CHECK(is_wrong_usage({"format"}, "--jsonl"));
}

TEST_CASE("A message goes to standard output, and its code decides the exit status") {
  CHECK(output_of({"message", "102"}) == "Sign-in failed: this account does not exist.\n");
  CHECK(output_of({"message", "135", "--locale", "zh-Hans"}) == "家庭成员最多不能超过8人\n");
  CHECK(output_of({"message", "135", "-l", "zh_CN", "--arg", "max=12"}) == "家庭成员最多不能超过12人\n");
  const CommandResult unknown = run_command({"message", "999", "-l", "en"});
  CHECK(unknown.exit_status == 1);
  CHECK(unknown.output == "Unknown code 999\n");
  CHECK(unknown.errors.empty());
}

TEST_CASE("A negative code is a code, not an option") {
  const Folders folders;
  CHECK(output_of({"message", "-7", "--packs", folders.packs()}) == "Plain — text 😀\n");
}

TEST_CASE("Arguments come one by one or as JSON, and their types from the message") {
  const Folders folders;
  const auto message = [&folders](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "message");
    arguments.insert(arguments.end(), {"--packs", folders.packs()});
    return output_of(arguments);
  };
  CHECK(message({"5", "--arg", "s=Ada", "--arg", "n=3"}) == "Ada and 2 others\n");
  CHECK(message({"5", "-a", "s=7", "-a", "n=1"}) == "7\n");
  CHECK(message({"1", "--arg", "s=a=b"}) == "Hello a=b!\n");
  CHECK(message({"1", "--arg", "s="}) == "Hello !\n");
  CHECK(message({"5", "--args-json", R"({"s": "Ada", "n": 1234567})"}) == "Ada and 1,234,566 others\n");
  CHECK(message({"2", "--args-json", R"({"n": {"decimal": "0.0005"}})"}) == "0 files\n");
  CHECK(message({"2", "--arg", "n=1e3"}) == "1,000 files\n");
  CHECK(message({"2", "--arg", "n=9223372036854775807"}) == "9,223,372,036,854,775,807 files\n");
}

TEST_CASE("Arguments that cannot be read are wrong usage") {
  for (const char *json : {"{", "[1]", "7", "nonsense", "\"x\""}) {
    CHECK(is_wrong_usage({"message", "1", "--args-json", json}, "--args-json wants a JSON object"));
  }
  CHECK(is_wrong_usage({"message", "1", "--arg", "noequals"}, "--arg wants NAME=VALUE"));
  CHECK(is_wrong_usage({"message", "1", "--arg", "=5"}, "--arg wants NAME=VALUE"));
}

TEST_CASE("An explanation says why a text was chosen") {
  const Folders folders;
  const std::string text = output_of({"message", "2147483647", "-l", "ar-EG", "--explain", "--packs", folders.packs()});
  CHECK(text.starts_with("Last\n"));
  CHECK(text.find("status:    ok (The message is complete.)\n") != std::string::npos);
  CHECK(text.find("name:      last\n") != std::string::npos);
  CHECK(text.find("asked for: ar-EG, served by ar\n") != std::string::npos);
  CHECK(text.find("answered:  en, left to right\n") != std::string::npos);
  const std::string missing = output_of({"message", "2", "--explain", "--packs", folders.packs()});
  CHECK(missing.starts_with("{n}\n"));
  CHECK(missing.find("missing-argument") != std::string::npos);
  CHECK(missing.find("argument:  n\n") != std::string::npos);
}

TEST_CASE("Packs are found by option, by environment and beside the command, from packs or from authoring files") {
  const Folders folders;
  CHECK(output_of({"message", "1", "--packs", folders.packs()}) == "Hello you!\n");
  CHECK(output_of({"message", "1", "--packs", folders.locales()}) == "Hello you!\n");
  CHECK(run_command({"message", "1"}, "", {{"CODEGLOT_PACKS", folders.packs()}}).output == "Hello you!\n");
  CHECK(run_command({"message", "1", "--packs", folders.packs()}, "", {{"CODEGLOT_PACKS", "/nowhere"}}).output ==
        "Hello you!\n");
  CHECK(is_wrong_usage({"message", "1", "--packs", "/nowhere"}, "/nowhere is no folder of packs"));
  const TemporaryFolder empty;
  CHECK(is_wrong_usage({"message", "1", "--packs", empty.path()}, "holds no packs"));
  empty.write("en.cgpk", "CGPK damaged");
  CHECK(is_wrong_usage({"message", "1", "--packs", empty.path()}, "en.cgpk: The bytes end before the pack does."));
}

TEST_CASE("A response is shown for its status, its body, or both") {
  CHECK(output_of({"response", "--status", "403"}) == "Access denied.\n");
  CHECK(output_of({"response", "--status", "403", "--body", R"({"code": 102})"}) == "Access denied.\n");
  CHECK(output_of({"response", "--status", "200", "--body", R"({"code": "102"})", "-l", "en"}) ==
        "Sign-in failed: this account does not exist.\n");
  CHECK(output_of({"response", "--body", R"({"code": 403})"}) == output_of({"message", "403"}));
  for (const std::vector<std::string> &arguments :
       std::initializer_list<std::vector<std::string>>{{"response", "--status", "500", "--body", R"({"code": 102})"},
                                                       {"response", "--status", "200", "--body", "<html>"},
                                                       {"response"}}) {
    const CommandResult result = run_command(arguments);
    CHECK(result.exit_status == 1);
    CHECK(result.output == "The server’s response could not be read. Please try again later.\n");
  }
}

TEST_CASE("A response is shown for the problem that its body names") {
  const Folders folders;
  const auto show = [&](const std::string &status, const std::string &body, const std::vector<std::string> &more) {
    std::vector<std::string> arguments = {"response", "--status", status, "--body", body, "--packs", folders.packs()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return output_of(arguments);
  };
  CHECK(show("500", R"({"type": "urn:example:count"})", {"--arg", "n=2"}) == "2 files\n");
  const std::string text = show("403", R"({"error": {"code": 403, "details": [
      {"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "LAST", "domain": "example.com"}]}})",
                                {"--explain"});
  CHECK(text.starts_with("Last\nstatus:    ok "));
  CHECK(text.ends_with("\nproblem:   LAST@example.com\n"));
  CHECK(show("403", R"({"type": "urn:example:unknown"})", {}) == "Plain — text 😀\n");
  CHECK(show("403", "{}", {"--explain"}).find("problem:") == std::string::npos);
}

TEST_CASE("A list has every code with its name and text, or the locales") {
  const std::string list = output_of({"list", "-l", "zh-Hans"});
  CHECK(std::count(list.begin(), list.end(), '\n') == 55);
  CHECK(list.find("135\ttoo-many-roles\t家庭成员最多不能超过8人\n") != std::string::npos);
  std::string locales;
  for (const auto &[tag, pack] : built_packs()) {
    locales += tag + "\n";
  }
  CHECK(output_of({"list", "--locales"}) == locales);
}

TEST_CASE("Files that are in order compile to packs, the same each time") {
  const Folders folders;
  const std::string output = folders.root().path("out/deep");
  const CommandResult result = run_command({"compile", folders.locales(), "-o", output});
  INFO(result.errors);
  CHECK(result.exit_status == 0);
  CHECK(result.output.starts_with("3 packs, "));
  for (const auto &[tag, pack] : small_packs()) {
    CHECK(read_bytes(output + "/" + tag + ".cgpk") == pack);
  }
  CHECK(run_command({"check", folders.locales()}).exit_status == 0);
}

TEST_CASE("Errors in authoring files are exit status 1, all on standard error, and write nothing") {
  const Folders folders;
  folders.root().write("locales/en.json", "{\n\"plain\": \"{\",\n\"ghost\": \"x\"}");
  for (const char *subcommand : {"check", "compile"}) {
    std::vector<std::string> arguments = {subcommand, folders.locales()};
    if (subcommand == std::string("compile")) {
      arguments.insert(arguments.end(), {"-o", folders.root().path("out")});
    }
    const CommandResult result = run_command(arguments);
    CHECK(result.exit_status == 1);
    CHECK(result.output.empty());
    CHECK(result.errors.find(folders.locales() + "/en.json:2:11: error: a '{' has no matching '}'") !=
          std::string::npos);
    CHECK(result.errors.find(folders.locales() + "/en.json:3:1: error: \"ghost\" is no code") != std::string::npos);
    CHECK(result.errors.find("2 errors, ") != std::string::npos);
  }
  CHECK(folders.root().names() == std::vector<std::string>{"locales", "packs"});
}

TEST_CASE("Packs that cannot be written are exit status 2") {
  const Folders folders;
  const std::string file = folders.root().write("file", "in the way");
  const CommandResult result = run_command({"compile", folders.locales(), "-o", file});
  CHECK(result.exit_status == 2);
  CHECK(result.errors.find("cannot be created") != std::string::npos);
  CHECK(read_bytes(file) == "in the way");
}

TEST_CASE("An import writes a catalog once, and then finds nothing to change") {
  const TemporaryFolder folder;
  const std::vector<std::string> arguments = {
      "import", "--from", "edn", CODEGLOT_SEED, "-o", folder.path("locales"), "--namespace", "weigher"};
  CHECK(output_of(arguments) == "55 codes read: 55 added, 53 texts added, 0 texts as they were\n");
  const std::string codes = read_bytes(folder.path("locales/codes.json"));
  const std::string messages = read_bytes(folder.path("locales/zh-Hans.json"));
  const CommandResult again = run_command(arguments);
  CHECK(again.exit_status == 0);
  CHECK(again.output == "55 codes read: 0 added, 0 texts added, 53 texts as they were\n");
  CHECK(read_bytes(folder.path("locales/codes.json")) == codes);
  CHECK(read_bytes(folder.path("locales/zh-Hans.json")) == messages);
  folder.write("bad.edn", "{:success {:code 201}}");
  const CommandResult bad = run_command(
      {"import", "--from", "edn", folder.path("bad.edn"), "-o", folder.path("locales")});
  CHECK(bad.exit_status == 1);
  CHECK(bad.output.empty());
  CHECK(bad.errors.find("bad.edn:1:2: error: \"success\" is 201 here and 200 in codes.json") != std::string::npos);
  CHECK(read_bytes(folder.path("locales/codes.json")) == codes);
}

TEST_CASE("Patterns go to the runtime, to the ICU engine, or to the first of them that can") {
  const std::string input =
      R"({"id": 1, "pattern": "{d, time, ::Hm} {n, number, ::.00}", "args": {"d": {"date": 0, "zone": "+05:30"}, "n": 1}})"
      "\n"
      R"({"id": 2, "pattern": "{d, time, ::Hm}", "args": {"d": 0}, "tz": "Europe/Paris"})"
      "\n"
      R"({"id": 3, "pattern": "{n} {missing}", "args": {"n": 1}})";
  const auto answers = [&input](const std::vector<std::string> &engine) {
    std::vector<std::string> arguments = {"format", "--jsonl"};
    arguments.insert(arguments.end(), engine.begin(), engine.end());
    std::istringstream lines(run_command(arguments, input).output);
    std::string texts;
    for (std::string line; std::getline(lines, line);) {
      const nlohmann::json answer = nlohmann::json::parse(line);
      texts += answer["err"].is_null() ? answer["out"].get<std::string>() + "\n" : "error\n";
    }
    return texts;
  };
  CHECK(answers({}) == "05:30 1.00\n01:00\n1 {missing}\n");
  CHECK(answers({"--engine", "auto"}) == answers({}));
  CHECK(answers({"--engine", "icu"}) == answers({}));
  CHECK(answers({"--engine", "aot"}) == "05:30 1.00\nerror\n1 {missing}\n");
  CHECK(run_command({"format", "--jsonl", "--engine", "jit"}, input).exit_status != 0);
}

TEST_CASE("Patterns are formatted a line each, and what cannot be is an error in its own line") {
  const CommandResult result = run_command(
      {"format", "--jsonl", "--engine", "aot"},
      "{\"id\": 1, \"locale\": \"de\", \"pattern\": \"{n} {s}\", \"args\": {\"n\": 1234.5, \"s\": \"x\"}}\n"
      "\n"
      "nonsense\n"
      "{\"id\": \"b\", \"pattern\": \"{n, spellout}\"}\n"
      "{\"id\": 3, \"pattern\": \"{\"}\n"
      "{\"id\": 4, \"pattern\": 5}\n"
      "{\"id\": 5, \"syntax\": \"mf3\", \"pattern\": \"x\"}\n"
      "{\"id\": 6, \"pattern\": \"{n, plural, one{#} other{#s}}\", \"args\": {\"n\": \"x\"}}\n"
      "{\"id\": 7, \"pattern\": \"last\"}");
  CHECK(result.exit_status == 0);
  std::istringstream lines(result.output);
  std::vector<nlohmann::json> answers;
  for (std::string line; std::getline(lines, line);) {
    answers.push_back(nlohmann::json::parse(line));
  }
  REQUIRE(answers.size() == 8);
  CHECK(answers[0] == nlohmann::json({{"id", 1}, {"out", "1.234,5 x"}, {"err", nullptr}}));
  for (size_t index = 1; index < 7; ++index) {
    INFO(answers[index].dump());
    CHECK(answers[index]["err"].is_string());
  }
  CHECK(answers[2]["id"] == "b");
  CHECK(answers[2]["errors"][0]["offset"] == 4);
  CHECK(answers[7]["out"] == "last");
}

TEST_CASE("A MessageFormat 2 pattern gives its text, parts and errors, whoever is asked for") {
  const std::string line =
      "{\"id\": 1, \"syntax\": \"mf2\", \"locale\": \"en\", \"pattern\": \"{$n :number} {$d :time} {$x :test:function}\","
      " \"args\": {\"n\": {\"decimal\": \"1.10\"}, \"d\": {\"date\": 0}, \"x\": 1}, \"tz\": \"Asia/Tokyo\", \"bidi\": \"none\"}\n";
  const nlohmann::json refused = nlohmann::json::parse(
      run_command({"format", "--jsonl", "--engine", "aot"}, line).output);
  CHECK(refused["out"].is_null());
  CHECK(refused["err"] == ":test:function is the application's own function");
  CHECK(refused["errors"][0]["offset"] == 24);
  for (const char *engine : {"auto", "icu"}) {
    const CommandResult result = run_command({"format", "--jsonl", "--engine", engine}, line);
    const nlohmann::json answer = nlohmann::json::parse(result.output);
    CHECK(answer["out"] == "1.1 9:00\u202FAM {$x}");
    REQUIRE(answer["errors"].size() == 1);
    CHECK(answer["errors"][0]["type"] == "unknown-function");  // The suite's functions are the tests' own.
    CHECK(answer["errors"][0]["offset"] == 28);
    CHECK(answer["err"] == answer["errors"][0]["message"]);
    CHECK(answer["parts"][0]["parts"][2] == nlohmann::json({{"type", "fraction"}, {"value", "1"}}));
    CHECK(answer["parts"][4] == nlohmann::json({{"type", "fallback"}, {"source", "$x"}}));
  }
  const std::string isolated = "{\"id\": 1, \"syntax\": \"mf2\", \"pattern\": \"{a}\"}\n";
  CHECK(nlohmann::json::parse(run_command({"format", "--jsonl"}, isolated).output)["out"] == "\u2068a\u2069");
  CHECK(run_command({"format", "--jsonl", "--engine", "none"}, line).exit_status == 2);
}

TEST_CASE("An output that cannot be written is exit status 2") {
  const CommandResult result = run_command({"list"}, "", {}, "/dev/full");
  CHECK(result.exit_status == 2);
  CHECK(result.errors == "codeglot: the output could not be written\n");
}
