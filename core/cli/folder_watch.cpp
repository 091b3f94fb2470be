// See folder_watch.h.
#include "core/cli/folder_watch.h"

#include <sys/select.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <stdexcept>
#if defined(__linux__)
#include <sys/inotify.h>
#endif

#include "core/cli/interruption.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

constexpr int poll_milliseconds = 200;
constexpr int settle_milliseconds = 60;
constexpr int settle_most_milliseconds = 1000;

/// An authoring file; editors put others beside it (".#en.json", "en.json~").
bool is_authoring_file(const std::string &name) { return name.ends_with(".json") && name[0] != '.'; }

}  // namespace

FolderWatch::FolderWatch(std::string folder, bool poll) : folder_(std::move(folder)) {
#if defined(__linux__)
  notify_ = poll ? -1 : inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
#else
  static_cast<void>(poll);
#endif
  open();
  seen_ = look();
}

FolderWatch::~FolderWatch() {
  if (notify_ >= 0) {
    close(notify_);
  }
}

void FolderWatch::open() {
#if defined(__linux__)
  if (notify_ >= 0) {
    watched_ = inotify_add_watch(
        notify_, folder_.c_str(),
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR);
    if (watched_ < 0 && (errno == ENOSPC || errno == ENOMEM)) {  // The user's watches are all taken: poll.
      close(notify_);
      notify_ = -1;
    }
  }
#endif
}

bool FolderWatch::sleep(int milliseconds) const {
  fd_set readable;
  FD_ZERO(&readable);
  if (notify_ >= 0) {
    FD_SET(notify_, &readable);
  }
  const timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  return pselect(notify_ + 1, &readable, nullptr, nullptr, &time, &unblocked_) > 0;
}

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

/// Whether an authoring file is among what inotify tells, or it lost its sight.
bool FolderWatch::read_events() {
  bool changed = false;
#if defined(__linux__)
  alignas(inotify_event) char buffer[4096];
  for (ssize_t bytes = read(notify_, buffer, sizeof buffer); bytes > 0; bytes = read(notify_, buffer, sizeof buffer)) {
    for (ssize_t at = 0; at < bytes;) {
      const auto *const event = reinterpret_cast<const inotify_event *>(buffer + at);
      const bool lost = (event->mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
      if (lost && event->wd == watched_) {
        inotify_rm_watch(notify_, watched_);
        watched_ = -1;
        changed = true;
      }
      changed = changed || (event->mask & IN_Q_OVERFLOW) != 0 || (event->len > 0 && is_authoring_file(event->name));
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
#endif
  return changed;
}

FolderWatch::Event FolderWatch::wait(int milliseconds_most) {
  // Signals come while it sleeps alone: none is lost between a look at the flag and the sleep.
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    sigaddset(&held, signal);
  }
  pthread_sigmask(SIG_BLOCK, &held, &unblocked_);
  const Event event = wait_held(milliseconds_most);
  pthread_sigmask(SIG_SETMASK, &unblocked_, nullptr);
  return event;
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
