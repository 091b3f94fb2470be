// Progress: a line on standard error that says how far a long run is, if that is a terminal; in a pipe or a file, nothing.
#ifndef CODEGLOT_CLI_PROGRESS_H
#define CODEGLOT_CLI_PROGRESS_H

#include <thread>

#include "core/compiler/work.h"

namespace codeglot::cli {

/// Shows `work` from a thread of its own until it goes, and takes the line away then. `work` must outlive it.
class Progress {
 public:
  explicit Progress(const Work &work);

 private:
  std::jthread thread_;
};

}  // namespace codeglot::cli
#endif
