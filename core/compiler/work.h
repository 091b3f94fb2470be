// Work: a long run as others see it, from any thread: how far it is, and that it is to end.
#ifndef CODEGLOT_COMPILER_WORK_H
#define CODEGLOT_COMPILER_WORK_H

#include <atomic>
#include <cstddef>

namespace codeglot {

/// Thrown by what works when it is told to end: what it has done so far is let go of.
struct Stopped {};

struct Work {
  std::atomic<size_t> locales{0};  // Of the catalog.
  std::atomic<size_t> locales_done{0};
  std::atomic<size_t> messages_done{0};
  const std::atomic<bool> *stop = nullptr;  // Not owned; may be set by a signal's handler.

  void check() const {
    if (stop != nullptr && stop->load(std::memory_order_relaxed)) {
      throw Stopped();
    }
  }
};

}  // namespace codeglot
#endif
