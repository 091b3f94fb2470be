// codeglot check, codeglot compile, codeglot import: the authoring files.
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/build.h"
#include "core/cli/commands.h"
#include "core/cli/interruption.h"
#include "core/compiler/file_output.h"
#include "core/compiler/import_edn.h"

namespace codeglot::cli {

namespace fs = std::filesystem;

std::string counted(size_t count, const std::string &noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

int report(const Diagnostics &diagnostics) {
  std::cerr << diagnostics.text();
  if (!diagnostics.all().empty()) {
    std::cerr << counted(diagnostics.error_count(), "error") << ", " << counted(diagnostics.warning_count(), "warning")
              << '\n';
  }
  return diagnostics.has_errors() ? exit_found_wrong : exit_ok;
}

bool write_files(const std::map<std::string, std::string> &files) {
  for (const auto &[path, bytes] : files) {
    std::error_code error;
    fs::create_directories(fs::path(path).parent_path(), error);
    if (const std::string problem = write_file(path, bytes); !problem.empty()) {
      complain(problem);
      return false;
    }
  }
  return true;
}

void add_check(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<CatalogOptions>();
  CLI::App *command = app.add_subcommand("check", "Find everything that is wrong with authoring files");
  add_folder(*command, *options);
  command->add_flag("--explain", options->explain,
                    "Say of each message who formats it, the runtime or the ICU engine, and why");
  command->callback([options, &exit_status] {
    const Interruption interruption;
    if (const auto built = build(*options, nullptr, exit_status)) {
      std::cout << counted(built->locales, "locale") << " in order"
                << engine_note(*built, options->explain ? "" : ": --explain says why") << '\n';
    }
  });
}

void add_compile(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<CatalogOptions>();
  CLI::App *command = app.add_subcommand("compile", "Compile authoring files to packs, one per locale");
  add_folder(*command, *options);
  add_outputs(*command, *options);
  command->callback([options, &exit_status] {
    const Interruption interruption;
    Output output(options->output);
    const auto built = build(*options, &output, exit_status);
    if (!built) {
      return;
    }
    if (const std::string problem = output.commit(); !problem.empty()) {
      complain(problem);
      exit_status = exit_usage;
      return;
    }
    std::cout << counted(built->locales, "pack") << ", " << built->pack_bytes << " bytes, "
              << (built->data_files == 0 ? "" : counted(built->data_files, "file") + " of CLDR data, ") << "in "
              << options->output << engine_note(*built, ": codeglot check --explain says why") << '\n';
  });
}

void add_import(CLI::App &app, int &exit_status) {
  struct Options : ImportOptions {
    std::string format;
  };
  const auto options = std::make_shared<Options>();
  CLI::App *command = app.add_subcommand("import", "Bring a service's table of codes into authoring files");
  command->add_option("--from", options->format, "Format of the table")->required()->check(CLI::IsMember({"edn"}));
  command->add_option("file", options->file, "The table: EDN, alone or in a fenced block of a Markdown page")
      ->required()
      ->check(CLI::ExistingFile);
  command->add_option("-o,--output", options->folder, "Folder of the authoring files")->capture_default_str();
  command->add_option("--locale", options->locale, "Locale of the table's texts")->capture_default_str();
  command->add_option("--namespace", options->catalog_namespace, "Name of a new catalog (default: the file's)");
  command->callback([options, &exit_status] {
    Diagnostics diagnostics;
    const ImportResult result = import_edn(*options, diagnostics);
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
  });
}

}  // namespace codeglot::cli
