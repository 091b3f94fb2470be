// Waits for changes of the authoring files in a folder: by inotify on Linux, elsewhere, or if asked, by looking at the
// files' times again and again. A raised flag of Interruption, which must live, ends a wait. What it takes from the system
// is in folder_notify.cpp; in WebAssembly, which only sleeps, in wasm/folder_notify.cpp.
#ifndef CODEGLOT_CLI_FOLDER_WATCH_H
#define CODEGLOT_CLI_FOLDER_WATCH_H

#include <signal.h>

#include <map>
#include <string>
#include <tuple>

namespace codeglot::cli {

class FolderWatch {
 public:
  enum class Event { changed, quiet, ended };

  /// Sees what changes from now on. Polls if `poll`, or where there is nothing better.
  FolderWatch(std::string folder, bool poll);
  ~FolderWatch();
  FolderWatch(const FolderWatch &) = delete;
  FolderWatch &operator=(const FolderWatch &) = delete;

  /// Until a file changes, the time is over, or a signal comes. A folder that is removed has changed, and has again when it
  /// is back.
  Event wait(int milliseconds_most);
  /// Waits without end for a change, and then until nothing has changed for a moment, as editors write in steps.
  Event wait_for_settled_change();

 private:
  using Stamp = std::tuple<long long, long long, long long, unsigned long long>;  // Modified, changed, size, inode.

  /// An authoring file; editors put others beside it (".#en.json", "en.json~").
  static bool is_authoring_file(const std::string &name);
  /// Waits for the time, a signal, or something to read.
  bool sleep(int milliseconds) const;
  Event wait_held(int milliseconds_most);
  std::map<std::string, Stamp> look() const;
  void open();
  /// Whether an authoring file is among what inotify tells, or it lost its sight.
  bool read_events();

  const std::string folder_;
  int notify_ = -1;   // Of inotify; -1: polls.
  int watched_ = -1;  // What inotify watches; -1: the folder is gone.
  std::map<std::string, Stamp> seen_;
  sigset_t unblocked_;  // The mask of signals outside of waits.
};

}  // namespace codeglot::cli
#endif
