// See mf1_parser.h. MessagePattern gives a flat list of parts; this walks it once, as icu::MessageFormat::format does.
#include "core/syntax/mf1_parser.h"

#include <unicode/locid.h>

#include <algorithm>

#include "codeglot/limits.h"
#include "core/syntax/mf1_source.h"

namespace codeglot {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;
using Part = MessagePattern::Part;

std::string to_utf8(const UnicodeString &text) {
  std::string result;
  return text.toUTF8String(result);
}

std::string lower_trimmed(UnicodeString text) { return to_utf8(text.trim().toLower(icu::Locale::getRoot())); }

/// "12", "-0.5", "+3" as a constant; nothing if it has more digits than a program can hold, or is written otherwise.
std::optional<Value> parse_value(const std::string &text) {
  size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  int64_t mantissa = 0;
  int fraction_digits = -1;
  const size_t first = at;
  for (; at < text.size(); ++at) {
    if (text[at] == '.' && fraction_digits < 0) {
      fraction_digits = 0;
      continue;
    }
    if (text[at] < '0' || text[at] > '9' || mantissa > 99999999) {
      return std::nullopt;
    }
    mantissa = mantissa * 10 + (text[at] - '0');
    fraction_digits += fraction_digits >= 0 ? 1 : 0;
  }
  if (at == first) {
    return std::nullopt;
  }
  for (; fraction_digits > 0 && mantissa % 10 == 0; --fraction_digits) {
    mantissa /= 10;  // A whole number has no fraction digits, which the runtime counts on.
  }
  return Value{static_cast<int32_t>(text[0] == '-' ? -mantissa : mantissa),
               static_cast<uint8_t>(std::max(fraction_digits, 0))};
}

class Parser {
 public:
  Parser(const std::string &pattern, const Mf1Source &source, std::vector<MessageProblem> &problems)
      : problems_(problems), pattern_(pattern), source_(source), text_(source.text()), parts_(source.parts()) {}

  std::optional<Message> parse() {
    Message message;
    message.source = pattern_;
    int32_t part = 0;
    message.nodes = read_message(part, nullptr, 0);
    if (failed_) {
      return std::nullopt;
    }
    message.reasons = std::move(reasons_);
    return message;
  }

 private:
  void problem(int32_t unit, std::string message) {
    problems_.push_back({byte(unit), std::move(message)});
    failed_ = true;
  }

  /// Only the ICU engine can format what is here.
  void leave(Node &node, int32_t unit, std::string reason) {
    node.kind = Node::Kind::left;
    reasons_.push_back({byte(unit), std::move(reason)});
  }

  size_t byte(int32_t unit) const { return source_.byte(unit); }
  std::string substring(const Part &part) const { return to_utf8(parts_.getSubstring(part)); }

  /// Reads from a MSG_START to its MSG_LIMIT, and leaves `part` there. `plural` is the plural that '#' belongs to.
  std::vector<Node> read_message(int32_t &part, const Node *plural, int depth) {
    std::vector<Node> nodes;
    if (depth > CG_MAX_NESTING_DEPTH) {
      problem(parts_.getPart(part).getIndex(),
              "nested deeper than " + std::to_string(CG_MAX_NESTING_DEPTH) + " levels");
      part = parts_.getLimitPartIndex(part);
      return nodes;
    }
    int32_t text_from = parts_.getPart(part).getLimit();
    for (++part;; ++part) {
      const Part &here = parts_.getPart(part);
      add_text(nodes, text_from, here.getIndex());
      text_from = here.getLimit();
      switch (here.getType()) {
        case UMSGPAT_PART_TYPE_MSG_LIMIT:
          return nodes;
        case UMSGPAT_PART_TYPE_REPLACE_NUMBER: {
          Node pound = *plural;
          pound.kind = Node::Kind::pound;
          pound.style = layout::style_plain;
          pound.branches.clear();
          pound.from_byte = byte(here.getIndex());
          pound.to_byte = byte(here.getLimit());
          nodes.push_back(std::move(pound));
          break;
        }
        case UMSGPAT_PART_TYPE_ARG_START:
          nodes.push_back(read_argument(part, depth));
          text_from = parts_.getPart(part).getLimit();
          break;
        default:  // SKIP_SYNTAX, INSERT_CHAR: quoting, which is no text.
          break;
      }
    }
  }

