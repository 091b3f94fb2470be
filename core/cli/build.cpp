// See build.h.
#include "core/cli/build.h"

#include <filesystem>
#include <iostream>
#include <map>
#include <utility>
#include <vector>

#include "core/cli/commands.h"
#include "core/cli/interruption.h"
#include "core/cli/progress.h"
#include "core/compiler/catalog_build.h"
#include "core/compiler/data_features.h"
#include "core/compiler/explain.h"

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

  void locale(const Catalog &catalog, const LocaleFile &file, const std::string &pack) {
    const Explanation explanation = options_.explain ? explain(catalog, file) : Explanation();
    const size_t engine_messages = count_engine_messages(file);
    if (!pack.empty() && output_ != nullptr) {
      output_->add(file.tag + ".cgpk", pack);
    }
    const std::lock_guard lock(guard_);
    explanations_[file.tag] = explanation;
    add_data_features(file, options_.time_zones, features_);
    built_.engine_messages += engine_messages;
    built_.pack_bytes += pack.size();
  }

  /// What was gathered of all locales; to be called when they are done.
  void explain_all() const {
    for (const auto &[tag, explanation] : explanations_) {
      std::cout << explanation.lines;
    }
    for (const auto &[tag, explanation] : explanations_) {
      std::cout << explanation.summary;
    }
  }
  Built built() {
    built_.locales = explanations_.size();
    if (features_ && output_ != nullptr) {
      std::vector<std::string> tags;
      for (const auto &[tag, explanation] : explanations_) {
        tags.push_back(tag);
      }
      for (const auto &[name, data] : write_cldr_data(tags, *features_)) {
        output_->add(name, data);
        ++built_.data_files;
      }
    }
    return built_;
  }

 private:
  const CatalogOptions &options_;
  Output *output_;
  std::mutex guard_;
  std::map<std::string, Explanation> explanations_;  // by tag
  std::optional<DataFeatures> features_;
  Built built_;
};

}  // namespace

std::optional<Built> build(const CatalogOptions &options, Output *output, int &exit_status) {
  Diagnostics diagnostics;
  Work work;
  work.stop = &Interruption::flag();
  Gathering gathering(options, output);
  std::optional<size_t> locales;
  {
    const Progress progress(work);
    locales = build_catalog(
        options.folder, {0, &work, options.pseudo, options.pseudo_basis},
        [&](const Catalog &catalog, const LocaleFile &file, const std::string &pack, Diagnostics &) {
          gathering.locale(catalog, file, pack);
        },
        diagnostics);
  }
  exit_status = report(diagnostics);
  if (locales && options.explain) {
    gathering.explain_all();
  }
  if (exit_status != exit_ok) {
    return std::nullopt;
  }
  const Built built = gathering.built();
  work.check();
  return built;
}

std::string engine_note(const Built &built, const std::string &advice) {
  const size_t count = built.engine_messages;
  return count == 0 ? ""
                    : "; " + counted(count, "message") + (count == 1 ? " needs" : " need") + " the ICU engine" + advice;
}

}  // namespace codeglot::cli
