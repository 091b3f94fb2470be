// The pack's checksum: catches damage in transport, not intent; a hostile pack is caught by the reader's checks.
// Eight bytes a step, so that opening a pack costs less than reading it from a disk.
#ifndef CODEGLOT_PACK_CHECKSUM_H
#define CODEGLOT_PACK_CHECKSUM_H

#include "core/pack/bytes.h"

namespace codeglot {

inline uint32_t checksum(const uint8_t *data, size_t bytes) {
  constexpr uint64_t odd_multiplier = 0x9E3779B97F4A7C15u;  // 2^64 / golden ratio, odd: multiplying loses no bit.
  uint64_t hash = bytes;
  while (bytes >= 8) {
    hash ^= uint64_t{load_u32(data)} | uint64_t{load_u32(data + 4)} << 32;
    hash *= odd_multiplier;
    hash ^= hash >> 32;
    data += 8;
    bytes -= 8;
  }
  for (; bytes > 0; --bytes) {
    hash = (hash ^ *data++) * odd_multiplier;
    hash ^= hash >> 32;
  }
  return static_cast<uint32_t>(hash);
}

}  // namespace codeglot
#endif
