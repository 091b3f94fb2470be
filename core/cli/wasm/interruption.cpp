// See core/cli/interruption.h: signals come to the host, which raises the flag while the command asks it for something, as
// for the next file.
#include "core/cli/interruption.h"

#include <emscripten.h>

#include "core/cli/wasm/host.h"

namespace codeglot::cli {
namespace {

std::atomic<bool> interrupted{false};

}  // namespace

Interruption::Interruption() { codeglot_host_hold_signals(true); }

Interruption::~Interruption() { codeglot_host_hold_signals(false); }

const std::atomic<bool> &Interruption::flag() { return interrupted; }

}  // namespace codeglot::cli

extern "C" EMSCRIPTEN_KEEPALIVE void codeglot_interrupt() { codeglot::cli::interrupted = true; }
