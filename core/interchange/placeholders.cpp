// See placeholders.h.
#include "core/interchange/placeholders.h"

#include <algorithm>
#include <array>

namespace codeglot {
namespace {

using PieceKind = Piece::Kind;
using Style = PlaceholderStyle;

const char *conversion(Style style, layout::Type type) {
  const bool number = type == layout::Type::number;
  return style == Style::apple ? (number ? "lld" : "@") : (number ? "d" : "s");
}

std::string trimmed(const std::string &text) {
  const size_t from = text.find_first_not_of(" \t");
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What a conversion is of: its word without a length, "@", "d", "s".
bool fits(const std::string &word, layout::Type type) {
  static const std::array<const char *, 9> numbers = {"d", "i", "u", "ld", "lld", "lu", "llu", "li", "lli"};
  const bool number = std::find(numbers.begin(), numbers.end(), word) != numbers.end();
  return type == layout::Type::number ? number : word == "s" || word == "@";
}

}  // namespace

Piece Placeholders::piece_of(const ExchangeArgument &argument) const {
  if (counted() == &argument) {
    return {PieceKind::pound, "#", argument.name};
  }
  return {PieceKind::argument, "{" + argument.name + "}", argument.name};
}

std::optional<std::string> Placeholders::write_one(const Piece &piece, std::string &reason) const {
  const ExchangeArgument *argument = name_.argument(piece.argument);
  if (argument == nullptr) {
    reason = piece.text + " is no argument of codes.json";
    return std::nullopt;
  }
  const bool number = argument->type == layout::Type::number;
  if (style_ == Style::i18next) {
    if (counted() == argument && piece.kind != PieceKind::formatted) {
      return "{{count}}";
    }
    const bool spelled_number = piece.text == "{" + argument->name + ", number}";
    if (argument->name == "count" && counting_) {
      reason = "{count} is what a plural counts in i18next, and this message counts another argument";
      return std::nullopt;
    }
    if (piece.kind == PieceKind::formatted && spelled_number) {
      return "{{" + argument->name + ", number}}";
    }
  }
  if (piece.kind == PieceKind::formatted || argument->type == layout::Type::date) {
    reason = piece.text + " is formatted, which the format's placeholders cannot say";
    return std::nullopt;
  }
  const std::string index = std::to_string(argument - name_.arguments.data() + 1);
  switch (style_) {
    case Style::android:
    case Style::apple:
      return "%" + index + "$" + conversion(style_, argument->type);
    case Style::python:
      return "%(" + argument->name + ")" + (number ? "d" : "s");
    case Style::i18next:
      return "{{" + argument->name + "}}";
  }
  return std::nullopt;
}

std::optional<std::string> Placeholders::write_plain(const std::vector<Piece> &pieces, bool formatted,
                                                     std::string &reason) const {
  std::string result;
  for (const Piece &piece : pieces) {
    if (piece.kind != PieceKind::text) {
      const std::optional<std::string> one = write_one(piece, reason);
      if (!one) {
        return std::nullopt;
      }
      result += *one;
      continue;
    }
    for (const char c : piece.text) {
      result += c;
      result += c == '%' && formatted && style_ != Style::i18next ? "%" : "";
    }
  }
  return result;
}

std::optional<std::string> Placeholders::write(const std::vector<Piece> &pieces, bool formatted,
                                               std::string &reason) const {
  std::optional<std::string> text = write_plain(pieces, formatted, reason);
  if (!text) {
    return std::nullopt;
  }
  std::string why;
  const std::optional<std::vector<Piece>> back = read(*text, formatted, why);
  Content before;
  Content after;
  before.pieces = pieces;
  after.pieces = back.value_or(std::vector<Piece>{});
  for (Content *content : {&before, &after}) {
    for (Piece &piece : content->pieces) {  // Here '#' and the name are the same.
      const bool counts = counted() != nullptr && piece.argument == counted()->name;
      piece = counts && piece.kind == PieceKind::argument ? piece_of(*counted()) : piece;
    }
  }
  if (!back || !same_content(before, after)) {
    reason = "its text would not come back as it is" + (why.empty() ? "" : ": " + why);
    return std::nullopt;
  }
  return text;
}

bool Placeholders::looks_formatted(const std::string &text) const {
  if (style_ == Style::i18next) {
    return text.find("{{") != std::string::npos;
  }
  for (size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 2)) {
    std::vector<Piece> pieces;
    std::string reason;
    size_t sequence = 0;
    if (text.compare(at, 2, "%%") != 0 && read_percent(text, at, sequence, pieces, reason)) {
      return true;
    }
  }
  return false;
}

std::optional<size_t> Placeholders::read_percent(const std::string &text, size_t at, size_t &sequence,
                                                 std::vector<Piece> &pieces, std::string &reason) const {
  const size_t start = at++;
  const ExchangeArgument *argument = nullptr;
  if (style_ == Style::python) {
    const size_t close = text.find(')', at);
    if (at >= text.size() || text[at] != '(' || close == std::string::npos) {
      reason = "a '%' stands alone: write %(name)s, or %% for the sign itself";
      return std::nullopt;
    }
    argument = name_.argument(text.substr(at + 1, close - at - 1));
    at = close + 1;
  } else {
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) {
      ++end;
    }
    size_t index = ++sequence;
    if (end > at && end < text.size() && text[end] == '$' && end - at < 6) {
      index = std::stoul(text.substr(at, end - at));
      at = end + 1;
    }
    argument = index >= 1 && index <= name_.arguments.size() ? &name_.arguments[index - 1] : nullptr;
  }
  size_t end = at;
  while (end < text.size() && text[end] == 'l' && end - at < 2) {
    ++end;
  }
  end += end < text.size() ? 1 : 0;
  const std::string written = text.substr(start, end - start);
  if (argument == nullptr) {
    reason = "\"" + written + "\" names no argument of this message";
    return std::nullopt;
  }
  if (!fits(text.substr(at, end - at), argument->type)) {
    reason = "\"" + written + "\" does not fit {" + argument->name + "}: write %…" +
             conversion(style_, argument->type) + ", or %% for the sign itself";
    return std::nullopt;
  }
  pieces.push_back(piece_of(*argument));
  return end;
}

