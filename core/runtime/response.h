// What a response means: its problem, its transport's status, or its code, by the pack's transports (core/pack/layout.h).
#ifndef CODEGLOT_RUNTIME_RESPONSE_H
#define CODEGLOT_RUNTIME_RESPONSE_H

#include "core/pack/pack.h"

namespace codeglot {

/// The return code that a response stands for; false if it stands for none.
bool response_code(const Pack &pack, const cg_response &response, int32_t &code);

}  // namespace codeglot
#endif
