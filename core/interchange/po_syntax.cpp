// See po_syntax.h.
#include "core/interchange/po_syntax.h"

#include <algorithm>
#include <cstdio>

#include "core/interchange/incoming_file.h"

namespace codeglot {
namespace {

std::string quoted(const std::string &text) {
  std::string result = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
      case '\\':
        result += std::string("\\") + c;
        break;
      case '\n':
        result += "\\n";
        break;
      case '\t':
        result += "\\t";
        break;
      case '\r':
        result += "\\r";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          char octal[8];
          std::snprintf(octal, sizeof octal, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
          result += octal;
        } else {
          result += c;
        }
    }
  }
  return result + '"';
}

/// A keyword with its string, a line of the file for each line of it.
std::string write_string(const std::string &keyword, const std::string &text) {
  const size_t first_break = text.find('\n');
  if (first_break == std::string::npos || first_break + 1 == text.size()) {
    return keyword + " " + quoted(text) + "\n";
  }
  std::string result = keyword + " \"\"\n";
  for (size_t from = 0; from < text.size();) {
    const size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
    result += quoted(text.substr(from, end - from)) + "\n";
    from = end;
  }
  return result;
}

class Reader {
 public:
  Reader(const IncomingFile &file, Diagnostics &diagnostics)
      : file_(file), text_(file.text), diagnostics_(diagnostics) {}

  std::vector<PoEntry> read() {
    for (size_t from = 0; from < text_.size() && !failed_;) {
      const size_t end = std::min(text_.find('\n', from), text_.size());
      read_line(from, end);
      from = end + 1;
    }
    finish();
    return failed_ ? std::vector<PoEntry>{} : std::move(entries_);
  }

 private:
  void fail(size_t byte, const std::string &message) {
    if (!failed_) {
      diagnostics_.error(file_.position(byte), message);
    }
    failed_ = true;
  }

  void read_line(size_t from, size_t end) {
    size_t at = text_.find_first_not_of(" \t\r", from);
    if (at == std::string::npos || at >= end) {
      return;
    }
    if (text_[at] == '#') {
      read_comment(at, end);
      return;
    }
    if (text_[at] != '"') {
      const size_t word_end = std::min(text_.find_first_of(" \t\"", at), end);
      const std::string word = text_.substr(at, word_end - at);
      start_string(word, at);
      at = std::min(text_.find_first_not_of(" \t", word_end), end);
    }
    if (!failed_ && at < end && text_[at] == '"') {
      read_string(at, end);
    } else {
      fail(std::min(at, end), "expected a string in quotation marks");
    }
  }

  void read_comment(size_t at, size_t end) {
    if (has_text_) {
      finish();
    }
    const std::string line = text_.substr(at, end - at - (end > at && text_[end - 1] == '\r' ? 1 : 0));
    if (line.starts_with("#. ")) {
      entry_.comments.push_back(line.substr(3));
    } else if (line.starts_with("#,")) {
      for (size_t from = 2; from < line.size();) {
        const size_t comma = std::min(line.find(',', from), line.size());
        const size_t word = std::min(line.find_first_not_of(" \t", from), comma);
        const size_t word_end = line.find_last_not_of(" \t", comma - 1) + 1;
        entry_.flags.push_back(line.substr(word, word_end > word ? word_end - word : 0));
        from = comma + 1;
      }
    }
  }

  /// A keyword: where the strings go that follow it.
  void start_string(const std::string &word, size_t byte) {
    if ((word == "msgctxt" || word == "msgid") && has_text_) {
      finish();
    }
    if (word == "msgctxt" && !has_id_ && !entry_.context) {
      entry_.context = "";
      target_ = &*entry_.context;
    } else if (word == "msgid" && !has_id_) {
      has_id_ = true;
      target_ = &entry_.id;
    } else if (word == "msgid_plural" && has_id_ && !entry_.id_plural && !has_text_) {
      entry_.id_plural = "";
      target_ = &*entry_.id_plural;
    } else if (const std::string next = "msgstr[" + std::to_string(entry_.texts.size()) + "]";
               has_id_ && (entry_.id_plural ? word == next : word == "msgstr" && entry_.texts.empty())) {
      has_text_ = true;
      entry_.texts.emplace_back();
      target_ = &entry_.texts.back();
    } else {
      fail(byte, "\"" + word + "\" is not expected here" +
                     (has_id_ && entry_.id_plural ? ": the next is " + next : std::string()));
      return;
    }
    if (entry_.byte == 0 || word == "msgctxt") {
      entry_.byte = byte;
    }
  }

