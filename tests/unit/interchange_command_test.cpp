// codeglot export and codeglot import as their users call them: exit statuses, what is said where, what is written.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using nlohmann::json;

namespace {

/// A catalog of its own, and the command run on it.
class Folder {
 public:
  Folder() {
    folder_.write("locales/codes.json", codes_json(R"({"code": 1, "name": "plain"},
      {"code": 2, "name": "files", "args": {"n": {"type": "number"}}}, {"code": 3, "name": "who", "args": {"s": {"type": "string"}}})"));
    folder_.write("locales/en.json",
                  R"({"$locale": "en", "plain": "Text", "files": "{n, plural, one{# file} other{# files}}",
      "who": "{s, select, none{nobody} other{{s}}}"})");
    folder_.write("locales/de.json", german);
  }

  CommandResult run(std::vector<std::string> arguments) const {
    for (std::string &argument : arguments) {
      argument = argument.starts_with("@") ? folder_.path(argument.substr(1)) : argument;
    }
    return run_command(arguments);
  }
  std::string read(const std::string &name) const { return read_bytes(folder_.path(name)); }
  void write(const std::string &name, const std::string &text) const { folder_.write(name, text); }
  void change(const std::string &name, const std::string &from, const std::string &to) const {
    std::string text = read(name);
    REQUIRE(text.find(from) != std::string::npos);
    write(name, text.replace(text.find(from), from.size(), to));
  }
  std::vector<std::string> names() const { return folder_.names(); }

  static constexpr const char *german =
      R"({"$locale": "de", "plain": "Wort", "files": "{n, plural, one{# Datei} other{# Dateien}}"})";

 private:
  TemporaryFolder folder_;
};

bool has(const std::string &text, const std::string &words) {
  UNSCOPED_INFO(text);
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("export and import explain themselves") {
  for (const char *command : {"export", "import"}) {
    const CommandResult result = run_command({command, "--help"});
    CHECK(result.exit_status == 0);
    for (const char *format : {"xliff2", "xliff1", "po", "arb", "android", "xcstrings", "i18next", "csv"}) {
      CHECK(has(result.output, format));
    }
  }
  CHECK(has(run_command({"--help"}).output, "export"));
}

TEST_CASE("export says what it wrote, and on standard error what a format could not carry") {
  const Folder folder;
  const CommandResult result = folder.run({"export", "--to", "android", "@locales", "-o", "@out"});
  CHECK(result.exit_status == 0);
  CHECK(has(result.output, "3 files written in "));
  CHECK(has(result.output, "; 1 message not as what it is, listed above\n"));
  CHECK(has(result.errors,
            "locales/en.json:2:7: warning: en: \"who\" is MessageFormat source in android: it selects by {s}"));
  CHECK(has(folder.read("out/values/strings.xml"), "<string name=\"plain\">Text</string>"));
  CHECK(has(folder.read("out/values-de/strings.xml"),
            "<item quantity=\"one\"><xliff:g id=\"n\">%1$d</xliff:g> Datei</item>"));
}

TEST_CASE("The report is JSON on standard output") {
  const Folder folder;
  const CommandResult result = folder.run(
      {"export", "--to", "xcstrings", "@locales", "-o", "@out/x.xcstrings", "--report", "json"});
  CHECK(result.exit_status == 0);
  const json report = json::parse(result.output);
  CHECK(report["format"] == "xcstrings");
  CHECK(report["files"].size() == 2);
  REQUIRE(report["losses"].size() == 1);
  CHECK(report["losses"][0]["name"] == "who");
  CHECK(report["losses"][0]["locale"] == "en");
  CHECK(report["losses"][0]["kind"] == "left-out");
  CHECK(report["losses"][0]["line"] == 2);
  CHECK(has(report["losses"][0]["reason"], "selects by {s}"));
}

TEST_CASE("One file may be named; a new locale may be exported before there is a file of it") {
  const Folder folder;
  CHECK(folder.run({"export", "--to", "xliff2", "@locales", "--locale", "ru", "-o", "@ru.xlf"}).exit_status == 0);
  const std::string text = folder.read("ru.xlf");
  CHECK(has(text, "trgLang=\"ru\""));
  for (const char *category : {"one", "few", "many", "other"}) {
    CHECK(has(text, std::string("codeglot:case=\"") + category + "\""));
  }
  CHECK_FALSE(has(text, "<target>"));
  folder.change("ru.xlf", "<source>Text</source>",
                "<source>Text</source><target>\xD0\xA2\xD0\xB5\xD0\xBA\xD1\x81\xD1\x82</target>");
  CHECK(folder.run({"import", "--from", "xliff2", "@ru.xlf", "-o", "@locales"}).exit_status == 1);
  const CommandResult result = folder.run(
      {"import", "--from", "xliff2", "@ru.xlf", "-o", "@locales", "--locale", "ru"});
  CHECK(result.exit_status == 0);
  CHECK(result.output == "ru: 0 texts taken, 1 added, 0 as they were, 0 kept, 2 not translated\n1 file written\n");
  CHECK(json::parse(folder.read("locales/ru.json"))["plain"] == "\xD0\xA2\xD0\xB5\xD0\xBA\xD1\x81\xD1\x82");
}

TEST_CASE("A conflict is exit status 1, and no file is written, not even those without one") {
  const Folder folder;
  folder.write("locales/fr.json", R"({"$locale": "fr", "plain": "Mot"})");
  CHECK(folder.run({"export", "--to", "po", "@locales", "-o", "@out"}).exit_status == 0);
  folder.change("out/de.po", "msgstr \"Wort\"", "msgstr \"Ihres\"");
  folder.change("out/fr.po", "msgstr \"Mot\"", "msgstr \"Leur\"");
  folder.change("locales/de.json", "\"Wort\"", "\"Unseres\"");
  const std::string before = folder.read("locales/de.json");
  CommandResult result = folder.run({"import", "--from", "po", "@out/de.po", "@out/fr.po", "-o", "@locales"});
  CHECK(result.exit_status == 1);
  CHECK(result.output.empty());
  CHECK(has(result.errors, "\"plain\" differs: here \"Ihres\""));
  CHECK(folder.read("locales/de.json") == before);
  CHECK(folder.read("locales/fr.json") == R"({"$locale": "fr", "plain": "Mot"})");
  result = folder.run({"import", "--from", "po", "@out/de.po", "@out/fr.po", "-o", "@locales", "--take", "ours"});
  CHECK(result.exit_status == 0);
  CHECK(folder.read("locales/de.json") == before);
  CHECK(folder.read("locales/fr.json") == R"({"$locale": "fr", "plain": "Leur"})");
  result = folder.run({"import", "--from", "po", "@out/de.po", "@out/fr.po", "-o", "@locales", "--take", "theirs"});
  CHECK(result.exit_status == 0);
  CHECK(json::parse(folder.read("locales/de.json"))["plain"] == "Ihres");
}

TEST_CASE("A record may be somewhere else") {
  const Folder folder;
  CHECK(folder.run({"export", "--to", "csv", "@locales", "-o", "@x.csv"}).exit_status == 0);
  folder.write("sent/back.csv", folder.read("x.csv"));
  folder.change("sent/back.csv", ",Text,Wort", ",Text,Ihres");
  CHECK(folder.run({"import", "--from", "csv", "@sent/back.csv", "-o", "@locales"}).exit_status == 1);
  CHECK(folder.run({"import", "--from", "csv", "@sent/back.csv", "-o", "@locales", "--record", "@x.csv.codeglot.json"})
            .exit_status == 0);
  CHECK(json::parse(folder.read("locales/de.json"))["plain"] == "Ihres");
}

TEST_CASE("Wrong usage of export and import is exit status 2; a catalog with errors is 1") {
  const Folder folder;
  CHECK(folder.run({"export", "--to", "doc", "@locales", "-o", "@out"}).exit_status == 2);
  CHECK(folder.run({"export", "--to", "po", "@locales"}).exit_status == 2);
  CHECK(folder.run({"export", "--to", "po", "@nowhere", "-o", "@out"}).exit_status == 2);
  CHECK(folder.run({"import", "--from", "po", "@nowhere.po", "-o", "@locales"}).exit_status == 2);
  CHECK(folder.run({"import", "--from", "csv", "@locales/de.json", "--take", "mine"}).exit_status == 2);
  CHECK(folder.run({"import", "--from", "csv", "@locales/de.json", "--namespace", "x"}).exit_status == 2);
  CHECK(folder.run({"import", "--from", "edn", "@locales/de.json", "--take", "ours"}).exit_status == 2);
  CHECK(folder.run({"export", "--to", "po", "@locales", "--locale", "EN_us", "-o", "@out"}).exit_status == 1);
  const CommandResult source = folder.run({"export", "--to", "po", "@locales", "--locale", "en", "-o", "@out"});
  CHECK(source.exit_status == 1);
  CHECK(has(source.errors, "this is the source locale, which nothing is translated to"));
  folder.change("locales/de.json", "\"Wort\"", "\"{x}\"");
  const CommandResult wrong = folder.run({"export", "--to", "po", "@locales", "-o", "@out"});
  CHECK(wrong.exit_status == 1);
  CHECK(has(wrong.errors, "{x} is not declared"));
}
