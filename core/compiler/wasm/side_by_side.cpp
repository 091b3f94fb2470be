// See core/compiler/side_by_side.h: there are no threads here.
#include "core/compiler/side_by_side.h"

namespace codeglot {

void run_side_by_side(size_t count, unsigned, const std::function<void(size_t)> &each) {
  for (size_t index = 0; index < count; ++index) {
    each(index);
  }
}

}  // namespace codeglot
