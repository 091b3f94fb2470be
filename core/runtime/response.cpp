// See response.h.
#include "core/runtime/response.h"

namespace codeglot {

bool response_code(const Pack &pack, const cg_response &response, int32_t &code) {
  const uint8_t *at = pack.transports;
  for (uint32_t transports = read_varint(at); transports > 0; --transports) {
    const Text name = read_text(at);
    const bool asked = same(name.data, name.bytes, response.transport.data, response.transport.bytes);
    const auto status = static_cast<uint32_t>(response.status);
    const uint32_t read_count = read_varint(at);
    bool body_is_read = read_count == 0;  // A transport that names no status has none: its body always counts.
    for (uint32_t read = read_count; read > 0; --read) {
      body_is_read = read_varint(at) == status || body_is_read;
    }
    bool mapped_here = false;
    for (uint32_t mapped = read_varint(at); mapped > 0; --mapped) {
      const uint32_t from = read_varint(at);
      const int32_t to = unzigzag(read_varint(at));
      if (asked && from == status && !mapped_here) {
        code = to;
        mapped_here = true;
      }
    }
    if (asked) {
      if (mapped_here) {
        return true;
      }
      code = response.code;
      return body_is_read && response.has_code != 0;
    }
  }
  return false;
}

}  // namespace codeglot
