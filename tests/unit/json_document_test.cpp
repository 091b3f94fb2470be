// JsonDocument: values, the places of keys and values, and what it says of files that are not good JSON.
#include "core/compiler/json_document.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

JsonDocument parse(const std::string &text) {
  Diagnostics diagnostics;
  std::optional<JsonDocument> document = JsonDocument::parse("f.json", text, diagnostics);
  INFO(diagnostics.text());
  REQUIRE(document.has_value());
  CHECK(diagnostics.all().empty());
  return *document;
}

/// All that is said of a text.
std::string findings(const std::string &text) {
  Diagnostics diagnostics;
  JsonDocument::parse("f.json", text, diagnostics);
  return diagnostics.text();
}

/// "line:column" of a byte.
std::string place(const JsonDocument &document, size_t byte) {
  const Position position = document.position(byte);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST_CASE("Values have their kinds and contents, and members their order") {
  const JsonDocument document = parse(R"({"z": null, "a": [true, false, -12, 1.50, "t\u00e9\n"], "m": {}})");
  const JsonValue &root = document.root();
  REQUIRE(root.members.size() == 3);
  CHECK(root.members[0].name == "z");
  CHECK(root.members[1].name == "a");
  CHECK(root.members[2].name == "m");
  CHECK(root.find("z")->is(JsonValue::Kind::null));
  const std::vector<JsonValue> &items = root.find("a")->items;
  REQUIRE(items.size() == 5);
  CHECK(items[0].boolean);
  CHECK_FALSE(items[1].boolean);
  CHECK(items[2].integer == -12);
  CHECK(items[2].text == "-12");
  CHECK(items[3].is(JsonValue::Kind::number));
  CHECK(items[3].text == "1.50");
  CHECK(items[4].text == "té\n");
  CHECK(root.find("m")->is(JsonValue::Kind::object));
  CHECK(root.find("none") == nullptr);
}

TEST_CASE("Numbers keep their text, and integers beyond 64 bits are numbers") {
  const JsonDocument document = parse(
      "[9223372036854775807, 9223372036854775808, -9223372036854775808, 1e5, 0, -0, 1E+2]");
  const std::vector<JsonValue> &items = document.root().items;
  CHECK(items[0].is(JsonValue::Kind::integer));
  CHECK(items[0].integer == INT64_MAX);
  CHECK(items[1].is(JsonValue::Kind::number));
  CHECK(items[1].text == "9223372036854775808");
  CHECK(items[2].integer == INT64_MIN);
  CHECK(items[3].is(JsonValue::Kind::number));
  CHECK(items[3].text == "1e5");
  CHECK(items[4].integer == 0);
  CHECK(items[5].text == "-0");
  CHECK(items[6].text == "1E+2");
}

TEST_CASE("Keys and values know their line and column, in code points") {
  const JsonDocument document = parse("{\n  \"é😀\": \"x\",\n  \"b\": [1, true,\n null, {\"c\" :2.5}],\"d\":-7}");
  const JsonValue &root = document.root();
  CHECK(place(document, root.byte) == "1:1");
  CHECK(place(document, root.members[0].byte) == "2:3");
  CHECK(place(document, root.members[0].value.byte) == "2:9");
  const JsonValue &array = root.members[1].value;
  CHECK(place(document, root.members[1].byte) == "3:3");
  CHECK(place(document, array.byte) == "3:8");
  CHECK(place(document, array.items[0].byte) == "3:9");
  CHECK(place(document, array.items[1].byte) == "3:12");
  CHECK(place(document, array.items[2].byte) == "4:2");
  CHECK(place(document, array.items[3].byte) == "4:8");
  CHECK(place(document, array.items[3].members[0].byte) == "4:9");
  CHECK(place(document, array.items[3].members[0].value.byte) == "4:14");
  CHECK(place(document, root.members[2].byte) == "4:20");
  CHECK(place(document, root.members[2].value.byte) == "4:24");
}

TEST_CASE("Strings with quotes and backslashes are found at their opening quotes") {
  const JsonDocument document = parse(R"(["a\"b", "\\", "\\\"", "", "c"])");
  std::vector<size_t> bytes;
  for (const JsonValue &item : document.root().items) {
    bytes.push_back(item.byte);
  }
  CHECK(bytes == std::vector<size_t>{1, 9, 15, 23, 27});
}

TEST_CASE("A place inside a string is found past the file's escapes") {
  const std::string text = R"({"m": "a\u00e9\n{x} \ud83d\ude00\"é{y}"})";
  const JsonDocument document = parse(text);
  const JsonValue &value = *document.root().find("m");
  const auto byte_of = [&](const std::string &inside) {
    const Position position = document.position_inside(value, value.text.find(inside));
    CHECK(position.line == 1);
    return position.column;
  };
  // Columns count code points, and all before "é" here is ASCII in the file.
  CHECK(byte_of("a") == 8);
  CHECK(byte_of("\xC3\xA9\n") == 9);
  CHECK(byte_of("\n") == 15);
  CHECK(byte_of("{x}") == 17);
  CHECK(byte_of("😀") == 21);
  CHECK(byte_of("\"") == 33);
  CHECK(byte_of("{y}") == 36);
  CHECK(document.position_inside(value, value.text.size() + 50).column == 39);
}

