// Fuzz target: a hostile MessageFormat 2 pattern, formatted with a few sets of arguments. Whatever it is, it gives text in
// UTF-8, errors at bytes of the source, and the same again when it is formatted again.
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "codeglot/limits.h"
#include "core/icu_engine/function.h"
#include "core/icu_engine/message.h"
#include "core/pack/utf8.h"
#include "target.h"

namespace {

using namespace codeglot;

bool is_utf8(const std::string &text) {
  return utf8_valid_bytes(reinterpret_cast<const uint8_t *>(text.data()), text.size()) == text.size();
}

/// Takes any operand and option, and gives them back in every way that a function can.
FunctionResult echo(const FunctionCall &call) {
  FunctionResult result;
  result.text = call.function;
  const auto *text = call.operand ? std::get_if<std::string>(&call.operand->value) : nullptr;
  if (text != nullptr) {
    result.text += *text;
    result.selection = *text;
    result.format_error = text->size() == 1 ? "one byte" : "";
    result.error = text->size() == 2 ? "two bytes" : "";
  }
  result.weaker_selection = {"other"};
  result.options = call.options;
  result.bad_option = call.options.size() > 1;
  return result;
}

const std::vector<std::vector<NamedArgument>> &argument_sets() {
  static const std::vector<std::vector<NamedArgument>> sets = {
      {},
      {{"n", int64_t{1}}, {"s", "text"}, {"d", DateTime{1136214246000, ""}}, {"x", DecimalText{"1.10"}}},
      {{"n", std::numeric_limits<double>::quiet_NaN()},
       {"s", "\xF0\x9F\xA5\x94{}|\\"},
       {"d", DateTime{-8.64e15, "America/New_York"}},
       {"x", DecimalText{std::string(CG_MAX_NUMBER_DIGITS, '9')}}},
      {{"n", -0.0}, {"s", "1"}, {"d", DateTime{1e300, "nowhere"}}, {"x", std::monostate()}},
  };
  return sets;
}

void check(const Formatted &formatted, const std::string &source) {
  const std::string text = formatted.text();
  // A source that is no UTF-8 is never shown: the whole is a fallback.
  fuzz::require(is_utf8(text), "the text is UTF-8");
  fuzz::require(text.size() <= CG_MAX_OUTPUT_BYTES, "the text ends at the limit");
  for (const MessageError &error : formatted.errors) {
    fuzz::require(error.byte <= source.size() && !error.message.empty(), "an error has a byte and a sentence");
  }
  for (const Part &part : formatted.parts) {
    std::string joined;
    for (const Part::Piece &piece : part.pieces) {
      joined += piece.value;
    }
    fuzz::require(part.pieces.empty() || joined == part.value, "pieces add up to the value");
    fuzz::require(part.type != Part::Type::fallback || part.value == "{" + part.source + "}" ||
                      text.size() == CG_MAX_OUTPUT_BYTES,
                  "a fallback shows its source");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  static const char *const locales[] = {"en", "ar-EG", "und", "cs-u-ca-hebrew"};
  FunctionRegistry functions;
  functions.add("my:echo", echo);
  const std::string source = fuzz::to_string(data, bytes);
  const std::string locale = locales[bytes % std::size(locales)];
  const std::unique_ptr<EngineMessage> message = make_mf2_message(source, locale);
  for (const std::vector<NamedArgument> &arguments : argument_sets()) {
    FormatContext context;
    context.time_zone = "Asia/Kathmandu";
    context.functions = &functions;
    const Formatted formatted = message->format(arguments, context);
    check(formatted, source);
    fuzz::require(message->format(arguments, context).text() == formatted.text(), "the same twice");
  }
  return 0;
}
