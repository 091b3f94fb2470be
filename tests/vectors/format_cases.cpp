// See cases.h. Formats, parts and messages that stand in, on the catalog of tests/vectors/formats/catalog. Texts and parts
// come from the ICU engine; what stands in for a message that only the engine can format is written here.
#include <algorithm>
#include <stdexcept>

#include "cases.h"
#include "core/compiler/argument_value.h"
#include "core/icu_engine/message.h"

namespace vectors {
namespace {

using codeglot::Part;

const codeglot::LocaleMessage &source_of(const Oracle &oracle, int32_t code, const std::string &locale) {
  const auto entry = std::find_if(oracle.catalog().codes.begin(), oracle.catalog().codes.end(),
                                  [&](const codeglot::CodeEntry &one) { return one.code == code; });
  return oracle.catalog().locale(locale)->messages.at(entry->name);
}

/// What the engine makes of a source; in its answer errors are the arguments' fault.
codeglot::Formatted format(const codeglot::LocaleMessage &message, const std::string &locale, const Json &arguments) {
  const bool mf1 = message.syntax == codeglot::Format::Syntax::mf1;
  const auto parsed = mf1 ? codeglot::make_mf1_message(message.source, locale)
                          : codeglot::make_mf2_message(message.source, locale);
  codeglot::FormatContext context;
  context.bidi = message.syntax == codeglot::Format::Syntax::mf2 ? codeglot::BidiIsolation::automatic
                                                                 : codeglot::BidiIsolation::none;
  return parsed->format(codeglot::arguments_from_json(nlohmann::json::parse(arguments.dump())), context);
}

/// The list of parts as tests/vectors/README.md has it.
class PartList {
 public:
  void add(const std::string &type, const std::string &name, const std::string &value, const std::string &text) {
    const bool goes_on = !list_.empty() && (type == "text" || type == "piece") && list_.back()[0] == type &&
                         list_.back()[1] == name;
    if (goes_on) {
      list_.back()[3] = list_.back()[3].get<std::string>() + text;
    } else {
      list_.push_back({type, name, value, text});
    }
  }
  Json take() { return std::move(list_); }

 private:
  Json list_ = Json::array();
};

Json parts_of(const codeglot::Formatted &formatted) {
  static constexpr const char *types[] = {"text",   "string",         "number",   "datetime",
                                          "markup", "bidi-isolation", "fallback", "custom"};
  PartList list;
  for (const Part &part : formatted.parts) {
    const std::string type = types[static_cast<size_t>(part.type)];
    if (part.type == Part::Type::text && part.value.empty()) {
      continue;
    }
    const std::string fallback = part.source.starts_with("$") ? part.source.substr(1) : part.source;
    list.add(type, part.type == Part::Type::fallback ? fallback : part.name, part.kind, part.value);
    if (!part.id.empty()) {
      list.add("option", "u:id", part.id, "");
    }
    for (const auto &[name, value] : part.options) {
      list.add("option", name, value, "");
    }
    for (const Part::Piece &piece : part.pieces) {
      list.add("piece", piece.type, "", piece.value);
    }
  }
  return list.take();
}

class Cases {
 public:
  explicit Cases(const Oracle &oracle) : oracle_(oracle) {}

  /// A case that the runtime formats as the engine does.
  void add(int32_t code, const std::string &locale, const std::string &variant, const Json &arguments,
           const std::string &status = "ok", const std::string &argument = "") {
    const codeglot::Formatted formatted = format(source_of(oracle_, code, locale), locale, arguments);
    if (status == "ok" && !formatted.errors.empty()) {
      throw std::runtime_error("the engine has an error for code " + std::to_string(code) + " in " + locale + ": " +
                               formatted.errors.front().message);
    }
    Json one = begin(code, locale, variant, arguments, formatted.text(), status);
    if (!argument.empty()) {
      one["argument"] = argument;
    }
    one["parts"] = parts_of(formatted);
    cases_.push_back(std::move(one));
  }

  /// A case that only the engine can format: what stands in for it, and what the engine prints.
  void add_left(int32_t code, const std::string &locale, const std::string &variant, const Json &arguments,
                const std::string &text, const std::string &argument = "") {
    const codeglot::LocaleMessage &message = source_of(oracle_, code, locale);
    Json one = begin(code, locale, variant, arguments, text, "needs-icu");
    if (!argument.empty()) {
      one["argument"] = argument;
    }
    one["source"] = message.source;
    one["icu"] = format(message, locale, arguments).text();
    cases_.push_back(std::move(one));
  }

  std::vector<Json> take() { return std::move(cases_); }

