// The CLDR data that ICU finds, and what is done when there is more of it. Two implementations: natively ICU has all of
// CLDR inside; in WebAssembly ICU has what was added (wasm/data_store.cpp).
// Global, as ICU's own state is. A thread that adds data must be the only one that uses ICU.
#ifndef CODEGLOT_ICU_ENGINE_DATA_STORE_H
#define CODEGLOT_ICU_ENGINE_DATA_STORE_H

#include <string>

#include "core/icu_engine/data_file.h"

namespace codeglot {

/// Whether adding data makes ICU forget what it has read.
#ifdef __EMSCRIPTEN__
inline constexpr bool store_forgets = true;
#else
inline constexpr bool store_forgets = false;
#endif

/// Makes ICU find the items of a checked file. Where the store forgets, no object of ICU's may be alive.
void store_data(const DataFile &file);

/// Whether CLDR has bundles of a locale (BCP 47) that ICU here cannot find: it formats as the next parent's, or the root.
bool lacks_data(const std::string &locale);

}  // namespace codeglot
#endif
