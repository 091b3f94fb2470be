// Fuzz target: the rules, their edits and reports, and the files that belong to a check. The input's first byte picks what
// the rest is: a locale file in one of several locales, a glossary, settings, a release, a baseline. A locale file stays
// JSON when it is mended, and reports are JSON in any case.
#include "core/lint/lint.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/compiler/catalog_reader.h"
#include "core/lint/baseline.h"
#include "core/lint/fix.h"
#include "core/lint/released.h"
#include "core/lint/report.h"
#include "target.h"

namespace {

using namespace codeglot;

constexpr const char *codes =
    R"({"namespace": "f", "sourceLocale": "en", "defaultLocale": "en", "codes": [{"code": 1, "name": "a",
    "args": {"n": {"type": "number"}, "s": {"type": "string"}, "d": {"type": "date"}}}]})";
constexpr const char *english =
    R"({"$locale": "en", "a": "{n, plural, one{# file} other{# files}} {s, select, none{missing} other{{s} missing}}"})";
constexpr const char *words =
    R"({"concepts": [{"id": "c", "names": ["a"]}], "verbatim": [{"text": "id", "names": ["a"]}],
    "locales": {"ru": {"terms": {"c": {"term": "файл", "forms": ["файл"], "avoid": ["file"]}}}}})";
constexpr std::array tags{"en", "ru", "ar", "ja", "fr", "tr", "th"};

std::optional<JsonDocument> parse(const char *name, std::string text) {
  Diagnostics ignored;
  return JsonDocument::parse(name, std::move(text), ignored);
}

LocaleFile locale_of(const Catalog &catalog, const JsonDocument &document, const std::string &tag,
                     Diagnostics &diagnostics) {
  return read_locale(document, LocaleData::load(tag), catalog, diagnostics);
}

/// The catalog that inputs are checked against, with its English.
Catalog &catalog() {
  static Catalog made = [] {
    Diagnostics diagnostics;
    Catalog result = *read_codes(*parse("codes.json", codes), diagnostics);
    result.locales.push_back(locale_of(result, *parse("en.json", english), "en", diagnostics));
    fuzz::require(!diagnostics.has_errors(), "the target's own catalog is in order");
    return result;
  }();
  return made;
}

void check_locale(const std::string &tag, const JsonDocument &document) {
  static Diagnostics of_glossary;
  static const Glossary glossary = Glossary::read(*parse("glossary.json", words), catalog(), of_glossary);
  Diagnostics found;
  const LocaleFile file = locale_of(catalog(), document, tag, found);
  lint_document(catalog(), file, document, CheckSettings(), &glossary, found);
  std::vector<Diagnostic> mended;
  const std::string text = mend(document.text(), sorted(found.all()), mended);
  if (!mended.empty()) {
    fuzz::require(parse("x.json", text).has_value(), "a mended file is JSON");
  }
  CheckResult result;
  result.findings = found.all();
  fuzz::require(nlohmann::json::accept(json_report(result)), "a report is JSON");
  fuzz::require(nlohmann::json::accept(sarif_report(result, "/")), "a SARIF report is JSON");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  if (bytes == 0) {
    return 0;
  }
  const size_t kind = data[0] % (tags.size() + 4);
  const auto document = parse("x.json", fuzz::to_string(data + 1, bytes - 1));
  if (!document) {
    return 0;
  }
  Diagnostics found;
  if (kind < tags.size()) {
    check_locale(tags[kind], *document);
  } else if (kind == tags.size()) {
    const Glossary glossary = Glossary::read(*document, catalog(), found);
    lint_document(catalog(), catalog().locales[0], *parse("en.json", english), CheckSettings(), &glossary, found);
  } else if (kind == tags.size() + 1) {
    const CheckSettings settings = CheckSettings::read(*document, catalog(), found);
    lint_document(catalog(), catalog().locales[0], *parse("en.json", english), settings, nullptr, found);
  } else if (kind == tags.size() + 2) {
    check_released(*document, catalog(), found);
  } else {
    Baseline baseline = Baseline::read(*document, "", found);
    baseline.report_stale(found);
  }
  return 0;
}
