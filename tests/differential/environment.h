// The environment variables that change a run: CODEGLOT_SEED, CODEGLOT_CASES.
#ifndef CODEGLOT_TESTS_DIFFERENTIAL_ENVIRONMENT_H
#define CODEGLOT_TESTS_DIFFERENTIAL_ENVIRONMENT_H

#include <chrono>
#include <cstdint>
#include <cstdlib>

namespace differential {

inline uint64_t from_environment(const char *name, uint64_t otherwise) {
  const char *text = std::getenv(name);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 10);
}

/// CODEGLOT_SEED, or the time.
inline uint64_t seed_of_run() {
  const auto now = static_cast<uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
  return from_environment("CODEGLOT_SEED", now);
}

}  // namespace differential
#endif
