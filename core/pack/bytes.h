// Reading of the pack's primitive values. Text and Bytes borrow from the pack.
// Cursor checks every step and goes bad for good at the first one that fails; the free functions at the end read
// what a Cursor has already accepted, and check nothing.
#ifndef CODEGLOT_PACK_BYTES_H
#define CODEGLOT_PACK_BYTES_H

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace codeglot {

/// A borrowed run of UTF-8 (or of a nested section's bytes).
struct Text {
  const char *data;
  uint32_t bytes;

  const uint8_t *begin() const { return reinterpret_cast<const uint8_t *>(data); }
  const uint8_t *end() const { return begin() + bytes; }
};

/// Compared byte by byte: names and tags differ early, and a call of memcmp would cost more than they have bytes.
inline bool same(const char *left, size_t left_bytes, const char *right, size_t right_bytes) {
  if (left_bytes != right_bytes) {
    return false;
  }
  for (; left_bytes > 0; --left_bytes) {
    if (*left++ != *right++) {
      return false;
    }
  }
  return true;
}
inline bool same(Text left, Text right) { return same(left.data, left.bytes, right.data, right.bytes); }

// Little-endian values at any address. Where the host is little-endian too, a plain load.
inline uint32_t load_u16(const uint8_t *at) {
  if constexpr (std::endian::native == std::endian::little) {
    uint16_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
  return static_cast<uint32_t>(at[0] | at[1] << 8);
}
inline uint32_t load_u32(const uint8_t *at) {
  if constexpr (std::endian::native == std::endian::little) {
    uint32_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }
  return load_u16(at) | load_u16(at + 2) << 16;
}

/// A decimal constant of a program: mantissa / 10^fraction_digits.
struct Value {
  int32_t mantissa;
  uint8_t fraction_digits;
};

struct Cursor {
  const uint8_t *at;
  const uint8_t *end;
  bool bad = false;

  Cursor(const uint8_t *from, const uint8_t *to) : at(from), end(to) {}
  explicit Cursor(Text text) : at(text.begin()), end(text.end()) {}

  bool more() const { return !bad && at != end; }

  /// Steps over so many bytes and gives where they begin; null, and bad, if there are not as many.
  const uint8_t *take(uint32_t bytes) {
    bad = bad || bytes > static_cast<size_t>(end - at);
    if (bad) {
      return nullptr;
    }
    at += bytes;
    return at - bytes;
  }

  uint8_t byte() {
    const uint8_t *from = take(1);
    return from == nullptr ? uint8_t{0} : *from;
  }
  uint32_t u16() {
    const uint8_t *from = take(2);
    return from == nullptr ? 0 : load_u16(from);
  }
  uint32_t u32() {
    const uint8_t *from = take(4);
    return from == nullptr ? 0 : load_u32(from);
  }
  Text text() {
    const uint32_t bytes = u16();
    const uint8_t *from = take(bytes);
    return {reinterpret_cast<const char *>(from), from == nullptr ? 0 : bytes};
  }
};

// The unchecked readers are inlined even where size is all: a call would force `at` out of a register and into memory.
#if defined(__GNUC__)
#define CG_ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define CG_ALWAYS_INLINE inline
#endif

CG_ALWAYS_INLINE Text read_text(const uint8_t *&at) {
  const Text result{reinterpret_cast<const char *>(at + 2), load_u16(at)};
  at += 2 + result.bytes;
  return result;
}

CG_ALWAYS_INLINE Value read_value(const uint8_t *&at) {
  const Value value{static_cast<int32_t>(load_u32(at)), at[4]};
  at += 5;
  return value;
}

}  // namespace codeglot
#endif
