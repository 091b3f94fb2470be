// What the command and ICU find outside: CLDR's data, which the host has put into memory, and a number for the process.
#include "core/cli/wasm/host.h"

#include <emscripten.h>
#include <unicode/udata.h>
#include <unistd.h>

#include "core/compiler/data_package.h"

namespace {

const uint8_t *package = nullptr;

}  // namespace

/// Takes the bytes of icudt78l.dat, which stay where they are. Before anything else; false if they are no such package.
extern "C" EMSCRIPTEN_KEEPALIVE bool codeglot_set_data(const void *bytes) {
  UErrorCode status = U_ZERO_ERROR;
  package = static_cast<const uint8_t *>(bytes);
  udata_setCommonData(bytes, &status);
  return U_SUCCESS(status);
}

const uint8_t *codeglot::data_package() { return package; }

/// In place of the C library's, which is the same for all processes.
extern "C" pid_t getpid() { return codeglot_host_process_id(); }
