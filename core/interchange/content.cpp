// See content.h.
#include "core/interchange/content.h"

#include <algorithm>
#include <cstdlib>

#include "core/syntax/mf1_parser.h"

namespace codeglot {
namespace {

using PieceKind = Piece::Kind;

std::string value_text(const Value &value) {
  std::string digits = std::to_string(std::abs(static_cast<int64_t>(value.mantissa)));
  if (value.fraction_digits > 0) {
    digits.insert(0, digits.size() <= value.fraction_digits ? value.fraction_digits + 1 - digits.size() : 0, '0');
    digits.insert(digits.size() - value.fraction_digits, ".");
  }
  return (value.mantissa < 0 ? "-" : "") + digits;
}

/// The content of a tree's nodes.
class Reader {
 public:
  explicit Reader(const std::string &source) : source_(source) {}

  std::optional<Content> read(const std::vector<Node> &nodes, std::string &reason) const {
    if (nodes.size() == 1 && is_switch(nodes[0])) {
      return read_switch(nodes[0], reason);
    }
    Content content;
    for (const Node &node : nodes) {
      if (is_switch(node)) {
        reason = "text stands beside the " + std::string(node.kind == Node::Kind::plural ? "plural" : "select") +
                 " of {" + node.text + "}: write whole sentences inside the branches";
        return std::nullopt;
      }
      const std::optional<Piece> piece = read_piece(node);
      if (!piece) {
        reason = "the placeholder of {" + node.text + "} holds text of its own, or numbers that are too long";
        return std::nullopt;
      }
      content.pieces.push_back(*piece);
    }
    return content;
  }

 private:
  static bool is_switch(const Node &node) { return node.kind == Node::Kind::plural || node.kind == Node::Kind::select; }

  std::optional<Piece> read_piece(const Node &node) const {
    switch (node.kind) {
      case Node::Kind::text:
        return Piece{PieceKind::text, node.text, ""};
      case Node::Kind::argument:
        return Piece{PieceKind::argument, "{" + node.text + "}", node.text};
      case Node::Kind::pound:
        return Piece{PieceKind::pound, "#", node.text};
      default:
        break;
    }
    const std::string text = source_.substr(node.from_byte, node.to_byte - node.from_byte);
    if (node.kind == Node::Kind::left &&
        (text.find('{', 1) != std::string::npos || text.find('#') != std::string::npos)) {
      return std::nullopt;  // A plural that is not lowered, or a choice.
    }
    return Piece{PieceKind::formatted, text, node.text};
  }

  std::optional<Content> read_switch(const Node &node, std::string &reason) const {
    Content content;
    content.kind = node.kind == Node::Kind::select ? Content::Kind::select
                   : node.ordinal                  ? Content::Kind::ordinal
                                                   : Content::Kind::plural;
    content.argument = node.text;
    content.offset = node.offset.mantissa == 0 ? "" : value_text(node.offset);
    for (const Branch &branch : node.branches) {
      const bool twice = std::any_of(content.branches.begin(), content.branches.end(),
                                     [&](const ContentBranch &other) { return other.key == branch.key; });
      if (twice) {
        reason = "the branch \"" + branch.key + "\" of {" + node.text + "} stands there twice";
        return std::nullopt;
      }
      std::optional<Content> inner = read(branch.nodes, reason);
      if (!inner) {
        return std::nullopt;
      }
      if (inner->is_flat() && inner->pieces.empty()) {
        reason = "the branch \"" + branch.key + "\" of {" + node.text +
                 "} is empty, which other tools take for \"not translated\"";
        return std::nullopt;
      }
      content.branches.push_back({branch.key, std::move(*inner)});
    }
    return content;
  }

