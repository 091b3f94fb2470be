// codeglot compile: authoring files to packs.
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>
#include <set>

#include "core/cli/commands.h"
#include "core/cli/interruption.h"
#include "core/cli/progress.h"
#include "core/compiler/catalog_build.h"
#include "core/compiler/data_features.h"
#include "core/compiler/explain.h"
#include "core/compiler/file_output.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct CatalogOptions {
  std::string folder;
  std::string output = "packs";
  bool time_zones = false;
};

/// What a catalog is compiled to.
struct Built {
  size_t locales = 0;
  size_t pack_bytes = 0;
  std::map<std::string, std::string> data;  // CLDR data for the ICU engine in WebAssembly, by name; none if not needed
  size_t engine_messages = 0;               // Of all locales, those that only the ICU engine formats.
};

/// What is gathered from locales as they are done, in any order.
class Gathering {
 public:
  Gathering(const CatalogOptions &options, FileSet *files) : options_(options), files_(files) {}

  void locale(const LocaleFile &file, const std::string &pack) {
    const size_t engine_messages = count_engine_messages(file);
    const std::string problem = pack.empty() || files_ == nullptr
                                    ? ""
                                    : files_->add((fs::path(options_.output) / (file.tag + ".cgpk")).string(), pack);
    const std::lock_guard lock(guard_);
    tags_.insert(file.tag);
    add_data_features(file, options_.time_zones, features_);
    built_.engine_messages += engine_messages;
    built_.pack_bytes += pack.size();
    problem_ = problem_.empty() ? problem : problem_;
  }

  const std::string &problem() const { return problem_; }
  Built built() {
    built_.locales = tags_.size();
    if (features_) {
      built_.data = write_cldr_data({tags_.begin(), tags_.end()}, *features_);
    }
    return std::move(built_);
  }

 private:
  const CatalogOptions &options_;
  FileSet *files_;
  std::mutex guard_;
  std::set<std::string> tags_;
  std::optional<DataFeatures> features_;
  std::string problem_;  // Of a pack that could not be written.
  Built built_;
};

/// Builds and reports; packs go to `files`. Nothing if there are errors. The exit status is set. Throws Stopped if the process is asked to end.
std::optional<Built> build(const CatalogOptions &options, FileSet *files, int &exit_status) {
  Diagnostics diagnostics;
  Work work;
  work.stop = &Interruption::flag();
  Gathering gathering(options, files);
  {
    const Progress progress(work);
    build_catalog(
        options.folder, {0, &work},
        [&](const Catalog &, const LocaleFile &file, const std::string &pack, Diagnostics &) {
          gathering.locale(file, pack);
        },
        diagnostics);
  }
  exit_status = report(diagnostics);
  if (exit_status != exit_ok) {
    return std::nullopt;
  }
  if (!gathering.problem().empty()) {
    complain(gathering.problem());
    exit_status = exit_usage;
    return std::nullopt;
  }
  Built built = gathering.built();
  work.check();
  return built;
}

}  // namespace

std::string engine_note(size_t count, const std::string &advice) {
  return count == 0 ? ""
                    : "; " + counted(count, "message") + (count == 1 ? " needs" : " need") + " the ICU engine" + advice;
}

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
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("-o,--output", options->output, "Folder for the packs")->capture_default_str();
  command->add_flag("--time-zones", options->time_zones,
                    "CLDR data for dates in named time zones, too, if the ICU engine is to show them");
  command->callback([options, &exit_status] {
    const Interruption interruption;
    FileSet files;
    const auto built = build(*options, &files, exit_status);
    if (!built) {
      return;
    }
    std::string problem;
    for (const auto &[name, data] : built->data) {
      problem = problem.empty() ? files.add((fs::path(options->output) / name).string(), data) : problem;
    }
    problem = problem.empty() ? files.commit() : problem;
    if (!problem.empty()) {
      complain(problem);
      exit_status = exit_usage;
      return;
    }
    std::cout << counted(built->locales, "pack") << ", " << built->pack_bytes << " bytes, "
              << (built->data.empty() ? "" : counted(built->data.size(), "file") + " of CLDR data, ") << "in "
              << options->output << engine_note(built->engine_messages, ": codeglot check --explain says why") << '\n';
  });
}

}  // namespace codeglot::cli
