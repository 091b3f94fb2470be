// See lowering.h. The runtime takes the first branch that fits, so branches are put in the order in which ICU prefers
// them: exact values, then categories, then "other"; of two alike only the first can ever be taken, and is kept.
#include "core/compiler/lowering.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "codeglot/limits.h"
#include "core/compiler/format_lowering.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using layout::Operation;

void collect_names(const std::vector<Node> &nodes, std::vector<std::string> &names) {
  for (const Node &node : nodes) {
    if (has_argument(node) && !node.text.empty() && std::find(names.begin(), names.end(), node.text) == names.end()) {
      names.push_back(node.text);
    }
    for (const Branch &branch : node.branches) {
      collect_names(branch.nodes, names);
    }
  }
}

void collect_dates(const std::vector<Node> &nodes, std::set<std::string> &names) {
  for (const Node &node : nodes) {
    if (node.format && node.format->date) {
      names.insert(node.text);
    }
    for (const Branch &branch : node.branches) {
      collect_dates(branch.nodes, names);
    }
  }
}

/// Whether a rule looks at the digits after the decimal point, and not at their number only.
bool counts_fractions(const PluralRulesSource &source) {
  return std::any_of(source.rules.begin(), source.rules.end(), [](const auto &rule) {
    const std::string condition = rule.second.substr(0, rule.second.find('@'));
    return condition.find_first_of("ft") != std::string::npos;
  });
}

class Lowering {
 public:
  Lowering(const std::vector<std::string> &parameters, bool mf2, ProfileSlot &profile,
           std::vector<MessageProblem> &reasons)
      : parameters_(parameters), mf2_(mf2), profile_(profile), reasons_(reasons) {}

  std::string nodes(const std::vector<Node> &nodes) {
    ByteWriter out;
    for (const Node &node : nodes) {
      one(node, out);
    }
    return out.bytes();
  }

 private:
  void operation(ByteWriter &out, Operation operation, const Node &node,
                 layout::Isolation isolation = layout::Isolation::none) const {
    out.byte(static_cast<uint8_t>(operation));
    const auto found = std::find(parameters_.begin(), parameters_.end(), node.text);
    out.byte(static_cast<uint8_t>((found - parameters_.begin()) | static_cast<uint8_t>(isolation)
                                                                      << layout::isolation_shift));
  }

  void leave(const Node &node, const std::string &reason) { reasons_.push_back({node.from_byte, reason}); }

  /// The argument's name in braces.
  void stand_in(const Node &node, ByteWriter &out) const {
    out.byte(static_cast<uint8_t>(Operation::text));
    out.text((mf2_ ? "{$" : "{") + node.text + "}");
  }

  /// The index of a style that MessageFormat 1 has a name for; 0 in a locale whose numbers no runtime prints.
  uint8_t style_index(layout::Style style, const Node &node) {
    if (profile_.locale.number_styles.size() <= style) {
      leave(node, profile_.locale.tag + " writes numbers without positional digits");
      return 0;
    }
    const std::optional<uint8_t> index = profile_.needs.style(profile_.locale.number_styles[style], profile_.locale);
    if (!index) {
      leave(node, "the locale's messages use more than " + std::to_string(layout::style_most) + " styles of numbers");
    }
    return index.value_or(0);
  }

  void one(const Node &node, ByteWriter &out) {
    switch (node.kind) {
      case Node::Kind::text:
        out.byte(static_cast<uint8_t>(Operation::text));
        out.text(node.text);
        break;
      case Node::Kind::isolate:
        out.byte(static_cast<uint8_t>(Operation::isolate));
        out.text(node.text);
        break;
      case Node::Kind::mark:
        out.byte(static_cast<uint8_t>(Operation::mark));
        out.text(node.text);
        break;
      case Node::Kind::argument:
        identify(node.id, out);
        operation(out, Operation::argument, node, node.isolation);
        if (profile_.locale.number_styles.size() > layout::style_plain) {
          style_index(layout::style_plain, node);
        }
        break;
      case Node::Kind::number:
        operation(out, Operation::number, node);
        out.byte(style_index(node.style, node));
        break;
      case Node::Kind::pound:
        operation(out, node.offset.mantissa == 0 ? Operation::number : Operation::number_less, node);
        out.byte(style_index(node.style, node));
        if (node.offset.mantissa != 0) {
          out.value(node.offset);
        }
        break;
      case Node::Kind::formatted:
        formatted(node, out);
        break;
      case Node::Kind::left:
        stand_in(node, out);
        break;
      case Node::Kind::plural:
        plural(node, out);
        break;
      case Node::Kind::select:
        select(node, out);
        break;
    }
  }

