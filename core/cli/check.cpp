// codeglot check: everything that is wrong with a catalog, for people, editors and continuous integration.
#include "core/lint/check.h"

#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include "core/cli/commands.h"
#include "core/cli/interruption.h"
#include "core/cli/progress.h"
#include "core/compiler/catalog_reader.h"
#include "core/compiler/file_output.h"
#include "core/lint/baseline.h"
#include "core/lint/fix.h"
#include "core/lint/released.h"
#include "core/lint/report.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct CheckCommand : CheckOptions {
  std::string format = "text";
  size_t warnings_most = 0;
  bool warnings_limited = false;
  bool strict = false;
  bool fix = false;
  bool write_baseline = false;
  bool release = false;
  bool rules = false;
};

/// What is wrong with the options; empty if nothing is.
std::string usage_problem(const CheckCommand &options) {
  if (options.folder.empty() && !options.rules) {
    return "folder is required: name the folder with codes.json and the locale files";
  }
  if (options.write_baseline && options.baseline.empty()) {
    return "--write-baseline wants --baseline FILE, which says where to";
  }
  if (options.explain && options.format != "text") {
    return "--explain is text: leave out --format " + options.format;
  }
  const fs::path baseline(options.baseline);
  std::error_code ignored;
  const fs::path parent = baseline.parent_path().empty() ? fs::path(".") : baseline.parent_path();
  if (!options.baseline.empty() && baseline.filename() != "baseline.json" && baseline.extension() == ".json" &&
      fs::equivalent(parent, options.folder, ignored)) {
    return options.baseline + " would be read as a locale: call it baseline.json, or keep it in another folder";
  }
  return "";
}

/// Mends, and says what was mended; false with a complaint if a file cannot be written.
bool fix(const CheckCommand &options) {
  Work work;
  work.stop = &Interruption::flag();
  CheckOptions stoppable = options;
  stoppable.work = &work;
  const FixResult result = fix_catalog(stoppable);
  std::ostream &out = options.format == "text" ? std::cout : std::cerr;
  for (const Diagnostic &finding : result.mended) {
    out << finding.position.file << ':' << finding.position.line << ':' << finding.position.column
        << ": mended: " << finding.message << " [" << info(finding.rule).id << "]\n";
  }
  out << counted(result.mended.size(), "finding") << " mended\n";
  if (!result.problem.empty()) {
    complain(result.problem);
  }
  return result.problem.empty();
}

void print(const CheckResult &result, const CheckCommand &options) {
  const std::string here = fs::current_path().string();
  if (options.format == "json") {
    std::cout << json_report(result);
  } else if (options.format == "sarif") {
    std::cout << sarif_report(result, here);
  } else if (options.format == "github") {
    std::cout << github_report(result, here);
  } else {
    std::cerr << text_report(result);
    if (!result.findings.empty()) {
      std::cerr << counted(result.errors, "error") << ", " << counted(result.warnings, "warning") << '\n';
    }
  }
}

/// "; 3 findings excepted, 20 in the baseline", as far as there are any.
std::string set_aside(const CheckResult &result) {
  std::string text;
  if (result.excepted > 0) {
    text = "; " + counted(result.excepted, "finding") + " excepted";
  }
  if (result.baselined > 0) {
    text += text.empty() ? "; " + counted(result.baselined, "finding") : ", " + std::to_string(result.baselined);
    text += " in the baseline";
  }
  return text;
}

/// The exit status that the findings call for, with a complaint if it is warnings that fail.
int judge(const CheckResult &result, const CheckCommand &options) {
  if (result.errors > 0) {
    return exit_found_wrong;
  }
  const bool limited = options.strict || options.warnings_limited;
  const size_t most = options.strict ? 0 : options.warnings_most;
  if (limited && result.warnings > most) {
    complain(counted(result.warnings, "warning") + ", and " +
             (most == 0 ? "none is" : std::to_string(most) + " at most are") + " allowed");
    return exit_found_wrong;
  }
  return exit_ok;
}

