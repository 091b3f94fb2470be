// From authoring files to what is written for programs: what compile and watch have in common.
#ifndef CODEGLOT_CLI_BUILD_H
#define CODEGLOT_CLI_BUILD_H

#include <CLI/CLI.hpp>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "core/compiler/file_output.h"

namespace codeglot::cli {

struct CatalogOptions {
  std::string folder;
  std::string output = "packs";
  bool time_zones = false;
  bool pseudo = false;
  std::string pseudo_basis;
  bool manifest = false;
  bool hashed = false;
};

/// The folder, and what compile and watch can be asked for besides.
void add_folder(CLI::App &command, CatalogOptions &options);
void add_outputs(CLI::App &command, CatalogOptions &options);

/// The files of one build, in one folder. They are written as they are made, and take their places when committed.
class Output {
 public:
  /// With `changes_only`, files that are there with the same bytes already are left alone.
  explicit Output(std::string folder, bool changes_only = false);

  /// Any number of threads. What goes wrong is told by commit().
  void add(const std::string &name, const std::string &bytes);
  /// A sentence says what went wrong here or before, or is empty.
  std::string commit();

  /// Paths of all files that were added, and of those that were not there with the same bytes.
  const std::set<std::string> &paths() const { return paths_; }
  const std::set<std::string> &written() const { return written_; }

 private:
  const std::string folder_;
  const bool changes_only_;
  FileSet files_;
  std::mutex guard_;
  std::set<std::string> paths_;
  std::set<std::string> written_;
  std::string problem_;
};

/// What a catalog is compiled to.
struct Built {
  size_t locales = 0;
  size_t pack_bytes = 0;
  size_t data_files = 0;       // CLDR data for the ICU engine in WebAssembly; none if not needed.
  size_t engine_messages = 0;  // Of all locales, those that only the ICU engine formats.
};

/// Builds and reports; packs and data are added to `output` if there is any, for the
/// caller to commit. Nothing if there are errors. The exit status is set. Throws Stopped if the process is asked to end.
std::optional<Built> build(const CatalogOptions &options, Output *output, int &exit_status);

}  // namespace codeglot::cli
#endif
