// The same work for many things that have nothing to do with each other, side by side on several threads; in a build
// without threads (core/compiler/wasm/) one after the other.
#ifndef CODEGLOT_COMPILER_SIDE_BY_SIDE_H
#define CODEGLOT_COMPILER_SIDE_BY_SIDE_H

#include <cstddef>
#include <functional>

namespace codeglot {

/// Calls `each` with 0 to count - 1, in any order, on as many threads at most; the first exception ends it, and is thrown
/// on. With 0 threads there are as many as the machine runs at once, but no more than locales that fit its memory.
void run_side_by_side(size_t count, unsigned threads, const std::function<void(size_t)> &each);

}  // namespace codeglot
#endif
