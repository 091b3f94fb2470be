// See edn_reader.h. The first error ends the reading: what follows a broken form has no certain meaning.
#include "core/compiler/edn_reader.h"

#include <limits>
#include <map>
#include <utility>

#include "core/pack/utf8.h"

namespace codeglot {
namespace {

constexpr int depth_most = 64;

struct EdnEntry;

struct EdnEntry;

struct EdnValue {
  enum class Kind { keyword, string, integer, map, other };

  Kind kind = Kind::other;
  size_t byte = 0;
  std::string text;
  int64_t integer = 0;
  std::vector<EdnEntry> entries;
};

struct EdnEntry {
  EdnValue key;
  EdnValue value;
};

/// Thrown inside this file only.
struct EdnError {
  size_t byte;
  std::string message;
};

class EdnParser {
 public:
  EdnParser(const std::string &text, size_t from, size_t to) : text_(text), at_(from), end_(to) {}

  EdnValue document() {
    skip_blank(0);
    if (at_ == end_) {
      throw EdnError{at_, "there is no table here: expected {:name {:code 1 :msg \"text\"}}"};
    }
    EdnValue value = form(0);
    skip_blank(0);
    if (at_ != end_) {
      throw EdnError{at_, "expected the end of the table"};
    }
    return value;
  }

 private:
  static bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ','; }
  static bool ends_token(char c) {
    return blank(c) || c == '{' || c == '}' || c == '[' || c == ']' || c == '(' || c == ')' || c == '"' || c == ';';
  }

  void skip_blank(int depth) {
    for (;;) {
      while (at_ < end_ && blank(text_[at_])) {
        ++at_;
      }
      if (at_ < end_ && text_[at_] == ';') {
        while (at_ < end_ && text_[at_] != '\n') {
          ++at_;
        }
      } else if (at_ + 1 < end_ && text_[at_] == '#' && text_[at_ + 1] == '_') {
        at_ += 2;
        form(depth + 1);
      } else {
        return;
      }
    }
  }

  EdnValue form(int depth) {
    if (depth > depth_most) {
      throw EdnError{at_, "nested deeper than a table of codes ever is"};
    }
    skip_blank(depth);
    if (at_ == end_) {
      throw EdnError{at_, "the table ends in the middle of a form"};
    }
    EdnValue value;
    value.byte = at_;
    switch (text_[at_]) {
      case '{':
        map(value, depth);
        break;
      case '[':
        sequence(']', depth);
        break;
      case '(':
        sequence(')', depth);
        break;
      case '"':
        string(value);
        break;
      case '}':
      case ']':
      case ')':
        throw EdnError{at_, std::string("'") + text_[at_] + "' closes nothing here"};
      case '#':
        tagged(value, depth);
        break;
      default:
        token(value);
        break;
    }
    return value;
  }

  /// #{set}, #inst "…": read and not looked into.
  void tagged(EdnValue &value, int depth) {
    ++at_;
    if (at_ < end_ && text_[at_] == '{') {
      sequence('}', depth);
      return;
    }
    token(value);
    value.kind = EdnValue::Kind::other;
    form(depth + 1);
  }

  void sequence(char close, int depth) {
    const size_t open = at_++;
    for (;;) {
      skip_blank(depth);
      if (at_ == end_) {
        throw EdnError{open, std::string("'") + text_[open] + "' is never closed"};
      }
      if (text_[at_] == close) {
        ++at_;
        return;
      }
      form(depth + 1);
    }
  }

  void map(EdnValue &value, int depth) {
    value.kind = EdnValue::Kind::map;
    ++at_;
    for (;;) {
      skip_blank(depth);
      if (at_ == end_) {
        throw EdnError{value.byte, "'{' is never closed"};
      }
      if (text_[at_] == '}') {
        ++at_;
        return;
      }
      EdnValue key = form(depth + 1);
      skip_blank(depth);
      if (at_ < end_ && text_[at_] == '}') {
        throw EdnError{key.byte, "this key has no value"};
      }
      EdnValue entry = form(depth + 1);
      value.entries.push_back({std::move(key), std::move(entry)});
    }
  }

  void string(EdnValue &value) {
    value.kind = EdnValue::Kind::string;
    for (++at_; at_ < end_ && text_[at_] != '"'; ++at_) {
      if (text_[at_] != '\\') {
        value.text += text_[at_];
        continue;
      }
      ++at_;
      escape(value.text);
    }
    if (at_ >= end_) {
      throw EdnError{value.byte, "this string is never closed"};
    }
    ++at_;
  }

  void escape(std::string &out) {
    static const std::map<char, char> simple = {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'b', '\b'},
                                                {'f', '\f'}, {'"', '"'},  {'\\', '\\'}};
    const char kind = at_ < end_ ? text_[at_] : '\0';
    if (const auto found = simple.find(kind); found != simple.end()) {
      out += found->second;
      return;
    }
    if (kind != 'u') {
      throw EdnError{at_ - 1, "EDN has no such escape: expected \\n, \\t, \\r, \\b, \\f, \\\", \\\\ or \\uXXXX"};
    }
    uint32_t code_point = hex(at_ + 1);
    const size_t begin = at_ - 1;
    at_ += 4;
    if (code_point >= 0xD800 && code_point < 0xDC00 && at_ + 2 < end_ && text_[at_ + 1] == '\\' &&
        text_[at_ + 2] == 'u') {
      const uint32_t low = hex(at_ + 3);
      if (low >= 0xDC00 && low < 0xE000) {
        code_point = 0x10000 + ((code_point - 0xD800) << 10) + (low - 0xDC00);
        at_ += 6;
      }
    }
    if (code_point >= 0xD800 && code_point < 0xE000) {
      throw EdnError{begin, "half of a surrogate pair is no character"};
    }
    append_utf8(code_point, out);
  }

