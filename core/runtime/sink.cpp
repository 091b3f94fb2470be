// See sink.h.
#include "core/runtime/sink.h"

#include "core/pack/utf8.h"

namespace codeglot {
namespace {

bool continues_code_point(char byte) { return (static_cast<uint8_t>(byte) & 0xC0) == 0x80; }

}  // namespace

void Sink::append_until_full(const char *data) {
  size_t room = most_ - size_;
  while (room > 0 && continues_code_point(data[room])) {
    --room;
  }
  append(data, room);
  most_ = size_;  // Not even what would still fit may follow the cut.
  full_ = true;
}

void Sink::append_untrusted(cg_string string) {
  const auto *at = reinterpret_cast<const uint8_t *>(string.data);
  const uint8_t *const end = at + string.bytes;
  while (at != end && !full_) {
    const size_t valid = utf8_valid_bytes(at, static_cast<size_t>(end - at));
    append(reinterpret_cast<const char *>(at), valid);
    at += valid;
    if (at != end) {
      append("\xEF\xBF\xBD", 3);
      at -= utf8_step(at, end);
    }
  }
}

size_t Sink::finish() {
  if (capacity_ > 0) {
    size_t last = size_;
    if (last >= capacity_) {
      last = capacity_ - 1;
      while (last > 0 && continues_code_point(text_[last])) {
        --last;
      }
    }
    text_[last] = '\0';
  }
  return size_;
}

}  // namespace codeglot
