// Reading of the pack's primitive values. Text and Bytes borrow from the pack.
// Cursor checks every step and goes bad for good at the first one that fails; the free functions at the end read
// what a Cursor has already accepted, and check nothing.
#ifndef CODEGLOT_PACK_BYTES_H
#define CODEGLOT_PACK_BYTES_H

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace codeglot {

/// A borrowed run of UTF-8 (or of a nested section's bytes).
struct Text {
  const char *data = nullptr;
  uint32_t bytes = 0;

  const uint8_t *begin() const { return reinterpret_cast<const uint8_t *>(data); }
  const uint8_t *end() const { return begin() + bytes; }
};

inline bool same(const char *left, size_t left_bytes, const char *right, size_t right_bytes) {
  return left_bytes == right_bytes && (left_bytes == 0 || std::memcmp(left, right, left_bytes) == 0);
}
inline bool same(Text left, Text right) { return same(left.data, left.bytes, right.data, right.bytes); }

inline uint32_t load_u32(const uint8_t *at) {
  return uint32_t{at[0]} | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16 | uint32_t{at[3]} << 24;
}

inline int32_t unzigzag(uint32_t value) { return static_cast<int32_t>(value >> 1 ^ (0u - (value & 1u))); }

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

  uint8_t byte() {
    if (at == end) {
      bad = true;
    }
    return bad ? uint8_t{0} : *at++;
  }

  uint32_t varint() {
    uint32_t value = 0;
    for (uint32_t shift = 0; shift < 35; shift += 7) {
      const uint8_t next = byte();
      value |= static_cast<uint32_t>(next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    bad = true;
    return 0;
  }

  Text text() {
    const uint32_t bytes = varint();
    if (bad || bytes > static_cast<size_t>(end - at)) {
      bad = true;
      return {};
    }
    const Text result{reinterpret_cast<const char *>(at), bytes};
    at += bytes;
    return result;
  }

  Value value() {
    const int32_t mantissa = unzigzag(varint());
    return {mantissa, byte()};
  }
};

inline uint32_t read_varint(const uint8_t *&at) {
  uint32_t value = *at++;
  if (value >= 0x80) {
    value &= 0x7f;
    uint32_t shift = 7;
    uint8_t next;
    do {
      next = *at++;
      value |= static_cast<uint32_t>(next & 0x7f) << shift;
      shift += 7;
    } while (next >= 0x80);
  }
  return value;
}

inline Text read_text(const uint8_t *&at) {
  const uint32_t bytes = read_varint(at);
  const Text result{reinterpret_cast<const char *>(at), bytes};
  at += bytes;
  return result;
}

inline Value read_value(const uint8_t *&at) {
  const int32_t mantissa = unzigzag(read_varint(at));
  return {mantissa, *at++};
}

}  // namespace codeglot
#endif
