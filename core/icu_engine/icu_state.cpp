// See icu_state.h.
#include "core/icu_engine/icu_state.h"

#include <unicode/locid.h>
#include <unicode/timezone.h>

namespace codeglot {

void prepare_icu() {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale::setDefault(icu::Locale::getRoot(), status);
  icu::TimeZone::adoptDefault(icu::TimeZone::getGMT()->clone());
}

}  // namespace codeglot
