// One message, lowered for one locale and run by the runtime's interpreter without a pack around it.
#ifndef CODEGLOT_COMPILER_LONE_MESSAGE_H
#define CODEGLOT_COMPILER_LONE_MESSAGE_H

#include <string>
#include <vector>

#include "core/compiler/argument_value.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/lowering.h"

namespace codeglot {

/// What the runtime prints for nodes lowered without declared types, and whether an argument was of a wrong type.
struct RuntimeAnswer {
  std::string text;
  bool wrong_type = false;
};

/// A message lowered for one locale, ready to run without a pack.
class LoneMessage {
 public:
  LoneMessage(const std::vector<Node> &nodes, const LocaleData &locale, const std::vector<Parameter> &declared = {});
  RuntimeAnswer run(const std::vector<NamedArgument> &arguments) const;

 private:
  std::string body_;
  std::string profile_;
};

}  // namespace codeglot
#endif
