// See data_package.h.
#include "core/compiler/data_package.h"

extern "C" const uint8_t icudt78_dat[];

namespace codeglot {

const uint8_t *data_package() { return icudt78_dat; }

}  // namespace codeglot
