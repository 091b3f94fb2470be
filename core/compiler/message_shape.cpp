// See message_shape.h.
#include "core/compiler/message_shape.h"

#include "codeglot/limits.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

/// Of either syntax, and more: where such a character stands, the text stays in the shape.
constexpr const char *syntax_characters = "'{}|#\\";

struct TextRange {
  size_t from_byte;
  size_t to_byte;
  const std::string *text;
};

void collect_texts(const std::vector<Node> &nodes, std::vector<TextRange> &ranges) {
  for (const Node &node : nodes) {
    if (node.kind == Node::Kind::text) {
      ranges.push_back({node.from_byte, node.to_byte, &node.text});
    }
    for (const Branch &branch : node.branches) {
      collect_texts(branch.nodes, ranges);
    }
  }
}

void collect_texts(const mf2::Pattern &pattern, std::vector<TextRange> &ranges) {
  for (const mf2::PatternPart &part : pattern.parts) {
    if (const auto *text = std::get_if<mf2::Text>(&part)) {
      ranges.push_back({text->range.from_byte, text->range.to_byte, &text->value});
    }
  }
}

void add(std::string &shape, std::string_view text) {
  shape += std::to_string(text.size()) + ':';
  shape += text;
}

void add_source(const std::string &source, const std::vector<TextRange> &texts, std::string &shape) {
  size_t at = 0;
  for (const TextRange &range : texts) {
    const bool follows = range.from_byte >= at && range.to_byte <= source.size() && range.from_byte < range.to_byte;
    const std::string_view written = follows ? std::string_view(source).substr(range.from_byte,
                                                                               range.to_byte - range.from_byte)
                                             : std::string_view();
    if (written.empty() || written != *range.text ||
        written.find_first_of(syntax_characters) != std::string_view::npos) {
      continue;
    }
    add(shape, std::string_view(source).substr(at, range.from_byte - at));
    at = range.to_byte;
  }
  add(shape, std::string_view(source).substr(at));
}

}  // namespace

std::string message_shape(const Message &message, const std::vector<Parameter> &declared) {
  std::string shape(1, static_cast<char>('0' + static_cast<int>(message.syntax)));
  for (const Parameter &parameter : declared) {
    shape += static_cast<char>('a' + static_cast<int>(parameter.type));
    add(shape, parameter.name);
  }
  shape += '=';
  std::vector<TextRange> texts;
  if (message.syntax == Format::Syntax::mf1) {
    collect_texts(message.nodes, texts);
    add_source(message.source, texts, shape);
    return shape;
  }
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> parsed = parse_mf2(message.source, errors);
  if (parsed && parsed->pattern) {
    collect_texts(*parsed->pattern, texts);
  }
  for (size_t variant = 0; parsed && variant < parsed->variants.size(); ++variant) {
    collect_texts(parsed->variants[variant].pattern, texts);
  }
  add_source(message.source, texts, shape);
  return shape;
}

bool prints_its_source(const Message &message) {
  return message.source.size() < CG_MAX_MESSAGE_BYTES &&  // With its head it fits a pack.
         message.nodes.size() == 1 && message.nodes[0].kind == Node::Kind::text &&
         message.nodes[0].text == message.source &&
         message.source.find_first_of(syntax_characters) == std::string::npos;
}

}  // namespace codeglot
