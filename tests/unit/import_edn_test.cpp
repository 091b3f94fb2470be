// import_edn: what a table adds to a catalog folder, what it leaves alone, and what it contradicts. The committed
// locales/ are compared with the service's own table, byte for byte.
#include "core/compiler/import_edn.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/compiler/catalog.h"
#include "core/compiler/compile.h"
#include "core/compiler/edn_reader.h"
#include "core/syntax/mf1_parser.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using nlohmann::json;

namespace {

/// A folder with a table, and imports of it.
class Import {
 public:
  explicit Import(const std::string &table) { set_table(table); }

  void set_table(const std::string &table) { folder_.write("table.edn", table); }
  void write(const std::string &name, const std::string &text) { folder_.write("locales/" + name, text); }
  json read(const std::string &name) const { return json::parse(read_bytes(folder_.path("locales/" + name))); }

  /// Imports and writes the files that change.
  ImportResult run(const std::string &locale = "en") {
    Diagnostics diagnostics;
    const ImportResult result = import_edn({folder_.path("table.edn"), folder_.path("locales"), locale, "test"},
                                           diagnostics);
    findings_ = diagnostics.text();
    has_errors_ = diagnostics.has_errors();
    for (const auto &[path, bytes] : result.files) {
      folder_.write(std::filesystem::relative(path, folder_.path()).string(), bytes);
    }
    return result;
  }
  const std::string &findings() const { return findings_; }
  bool has_errors() const { return has_errors_; }

  cg::Catalog compiled() const {
    Diagnostics diagnostics;
    const std::optional<Catalog> catalog = read_catalog(folder_.path("locales"), diagnostics);
    REQUIRE(catalog.has_value());
    const auto packs = compile(*catalog, diagnostics);
    INFO(diagnostics.text());
    REQUIRE_FALSE(packs.empty());
    return open_packs(packs);
  }
  void add_texts_without_code(const std::string &locale) {
    json messages = read(locale + ".json");
    messages["$unknown-code"] = "? {code}";
    messages["$unreadable-response"] = "?";
    write(locale + ".json", messages.dump());
  }

 private:
  TemporaryFolder folder_;
  std::string findings_;
  bool has_errors_ = false;
};

}  // namespace

TEST_CASE("A first import makes codes.json and the locale's file") {
  Import import("{:b {:code 2 :msg \"B\"} :a {:code 1 :msg \"A\"} :c {:code 3}}");
  const ImportResult result = import.run();
  CHECK(import.findings().empty());
  CHECK(result.codes == 3);
  CHECK(result.added_codes == 3);
  CHECK(result.added_texts == 2);
  CHECK(result.kept_texts == 0);
  CHECK(result.files.size() == 2);
  const json codes = import.read("codes.json");
  CHECK(codes["namespace"] == "test");
  CHECK(codes["sourceLocale"] == "en");
  CHECK(codes["codes"] ==
        json::parse(R"([{"code": 1, "name": "a"}, {"code": 2, "name": "b"}, {"code": 3, "name": "c"}])"));
  const json messages = import.read("en.json");
  CHECK(messages["$locale"] == "en");
  CHECK(messages["a"] == "A");
  CHECK(messages["b"] == "B");
  CHECK_FALSE(messages.contains("c"));
}

TEST_CASE("A second import changes nothing") {
  Import import("{:a {:code 1 :msg \"It's {a} '#' }{ ''\"} :b {:code 2}}");
  import.run();
  const ImportResult again = import.run();
  CHECK_FALSE(import.has_errors());
  CHECK(again.files.empty());
  CHECK(again.added_codes == 0);
  CHECK(again.added_texts == 0);
  CHECK(again.kept_texts == 1);
}

TEST_CASE("New entries are added, and what is there stays") {
  Import import("{:a {:code 5 :msg \"A\"}}");
  import.run();
  import.set_table("{:a {:code 5 :msg \"A\"} :b {:code 3 :msg \"B\"}}");
  const ImportResult result = import.run();
  CHECK_FALSE(import.has_errors());
  CHECK(result.added_codes == 1);
  CHECK(result.added_texts == 1);
  CHECK(result.kept_texts == 1);
  CHECK(import.read("codes.json")["codes"][0]["name"] == "b");
}

