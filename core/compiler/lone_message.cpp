// See lone_message.h.
#include "core/compiler/lone_message.h"

#include "core/pack/pack.h"
#include "core/runtime/interpreter.h"

namespace codeglot {

LoneMessage::LoneMessage(const std::vector<Node> &nodes, const LocaleData &locale,
                         const std::vector<Parameter> &declared) {
  std::vector<MessageProblem> problems;
  const std::optional<LoweredMessage> lowered = lower(nodes, declared, 0, problems);
  if (lowered) {
    body_ = lowered->body;
    profile_ = write_profile(locale, lowered->needs);
  }
}

RuntimeAnswer LoneMessage::run(const std::vector<NamedArgument> &arguments) const {
  RuntimeAnswer answer;
  if (body_.empty()) {
    return answer;
  }
  const CArguments given(arguments);
  Profile profile;
  read_profile({profile_.data(), static_cast<uint32_t>(profile_.size())}, profile);
  const Text body{body_.data(), static_cast<uint32_t>(body_.size())};
  Shortfall shortfall;
  Sink count(nullptr, 0);
  run_body(body, profile, {given.data(), given.size()}, count, shortfall);
  answer.text.resize(count.finish());
  shortfall = {};
  Sink sink(answer.text.data(), answer.text.size() + 1);
  run_body(body, profile, {given.data(), given.size()}, sink, shortfall);
  sink.finish();
  answer.wrong_type = shortfall.status == CG_WRONG_ARGUMENT_TYPE;
  return answer;
}

}  // namespace codeglot
