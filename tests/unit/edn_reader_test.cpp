// read_edn_codes: tables in Markdown and alone, everything of EDN that a table may have, and the place of each mistake.
#include "core/compiler/edn_reader.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

std::vector<EdnCode> read(const std::string &text) {
  Diagnostics diagnostics;
  std::vector<EdnCode> codes = read_edn_codes("t.edn", text, diagnostics);
  INFO(text);
  CHECK(diagnostics.text().empty());
  return codes;
}

/// "name=code text" of every entry; "-" for an entry without a text.
std::string outline(const std::string &text) {
  std::string result;
  for (const EdnCode &code : read(text)) {
    result += (result.empty() ? "" : "; ") + code.name + "=" + std::to_string(code.code) + " " +
              code.text.value_or("-");
  }
  return result;
}

/// The one text of a table whose string is written so.
std::string unescaped(const std::string &string) {
  return read("{:a {:code 1 :msg \"" + string + "\"}}").at(0).text.value();
}

std::string findings(const std::string &text) {
  Diagnostics diagnostics;
  read_edn_codes("t.edn", text, diagnostics);
  return diagnostics.text();
}

bool fails(const std::string &text, const std::string &where, const std::string &words) {
  const std::string found = findings(text);
  UNSCOPED_INFO(text << " gives " << found);
  return found.starts_with("t.edn:" + where + ": error: ") && found.find(words) != std::string::npos &&
         found.find('\n') == found.size() - 1;
}

}  // namespace

TEST_CASE("A plain EDN table is read in the order of the file, with places") {
  const std::string table = "{:b {:code 2 :msg \"B\"}\n :a {:msg \"A\", :code -1}\n :é {:code 3}}";
  CHECK(outline(table) == "b=2 B; a=-1 A; é=3 -");
  const std::vector<EdnCode> codes = read(table);
  CHECK(codes[0].position.line == 1);
  CHECK(codes[0].position.column == 2);
  CHECK(codes[1].position.line == 2);
  CHECK(codes[1].position.column == 2);
  CHECK_FALSE(codes[2].text.has_value());
}

TEST_CASE("An empty table has no entries") { CHECK(read("{}").empty()); }

TEST_CASE("The first fenced block of a Markdown page is the table, whatever stands around it") {
  CHECK(outline("# T {:x\n\n```lisp\n{:a {:code 1}}\n```\n\nmore } text\n```\n{:b {:code 2}}\n```\n") == "a=1 -");
  CHECK(outline("```\n{:a {:code 1}}\n```") == "a=1 -");
  CHECK(outline("text\r\n```clojure\r\n{:a {:code 1}}\r\n```\r\n") == "a=1 -");
  CHECK(read("text\n```\n{:a\n{:code 1}}\n```").at(0).position.line == 3);
  CHECK(outline("inline ``` is no fence\n```\n{:a {:code 1}}\n```\n") == "a=1 -");
}

TEST_CASE("A byte order mark before a table is passed over") {
  CHECK(outline("\xEF\xBB\xBF{:a {:code 1}}") == "a=1 -");
}

TEST_CASE("Comments, commas and discarded forms are blank") {
  CHECK(outline("; head }\n{:a {:code 1 ; not 2 \"\n :msg \"A;B\"},,, #_ :gone #_{:code 9} :b {:code 2}} ; end") ==
        "a=1 A;B; b=2 -");
  CHECK(outline("{:a {:code 1 #_ :msg #_ \"old\" :msg \"new\"}}") == "a=1 new");
  CHECK(outline("{#_ #_ :x {:code 3} :a {:code 1}}") == "a=1 -");
  CHECK(outline("#_{:x {:code 3}} {:a {:code 1}}") == "a=1 -");
}

TEST_CASE("Other keys and values of every kind are allowed and ignored") {
  CHECK(
      outline(
          "{:a {:code 1 :level 3.5 :tags [:x \\} \\newline] :set #{1 2} :at #inst \"2020-01-01\" :list (f \"x)\") :ok true "
          ":nil nil :nested {:code 99 :msg \"no\"} \"msg\" \"no\" sym/bol 1/2 :msg \"yes\"}}") == "a=1 yes");
}

TEST_CASE("Strings have EDN's escapes, and line breaks as they are") {
  CHECK(unescaped(R"(a\n\t\r\b\f\"\\b)") == "a\n\t\r\b\f\"\\b");
  CHECK(unescaped(R"(\u0041\u00e9\u4E2D)") == "Aé中");
  CHECK(unescaped(R"(\ud83d\uDE00!)") == "😀!");
  CHECK(unescaped("line\nbreak ；{}'") == "line\nbreak ；{}'");
  CHECK(unescaped(R"(\u0000)") == std::string(1, '\0'));
  CHECK(unescaped("") == "");
}

