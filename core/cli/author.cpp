// codeglot compile: authoring files to packs; and what commands of authoring files share.
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/build.h"
#include "core/cli/commands.h"
#include "core/cli/interruption.h"
#include "core/compiler/file_output.h"

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
              << (built->data_files == 0 ? "" : counted(built->data_files, "file") + " of CLDR data, ")
              << (options->manifest ? "manifest.json, " : "") << "in " << options->output
              << engine_note(built->engine_messages, ": codeglot check --explain says why") << '\n';
  });
}

}  // namespace codeglot::cli
