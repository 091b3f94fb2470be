// From authoring files to what is written for programs: what check, compile and watch have in common.
#ifndef CODEGLOT_CLI_BUILD_H
#define CODEGLOT_CLI_BUILD_H

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>

namespace codeglot::cli {

struct BuildOptions {
  std::string folder;
  std::string output = "packs";
  bool explain = false;
  bool time_zones = false;
  bool pseudo = false;
  std::string pseudo_basis;
};

/// The folder, and what compile and watch can be asked for besides.
void add_folder(CLI::App &command, BuildOptions &options);
void add_outputs(CLI::App &command, BuildOptions &options);

/// What a catalog is compiled to.
struct Built {
  std::map<std::string, std::string> packs;  // by tag
  std::map<std::string, std::string> data;   // CLDR data for the ICU engine in WebAssembly, by name; none if not needed
  size_t engine_messages = 0;                // Of all locales, those that only the ICU engine formats.

  /// All of it by path in a folder.
  std::map<std::string, std::string> files(const std::string &folder) const;
};

/// Reads, compiles and reports, and explains if that is asked for; nothing if there are errors. The exit status is set.
std::optional<Built> build(const BuildOptions &options, int &exit_status);

/// "; 2 messages need the ICU engine: …", or nothing where the runtime formats all.
std::string engine_note(const Built &built, const std::string &advice);

}  // namespace codeglot::cli
#endif