TEST_CASE("Escapes that are none are errors where they stand") {
  CHECK(fails(R"({:a {:code 1 :msg "x\q"}})", "1:21", "no such escape"));
  CHECK(fails(R"({:a {:code 1 :msg "x\u12"}})", "1:21", "four hexadecimal digits"));
  CHECK(fails(R"({:a {:code 1 :msg "\u12g4"}})", "1:20", "four hexadecimal digits"));
  CHECK(fails(R"({:a {:code 1 :msg "\ud83d"}})", "1:20", "half of a surrogate pair"));
  CHECK(fails(R"({:a {:code 1 :msg "\ude00"}})", "1:20", "half of a surrogate pair"));
  CHECK(fails(R"({:a {:code 1 :msg "\ud83d\u0041"}})", "1:20", "half of a surrogate pair"));
  CHECK(fails(R"({:a {:code 1 :msg "\)", "1:20", "escape"));
}

TEST_CASE("Codes are 32-bit integers") {
  CHECK(outline("{:a {:code -2147483648} :b {:code 2147483647} :c {:code +5} :d {:code 007}}") ==
        "a=-2147483648 -; b=2147483647 -; c=5 -; d=7 -");
  for (const char *code :
       {"2147483648", "-2147483649", "1.5", "\"1\"", "1e2", "1N", "99999999999999999999", "nil", ":x", "{}", "-"}) {
    CHECK(fails(std::string("{:a {:code ") + code + "}}", "1:12", ":code must be a 32-bit integer"));
  }
}

TEST_CASE("An entry without a code, or with a text that is none, is an error at its place") {
  CHECK(fails("{:a {:msg \"x\"}}", "1:2", ":a has no :code"));
  CHECK(fails("{:a {:code 1 :msg 5}}", "1:19", ":msg must be a string"));
  CHECK(fails("{:a 5}", "1:2", "expected an entry"));
  CHECK(fails("{\"a\" {:code 1}}", "1:2", "expected an entry"));
  CHECK(fails("[:a]", "1:1", "the table must be a map"));
}

TEST_CASE("Every bad entry is reported, and the good ones are read") {
  Diagnostics diagnostics;
  const std::vector<EdnCode> codes = read_edn_codes("t.edn", "{:a {:code x}\n :b {}\n :c {:code 3}\n 5 6}",
                                                    diagnostics);
  CHECK(diagnostics.error_count() == 3);
  REQUIRE(codes.size() == 1);
  CHECK(codes[0].name == "c");
}

TEST_CASE("A code or a name that stands twice is an error that names the first's line") {
  CHECK(fails("{:a {:code 1}\n :b {:code 1}}", "2:2", "the code 1 stands in line 1 already"));
  CHECK(fails("{:a {:code 1}\n :a {:code 2}}", "2:2", "the name a stands in line 1 already"));
}

TEST_CASE("What is never closed is an error where it opens") {
  CHECK(fails("{:a {:code 1}", "1:1", "'{' is never closed"));
  CHECK(fails("{:a\n {:code 1", "2:2", "'{' is never closed"));
  CHECK(fails("{:a {:code 1 :msg \"x}}\n", "1:19", "this string is never closed"));
  CHECK(fails("{:a {:code 1 :x [1 2}}", "1:21", "'}' closes nothing here"));
  CHECK(fails("{:a {:code 1 :x (1 2", "1:17", "'(' is never closed"));
  CHECK(fails("text\n```\n{:a {:code 1}}\n", "2:1", "this fenced block is never closed"));
  CHECK(fails("```", "1:1", "this fenced block is never closed"));
  CHECK(fails("{:a", "1:4", "ends in the middle"));
  CHECK(fails("{:a {:code 1} #_", "1:17", "ends in the middle"));
}

TEST_CASE("What closes nothing, a key without a value, and text after the table are errors") {
  CHECK(fails("}", "1:1", "'}' closes nothing here"));
  CHECK(fails("{:a {:code 1)}", "1:13", "')' closes nothing here"));
  CHECK(fails("{:a {:code 1} :b}", "1:15", "this key has no value"));
  CHECK(fails("{:a {:code 1}} {}", "1:16", "expected the end of the table"));
  CHECK(fails("", "1:1", "there is no table here"));
  CHECK(fails("; only a comment", "1:17", "there is no table here"));
  CHECK(fails("text\n```\n\n```\n", "4:1", "there is no table here"));
}

TEST_CASE("Forms may nest to sixty-four and no deeper, however long the file") {
  const auto nested = [](size_t depth) { return "{:a {:code 1 :x " + repeat("[", depth) + repeat("]", depth) + "}}"; };
  CHECK(outline(nested(62)) == "a=1 -");
  CHECK(findings(nested(70)).find("nested deeper") != std::string::npos);
  CHECK(findings(repeat("{", 1000000)).find("nested deeper") != std::string::npos);
  CHECK(findings("{:a {:code 1 :x " + repeat("#_ ", 100000)).find("nested deeper") != std::string::npos);
  CHECK(findings("{:a {:code 1 :x " + repeat("#t ", 100000)).find("nested deeper") != std::string::npos);
}

TEST_CASE("Bytes that are no UTF-8 are an error at the first") {
  CHECK(fails("{:a {:code 1 :msg \"x\xFF\"}}", "1:21", "not valid UTF-8"));
  CHECK(fails("\xFF\xFE{", "1:1", "not valid UTF-8"));
  CHECK(fails("\n\xED\xA0\x80", "2:1", "not valid UTF-8"));
}

TEST_CASE("A table cut anywhere gives one error, and never a crash") {
  const std::string whole = "{:a {:code 1 :msg \"\\u4e2d\\n\"} #_ [1 #{2}] :b ; c\n {:code 2}}";
  for (size_t bytes = 0; bytes < whole.size(); ++bytes) {
    Diagnostics diagnostics;
    const std::string cut = whole.substr(0, bytes);
    const ExactBytes exact(cut);
    read_edn_codes("t.edn", cut, diagnostics);
    INFO(cut);
    CHECK(diagnostics.error_count() == 1);
  }
}

TEST_CASE("The service's own table has fifty-five codes, two of them without a text") {
  const std::vector<EdnCode> codes = read(read_bytes(CODEGLOT_SEED));
  CHECK(codes.size() == 55);
  std::vector<std::string> without_text;
  for (const EdnCode &code : codes) {
    if (!code.text) {
      without_text.push_back(code.name + "=" + std::to_string(code.code));
    }
  }
  CHECK(without_text == std::vector<std::string>{"session-expired=2", "success=200"});
}
