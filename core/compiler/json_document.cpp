// See json_document.h.
#include "core/compiler/json_document.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

namespace codeglot {
namespace {

/// Characters for the parser that also tell how far it has read.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char *;
  using reference = const char &;

  CountingIterator(const char *at, const char *begin, size_t *read) : at_(at), begin_(begin), read_(read) {}
  reference operator*() const { return *at_; }
  CountingIterator &operator++() {
    ++at_;
    *read_ = static_cast<size_t>(at_ - begin_);
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator &other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator &other) const { return at_ != other.at_; }

 private:
  const char *at_;
  const char *begin_;
  size_t *read_;
};

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  using Kind = JsonValue::Kind;

  TreeBuilder(const JsonDocument &document, const size_t *read, Diagnostics &diagnostics)
      : document_(document), text_(document.text()), read_(read), diagnostics_(diagnostics) {}

  bool null() override {
    add(Kind::null, scalar_start());
    return true;
  }
  bool boolean(bool value) override {
    add(Kind::boolean, scalar_start()).boolean = value;
    return true;
  }
  bool number_integer(number_integer_t value) override {
    add_number(Kind::integer).integer = value;
    return true;
  }
  bool number_unsigned(number_unsigned_t value) override {
    const bool fits = value <= static_cast<number_unsigned_t>(INT64_MAX);
    add_number(fits ? Kind::integer : Kind::number).integer = fits ? static_cast<int64_t>(value) : 0;
    return true;
  }
  bool number_float(number_float_t, const string_t &) override {
    add_number(Kind::number);
    return true;
  }
  bool string(string_t &value) override {
    add(Kind::string, string_start()).text = std::move(value);
    return true;
  }
  bool binary(binary_t &) override { return false; }
  bool start_object(std::size_t) override { return open(Kind::object); }
  bool end_object() override {
    report_duplicates(*open_.back());
    open_.pop_back();
    return true;
  }
  bool start_array(std::size_t) override { return open(Kind::array); }
  bool end_array() override {
    open_.pop_back();
    return true;
  }
  bool key(string_t &value) override {
    open_.back()->members.push_back({std::move(value), string_start(), {}});
    return true;
  }
  bool parse_error(std::size_t byte, const std::string &, const nlohmann::detail::exception &exception) override {
    std::string what = exception.what();  // "[json.exception.parse_error.101] parse error at line 1, column 2: …"
    const size_t reason = what.find(": ");
    what = reason == std::string::npos ? what : what.substr(reason + 2);
    diagnostics_.error(document_.position(byte > 0 ? byte - 1 : 0), "not valid JSON: " + what);
    return false;
  }

  JsonValue take_root() { return std::move(root_); }

 private:
  // Deeper than any catalog is; keeps a file of a million brackets from exhausting the stack when the tree is freed.
  static constexpr size_t depth_most = 64;

  JsonValue &add(Kind kind, size_t byte) {
    JsonValue *value = &root_;
    if (!open_.empty()) {
      JsonValue &parent = *open_.back();
      value = parent.is(Kind::array) ? &parent.items.emplace_back() : &parent.members.back().value;
    }
    value->kind = kind;
    value->byte = byte;
    return *value;
  }

  JsonValue &add_number(Kind kind) {
    const size_t start = scalar_start();
    JsonValue &value = add(kind, start);
    value.text = text_.substr(start, text_.find_first_not_of("0123456789+-.eE", start) - start);
    return value;
  }

  bool open(Kind kind) {
    if (open_.size() == depth_most) {
      diagnostics_.error(document_.position(*read_ - 1), "nested deeper than a catalog file ever is");
      return false;
    }
    open_.push_back(&add(kind, *read_ - 1));
    return true;
  }

  /// Start of the word or number that the parser has just read, one character past its end or none.
  size_t scalar_start() const {
    const auto inside = [this](size_t byte) {
      const char character = text_[byte];
      return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') || character == '+' ||
             character == '-' || character == '.' || character == 'E';
    };
    size_t start = *read_;
    while (start > 0 && !inside(start - 1)) {
      --start;
    }
    while (start > 0 && inside(start - 1)) {
      --start;
    }
    return start;
  }

