// Fuzz target: the ICU engine's MessageFormat 1. The input's first byte picks the locale and the arguments, the rest is
// the pattern. Whatever it is: text in UTF-8, errors inside the pattern, pieces that add up, the same answer twice.
#include <limits>

#include "core/icu_engine/message.h"
#include "core/pack/utf8.h"
#include "target.h"

namespace {

using namespace codeglot;

const std::vector<std::vector<NamedArgument>> &argument_sets() {
  static const std::vector<std::vector<NamedArgument>> sets = {
      {},
      {{"n", int64_t{3}}, {"x", std::string("\xFF{#}")}, {"0", 1.5}, {"d", DateTime{0, "Europe/Paris"}}},
      {{"n", std::numeric_limits<double>::quiet_NaN()}, {"x", DecimalText{"1e399"}}, {"0", DateTime{1e300, "x"}}},
      {{"n", -std::numeric_limits<double>::infinity()}, {"x", 1e-12}, {"0", std::numeric_limits<int64_t>::min()}},
      {{"n", DateTime{-8.64e15, "+23:59"}}, {"x", DecimalText{"99999999999999999999"}}, {"0", {}}}};
  return sets;
}

bool is_utf8(const std::string &text) {
  return utf8_valid_bytes(reinterpret_cast<const uint8_t *>(text.data()), text.size()) == text.size();
}

void check(const Formatted &formatted, const std::string &pattern) {
  for (const MessageError &error : formatted.errors) {
    fuzz::require(error.byte <= pattern.size(), "an error is inside the pattern");
    fuzz::require(!error.message.empty(), "an error has a sentence");
  }
  for (const Part &part : formatted.parts) {
    fuzz::require(is_utf8(part.value), "a part is UTF-8");
    std::string joined;
    for (const Part::Piece &piece : part.pieces) {
      joined += piece.value;
    }
    fuzz::require(part.pieces.empty() || joined == part.value, "the pieces add up");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  if (bytes == 0) {
    return 0;
  }
  static const char *const locales[] = {"en", "ar-EG", "pl", "th", "en-u-nu-roman", "zh-u-ca-chinese", "tlh", "\xFF"};
  const std::string pattern = fuzz::to_string(data + 1, bytes - 1);
  const auto message = make_mf1_message(pattern, locales[data[0] % std::size(locales)]);
  FormatContext context;
  context.time_zone = data[0] < 128 ? "" : "America/New_York";
  for (const std::vector<NamedArgument> &arguments : argument_sets()) {
    const Formatted formatted = message->format(arguments, context);
    check(formatted, pattern);
    fuzz::require(message->format(arguments, context).text() == formatted.text(), "the same call gives the same text");
  }
  return 0;
}