std::optional<size_t> Placeholders::read_braces(const std::string &text, size_t at, std::vector<Piece> &pieces,
                                                std::string &reason) const {
  const size_t close = text.find("}}", at);
  if (close == std::string::npos) {
    reason = "\"{{\" has no \"}}\"";
    return std::nullopt;
  }
  std::string inside = trimmed(text.substr(at + 2, close - at - 2));
  inside = inside.starts_with("-") ? trimmed(inside.substr(1)) : inside;
  const size_t comma = inside.find(',');
  const std::string word = trimmed(inside.substr(0, comma));
  const ExchangeArgument *argument = word == "count" && counted() != nullptr ? counted() : name_.argument(word);
  if (argument == nullptr) {
    reason = "{{" + word + "}} names no argument of this message";
    return std::nullopt;
  }
  if (comma == std::string::npos) {
    pieces.push_back(piece_of(*argument));
  } else if (trimmed(inside.substr(comma + 1)) == "number") {
    pieces.push_back({PieceKind::formatted, "{" + argument->name + ", number}", argument->name});
  } else {
    reason = "{{" + inside + "}} has a format other than number";
    return std::nullopt;
  }
  return close + 2;
}

bool Placeholders::shows_message_format(const std::vector<Piece> &pieces) const {
  for (const Piece &piece : pieces) {
    for (size_t at = piece.kind == PieceKind::text ? piece.text.find('{') : std::string::npos; at != std::string::npos;
         at = piece.text.find('{', at + 1)) {
      const size_t end = piece.text.find_first_of(",}", at);
      if (end != std::string::npos && name_.argument(trimmed(piece.text.substr(at + 1, end - at - 1))) != nullptr) {
        return true;
      }
    }
  }
  return false;
}

std::optional<std::vector<Piece>> Placeholders::read(const std::string &text, bool formatted,
                                                     std::string &reason) const {
  std::vector<Piece> pieces;
  size_t sequence = 0;
  size_t from = 0;
  if (!formatted && looks_formatted(text)) {
    reason = "it has a placeholder, but is no format";
    return std::nullopt;
  }
  for (size_t at = 0; at < text.size();) {
    std::optional<size_t> next;
    if (style_ == Style::i18next) {
      if (text.compare(at, 3, "$t(") == 0) {
        reason = "\"$t(\" includes another text, which MessageFormat cannot";
        return std::nullopt;
      }
      if (text.compare(at, 2, "{{") != 0) {
        ++at;
        continue;
      }
      append_text(pieces, text.substr(from, at - from));
      next = read_braces(text, at, pieces, reason);
    } else {
      if (text[at] != '%' || !formatted) {
        ++at;
        continue;
      }
      append_text(pieces, text.substr(from, at - from));
      if (text.compare(at, 2, "%%") == 0) {
        append_text(pieces, "%");
        next = at + 2;
      } else {
        next = read_percent(text, at, sequence, pieces, reason);
      }
    }
    if (!next) {
      return std::nullopt;
    }
    at = from = *next;
  }
  append_text(pieces, text.substr(from));
  if (shows_message_format(pieces)) {
    reason = "it looks like MessageFormat, but is not marked as such";
    return std::nullopt;
  }
  return pieces;
}

bool is_category(const std::string &word) {
  static const std::array<const char *, 6> categories = {"zero", "one", "two", "few", "many", "other"};
  return std::find(categories.begin(), categories.end(), word) != categories.end();
}

bool is_simple_plural(const Content &content, const ExchangeName &name, bool zero_exact, bool ordinal,
                      std::string &reason) {
  const std::string argument = "{" + content.argument + "}";
  if (content.kind == Content::Kind::select) {
    reason = "it selects by " + argument + ", and the format has plurals only";
    return false;
  }
  if (content.kind == Content::Kind::ordinal && !ordinal) {
    reason = "its plural of " + argument + " is ordinal, and the format has cardinal ones only";
    return false;
  }
  if (!content.offset.empty()) {
    reason = "its plural of " + argument + " has an offset, which the format has not";
    return false;
  }
  if (name.counted() == nullptr || name.counted()->name != content.argument) {
    reason = "its plural counts " + argument + ", and the format can only count the first number";
    return false;
  }
  for (const ContentBranch &branch : content.branches) {
    if (!branch.content.is_flat()) {
      reason = "its plural of " + argument + " has branches inside its branches";
      return false;
    }
    if (!is_category(branch.key) && !(zero_exact && branch.key == "=0")) {
      reason = "its plural of " + argument + " has the exact value " + branch.key +
               ", and the format has categories only";
      return false;
    }
  }
  return true;
}

}  // namespace codeglot
