// import_files: who changed a text since the export decides whose is taken; what cannot be decided, or would be no good
// message, is an error with its place, and then nothing is written.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/interchange/export.h"
#include "core/interchange/import.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using nlohmann::json;
using Take = ImportFilesOptions::Take;

namespace {

namespace fs = std::filesystem;

const std::string codes = codes_json(R"(
  {"code": 1, "name": "plain", "note": "A note."},
  {"code": 2, "name": "files", "args": {"n": {"type": "number"}, "who": {"type": "string"}}},
  {"code": 3, "name": "later"},
  {"code": 4, "name": "gone", "retired": true})");
const std::string english =
    R"({"$locale": "en", "plain": "Text", "files": "{n, plural, one{# file of {who}} other{# files of {who}}}",
  "later": "Later"})";
// Laid out so that a careless edit would show.
const std::string german =
    "{\n    \"$locale\" : \"de\",\n\n    \"plain\":\"Te\\u0078t\" ,\n"
    "    \"files\":   \"{n, plural, one{# Datei von {who}} other{# Dateien von {who}}}\"\n}\n";

/// A catalog whose German went out, and comes back changed.
class Round {
 public:
  explicit Round(std::string format) : format_(std::move(format)) {
    write("codes.json", codes);
    write("en.json", english);
    write("de.json", german);
    Diagnostics diagnostics;
    const ExportedFiles exported = export_catalog({format_, folder_.path("catalog"), {"de"}, folder_.path("out")},
                                                  diagnostics);
    for (const auto &[path, bytes] : exported.files) {
      folder_.write(fs::relative(path, folder_.path()).string(), bytes);
      file_ = path.ends_with(".codeglot.json") ? file_ : path;
    }
    REQUIRE_FALSE(file_.empty());
  }

  void write(const std::string &name, const std::string &text) { folder_.write("catalog/" + name, text); }
  const std::string &file() const { return file_; }
  std::string text() const { return read_bytes(file_); }
  std::string path(const std::string &name) const { return folder_.path(name); }

  /// Replaces all of one text by another in the file.
  Round &change(const std::string &from, const std::string &to) {
    std::string text = read_bytes(file_);
    REQUIRE(text.find(from) != std::string::npos);
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      text.replace(at, from.size(), to);
    }
    return set(text);
  }
  Round &set(const std::string &text) {
    folder_.write(fs::relative(file_, folder_.path()).string(), text);
    return *this;
  }

  MergedFiles run(Take take = Take::neither, const std::string &locale = "") {
    ImportFilesOptions options;
    options.format = format_;
    options.files = {file_};
    options.folder = folder_.path("catalog");
    options.locale = locale;
    options.take = take;
    Diagnostics diagnostics;
    MergedFiles merged = import_files(options, diagnostics);
    findings_ = diagnostics.text();
    const size_t root = folder_.path().size() + 1;
    for (size_t at = findings_.find(folder_.path()); at != std::string::npos; at = findings_.find(folder_.path())) {
      findings_.erase(at, root);
    }
    CHECK((diagnostics.has_errors() ? merged.files.empty() : true));
    return merged;
  }
  const std::string &findings() const { return findings_; }
  bool finds(const std::string &words) const { return findings_.find(words) != std::string::npos; }
  std::string german_of(const MergedFiles &merged) const { return merged.files.at(folder_.path("catalog/de.json")); }

 private:
  TemporaryFolder folder_;
  std::string format_;
  std::string file_;
  std::string findings_;
};

const std::vector<std::string> all_formats = {"xliff2",  "xliff1",    "po",      "arb",
                                              "android", "xcstrings", "i18next", "csv"};