  void add_text(std::vector<Node> &nodes, int32_t from, int32_t to) {
    if (from == to) {
      return;
    }
    if (nodes.empty() || nodes.back().kind != Node::Kind::text) {
      nodes.emplace_back();
      nodes.back().from_byte = byte(from);
    }
    nodes.back().text += to_utf8(text_.tempSubStringBetween(from, to));
    nodes.back().to_byte = byte(to);
  }

  /// Reads from an ARG_START to its ARG_LIMIT, and leaves `part` there.
  Node read_argument(int32_t &part, int depth) {
    const int32_t start = part;
    const int32_t limit = parts_.getLimitPartIndex(start);
    const UMessagePatternArgType type = parts_.getPart(start).getArgType();
    Node node;
    node.from_byte = byte(parts_.getPart(start).getIndex());
    node.to_byte = byte(parts_.getPart(limit).getLimit());
    node.text = substring(parts_.getPart(start + 1));
    part = start + 2;
    switch (type) {
      case UMSGPAT_ARG_TYPE_NONE:
        node.kind = Node::Kind::argument;
        break;
      case UMSGPAT_ARG_TYPE_SIMPLE:
        read_simple(node, part, limit);
        break;
      case UMSGPAT_ARG_TYPE_PLURAL:
      case UMSGPAT_ARG_TYPE_SELECTORDINAL:
        node.kind = Node::Kind::plural;
        node.ordinal = type == UMSGPAT_ARG_TYPE_SELECTORDINAL;
        read_plural(node, part, limit, depth);
        break;
      case UMSGPAT_ARG_TYPE_SELECT:
        node.kind = Node::Kind::select;
        read_branches(node, part, limit, depth);
        break;
      default:
        leave(node, parts_.getPart(start).getIndex(),
              "choice is not lowered: write {" + node.text + ", plural, …} instead");
        break;
    }
    if (node.kind == Node::Kind::left) {
      node.branches.clear();
    }
    part = limit;
    return node;
  }

  void read_simple(Node &node, int32_t part, int32_t limit) {
    const Part &type_part = parts_.getPart(part);
    const std::string type = lower_trimmed(parts_.getSubstring(type_part));
    UnicodeString style_text;
    if (part + 1 < limit) {
      style_text = parts_.getSubstring(parts_.getPart(part + 1));
    }
    const std::string style = lower_trimmed(style_text);
    if (type == "number") {
      node.kind = Node::Kind::number;
      if (style.empty() || style == "integer" || style == "percent") {
        node.style = style.empty()        ? layout::style_plain
                     : style == "integer" ? layout::style_integer
                                          : layout::style_percent;
        return;
      }
      node.kind = Node::Kind::formatted;
      node.format = format_of(node, false);
      return;
    }
    if (type == "date" || type == "time") {
      node.kind = Node::Kind::formatted;
      node.format = format_of(node, true);
      return;
    }
    if (type == "spellout" || type == "ordinal" || type == "duration") {
      leave(node, type_part.getIndex(), "{…, " + type + "} spells numbers by rules");
      return;
    }
    problem(type_part.getIndex(), "\"" + substring(type_part) +
                                      "\" is no argument type: expected number, date, time, spellout, ordinal, "
                                      "duration, plural, selectordinal, select or choice (U_ILLEGAL_ARGUMENT_ERROR)");
  }

  /// The placeholder alone. Its argument keeps its name, which may stand anywhere in it.
  Format format_of(const Node &node, bool date) const {
    return {Format::Syntax::mf1, pattern_.substr(node.from_byte, node.to_byte - node.from_byte), node.text, date};
  }

  void read_plural(Node &node, int32_t part, int32_t limit, int depth) {
    if (Part::hasNumericValue(parts_.getPartType(part))) {
      node.offset = constant(node, parts_.getPart(part));
      ++part;
    }
    const int32_t first = part;
    select_as(node, first, limit);
    read_branches(node, first, limit, depth);
  }

