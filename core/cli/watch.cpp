// codeglot watch: compiles when authoring files change. A file with errors leaves the packs as they were; a pack is whole
// at any time, for files are replaced, and only those whose bytes change.
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/build.h"
#include "core/cli/commands.h"
#include "core/cli/folder_watch.h"
#include "core/compiler/catalog.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct WatchOptions : BuildOptions {
  bool poll = false;
};

/// "en.cgpk, fr.cgpk and 38 more"
std::string listed(const std::vector<std::string> &paths) {
  constexpr size_t names_most = 4;
  std::string text;
  for (size_t index = 0; index < paths.size() && index < names_most; ++index) {
    text += (index == 0 ? "" : ", ") + fs::path(paths[index]).filename().string();
  }
  return paths.size() > names_most ? text + " and " + std::to_string(paths.size() - names_most) + " more" : text;
}

class Watcher {
 public:
  explicit Watcher(const WatchOptions &options) : options_(options) {}

  void run() {
    FolderWatch watch(options_.folder, options_.poll);  // Before the first look: what changes meanwhile is seen.
    do {
      compile_once();
    } while (watch.wait_for_settled_change() == FolderWatch::Event::changed);
  }

 private:
  void compile_once() {
    const auto begin = std::chrono::steady_clock::now();
    try {
      int status = exit_ok;
      const std::optional<Built> built = build(options_, status);
      const std::optional<std::string> what = built ? update(built->files(options_.output)) : std::nullopt;
      if (!what) {
        std::cerr << "codeglot: " << options_.output << " stays as it was until the next change\n";
        return;
      }
      const auto milliseconds =
          std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
      std::cout << counted(built->packs.size(), "pack") << " in " << options_.output << ": " << *what
                << engine_note(*built, "") << ", " << milliseconds << " ms" << std::endl;  // A pipe gets the line now.
    } catch (const std::exception &error) {  // The folder went while it was read, for one.
      complain(error.what());
    }
  }

  /// Brings the folder up to date, and says how; nothing, with a complaint, if a file cannot be written.
  std::optional<std::string> update(const std::map<std::string, std::string> &files) {
    std::map<std::string, std::string> changed;
    std::vector<std::string> written;
    for (const auto &[path, bytes] : files) {
      Diagnostics unreadable;  // As good as not there: it is written.
      if (!fs::exists(path) || read_file(path, unreadable) != bytes) {
        changed.emplace(path, bytes);
        written.push_back(path);
      }
    }
    if (!write_files(changed)) {
      return std::nullopt;
    }
    std::vector<std::string> removed;
    for (const std::string &path : ours_) {
      std::error_code error;
      if (files.count(path) == 0 && fs::remove(path, error)) {
        removed.push_back(path);
      }
    }
    ours_.clear();
    for (const auto &[path, bytes] : files) {
      ours_.push_back(path);
    }
    std::string what = written.empty() ? "" : "wrote " + listed(written);
    what += removed.empty() ? "" : (what.empty() ? "" : ", ") + ("removed " + listed(removed));
    return what.empty() ? "nothing new" : what;
  }

  const WatchOptions &options_;
  std::vector<std::string> ours_;  // Paths of the files of the last good compilation.
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
