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
  for (const char *date : {"1612325106789 +05:30", "-8640000000000000 -23:59", "8640000000000000", "0 Europe/Paris",
                           "-12219292800001 Z", "1e3", "99999999999999999999"}) {
    add_string(CG_TYPE_DATE, {date, std::strlen(date)});
  }
  add_string(CG_TYPE_DATE, borrow(ill_formed));
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
  for (const int32_t type : {int32_t{CG_TYPE_ANY}, int32_t{CG_TYPE_DATE}, 6, -1, std::numeric_limits<int32_t>::max()}) {
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
  require(resolution.status >= CG_OK && resolution.status <= CG_NEEDS_ICU, "a call for text has the status of a text");
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

using Arguments = std::vector<cg_argument>;

/// What codeglot.h says of spans: parts make up the text, pieces stand in their number or date, options have no text.
void check_spans(const cg_catalog *catalog, cg_locale locale, int32_t code, const Arguments &arguments) {
  size_t count = 0;
  const size_t bytes = cg_resolve_spans(catalog, locale, code, arguments.data(), arguments.size(), nullptr, 0, nullptr,
                                        0, &count, nullptr);
  std::vector<char> text(bytes + 1);
  std::vector<cg_span> spans(count);
  size_t again = 0;
  require(cg_resolve_spans(catalog, locale, code, arguments.data(), arguments.size(), text.data(), text.size(),
                           spans.data(), count, &again, nullptr) == bytes &&
              again == count,
          "text and spans are as many as were asked for");
  cg_part_type part = CG_PART_TEXT;
  uint32_t end = 0;
  uint32_t piece_end = 0;
  for (const cg_span &span : spans) {
    require(span.from <= span.to && span.to <= bytes, "a span is inside the text");
    require(is_utf8(text.data() + span.from, span.to - span.from), "a span is whole code points");
    require(is_utf8(span.name.data, span.name.bytes) && is_utf8(span.value.data, span.value.bytes),
            "a span's strings are UTF-8");
    if (span.type == CG_PART_PIECE) {
      require((part == CG_PART_NUMBER || part == CG_PART_DATETIME) && span.from == piece_end && span.to <= end,
              "pieces follow each other in their number or date");
      piece_end = span.to;
    } else if (span.type == CG_PART_OPTION) {
      require(part >= CG_PART_STRING && part <= CG_PART_MARKUP && span.from == span.to,
              "an option is of a markup or a value, and has no text");
    } else {
      require(span.type >= CG_PART_TEXT && span.type <= CG_PART_FALLBACK && span.from == end,
              "parts follow each other");
      part = span.type;
      piece_end = span.from;
      end = span.to;
    }
  }
  require(end == bytes, "parts make up the text");
  if (count > 1) {
    std::vector<cg_span> first(1);
    cg_resolve_spans(catalog, locale, code, arguments.data(), arguments.size(), nullptr, 0, first.data(), 1, &again,
                     nullptr);
    require(again == count && first[0].to == spans[0].to, "a short array holds the first spans");
  }
}

void check_source(const cg_catalog *catalog, cg_locale locale, int32_t code) {
  cg_pattern pattern{};
  const cg_status status = cg_source(catalog, locale, code, &pattern);
  require(status == CG_OK || status == CG_NO_SOURCE || status == CG_UNKNOWN_CODE || status == CG_INVALID_CALL,
          "a source is there or not");
  require(is_utf8(pattern.source.data, pattern.source.bytes) && is_utf8(pattern.locale.data, pattern.locale.bytes),
          "a source is UTF-8");
}

void call_code(const cg_catalog *catalog, cg_locale locale, int32_t code) {
  static const std::vector<cg_argument> values = hostile_values();
  const int32_t count = std::min(cg_parameter_count(catalog, locale, code), parameters_most);
  check_source(catalog, locale, code);
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
    check_spans(catalog, locale, code, arguments);
  }
}

void call_response(const cg_catalog *catalog, cg_locale locale, cg_string transport, int32_t status,
                   cg_string problem = {nullptr, 0}) {
  for (const int32_t has_code : {0, 1}) {
    const cg_response response{transport, problem, status, 403, has_code};
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
    static const std::string long_problem(CG_MAX_PROBLEM_KEY_BYTES + 1, 'p');
    for (const cg_string problem : {cg_string{"urn:example:plain", 17}, borrow(long_problem)}) {
      call_response(catalog, locale, {"http", 4}, 200, problem);
      call_response(catalog, locale, {"rpc", 3}, 0, problem);
    }
  }
  for (const char *tag : {"", "en", "zh-TW", "zh_Hant_HK", "pt-PT", "xx", "en-US-POSIX", "-", "und"}) {
    const cg_locale chosen = cg_catalog_choose(catalog, tag, std::strlen(tag));
    require(chosen >= 0 && chosen < locales, "a catalog with packs always chooses one of them");
  }
}

}  // namespace fuzz
