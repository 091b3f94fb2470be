// codeglot convert: authoring files in another syntax.
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/commands.h"
#include "core/compiler/catalog.h"
#include "core/compiler/convert_mf2.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct ConvertOptions {
  std::string folder;
  std::string syntax;
  std::string output;
};

/// The files to write, with their paths: those that change, or for a folder of its own the whole catalog.
std::map<std::string, std::string> files_to_write(const ConvertOptions &options, const CatalogConversion &conversion,
                                                  Diagnostics &diagnostics) {
  std::map<std::string, std::string> files;
  for (const auto &[name, text] : conversion.files) {
    const fs::path source = fs::path(options.folder) / name;
    if (!options.output.empty()) {
      files[(fs::path(options.output) / name).string()] = text;
    } else if (read_file(source.string(), diagnostics) != text) {
      files[source.string()] = text;
    }
  }
  if (!options.output.empty()) {
    for (const fs::directory_entry &entry : fs::directory_iterator(options.folder)) {
      const std::string name = entry.path().filename().string();
      if (is_reserved_file(name)) {
        files[(fs::path(options.output) / name).string()] = read_file(entry.path().string(), diagnostics).value_or("");
      }
    }
  }
  return files;
}

void run(const ConvertOptions &options, int &exit_status) {
  Diagnostics diagnostics;
  const CatalogConversion conversion = convert_to_mf2(options.folder, diagnostics);
  const std::map<std::string, std::string> files = files_to_write(options, conversion, diagnostics);
  exit_status = report(diagnostics);
  if (exit_status != exit_ok) {
    return;
  }
  if (!write_files(files)) {
    exit_status = exit_usage;
    return;
  }
  std::cout << counted(conversion.converted, "message") << " converted, " << conversion.already
            << " MessageFormat 2 already, " << conversion.kept << " left as MessageFormat 1; "
            << counted(files.size(), "file") << " written\n";
}

}  // namespace

void add_convert(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<ConvertOptions>();
  CLI::App *command = app.add_subcommand("convert", "Turn the messages of authoring files into MessageFormat 2");
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--to", options->syntax, "Syntax of the result")->required()->check(CLI::IsMember({"mf2"}));
  command->add_option("-o,--output", options->output,
                      "Folder for the whole catalog (default: the locale files are replaced)");
  command->footer(
      "A message is converted if it then prints the same as before; any other stays MessageFormat 1, and a warning says\n"
      "why. The files get \"$bidi\": \"none\", because MessageFormat 1 sets no argument apart from text of the other\n"
      "direction, and the texts would not be the same if MessageFormat 2 did. Remove it to have arguments isolated.\n"
      "Two things do change: an argument that is missing and has no default is shown as {$name}, not {name}, and dates\n"
      "before 15 October 1582 are those of the Gregorian calendar, not of the Julian.");
  command->callback([options, &exit_status] { run(*options, exit_status); });
}

}  // namespace codeglot::cli
