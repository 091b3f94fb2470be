// See proof.h.
#include "core/compiler/proof.h"

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <set>

#include "core/compiler/lone_message.h"
#include "core/compiler/probes.h"
#include "core/icu_engine/message.h"

namespace codeglot {
namespace {

using icu::Formattable;
using icu::UnicodeString;

UnicodeString utf16(const std::string &text) { return UnicodeString::fromUTF8(text); }

Formattable to_formattable(const ArgumentValue &value) {
  if (const auto *text = std::get_if<std::string>(&value)) {
    return Formattable(utf16(*text));
  }
  if (const auto *integer = std::get_if<int64_t>(&value)) {
    return Formattable(*integer);
  }
  if (const auto *number = std::get_if<double>(&value)) {
    return Formattable(*number);
  }
  if (const auto *decimal = std::get_if<DecimalText>(&value)) {
    UErrorCode status = U_ZERO_ERROR;
    return Formattable(icu::StringPiece(decimal->digits), status);
  }
  return Formattable(0.0, Formattable::kIsDate);
}

IcuAnswer run_icu(const icu::MessageFormat &format, const std::vector<NamedArgument> &arguments) {
  std::vector<UnicodeString> names;
  std::vector<Formattable> values;
  for (const NamedArgument &argument : arguments) {
    names.push_back(utf16(argument.name));
    values.push_back(to_formattable(argument.value));
  }
  names.emplace_back();  // So that data() is not null where there is no argument.
  values.emplace_back();
  UErrorCode status = U_ZERO_ERROR;
  UnicodeString text;
  format.format(names.data(), values.data(), static_cast<int32_t>(arguments.size()), text, status);
  IcuAnswer answer;
  text.toUTF8String(answer.text);
  answer.error = U_FAILURE(status) ? u_errorName(status) : "";
  return answer;
}

/// How a tree uses one argument.
struct Use {
  bool printed = false;   // {x}: anything goes,
  bool string = false;    // unless it is declared a string
  bool declared = false;  // or of another type.
  bool number = false;
  bool counted = false;    // A plural selects on it, or what stands around it may depend on its category.
  bool formatted = false;  // It has a format, which has been proved alone.
  bool offset = false;
  bool date = false;
  std::set<std::string> keys;  // Of selects.
  std::vector<Value> exact;
};

void collect_uses(const std::vector<Node> &nodes, std::map<std::string, Use> &uses) {
  for (const Node &node : nodes) {
    if (!has_argument(node)) {
      continue;
    }
    Use &use = uses[node.text];
    use.printed = use.printed || node.kind == Node::Kind::argument;
    use.formatted = use.formatted || node.format;
    use.date = use.date || (node.format && node.format->date);
    use.number = use.number || node.kind == Node::Kind::number || node.kind == Node::Kind::plural ||
                 (node.format && !node.format->date);
    use.counted = use.counted || node.kind == Node::Kind::plural || node.kind == Node::Kind::formatted;
    use.offset = use.offset || (node.kind == Node::Kind::plural && node.offset.mantissa != 0);
    for (const Branch &branch : node.branches) {
      if (node.kind == Node::Kind::select) {
        use.keys.insert(branch.key);
      } else if (branch.exact) {
        use.exact.push_back(*branch.exact);
      }
      collect_uses(branch.nodes, uses);
    }
  }
}

std::string to_text(Value value) {
  std::string digits = std::to_string(std::abs(value.mantissa));
  if (value.fraction_digits > 0) {
    digits.insert(0, std::max(0, value.fraction_digits + 1 - static_cast<int>(digits.size())), '0');
    digits.insert(digits.size() - value.fraction_digits, ".");
  }
  return (value.mantissa < 0 ? "-" : "") + digits;
}

std::vector<ArgumentValue> number_probes(const Use &use, const LocaleData &locale) {
  std::vector<ArgumentValue> probes;
  for (const int64_t integer :
       {0,      1,       2,       3,       4,       5,         6,    7,    10,    11,      12,
        14,     19,      20,      21,      22,      25,        42,   99,   100,   101,     102,
        103,    111,     121,     999,     1000,    1001,      1234, 9999, 10000, 12345,   100000,
        123456, 1000000, 1000001, 2000000, 1234567, 123456789, -1,   -2,   -21,   -1234567}) {
    probes.emplace_back(integer);
  }
  for (const double number : {0.1, 0.5, 1.0, 1.5, 2.5, 0.25, 1.25, 99.995, 999.999, 1234.5, 1e15, -0.0, -0.5, -1.5}) {
    probes.emplace_back(number);
  }
  for (const PluralRulesSource *source : {&locale.cardinal, &locale.ordinal}) {
    for (const std::string &sample : source->samples()) {
      probes.emplace_back(std::stod(sample));
    }
  }
  for (const Value exact : use.exact) {
    for (const double nearby : {-1.0, 0.0, 1.0}) {
      probes.emplace_back(std::stod(to_text(exact)) + nearby);
    }
  }
  if (!use.offset) {
    // With an offset ICU subtracts in binary floating point, which shows in these; the runtime subtracts exactly.
    for (const double number : {1.0004, 1.0005, 1.0015, 0.0005, 0.0015, 2.0006, 99.9995, 999.9996, -0.0001,
                                9007199254740991.0, 1e21, 5e-324}) {
      probes.emplace_back(number);
    }
    for (const double number : {0.0004, 2.0004, 3.0004, 5.0004, 6.0004, 11.0004}) {
      probes.emplace_back(number);  // Printed as an integer: whether its category is that of the integer depends.
    }
    probes.emplace_back(DecimalText{"1234567890.123456"});
    if (!use.counted) {
      // ICU counts these by the nearest double's binary digits, not by those that it prints, as UTS #35 wants.
      probes.emplace_back(std::numeric_limits<double>::max());
      probes.emplace_back(DecimalText{"12345678901234567890123.456"});
    }
    if (!use.formatted) {
      probes.emplace_back(std::numeric_limits<int64_t>::max());
      probes.emplace_back(std::numeric_limits<int64_t>::min());
    }
    probes.emplace_back(DecimalText{"1.10"});
  }
  probes.emplace_back(std::numeric_limits<double>::infinity());
  probes.emplace_back(-std::numeric_limits<double>::infinity());
  probes.emplace_back(std::numeric_limits<double>::quiet_NaN());
  return probes;
}

std::vector<ArgumentValue> string_probes(const Use &use) {
  std::vector<ArgumentValue> probes;
  for (const char *text : {"", "Ada", "{x} it's #", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                           "\xE2\x80\xAE"
                           "abc\xE2\x80\xAC",
                           "\xF0\x9F\x98\x80", "other"}) {
    probes.emplace_back(std::string(text));
  }
  for (const std::string &key : use.keys) {
    probes.emplace_back(key);
  }
  return probes;
}

std::vector<ArgumentValue> message_date_probes() {
  // Each format has been proved alone, on all of them; here a few show that it stands where it should.
  std::vector<ArgumentValue> probes;
  const std::vector<DateTime> &dates = date_probes();
  for (size_t index = 0; index < dates.size(); index += 37) {
    probes.emplace_back(dates[index]);
  }
  return probes;
}

/// Argument sets that together take every argument through all its probes, and every pair of neighbours through many.
std::vector<std::vector<NamedArgument>> probe_sets(const std::map<std::string, Use> &uses, const LocaleData &locale) {
  std::vector<std::pair<std::string, std::vector<ArgumentValue>>> probes;
  size_t most = 1;
  for (const auto &[name, use] : uses) {
    const bool as_string = use.string || (!use.keys.empty() && !use.number);
    std::vector<ArgumentValue> values = use.date    ? message_date_probes()
                                        : as_string ? string_probes(use)
                                                    : number_probes(use, locale);
    if (use.printed && !use.number && !use.date && !use.string && !use.declared && use.keys.empty()) {
      const std::vector<ArgumentValue> strings = string_probes(use);
      values.insert(values.begin(), strings.begin(), strings.end());
    }
    most = std::max(most, values.size());
    probes.emplace_back(name, std::move(values));
  }
  std::vector<std::vector<NamedArgument>> sets;
  // Each further argument steps at its own pace, so that the rounds pair its values with the others' in new ways.
  const size_t rounds = probes.size() < 2 ? 1 : 4;
  for (size_t index = 0; index < most * rounds; ++index) {
    std::vector<NamedArgument> set;
    for (size_t which = 0; which < probes.size(); ++which) {
      const auto &[name, values] = probes[which];
      set.push_back({name, values[(index + which * (index / most + index / values.size())) % values.size()]});
    }
    sets.push_back(std::move(set));
  }
  sets.emplace_back();  // No argument at all: each prints its name in braces.
  return sets;
}

std::map<std::string, Use> uses_of(const Message &message, const std::vector<Parameter> &declared) {
  std::map<std::string, Use> uses;
  collect_uses(message.nodes, uses);
  for (auto &[name, use] : uses) {
    const auto known = std::find_if(declared.begin(), declared.end(),
                                    [&name = name](const Parameter &parameter) { return parameter.name == name; });
    use.declared = known != declared.end() && known->type != layout::Type::any;
    use.string = known != declared.end() && known->type == layout::Type::string;
  }
  return uses;
}

/// What ICU, or the ICU engine, makes of a source.
class Reference {
 public:
  Reference(const Message &message, const LocaleData &locale, const std::map<std::string, Use> &uses)
      : mf1_(message.syntax == Format::Syntax::mf1), uses_(uses) {
    const bool dates = std::any_of(uses.begin(), uses.end(), [](const auto &use) { return use.second.date; });
    UErrorCode status = U_ZERO_ERROR;
    if (mf1_ && !dates) {
      format_ = std::make_unique<icu::MessageFormat>(utf16(message.source),
                                                     icu::Locale::forLanguageTag(locale.tag, status), status);
      error_ = U_FAILURE(status) ? u_errorName(status) : "";
      return;
    }
    message_ = mf1_ ? make_mf1_message(message.source, locale.tag) : make_mf2_message(message.source, locale.tag);
    context_.bidi = message.syntax == Format::Syntax::mf2 ? BidiIsolation::automatic : BidiIsolation::none;
  }