  /// Marks the argument that comes next.
  static void identify(const std::string &id, ByteWriter &out) {
    if (!id.empty()) {
      out.byte(static_cast<uint8_t>(Operation::mark));
      out.text(write_mark(layout::Mark::id, "", id));
    }
  }

  /// The format of a node as it is in the profile; nothing if only the ICU engine has it.
  std::optional<LoweredFormat> lowered(const Node &node) {
    std::string reason;
    std::optional<LoweredFormat> format = lower_format(*node.format, profile_.locale, reason);
    if (!format) {
      leave(node, reason);
    }
    return format;
  }

  /// Where the profile has a format; nothing, with a reason, if it can hold no more.
  std::optional<uint8_t> index_of(const LoweredFormat &format, const Node &node) {
    const std::optional<uint8_t> index = format.kind == LoweredFormat::Kind::style
                                             ? profile_.needs.style(format.record, profile_.locale)
                                             : profile_.needs.format(format.record, profile_.locale);
    if (!index) {
      leave(node, "the locale's messages use more formats than a pack can hold");
    }
    profile_.needs.cardinal = profile_.needs.cardinal || format.by_category;
    return index;
  }

  void formatted(const Node &node, ByteWriter &out) {
    const std::optional<LoweredFormat> format = lowered(node);
    const std::optional<uint8_t> index = format ? index_of(*format, node) : std::nullopt;
    if (!index) {
      stand_in(node, out);
      return;
    }
    identify(format->id, out);
    if (format->kind == LoweredFormat::Kind::style) {
      operation(out, Operation::number, node, format->isolation);
      out.byte(*index);
    } else {
      operation(out, Operation::format, node, format->isolation);
      out.byte(*index);
      out.value({0, 0});
    }
  }

  /// The style or format that a plural counts in.
  uint8_t counting_style(const Node &node) {
    if (!node.format) {
      return style_index(node.style, node);
    }
    if (node.unrounded && counts_fractions(node.ordinal ? profile_.locale.ordinal : profile_.locale.cardinal)) {
      leave(node, "ICU counts the fraction in binary where a skeleton prints it, and " + profile_.locale.tag +
                      "'s plural categories depend on its digits");
      return 0;
    }
    const std::optional<LoweredFormat> format = lowered(node);
    const std::optional<uint8_t> index = format ? index_of(*format, node) : std::nullopt;
    const bool in_formats = format && format->kind != LoweredFormat::Kind::style;
    return static_cast<uint8_t>(index.value_or(0) | (in_formats ? layout::style_of_format : uint8_t{0}));
  }

  void plural(const Node &node, ByteWriter &out) {
    operation(out, Operation::plural, node);
    ByteWriter part;
    part.byte(static_cast<uint8_t>((node.ordinal ? layout::plural_ordinal : 0) |
                                   (node.of_integer ? layout::plural_of_integer : 0)));
    profile_.needs.integers = profile_.needs.integers || node.of_integer;
    part.byte(counting_style(node));
    part.value(node.offset);
    ByteWriter exact;
    ByteWriter keyed;
    ByteWriter other;
    std::set<std::string> seen;
    const bool has_rest = std::any_of(node.branches.begin(), node.branches.end(),
                                      [](const Branch &branch) { return branch.key == "*"; });
    for (const Branch &branch : node.branches) {
      const bool rest = branch.key == (has_rest ? "*" : "other");
      const int key = rest ? layout::other : plural_key(branch.key);
      if ((!branch.exact && key < 0) || !seen.insert(branch.key).second) {
        continue;  // A category that no locale has, or a second branch of one key: never taken.
      }
      ByteWriter &into = branch.exact ? exact : rest ? other : keyed;
      into.byte(static_cast<uint8_t>(branch.exact ? static_cast<int>(layout::exact) : key));
      if (branch.exact) {
        into.value(*branch.exact);
      } else if (!rest) {
        (node.ordinal ? profile_.needs.ordinal : profile_.needs.cardinal) = true;
      }
      into.text(nodes(branch.nodes));
    }
    part.raw(exact.bytes());
    part.raw(keyed.bytes());
    part.raw(other.bytes());
    out.text(part.bytes());
  }

