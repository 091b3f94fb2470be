// Progress: a line on standard error that says how far a long run is, if that is a terminal; in a pipe or a file, nothing.
#ifndef CODEGLOT_CLI_PROGRESS_H
#define CODEGLOT_CLI_PROGRESS_H

#include <memory>

#include "core/compiler/work.h"

namespace codeglot::cli {

/// Shows `work` from a thread of its own until it goes, and takes the line away then. `work` must outlive it. In a build
/// without threads (core/cli/wasm/) there is no line.
class Progress {
 public:
  explicit Progress(const Work &work);
  ~Progress();

 private:
  struct Line;
  std::unique_ptr<Line> line_;
};

}  // namespace codeglot::cli
#endif
