// See side_by_side.h.
#include "core/compiler/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace codeglot {
namespace {

// A locale of 100,000 messages takes some 200 MB until its pack is written.
constexpr unsigned threads_most = 8;

}  // namespace

void run_side_by_side(size_t count, unsigned threads, const std::function<void(size_t)> &each) {
  if (threads == 0) {
    threads = std::clamp(std::thread::hardware_concurrency(), 1u, threads_most);
  }
  std::atomic<size_t> next{0};
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&] {
    for (size_t index = next++; index < count; index = next++) {
      try {
        each(index);
      } catch (...) {
        const std::lock_guard lock(failing);
        failure = failure ? failure : std::current_exception();
        next = count;
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (size_t thread = 1; thread < std::min<size_t>(threads, count); ++thread) {
      others.emplace_back(run);
    }
    run();
  }
  if (failure) {
    std::rethrow_exception(failure);
  }
}

}  // namespace codeglot
