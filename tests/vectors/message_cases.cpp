// See cases.h. Messages with good arguments, in every locale of the catalog.
#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>

#include <algorithm>
#include <memory>

#include "cases.h"

namespace vectors {
namespace {

using codeglot::layout::Type;

/// Numbers that make a difference somewhere: signs, rounding, grouping, sizes that a double does not hold exactly.
std::vector<Json> number_values() {
  std::vector<Json> values;
  for (const int64_t integer : {0, 1, 2, 3, 5, 11, 21, 100, 999, 1000, 10000, 1234567, -1, -2}) {
    values.push_back(integer);
  }
  for (const double number : {0.5, 1.5, 2.0005, 1234.5678, -0.0004, 1e21}) {
    values.push_back(number);
  }
  for (const char *special : {"NaN", "Infinity", "-Infinity", "-0"}) {
    values.push_back({{"double", special}});
  }
  for (const char *digits : {"1.10", "-12.50", "1234567890.123456", "1e3", "NaN"}) {
    values.push_back({{"decimal", digits}});
  }
  for (const char *digits : {"9223372036854775807", "-9223372036854775808"}) {
    values.push_back({{"int64", digits}});
  }
  return values;
}

/// ICU's samples of every plural category of a locale.
std::vector<Json> plural_samples(const std::string &locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu::Locale(locale.c_str()), status));
  const std::unique_ptr<icu::StringEnumeration> categories(rules->getKeywords(status));
  std::vector<Json> values;
  while (const icu::UnicodeString *category = categories->snext(status)) {
    double samples[3];
    const int32_t count = rules->getSamples(*category, samples, 3, status);
    for (int32_t index = 0; index < std::min(count, 3); ++index) {
      const double sample = samples[index];
      const bool whole = sample == static_cast<double>(static_cast<int64_t>(sample));
      values.push_back(whole ? Json(static_cast<int64_t>(sample)) : Json(sample));
    }
  }
  return values;
}

/// The message whose number is given every value in every locale; the others are given enough to choose their branches.
constexpr int32_t all_numbers_code = 135;

std::vector<Json> values_for(int32_t code, const codeglot::Parameter &parameter, const std::string &locale) {
  std::vector<Json> values;
  if (parameter.type == Type::string) {
    values = {"cs-app-id", "none", "qq/uid"};
    return values;
  }
  values = code == all_numbers_code ? number_values() : std::vector<Json>{0, -1, 1234567, {{"decimal", "1.50"}}};
  for (const Json &sample : plural_samples(locale)) {
    if (std::find(values.begin(), values.end(), sample) == values.end()) {
      values.push_back(sample);
    }
  }
  return values;
}

}  // namespace

Json message_case(const Oracle &oracle, const std::string &id, int32_t code, const std::string &locale,
                  const Json &arguments) {
  const Expectation expected = oracle.message(code, locale, arguments);
  Json result = {{"id", id},
                 {"call", "message"},
                 {"code", code},
                 {"locale", locale},
                 {"args", arguments},
                 {"text", text_value(expected.text)},
                 {"status", expected.status},
                 {"name", expected.name},
                 {"answered", expected.answered},
                 {"direction", expected.direction}};
  if (!expected.argument.empty()) {
    result["argument"] = expected.argument;
  }
  return result;
}

Json text_value(const std::string &text) {
  constexpr size_t long_bytes = 2000;
  if (text.size() < long_bytes) {
    return text;
  }
  // The unit that the middle repeats: the shortest that fills a stretch of the text, whole code points only.
  const size_t middle = text.size() / 2;
  for (size_t unit = 1; unit <= 16; ++unit) {
    size_t from = middle;
    while (from > 0 && text[from - 1] == text[from - 1 + unit]) {
      --from;
    }
    size_t to = middle;
    while (to < text.size() && text[to] == text[to - unit]) {
      ++to;
    }
    while (from < to && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
      ++from;
    }
    const size_t count = (to - from) / unit;
    if (count * unit * 2 > text.size()) {
      const std::string tail = text.substr(from + count * unit);
      Json parts = Json::array();
      parts.push_back(text.substr(0, from));
      parts.push_back({{"repeat", {text.substr(from, unit), count}}});
      parts.push_back(tail);
      return parts;
    }
  }
  return text;
}

std::map<std::string, std::vector<Json>> message_cases(const Oracle &oracle) {
  std::map<std::string, std::vector<Json>> files;
  for (const std::string &locale : oracle.locales()) {
    std::vector<Json> &cases = files["messages-" + locale + ".json"];
    const auto add = [&](int32_t code, const std::string &variant, const Json &arguments) {
      const std::string id = std::to_string(code) + "/" + locale + variant;
      cases.push_back(message_case(oracle, id, code, locale, arguments));
    };
    for (const codeglot::CodeEntry &entry : oracle.catalog().codes) {
      add(entry.code, "", Json::object());
    }
    for (const int32_t unknown : {0, -1, 7, 999, 1000000, INT32_MAX, INT32_MIN}) {
      add(unknown, "", Json::object());
    }
    for (const codeglot::CodeEntry &entry : oracle.catalog().codes) {
      for (const codeglot::Parameter &parameter : entry.parameters) {
        for (const Json &value : values_for(entry.code, parameter, locale)) {
          add(entry.code, "/" + parameter.name + "=" + (value.is_string() ? value.get<std::string>() : value.dump()),
              {{parameter.name, value}});
        }
      }
    }
  }
  std::vector<Json> &cases = files["messages.json"];
  for (const char *reader : {"zh-TW", "zh", "EN_us", "pt-AO", "es-MX", "ar-EG", "xx", ""}) {
    for (const int32_t code : {102, 135, 999}) {
      cases.push_back(
          message_case(oracle, std::to_string(code) + "/reader of \"" + reader + "\"", code, reader, Json::object()));
    }
  }
  return files;
}

}  // namespace vectors
