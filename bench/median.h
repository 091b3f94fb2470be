// Times calls: the median over rounds of the nanoseconds that one takes.
#ifndef CODEGLOT_BENCH_MEDIAN_H
#define CODEGLOT_BENCH_MEDIAN_H

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

namespace codeglot::bench {

inline volatile size_t sink;  // Keeps the compiler from dropping calls whose result nobody reads.

template <typename Call>
double median(int calls, Call call) {
  constexpr int rounds = 15;
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (int index = 0; index < calls; ++index) {
      call(index);
    }
    const auto elapsed = std::chrono::steady_clock::now() - start;
    times.push_back(std::chrono::duration<double, std::nano>(elapsed).count() / calls);
  }
  std::sort(times.begin(), times.end());
  return times[rounds / 2];
}

}  // namespace codeglot::bench
#endif
