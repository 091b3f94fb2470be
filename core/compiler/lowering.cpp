// See lowering.h. The runtime takes the first branch that fits, so branches are put in the order in which ICU prefers
// them: exact values, then categories, then "other"; of two alike only the first can ever be taken, and is kept.
#include "core/compiler/lowering.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "codeglot/limits.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using layout::Operation;

void collect_names(const std::vector<Node> &nodes, std::vector<std::string> &names) {
  for (const Node &node : nodes) {
    if (node.kind != Node::Kind::text && std::find(names.begin(), names.end(), node.text) == names.end()) {
      names.push_back(node.text);
    }
    for (const Branch &branch : node.branches) {
      collect_names(branch.nodes, names);
    }
  }
}

class Lowering {
 public:
  explicit Lowering(const std::vector<std::string> &parameters) : parameters_(parameters) {}

  std::string nodes(const std::vector<Node> &nodes) {
    ByteWriter out;
    for (const Node &node : nodes) {
      one(node, out);
    }
    return out.bytes();
  }

  ProfileNeeds needs;

 private:
  void operation(ByteWriter &out, Operation operation, const Node &node) const {
    out.byte(static_cast<uint8_t>(operation));
    const auto found = std::find(parameters_.begin(), parameters_.end(), node.text);
    out.byte(static_cast<uint8_t>(found - parameters_.begin()));
  }

  void use_style(uint8_t style) { needs.styles = std::max(needs.styles, static_cast<uint8_t>(style + 1)); }

  void one(const Node &node, ByteWriter &out) {
    switch (node.kind) {
      case Node::Kind::text:
        out.byte(static_cast<uint8_t>(Operation::text));
        out.text(node.text);
        break;
      case Node::Kind::argument:
        operation(out, Operation::argument, node);
        use_style(layout::style_plain);
        break;
      case Node::Kind::number:
        operation(out, Operation::number, node);
        out.byte(node.style);
        use_style(node.style);
        break;
      case Node::Kind::pound:
        operation(out, node.offset.mantissa == 0 ? Operation::number : Operation::number_less, node);
        out.byte(node.style);
        if (node.offset.mantissa != 0) {
          out.value(node.offset);
        }
        use_style(node.style);
        break;
      case Node::Kind::plural:
        plural(node, out);
        break;
      case Node::Kind::select:
        select(node, out);
        break;
    }
  }

  void plural(const Node &node, ByteWriter &out) {
    operation(out, Operation::plural, node);
    ByteWriter part;
    part.byte(node.ordinal ? layout::plural_ordinal : uint8_t{0});
    part.byte(node.style);
    part.value(node.offset);
    use_style(node.style);
    ByteWriter exact;
    ByteWriter keyed;
    ByteWriter other;
    std::set<std::string> seen;
    for (const Branch &branch : node.branches) {
      const int key = plural_key(branch.key);
      if ((!branch.exact && key < 0) || !seen.insert(branch.key).second) {
        continue;  // A category that no locale has, or a second branch of one key: never taken.
      }
      ByteWriter &into = branch.exact ? exact : key == layout::other ? other : keyed;
      into.byte(static_cast<uint8_t>(branch.exact ? static_cast<int>(layout::exact) : key));
      if (branch.exact) {
        into.value(*branch.exact);
      } else if (key != layout::other) {
        (node.ordinal ? needs.ordinal : needs.cardinal) = true;
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
};

}  // namespace

std::vector<std::string> argument_names(const std::vector<Node> &nodes) {
  std::vector<std::string> names;
  collect_names(nodes, names);
  return names;
}

namespace {

/// May throw std::length_error, from the writer, for a branch that has more bytes than a text can have.
std::optional<LoweredMessage> lower_unguarded(const std::vector<Node> &nodes, const std::vector<Parameter> &declared,
                                              uint8_t profile) {
  const std::vector<std::string> names = argument_names(nodes);
  ByteWriter out;
  LoweredMessage result;
  out.byte(static_cast<uint8_t>(profile << 1 | (names.empty() ? 0 : 1)));
  if (names.empty()) {
    for (const Node &node : nodes) {
      out.raw(node.text);
    }
  } else {
    out.byte(static_cast<uint8_t>(names.size()));
    for (const std::string &name : names) {
      const auto known = std::find_if(declared.begin(), declared.end(),
                                      [&](const Parameter &parameter) { return parameter.name == name; });
      const Parameter parameter = known == declared.end() ? Parameter{name, layout::Type::any, {}} : *known;
      out.byte(static_cast<uint8_t>(static_cast<uint8_t>(parameter.type) |
                                    (parameter.default_value ? layout::has_default : uint8_t{0})));
      out.text(name);
      if (parameter.default_value) {
        out.text(*parameter.default_value);
      }
    }
    Lowering lowering(names);
    out.raw(lowering.nodes(nodes));
    result.needs = lowering.needs;
  }
  if (out.bytes().size() > CG_MAX_MESSAGE_BYTES) {
    return std::nullopt;
  }
  result.body = out.bytes();
  return result;
}

}  // namespace

std::optional<LoweredMessage> lower(const std::vector<Node> &nodes, const std::vector<Parameter> &declared,
                                    uint8_t profile, std::vector<MessageProblem> &problems) {
  if (argument_names(nodes).size() > CG_MAX_ARGUMENTS) {
    problems.push_back({0, "more than " + std::to_string(CG_MAX_ARGUMENTS) + " arguments"});
    return std::nullopt;
  }
  std::optional<LoweredMessage> lowered;
  try {
    lowered = lower_unguarded(nodes, declared, profile);
  } catch (const std::length_error &) {
    lowered = std::nullopt;
  }
  if (!lowered) {
    problems.push_back(
        {0, "the message is larger than " + std::to_string(CG_MAX_MESSAGE_BYTES) + " bytes when compiled"});
  }
  return lowered;
}

}  // namespace codeglot
