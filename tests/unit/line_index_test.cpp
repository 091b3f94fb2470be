// LineIndex: the same lines and columns as counting from the start, in files of many lines and of one.
#include "core/compiler/line_index.h"

#include <catch2/catch_test_macros.hpp>

#include "core/compiler/diagnostics.h"
#include "core/compiler/json_document.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("Each byte of a text has the line and column that counting gives") {
  const std::string words = "a\n\n\r\nשלום 😀 é\n\"x\": 1,\n";
  for (const std::string &text :
       {std::string(), std::string("\n"), words, repeat("é", 700), repeat(words, 60), repeat("x", 1023) + "\n",
        repeat("x", 1024) + "\n" + repeat("é", 3000), std::string("\x80\xBF broken \xF0\n\xFF")}) {
    const LineIndex index(text);
    for (size_t byte = 0; byte <= text.size(); ++byte) {
      const Position expected = position_at("", text, byte);
      const auto [line, column] = index.at(text, byte);
      if (line != expected.line || column != expected.column) {
        INFO("byte " << byte << " of " << text.size());
        CHECK(line == expected.line);
        CHECK(column == expected.column);
      }
    }
    CHECK(index.at(text, text.size() + 5) == index.at(text, text.size()));
  }
}

TEST_CASE("Places in a file of one line of a megabyte are found without reading it each time") {
  // 40,000 members twice: without an index each of the 40,000 findings would read half a megabyte, two times.
  std::string text = "{";
  for (int round = 0; round < 2; ++round) {
    for (int member = 0; member < 40000; ++member) {
      text += (text.size() > 1 ? "," : "") + std::string("\"name-") + std::to_string(member) + "\":\"é\"";
    }
  }
  Diagnostics diagnostics;
  REQUIRE(JsonDocument::parse("f.json", text + "}", diagnostics));
  REQUIRE(diagnostics.error_count() == 40000);
  const Position last = position_at("f.json", text, text.rfind("\"name-39999\""));
  CHECK(diagnostics.all().back().position.line == 1);
  CHECK(diagnostics.all().back().position.column == last.column);
}