  uint32_t hex(size_t from) const {
    uint32_t value = 0;
    for (size_t index = from; index < from + 4; ++index) {
      const char c = index < end_ ? text_[index] : '\0';
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) {
        throw EdnError{from - 2, "\\u wants four hexadecimal digits"};
      }
      value = value * 16 + static_cast<uint32_t>(digit);
    }
    return value;
  }

  static void append_utf8(uint32_t c, std::string &out) {
    const auto put = [&out](uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | c >> 6);
      put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | c >> 12);
      put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | c >> 18);
      put(0x80 | (c >> 12 & 0x3F));
      put(0x80 | (c >> 6 & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }

  void token(EdnValue &value) {
    const size_t from = at_;
    while (at_ < end_ && !ends_token(text_[at_])) {
      at_ += text_[at_] == '\\' && at_ + 1 < end_ ? 2 : 1;  // A character literal may be a bracket.
    }
    value.text = text_.substr(from, at_ - from);
    if (value.text.size() > 1 && value.text[0] == ':') {
      value.kind = EdnValue::Kind::keyword;
      value.text.erase(0, 1);
      return;
    }
    const size_t digits = value.text.find_first_of("0123456789");
    if (digits <= 1 && value.text.find_first_not_of("0123456789", digits) == std::string::npos &&
        value.text.size() <= 18 && (digits == 0 || value.text[0] == '-' || value.text[0] == '+')) {
      value.kind = EdnValue::Kind::integer;
      value.integer = std::stoll(value.text);
    }
  }

  const std::string &text_;
  size_t at_;
  size_t end_;
};

/// The first fenced block of a Markdown page, or the whole text if there is no fence.
std::pair<size_t, size_t> table_range(const std::string &text) {
  const auto fence_at = [&text](size_t from) {
    for (size_t at = text.find("```", from); at != std::string::npos; at = text.find("```", at + 3)) {
      if (at == 0 || text[at - 1] == '\n') {
        return at;
      }
    }
    return std::string::npos;
  };
  const size_t open = fence_at(0);
  if (open == std::string::npos) {
    return {text.starts_with("\xEF\xBB\xBF") ? 3 : 0, text.size()};
  }
  const size_t begin = text.find('\n', open);
  if (begin == std::string::npos) {
    throw EdnError{open, "this fenced block is never closed"};
  }
  const size_t close = fence_at(begin);
  if (close == std::string::npos) {
    throw EdnError{open, "this fenced block is never closed"};
  }
  return {begin + 1, close};
}

class CodesReader {
 public:
  CodesReader(const std::string &file, const std::string &text, Diagnostics &diagnostics)
      : file_(file), text_(text), diagnostics_(diagnostics) {}

  std::vector<EdnCode> read(const EdnValue &table) {
    if (table.kind != EdnValue::Kind::map) {
      error(table.byte, "the table must be a map: {:name {:code 1 :msg \"text\"}}");
      return {};
    }
    for (const auto &[key, value] : table.entries) {
      entry(key, value);
    }
    return std::move(codes_);
  }

 private:
  void error(size_t byte, std::string message) {
    diagnostics_.error(position_at(file_, text_, byte), std::move(message));
  }

  void entry(const EdnValue &key, const EdnValue &value) {
    if (key.kind != EdnValue::Kind::keyword || value.kind != EdnValue::Kind::map) {
      error(key.byte, "expected an entry such as :name {:code 1 :msg \"text\"}");
      return;
    }
    EdnCode code;
    code.name = key.text;
    code.position = position_at(file_, text_, key.byte);
    bool has_code = false;
    for (const auto &[field, content] : value.entries) {
      if (field.text == "code" && field.kind == EdnValue::Kind::keyword) {
        has_code = content.kind == EdnValue::Kind::integer && content.integer >= std::numeric_limits<int32_t>::min() &&
                   content.integer <= std::numeric_limits<int32_t>::max();
        code.code = has_code ? static_cast<int32_t>(content.integer) : 0;
        if (!has_code) {
          error(content.byte, ":code must be a 32-bit integer");
          return;
        }
      } else if (field.text == "msg" && field.kind == EdnValue::Kind::keyword) {
        if (content.kind != EdnValue::Kind::string) {
          error(content.byte, ":msg must be a string");
          return;
        }
        code.text = content.text;
      }
    }
    if (!has_code) {
      error(key.byte, ":" + key.text + " has no :code");
      return;
    }
    for (const EdnCode &earlier : codes_) {
      if (earlier.code == code.code || earlier.name == code.name) {
        error(key.byte,
              (earlier.name == code.name ? "the name " + code.name : "the code " + std::to_string(code.code)) +
                  " stands in line " + std::to_string(earlier.position.line) + " already");
        return;
      }
    }
    codes_.push_back(std::move(code));
  }

  const std::string &file_;
  const std::string &text_;
  Diagnostics &diagnostics_;
  std::vector<EdnCode> codes_;
};

}  // namespace

std::vector<EdnCode> read_edn_codes(const std::string &file, const std::string &text, Diagnostics &diagnostics) {
  const auto *const data = reinterpret_cast<const uint8_t *>(text.data());
  const size_t valid_bytes = utf8_valid_bytes(data, text.size());
  if (valid_bytes < text.size()) {
    diagnostics.error(position_at(file, text, valid_bytes), "the file is not valid UTF-8 here");
    return {};
  }
  try {
    const auto [from, to] = table_range(text);
    const EdnValue table = EdnParser(text, from, to).document();
    return CodesReader(file, text, diagnostics).read(table);
  } catch (const EdnError &problem) {
    diagnostics.error(position_at(file, text, problem.byte), problem.message);
    return {};
  }
}

}  // namespace codeglot
