// See mf2_parser.h. One function a production of the grammar; none calls itself, as nothing nests.
#include "core/syntax/mf2_parser.h"

#include <cstdint>

#include "core/pack/utf8.h"
#include "core/syntax/mf2_source.h"

namespace codeglot {
namespace mf2 {
namespace {

class Parser : private SourceReader {
 public:
  using SourceReader::SourceReader;

  std::optional<Message> parse() {
    Message message;
    skip_optional_space();
    if (peek() == '.' || starts_with("{{")) {
      complex_message(message);
    } else {
      at_ = 0;  // The space before a simple message is its text.
      message.pattern = pattern(false);
      if (!failed_ && !at_end()) {
        fail("a '}' in text needs a backslash: write \\}");
      }
    }
    return failed_ ? std::nullopt : std::optional(std::move(message));
  }

 private:
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
    if (at_end()) {
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
      fail(at_end() ? "a '{' has no matching '}'" : "expected '}'");
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
      fail(at_end() ? "a '{' has no matching '}'"
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
    while (!failed_ && !at_end() && source_[at_] != '}') {
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
    if (at_end()) {
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
    while (!failed_ && !at_end() && source_[at_] != '{' && source_[at_] != '}') {
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
    if (!failed_ && !at_end()) {
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
    } while (!failed_ && !at_end());
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
};

}  // namespace
}  // namespace mf2

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
