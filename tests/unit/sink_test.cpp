// Sink and the UTF-8 step: where text is cut, what ill-formed bytes become, and that a full sink takes nothing more.
#include "core/runtime/sink.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "core/pack/utf8.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

std::string cleaned(std::string_view text) {
  char buffer[200];
  Sink sink(buffer, sizeof buffer);
  sink.append_untrusted({text.data(), text.size()});
  return std::string(buffer, sink.finish());
}

/// UTF-8 of any number, valid or not, in so many bytes.
std::string encode(uint32_t value, int bytes) {
  static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  std::string result;
  for (int index = bytes - 1; index > 0; --index) {
    result.insert(result.begin(), static_cast<char>(0x80 | (value & 0x3F)));
    value >>= 6;
  }
  return static_cast<char>(leads[bytes] | value) + result;
}

}  // namespace

TEST_CASE("Every code point is well formed in its shortest form, and in no longer one") {
  size_t wrong = 0;
  for (uint32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    const int bytes = code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
    wrong += is_utf8(encode(code_point, bytes)) == surrogate ? 1 : 0;
    for (int longer = bytes + 1; longer <= 4; ++longer) {
      wrong += is_utf8(encode(code_point, longer)) ? 1 : 0;
    }
  }
  for (const uint32_t beyond : {0x110000u, 0x1FFFFFu}) {
    wrong += is_utf8(encode(beyond, 4)) ? 1 : 0;
  }
  CHECK(wrong == 0);
}

TEST_CASE("Ill-formed bytes become one U+FFFD for each maximal subpart") {
  // The Unicode Standard, section 3.9, table 3-8 to 3-11.
  CHECK(cleaned("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41") == repeat("\uFFFD", 8) + "A");
  CHECK(cleaned("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41") == repeat("\uFFFD", 8) + "A");
  CHECK(cleaned("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42") == repeat("\uFFFD", 5) +
                                                               "A\uFFFD\uFFFD"
                                                               "B");
  CHECK(cleaned("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41") == repeat("\uFFFD", 4) + "A");
  CHECK(cleaned("a\xF0\x9F\x98") == "a\uFFFD");
  CHECK(cleaned("\xF0\x9F\x98\x80\xE2\x82\xAC\xC3\xA9z") == "😀€éz");
  CHECK(cleaned("").empty());
  CHECK(cleaned(std::string_view("a\0b", 3)) == std::string_view("a\0b", 3));
}

TEST_CASE("Long well-formed text with one bad byte keeps all the rest") {
  for (size_t at = 0; at < 40; ++at) {
    std::string text(40, 'x');
    text[at] = '\xFF';
    CHECK(cleaned(text) == std::string(at, 'x') + "\uFFFD" + std::string(39 - at, 'x'));
  }
}

TEST_CASE("Pieces of every length land whole, wherever they begin and are cut") {
  const std::string source = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (size_t first = 0; first <= 20; ++first) {
    for (size_t second = 0; second <= 40; ++second) {
      for (const size_t capacity :
           {size_t{0}, size_t{1}, first + 1, first + second / 2 + 1, first + second, first + second + 1}) {
        std::vector<char> buffer(capacity + 1, '#');  // One more, which must stay as it is.
        Sink sink(buffer.data(), capacity);
        sink.append(source.data(), first);
        sink.append(source.data() + first, second);
        REQUIRE(sink.finish() == first + second);
        REQUIRE(buffer[capacity] == '#');
        if (capacity > 0) {
          REQUIRE(std::string(buffer.data()) == source.substr(0, std::min(first + second, capacity - 1)));
        }
      }
    }
  }
}

TEST_CASE("A text of the largest size is whole, and one byte more is cut there") {
  const std::string most(CG_MAX_OUTPUT_BYTES, 'x');
  Sink whole(nullptr, 0);
  whole.append(most.data(), most.size());
  CHECK_FALSE(whole.full());
  CHECK(whole.finish() == CG_MAX_OUTPUT_BYTES);
  whole.append("y", 1);
  CHECK(whole.full());
  CHECK(whole.finish() == CG_MAX_OUTPUT_BYTES);
}

TEST_CASE("A full sink takes nothing more, even what would still fit") {
  std::string buffer(CG_MAX_OUTPUT_BYTES + 1, '#');
  const std::string nearly(CG_MAX_OUTPUT_BYTES - 2, 'x');
  Sink sink(buffer.data(), buffer.size());
  sink.append(nearly.data(), nearly.size());
  sink.append("€", 3);
  CHECK(sink.full());
  sink.append("y", 1);
  CHECK(sink.finish() == nearly.size());
  CHECK(buffer.substr(nearly.size() - 1, 2) == std::string("x\0", 2));
}

TEST_CASE("A text past the largest size ends on a whole code point") {
  std::string text = repeat("€", CG_MAX_OUTPUT_BYTES / 3 + 1);
  Sink sink(nullptr, 0);
  sink.append_untrusted({text.data(), text.size()});
  CHECK(sink.full());
  CHECK(sink.finish() == CG_MAX_OUTPUT_BYTES / 3 * 3);
}
