// See mf2_parser.h. One function a production of the grammar; none calls itself, as nothing nests.
#include "core/syntax/mf2_parser.h"

#include <unicode/normalizer2.h>

#include <cstdint>

#include "core/pack/utf8.h"

namespace codeglot {
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

class Parser {
 public:
  Parser(std::string_view source, std::vector<MessageError> &errors) : source_(source), errors_(errors) {}

  std::optional<Message> parse() {
    Message message;
    skip_optional_space();
    if (peek() == '.' || starts_with("{{")) {
      complex_message(message);
    } else {
      at_ = 0;  // The space before a simple message is its text.
      message.pattern = pattern(false);
      if (!failed_ && at_ < source_.size()) {
        fail("a '}' in text needs a backslash: write \\}");
      }
    }
    return failed_ ? std::nullopt : std::optional(std::move(message));
  }

 private:
  // ---- The source ----

  void fail(const char *sentence) { fail_at(at_, sentence); }
  void fail_at(size_t byte, const char *sentence) {
    if (!failed_) {
      errors_.push_back({ErrorKind::syntax_error, sentence, byte});
    }
    failed_ = true;
  }

  /// The code point at `byte` and its length; the source is valid UTF-8.
  char32_t point_at(size_t byte, size_t &bytes) const {
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
  char32_t peek() const {
    size_t bytes = 0;
    return point_at(at_, bytes);
  }
  bool starts_with(std::string_view text) const { return source_.substr(at_).starts_with(text); }
  bool take(char character) {
    if (at_ < source_.size() && source_[at_] == character) {
      ++at_;
      return true;
    }
    return false;
  }
  template <typename Condition>
  void skip_while(Condition condition) {
    size_t bytes = 0;
    for (char32_t point = point_at(at_, bytes); bytes > 0 && condition(point); point = point_at(at_, bytes)) {
      at_ += bytes;
    }
  }

  /// "o"; whether it holds the white space that makes it an "s".
  bool skip_optional_space() {
    bool space = false;
    skip_while([&](char32_t point) {
      space = space || is_space(point);
      return is_space(point) || is_bidi_control(point);
    });
    return space;
  }
  void skip_bidi_control() {
    size_t bytes = 0;
    if (is_bidi_control(point_at(at_, bytes))) {
      at_ += bytes;
    }
  }

  // ---- Names and literals ----

  std::string name() {
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

  std::string identifier() {
    std::string result = name();
    if (!failed_ && take(':')) {
      result += ':' + name();
    }
    return result;
  }

  Variable variable() {
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

  bool at_literal() const { return peek() == '|' || is_name_character(peek()); }

  Literal literal() {
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
  std::string quoted() {
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

  /// One byte of text or of a quoted literal, or an escape.
  char character() {
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

  // ---- Options and attributes ----

  /// Whether an option or attribute follows; where it does, stands at it. Where none does, stands behind the space.
  /// `close` ends the placeholder without space before it.
  bool at_next_item() {
    const size_t before = at_;
    const bool space = skip_optional_space();
    const char32_t next = peek();
    if (failed_ || next == '}' || next == '/') {
      return false;
    }
    if (at_ == source_.size()) {
      fail("a '{' has no matching '}'");
      return false;
    }
    if (!space) {
      fail_at(before, "expected a space, or '}'");
      return false;
    }
    return true;
  }

  std::vector<Option> options() {
    std::vector<Option> result;
    while (at_next_item() && peek() != '@') {
      Option option;
      option.range.from_byte = at_;
      option.name = identifier();
      skip_optional_space();
      if (!failed_ && !take('=')) {
        fail("expected '=' and the option's value");
      }
      skip_optional_space();
      if (failed_) {
        break;
      }
      if (peek() == '$') {
        option.value = variable();
      } else {
        option.value = literal();
      }
      option.range.to_byte = at_;
      result.push_back(std::move(option));
    }
    return result;
  }

  /// Called where at_next_item() was: at '@', or at the end.
  std::vector<Attribute> attributes() {
    std::vector<Attribute> result;
    while (!failed_ && peek() == '@') {
      Attribute attribute;
      attribute.range.from_byte = at_++;
      attribute.name = identifier();
      attribute.range.to_byte = at_;
      const size_t behind_name = at_;
      skip_optional_space();
      if (!failed_ && take('=')) {
        skip_optional_space();
        attribute.value = literal();
        attribute.range.to_byte = at_;
      } else {
        at_ = behind_name;
      }
      result.push_back(std::move(attribute));
      if (at_next_item() && peek() != '@') {
        fail("expected '@' and an attribute, or '}'");
      }
    }
    return result;
  }

  void close_placeholder(Range &range) {
    if (!failed_ && !take('}')) {
      fail(at_ == source_.size() ? "a '{' has no matching '}'" : "expected '}'");
    }
    range.to_byte = at_;
  }

  // ---- Placeholders ----

  Expression expression() {
    Expression result;
    result.range.from_byte = at_;
    if (!take('{')) {
      fail("expected an expression in braces");
      return result;
    }
    skip_optional_space();
    if (peek() == '$') {
      result.operand = variable();
    } else if (at_literal()) {
      result.operand = literal();
    } else if (peek() != ':') {
      fail(at_ == source_.size() ? "a '{' has no matching '}'"
                                 : "expected a variable ($name), a value (word or |text|) or a function (:name)");
      return result;
    }
    bool more = true;
    if (result.operand) {
      more = !failed_ && at_next_item();
    }
    if (more && peek() == ':') {
      result.function = function();
    } else if (more && peek() != '@') {
      fail("expected a function (:name), an attribute (@name) or '}'");
    }
    result.attributes = attributes();
    close_placeholder(result.range);
    return result;
  }

  FunctionReference function() {
    FunctionReference result;
    result.range.from_byte = at_++;
    result.name = identifier();
    result.range.to_byte = at_;
    result.options = options();
    if (!result.options.empty()) {
      result.range.to_byte = result.options.back().range.to_byte;
    }
    return result;
  }

  Markup markup() {
    Markup result;
    result.range.from_byte = at_++;
    skip_optional_space();
    result.kind = source_[at_++] == '#' ? Markup::Kind::open : Markup::Kind::close;
    result.name = identifier();
    result.options = options();
    result.attributes = attributes();
    if (!failed_ && result.kind == Markup::Kind::open && take('/')) {
      result.kind = Markup::Kind::standalone;
    }
    close_placeholder(result.range);
    return result;
  }

  /// Stands at '{'.
  PatternPart placeholder() {
    const size_t from = at_++;
    skip_optional_space();
    const char32_t sigil = peek();
    at_ = from;
    if (sigil == '#' || sigil == '/') {
      return markup();
    }
    return expression();
  }

  // ---- Patterns ----

  /// Up to "}}" if `quoted_pattern`, else to the end of the source.
  Pattern pattern(bool quoted_pattern) {
    Pattern result;
    result.range.from_byte = at_;
    while (!failed_ && at_ < source_.size() && source_[at_] != '}') {
      if (source_[at_] == '{') {
        result.parts.push_back(placeholder());
      } else {
        result.parts.emplace_back(text());
      }
    }
    result.range.to_byte = at_;
    if (failed_ || !quoted_pattern) {
      return result;
    }
    if (at_ == source_.size()) {
      fail_at(result.range.from_byte - 2, "a '{{' has no matching '}}'");
    } else if (!starts_with("}}")) {
      fail("expected '}}': a '}' in text needs a backslash");
    } else {
      at_ += 2;
    }
    return result;
  }

  Text text() {
    Text result;
    result.range.from_byte = at_;
    while (!failed_ && at_ < source_.size() && source_[at_] != '{' && source_[at_] != '}') {
      result.value += character();
    }
    result.range.to_byte = at_;
    return result;
  }

  Pattern quoted_pattern() {
    if (!starts_with("{{")) {
      fail("expected a pattern in double braces: {{…}}");
      return {};
    }
    at_ += 2;
    return pattern(true);
  }

  // ---- Complex messages ----

  void complex_message(Message &message) {
    while (!failed_ && peek() == '.' && !starts_with(".match")) {
      message.declarations.push_back(declaration());
      skip_optional_space();
    }
    if (failed_) {
      return;
    }
    if (starts_with(".match")) {
      matcher(message);
    } else {
      message.pattern = quoted_pattern();
    }
    skip_optional_space();
    if (!failed_ && at_ < source_.size()) {
      fail(message.pattern ? "expected the end: a message has one pattern" : "expected a key, or the end");
    }
  }

  Declaration declaration() {
    Declaration result;
    result.range.from_byte = at_;
    if (starts_with(".input")) {
      at_ += 6;
      skip_optional_space();
      const size_t at_value = at_;
      result.value = expression();
      const auto *operand = result.value.operand ? std::get_if<Variable>(&*result.value.operand) : nullptr;
      if (operand != nullptr) {
        result.variable = *operand;
      } else if (!failed_) {
        fail_at(at_value, "an .input declaration needs a variable: .input {$name}");
      }
    } else if (starts_with(".local")) {
      at_ += 6;
      result.kind = Declaration::Kind::local;
      local(result);
    } else {
      fail("expected .input, .local, .match or {{");
    }
    result.range.to_byte = at_;
    return result;
  }

  void local(Declaration &declaration) {
    if (!skip_optional_space()) {
      fail("expected a space and a variable");
      return;
    }
    declaration.variable = variable();
    skip_optional_space();
    if (!failed_ && !take('=')) {
      fail("expected '=' and an expression in braces");
    }
    skip_optional_space();
    if (!failed_) {
      declaration.value = expression();
    }
  }

  void matcher(Message &message) {
    message.matcher.from_byte = at_;
    at_ += 6;
    bool space = skip_optional_space();
    while (!failed_ && space && peek() == '$') {
      message.selectors.push_back(variable());
      message.matcher.to_byte = at_;
      space = skip_optional_space();
    }
    if (failed_ || message.selectors.empty() || !space) {
      fail(message.selectors.empty() ? "expected a space and a variable to select on" : "expected a space and a key");
      return;
    }
    do {
      message.variants.push_back(variant());
      skip_optional_space();
    } while (!failed_ && at_ < source_.size());
  }

  Variant variant() {
    Variant result;
    result.range.from_byte = at_;
    bool space = true;
    while (!failed_ && !starts_with("{{")) {
      if (!space) {
        fail("expected a space and a key, or a pattern in double braces");
        break;
      }
      result.keys.push_back(key());
      space = skip_optional_space();
    }
    if (!failed_ && result.keys.empty()) {
      fail("expected a key before the pattern");
    }
    if (!failed_) {
      result.pattern = quoted_pattern();
    }
    result.range.to_byte = at_;
    return result;
  }

  Key key() {
    Key result;
    result.range.from_byte = at_;
    if (take('*')) {
      result.catch_all = true;
    } else if (at_literal()) {
      result.value = to_nfc(literal().value);
    } else {
      fail("expected a key (a word, |text| or '*') or a pattern in double braces");
    }
    result.range.to_byte = at_;
    return result;
  }

  std::string_view source_;
  std::vector<MessageError> &errors_;
  size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace
}  // namespace mf2

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

std::optional<mf2::Message> parse_mf2(std::string_view source, std::vector<MessageError> &errors) {
  if (source.size() > mf2_source_bytes_most) {
    errors.push_back({ErrorKind::syntax_error, "the message has more than 1 MiB", mf2_source_bytes_most});
    return std::nullopt;
  }
  const size_t valid_bytes = utf8_valid_bytes(reinterpret_cast<const uint8_t *>(source.data()), source.size());
  if (valid_bytes < source.size()) {
    errors.push_back({ErrorKind::syntax_error, "the message is not valid UTF-8 here", valid_bytes});
    return std::nullopt;
  }
  std::optional<mf2::Message> message = mf2::Parser(source, errors).parse();
  if (message) {
    validate_mf2(*message, errors);
  }
  return message;
}

}  // namespace codeglot
