// See lone_message.h.
#include "core/compiler/lone_message.h"

#include "core/pack/pack.h"
#include "core/runtime/interpreter.h"
#include "core/runtime/spans.h"

namespace codeglot {

LoneMessage::LoneMessage(const Message &message, const LocaleData &locale, const std::vector<Parameter> &declared) {
  ProfileNeeds needs;
  const std::optional<std::string> body = lower(message, declared, {0, locale, needs}, reasons_, problems_);
  if (body) {
    body_ = *body;
    features_ = needs.features();
    profile_ = write_profile(locale, needs, features_);
  }
}

RuntimeAnswer LoneMessage::run(const std::vector<NamedArgument> &arguments) const {
  RuntimeAnswer answer;
  if (body_.empty()) {
    return answer;
  }
  const CArguments given(arguments);
  Profile profile;
  read_profile({profile_.data(), static_cast<uint32_t>(profile_.size())}, profile, features_);
  const Text body{body_.data(), static_cast<uint32_t>(body_.size())};
  Shortfall shortfall;
  Sink count(nullptr, 0);
  Spans counted(nullptr, 0);
  count.note_spans(&counted);
  run_body(body, profile, {given.data(), given.size()}, count, shortfall);
  answer.text.resize(count.finish());
  answer.spans.resize(counted.count());
  shortfall = {};
  Sink sink(answer.text.data(), answer.text.size() + 1);
  run_body(body, profile, {given.data(), given.size()}, sink, shortfall);
  sink.finish();
  Sink again(nullptr, 0);
  Spans spans(answer.spans.data(), answer.spans.size());
  again.note_spans(&spans);
  run_body(body, profile, {given.data(), given.size()}, again, shortfall);
  answer.status = shortfall.status;
  return answer;
}

}  // namespace codeglot