/// Writes a file and says so; the exit status.
int write(const std::string &path, const std::string &bytes, const std::string &what) {
  if (const std::string problem = write_file(path, bytes); !problem.empty()) {
    complain(problem);
    return exit_usage;
  }
  std::cerr << path << ": " << what << " written\n";
  return exit_ok;
}

/// Checks, and shows how far it is.
CheckResult check(CheckOptions options) {
  Work work;
  work.stop = &Interruption::flag();
  options.work = &work;
  const Progress progress(work);
  return check_catalog(options);
}

int release(const CheckCommand &options) {
  Diagnostics known;
  const std::optional<Catalog> catalog = list_catalog(options.folder, known);
  return catalog ? write((fs::path(options.folder) / "released.json").string(), write_released(*catalog),
                         counted(catalog->codes.size(), "code"))
                 : exit_usage;
}

int write_baseline(const CheckCommand &options) {
  CheckOptions all = options;
  all.without_baseline = true;
  const CheckResult result = check(all);
  CheckResult rest;  // A baseline holds nothing that keeps the catalog from compiling.
  size_t held = 0;
  for (const Diagnostic &finding : result.findings) {
    if (info(finding.rule).adjustable) {
      ++held;
    } else {
      rest.findings.push_back(finding);
      ++(finding.severity == Severity::error ? rest.errors : rest.warnings);
    }
  }
  print(rest, options);
  const int status = write(options.baseline, Baseline::write(result.findings, options.folder),
                           counted(held, "finding"));
  return status == exit_ok ? judge(rest, options) : status;
}

int run(const CheckCommand &options) {
  if (const std::string problem = usage_problem(options); !problem.empty()) {
    complain(problem);
    return exit_usage;
  }
  if (options.rules) {
    std::cout << (options.format == "json" ? rules_json() : rules_text());
    return exit_ok;
  }
  if (options.fix && !fix(options)) {
    return exit_usage;
  }
  if (options.write_baseline) {
    return write_baseline(options);
  }
  const CheckResult result = check(options);
  print(result, options);
  std::cout << result.explanation;
  const int status = judge(result, options);
  if (status == exit_ok && options.format == "text") {
    std::cout << counted(result.locales, "locale") << " in order" << set_aside(result)
              << engine_note(result.engine_messages, options.explain ? "" : ": --explain says why") << '\n';
  }
  return status == exit_ok && options.release ? release(options) : status;
}

}  // namespace

void add_check(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<CheckCommand>();
  CLI::App *command = app.add_subcommand("check", "Find everything that is wrong with authoring files");
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->check(CLI::ExistingDirectory);
  command->add_option("--format", options->format, "Form of the report, on standard output unless it is text")
      ->check(CLI::IsMember({"text", "json", "sarif", "github"}))
      ->capture_default_str();
  command->add_flag("--explain", options->explain,
                    "Say of each message who formats it, the runtime or the ICU engine, and why");
  command->add_flag("--fix", options->fix, "Mend in the files what can be mended without a doubt, and say what");
  CLI::Option *baseline = command->add_option("--baseline", options->baseline,
                                              "Findings that were there before, in a file, which are not reported");
  command->add_flag("--write-baseline", options->write_baseline, "Write all present findings to the baseline")
      ->needs(baseline);
  command->add_flag("--strict", options->strict, "Fail on warnings, too");
  CLI::Option *most = command->add_option("--max-warnings", options->warnings_most, "Fail on more warnings than these")
                          ->check(CLI::Range(0, 1000000000));
  command->add_flag("--release", options->release,
                    "If all is in order, write released.json: the numbers and arguments that later checks hold on to");
  command->add_flag("--rules", options->rules, "List the rules, each with an example");
  command->callback([options, most, &exit_status] {
    const Interruption interruption;
    options->warnings_limited = most->count() > 0;
    exit_status = run(*options);
  });
}

}  // namespace codeglot::cli
