// ICU's data package as it lies in memory, for what reads its items itself.
#ifndef CODEGLOT_COMPILER_DATA_PACKAGE_H
#define CODEGLOT_COMPILER_DATA_PACKAGE_H

#include <cstdint>

namespace codeglot {

/// The bytes of icudt78l.dat; they never change. Natively they are linked in; in WebAssembly (core/cli/wasm/host.cpp) the
/// host brings them.
const uint8_t *data_package();

}  // namespace codeglot
#endif