TEST_CASE("A text that came later is added to a code that is there") {
  Import import("{:a {:code 1}}");
  import.run();
  import.set_table("{:a {:code 1 :msg \"A\"}}");
  const ImportResult result = import.run();
  CHECK_FALSE(import.has_errors());
  CHECK(result.files.size() == 1);
  CHECK(import.read("en.json")["a"] == "A");
}

TEST_CASE("What authors have written since is kept as long as it still gives the table's text") {
  Import import("{:a {:code 1 :msg \"At most 8\"}}");
  import.write("codes.json", R"({"namespace": "mine", "sourceLocale": "en", "defaultLocale": "en", "codes": [
    {"code": 1, "name": "a", "severity": "low", "note": "Keep", "args": {"max": {"type": "number", "default": 8}}}]})");
  import.write("en.json",
               R"({"a": "At most {max}", "$unknown-code": "?", "$unreadable-response": "?", "$comment": "Keep"})");
  const ImportResult result = import.run();
  CHECK_FALSE(import.has_errors());
  CHECK(result.files.empty());
  CHECK(result.kept_texts == 1);
  import.set_table("{:a {:code 1 :msg \"At most 8\"} :b {:code 2 :msg \"B\"}}");
  CHECK(import.run().files.size() == 2);
  CHECK(import.read("codes.json")["codes"][0]["args"]["max"]["default"] == 8);
  CHECK(import.read("codes.json")["codes"][0]["note"] == "Keep");
  CHECK(import.read("codes.json")["namespace"] == "mine");
  CHECK(import.read("en.json")["a"] == "At most {max}");
  CHECK(import.read("en.json")["$comment"] == "Keep");
  CHECK(import.read("en.json")["b"] == "B");
}

TEST_CASE("A table that contradicts the catalog is an error for each contradiction, and nothing is lost") {
  Import import("{:a {:code 1 :msg \"A\"} :b {:code 2 :msg \"B\"} :c {:code 3 :msg \"C\"}}");
  import.run();
  import.set_table("{:a {:code 1 :msg \"Changed\"}\n :b {:code 9 :msg \"B\"}\n :c {:code 3 :msg \"C\"}}");
  const ImportResult result = import.run();
  CHECK(import.has_errors());
  CHECK(import.findings().find("table.edn:1:2: error: the table says \"Changed\", ") != std::string::npos);
  CHECK(import.findings().find("prints \"A\": correct one of the two") != std::string::npos);
  CHECK(import.findings().find(
            "table.edn:2:2: error: \"b\" is 9 here and 2 in codes.json: a published number must not change") !=
        std::string::npos);
  CHECK(result.files.empty());
}

TEST_CASE("A table that gives a new name to a number that is taken is an error") {
  Import import("{:a {:code 1 :msg \"A\"}}");
  import.run();
  import.set_table("{:renamed {:code 1 :msg \"A\"}}");
  const ImportResult result = import.run();
  CHECK(import.has_errors());
  CHECK(result.files.empty());
}

TEST_CASE("A name that a catalog cannot have is an error, and nothing is written") {
  Import import("{:user/not-found {:code 1 :msg \"A\"}\n :valid? {:code 2}}");
  const ImportResult result = import.run();
  CHECK(import.findings().find("table.edn:1:2: error: ") != std::string::npos);
  CHECK(import.findings().find("table.edn:2:2: error: ") != std::string::npos);
  CHECK(result.files.empty());
}

TEST_CASE("A code that is no longer in the table is a warning until it is retired") {
  Import import("{:a {:code 1 :msg \"A\"} :b {:code 2 :msg \"B\"}}");
  import.run();
  import.set_table("{:a {:code 1 :msg \"A\"}}");
  CHECK(import.run().files.empty());
  CHECK_FALSE(import.has_errors());
  CHECK(import.findings().find("warning: \"b\" is not in the table: mark it \"retired\"") != std::string::npos);
}

TEST_CASE("A broken table, a broken catalog or a missing file changes nothing") {
  Import import("{:a {:code 1 :msg \"A\"");
  CHECK(import.run().files.empty());
  CHECK(import.has_errors());
  import.set_table("{:a {:code 1 :msg \"A\"}}");
  import.write("codes.json", "{broken");
  CHECK(import.run().files.empty());
  CHECK(import.has_errors());
  Diagnostics diagnostics;
  CHECK(import_edn({"/nowhere/table.edn", "/nowhere", "en", ""}, diagnostics).files.empty());
  CHECK(diagnostics.text() ==
        "/nowhere/table.edn: error: cannot be read: check that the file exists and may be read\n");
}

