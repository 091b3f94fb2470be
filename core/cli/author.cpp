// codeglot check, codeglot compile, codeglot import: the authoring files.
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/commands.h"
#include "core/compiler/catalog.h"
#include "core/compiler/compile.h"
#include "core/compiler/data_features.h"
#include "core/compiler/explain.h"
#include "core/compiler/file_output.h"
#include "core/compiler/import_edn.h"
#include "core/compiler/pseudo_locale.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct CatalogOptions {
  std::string folder;
  std::string output = "packs";
  bool explain = false;
  bool time_zones = false;
  bool pseudo = false;
  std::string pseudo_basis;
};

/// What a catalog is compiled to.
struct Built {
  std::map<std::string, std::string> packs;  // by tag
  std::map<std::string, std::string> data;   // CLDR data for the ICU engine in WebAssembly, by name; none if not needed
  size_t engine_messages = 0;                // Of all locales, those that only the ICU engine formats.
};

/// Reads, compiles and reports, and explains if that is asked for; nothing if there are errors. The exit status is set.
std::optional<Built> build(const CatalogOptions &options, int &exit_status) {
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

/// "; 2 messages need the ICU engine: …", or nothing where the runtime formats all.
std::string engine_note(const Built &built, const std::string &advice) {
  const size_t count = built.engine_messages;
  return count == 0 ? ""
                    : "; " + counted(count, "message") + (count == 1 ? " needs" : " need") + " the ICU engine" + advice;
}

}  // namespace

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
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_flag("--explain", options->explain,
                    "Say of each message who formats it, the runtime or the ICU engine, and why");
  command->callback([options, &exit_status] {
    if (const auto built = build(*options, exit_status)) {
      std::cout << counted(built->packs.size(), "locale") << " in order"
                << engine_note(*built, options->explain ? "" : ": --explain says why") << '\n';
    }
  });
}

void add_compile(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<CatalogOptions>();
  CLI::App *command = app.add_subcommand("compile", "Compile authoring files to packs, one per locale");
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("-o,--output", options->output, "Folder for the packs")->capture_default_str();
  command->add_flag("--time-zones", options->time_zones,
                    "CLDR data for dates in named time zones, too, if the ICU engine is to show them");
  CLI::Option *pseudo = command->add_flag(
      "--pseudo", options->pseudo,
      "Also packs of the pseudo-locales en-XA (accents, longer) and ar-XB (right to left)");
  command
      ->add_option("--pseudo-from", options->pseudo_basis,
                   "The locale that they disguise (default: en, else the default locale)")
      ->needs(pseudo);
  command->callback([options, &exit_status] {
    const auto built = build(*options, exit_status);
    if (!built) {
      return;
    }
    std::map<std::string, std::string> files;
    size_t bytes = 0;
    for (const auto &[tag, pack] : built->packs) {
      files[(fs::path(options->output) / (tag + ".cgpk")).string()] = pack;
      bytes += pack.size();
    }
    for (const auto &[name, data] : built->data) {
      files[(fs::path(options->output) / name).string()] = data;
    }
    if (!write_files(files)) {
      exit_status = exit_usage;
      return;
    }
    std::cout << counted(built->packs.size(), "pack") << ", " << bytes << " bytes, "
              << (built->data.empty() ? "" : counted(built->data.size(), "file") + " of CLDR data, ") << "in "
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
