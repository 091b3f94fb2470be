// See oracle.h.
#include "oracle.h"

#include <unicode/locid.h>
#include <unicode/messagepattern.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>
#include <regex>
#include <stdexcept>

#include "codeglot/limits.h"
#include "core/compiler/argument_value.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/locale_table.h"
#include "core/compiler/proof.h"

namespace vectors {
namespace {

using codeglot::ArgumentValue;
using codeglot::DecimalText;
using codeglot::LocaleFile;
using codeglot::LocaleMessage;
using codeglot::NamedArgument;
using codeglot::Parameter;
using codeglot::layout::Type;

/// Whether a pattern mentions an argument; one that it does not is neither missing nor of a wrong type.
bool mentions(const std::string &pattern, const std::string &name) {
  UErrorCode status = U_ZERO_ERROR;
  icu::MessagePattern parts(status);
  parts.parse(icu::UnicodeString::fromUTF8(pattern), nullptr, status);
  const icu::UnicodeString wanted = icu::UnicodeString::fromUTF8(name);
  for (int32_t index = 0; index < parts.countParts(); ++index) {
    if (parts.getPartType(index) == UMSGPAT_PART_TYPE_ARG_NAME &&
        parts.partSubstringMatches(parts.getPart(index), wanted)) {
      return true;
    }
  }
  return false;
}

/// What codeglot.h calls digits, within CG_MAX_NUMBER_DIGITS. ICU reads more than that, so it is not asked.
bool is_decimal(const std::string &text) {
  static const std::regex special("[-+]?(NaN|Infinity)");
  static const std::regex digits("[-+]?([0-9]+)(\\.([0-9]+))?([eE][-+]?[0-9]{1,3})?");
  std::smatch match;
  return std::regex_match(text, special) ||
         (std::regex_match(text, match, digits) && match[1].length() <= CG_MAX_NUMBER_DIGITS &&
          match[3].length() <= CG_MAX_NUMBER_DIGITS);
}

/// ICU's decimal numbers have no NaN and no infinity: those go to it as doubles.
ArgumentValue for_icu(const std::string &digits) {
  return digits.ends_with('N') || digits.ends_with('y') ? ArgumentValue(std::strtod(digits.c_str(), nullptr))
                                                        : ArgumentValue(DecimalText{digits});
}

std::optional<ArgumentValue> typed(const ArgumentValue &value, Type type) {
  const auto *decimal = std::get_if<DecimalText>(&value);
  if (std::holds_alternative<std::monostate>(value) || (decimal != nullptr && !is_decimal(decimal->digits)) ||
      (type == Type::string) != std::holds_alternative<std::string>(value)) {
    return std::nullopt;
  }
  return decimal != nullptr ? for_icu(decimal->digits) : value;
}

std::optional<ArgumentValue> default_of(const Parameter &parameter) {
  if (!parameter.default_value) {
    return std::nullopt;
  }
  return parameter.type == Type::number ? for_icu(*parameter.default_value) : ArgumentValue(*parameter.default_value);
}

/// What ICU prints for a pattern. Its plurals refuse NaN, which compares unequal to itself; no rule of a plural holds for
/// NaN, as for infinity, so it takes the branch that infinity takes, and prints its own symbol there.
codeglot::IcuAnswer format(const std::string &pattern, const std::string &tag, std::vector<NamedArgument> arguments) {
  codeglot::IcuAnswer answer = codeglot::format_with_icu(pattern, tag, arguments);
  const bool has_nan = arguments.size() == 1 && std::holds_alternative<double>(arguments[0].value) &&
                       std::isnan(std::get<double>(arguments[0].value));
  if (answer.error.empty() || !has_nan) {
    return answer;
  }
  const std::string nan = codeglot::format_with_icu("{x, number}", tag, {{"x", arguments[0].value}}).text;
  arguments[0].value = std::numeric_limits<double>::infinity();
  const std::string infinity = codeglot::format_with_icu("{x, number}", tag, {{"x", arguments[0].value}}).text;
  answer = codeglot::format_with_icu(pattern, tag, arguments);
  for (size_t at = answer.text.find(infinity); at != std::string::npos;
       at = answer.text.find(infinity, at + nan.size())) {
    answer.text.replace(at, infinity.size(), nan);
  }
  return answer;
}

/// The text ends, on a whole code point, where CG_MAX_OUTPUT_BYTES does.
void limit_output(Expectation &expected) {
  if (expected.text.size() <= CG_MAX_OUTPUT_BYTES) {
    return;
  }
  size_t end = CG_MAX_OUTPUT_BYTES;
  while ((static_cast<unsigned char>(expected.text[end]) & 0xC0) == 0x80) {
    --end;
  }
  expected.text.resize(end);
  expected.status = "output-too-long";
}

icu::Locale maximized(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.addLikelySubtags(status);
  return locale;
}

bool same_language_and_script(const std::string &left, const std::string &right) {
  const icu::Locale one = maximized(left);
  const icu::Locale other = maximized(right);
  return std::string(one.getLanguage()) == other.getLanguage() && std::string(one.getScript()) == other.getScript();
}

/// CLDR's parents, or what stands for those that have no file (pt-BR for pt), then the default and the source.
std::vector<std::string> fallback_chain(const codeglot::Catalog &catalog, const std::string &tag) {
  std::vector<std::string> chain;
  for (std::string ancestor = tag; !ancestor.empty(); ancestor = codeglot::parent_locale(ancestor)) {
    chain.push_back(ancestor);
    for (const LocaleFile &file : catalog.locales) {
      if (catalog.locale(ancestor) == nullptr && maximized(file.tag) == maximized(ancestor)) {
        chain.push_back(file.tag);
      }
    }
  }
  chain.push_back(catalog.default_locale);
  chain.push_back(catalog.source_locale);
  return chain;
}

/// What of a reader's locale counts: in BCP 47's spelling, without what POSIX adds (".UTF-8", "@euro"), up to the first
/// subtag that cannot be one. A tag beyond the limit counts as none.
std::string readable_part(const std::string &locale) {
  std::string tag = locale.substr(0, locale.find_first_of(".@"));
  std::replace(tag.begin(), tag.end(), '_', '-');
  if (locale.size() > CG_MAX_LOCALE_TAG_BYTES) {
    return "";
  }
  size_t end = 0;
  for (size_t from = 0; from <= tag.size();) {
    const size_t to = std::min(tag.find('-', from), tag.size());
    const bool fits = to > from && to - from <= 8 &&
                      std::all_of(
                          tag.begin() + static_cast<ptrdiff_t>(from), tag.begin() + static_cast<ptrdiff_t>(to),
                          [](char character) { return std::isalnum(static_cast<unsigned char>(character)) != 0; });
    if (!fits) {
      break;
    }
    end = to;
    from = to + 1;
  }
  return tag.substr(0, end);
}

codeglot::Catalog read(const std::string &folder) {
  codeglot::Diagnostics diagnostics;
  std::optional<codeglot::Catalog> catalog = codeglot::read_catalog(folder, diagnostics);
  if (!catalog || diagnostics.has_errors()) {
    throw std::runtime_error(folder + " has errors:\n" + diagnostics.text());
  }
  return std::move(*catalog);
}

}  // namespace

Oracle::Oracle(const std::string &folder) : catalog_(read(folder)) {
  for (const LocaleFile &file : catalog_.locales) {
    tags_.push_back(file.tag);
  }
}

template <typename Find>
Expectation Oracle::answer(const std::string &locale, Find find, const std::vector<Parameter> &parameters,
                           const Json &arguments) const {
  const std::vector<NamedArgument> given = codeglot::arguments_from_json(nlohmann::json::parse(arguments.dump()));
  const std::string chosen = choose(locale);
  for (const std::string &ancestor : fallback_chain(catalog_, chosen)) {
    const LocaleFile *file = catalog_.locale(ancestor);
    const std::string *source = file == nullptr ? nullptr : find(*file);
    if (source == nullptr) {
      continue;
    }
    // What a locale inherits in its own language and script is its own text, formatted as such.
    const std::string &tag = same_language_and_script(ancestor, chosen) ? chosen : ancestor;
    Expectation expected;
    expected.status = "ok";
    expected.answered = tag;
    expected.direction = icu::Locale(tag.c_str()).isRightToLeft() ? "rtl" : "ltr";
    std::vector<NamedArgument> for_format;
    for (const Parameter &parameter : parameters) {
      if (!mentions(*source, parameter.name)) {
        continue;
      }
      const auto found = std::find_if(given.begin(), given.end(),
                                      [&](const NamedArgument &one) { return one.name == parameter.name; });
      std::optional<ArgumentValue> value = found == given.end() ? std::nullopt : typed(found->value, parameter.type);
      if (found != given.end() && !value) {
        expected.status = "wrong-argument-type";
      } else if (!value && !parameter.default_value) {
        expected.status = "missing-argument";
      }
      if (expected.status != "ok") {
        if (parameters.size() > 1) {
          throw std::runtime_error("the order in which a message reports two arguments is not judged here");
        }
        expected.argument = parameter.name;
      }
      value = value ? value : default_of(parameter);
      if (value) {
        for_format.push_back({parameter.name, std::move(*value)});
      }
    }
    const codeglot::IcuAnswer icu = format(*source, tag, for_format);
    if (!icu.error.empty()) {
      throw std::runtime_error("ICU cannot format \"" + *source + "\" in " + tag + " with " + arguments.dump() + ": " +
                               icu.error);
    }
    expected.text = icu.text;
    limit_output(expected);
    return expected;
  }
  throw std::runtime_error("no locale has this message");
}

Expectation Oracle::message(int32_t code, const std::string &locale, const Json &arguments) const {
  const auto entry = std::find_if(catalog_.codes.begin(), catalog_.codes.end(),
                                  [&](const codeglot::CodeEntry &one) { return one.code == code && !one.retired; });
  if (entry == catalog_.codes.end()) {
    const auto find = [](const LocaleFile &file) { return file.unknown_code ? &file.unknown_code->source : nullptr; };
    Expectation expected = answer(locale, find, {{"code", Type::string, {}}}, {{"code", std::to_string(code)}});
    expected.status = "unknown-code";
    expected.code = code;
    return expected;
  }
  const auto find = [&](const LocaleFile &file) -> const std::string * {
    const auto found = file.messages.find(entry->name);
    return found == file.messages.end() ? nullptr : &found->second.source;
  };
  Expectation expected = answer(locale, find, entry->parameters, arguments);
  expected.code = code;
  expected.name = entry->name;
  return expected;
}

Expectation Oracle::unreadable(const std::string &locale) const {
  const auto find = [](const LocaleFile &file) {
    return file.unreadable_response ? &file.unreadable_response->source : nullptr;
  };
  Expectation expected = answer(locale, find, {}, Json::object());
  expected.status = "unreadable-response";
  return expected;
}

std::string Oracle::choose(const std::string &locale) const {
  return codeglot::reference_choice(readable_part(locale), tags_, catalog_.default_locale);
}

}  // namespace vectors
