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

/// "string", "number" or "date", as codes.json declares arguments.
const char *type_name(layout::Type type);

/// Where a body goes: its profile's index, locale and needs, to which lowering adds.
struct ProfileSlot {
  uint8_t index;
  const LocaleData &locale;
  ProfileNeeds &needs;
};

/// The message's body. Arguments that `declared` lacks are untyped and have no default. A message that only the ICU
/// engine can format (Message::reasons, or what is found here, which goes to `reasons`) stands in for its source.
/// Nothing, with a problem, if it exceeds a limit.
std::optional<std::string> lower(const Message &message, const std::vector<Parameter> &declared, ProfileSlot profile,
                                 std::vector<MessageProblem> &reasons, std::vector<MessageProblem> &problems);

/// The names of all arguments in the tree, each once, in order of appearance.
std::vector<std::string> argument_names(const std::vector<Node> &nodes);

}  // namespace codeglot
#endif
