// codeglot export, codeglot import: the authoring files in the formats of other tools, and back; a service's own table.
#include <iostream>
#include <memory>

#include "core/cli/commands.h"
#include "core/compiler/file_output.h"
#include "core/compiler/import_edn.h"
#include "core/interchange/export.h"
#include "core/interchange/import.h"

namespace codeglot::cli {
namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const ExchangeFormat &format : exchange_formats()) {
    names.emplace_back(format.name);
  }
  return names;
}

/// Writes all or none; false with a complaint if it fails.
bool write_together(const std::map<std::string, std::string> &files) {
  const std::string problem = write_files_together(files);
  if (!problem.empty()) {
    complain(problem);
  }
  return problem.empty();
}

void run_export(const ExportOptions &options, bool json, int &exit_status) {
  Diagnostics diagnostics;
  const ExportedFiles exported = export_catalog(options, diagnostics);
  report_losses(exported.losses, options.format, diagnostics);
  exit_status = report(diagnostics);
  if (exit_status != exit_ok) {
    return;
  }
  if (!write_together(exported.files)) {
    exit_status = exit_usage;
    return;
  }
  if (json) {
    std::cout << losses_json(exported, options.format);
    return;
  }
  std::cout << counted(exported.files.size(), "file") << " written in " << options.output;
  if (!exported.losses.empty()) {
    std::cout << "; " << counted(exported.losses.size(), "message") << " not as what "
              << (exported.losses.size() == 1 ? "it is" : "they are") << ", listed above";
  }
  std::cout << '\n';
}

struct ImportCommand : ImportFilesOptions {
  std::string take_word;
  std::string catalog_namespace;
};

void run_import_edn(const ImportCommand &command, int &exit_status) {
  if (command.files.size() != 1 || !command.take_word.empty() || !command.record.empty()) {
    complain("--from edn takes one file, and neither --take nor --record");
    exit_status = exit_usage;
    return;
  }
  Diagnostics diagnostics;
  ImportOptions options{command.files[0], command.folder, "zh-Hans", command.catalog_namespace};
  options.locale = command.locale.empty() ? options.locale : command.locale;
  const ImportResult result = import_edn(options, diagnostics);
  exit_status = report(diagnostics);
  if (exit_status != exit_ok) {
    return;
  }
  if (!write_files(result.files)) {
    exit_status = exit_usage;
    return;
  }
  std::cout << result.codes << " codes read: " << result.added_codes << " added, " << result.added_texts
            << " texts added, " << result.kept_texts << " texts as they were\n";
}

void run_import(ImportCommand command, int &exit_status) {
  if (command.format == "edn") {
    run_import_edn(command, exit_status);
    return;
  }
  if (!command.catalog_namespace.empty()) {
    complain("--namespace is for --from edn only");
    exit_status = exit_usage;
    return;
  }
  command.take = command.take_word == "theirs" ? ImportFilesOptions::Take::theirs
                 : command.take_word == "ours" ? ImportFilesOptions::Take::ours
                                               : ImportFilesOptions::Take::neither;
  Diagnostics diagnostics;
  const MergedFiles merged = import_files(command, diagnostics);
  exit_status = report(diagnostics);
  if (exit_status != exit_ok) {
    return;
  }
  if (!write_together(merged.files)) {
    exit_status = exit_usage;
    return;
  }
  for (const auto &[tag, counts] : merged.counts) {
    std::cout << tag << ": " << counted(counts.taken, "text") << " taken, " << counts.added << " added, " << counts.same
              << " as they were, " << counts.kept << " kept, " << counts.untranslated << " not translated\n";
  }
  std::cout << counted(merged.files.size(), "file") << " written\n";
}

}  // namespace

void add_export(CLI::App &app, int &exit_status) {
  struct Options : ExportOptions {
    std::string report;
  };
  const auto options = std::make_shared<Options>();
  CLI::App *command = app.add_subcommand("export", "Write authoring files in the format of a translation tool");
  command->add_option("--to", options->format, "Format of the files")->required()->check(CLI::IsMember(format_names()));
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--locale", options->locales, "Locale to export, also one that is new (default: all; repeatable)")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      ->add_option("-o,--output", options->output,
                   "Folder for the files, or the name of the file where there is just one")
      ->required();
  command->add_option("--report", options->report, "On standard output: json, the files and what they could not carry")
      ->check(CLI::IsMember({"json"}));
  command->footer(
      "What a format cannot carry goes out as MessageFormat source where its users can format that, or is left out:\n"
      "each is a warning with the reason. What was exported is told in the files, or in a record beside them\n"
      "(*.codeglot.json): leave it there for codeglot import.");
  command->callback([options, &exit_status] { run_export(*options, !options->report.empty(), exit_status); });
}

void add_import(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<ImportCommand>();
  std::vector<std::string> formats = format_names();
  formats.emplace_back("edn");
  CLI::App *command = app.add_subcommand("import",
                                         "Bring translations, or a service's table of codes, into authoring files");
  command
      ->add_option("--from", options->format,
                   "Format of the files; edn: a service's table, alone or in a fenced block of a Markdown page")
      ->required()
      ->check(CLI::IsMember(formats));
  command->add_option("file", options->files, "The files; of edn one")->required()->check(CLI::ExistingFile);
  command->add_option("-o,--output", options->folder, "Folder of the authoring files")->capture_default_str();
  command->add_option(
      "--locale", options->locale,
      "Locale of the texts, if the file does not say or is new; of several, the only one to take (edn: zh-Hans)");
  command
      ->add_option("--take", options->take_word,
                   "Whose text to take where both were changed: theirs, the files', or ours")
      ->check(CLI::IsMember({"theirs", "ours"}));
  command->add_option("--record", options->record, "The export's record (default: looked for beside the file)")
      ->check(CLI::ExistingFile);
  command->add_option("--namespace", options->catalog_namespace, "edn: name of a new catalog (default: the file's)");
  command->footer(
      "A text that only the file has changed since the export is taken, one that only the authoring files have changed\n"
      "is kept; if both have, that is an error, and nothing is written. Texts that are empty or marked as not done are\n"
      "skipped. What is taken must pass the checks of codeglot check. All files are written, or none.");
  command->callback([options, &exit_status] { run_import(*options, exit_status); });
}

}  // namespace codeglot::cli
