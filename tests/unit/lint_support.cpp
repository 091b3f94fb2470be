// See lint_support.h.
#include "tests/unit/lint_support.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "core/compiler/locale_data.h"
#include "core/lint/message_view.h"
#include "core/lint/report.h"

namespace codeglot::test {
namespace {

/// Texts of a locale that are in its script, and differ from English.
std::string plain_text(const std::string &tag) {
  const LocaleTraits traits = LocaleTraits::of(tag);
  switch (traits.scripts.empty() ? USCRIPT_LATIN : traits.scripts.front()) {
    case USCRIPT_CYRILLIC:
      return "Ой";
    case USCRIPT_ARABIC:
      return "آه";
    case USCRIPT_HAN:
      return tag == "ja" ? "ああ" : "唉";
    case USCRIPT_HANGUL:
      return "아";
    case USCRIPT_HEBREW:
      return "אוי";
    case USCRIPT_THAI:
      return "โอ";
    case USCRIPT_DEVANAGARI:
      return "ओह";
    case USCRIPT_GREEK:
      return "Ωχ";
    default:
      return tag == "en" ? "Oh" : "Och";
  }
}

}  // namespace

const std::string lint_codes = codes_json(
    R"({"code": 1, "name": "a", "args": {"n": {"type": "number"}, "s": {"type": "string"}, "d": {"type": "date"}}})");

std::string json_string(std::string_view text) { return nlohmann::json(text).dump(); }

std::string lint_locale(const std::string &tag, const std::string &json_message, const std::string &more) {
  const std::string text = plain_text(tag);
  return "{\"$locale\": \"" + tag + "\", \"$unknown-code\": \"" + text + " {code}\", \"$unreadable-response\": \"" +
         text + "\",\n\"a\": " + json_message + more + "}";
}

std::string check_files(const Files &files, const std::string &baseline) {
  const TemporaryFolder folder;
  for (const auto &[name, text] : files) {
    folder.write(name, text);
  }
  CheckOptions options;
  options.folder = folder.path();
  options.baseline = baseline.empty() ? "" : folder.path(baseline);
  std::string report = text_report(check_catalog(options));
  for (size_t at = report.find(folder.path() + "/"); at != std::string::npos;
       at = report.find(folder.path() + "/", at)) {
    report.erase(at, folder.path().size() + 1);
  }
  return report;
}

std::string check_text(const std::string &locale, std::string_view message, std::string_view source) {
  Files files = {{"codes.json", lint_codes}, {locale + ".json", lint_locale(locale, json_string(message))}};
  if (locale != "en") {
    files["en.json"] = source.empty() ? "{}" : lint_locale("en", json_string(source));
  }
  const std::string report = check_files(files);
  std::string of_locale;
  for (size_t from = 0; from < report.size();) {
    const size_t to = report.find("]\n", from) + 2;
    of_locale += report.compare(from, locale.size() + 6, locale + ".json:") == 0 ? report.substr(from, to - from) : "";
    from = to;
  }
  return of_locale;
}

bool reports(const std::string &report, std::string_view rule) {
  UNSCOPED_INFO(report);
  return report.find(" [" + std::string(rule) + "]\n") != std::string::npos;
}

}  // namespace codeglot::test
