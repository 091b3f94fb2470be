// See mf2_functions.h: the table of functions, :string, and what numbers and dates share.
#include "core/icu_engine/mf2_functions.h"

#include <unicode/calendar.h>
#include <unicode/numsys.h>
#include <unicode/strenum.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <memory>

namespace codeglot::mf2 {
namespace {

struct Entry {
  const char *name;
  Handler handler;
};

constexpr Entry functions[] = {
    {"currency", call_number_function}, {"date", call_date_function},     {"datetime", call_date_function},
    {"integer", call_number_function},  {"number", call_number_function}, {"offset", call_number_function},
    {"percent", call_number_function},  {"string", call_string_function}, {"time", call_date_function},
    {"unit", call_number_function},
};

icu::Locale to_icu(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  return U_FAILURE(status) || locale.isBogus() ? icu::Locale::getRoot() : locale;
}

bool is_type_name(const std::string &name) {
  return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '-';
  });
}

}  // namespace

MessageLocale::MessageLocale(const std::string &locale_tag)
    : tag(locale_tag),
      locale(to_icu(locale_tag)),
      direction(locale.isRightToLeft() ? Direction::right_to_left : Direction::left_to_right) {}

Handler find_function(const std::string &name) {
  for (const Entry &entry : functions) {
    if (name == entry.name) {
      return entry.handler;
    }
  }
  return nullptr;
}

bool is_one_of(std::string_view word, std::string_view words) {
  while (!word.empty() && !words.empty()) {
    const size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) {
      return true;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool is_numbering_system(const std::string &name) {
  if (!is_type_name(name)) {
    return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstanceByName(name.c_str(), status));
  return U_SUCCESS(status) && system != nullptr && !system->isAlgorithmic();
}

bool is_calendar(const std::string &name) {
  const char *const wanted = is_type_name(name) ? uloc_toLegacyType("calendar", name.c_str()) : nullptr;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> known(
      icu::Calendar::getKeywordValuesForLocale("calendar", icu::Locale::getRoot(), false, status));
  if (wanted == nullptr || U_FAILURE(status) || known == nullptr) {
    return false;
  }
  for (const char *each = known->next(nullptr, status); each != nullptr && U_SUCCESS(status);
       each = known->next(nullptr, status)) {
    if (std::string_view(each) == wanted) {
      return true;
    }
  }
  return false;
}

Key format_key(const Value &value, const MessageLocale &locale) {
  Key key;
  key.add(locale.tag).add(value.function);
  for (const auto &[name, word] : value.options) {
    key.add(name).add(word);
  }
  return key;
}

icu::Locale localized(const icu::Locale &locale, const Value &value) {
  icu::Locale result = locale;
  UErrorCode status = U_ZERO_ERROR;
  if (const std::string *system = value.option("numberingSystem")) {
    result.setUnicodeKeywordValue("nu", *system, status);
  }
  if (const std::string *calendar = value.option("calendar")) {
    result.setUnicodeKeywordValue("ca", *calendar, status);
  }
  return U_SUCCESS(status) ? result : locale;
}

Value call_string_function(const Call &call) {
  Value value;
  if (call.operand == nullptr) {
    call.bad_operand(":string needs an operand");
    return value;
  }
  if (call.operand->type == Value::Type::fallback) {
    // The suite wants neither bad-operand nor bad-selector here (functions/string): the value is shown as a fallback,
    // and as a selector it matches nothing but '*'.
    value.selects = true;
    value.matches_nothing = true;
    return value;
  }
  if (call.operand->type == Value::Type::text) {
    value.text = call.operand->text;
  } else if (std::optional<std::string> text = string_value(*call.operand)) {
    value.text = std::make_shared<const std::string>(std::move(*text));
  } else {
    call.bad_operand("the operand of :string is no string");
    return value;
  }
  value.type = Value::Type::text;
  value.selects = true;
  return value;
}

}  // namespace codeglot::mf2
