// Interruption: while it lives, Ctrl-C and the requests to end (SIGINT, SIGTERM, SIGHUP) do not end the process but raise
// a flag, so that what is under way can take back what it has written. One at a time.
#ifndef CODEGLOT_CLI_INTERRUPTION_H
#define CODEGLOT_CLI_INTERRUPTION_H

#include <signal.h>

#include <array>
#include <atomic>

namespace codeglot::cli {

class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption &) = delete;
  Interruption &operator=(const Interruption &) = delete;

  /// Never lowered again.
  static const std::atomic<bool> &flag();

 private:
  std::array<struct sigaction, 3> before_{};
};

}  // namespace codeglot::cli
#endif
