// What folder_watch.h takes from the system: inotify, a sleep that it ends, and signals that come during that sleep alone.
#include <sys/select.h>
#include <unistd.h>

#include <cerrno>
#if defined(__linux__)
#include <sys/inotify.h>
#endif

#include "core/cli/folder_watch.h"

namespace codeglot::cli {

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

}  // namespace codeglot::cli
