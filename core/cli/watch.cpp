// codeglot watch: compiles when authoring files change. A file with errors leaves the packs as they were; a pack is whole
// at any time, for files are replaced, and only those whose bytes change.
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <set>

#include "core/cli/build.h"
#include "core/cli/commands.h"
#include "core/cli/folder_watch.h"
#include "core/cli/interruption.h"
#include "core/compiler/catalog.h"
#include "core/compiler/manifest.h"
#include "core/compiler/work.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct WatchOptions : CatalogOptions {
  bool poll = false;
};

/// "en.cgpk, fr.cgpk and 38 more"
std::string listed(const std::set<std::string> &paths) {
  constexpr size_t names_most = 4;
  std::string text;
  size_t named = 0;
  for (auto path = paths.begin(); path != paths.end() && named < names_most; ++path, ++named) {
    text += (named == 0 ? "" : ", ") + fs::path(*path).filename().string();
  }
  return paths.size() > names_most ? text + " and " + std::to_string(paths.size() - names_most) + " more" : text;
}

class Watcher {
 public:
  explicit Watcher(const WatchOptions &options) : options_(options) {
    if (options.manifest) {    // What an earlier run has left: names change with the packs' contents.
      Diagnostics unreadable;  // As good as not there.
      const fs::path folder(options.output);
      const fs::path manifest = folder / manifest_file;
      const auto text = fs::exists(manifest) ? read_file(manifest.string(), unreadable) : std::nullopt;
      for (const std::string &file : files_of_manifest(text.value_or(""))) {
        ours_.insert((folder / file).string());
      }
    }
  }

  void run() {
    const Interruption interruption;
    FolderWatch watch(options_.folder, options_.poll);  // Before the first look: what changes meanwhile is seen.
    try {
      do {
        compile_once();
      } while (watch.wait_for_settled_change() == FolderWatch::Event::changed);
    } catch (const Stopped &) {  // While it compiled: what it had written is taken back.
    }
  }

 private:
  void compile_once() {
    const auto begin = std::chrono::steady_clock::now();
    try {
      int status = exit_ok;
      Output output(options_.output, true);
      const std::optional<Built> built = build(options_, &output, status);
      const std::optional<std::string> what = built ? update(output) : std::nullopt;
      if (!what) {
        std::cerr << "codeglot: " << options_.output << " stays as it was until the next change\n";
        return;
      }
      const auto milliseconds =
          std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
      std::cout << counted(built->locales, "pack") << " in " << options_.output << ": " << *what
                << engine_note(built->engine_messages, "") << ", " << milliseconds << " ms"
                << std::endl;                // A pipe gets the line now.
    } catch (const std::exception &error) {  // The folder went while it was read, for one.
      complain(error.what());
    }
  }

  /// Brings the folder up to date, and says how; nothing, with a complaint, if a file cannot be written.
  std::optional<std::string> update(Output &output) {
    if (const std::string problem = output.commit(); !problem.empty()) {
      complain(problem);
      return std::nullopt;
    }
    std::set<std::string> removed;
    for (const std::string &path : ours_) {
      std::error_code error;
      if (output.paths().count(path) == 0 && fs::remove(path, error)) {
        removed.insert(path);
      }
    }
    ours_ = output.paths();
    std::string what = output.written().empty() ? "" : "wrote " + listed(output.written());
    what += removed.empty() ? "" : (what.empty() ? "" : ", ") + ("removed " + listed(removed));
    return what.empty() ? "nothing new" : what;
  }

  const WatchOptions &options_;
  std::set<std::string> ours_;  // Paths of the files of the last good compilation, also of an earlier run.
};

}  // namespace

void add_watch(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<WatchOptions>();
  CLI::App *command = app.add_subcommand("watch", "Compile authoring files to packs whenever they change");
  add_folder(*command, *options);
  add_outputs(*command, *options);
  command->add_flag("--poll", options->poll,
                    "Look at the files' times: for folders of other machines, which report no changes");
  command->footer(
      "Compiles at once, and at each change, until it is interrupted (Ctrl-C): then the exit status is 0. While files\n"
      "have errors, the packs stay as they were.");
  command->callback([options, &exit_status] {
    Watcher(*options).run();
    exit_status = exit_ok;
  });
}

}  // namespace codeglot::cli