/// Changes the German text of "plain" in the file, but not in what the file says of the export.
void translate_plain(Round &round, const std::string &format) {
  const std::map<std::string, std::pair<std::string, std::string>> changes = {
      {"xliff2", {"<target>Text<", "<target>Wort<"}},
      {"xliff1", {"<target state=\"translated\">Text<", "<target state=\"translated\">Wort<"}},
      {"po", {"msgstr \"Text\"", "msgstr \"Wort\""}},
      {"arb", {"\"plain\": \"Text\"", "\"plain\": \"Wort\""}},
      {"android", {">Text<", ">Wort<"}},
      {"xcstrings", {"\"value\": \"Text\"", "\"value\": \"Wort\""}},
      {"i18next", {"\"plain\": \"Text\"", "\"plain\": \"Wort\""}},
      {"csv", {",Text,Text", ",Text,Wort"}}};
  round.change(changes.at(format).first, changes.at(format).second);
}

}  // namespace

TEST_CASE("A text that only the file has changed is taken, and nothing else in the locale file is touched") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  INFO(format);
  Round round(format);
  translate_plain(round, format);
  const MergedFiles merged = round.run();
  INFO(round.findings());
  REQUIRE(merged.files.size() == 1);
  std::string expected = german;
  expected.replace(expected.find("\"Te\\u0078t\""), 11, "\"Wort\"");
  CHECK(round.german_of(merged) == expected);
  CHECK(merged.counts.at("de").taken == 1);
  CHECK(merged.counts.at("de").same == 1);
}

