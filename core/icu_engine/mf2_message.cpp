// See message.h: a parsed message of MessageFormat 2.
#include "core/icu_engine/mf2_evaluator.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

class Mf2Message final : public EngineMessage {
 public:
  Mf2Message(const std::string &pattern, const std::string &locale) : locale_(locale) {
    message_ = parse_mf2(pattern, errors_);
    for (size_t index = 0; message_ && errors_.empty() && index < message_->declarations.size(); ++index) {
      declared_.emplace(message_->declarations[index].variable.name, index);
    }
  }

  Formatted format(const std::vector<NamedArgument> &arguments, const FormatContext &context) const override {
    Formatted formatted;
    if (errors_.empty()) {
      mf2::Evaluator(*message_, declared_, locale_, arguments, context, formatted).run();
    } else {
      formatted.errors = errors_;
      Part part;
      part.type = Part::Type::fallback;
      part.source = "\uFFFD";
      part.value = "{" + part.source + "}";
      formatted.parts.push_back(std::move(part));
    }
    return formatted;
  }

 private:
  mf2::MessageLocale locale_;
  std::vector<MessageError> errors_;  // Of the source.
  std::optional<mf2::Message> message_;
  mf2::DeclarationIndex declared_;
};

}  // namespace

std::unique_ptr<EngineMessage> make_mf2_message(const std::string &pattern, const std::string &locale) {
  return std::make_unique<Mf2Message>(pattern, locale);
}

}  // namespace codeglot