  void select(const Node &node, ByteWriter &out) {
    operation(out, Operation::select, node);
    ByteWriter keyed;
    ByteWriter other;
    std::set<std::string> seen;
    for (const Branch &branch : node.branches) {
      if (!seen.insert(branch.key).second) {
        continue;
      }
      ByteWriter &into = branch.key == "other" ? other : keyed;
      into.text(branch.key == "other" ? "" : branch.key);
      into.text(nodes(branch.nodes));
    }
    out.text(keyed.bytes() + other.bytes());
  }

  const std::vector<std::string> &parameters_;
  bool mf2_;
  ProfileSlot &profile_;
  std::vector<MessageProblem> &reasons_;
};

void write_parameters(const std::vector<std::string> &names, const std::vector<Parameter> &declared,
                      const Message &message, ProfileNeeds &needs, ByteWriter &out) {
  std::set<std::string> dates;
  collect_dates(message.nodes, dates);
  out.byte(static_cast<uint8_t>(names.size()));
  for (const std::string &name : names) {
    const auto known = std::find_if(declared.begin(), declared.end(),
                                    [&](const Parameter &parameter) { return parameter.name == name; });
    Parameter parameter = known == declared.end() ? Parameter{name, layout::Type::any, {}} : *known;
    if (parameter.type == layout::Type::any && dates.contains(name)) {
      parameter.type = layout::Type::date;
    }
    needs.dates = needs.dates || parameter.type == layout::Type::date;
    out.byte(static_cast<uint8_t>(static_cast<uint8_t>(parameter.type) |
                                  (message.syntax == Format::Syntax::mf1 ? 0 : layout::mf2_semantics) |
                                  (parameter.default_value ? layout::has_default : uint8_t{0})));
    out.text(name);
    if (parameter.default_value) {
      out.text(*parameter.default_value);
    }
  }
}

layout::SourceSyntax source_syntax(Format::Syntax syntax) {
  switch (syntax) {
    case Format::Syntax::mf1:
      return layout::SourceSyntax::mf1;
    case Format::Syntax::mf2:
      return layout::SourceSyntax::mf2;
    default:
      return layout::SourceSyntax::mf2_without_isolation;
  }
}

/// May throw std::length_error, from the writer, for a branch that has more bytes than a text can have.
std::string lower_unguarded(const Message &message, const std::vector<Parameter> &declared, ProfileSlot profile,
                            std::vector<MessageProblem> &reasons) {
  const std::vector<std::string> names = argument_names(message.nodes);
  const bool plain = std::all_of(message.nodes.begin(), message.nodes.end(),
                                 [](const Node &node) { return node.kind == Node::Kind::text; });
  reasons = message.reasons;
  ByteWriter program;
  if (plain) {
    for (const Node &node : message.nodes) {
      program.raw(node.text);
    }
  } else {
    write_parameters(names, declared, message, profile.needs, program);
    program.raw(Lowering(names, message.syntax != Format::Syntax::mf1, profile, reasons).nodes(message.nodes));
  }
  ByteWriter out;
  // A zone that has a name is the ICU engine's: so the source goes with every message that has a date.
  std::set<std::string> dates;
  collect_dates(message.nodes, dates);
  const bool with_source = !reasons.empty() || !dates.empty();
  out.byte(static_cast<uint8_t>(profile.index << 1 | (plain ? 0 : 1) | (with_source ? layout::body_has_source : 0) |
                                (reasons.empty() ? 0 : layout::body_stands_in)));
  if (with_source) {
    profile.needs.sources = true;
    out.text(static_cast<char>(source_syntax(message.syntax)) + message.source);
  }
  out.raw(program.bytes());
  return out.bytes();
}

}  // namespace

std::vector<std::string> argument_names(const std::vector<Node> &nodes) {
  std::vector<std::string> names;
  collect_names(nodes, names);
  return names;
}

std::optional<std::string> lower(const Message &message, const std::vector<Parameter> &declared, ProfileSlot profile,
                                 std::vector<MessageProblem> &reasons, std::vector<MessageProblem> &problems) {
  if (argument_names(message.nodes).size() > CG_MAX_ARGUMENTS) {
    problems.push_back({0, "more than " + std::to_string(CG_MAX_ARGUMENTS) + " arguments"});
    return std::nullopt;
  }
  std::optional<std::string> body;
  try {
    body = lower_unguarded(message, declared, profile, reasons);
  } catch (const std::length_error &) {
    body = std::nullopt;
  }
  if (!body || body->size() > CG_MAX_MESSAGE_BYTES) {
    problems.push_back(
        {0, "the message is larger than " + std::to_string(CG_MAX_MESSAGE_BYTES) + " bytes when compiled"});
    return std::nullopt;
  }
  return body;
}

}  // namespace codeglot