  const std::string &source_;
};

/// Text as it must be written in MessageFormat 1.
std::string quote(const std::string &text, bool in_plural) {
  std::string result;
  bool quoted = false;
  for (const char c : text) {
    const bool special = c == '{' || c == '}' || (in_plural && c == '#');
    // A quote stays open from one to the next: closed and opened again, its two apostrophes would be one of text.
    if (c != '\'' && special != quoted) {
      result += '\'';
      quoted = special;
    }
    result += c;
    if (c == '\'') {
      result += c;
    }
  }
  return quoted ? result + '\'' : result;
}

std::string write(const Content &content, bool in_plural) {
  if (content.is_flat()) {
    return write_pieces(content.pieces, in_plural);
  }
  const char *const type = content.kind == Content::Kind::select    ? "select"
                           : content.kind == Content::Kind::ordinal ? "selectordinal"
                                                                    : "plural";
  std::string result = "{" + content.argument + ", " + type + ",";
  result += content.offset.empty() ? "" : " offset:" + content.offset;
  for (const ContentBranch &branch : content.branches) {
    result += " " + branch.key + "{" + write(branch.content, content.counts()) + "}";
  }
  return result + "}";
}

/// The same content in one spelling.
Content settled(const Content &content, const Content *parent) {
  Content result = content;
  result.pieces.clear();
  for (const Piece &piece : content.pieces) {
    const bool counted = parent != nullptr && parent->counts() && parent->offset.empty() &&
                         piece.kind == PieceKind::argument && piece.argument == parent->argument;
    if (piece.kind == PieceKind::text) {
      append_text(result.pieces, piece.text);
    } else {
      result.pieces.push_back(counted ? Piece{PieceKind::pound, "#", piece.argument} : piece);
    }
  }
  for (ContentBranch &branch : result.branches) {
    branch.content = settled(branch.content, &content);
  }
  std::stable_sort(result.branches.begin(), result.branches.end(),
                   [](const ContentBranch &left, const ContentBranch &right) { return left.key < right.key; });
  return result;
}

}  // namespace

bool Content::operator==(const Content &) const = default;

std::optional<Content> read_content(const std::string &mf1, std::string &reason) {
  std::vector<MessageProblem> problems;
  const std::optional<Message> message = parse_mf1(mf1, problems);
  if (!message) {
    reason = problems.empty() ? "it is no MessageFormat 1" : problems[0].message;
    return std::nullopt;
  }
  return Reader(mf1).read(message->nodes, reason);
}

std::optional<std::vector<Piece>> read_pieces(const std::string &mf1, const Content *parent, std::string &reason) {
  // Read inside what it is a branch of, as that decides what '#' means; a text that closes that braces is found out.
  Content whole;
  const bool counts = parent != nullptr && parent->counts();
  whole.kind = counts ? parent->kind : Content::Kind::select;
  whole.argument = parent == nullptr ? "x" : parent->argument;
  whole.branches.push_back({"other", {}});
  std::string around = write_content(whole);
  const size_t inside = around.size() - 2;
  const std::optional<Content> content = read_content(around.insert(inside, mf1), reason);
  if (!content) {
    return std::nullopt;
  }
  const bool one = !content->is_flat() && content->branches.size() == 1 && content->branches[0].content.is_flat();
  if (!one) {
    reason = "it is more than text and placeholders";
    return std::nullopt;
  }
  return content->branches[0].content.pieces;
}

std::optional<Piece> read_placeholder(const std::string &mf1) {
  if (mf1 == "#") {
    return Piece{PieceKind::pound, "#", ""};
  }
  std::string reason;
  const std::optional<std::vector<Piece>> pieces = read_pieces(mf1, nullptr, reason);
  return pieces && pieces->size() == 1 && has_placeholder(*pieces) ? std::optional(pieces->front()) : std::nullopt;
}

bool is_word(const std::string &text) {
  return !text.empty() && text.find_first_of(" \t\r\n{}#',|") == std::string::npos;
}

std::string write_pieces(const std::vector<Piece> &pieces, bool in_plural) {
  std::string result;
  std::string text;
  for (const Piece &piece : pieces) {
    if (piece.kind == PieceKind::text) {
      text += piece.text;
      continue;
    }
    result += quote(text, in_plural) + piece.text;
    text.clear();
  }
  return result + quote(text, in_plural);
}

std::string write_content(const Content &content) { return write(content, false); }

bool same_content(const Content &left, const Content &right) {
  return settled(left, nullptr) == settled(right, nullptr);
}

bool has_placeholder(const std::vector<Piece> &pieces) {
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece &piece) { return piece.kind != PieceKind::text; });
}

void append_text(std::vector<Piece> &pieces, const std::string &text) {
  if (!text.empty()) {
    if (pieces.empty() || pieces.back().kind != PieceKind::text) {
      pieces.emplace_back();
    }
    pieces.back().text += text;
  }
}

const Content *branch_for(const Content &content, const std::string &key) {
  const Content *other = nullptr;
  for (const ContentBranch &branch : content.branches) {
    if (branch.key == key) {
      return &branch.content;
    }
    other = branch.key == "other" ? &branch.content : other;
  }
  return other;
}

}  // namespace codeglot
