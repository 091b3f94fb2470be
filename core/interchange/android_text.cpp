// See android_text.h.
#include "core/interchange/android_text.h"

#include <cstdio>
#include <cstdlib>

#include "core/interchange/xml_file.h"

namespace codeglot {
namespace {

std::string code_unit(uint32_t code_point) {
  char text[16];
  std::snprintf(text, sizeof text, "\\u%04X", static_cast<unsigned>(code_point & 0xFFFF));
  return text;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The code unit of four hexadecimal digits, or -1.
long read_unit(const std::string &text, size_t at) {
  const std::string digits = text.substr(at, 4);
  return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos
             ? std::strtol(digits.c_str(), nullptr, 16)
             : -1;
}

}  // namespace

std::vector<std::string> escape_android(const std::vector<std::string> &runs) {
  size_t left = 0;
  for (const std::string &run : runs) {
    left += run.size();
  }
  std::vector<std::string> result;
  bool start = true;
  bool after_space = true;  // Space at the start, at the end and behind space would be lost.
  for (const std::string &run : runs) {
    std::string text;
    for (size_t at = 0; at < run.size();) {
      const auto [code_point, bytes] = code_point_at(run, at);
      left -= bytes;
      const bool space = code_point == ' ';
      if (space) {
        text += after_space || left == 0 ? "\\u0020" : " ";
      } else if (code_point == '\n' || code_point == '\t') {
        text += code_point == '\n' ? "\\n" : "\\t";
      } else if (code_point == '\'' || code_point == '"' || code_point == '\\' ||
                 (start && (code_point == '@' || code_point == '?'))) {
        text += std::string("\\") + static_cast<char>(code_point);
      } else if (code_point < 0x20 || code_point == 0x7F || !is_xml_character(code_point)) {
        text += code_unit(code_point);
      } else {
        text += run.substr(at, bytes);
      }
      after_space = space;
      start = false;
      at += bytes;
    }
    result.push_back(text);
  }
  return result;
}

std::optional<std::string> unescape_android(const std::string &text, std::string &reason) {
  std::string result;
  bool quoted = false;
  bool space = false;  // Before what comes next.
  bool begun = false;
  const auto add = [&](const std::string &more) {
    result += space && begun ? " " : "";
    result += more;
    space = false;
    begun = true;
  };
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_space(c) && !quoted) {
      space = true;
    } else if (c == '"') {
      quoted = !quoted;
      add("");
    } else if (c == '\'' && !quoted) {
      reason = "an apostrophe must be written \\'";
      return std::nullopt;
    } else if (!begun && !quoted && (c == '@' || c == '?')) {
      reason = "it refers to another resource: write \\" + std::string(1, c) + " for the sign itself";
      return std::nullopt;
    } else if (c != '\\') {
      add(std::string(1, c));
    } else if (++at == text.size()) {
      reason = "it ends with a backslash: write \\\\ for the sign itself";
      return std::nullopt;
    } else if (text[at] == 'u') {
      long unit = read_unit(text, at + 1);
      at += 4;
      if (unit >= 0xD800 && unit < 0xDC00 && text.compare(at + 1, 2, "\\u") == 0) {
        const long low = read_unit(text, at + 3);
        unit = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00) : -1;
        at += 6;
      }
      if (unit < 0 || (unit >= 0xD800 && unit < 0xE000)) {
        reason = "\\u needs four hexadecimal digits of a character";
        return std::nullopt;
      }
      add(to_utf8(static_cast<uint32_t>(unit)));
    } else {
      add(text[at] == 'n' ? "\n" : text[at] == 't' ? "\t" : std::string(1, text[at]));
    }
  }
  if (quoted) {
    reason = "a quotation mark is not closed: write \\\" for the sign itself";
    return std::nullopt;
  }
  return result;
}

}  // namespace codeglot
