// What CLDR data the ICU engine needs for a catalog's messages.
#ifndef CODEGLOT_COMPILER_DATA_FEATURES_H
#define CODEGLOT_COMPILER_DATA_FEATURES_H

#include <optional>

#include "core/compiler/catalog.h"
#include "core/compiler/cldr_data.h"

namespace codeglot {

/// Nothing if the runtime formats all messages. `zones`: also for dates in time zones that have a name, which the runtime
/// leaves to the ICU engine in messages that it formats otherwise.
std::optional<DataFeatures> data_features(const Catalog &catalog, bool zones);

/// Adds what one locale's messages need; nothing is added, nor made of nothing, where the runtime formats all.
void add_data_features(const LocaleFile &file, bool zones, std::optional<DataFeatures> &features);

}  // namespace codeglot
#endif
