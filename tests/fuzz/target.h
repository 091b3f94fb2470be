// What all fuzz targets share: libFuzzer's entry, and a check that ends the run.
// On failure: abort, which libFuzzer and the plain main both report with the input.
#ifndef CODEGLOT_TESTS_FUZZ_TARGET_H
#define CODEGLOT_TESTS_FUZZ_TARGET_H

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

namespace fuzz {

/// Ends the run with a sentence if something that must hold does not.
inline void require(bool holds, const char *sentence) {
  if (!holds) {
    std::fprintf(stderr, "Broken: %s\n", sentence);
    std::abort();
  }
}

inline std::string to_string(const uint8_t *data, size_t bytes) {
  return bytes == 0 ? std::string() : std::string(reinterpret_cast<const char *>(data), bytes);
}

}  // namespace fuzz
#endif