  void read_string(size_t at, size_t end) {
    if (target_ == nullptr) {
      fail(at, "this string belongs to nothing: expected msgctxt, msgid or msgstr before it");
      return;
    }
    size_t close = at + 1;
    for (; close < end && text_[close] != '"'; ++close) {
      if (text_[close] != '\\') {
        *target_ += text_[close];
      } else if (++close < end) {
        close = read_escape(close, end);
      }
    }
    if (close >= end) {
      fail(at, "this string has no closing quotation mark");
      return;
    }
    const size_t rest = text_.find_first_not_of(" \t\r", close + 1);
    if (rest < end) {
      fail(rest, "text stands behind the closing quotation mark");
    }
  }

  /// Reads what follows a backslash; its last byte.
  size_t read_escape(size_t at, size_t end) {
    static const std::string letters = "ntrabfv\"\\";
    static const std::string meanings = "\n\t\r\a\b\f\v\"\\";
    if (const size_t letter = letters.find(text_[at]); letter != std::string::npos) {
      *target_ += meanings[letter];
      return at;
    }
    unsigned value = 0;
    size_t digits = 0;
    if (text_[at] == 'x') {
      for (; digits < 2 && at + 1 < end && std::isxdigit(static_cast<unsigned char>(text_[at + 1])) != 0; ++digits) {
        value = value * 16 + static_cast<unsigned>(std::stoi(text_.substr(++at, 1), nullptr, 16));
      }
    } else {
      for (; digits < 3 && at < end && text_[at] >= '0' && text_[at] <= '7'; ++digits) {
        value = value * 8 + static_cast<unsigned>(text_[at++] - '0');
      }
      at -= digits > 0 ? 1 : 0;
    }
    if (digits == 0) {
      fail(at, "this escape is none of PO's");
    }
    *target_ += static_cast<char>(value & 0xFF);
    return at;
  }

  void finish() {
    if (has_id_ && !has_text_) {
      fail(entry_.byte, "this entry has no msgstr: the file is cut off, or the line is missing");
    }
    if (has_text_) {
      entries_.push_back(std::move(entry_));
    }
    entry_ = {};
    has_id_ = has_text_ = false;
    target_ = nullptr;
  }

  const IncomingFile &file_;
  const std::string &text_;
  Diagnostics &diagnostics_;
  std::vector<PoEntry> entries_;
  PoEntry entry_;
  std::string *target_ = nullptr;
  bool has_id_ = false;
  bool has_text_ = false;
  bool failed_ = false;
};

}  // namespace

bool PoEntry::has_flag(const std::string &flag) const {
  return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::string write_po_entry(const PoEntry &entry) {
  std::string result;
  for (const std::string &comment : entry.comments) {
    for (size_t from = 0; from <= comment.size();) {
      const size_t end = std::min(comment.find('\n', from), comment.size());
      result += "#. " + comment.substr(from, end - from) + "\n";
      from = end + 1;
    }
  }
  for (const std::string &flag : entry.flags) {
    result += "#, " + flag + "\n";
  }
  result += entry.context ? write_string("msgctxt", *entry.context) : "";
  result += write_string("msgid", entry.id);
  if (!entry.id_plural) {
    return result + write_string("msgstr", entry.texts.at(0));
  }
  result += write_string("msgid_plural", *entry.id_plural);
  for (size_t index = 0; index < entry.texts.size(); ++index) {
    result += write_string("msgstr[" + std::to_string(index) + "]", entry.texts[index]);
  }
  return result;
}

std::vector<PoEntry> read_po_entries(const IncomingFile &file, Diagnostics &diagnostics) {
  warn_if_cut(file, diagnostics);
  return Reader(file, diagnostics).read();
}

}  // namespace codeglot