TEST_CASE("A text that only the authors have changed stays") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  INFO(format);
  Round round(format);
  round.write(
      "de.json",
      R"({"$locale": "de", "plain": "Unser Text", "files": "{n, plural, one{eine von {who}} other{# von {who}}}"})");
  const MergedFiles merged = round.run();
  CHECK(round.findings().empty());
  CHECK(merged.files.empty());
  CHECK(merged.counts.at("de").kept == 2);
}

TEST_CASE("Where both have changed a text, that is a conflict, which names both and the place of each") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  INFO(format);
  Round round(format);
  translate_plain(round, format);
  round.write("de.json", R"({"$locale": "de", "plain": "Unser"})");
  MergedFiles merged = round.run();
  INFO(round.findings());
  CHECK(merged.files.empty());
  CHECK(round.finds(
      "error: \"plain\" differs: here \"Wort\", in catalog/de.json:1 \"Unser\"; both were changed since it was "
      "exported as \"Text\": make them the same, or pass --take theirs or --take ours"));
  CHECK(round.findings().find(fs::relative(round.file(), round.path("")).string() + ":") == 0);
  merged = round.run(Take::theirs);
  CHECK(json::parse(round.german_of(merged))["plain"] == "Wort");
  merged = round.run(Take::ours);
  CHECK(merged.counts.at("de").kept == 1);
  CHECK(json::parse(round.german_of(merged))["plain"] == "Unser");  // The file changes, as "files" is added.
}

TEST_CASE("The same change on both sides is none") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  Round round(format);
  translate_plain(round, format);
  round.write(
      "de.json",
      R"({"$locale": "de", "plain": "Wort", "files": "{n, plural, one{# Datei von {who}} other{# Dateien von {who}}}"})");
  CHECK(round.run().files.empty());
  CHECK(round.findings().empty());
}

TEST_CASE("Where nothing tells what was exported, a difference is a conflict") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  Round round(format);
  for (const auto &[from, to] : {std::pair("type=\"exported\"", "type=\"x\""),
                                 std::pair("x-codeglot-exported", "x-other"), std::pair("#. codeglot: ", "#. ")}) {
    if (round.text().find(from) != std::string::npos) {
      round.change(from, to);
    }
  }
  fs::remove(round.path("out/" + format + ".codeglot.json"));
  fs::remove(fs::path(round.file()).parent_path().parent_path() / (format + ".codeglot.json"));
  CHECK(round.run().files.empty());
  CHECK(round.findings().empty());
  translate_plain(round, format);
  round.run();
  CHECK(round.finds("nothing tells what was exported, and so which of the two is newer"));
}

TEST_CASE("A message that is new stands behind the one before it") {
  Round round("xliff2");
  round.change("<source>Later</source>", "<source>Later</source><target>Sp\xC3\xA4ter</target>");
  const MergedFiles merged = round.run();
  INFO(round.findings());
  CHECK(round.german_of(merged) == german.substr(0, german.size() - 3) + ",\n    \"later\": \"Sp\xC3\xA4ter\"\n}\n");
  CHECK(merged.counts.at("de").added == 1);
}

TEST_CASE("What is not translated, or marked as not done, is skipped and counted") {
  Round xliff("xliff2");
  CHECK(xliff.run().counts.at("de").untranslated == 1);
  xliff.change("<segment state=\"translated\">", "<segment state=\"initial\">");
  MergedFiles merged = xliff.run();
  CHECK(merged.counts.at("de").untranslated == 3);
  CHECK(merged.files.empty());

  Round old("xliff1");
  old.change("state=\"translated\"", "state=\"needs-translation\"");
  CHECK(old.run().counts.at("de").untranslated == 3);

  Round po("po");
  po.change("msgctxt \"plain\"", "#, fuzzy\nmsgctxt \"plain\"")
      .change("msgstr[1] \"%(n)d Dateien von %(who)s\"", "msgstr[1] \"\"");
  CHECK(po.run().counts.at("de").untranslated == 3);
}

TEST_CASE("Names that the catalog does not have are errors, names of retired codes are left out") {
  Round round("i18next");
  round.set("{\"plain\": \"Text\",\n \"gone\": \"x\", \"plian\": \"x\"}").run();
  CHECK(round.finds("out/de/test.json:2:2: warning: \"gone\" is retired by now: its text is not taken"));
  CHECK(round.finds("out/de/test.json:2:15: error: \"plian\" is no code of codes.json"));
}

TEST_CASE("What to take where both have changed does not touch what only one has") {
  Round round("po");
  translate_plain(round, "po");
  round.write("de.json",
              R"({"$locale": "de", "plain": "Text", "files": "{n, plural, one{eine von {who}} other{# von {who}}}"})");
  for (const Take take : {Take::neither, Take::theirs, Take::ours}) {
    const MergedFiles merged = round.run(take);
    CHECK(round.findings().empty());
    CHECK(json::parse(round.german_of(merged))["plain"] == "Wort");
    CHECK(json::parse(round.german_of(merged))["files"] == "{n, plural, one{eine von {who}} other{# von {who}}}");
  }
}

TEST_CASE("Messages are checked as authored ones are before anything is written") {
  Round arb("arb");
  arb.change("\"plain\": \"Text\"", "\"plain\": \"Text {name}\"").run();
  CHECK(arb.finds("error: \"plain\" cannot be taken, \"Text {name}\": {name} is not declared in codes.json"));
  arb.change("Text {name}", "Text {").run();
  CHECK(arb.finds("error: \"plain\" cannot be taken, \"Text {\": a '{' has no matching '}'"));

  Round po("po");
  po.change("%(n)d Dateien von %(who)s", "%(n)d Dateien von %(whom)s").run();
  CHECK(po.finds("\"%(whom)s\" names no argument of this message"));

  Round android("android");
  android.change("%1$d", "%1$s").run();
  CHECK(android.finds("\"%1$s\" does not fit {n}"));
  android.change("%1$s", "%9$d").run();
  CHECK(android.finds("\"%9$d\" names no argument of this message"));

  Round lacking("i18next");
  lacking.change("files_one", "files_few").run();
  CHECK(lacking.finds("warning: \"files\": the plural category \"few\" is never used in de"));
}

TEST_CASE("A text that looks like MessageFormat, but is not marked as such, is refused") {
  Round round("po");
  round.change("msgstr[0]", "#msgstr[0]").run();
  CHECK(round.finds("the next is msgstr[0]"));
  Round plain("i18next");
  plain.set(R"({"files": "{n, plural, one{x} other{y}}"})").run();
  CHECK(plain.finds("it looks like MessageFormat, but is not marked as such"));
}

TEST_CASE("A message that comes twice is an error") {
  Round round("xliff2");
  round.change("name=\"later\"", "name=\"plain\"")
      .change("<source>Later</source>", "<source>Later</source><target>x</target>");
  round.run();
  CHECK(round.finds("\"plain\" comes a second time for de; the first is in out/de.xlf:"));
  Round plain("i18next");
  plain.set("{\"plain\": \"a\",\n\"plain\": \"b\"}").run();
  CHECK(plain.finds("out/de/test.json:2:1: error: \"plain\" stands here a second time"));
}

TEST_CASE("The file's locale must be the one that the caller says, and one that the catalog has") {
  Round round("xliff2");
  round.run(Take::neither, "fr");
  CHECK(round.finds("the file is in de, not in fr, as --locale says"));
  round.change("trgLang=\"de\"", "trgLang=\"it\"").run();
  CHECK(round.finds("the catalog has no locale it: pass --locale it to begin it"));
  const MergedFiles merged = round.run(Take::neither, "it");
  INFO(round.findings());
  const std::string &fresh = merged.files.at(round.path("catalog/it.json"));
  CHECK(json::parse(fresh)["$locale"] == "it");
  CHECK(json::parse(fresh)["plain"] == "Text");
  round.change("trgLang=\"it\"", "trgLang=\"not a tag\"").run();
  CHECK(round.finds("\"not a tag\" is no locale tag"));
  round.change("trgLang=\"not a tag\"", "").run();
  CHECK(round.finds("nothing says which locale this file is in: pass --locale"));
}

TEST_CASE("A plural that another tool has given other forms is refused") {
  Round round("po");
  round.change("nplurals=2; plural=(n == 1) ? 0 : 1;", "nplurals=2; plural=n != 1;");
  CHECK(round.run().files.empty());
  CHECK(round.findings().empty());
  round.change("nplurals=2; plural=n != 1;", "nplurals=2; plural=n > 1;").run();
  CHECK(round.finds("Plural-Forms are not those of de in CLDR: expected nplurals=2; plural=(n == 1) ? 0 : 1;"));
}

TEST_CASE("XLIFF that a tool has segmented, marked and re-spelled is read") {
  Round round("xliff2");
  round.change("<target>Text</target>\n", "<target>Erster <mrk id=\"m1\" type=\"term\">Satz</mrk>.</target>\n")
      .change("      <segment state=\"translated\">\n        <source>Text</source>",
              "      <ignorable><source> </source></ignorable>\n      <segment>\n        <source>Text</source>");
  const MergedFiles merged = round.run();
  INFO(round.findings());
  CHECK(json::parse(round.german_of(merged))["plain"] == " Erster Satz.");
}

TEST_CASE("CSV from spreadsheets of other countries is read, and formulas stay text") {
  Round round("csv");
  round.set("\"name\";case;de;en\n'=x;;;\nplain;;\"'=1+1;\"\"\";Text\n").run();
  CHECK(round.finds("out/test.csv:2:"));
  round.set("\"name\";case;de;en\r\nplain;;\"'=1+1;\"\"\";Text\r\n");
  const MergedFiles merged = round.run();
  INFO(round.findings());
  CHECK(json::parse(round.german_of(merged))["plain"] == "=1+1;\"");
  round.set("name,case,de\nplain,,a,b\n").run();
  CHECK(round.finds("this row has 4 cells, the first has 3"));
  round.set("name,case,de\nfiles,plural:n other,a} b{c}\n").run();
  CHECK(round.finds("out/test.csv:2:22: error: \"a} b{c}\":"));
  round.set("name,case,de\nfiles,plural:n one,a\nfiles,plural:n one,b\n").run();
  CHECK(round.finds("\"files\" has this case twice"));
  round.set("name,case,de\nfiles,plural:n one,a\nfiles,,b\n").run();
  CHECK(round.finds("both a text without branches and one with"));
  round.set("name,case,de\nfiles,plural:n one,a\n").run();
  CHECK(round.findings().empty());  // Without "other" it is not done.
}
