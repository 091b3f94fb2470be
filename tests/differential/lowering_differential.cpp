// The differential test of lowering: random formats of numbers and dates, in either syntax, with random values. What the
// compiler lowers must print what the ICU engine prints, byte for byte, in the same parts and pieces.
//   codeglot_lowering_differential
// Environment: CODEGLOT_SEED (default: the time) and CODEGLOT_MESSAGES; CODEGLOT_REASONS=1 tells of each message that is
// not lowered. The seed is printed, so that a failure can be run again. On a difference: prints the case and exits 1.
#include <iostream>

#include "core/compiler/argument_value.h"
#include "core/compiler/lone_message.h"
#include "core/compiler/message_check.h"
#include "core/icu_engine/message.h"
#include "environment.h"
#include "random_format.h"

namespace differential {
namespace {

using namespace codeglot;

constexpr size_t values_per_message = 120;
constexpr size_t differences_most = 10;

const char *const locale_tags[] = {"en", "de",    "fr", "ru",    "pl", "ar",      "ar-EG", "he", "lv", "ja", "zh-Hant",
                                   "hi", "pt-BR", "sl", "cy",    "sv", "fa",      "th",    "es", "it", "ko", "tr",
                                   "bn", "en-IN", "ga", "de-CH", "my", "ff-Adlm", "mt",    "lt", "br"};

struct Counts {
  size_t messages = 0;
  size_t invalid = 0;  // Messages with an error: skeletons and options whose parts do not go together.
  size_t left = 0;     // Messages for the ICU engine.
  size_t compared = 0;
  size_t different = 0;
};

/// Parts and pieces as one line; text parts that touch are one.
class Outline {
 public:
  void add(const std::string &type, const std::string &name, const std::string &value) {
    if (type == "text" && last_is_text_) {
      text_.insert(text_.size() - 1, value);
      return;
    }
    last_is_text_ = type == "text";
    text_ += type + (name.empty() ? "" : ":" + name) + "[" + value + "]";
  }
  const std::string &text() const { return text_; }

 private:
  std::string text_;
  bool last_is_text_ = false;
};

std::string outline(const Formatted &formatted) {
  Outline result;
  for (const Part &part : formatted.parts) {
    static const char *const types[] = {"text", "string", "number", "date", "markup", "isolate", "fallback", "custom"};
    if (part.type == Part::Type::text && part.value.empty()) {
      continue;
    }
    const bool whole = part.pieces.empty();
    result.add(types[static_cast<size_t>(part.type)], part.name, whole ? part.value : "");
    if (!part.id.empty()) {
      result.add("id", "", part.id);
    }
    std::string last;
    std::string joined;
    const auto flush = [&] {
      if (!joined.empty()) {
        result.add("+" + last, "", joined);
      }
      joined.clear();
    };
    for (const Part::Piece &piece : part.pieces) {
      if (piece.type != last) {
        flush();
      }
      last = piece.type;
      joined += piece.value;
    }
    flush();
  }
  return result.text();
}

/// Whether a span says the id of the part before it.
bool has_id(const RuntimeAnswer &answer, size_t index) {
  return index < answer.spans.size() && answer.spans[index].type == CG_PART_OPTION &&
         std::string(answer.spans[index].name.data, answer.spans[index].name.bytes) == "u:id";
}

std::string outline(const RuntimeAnswer &answer) {
  Outline result;
  for (size_t index = 0; index < answer.spans.size(); ++index) {
    const cg_span &span = answer.spans[index];
    const std::string text = answer.text.substr(span.from, span.to - span.from);
    const std::string name(cg_string{span.name}.bytes == 0 ? "" : std::string(span.name.data, span.name.bytes));
    static const char *const types[] = {"text", "string", "number", "date", "markup", "isolate", "fallback", "custom"};
    const size_t next = index + (has_id(answer, index + 1) ? 2 : 1);
    const bool has_pieces = next < answer.spans.size() && answer.spans[next].type == CG_PART_PIECE;
    if (has_id(answer, index)) {
      result.add("id", "", std::string(span.value.data, span.value.bytes));
    } else if (span.type == CG_PART_PIECE) {
      result.add("+" + name, "", text);
    } else if (span.type < CG_PART_PIECE) {
      const bool named = span.type != CG_PART_FALLBACK;  // The engine says what stands in the braces instead.
      result.add(types[span.type], named ? name : "", has_pieces ? "" : text);
    }
  }
  return result.text();
}

std::string describe(const ArgumentValue &value) {
  if (const auto *date = std::get_if<DateTime>(&value)) {
    return date_text(*date);
  }
  if (const auto *integer = std::get_if<int64_t>(&value)) {
    return std::to_string(*integer);
  }
  if (const auto *number = std::get_if<double>(&value)) {
    return std::to_string(*number) + " (double)";
  }
  const auto *decimal = std::get_if<DecimalText>(&value);
  return decimal != nullptr ? decimal->digits + " (decimal)" : "";
}

class Comparison {
 public:
  Comparison(Random &random, Counts &counts) : random_(random), counts_(counts) {}

