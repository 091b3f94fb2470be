// See mf2_source.h.
#include "core/syntax/mf2_source.h"

#include <unicode/normalizer2.h>

#include <cstdint>

#include "core/syntax/mf2_parser.h"

namespace codeglot {
std::string to_nfc(std::string_view text) {
  bool ascii = true;
  for (const char character : text) {
    ascii = ascii && static_cast<uint8_t>(character) < 0x80;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *const normalizer = ascii ? nullptr : icu::Normalizer2::getNFCInstance(status);
  if (normalizer == nullptr || U_FAILURE(status)) {
    return std::string(text);
  }
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? result : std::string(text);
}

namespace mf2 {
namespace {

// Stands for the end of the source; the grammar allows U+0000 nowhere.
constexpr char32_t end_of_source = 0;

bool is_bidi_control(char32_t point) {
  return point == 0x61C || point == 0x200E || point == 0x200F || (point >= 0x2066 && point <= 0x2069);
}

bool is_space(char32_t point) {
  return point == ' ' || point == '\t' || point == '\r' || point == '\n' || point == 0x3000;
}

bool is_name_start(char32_t point) {
  if (point < 0x80) {
    return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '+' || point == '_';
  }
  const bool space = point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
                     point == 0x202F || point == 0x205F || point == 0x3000;
  const bool direction = is_bidi_control(point) || (point >= 0x202A && point <= 0x202E);
  const bool noncharacter = (point >= 0xFDD0 && point <= 0xFDEF) || (point & 0xFFFE) == 0xFFFE;
  return point >= 0xA1 && !space && !direction && !noncharacter;
}

bool is_name_character(char32_t point) {
  return is_name_start(point) || (point >= '0' && point <= '9') || point == '-' || point == '.';
}

}  // namespace

void SourceReader::fail_at(size_t byte, const char *sentence) {
  if (!failed_) {
    errors_.push_back({ErrorKind::syntax_error, sentence, byte});
  }
  failed_ = true;
}

/// The code point at `byte` and its length; the source is valid UTF-8.
char32_t SourceReader::point_at(size_t byte, size_t &bytes) const {
  if (byte >= source_.size()) {
    bytes = 0;
    return end_of_source;
  }
  const auto unit = [&](size_t index) { return static_cast<char32_t>(static_cast<uint8_t>(source_[byte + index])); };
  const char32_t lead = unit(0);
  if (lead < 0x80) {
    bytes = 1;
    return lead;
  }
  bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t point = lead & (0xFF >> (bytes + 1));
  for (size_t index = 1; index < bytes; ++index) {
    point = point << 6 | (unit(index) & 0x3F);
  }
  return point;
}

char32_t SourceReader::peek() const {
  size_t bytes = 0;
  return point_at(at_, bytes);
}

bool SourceReader::take(char character) {
  if (at_ < source_.size() && source_[at_] == character) {
    ++at_;
    return true;
  }
  return false;
}

template <typename Condition>
void SourceReader::skip_while(Condition condition) {
  size_t bytes = 0;
  for (char32_t point = point_at(at_, bytes); bytes > 0 && condition(point); point = point_at(at_, bytes)) {
    at_ += bytes;
  }
}

bool SourceReader::skip_optional_space() {
  bool space = false;
  skip_while([&](char32_t point) {
    space = space || is_space(point);
    return is_space(point) || is_bidi_control(point);
  });
  return space;
}

void SourceReader::skip_bidi_control() {
  size_t bytes = 0;
  if (is_bidi_control(point_at(at_, bytes))) {
    at_ += bytes;
  }
}

std::string SourceReader::name() {
  skip_bidi_control();
  const size_t from = at_;
  if (!is_name_start(peek())) {
    fail("expected a name: letters, digits, '_', '-' or '.', and no digit, '-' or '.' at its start");
    return {};
  }
  skip_while(is_name_character);
  std::string result = to_nfc(source_.substr(from, at_ - from));
  skip_bidi_control();
  return result;
}

std::string SourceReader::identifier() {
  std::string result = name();
  if (!failed_ && take(':')) {
    result += ':' + name();
  }
  return result;
}

Variable SourceReader::variable() {
  Variable result;
  result.range.from_byte = at_;
  if (!take('$')) {
    fail("expected a variable: '$' and a name");
    return result;
  }
  result.name = name();
  result.range.to_byte = at_;
  return result;
}

bool SourceReader::at_literal() const { return peek() == '|' || is_name_character(peek()); }

Literal SourceReader::literal() {
  Literal result;
  result.range.from_byte = at_;
  if (take('|')) {
    result.value = quoted();
  } else {
    skip_while(is_name_character);
    result.value = source_.substr(result.range.from_byte, at_ - result.range.from_byte);
    if (result.value.empty()) {
      fail("expected a value: a word, a number, or text between two '|'");
    }
  }
  result.range.to_byte = at_;
  return result;
}

/// What stands behind a '|', up to the next.
std::string SourceReader::quoted() {
  const size_t from = at_ - 1;
  std::string value;
  while (!failed_) {
    if (take('|')) {
      return value;
    }
    if (at_ == source_.size()) {
      fail_at(from, "a '|' has no matching '|'");
    } else {
      value += character();
    }
  }
  return value;
}

char SourceReader::character() {
  const size_t from = at_;
  if (source_[at_] == '\0') {
    fail("U+0000 is not allowed");
    return 0;
  }
  if (source_[at_] == '\\') {
    ++at_;
    const char32_t escaped = peek();
    if (escaped != '\\' && escaped != '{' && escaped != '|' && escaped != '}') {
      fail_at(from, "a backslash stands only before \\ { | or }: write \\\\ to show one");
      return 0;
    }
  }
  return source_[at_++];
}

}  // namespace mf2
}  // namespace codeglot
