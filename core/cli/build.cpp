// See build.h.
#include "core/cli/build.h"

#include <filesystem>
#include <iostream>

#include "core/cli/commands.h"
#include "core/compiler/catalog.h"
#include "core/compiler/compile.h"
#include "core/compiler/data_features.h"
#include "core/compiler/explain.h"
#include "core/compiler/pseudo_locale.h"

namespace codeglot::cli {

namespace fs = std::filesystem;

void add_folder(CLI::App &command, BuildOptions &options) {
  command.add_option("folder", options.folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
}

void add_outputs(CLI::App &command, BuildOptions &options) {
  command.add_option("-o,--output", options.output, "Folder for the packs")->capture_default_str();
  command.add_flag("--time-zones", options.time_zones,
                   "CLDR data for dates in named time zones, too, if the ICU engine is to show them");
  CLI::Option *pseudo = command.add_flag(
      "--pseudo", options.pseudo, "Also packs of the pseudo-locales en-XA (accents, longer) and ar-XB (right to left)");
  command
      .add_option("--pseudo-from", options.pseudo_basis,
                  "The locale that they disguise (default: en, else the default locale)")
      ->needs(pseudo);
}

std::map<std::string, std::string> Built::files(const std::string &folder) const {
  std::map<std::string, std::string> files;
  for (const auto &[tag, pack] : packs) {
    files[(fs::path(folder) / (tag + ".cgpk")).string()] = pack;
  }
  for (const auto &[name, bytes] : data) {
    files[(fs::path(folder) / name).string()] = bytes;
  }
  return files;
}

std::optional<Built> build(const BuildOptions &options, int &exit_status) {
  Diagnostics diagnostics;
  std::optional<Catalog> catalog = read_catalog(options.folder, diagnostics);
  Built built;
  if (catalog) {
    if (options.pseudo && !diagnostics.has_errors()) {
      add_pseudo_locales(*catalog, options.pseudo_basis, diagnostics);
    }
    built.packs = compile(*catalog, diagnostics);
    built.engine_messages = count_engine_messages(*catalog);
  }
  exit_status = report(diagnostics);
  if (catalog && options.explain) {
    std::cout << explain(*catalog);
  }
  if (exit_status != exit_ok) {
    return std::nullopt;
  }
  if (const std::optional<DataFeatures> features = data_features(*catalog, options.time_zones)) {
    std::vector<std::string> tags;
    for (const LocaleFile &file : catalog->locales) {
      tags.push_back(file.tag);
    }
    built.data = write_cldr_data(tags, *features);
  }
  return built;
}

std::string engine_note(const Built &built, const std::string &advice) {
  const size_t count = built.engine_messages;
  return count == 0 ? ""
                    : "; " + counted(count, "message") + (count == 1 ? " needs" : " need") + " the ICU engine" + advice;
}

}  // namespace codeglot::cli