TEST_CASE("A member that stands twice is an error at the second, which names the first's line") {
  CHECK(findings("{\n\"a\": 1,\n\"b\": {\"c\": 1, \"c\": 2},\n  \"a\": 3}") ==
        "f.json:3:15: error: \"c\" stands here a second time; the first is in line 3: keep one of the two\n"
        "f.json:4:3: error: \"a\" stands here a second time; the first is in line 2: keep one of the two\n");
  CHECK(findings(R"({"a": 1, "\u0061": 2})").find("a second time") != std::string::npos);
}

TEST_CASE("A file with a member twice can be read on, so that its other errors are found in the same run") {
  Diagnostics diagnostics;
  const std::optional<JsonDocument> document = JsonDocument::parse("f.json", R"({"a": 1, "a": 2, "b": 3})",
                                                                   diagnostics);
  CHECK(diagnostics.error_count() == 1);
  REQUIRE(document.has_value());
  CHECK(document->root().members.size() == 3);
}

TEST_CASE("A byte order mark is a warning, and the file is read") {
  Diagnostics diagnostics;
  const std::optional<JsonDocument> document = JsonDocument::parse("f.json", "\xEF\xBB\xBF{\"a\": 1}", diagnostics);
  REQUIRE(document.has_value());
  CHECK(document->root().find("a")->integer == 1);
  CHECK(diagnostics.text().starts_with("f.json:1:1: warning: the file begins with a byte order mark"));
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("UTF-16 is named as such") {
  CHECK(findings(std::string("\xFF\xFE{\0}\0", 6)) == "f.json:1:1: error: the file is UTF-16; save it as UTF-8\n");
  CHECK(findings(std::string("\xFE\xFF\0{\0}", 6)) == "f.json:1:1: error: the file is UTF-16; save it as UTF-8\n");
}

TEST_CASE("Broken JSON is an error where it breaks") {
  const auto at = [](const std::string &text, const std::string &where) {
    const std::string found = findings(text);
    UNSCOPED_INFO(text << " gives " << found);
    return found.starts_with("f.json:" + where + ": error: not valid JSON: ") && found.find('\n') == found.size() - 1;
  };
  CHECK(at("{\"a\": 1,}", "1:9"));
  CHECK(at("{\"a\" 1}", "1:6"));
  CHECK(at("{a: 1}", "1:2"));
  CHECK(at("[1 2]", "1:4"));
  CHECK(at("{} x", "1:4"));
  CHECK(at("{\n  \"a\": tru\n}", "2:11"));
  CHECK(at("[01]", "1:3"));
  CHECK(at("[\"a\nb\"]", "1:4"));
  CHECK(at("[\"\\x\"]", "1:4"));
  CHECK(at("[\"\\ud800\"]", "1:9"));
  CHECK(at("// no\n{}", "1:1"));
}

TEST_CASE("A file cut anywhere is an error at its end, and never a crash") {
  const std::string whole = R"({"a": [1, "té\"", {"b": null}], "c": true, "d": -1.5e3})";
  for (size_t bytes = 0; bytes < whole.size(); ++bytes) {
    Diagnostics diagnostics;
    INFO(whole.substr(0, bytes));
    CHECK_FALSE(JsonDocument::parse("f.json", whole.substr(0, bytes), diagnostics).has_value());
    CHECK(diagnostics.error_count() == 1);
    CHECK(diagnostics.all()[0].position.line == 1);
  }
}

TEST_CASE("An empty file, and one of blanks, is an error in its first line") {
  CHECK(findings("").starts_with("f.json:1:1: error: not valid JSON: "));
  CHECK(findings("  ").starts_with("f.json:1:3: error: not valid JSON: "));
}

TEST_CASE("Ill-formed UTF-8 is an error where it is") {
  CHECK(findings("{\"a\": \"x\xFF\"}").starts_with("f.json:1:9: error: not valid JSON: "));
  CHECK(findings("{\"a\": \"\xED\xA0\x80\"}").starts_with("f.json:1:"));
  CHECK(findings("\xFF").starts_with("f.json:1:1: error: not valid JSON: "));
}

TEST_CASE("Values may nest to sixty-four and no deeper, however long the file") {
  Diagnostics diagnostics;
  CHECK(JsonDocument::parse("f.json", repeat("[", 64) + repeat("]", 64), diagnostics).has_value());
  CHECK(findings(repeat("[", 65) + repeat("]", 65)) ==
        "f.json:1:65: error: nested deeper than a catalog file ever is\n");
  CHECK(findings(repeat("[", 1000000)).find("nested deeper") != std::string::npos);
  CHECK(findings(repeat("{\"a\":", 100000)).find("nested deeper") != std::string::npos);
}

TEST_CASE("Kinds have names for sentences") {
  CHECK(kind_name(JsonValue::Kind::string) == "a string");
  CHECK(kind_name(JsonValue::Kind::object) == "an object");
  CHECK(kind_name(JsonValue::Kind::null) == "null");
}

TEST_CASE("Diagnostics come by file, line and column, whatever the order of finding") {
  Diagnostics diagnostics;
  diagnostics.error({"b", 1, 1}, "fourth");
  diagnostics.warning({"a", 2, 1}, "third");
  diagnostics.error({"a", 1, 10}, "second");
  diagnostics.warning({"a", 0, 0}, "first");
  CHECK(diagnostics.text() ==
        "a: warning: first\na:1:10: error: second\na:2:1: warning: third\nb:1:1: error: fourth\n");
  CHECK(diagnostics.error_count() == 2);
  CHECK(diagnostics.warning_count() == 2);
  CHECK(diagnostics.has_errors());
}
