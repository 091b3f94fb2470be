// See check.h.
#include "core/lint/check.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "core/compiler/catalog_build.h"
#include "core/compiler/catalog_reader.h"
#include "core/compiler/explain.h"
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

/// What is gathered from locales as they are done, in any order and by several threads.
class Gathering {
 public:
  Gathering(const CheckOptions &options, const CheckSettings &settings, const Glossary *glossary)
      : options_(options), settings_(settings), glossary_(glossary) {}

  void locale(const Catalog &catalog, const LocaleFile &file) {
    Locale locale;
    lint_locale(catalog, file, settings_, glossary_, locale.findings);
    locale.explanation = options_.explain ? explain(catalog, file) : Explanation();
    locale.engine_messages = count_engine_messages(file);
    const std::lock_guard lock(guard_);
    locales_.emplace(file.tag, std::move(locale));
  }

  void report(CheckResult &result, Diagnostics &found) {
    std::string summaries;
    for (auto &[tag, locale] : locales_) {
      found.append(std::move(locale.findings));
      result.engine_messages += locale.engine_messages;
      result.explanation += locale.explanation.lines;
      summaries += locale.explanation.summary;
    }
    result.explanation += summaries;
    result.locales = locales_.size();
  }

 private:
  struct Locale {
    Diagnostics findings;
    Explanation explanation;
    size_t engine_messages = 0;
  };

  const CheckOptions &options_;
  const CheckSettings &settings_;
  const Glossary *glossary_;
  std::mutex guard_;
  std::map<std::string, Locale> locales_;  // by tag
};

/// What the catalog's own files say of the check.
struct Company {
  CheckSettings settings;
  std::optional<Glossary> glossary;
};

/// Reads the files beside the catalog's; what is wrong with them, or with what was published, goes to `found`.
Company read_company(const std::string &folder, Diagnostics &found) {
  Company company;
  Diagnostics told_by_the_build;
  const std::optional<Catalog> catalog = list_catalog(folder, told_by_the_build);
  if (!catalog) {
    return company;
  }
  const auto document = [&](const char *name) {
    return read_document((fs::path(folder) / name).string(), false, found);
  };
  if (const auto settings = document("check.json")) {
    company.settings = CheckSettings::read(*settings, *catalog, found);
  }
  if (const auto glossary = document("glossary.json")) {
    company.glossary = Glossary::read(*glossary, *catalog, found);
  }
  if (const auto released = document("released.json")) {
    check_released(*released, *catalog, found);
  }
  return company;
}

void report_stale(const CheckSettings &settings, const std::set<const Exception *> &used, Diagnostics &stale) {
  for (const Exception &exception : settings.exceptions()) {
    if (!used.contains(&exception) && settings.is_on(exception.rule)) {
      stale.add(Rule::stale_exception, exception.position,
                "nothing here to except: \"" + std::string(info(exception.rule).id) + "\" is not found" +
                    (exception.locale.empty() ? "" : " in " + exception.locale) +
                    (exception.name.empty() ? "" : " for \"" + exception.name + "\"") + ": remove the exception");
    }
  }
}

}  // namespace

CheckResult check_catalog(const CheckOptions &options) {
  CheckResult result;
  Diagnostics found;
  const Company company = read_company(options.folder, found);
  Gathering gathering(options, company.settings, company.glossary ? &*company.glossary : nullptr);
  Diagnostics of_build;
  build_catalog(
      options.folder, {0, options.work},
      [&](const Catalog &catalog, const LocaleFile &file, const std::string &, Diagnostics &) {
        gathering.locale(catalog, file);
      },
      of_build);
  found.append(std::move(of_build));
  gathering.report(result, found);
  std::optional<Baseline> baseline;
  if (!options.baseline.empty() && !options.without_baseline) {
    if (const auto document = read_document(options.baseline, true, found)) {
      baseline = Baseline::read(*document, options.folder, found);
    }
  }
  Sieve sieve(company.settings, baseline ? &*baseline : nullptr, result);
  sieve.add(found.all());
  Diagnostics stale;
  report_stale(company.settings, sieve.used(), stale);
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
