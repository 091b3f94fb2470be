// Fuzz target: parser, lowering and proof of a pattern. The input's first byte picks the locale and the syntax, the rest is
// the pattern. What is lowered must be a message that the pack reader accepts, run with any arguments.
#include <memory>

#include "codeglot/codeglot.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/lone_message.h"
#include "core/compiler/lowering.h"
#include "core/compiler/message_check.h"
#include "core/compiler/message_texts.h"
#include "core/compiler/proof.h"
#include "core/compiler/pseudo_locale.h"
#include "core/pack/writer.h"
#include "hostile_calls.h"
#include "target.h"

namespace {

using codeglot::Format;
using codeglot::LocaleData;
using codeglot::MessageProblem;
using codeglot::layout::Type;

const LocaleData &locale_for(uint8_t choice) {
  static const std::vector<LocaleData> locales = {LocaleData::load("en"),           LocaleData::load("ar-EG"),
                                                  LocaleData::load("ru"),           LocaleData::load("zh-Hans"),
                                                  LocaleData::load("hi-u-nu-deva"), LocaleData::load("pl")};
  return locales[choice % locales.size()];
}

/// Puts the message into a pack of its own and makes every call on it.
void check_pack(const std::string &body, const codeglot::ProfileNeeds &needs, const LocaleData &locale) {
  const std::string plain(2, '\0');  // Profile 0, no program, one NUL of text.
  codeglot::PackContents contents;
  contents.features = needs.features();
  contents.catalog_namespace = "fuzz";
  contents.default_locale = locale.tag;
  contents.source_locale = locale.tag;
  contents.profiles = {codeglot::write_profile(locale, needs, needs.features())};
  contents.unknown_code = plain;
  contents.unreadable_response = plain;
  contents.records = {{1, "message", body}};
  const std::string pack = codeglot::write_pack(std::move(contents));
  cg_catalog *catalog = nullptr;
  fuzz::require(cg_catalog_create(&catalog) == CG_OK, "a catalog can be made");
  fuzz::require(cg_catalog_add(catalog, pack.data(), pack.size()) == CG_OK,
                "a lowered message makes a pack that is accepted");
  fuzz::make_hostile_calls(catalog);
  cg_catalog_destroy(catalog);
}

/// A source less its text: placeholders, keys, quotes.
std::string without_texts(const std::string &source, Format::Syntax syntax) {
  std::vector<bool> is_text(source.size());
  for (const codeglot::TextSequence &sequence : codeglot::message_texts(source, syntax)) {
    for (const codeglot::TextRange &range : sequence.texts) {
      for (size_t byte = range.from_byte; byte < range.to_byte; ++byte) {
        fuzz::require(!is_text[byte], "text belongs to one level");
        is_text[byte] = true;
      }
    }
  }
  std::string result;
  for (size_t byte = 0; byte < source.size(); ++byte) {
    result += is_text[byte] ? "" : std::string(1, source[byte]);
  }
  return result;
}

void check_pseudo(const std::string &pattern, Format::Syntax syntax) {
  for (const char *tag : {codeglot::accented_locale, codeglot::mirrored_locale}) {
    const std::string disguised = codeglot::pseudo_message(pattern, syntax, tag);
    fuzz::require(without_texts(disguised, syntax) == without_texts(pattern, syntax),
                  "a pseudo-locale changes nothing but text");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  if (bytes == 0) {
    return 0;
  }
  const LocaleData &locale = locale_for(data[0]);
  const std::string pattern = fuzz::to_string(data + 1, bytes - 1);
  std::vector<MessageProblem> problems;
  static const std::vector<codeglot::Parameter> parameters = {
      {"n", Type::number, {}}, {"x", Type::string, {}}, {"d", Type::date, {}}, {"0", Type::number, {}}};
  const bool mf2 = (data[0] & 128) != 0;
  const Format::Syntax syntax = !mf2                  ? Format::Syntax::mf1
                                : (data[0] & 64) != 0 ? Format::Syntax::mf2_without_isolation
                                                      : Format::Syntax::mf2;
  const std::optional<codeglot::Message> message = codeglot::read_message(pattern, syntax, parameters, locale,
                                                                          problems);
  fuzz::require(message.has_value() == problems.empty(), "a pattern gives a message or a problem");
  for (const MessageProblem &problem : problems) {
    fuzz::require(problem.byte <= pattern.size(), "a problem is inside the pattern");
  }
  if (!message) {
    return 0;
  }
  check_pseudo(pattern, syntax);
  codeglot::ProfileNeeds needs;
  std::vector<MessageProblem> reasons;
  const std::optional<std::string> lowered = codeglot::lower(*message, parameters, {0, locale, needs}, reasons,
                                                             problems);
  fuzz::require(lowered.has_value() == problems.empty(), "a message is lowered or gives a problem");
  if (lowered) {
    check_pack(*lowered, needs, locale);
    if (data[0] % 4 == 0) {  // A quarter of the inputs: the proof takes ten times as long as all the rest.
      codeglot::prove(*message, locale, parameters, problems);
    }
    codeglot::LoneMessage(*message, locale, parameters)
        .run({{"n", int64_t{3}}, {"x", std::string("\xFF{#}")}, {"0", 1.5}});
  }
  return 0;
}
