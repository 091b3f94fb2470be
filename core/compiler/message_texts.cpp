// See message_texts.h.
#include "core/compiler/message_texts.h"

#include "codeglot/limits.h"
#include "core/syntax/mf1_source.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

/// MessagePattern's parts, in order: what lies between two of them on the level of a message is text.
std::vector<TextSequence> mf1_texts(const std::string &source) {
  const Mf1Source pattern(source, CG_MAX_MESSAGE_BYTES);
  if (pattern.problem()) {
    return {};
  }
  const icu::MessagePattern &parts = pattern.parts();
  std::vector<TextSequence> sequences;
  std::vector<size_t> open;  // Indexes of the sequences around here; `in_argument` for an argument.
  constexpr size_t in_argument = SIZE_MAX;
  int32_t behind = 0;
  for (int32_t index = 0; index < parts.countParts(); ++index) {
    const icu::MessagePattern::Part &part = parts.getPart(index);
    if (part.getType() == UMSGPAT_PART_TYPE_SKIP_SYNTAX || part.getType() == UMSGPAT_PART_TYPE_INSERT_CHAR) {
      continue;  // Quoting belongs to the text: nothing may come between two apostrophes.
    }
    if (!open.empty() && open.back() != in_argument && behind < part.getIndex()) {
      sequences[open.back()].texts.push_back({pattern.byte(behind), pattern.byte(part.getIndex())});
    }
    behind = part.getLimit();
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_MSG_START:
        open.push_back(sequences.size());
        sequences.emplace_back();
        sequences.back().whole = open.size() == 1;
        sequences.back().from_byte = pattern.byte(part.getLimit());
        break;
      case UMSGPAT_PART_TYPE_MSG_LIMIT:
        sequences[open.back()].to_byte = pattern.byte(part.getIndex());
        open.pop_back();
        break;
      case UMSGPAT_PART_TYPE_ARG_START:
        open.push_back(in_argument);
        break;
      case UMSGPAT_PART_TYPE_ARG_LIMIT:
        open.pop_back();
        break;
      default:
        break;
    }
  }
  return sequences;
}

std::vector<TextSequence> mf2_texts(const std::string &source) {
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> message = parse_mf2(source, errors);
  std::vector<TextSequence> sequences;
  if (!message || !errors.empty()) {
    return sequences;
  }
  const auto add = [&sequences](const mf2::Pattern &pattern) {
    TextSequence sequence;
    sequence.whole = true;
    sequence.from_byte = pattern.range.from_byte;
    sequence.to_byte = pattern.range.to_byte;
    for (const mf2::PatternPart &part : pattern.parts) {
      if (const auto *text = std::get_if<mf2::Text>(&part)) {
        sequence.texts.push_back({text->range.from_byte, text->range.to_byte});
      }
    }
    sequences.push_back(std::move(sequence));
  };
  if (message->pattern) {
    add(*message->pattern);
  }
  for (const mf2::Variant &variant : message->variants) {
    add(variant.pattern);
  }
  return sequences;
}

}  // namespace

std::vector<TextSequence> message_texts(const std::string &source, Format::Syntax syntax) {
  return syntax == Format::Syntax::mf1 ? mf1_texts(source) : mf2_texts(source);
}

}  // namespace codeglot
