// See build.h.
#include "core/cli/build.h"

#include <filesystem>
#include <iostream>
#include <utility>
#include <vector>

#include "core/cli/commands.h"
#include "core/cli/interruption.h"
#include "core/cli/progress.h"
#include "core/compiler/catalog_build.h"
#include "core/compiler/data_features.h"
#include "core/compiler/explain.h"
#include "core/compiler/manifest.h"

namespace codeglot::cli {

namespace fs = std::filesystem;

void add_folder(CLI::App &command, CatalogOptions &options) {
  command.add_option("folder", options.folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
}

void add_outputs(CLI::App &command, CatalogOptions &options) {
  command.add_option("-o,--output", options.output, "Folder for the packs")->capture_default_str();
  command.add_flag("--time-zones", options.time_zones,
                   "CLDR data for dates in named time zones, too, if the ICU engine is to show them");
  CLI::Option *pseudo = command.add_flag(
      "--pseudo", options.pseudo, "Also packs of the pseudo-locales en-XA (accents, longer) and ar-XB (right to left)");
  command
      .add_option("--pseudo-from", options.pseudo_basis,
                  "The locale that they disguise (default: en, else the default locale)")
      ->needs(pseudo);
  CLI::Option *manifest = command.add_flag("--manifest", options.manifest,
                                           "Also manifest.json: the packs, and which readers each of them serves");
  command
      .add_flag("--hashed", options.hashed,
                "Packs are named after their contents (fr.3fa94c1d.cgpk), so that they can be cached for ever")
      ->needs(manifest);
}

Output::Output(std::string folder, bool changes_only) : folder_(std::move(folder)), changes_only_(changes_only) {}

void Output::add(const std::string &name, const std::string &bytes) {
  const std::string path = (fs::path(folder_) / name).string();
  Diagnostics unreadable;  // As good as not there: it is written.
  const bool same = changes_only_ && fs::exists(path) && read_file(path, unreadable) == bytes;
  const std::string problem = same ? "" : files_.add(path, bytes);
  const std::lock_guard lock(guard_);
  paths_.insert(path);
  if (!same) {
    written_.insert(path);
  }
  problem_ = problem_.empty() ? problem : problem_;
}

std::string Output::commit() { return problem_.empty() ? files_.commit() : problem_; }

namespace {

/// What is gathered from locales as they are done, in any order.
class Gathering {
 public:
  Gathering(const CatalogOptions &options, Output *output) : options_(options), output_(output) {}

  void locale(const LocaleFile &file, const std::string &pack) {
    const size_t engine_messages = count_engine_messages(file);
    const std::string name = pack.empty() ? "" : pack_file_name(file.tag, pack, options_.hashed);
    if (!pack.empty() && output_ != nullptr) {
      output_->add(name, pack);
    }
    const std::lock_guard lock(guard_);
    if (!pack.empty() && options_.manifest) {
      manifest_.add(name, pack);
    }
    tags_.insert(file.tag);
    add_data_features(file, options_.time_zones, features_);
    built_.engine_messages += engine_messages;
    built_.pack_bytes += pack.size();
  }

  Built built() {
    built_.locales = tags_.size();
    if (features_ && output_ != nullptr) {
      for (const auto &[name, data] : write_cldr_data({tags_.begin(), tags_.end()}, *features_)) {
        output_->add(name, data);
        ++built_.data_files;
      }
    }
    if (options_.manifest && output_ != nullptr) {  // Last, and so renamed last: what it names is there.
      output_->add(manifest_file, manifest_.json());
    }
    return built_;
  }

 private:
  const CatalogOptions &options_;
  Output *output_;
  std::mutex guard_;
  std::set<std::string> tags_;
  Manifest manifest_;
  std::optional<DataFeatures> features_;
  Built built_;
};

}  // namespace

std::optional<Built> build(const CatalogOptions &options, Output *output, int &exit_status) {
  Diagnostics diagnostics;
  Work work;
  work.stop = &Interruption::flag();
  Gathering gathering(options, output);
  {
    const Progress progress(work);
    build_catalog(
        options.folder, {0, &work, options.pseudo, options.pseudo_basis},
        [&](const Catalog &, const LocaleFile &file, const std::string &pack, Diagnostics &) {
          gathering.locale(file, pack);
        },
        diagnostics);
  }
  exit_status = report(diagnostics);
  if (exit_status != exit_ok) {
    return std::nullopt;
  }
  const Built built = gathering.built();
  work.check();
  return built;
}

std::string engine_note(size_t count, const std::string &advice) {
  return count == 0 ? ""
                    : "; " + counted(count, "message") + (count == 1 ? " needs" : " need") + " the ICU engine" + advice;
}

}  // namespace codeglot::cli
