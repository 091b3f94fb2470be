// See folder_watch.h.
#include "core/cli/folder_watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "core/cli/interruption.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

constexpr int poll_milliseconds = 200;
constexpr int settle_milliseconds = 60;
constexpr int settle_most_milliseconds = 1000;

}  // namespace

bool FolderWatch::is_authoring_file(const std::string &name) { return name.ends_with(".json") && name[0] != '.'; }

std::map<std::string, FolderWatch::Stamp> FolderWatch::look() const {
  std::map<std::string, Stamp> stamps;
  std::error_code error;
  for (fs::directory_iterator entry(folder_, error), end; !error && entry != end; entry.increment(error)) {
    struct stat status = {};
    const std::string name = entry->path().filename().string();
    if (is_authoring_file(name) && stat(entry->path().c_str(), &status) == 0) {
#if defined(__APPLE__)
      const timespec modified = status.st_mtimespec;
      const timespec changed = status.st_ctimespec;
#else
      const timespec modified = status.st_mtim;
      const timespec changed = status.st_ctim;
#endif
      const auto nanoseconds = [](const timespec &time) {
        return static_cast<long long>(time.tv_sec) * 1000000000LL + time.tv_nsec;
      };
      stamps[name] = {nanoseconds(modified), nanoseconds(changed), status.st_size, status.st_ino};
    }
  }
  return stamps;
}

FolderWatch::Event FolderWatch::wait_held(int milliseconds_most) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::milliseconds(milliseconds_most);
  while (!Interruption::flag()) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    if (left <= 0) {
      return Event::quiet;
    }
    const bool sees = notify_ >= 0 && watched_ >= 0;
    const bool readable = sleep(sees ? static_cast<int>(left)
                                     : std::min<int>(static_cast<int>(left), poll_milliseconds));
    if (readable && read_events()) {
      return Event::changed;
    }
    if (notify_ >= 0 && watched_ < 0) {
      open();
      if (watched_ >= 0) {
        return Event::changed;
      }
    }
    if (notify_ < 0) {
      std::map<std::string, Stamp> now = look();
      if (now != seen_) {
        seen_ = std::move(now);
        return Event::changed;
      }
    }
  }
  return Event::ended;
}

FolderWatch::Event FolderWatch::wait_for_settled_change() {
  constexpr int hour_milliseconds = 3600 * 1000;
  Event event = Event::quiet;
  while (event == Event::quiet) {
    event = wait(hour_milliseconds);
  }
  for (int waited = 0; event == Event::changed && waited < settle_most_milliseconds; waited += settle_milliseconds) {
    if (const Event next = wait(settle_milliseconds); next != Event::changed) {
      return next == Event::ended ? next : Event::changed;
    }
  }
  return event;
}

}  // namespace codeglot::cli