  const std::string &error() const { return error_; }

  /// Nothing where ICU has no answer to compare with. `complete` becomes true once nothing is wrong; else `error` says
  /// what is.
  std::optional<std::string> print(const std::vector<NamedArgument> &arguments, bool &complete,
                                   std::string &error) const {
    if (format_) {
      const IcuAnswer answer = run_icu(*format_, arguments);
      complete = complete || answer.error.empty();
      return answer.error.empty() ? std::optional(answer.text) : std::nullopt;
    }
    const Formatted formatted = message_->format(arguments, context_);
    complete = complete || formatted.errors.empty();
    error = formatted.errors.empty() ? error : formatted.errors.front().message;
    return lacks_arguments_only(formatted) ? std::optional(formatted.text()) : std::nullopt;
  }

 private:
  /// Whether nothing is wrong, or what is wrong comes from an argument that is absent, and stands under its own name: MF2
  /// shows a local variable instead, where there is one.
  bool lacks_arguments_only(const Formatted &formatted) const {
    const auto follows = [&](const MessageError &error) {
      return error.kind == ErrorKind::unresolved_variable ||
             (!mf1_ && (error.kind == ErrorKind::bad_operand || error.kind == ErrorKind::bad_selector));
    };
    const auto named = [&](const Part &part) {
      return mf1_ || part.type != Part::Type::fallback || uses_.contains(part.source.substr(1));
    };
    return formatted.errors.empty() || (formatted.errors.front().kind == ErrorKind::unresolved_variable &&
                                        std::all_of(formatted.errors.begin(), formatted.errors.end(), follows) &&
                                        std::all_of(formatted.parts.begin(), formatted.parts.end(), named));
  }

