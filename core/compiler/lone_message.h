// One message, lowered for one locale and run by the runtime's interpreter without a pack around it.
#ifndef CODEGLOT_COMPILER_LONE_MESSAGE_H
#define CODEGLOT_COMPILER_LONE_MESSAGE_H

#include <string>
#include <vector>

#include "core/compiler/argument_value.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/lowering.h"

namespace codeglot {

/// What the runtime prints, and its status for it.
struct RuntimeAnswer {
  std::string text;
  cg_status status = CG_OK;
  std::vector<cg_span> spans;  // Their strings are the arguments' and the message's.
};

class LoneMessage {
 public:
  LoneMessage(const Message &message, const LocaleData &locale, const std::vector<Parameter> &declared = {});

  /// Why only the ICU engine formats all of it; none if the runtime does.
  const std::vector<MessageProblem> &reasons() const { return reasons_; }
  /// Limits that the message exceeds: then it prints nothing.
  const std::vector<MessageProblem> &problems() const { return problems_; }

  RuntimeAnswer run(const std::vector<NamedArgument> &arguments) const;

 private:
  std::string body_;
  std::string profile_;
  uint32_t features_ = 0;
  std::vector<MessageProblem> reasons_;
  std::vector<MessageProblem> problems_;
};

}  // namespace codeglot
#endif
