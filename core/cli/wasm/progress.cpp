// See core/cli/progress.h: there are no threads here, so there is no line.
#include "core/cli/progress.h"

namespace codeglot::cli {

struct Progress::Line {};

Progress::Progress(const Work &) {}

Progress::~Progress() = default;

}  // namespace codeglot::cli