  bool mf1_;
  const std::map<std::string, Use> &uses_;
  std::unique_ptr<icu::MessageFormat> format_;
  std::unique_ptr<EngineMessage> message_;
  FormatContext context_;
  std::string error_;
};

bool prove_message(const Message &message, size_t byte, const LocaleData &locale,
                   const std::vector<Parameter> &declared, std::vector<MessageProblem> &problems) {
  const std::map<std::string, Use> uses = uses_of(message, declared);
  std::vector<Parameter> without_defaults = declared;  // ICU has none.
  for (Parameter &parameter : without_defaults) {
    parameter.default_value.reset();
  }
  const LoneMessage lowered(message, locale, without_defaults);
  if (!lowered.reasons().empty()) {
    problems.insert(problems.end(), lowered.reasons().begin(), lowered.reasons().end());
    return false;
  }
  const Reference reference(message, locale, uses);
  if (!reference.error().empty()) {
    problems.push_back({byte, "ICU cannot format this message: " + reference.error()});
    return false;
  }
  bool complete = false;
  std::string error;
  for (const std::vector<NamedArgument> &arguments : probe_sets(uses, locale)) {
    const std::optional<std::string> expected = reference.print(arguments, complete, error);
    if (!expected) {
      continue;  // ICU has no answer to compare with: an argument used both as a number and as text.
    }
    const RuntimeAnswer answer = lowered.run(arguments);
    if (answer.status != CG_NEEDS_ICU && answer.text != *expected) {
      problems.push_back({byte, "ICU prints \"" + *expected + "\" here, the lowered program \"" + answer.text +
                                    "\", for " + describe(arguments)});
      return false;
    }
  }
  if (!complete && message.syntax != Format::Syntax::mf1) {
    problems.push_back({byte, error});  // Whatever it is given: the ICU engine tells the error each time.
    return false;
  }
  return true;
}

bool prove_placeholders(const std::vector<Node> &nodes, const Message &whole, const LocaleData &locale,
                        const std::vector<Parameter> &declared, std::vector<MessageProblem> &problems) {
  bool proved = true;
  for (const Node &node : nodes) {
    if (node.kind == Node::Kind::text || node.kind == Node::Kind::pound) {
      continue;  // A '#' means nothing outside its plural, and is proved with it.
    }
    Message placeholder;
    placeholder.source = whole.source.substr(node.from_byte, node.to_byte - node.from_byte);
    placeholder.nodes = {node};
    proved = prove_message(placeholder, node.from_byte, locale, declared, problems) && proved;
    for (const Branch &branch : node.branches) {
      proved = prove_placeholders(branch.nodes, whole, locale, declared, problems) && proved;
    }
  }
  return proved;
}

}  // namespace

IcuAnswer format_with_icu(const std::string &pattern, const std::string &locale,
                          const std::vector<NamedArgument> &arguments) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(utf16(pattern), icu::Locale::forLanguageTag(locale, status), status);
  return U_SUCCESS(status) ? run_icu(format, arguments) : IcuAnswer{"", u_errorName(status)};
}