  Value constant(Node &node, const Part &part) {
    const std::optional<Value> value = parse_value(substring(part));
    if (!value) {
      leave(node, part.getIndex(), "this number has more than nine digits or an exponent");
    }
    return value.value_or(Value{0, 0});
  }

  /// Selection follows the number as the 'other' branch prints it: ICU takes the format of the first number there.
  void select_as(Node &node, int32_t part, int32_t limit) {
    for (; part < limit; part = parts_.getLimitPartIndex(part) + 1) {
      const bool is_other = parts_.partSubstringMatches(parts_.getPart(part), UnicodeString("other"));
      ++part;
      part += Part::hasNumericValue(parts_.getPartType(part)) ? 1 : 0;
      if (!is_other) {
        continue;
      }
      const int32_t message_limit = parts_.getLimitPartIndex(part);
      for (int32_t inner = part + 1; inner < message_limit; ++inner) {
        const Part &here = parts_.getPart(inner);
        if (here.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
          return;
        }
        if (here.getType() != UMSGPAT_PART_TYPE_ARG_START) {
          continue;
        }
        const UMessagePatternArgType type = here.getArgType();
        const bool prints = type == UMSGPAT_ARG_TYPE_NONE || type == UMSGPAT_ARG_TYPE_SIMPLE;
        if (prints && substring(parts_.getPart(inner + 1)) == node.text) {
          if (type == UMSGPAT_ARG_TYPE_SIMPLE) {
            select_as_simple(node, inner);
          }
          return;
        }
        inner = parts_.getLimitPartIndex(inner);
      }
      return;
    }
  }

  /// Selects as the placeholder that begins at `start` prints. By a skeleton, other than a pattern, ICU does not round
  /// here: it counts the number as it is.
  void select_as_simple(Node &node, int32_t start) {
    const int32_t limit = parts_.getLimitPartIndex(start);
    Node number;
    number.text = node.text;
    number.from_byte = byte(parts_.getPart(start).getIndex());
    number.to_byte = byte(parts_.getPart(limit).getLimit());
    const bool failed_before = failed_;
    const size_t problems_before = problems_.size();
    const size_t reasons_before = reasons_.size();
    read_simple(number, start + 2, limit);
    problems_.resize(problems_before, {0, ""});  // The branch itself reports them.
    reasons_.resize(reasons_before, {0, ""});
    failed_ = failed_before;
    node.style = number.style;
    if (number.format && !number.format->date && start + 3 < limit) {
      node.format = number.format;
      if (parts_.getSubstring(parts_.getPart(start + 3)).trim().startsWith(u"::")) {
        node.format->source = "{" + node.text + ", number, ::precision-unlimited}";
        node.unrounded = true;
      }
    }
  }

  void read_branches(Node &node, int32_t part, int32_t limit, int depth) {
    const Node plural = node;  // Before a branch is left to the ICU engine, and the node with it.
    for (; part < limit; ++part) {
      const Part &selector = parts_.getPart(part);
      Branch branch;
      branch.key = substring(selector);
      branch.from_byte = byte(selector.getIndex());
      ++part;
      if (Part::hasNumericValue(parts_.getPartType(part))) {
        branch.exact = constant(node, parts_.getPart(part));
        ++part;
      }
      branch.nodes = read_message(part, plural.kind == Node::Kind::plural ? &plural : nullptr, depth + 1);
      node.branches.push_back(std::move(branch));
    }
    if (node.branches.size() > CG_MAX_BRANCHES) {
      leave(node, parts_.getPart(limit).getIndex(), "more than " + std::to_string(CG_MAX_BRANCHES) + " branches");
    }
  }

  std::vector<MessageProblem> &problems_;
  std::vector<MessageProblem> reasons_;
  const std::string &pattern_;
  const Mf1Source &source_;
  const UnicodeString &text_;
  const MessagePattern &parts_;
  bool failed_ = false;
};

}  // namespace

std::optional<Message> parse_mf1(const std::string &pattern, std::vector<MessageProblem> &problems) {
  const Mf1Source source(pattern, CG_MAX_MESSAGE_BYTES);
  if (source.problem()) {
    problems.push_back(*source.problem());
    return std::nullopt;
  }
  return Parser(pattern, source, problems).parse();
}

}  // namespace codeglot