TEST_CASE("A locale file that is there without codes.json keeps what its authors wrote") {
  Import import("{:a {:code 1 :msg \"A\"} :b {:code 2 :msg \"B\"}}");
  import.write("en.json", R"({"a": "A, as an author wrote it", "$comment": "Keep"})");
  const ImportResult result = import.run();
  if (import.has_errors()) {
    CHECK(result.files.empty());
  } else {
    CHECK(import.read("en.json")["a"] == "A, as an author wrote it");
  }
  CHECK(import.read("en.json")["$comment"] == "Keep");
}

TEST_CASE("Any text comes back from its quoted pattern as it was") {
  for (const std::string &text :
       {std::string(), std::string("plain"), std::string("it's"), std::string("''"), std::string("{"), std::string("}"),
        std::string("{}"), std::string("{{}}"), std::string("{'}"), std::string("'{'"), std::string("{a}{b}"),
        std::string("}{"), std::string("'"), std::string("a'{b}'c"), std::string("{''}"), std::string("#|<>&"),
        std::string("{'' '}' {"), std::string("\n\t\"\\"), std::string("中文！（）")}) {
    std::vector<MessageProblem> problems;
    const std::optional<Message> message = parse_mf1(quote_mf1(text), problems);
    INFO(text << " as " << quote_mf1(text));
    REQUIRE(message.has_value());
    std::string shown;
    for (const Node &node : message->nodes) {
      REQUIRE(node.kind == Node::Kind::text);
      shown += node.text;
    }
    CHECK(shown == text);
  }
}

TEST_CASE("Every short text of braces, apostrophes and a letter comes back from its pattern") {
  const std::string alphabet = "{}'x";
  for (int number = 0; number < 4096; ++number) {
    std::string text;
    for (int rest = number, length = 0; length < 6; ++length, rest /= 4) {
      text += alphabet[static_cast<size_t>(rest % 4)];
    }
    std::vector<MessageProblem> problems;
    const std::optional<Message> message = parse_mf1(quote_mf1(text), problems);
    INFO(text << " as " << quote_mf1(text));
    REQUIRE(message.has_value());
    REQUIRE(message->nodes.size() == 1);
    REQUIRE(message->nodes[0].text == text);
  }
}

TEST_CASE("A table with odd texts compiles to packs that print them byte for byte") {
  Import import(R"({:a {:code 1 :msg "{'a}' \u4e2d\n# "} :b {:code 2 :msg ""} :c {:code -3 :msg "𝒳 \\ \" '{'"}})");
  import.run();
  import.add_texts_without_code("en");
  const cg::Catalog catalog = import.compiled();
  CHECK(catalog.message(1, "en") == "{'a}' 中\n# ");
  CHECK(catalog.message(2, "en").empty());
  CHECK(catalog.resolve(2, "en").status == CG_OK);
  CHECK(catalog.message(-3, "en") == "𝒳 \\ \" '{'");
}

TEST_CASE("The committed catalog is the import of the service's own table") {
  Diagnostics diagnostics;
  const ImportResult result = import_edn({CODEGLOT_SEED, CODEGLOT_LOCALES, "zh-Hans", ""}, diagnostics);
  CHECK(diagnostics.text().empty());
  CHECK(result.files.empty());
  CHECK(result.codes == 55);
  CHECK(result.added_codes == 0);
  CHECK(result.kept_texts == 53);
}

TEST_CASE("Every code of the service's own table has its name and, in zh-Hans, its text byte for byte") {
  Diagnostics diagnostics;
  const std::vector<EdnCode> table = read_edn_codes(CODEGLOT_SEED, read_bytes(CODEGLOT_SEED), diagnostics);
  const cg::Catalog catalog = open_packs(built_packs());
  REQUIRE(table.size() == 55);
  CHECK(cg_catalog_code_count(catalog.get(), catalog.choose("zh-Hans")) == 55);
  size_t texts = 0;
  for (const EdnCode &entry : table) {
    const cg::Resolution resolution = catalog.resolve(entry.code, "zh-Hans");
    INFO(entry.name);
    CHECK(resolution.status == CG_OK);
    CHECK(resolution.name == entry.name);
    CHECK(resolution.locale == "zh-Hans");
    if (entry.text) {
      ++texts;
      CHECK(resolution.text == *entry.text);
    } else {
      CHECK_FALSE(resolution.text.empty());
    }
  }
  CHECK(texts == 53);
}