  /// Opening quote of the string whose closing quote the parser has just read.
  size_t string_start() const {
    size_t quote = *read_ - 1;
    for (;;) {
      quote = text_.rfind('"', quote - 1);
      size_t backslashes = 0;
      while (backslashes < quote && text_[quote - 1 - backslashes] == '\\') {
        ++backslashes;
      }
      if (backslashes % 2 == 0) {
        return quote;
      }
    }
  }

  void report_duplicates(const JsonValue &object) {
    std::unordered_map<std::string_view, const JsonMember *> seen;
    for (const JsonMember &member : object.members) {
      const auto [first, is_new] = seen.emplace(member.name, &member);
      if (!is_new) {
        diagnostics_.error(document_.position(member.byte),
                           "\"" + member.name + "\" stands here a second time; the first is in line " +
                               std::to_string(document_.position(first->second->byte).line) + ": keep one of the two");
      }
    }
  }

  const JsonDocument &document_;
  const std::string &text_;
  const size_t *read_;
  Diagnostics &diagnostics_;
  JsonValue root_;
  std::vector<JsonValue *> open_;
};

/// Bytes of UTF-8 that a code point takes.
size_t utf8_bytes(uint32_t code_point) {
  return code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
}

}  // namespace

const JsonValue *JsonValue::find(std::string_view name) const {
  for (const JsonMember &member : members) {
    if (member.name == name) {
      return &member.value;
    }
  }
  return nullptr;
}

std::optional<JsonDocument> JsonDocument::parse(std::string file, std::string text, Diagnostics &diagnostics) {
  JsonDocument document;
  document.file_ = std::move(file);
  document.text_ = std::move(text);
  document.lines_ = LineIndex(document.text_);
  const std::string &source = document.text_;
  if (source.starts_with("\xEF\xBB\xBF")) {
    diagnostics.warning({document.file_, 1, 1}, "the file begins with a byte order mark; save it as UTF-8 without one");
  } else if (source.starts_with("\xFF\xFE") || source.starts_with("\xFE\xFF")) {
    diagnostics.error({document.file_, 1, 1}, "the file is UTF-16; save it as UTF-8");
    return std::nullopt;
  }
  size_t read = 0;
  TreeBuilder builder(document, &read, diagnostics);
  const char *const begin = source.data();
  const bool whole = nlohmann::json::sax_parse(CountingIterator(begin, begin, &read),
                                               CountingIterator(begin + source.size(), begin, &read), &builder);
  if (!whole) {
    return std::nullopt;
  }
  document.root_ = builder.take_root();
  return document;
}

Position JsonDocument::position_inside(const JsonValue &string, size_t content_byte) const {
  size_t at = string.byte + 1;
  size_t content = 0;
  while (at < text_.size() && content < content_byte && text_[at] != '"') {
    if (text_[at] != '\\') {
      ++at;
      ++content;
      continue;
    }
    if (text_[at + 1] != 'u') {
      at += 2;
      ++content;
      continue;
    }
    uint32_t unit = static_cast<uint32_t>(std::stoul(text_.substr(at + 2, 4), nullptr, 16));
    at += 6;
    if (unit >= 0xD800 && unit < 0xDC00) {
      unit = 0x10000;  // A pair of escapes for one code point beyond the basic plane.
      at += 6;
    }
    content += utf8_bytes(unit);
  }
  return position(at);
}

std::string kind_name(JsonValue::Kind kind) {
  switch (kind) {
    case JsonValue::Kind::null:
      return "null";
    case JsonValue::Kind::boolean:
      return "true or false";
    case JsonValue::Kind::integer:
      return "an integer";
    case JsonValue::Kind::number:
      return "a number";
    case JsonValue::Kind::string:
      return "a string";
    case JsonValue::Kind::array:
      return "an array";
    case JsonValue::Kind::object:
      return "an object";
  }
  return "";
}

}  // namespace codeglot
