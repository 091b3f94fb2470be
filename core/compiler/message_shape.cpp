// See message_shape.h.
#include "core/compiler/message_shape.h"

#include <algorithm>

#include "codeglot/limits.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

/// Of either syntax, and more: where such a character stands, the text stays in the shape.
constexpr const char *syntax_characters = "'{}|#\\";

/// What stands in the shape for a part of the source.
struct Piece {
  size_t from_byte;
  size_t to_byte;
  std::string shape;
};

void add_text(const std::string &source, size_t from_byte, size_t to_byte, const std::string &text,
              std::vector<Piece> &pieces) {
  const bool inside = from_byte < to_byte && to_byte <= source.size();
  const std::string_view written = inside ? std::string_view(source).substr(from_byte, to_byte - from_byte)
                                          : std::string_view();
  if (!written.empty() && written == text && written.find_first_of(syntax_characters) == std::string_view::npos) {
    pieces.push_back({from_byte, to_byte, "T"});
  }
}

/// In the order of the source. Arguments are told by the order in which they come, `names`.
void collect(const std::vector<Node> &nodes, const std::string &source, const std::vector<std::string> &names,
             std::vector<Piece> &pieces) {
  for (const Node &node : nodes) {
    if (node.kind == Node::Kind::text) {
      add_text(source, node.from_byte, node.to_byte, node.text, pieces);
    } else if (has_argument(node) && node.kind != Node::Kind::pound) {
      const std::optional<size_t> at = mf1_name_byte(source, node.from_byte, node.text);
      const auto index = std::find(names.begin(), names.end(), node.text) - names.begin();
      if (at) {
        pieces.push_back({*at, *at + node.text.size(), "A" + std::to_string(index)});
      }
    }
    for (const Branch &branch : node.branches) {
      collect(branch.nodes, source, names, pieces);
    }
  }
}

void collect(const mf2::Pattern &pattern, const std::string &source, std::vector<Piece> &pieces) {
  for (const mf2::PatternPart &part : pattern.parts) {
    if (const auto *text = std::get_if<mf2::Text>(&part)) {
      add_text(source, text->range.from_byte, text->range.to_byte, text->value, pieces);
    }
  }
}

void add(std::string &shape, std::string_view text) {
  shape += std::to_string(text.size()) + ':';
  shape += text;
}

void add_source(const std::string &source, const std::vector<Piece> &pieces, std::string &shape) {
  size_t at = 0;
  for (const Piece &piece : pieces) {
    if (piece.from_byte >= at) {
      add(shape, std::string_view(source).substr(at, piece.from_byte - at));
      shape += piece.shape;
      at = piece.to_byte;
    }
  }
  add(shape, std::string_view(source).substr(at));
}

char type_letter(const std::vector<Parameter> &declared, const std::string &name) {
  const auto known = std::find_if(declared.begin(), declared.end(),
                                  [&name](const Parameter &parameter) { return parameter.name == name; });
  return known == declared.end() ? '?' : static_cast<char>('a' + static_cast<int>(known->type));
}

std::string mf1_shape(const Message &message, const std::vector<Parameter> &declared) {
  const std::vector<std::string> names = argument_names(message.nodes);
  std::string shape = "1";
  for (const std::string &name : names) {
    shape += type_letter(declared, name);
  }
  std::vector<Piece> pieces;
  collect(message.nodes, message.source, names, pieces);
  add_source(message.source, pieces, shape);
  return shape;
}

std::string mf2_shape(const Message &message, const std::vector<Parameter> &declared) {
  std::string shape = message.syntax == Format::Syntax::mf2 ? "2" : "0";
  for (const Parameter &parameter : declared) {
    shape += static_cast<char>('a' + static_cast<int>(parameter.type));
    add(shape, parameter.name);
  }
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> parsed = parse_mf2(message.source, errors);
  std::vector<Piece> pieces;
  if (parsed && parsed->pattern) {
    collect(*parsed->pattern, message.source, pieces);
  }
  for (size_t variant = 0; parsed && variant < parsed->variants.size(); ++variant) {
    collect(parsed->variants[variant].pattern, message.source, pieces);
  }
  add_source(message.source, pieces, shape);
  return shape;
}

}  // namespace

std::optional<size_t> mf1_name_byte(const std::string &source, size_t placeholder_byte, const std::string &name) {
  const size_t at = source.find_first_not_of(" \t\r\n", placeholder_byte + 1);
  const bool renamable = !name.empty() && (name[0] < '0' || name[0] > '9');  // A number is an index, to ICU.
  return renamable && at != std::string::npos && source.compare(at, name.size(), name) == 0 ? std::optional(at)
                                                                                            : std::nullopt;
}

std::string message_shape(const Message &message, const std::vector<Parameter> &declared) {
  return message.syntax == Format::Syntax::mf1 ? mf1_shape(message, declared) : mf2_shape(message, declared);
}

bool prints_its_source(const Message &message) {
  return message.source.size() < CG_MAX_MESSAGE_BYTES &&  // With its head it fits a pack.
         message.nodes.size() == 1 && message.nodes[0].kind == Node::Kind::text &&
         message.nodes[0].text == message.source &&
         message.source.find_first_of(syntax_characters) == std::string::npos;
}

}  // namespace codeglot
