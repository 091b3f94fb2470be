// Random: the same numbers from the same seed on every platform, which std::uniform_int_distribution does not promise.
#ifndef CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_H
#define CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_H

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>

namespace differential {

class Random {
 public:
  explicit Random(uint64_t seed) : engine_(seed) {}

  uint64_t bits() { return engine_(); }
  /// From 0 to `count` - 1.
  size_t below(size_t count) { return static_cast<size_t>(engine_() % count); }
  int64_t between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(engine_() % (static_cast<uint64_t>(high - low) + 1));
  }
  bool one_in(size_t count) { return below(count) == 0; }

  template <typename Container>
  const auto &pick(const Container &container) {
    return std::data(container)[below(std::size(container))];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace differential
#endif
