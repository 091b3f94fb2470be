// Lowers a message tree to a message body (core/pack/layout.h).
#ifndef CODEGLOT_COMPILER_LOWERING_H
#define CODEGLOT_COMPILER_LOWERING_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/compiler/locale_data.h"
#include "core/syntax/message_tree.h"
#include "core/syntax/mf1_parser.h"

namespace codeglot {

/// A declared argument of a message.
struct Parameter {
  std::string name;
  layout::Type type = layout::Type::any;
  std::optional<std::string> default_value;
};

struct LoweredMessage {
  std::string body;
  ProfileNeeds needs;
};

/// The body for the profile of an index. Arguments that `declared` lacks are untyped and have no default.
std::optional<LoweredMessage> lower(const std::vector<Node> &nodes, const std::vector<Parameter> &declared,
                                    uint8_t profile, std::vector<MessageProblem> &problems);

/// The names of all arguments in the tree, each once, in order of appearance.
std::vector<std::string> argument_names(const std::vector<Node> &nodes);

}  // namespace codeglot
#endif
