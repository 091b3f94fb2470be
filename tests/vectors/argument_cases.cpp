// See cases.h. Arguments as callers get them wrong, and texts that are hard to carry through.
#include <algorithm>

#include "cases.h"
#include "codeglot/limits.h"

namespace vectors {
namespace {

constexpr int32_t string_code = 305;        // invalid-param, {param}: a string
constexpr int32_t number_code = 135;        // too-many-roles, {max}: a number
constexpr int32_t plain_string_code = 303;  // invalid-provider, {providers}: printed and never selected on

struct NamedValue {
  const char *id;
  Json value;
};

std::vector<NamedValue> texts() {
  using std::string;
  return {
      {"empty", ""},
      {"spaces", "  "},
      {"pattern syntax", "{param} it's '{quoted}' # {0, number} | }"},
      {"NUL", string("a\0b", 3)},
      {"NUL alone", string("\0", 1)},
      {"controls", "\t\r\n\x01\x7f\x1b[31m"},
      {"C1 control", "\xC2\x85"},
      {"markup", "<b>&amp;</b>\"\\/"},
      {"Hebrew", "\u05E9\u05DC\u05D5\u05DD"},
      {"Arabic", "\u0645\u0631\u062D\u0628\u0627"},
      {"right-to-left mark", "\u200Fabc\u200E"},
      {"right-to-left override", "\u202Eabc\u202C"},
      {"unclosed isolate", "\u2067abc"},
      {"isolates", "\u2068abc\u2069"},
      {"byte order mark", "\uFEFFabc"},
      {"line separators", "a\u2028b\u2029c"},
      {"replacement character", "\uFFFD"},
      {"noncharacters", "\uFFFE\uFFFF\U0001FFFF"},
      {"edges of UTF-8", "\x7F\u0080\u07FF\u0800\uD7FF\uE000\U00010000\U0010FFFF"},
      {"emoji", "\U0001F600"},
      {"emoji of a family", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466"},
      {"flag", "\U0001F1E8\U0001F1F3"},
      {"combining marks", "e\u0301\u0323o\u0308"},
      {"digits", "8"},
      {"the default", "none"},
      {"the default in capitals", "None"},
      {"a select's key", "other"},
      {"a million x", {{"repeat", {"x", 1000000}}}},
      {"a million euro signs", {{"repeat", {"\u20AC", 1000000}}}},
      {"a quarter million emoji", {{"repeat", {"\U0001F600", 250000}}}},
  };
}

/// Values that no number is.
std::vector<NamedValue> no_numbers() {
  return {
      {"true", true},
      {"list", Json::array()},
      {"empty string", ""},
      {"string of digits", "8"},
      {"string", "eight"},
      {"a million digits in a string", {{"repeat", {"8", 1000000}}}},
      {"empty decimal", {{"decimal", ""}}},
      {"decimal with a space", {{"decimal", " 8"}}},
      {"decimal with a tail", {{"decimal", "8x"}}},
      {"decimal with a comma", {{"decimal", "1,000"}}},
      {"decimal with two points", {{"decimal", "1.2.3"}}},
      {"decimal with two signs", {{"decimal", "--8"}}},
      {"decimal with a sign alone", {{"decimal", "-"}}},
      {"decimal with a point alone", {{"decimal", "."}}},
      {"decimal with an empty exponent", {{"decimal", "1e"}}},
      {"decimal in hexadecimal", {{"decimal", "0x10"}}},
      {"decimal in Arabic digits", {{"decimal", "\u0668"}}},
      {"decimal infinity in short", {{"decimal", "inf"}}},
      {"decimal nan in small letters", {{"decimal", "nan"}}},
      {"decimal with NUL", {{"decimal", std::string("8\0", 2)}}},
      {"decimal past the most digits", {{"decimal", std::string(CG_MAX_NUMBER_DIGITS + 1, '9')}}},
      {"decimal past the most fraction digits", {{"decimal", "0." + std::string(CG_MAX_NUMBER_DIGITS, '0') + "1"}}},
  };
}

/// Values that no string is.
std::vector<NamedValue> no_strings() {
  return {
      {"true", true},
      {"list", Json::array()},
      {"integer", 8},
      {"fraction", 0.5},
      {"decimal", {{"decimal", "8"}}},
      {"int64", {{"int64", "8"}}},
      {"NaN", {{"double", "NaN"}}},
  };
}

}  // namespace

std::vector<Json> argument_cases(const Oracle &oracle) {
  std::vector<Json> cases;
  const auto add = [&](const std::string &kind, int32_t code, const std::string &locale, const Json &arguments) {
    cases.push_back(message_case(oracle, kind + "/" + std::to_string(code) + "/" + locale, code, locale, arguments));
  };
  for (const char *locale : {"en", "zh-Hans", "ar", "hi", "ja"}) {
    for (const NamedValue &text : texts()) {
      add(text.id, string_code, locale, {{"param", text.value}});
    }
    for (const NamedValue &value : no_numbers()) {
      add(std::string("no number: ") + value.id, number_code, locale, {{"max", value.value}});
    }
    for (const NamedValue &value : no_strings()) {
      add(std::string("no string: ") + value.id, string_code, locale, {{"param", value.value}});
    }
  }
  for (const char *locale : {"en", "zh-Hans", "ar"}) {
    for (const NamedValue &text : texts()) {
      add(text.id, plain_string_code, locale, {{"providers", text.value}});
    }
    add("null", number_code, locale, {{"max", nullptr}});
    add("null", string_code, locale, {{"param", nullptr}});
    add("surplus", number_code, locale, {{"maximum", 3}, {"max", 4}, {"Max", 5}, {"", 6}, {"max ", 7}});
    add("surplus alone", number_code, locale, {{"min", 3}});
    add("surplus of a wrong type", number_code, locale, {{"other", Json::array()}, {"max", 4}});
    add("surplus of a million x", number_code, locale, {{"other", {{"repeat", {"x", 1000000}}}}, {"max", 4}});
    add("surplus for a plain text", 102, locale, {{"max", 3}, {"account", "ada"}});
    add("code for an unknown code", 999, locale, {{"code", "1"}});
    add("wrong type for an unknown code", 999, locale, {{"code", true}});
    add("names of object members", number_code, locale, {{"__proto__", 1}, {"constructor", 2}, {"toString", "x"}});
    add("zeros around", number_code, locale, {{"max", {{"decimal", "0008.000"}}}});
    add("plus sign", number_code, locale, {{"max", {{"decimal", "+8"}}}});
    add("minus zero", number_code, locale, {{"max", {{"decimal", "-0"}}}});
  }
  // In the one locale whose message counts nothing: ICU counts such numbers by the nearest double's digits.
  for (const char *digits : {"1.7976931348623157e308", "5e-324", "-1e-400", "12345678901234567890123.456", "1e399"}) {
    add(std::string("decimal ") + digits, number_code, "zh-Hans", {{"max", {{"decimal", digits}}}});
  }
  for (const double number : {1.7976931348623157e308, 5e-324, 9007199254740993.0, 1e-7}) {
    add("double " + Json(number).dump(), number_code, "zh-Hans", {{"max", number}});
  }
  add("most digits", number_code, "zh-Hans", {{"max", {{"decimal", std::string(CG_MAX_NUMBER_DIGITS, '9')}}}});
  // The text that fills CG_MAX_OUTPUT_BYTES to the last byte, and those that are one longer and a code point too long.
  const size_t own_bytes = oracle.message(string_code, "en", {{"param", "x"}}).text.size() - 1;
  const size_t room_bytes = CG_MAX_OUTPUT_BYTES - own_bytes;
  add("output at its limit", string_code, "en", {{"param", {{"repeat", {"x", room_bytes}}}}});
  add("output past its limit", string_code, "en", {{"param", {{"repeat", {"x", room_bytes + 1}}}}});
  add("output past its limit inside a code point", string_code, "en",
      {{"param", {{"repeat", {"\U0001F600", room_bytes / 4 + 8}}}}});
  return cases;
}

}  // namespace vectors
