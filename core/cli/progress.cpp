// See progress.h.
#include "core/cli/progress.h"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

namespace codeglot::cli {
namespace {

constexpr auto first_after = std::chrono::milliseconds(300);  // What is done sooner needs no line.
constexpr auto then_every = std::chrono::milliseconds(100);

std::string grouped(size_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

/// Over what the line said before, without scrolling.
void show(const std::string &line) { std::fprintf(stderr, "\r%s\x1b[K", line.c_str()); }

}  // namespace

struct Progress::Line {
  std::jthread thread;
};

Progress::Progress(const Work &work) {
  if (isatty(STDERR_FILENO) == 0) {
    return;
  }
  line_ = std::make_unique<Line>();
  line_->thread = std::jthread([&work](const std::stop_token &stop) {
    std::mutex guard;
    std::condition_variable_any ended;
    std::unique_lock lock(guard);
    bool shown = false;
    for (auto pause = first_after; !ended.wait_for(lock, stop, pause, [&stop] { return stop.stop_requested(); });
         pause = then_every) {
      show(grouped(work.locales_done) + " of " + grouped(work.locales) + " locales, " + grouped(work.messages_done) +
           " messages");
      shown = true;
    }
    if (shown) {
      show("");
    }
  });
}

Progress::~Progress() = default;

}  // namespace codeglot::cli
