// See response.h.
#include "core/runtime/response.h"

namespace codeglot {

bool response_code(const Pack &pack, const cg_response &response, int32_t &code) {
  const auto status = static_cast<uint32_t>(response.status);
  Cursor cursor(pack.transports);
  while (cursor.more()) {
    const Text name = cursor.text();
    const bool asked = same(name.data, name.bytes, response.transport.data, response.transport.bytes);
    uint32_t count = cursor.byte();
    bool body_is_read = count == 0;  // A transport that names no status has none: its body always counts.
    for (; count > 0 && !cursor.bad; --count) {
      body_is_read = cursor.u16() == status || body_is_read;
    }
    for (count = cursor.u16(); count > 0 && !cursor.bad; --count) {
      const Text problem = cursor.text();
      const uint32_t mapped_status = cursor.u16();
      const bool mapped = problem.bytes > 0
                              ? same(problem.data, problem.bytes, response.problem.data, response.problem.bytes)
                              : mapped_status == status;
      code = static_cast<int32_t>(cursor.u32());
      if (asked && mapped && !cursor.bad) {
        return true;
      }
    }
    if (asked && !cursor.bad) {
      code = response.code;
      return body_is_read && response.has_code != 0;
    }
  }
  return false;
}

}  // namespace codeglot
