// See mf1_source.h.
#include "core/syntax/mf1_source.h"

#include <algorithm>

#include "core/pack/utf8.h"

namespace codeglot {
namespace {

using icu::UnicodeString;

const char *what_icu_found(UErrorCode code) {
  switch (code) {
    case U_UNMATCHED_BRACES:
      return "a '{' has no matching '}': close it, or write '{' in apostrophes to show it";
    case U_DEFAULT_KEYWORD_MISSING:
      return "this plural or select has no 'other' branch: add other{…}";
    case U_ARGUMENT_TYPE_MISMATCH:
      return "this argument is used in two ways that do not go together";
    case U_INDEX_OUTOFBOUNDS_ERROR:
      return "a number, a name or the nesting here is larger than MessageFormat allows";
    default:
      return "this is not MessageFormat syntax: expected {name}, {name, number}, {name, plural, …} or {name, select, …}";
  }
}

/// The innermost '{' that is still open at the end, or -1. Apostrophes quote as they do for MessagePattern.
int32_t unclosed_brace(const UnicodeString &text) {
  std::vector<int32_t> open;
  bool quoted = false;
  for (int32_t unit = 0; unit < text.length(); ++unit) {
    const char16_t character = text[unit];
    if (character == u'\'' && text.charAt(unit + 1) == u'\'') {
      ++unit;
    } else if (character == u'\'') {
      quoted = !quoted && (text.charAt(unit + 1) == u'{' || text.charAt(unit + 1) == u'}');
    } else if (character == u'{' && !quoted) {
      open.push_back(unit);
    } else if (character == u'}' && !quoted && !open.empty()) {
      open.pop_back();
    }
  }
  return open.empty() ? -1 : open.back();
}

/// How deep braces nest, not counting that some may be quoted.
int brace_depth(const std::string &pattern) {
  int depth = 0;
  int deepest = 0;
  for (const char character : pattern) {
    depth += character == '{' ? 1 : character == '}' && depth > 0 ? -1 : 0;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

std::optional<MessageProblem> harm(const std::string &pattern, size_t bytes_most) {
  const auto *const data = reinterpret_cast<const uint8_t *>(pattern.data());
  const size_t valid_bytes = utf8_valid_bytes(data, pattern.size());
  if (valid_bytes < pattern.size()) {
    return MessageProblem{valid_bytes, "the message is not valid UTF-8 here"};
  }
  if (pattern.size() > bytes_most) {
    return MessageProblem{0, "the message has more than " + std::to_string(bytes_most) + " bytes"};
  }
  if (brace_depth(pattern) > mf1_brace_depth_most) {
    return MessageProblem{0, "braces nest deeper than " + std::to_string(mf1_brace_depth_most) + " levels"};
  }
  return std::nullopt;
}

}  // namespace

Mf1Source::Mf1Source(const std::string &pattern, size_t bytes_most) : problem_(harm(pattern, bytes_most)) {
  if (problem_) {
    return;
  }
  text_ = UnicodeString::fromUTF8(pattern);
  bytes_.reserve(static_cast<size_t>(text_.length()) + 1);
  uint32_t byte = 0;
  for (int32_t unit = 0; unit < text_.length(); ++unit) {
    bytes_.push_back(byte);
    const char16_t character = text_[unit];
    byte += character < 0x80 ? 1 : character < 0x800 ? 2 : U16_IS_SURROGATE(character) ? 2 : 3;
  }
  bytes_.push_back(byte);
  parse();
}

void Mf1Source::parse() {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  parts_.parse(text_, &where, status);
  if (U_SUCCESS(status)) {
    return;
  }
  // ICU says of most unclosed braces that something else is wrong, or where the message begins.
  const int32_t open = unclosed_brace(text_);
  status = open < 0 ? status : U_UNMATCHED_BRACES;
  problem_ = {byte(open < 0 ? where.offset : open),
              std::string(what_icu_found(status)) + " (" + u_errorName(status) + ")"};
}

size_t Mf1Source::byte(int32_t unit) const {
  return bytes_[std::min(static_cast<size_t>(std::max(unit, 0)), bytes_.size() - 1)];
}

}  // namespace codeglot
