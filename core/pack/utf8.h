// UTF-8, as the Unicode Standard (section 3.9, table 3-7) allows it: no surrogates, no overlong forms.
#ifndef CODEGLOT_PACK_UTF8_H
#define CODEGLOT_PACK_UTF8_H

#include "core/pack/bytes.h"

namespace codeglot {

/// Bytes of the sequence at `at`: positive if well formed; else minus the bytes that one U+FFFD stands for.
inline int utf8_step(const uint8_t *at, const uint8_t *end) {
  const uint8_t lead = at[0];
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xC2 || lead > 0xF4) {
    return -1;
  }
  const int wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  uint8_t low = 0x80;
  uint8_t high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (int have = 1; have < wanted; ++have) {
    if (at + have == end || at[have] < low || at[have] > high) {
      return -have;
    }
    low = 0x80;
    high = 0xBF;
  }
  return wanted;
}

/// How many bytes from the start are well formed; `bytes` if all are.
inline size_t utf8_valid_bytes(const uint8_t *data, size_t bytes) {
  const uint8_t *at = data;
  const uint8_t *const end = data + bytes;
  while (at != end) {
    while (end - at >= 8 && ((load_u32(at) | load_u32(at + 4)) & 0x80808080u) == 0) {
      at += 8;
    }
    if (at == end) {
      break;
    }
    const int step = utf8_step(at, end);
    if (step < 0) {
      break;
    }
    at += step;
  }
  return static_cast<size_t>(at - data);
}

inline bool utf8_valid(Text text) { return utf8_valid_bytes(text.begin(), text.bytes) == text.bytes; }

}  // namespace codeglot
#endif
