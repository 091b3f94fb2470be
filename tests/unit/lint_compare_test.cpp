// The rules that hold a message beside the source's, and what a regional file may leave out.
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("A message shows the arguments of the source's") {
  CHECK(
      check_text("de", "Datei fehlt.", "File {s} is missing.") ==
      "de.json:2:7: warning: {s} does not stand here, but in en: its value is lost to the reader [argument-differs]\n");
  CHECK(check_text("de", "Datei {s} fehlt, {n}.", "File {s} is missing.").find("{n} stands here, but not in en") !=
        std::string::npos);
  CHECK(check_text("de", "{n, plural, one{Eine} other{# Dateien}} {s}", "{s}: {n} of them") == "");
  CHECK(check_text("ja", "{n}個", "{n, plural, one{# file} other{# files}}") == "");
}

TEST_CASE("A format of another type is another meaning") {
  CHECK(reports(check_text("de", "{n, number, percent}", "{n, number}"), "argument-differs"));
  CHECK(reports(check_text("de", "{n, number, ::currency/EUR}", "{n, number, ::percent}"), "argument-differs"));
  CHECK(reports(check_text("de", "{d, time}", "{d, date}"), "argument-differs"));
  CHECK(check_text("de", "{d, date, long}", "{d, date, short}") == "");
  CHECK(check_text("de", "{n, number, integer}", "{n}") == "");
  CHECK(reports(check_text("de", "{s, number}", "{s}"), "argument-type"));
}

TEST_CASE("A select keeps its keys") {
  const char *source = "{s, select, none{A} other{B {s}}}";
  CHECK(check_text("de", "{s, select, keine{C} other{D {s}}}", source)
            .find("the select of {s} lacks none and has keine, unlike that of en") != std::string::npos);
  CHECK(reports(check_text("de", "Datei {s}", source), "select-differs"));
  CHECK(check_text("de", "{s, select, none{C} other{D {s}}}", source) == "");
  // What the language selects on its own is its own.
  CHECK(check_text("de", "{s, select, none{C} other{D {s}}}", "B {s}") == "");
}

TEST_CASE("A text that is the source's is not translated") {
  CHECK(reports(check_text("de", "File missing.", "File missing."), "same-as-source"));
  CHECK(check_text("en-GB", "File missing.", "File missing.").find("same-as-source") == std::string::npos);
  CHECK(check_text("de", "{n} / 100 %", "{n} / 100 %") == "");
  CHECK(check_text("de", "OpenID: app_id", "OpenID: app_id") == "");
  CHECK(reports(check_text("de", "{s, select, none{File} other{{s}}}", "{s, select, none{File} other{{s}}}"),
                "same-as-source"));
}

TEST_CASE("The default locale's text is not a translation either") {
  const std::string codes = R"({"namespace": "t", "sourceLocale": "zh-Hans", "defaultLocale": "en", "codes": [
      {"code": 1, "name": "a"}]})";
  CHECK(reports(check_files({{"codes.json", codes},
                             {"zh-Hans.json", lint_locale("zh-Hans", "\"缺少文件\"")},
                             {"en.json", lint_locale("en", "\"File missing.\"")},
                             {"de.json", lint_locale("de", "\"File missing.\"")}}),
                "same-as-source"));
}

TEST_CASE("A message that is far longer than the source's is found, by columns") {
  const std::string source = "Not found: " + repeat("x", 9);  // 20 columns: 80 are allowed.
  CHECK(check_text("de", repeat("z", 80), source) == "");
  CHECK(reports(check_text("de", repeat("z", 81), source), "length"));
  CHECK(reports(check_text("ja", repeat("語", 41), source), "length"));
  CHECK(check_text("ja", repeat("語", 40), source) == "");
  CHECK(check_text("de", repeat("a\u0308", 80), source).find("[length]") == std::string::npos);
}

TEST_CASE("How long a message may be is a setting, by script and by locale") {
  const auto report = [](const std::string &length, const std::string &locale, const std::string &text) {
    return check_files({{"codes.json", lint_codes},
                        {"check.json", "{\"rules\": {\"length\": " + length + "}}"},
                        {"en.json", lint_locale("en", "\"Ten chars.\"")},
                        {locale + ".json", lint_locale(locale, json_string(text))}});
  };
  const std::string tight = R"({"factor": 1, "slack": 0, "scripts": {"Cyrl": 2}, "locales": {"de": 3}})";
  // The texts without a code are as long as the source's here.
  CHECK(reports(report(tight, "pl", repeat("z", 11)), "length"));
  CHECK(report(tight, "ru", repeat("ж", 20)).find("\"$") == std::string::npos);
  CHECK_FALSE(reports(report(tight, "ru", repeat("ж", 20)), "length"));
  CHECK(reports(report(tight, "ru", repeat("ж", 21)), "length"));
  CHECK_FALSE(reports(report(tight, "de", repeat("z", 30)), "length"));
  CHECK_FALSE(reports(report(tight, "de-AT", repeat("z", 30)), "length"));
  CHECK_FALSE(reports(report("\"off\"", "pl", repeat("z", 3000)), "length"));
}

TEST_CASE("A regional file holds only what differs from a parent in its language") {
  const auto report = [](const std::string &parent, const std::string &regional) {
    return check_files({{"codes.json", lint_codes},
                        {"en.json", lint_locale("en", "\"A\"")},
                        {parent + ".json", lint_locale(parent, "\"Eh\"")},
                        {regional + ".json", "{\"$locale\": \"" + regional + "\"}"}});
  };
  for (const auto &[parent, regional] : {std::pair("es", "es-419"), std::pair("fr", "fr-CA"), std::pair("en", "en-GB"),
                                         std::pair("pt-BR", "pt-PT"), std::pair("es", "es-MX")}) {
    INFO(regional);
    CHECK(report(parent, regional) == "");
  }
  CHECK(reports(report("es", "fr-CA"), "missing-message"));
  CHECK(reports(report("pt-PT", "pt-BR"), "missing-message"));
  CHECK(reports(report("zh-Hans", "zh-Hant-HK"), "missing-message"));
}

TEST_CASE("What pt-PT leaves out, pt-BR says") {
  const Compiled compiled = compile_files({{"codes.json", lint_codes},
                                           {"en.json", lint_locale("en", "\"English\"")},
                                           {"pt-BR.json", lint_locale("pt-BR", "\"Do Brasil\"")},
                                           {"pt-PT.json", "{\"$locale\": \"pt-PT\"}"}});
  CHECK(open_packs({{"pt-PT", compiled.packs.at("pt-PT")}}).message(1, "pt-PT") == "Do Brasil");
}
