// See interruption.h.
#include "core/cli/interruption.h"

#include <cstddef>

namespace codeglot::cli {
namespace {

constexpr std::array<int, 3> signals = {SIGINT, SIGTERM, SIGHUP};

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal's handler may set nothing else");

}  // namespace

Interruption::Interruption() {
  struct sigaction raise_flag {};
  raise_flag.sa_handler = [](int) { interrupted = true; };
  raise_flag.sa_flags = SA_RESTART;
  sigemptyset(&raise_flag.sa_mask);
  for (size_t index = 0; index < signals.size(); ++index) {
    sigaction(signals[index], nullptr, &before_[index]);
    if (before_[index].sa_handler != SIG_IGN) {  // As under nohup, or of a shell's background job.
      sigaction(signals[index], &raise_flag, nullptr);
    }
  }
}

Interruption::~Interruption() {
  for (size_t index = 0; index < signals.size(); ++index) {
    sigaction(signals[index], &before_[index], nullptr);
  }
}

const std::atomic<bool> &Interruption::flag() { return interrupted; }

}  // namespace codeglot::cli