 private:
  Json begin(int32_t code, const std::string &locale, const std::string &variant, const Json &arguments,
             const std::string &text, const std::string &status) const {
    const auto entry = std::find_if(oracle_.catalog().codes.begin(), oracle_.catalog().codes.end(),
                                    [&](const codeglot::CodeEntry &one) { return one.code == code; });
    return {{"id", std::to_string(code) + "/" + locale + "/" + variant},
            {"call", "message"},
            {"code", code},
            {"locale", locale},
            {"args", arguments},
            {"text", text},
            {"status", status},
            {"name", entry->name},
            {"answered", locale},
            {"direction", locale == "ar" ? "rtl" : "ltr"}};
  }

  const Oracle &oracle_;
  std::vector<Json> cases_;
};

std::vector<Json> numbers() {
  std::vector<Json> values;
  for (const int64_t integer : {0, 1, 2, 3, 5, 11, 21, 100, 999, 1000, 12345, 999949, 999950, 1500000, -1, -1234}) {
    values.push_back(integer);
  }
  for (const double number : {0.5, 1.5, -0.4, 0.256, 1234.567, 99.995}) {
    values.push_back(number);
  }
  for (const char *digits : {"1.10", "-0.005", "1e9"}) {
    values.push_back({{"decimal", digits}});
  }
  for (const char *special : {"NaN", "Infinity", "-Infinity", "-0"}) {
    values.push_back({{"double", special}});
  }
  return values;
}

struct NamedDate {
  const char *id;
  Json value;
};

std::vector<NamedDate> dates() {
  return {{"UTC", {{"date", 1612325106789}}},
          {"UTC by name", {{"date", 1612325106789}, {"zone", "UTC"}}},
          {"India's offset", {{"date", 1612325106789}, {"zone", "+05:30"}}},
          {"day before", {{"date", 1614556800000}, {"zone", "-0800"}}},
          {"noon", {{"date", 1614600000000}}},
          {"epoch", {{"date", 0}}},
          {"before the epoch", {{"date", -1}}},
          {"last Julian day", {{"date", -12219292800001}}},
          {"first Gregorian day", {{"date", -12219292800000}}},
          {"BC", {{"date", -62200000000000}}}};
}

}  // namespace

std::vector<Json> format_cases(const Oracle &oracle) {
  Cases cases(oracle);
  for (const std::string &locale : oracle.locales()) {
    for (const int32_t code : {1, 2, 3, 4, 5, 6, 7}) {
      for (const Json &value : numbers()) {
        const bool counted_nan = code == 3 && value == Json({{"double", "NaN"}});  // ICU counts no NaN.
        if (!counted_nan) {
          cases.add(code, locale, "n=" + value.dump(), {{"n", value}});
        }
      }
      cases.add(code, locale, "nothing", Json::object(), "missing-argument", "n");
    }
    for (const NamedDate &date : dates()) {
      cases.add(8, locale, date.id, {{"d", date.value}, {"s", "Ada"}});
      cases.add(9, locale, date.id, {{"d", date.value}});
      cases.add(14, locale, date.id, {{"d", date.value}});
    }
    cases.add(8, locale, "no date", {{"s", "Ada"}}, "missing-argument", "d");
    cases.add(10, locale, "UTC", {{"d", {{"date", 1612325106789}}}});
    for (const Json &value : numbers()) {
      cases.add(11, locale, "n=" + value.dump(), {{"n", value}, {"s", "a"}});
      cases.add(12, locale, "n=" + value.dump(), {{"n", value}});
    }
    cases.add(11, locale, "other s", {{"n", 0}, {"s", "\u05D0"}});
    cases.add(13, locale, "words", {{"n", 1234.5}, {"s", "{x} \u05D0"}});
    cases.add(13, locale, "no words", {{"n", -1}}, "missing-argument", "s");
    cases.add(17, locale, "words", {{"n", 1234.5}, {"s", "\u05D0"}});
    cases.add(17, locale, "no words", {{"n", -1}}, "missing-argument", "s");
    cases.add(17, locale, "nothing", Json::object(), "missing-argument", "n");
    // What only the engine can format.
    const Json in_paris = {{"date", 1612325106789}, {"zone", "Europe/Paris"}};
    cases.add_left(8, locale, "Paris", {{"d", in_paris}, {"s", "Ada"}}, "Ada: {d} {d}", "d");
    cases.add_left(9, locale, "Paris", {{"d", in_paris}}, "{d}", "d");
    cases.add_left(10, locale, "offset", {{"d", {{"date", 0}, {"zone", "+05:30"}}}}, "{d}", "d");
    cases.add_left(15, locale, "two", {{"n", 2}, {"s", "Ada"}}, "Spelled {n} for Ada");
    cases.add_left(15, locale, "nobody", {{"n", 2}}, "Spelled {n} for {s}");
    cases.add_left(16, locale, "two", {{"n", 2}, {"s", "Ada"}},
                   "{$n} \u2068"
                   "Ada\u2069");
  }
  return cases.take();
}

}  // namespace vectors