std::vector<std::vector<NamedArgument>> probe_sets(const Message &message, const std::vector<Parameter> &declared,
                                                   const LocaleData &locale) {
  return probe_sets(uses_of(message, declared), locale);
}

std::string describe(const std::vector<NamedArgument> &arguments) {
  std::string result;
  for (const NamedArgument &argument : arguments) {
    result += (result.empty() ? "" : ", ") + argument.name + " = ";
    if (const auto *text = std::get_if<std::string>(&argument.value)) {
      result += '"' + *text + '"';
    } else if (const auto *integer = std::get_if<int64_t>(&argument.value)) {
      result += std::to_string(*integer);
    } else if (const auto *number = std::get_if<double>(&argument.value)) {
      char digits[32];
      std::snprintf(digits, sizeof digits, "%.17g", *number);
      result += digits;
    } else if (const auto *decimal = std::get_if<DecimalText>(&argument.value)) {
      result += decimal->digits;
    } else if (const auto *date = std::get_if<DateTime>(&argument.value)) {
      result += date_text(*date);
    }
  }
  return result;
}

bool prove(const Message &message, const LocaleData &locale, const std::vector<Parameter> &declared,
           std::vector<MessageProblem> &problems) {
  if (!message.reasons.empty()) {
    return true;
  }
  return (message.syntax != Format::Syntax::mf1 ||
          prove_placeholders(message.nodes, message, locale, declared, problems)) &&
         prove_message(message, 0, locale, declared, problems);
}

bool can_print_numbers(const LocaleData &locale) { return !locale.number_symbols.empty(); }

}  // namespace codeglot
