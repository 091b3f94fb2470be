// Catalogs converted to MessageFormat 2: files as they were but for their messages, and codeglot convert as it is called.
#include "core/compiler/convert_mf2.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const std::string codes = codes_json(R"({"code": 1, "name": "greet", "args": {"s": {"type": "string"}}},
    {"code": 2, "name": "count", "args": {"n": {"type": "number"}}}, {"code": 3, "name": "plain"},
    {"code": 4, "name": "old", "retired": true})");

/// Converts a catalog of one locale file.
struct Converted {
  std::string file;
  std::string findings;
  CatalogConversion counts;

  explicit Converted(const std::string &text, const std::string &tag = "en") {
    const TemporaryFolder folder;
    folder.write("codes.json", codes);
    folder.write("en.json",
                 R"({"greet": "x", "count": "x", "plain": "x", "$unknown-code": "x", "$unreadable-response": "x"})");
    folder.write(tag + ".json", text);
    Diagnostics diagnostics;
    counts = convert_to_mf2(folder.path(), diagnostics);
    file = counts.files[tag + ".json"];
    findings = diagnostics.text();
  }
};

const std::string small = R"({
  "$schema": "./x.json",
  "$locale": "en",
  "$comment": "stays",
  "$unknown-code": "No {code}",   "$unreadable-response": {"text": "Un\u00adreadable", "note": "n"},

  "greet": {"note": "who", "syntax": "mf1", "text": "Hi {s}"},
  "count": "{n, spellout}",
  "plain": "it''s",
  "old": "{x}"
}
)";

}  // namespace

TEST_CASE("Only messages and what says their syntax change in a file") {
  const Converted result(small);
  CHECK(result.file == R"({
  "$schema": "./x.json",
  "$locale": "en",
  "$syntax": "mf2",
  "$bidi": "none",
  "$comment": "stays",
  "$unknown-code": "No {$code :string}",   "$unreadable-response": {"text": "Un\u00adreadable", "note": "n"},

  "greet": {"note": "who", "syntax": "mf2", "text": "Hi {$s :string}"},
  "count": {"syntax": "mf1", "text": "{n, spellout}"},
  "plain": "it's",
  "old": {"syntax": "mf1", "text": "{x}"}
}
)");
  CHECK(result.counts.converted == 4);
  CHECK(result.counts.already == 0);
  CHECK(result.counts.kept == 2);
  INFO(result.findings);
  CHECK(result.findings.find("en.json:8:17: warning: \"count\" stays MessageFormat 1: ") != std::string::npos);
}

TEST_CASE("A second conversion changes nothing") {
  const Converted first(small);
  const Converted second(first.file);
  CHECK(second.file == first.file);
  CHECK(second.counts.converted == 0);
  CHECK(second.counts.already == 4);
  CHECK(second.counts.kept == 2);
}

TEST_CASE("A message that stays says its syntax in the form that it has") {
  const Converted result(R"({"$unknown-code": "x", "$unreadable-response": "x", "greet": "x", "plain": "x",
    "count": {
      "text": "{n, spellout}"
    }})");
  CHECK(result.file.find("\"count\": {\n      \"syntax\": \"mf1\",\n      \"text\": \"{n, spellout}\"\n    }") !=
        std::string::npos);
  CHECK(result.file.starts_with(R"({"$syntax": "mf2", "$bidi": "none", "$unknown-code")"));
}

TEST_CASE("A file without a message to convert stays as it is") {
  const std::string text = R"({"count": "{n, spellout}"})";
  CHECK(Converted(text, "de").file == text);
  CHECK(Converted("{}", "de").file == "{}");
}

TEST_CASE("Messages that are isolated already keep the file from turning isolation off") {
  const Converted result(R"({"$locale": "en", "$unknown-code": "No {code}", "$unreadable-response": "x",
    "greet": {"syntax": "mf2", "text": "Hi {$s}"}, "count": "{n}", "plain": "x"})");
  CHECK(result.file.find("$bidi") == std::string::npos);
  CHECK(result.file.find(R"({"syntax": "mf2", "text": "Hi {$s}"})") != std::string::npos);
  CHECK(result.file.find(R"("$unknown-code": {"syntax": "mf1", "text": "No {code}"})") != std::string::npos);
  CHECK(result.file.find("\"count\": \"{$n :number") != std::string::npos);
}

TEST_CASE("A catalog with errors is not converted") {
  const Converted result(R"({"count": "{nothing}"})");
  CHECK(result.counts.files.size() == 1);  // The empty one that was asked for.
  CHECK(result.findings.find("error") != std::string::npos);
}

TEST_CASE("codeglot convert writes a new folder, or the files in place") {
  const TemporaryFolder folder;
  for (const auto &[name, text] : small_catalog()) {
    folder.write("locales/" + name, text);
  }
  const CommandResult apart = run_command({"convert", folder.path("locales"), "--to", "mf2", "-o", folder.path("out")});
  CHECK(apart.exit_status == 0);
  CHECK(apart.output ==
        "18 messages converted, 0 MessageFormat 2 already, 1 left as MessageFormat 1; 4 files written\n");
  CHECK(apart.errors.find("\"party\" stays MessageFormat 1: a plural with an offset") != std::string::npos);
  CHECK(read_bytes(folder.path("locales/ar.json")) == small_catalog().at("ar.json"));
  CHECK(read_bytes(folder.path("out/codes.json")) == small_catalog().at("codes.json"));
  CHECK(run_command({"check", folder.path("out")}).exit_status == 0);

  CHECK(run_command({"convert", folder.path("locales"), "--to", "mf2"}).exit_status == 0);
  for (const char *name : {"ar.json", "en.json", "zh-Hant.json", "codes.json"}) {
    CHECK(read_bytes(folder.path("locales/") + name) == read_bytes(folder.path("out/") + name));
  }
  const CommandResult again = run_command({"convert", folder.path("locales"), "--to", "mf2"});
  CHECK(again.output.ends_with("; 0 files written\n"));
}

TEST_CASE("codeglot convert wants a syntax that it knows, and reports errors") {
  const TemporaryFolder folder;
  CHECK(run_command({"convert", folder.path()}).exit_status == 2);
  CHECK(run_command({"convert", folder.path(), "--to", "mf3"}).exit_status == 2);
  CHECK(run_command({"convert", folder.path(), "--to", "mf2"}).exit_status == 1);
  CHECK(run_command({"convert", "--help"}).output.find("$bidi") != std::string::npos);
}
