// See check.h.
#include "core/lint/check.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>
#include <utility>

#include "core/compiler/compile.h"
#include "core/lint/baseline.h"
#include "core/lint/lint.h"
#include "core/lint/released.h"

namespace codeglot {
namespace {

namespace fs = std::filesystem;

/// A file of the check's own; nothing if there is none, or if it cannot be read, which is reported.
std::optional<JsonDocument> read_document(const std::string &path, bool required, Diagnostics &diagnostics) {
  if (!required && !fs::exists(path)) {
    return std::nullopt;
  }
  std::optional<std::string> text = read_file(path, diagnostics);
  return text ? JsonDocument::parse(path, std::move(*text), diagnostics) : std::nullopt;
}

/// The tag of the locale file that a finding is in; empty for other files.
std::string locale_of(const Diagnostic &finding) {
  const fs::path path(finding.position.file);
  return path.extension() == ".json" && !is_reserved_file(path.filename().string()) ? path.stem().string() : "";
}

/// Takes out what is off, excepted or in the baseline, and sorts the rest.
class Sieve {
 public:
  Sieve(const CheckSettings &settings, Baseline *baseline, CheckResult &result)
      : settings_(settings), baseline_(baseline), result_(result) {}

  void add(const std::vector<Diagnostic> &findings) {
    for (const Diagnostic *finding : sorted(findings)) {
      take(*finding);
    }
  }

  const std::set<const Exception *> &used() const { return used_; }

 private:
  void take(const Diagnostic &finding) {
    std::optional<Severity> severity = finding.severity;
    if (info(finding.rule).adjustable) {
      severity = settings_.severity(finding.rule);
      if (!severity) {
        return;
      }
      if (const Exception *exception = settings_.exception_for(finding, locale_of(finding))) {
        used_.insert(exception);
        ++result_.excepted;
        return;
      }
      if (baseline_ != nullptr && baseline_->holds(finding)) {
        ++result_.baselined;
        return;
      }
    }
    result_.findings.push_back(finding);
    result_.findings.back().severity = *severity;
    ++(*severity == Severity::error ? result_.errors : result_.warnings);
  }

  const CheckSettings &settings_;
  Baseline *baseline_;
  CheckResult &result_;
  std::set<const Exception *> used_;
};

}  // namespace

CheckResult check_catalog(const CheckOptions &options) {
  CheckResult result;
  Diagnostics found;
  result.catalog = read_catalog(options.folder, found);
  CheckSettings settings;
  std::optional<Baseline> baseline;
  const auto file = [&](const char *name) { return (fs::path(options.folder) / name).string(); };
  if (result.catalog) {
    const Catalog &catalog = *result.catalog;
    if (options.compile) {
      result.packs = compile(catalog,
                             found);  // First: it makes nothing once there are errors, which rules can be, too.
    }
    if (const auto document = read_document(file("check.json"), false, found)) {
      settings = CheckSettings::read(*document, catalog, found);
    }
    std::optional<Glossary> glossary;
    if (const auto document = read_document(file("glossary.json"), false, found)) {
      glossary = Glossary::read(*document, catalog, found);
    }
    if (const auto document = read_document(file("released.json"), false, found)) {
      check_released(*document, catalog, found);
    }
    lint(catalog, settings, glossary ? &*glossary : nullptr, found);
  }
  if (!options.baseline.empty() && !options.without_baseline) {
    if (const auto document = read_document(options.baseline, true, found)) {
      baseline = Baseline::read(*document, options.folder, found);
    }
  }
  Sieve sieve(settings, baseline ? &*baseline : nullptr, result);
  sieve.add(found.all());
  Diagnostics stale;
  for (const Exception &exception : settings.exceptions()) {
    if (!sieve.used().contains(&exception) && settings.is_on(exception.rule)) {
      stale.add(Rule::stale_exception, exception.position,
                "nothing here to except: \"" + std::string(info(exception.rule).id) + "\" is not found" +
                    (exception.locale.empty() ? "" : " in " + exception.locale) +
                    (exception.name.empty() ? "" : " for \"" + exception.name + "\"") + ": remove the exception");
    }
  }
  if (baseline) {
    baseline->report_stale(stale);
  }
  sieve.add(stale.all());
  std::stable_sort(result.findings.begin(), result.findings.end(), [](const Diagnostic &left, const Diagnostic &right) {
    return std::tie(left.position.file, left.position.line, left.position.column) <
           std::tie(right.position.file, right.position.line, right.position.column);
  });
  return result;
}

}  // namespace codeglot
