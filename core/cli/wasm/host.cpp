// What the command and ICU find outside: CLDR's data, which the host has put into memory, and a number for the process.
#include "core/cli/wasm/host.h"

#include <emscripten.h>
#include <unicode/udata.h>
#include <unistd.h>

/// Takes the bytes of icudt78l.dat, which stay where they are. Before anything else; false if they are no such package.
extern "C" EMSCRIPTEN_KEEPALIVE bool codeglot_set_data(const void *bytes) {
  UErrorCode status = U_ZERO_ERROR;
  udata_setCommonData(bytes, &status);
  return U_SUCCESS(status);
}

/// In place of the C library's, which is the same for all processes.
extern "C" pid_t getpid() { return codeglot_host_process_id(); }
