// See data_store.h: natively nothing is ever lacking.
#include "core/icu_engine/data_store.h"

namespace codeglot {

void store_data(const DataFile &) {}

bool lacks_data(const std::string &) { return false; }

}  // namespace codeglot