  void run(const RandomFormat &format, const LocaleData &locale) {
    static const std::vector<Parameter> parameters = {
        {"n", layout::Type::number, {}}, {"d", layout::Type::date, {}}, {"s", layout::Type::string, {}}};
    const CheckedMessage checked = check_message(format.source, format.syntax, parameters, locale);
    ++counts_.messages;
    if (!checked.tree) {
      ++counts_.invalid;
      return;
    }
    if (!checked.tree->reasons.empty()) {
      ++counts_.left;
      if (from_environment("CODEGLOT_REASONS", 0) != 0) {
        std::cout << "left in " << locale.tag << ": " << format.source << "\n  "
                  << checked.tree->reasons.front().message << '\n';
      }
      return;
    }
    const LoneMessage lowered(*checked.tree, locale, parameters);
    const bool mf1 = format.syntax == Format::Syntax::mf1;
    const auto engine = mf1 ? make_mf1_message(format.source, locale.tag) : make_mf2_message(format.source, locale.tag);
    FormatContext context;
    context.bidi = format.syntax == Format::Syntax::mf2 ? BidiIsolation::automatic : BidiIsolation::none;
    if (!compare(format, locale, lowered.run({}), engine->format({}, context), "none")) {
      return;
    }
    for (size_t round = 0; round < values_per_message; ++round) {
      // Any format may count: words for units, currencies and compact numbers follow the plural category.
      const ArgumentValue value = format.date ? random_date(random_) : random_number(random_, true);
      const std::vector<NamedArgument> arguments = {{format.date ? "d" : "n", value}, {"s", std::string("x")}};
      const Formatted expected = engine->format(arguments, context);
      const RuntimeAnswer answer = lowered.run(arguments);
      if (!expected.errors.empty() || answer.status == CG_NEEDS_ICU) {
        continue;
      }
      if (!compare(format, locale, answer, expected, describe(value))) {
        return;
      }
    }
  }

 private:
  bool compare(const RandomFormat &format, const LocaleData &locale, const RuntimeAnswer &answer,
               const Formatted &expected, const std::string &value) {
    ++counts_.compared;
    const bool same_text = answer.text == expected.text() &&
                           answer.status == (expected.errors.empty() ? CG_OK : CG_MISSING_ARGUMENT);
    if (same_text && outline(answer) == outline(expected)) {
      return true;
    }
    ++counts_.different;
    std::cerr << (same_text ? "The parts differ" : "The texts differ") << "\n  locale    " << locale.tag
              << "\n  pattern   " << format.source << "\n  value     " << value << "\n  ICU       "
              << (same_text ? outline(expected) : expected.text()) << "\n  Codeglot  "
              << (same_text ? outline(answer) : answer.text) << '\n';
    return false;
  }

  Random &random_;
  Counts &counts_;
};

int run() {
  const uint64_t seed = seed_of_run();
  const uint64_t messages = from_environment("CODEGLOT_MESSAGES", CODEGLOT_DEFAULT_MESSAGES);
  std::cout << "lowering differential: seed " << seed << std::endl;
  Random random(seed);
  std::vector<LocaleData> locales;
  for (const char *tag : locale_tags) {
    locales.push_back(LocaleData::load(tag));
  }
  Counts counts;
  Comparison comparison(random, counts);
  while (counts.messages < messages && counts.different < differences_most) {
    comparison.run(random_format(random), locales[counts.messages % locales.size()]);
  }
  std::cout << "lowering differential: " << counts.messages << " messages, " << counts.invalid << " invalid, "
            << counts.left << " left to the ICU engine\nlowering differential: " << counts.compared << " compared, "
            << counts.different << " different, seed " << seed << std::endl;
  if (counts.different > 0) {
    std::cerr << "Run it again with CODEGLOT_SEED=" << seed << '\n';
  }
  return counts.different == 0 && counts.compared > 0 ? 0 : 1;
}

}  // namespace
}  // namespace differential

int main() { return differential::run(); }
