// See hostile_calls.h.
#include "hostile_calls.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "core/pack/utf8.h"
#include "target.h"

namespace fuzz {
namespace {

constexpr int32_t codes_most = 64;       // Of a pack; the rest only repeats the work.
constexpr int32_t parameters_most = 32;  // Of a message.

cg_string borrow(const std::string &text) { return {text.data(), text.size()}; }

bool is_utf8(const char *data, size_t bytes) {
  return codeglot::utf8_valid_bytes(reinterpret_cast<const uint8_t *>(data), bytes) == bytes;
}

std::vector<cg_argument> hostile_values() {
  static const std::string ill_formed = "a\xC0\x80\xED\xA0\x80\xF4\x90\x80\x80\xE2\x82";
  static const std::string with_nul("other\0x", 7);
  static const std::string long_text(300, '\xF0');
  static const std::string most_digits(CG_MAX_NUMBER_DIGITS, '9');
  static const std::string fraction = "-0." + std::string(CG_MAX_NUMBER_DIGITS - 1, '0') + "5";
  std::vector<cg_argument> values;
  const auto add_string = [&](cg_type type, cg_string string) {
    cg_argument argument{};
    argument.type = type;
    argument.value.string = string;
    values.push_back(argument);
  };
  for (const std::string *text : {&ill_formed, &with_nul, &long_text}) {
    add_string(CG_TYPE_STRING, borrow(*text));
  }
  add_string(CG_TYPE_STRING, {nullptr, 0});
  for (const std::string *text : {&most_digits, &fraction, &ill_formed}) {
    add_string(CG_TYPE_DECIMAL, borrow(*text));
  }
  add_string(CG_TYPE_DECIMAL, {"NaN", 3});
  for (const double number : {-0.0, 1.5, 1e308, 5e-324, 0.0005, -std::numeric_limits<double>::infinity()}) {
    cg_argument argument{};
    argument.type = CG_TYPE_DOUBLE;
    argument.value.number = number;
    values.push_back(argument);
  }
  for (const int64_t integer : {int64_t{0}, int64_t{1}, int64_t{2}, std::numeric_limits<int64_t>::min()}) {
    cg_argument argument{};
    argument.type = CG_TYPE_INT64;
    argument.value.integer = integer;
    values.push_back(argument);
  }
  for (const int32_t type : {int32_t{CG_TYPE_ANY}, 5, -1, std::numeric_limits<int32_t>::max()}) {
    cg_argument argument{};
    argument.type = type;
    values.push_back(argument);
  }
  return values;
}

/// Calls for the size, into a buffer of that size, and into a short one, and checks what codeglot.h promises of them.
template <typename Call>
void check_text(Call call) {
  cg_resolution resolution{};
  const size_t bytes = call(nullptr, size_t{0}, nullptr);
  require(bytes <= CG_MAX_OUTPUT_BYTES, "a text is at most CG_MAX_OUTPUT_BYTES long");
  std::vector<char> text(bytes + 1, '\x7F');
  require(call(text.data(), text.size(), &resolution) == bytes,
          "the size that was asked for is the size that is written");
  require(text[bytes] == '\0', "a text ends with NUL");
  require(is_utf8(text.data(), bytes), "a text is UTF-8");
  require(resolution.status >= CG_OK && resolution.status <= CG_NEEDS_ICU,
          "a call for text has the status of a text");
  for (const cg_string string : {resolution.name, resolution.locale, resolution.pack_locale, resolution.argument}) {
    require(is_utf8(string.data, string.bytes), "a resolution's strings are UTF-8");
  }
  const size_t capacity = std::min<size_t>(bytes, 5);
  char cut[5];
  if (capacity > 0) {
    require(call(cut, capacity, nullptr) == bytes, "a short buffer does not change the size");
    const size_t written = std::strlen(cut);
    require(written < capacity && std::memcmp(cut, text.data(), written) == 0 && is_utf8(cut, written),
            "a short buffer holds whole code points of the text, and NUL");
  }
}

void call_code(const cg_catalog *catalog, cg_locale locale, int32_t code) {
  static const std::vector<cg_argument> values = hostile_values();
  const int32_t count = std::min(cg_parameter_count(catalog, locale, code), parameters_most);
  // Without arguments, then with each value for the first one and its successors for the others.
  for (size_t round = 0; round <= (count > 0 ? values.size() : 0); ++round) {
    std::vector<cg_argument> arguments;
    for (int32_t index = 0; index < count && round > 0; ++index) {
      cg_parameter parameter{};
      require(cg_parameter_at(catalog, locale, code, index, &parameter) == CG_OK, "a counted parameter can be read");
      arguments.push_back(values[(round - 1 + static_cast<size_t>(index)) % values.size()]);
      arguments.back().name = parameter.name;
    }
    check_text([&](char *text, size_t capacity, cg_resolution *resolution) {
      return cg_resolve(catalog, locale, code, arguments.data(), arguments.size(), text, capacity, resolution);
    });
  }
}

void call_response(const cg_catalog *catalog, cg_locale locale, cg_string transport, int32_t status) {
  for (const int32_t has_code : {0, 1}) {
    const cg_response response{transport, status, 403, has_code};
    check_text([&](char *text, size_t capacity, cg_resolution *resolution) {
      return cg_resolve_response(catalog, locale, &response, nullptr, 0, text, capacity, resolution);
    });
  }
}

}  // namespace

void make_hostile_calls(const cg_catalog *catalog) {
  const int32_t locales = cg_catalog_locale_count(catalog);
  for (cg_locale locale = -1; locale <= locales; ++locale) {
    const int32_t codes = cg_catalog_code_count(catalog, locale);
    for (int32_t index = 0; index < std::min(codes, codes_most); ++index) {
      call_code(catalog, locale, cg_catalog_code_at(catalog, locale, index));
    }
    for (const int32_t code : {0, -1, 999, std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()}) {
      call_code(catalog, locale, code);
    }
    for (const int32_t status : {0, 200, 403, 404, 500, -1}) {
      call_response(catalog, locale, {"http", 4}, status);
      call_response(catalog, locale, {"rpc", 3}, status);
    }
    call_response(catalog, locale, {nullptr, 0}, 200);
  }
  for (const char *tag : {"", "en", "zh-TW", "zh_Hant_HK", "pt-PT", "xx", "en-US-POSIX", "-", "und"}) {
    const cg_locale chosen = cg_catalog_choose(catalog, tag, std::strlen(tag));
    require(chosen >= 0 && chosen < locales, "a catalog with packs always chooses one of them");
  }
}

}  // namespace fuzz
