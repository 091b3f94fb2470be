// See icu_locale.h.
#include "core/icu_engine/icu_locale.h"

#include <unicode/ures.h>

#include "codeglot/limits.h"

namespace codeglot {
namespace {

using icu::Locale;

}  // namespace

Locale named_locale(const std::string &tag) {
  if (tag.size() > CG_MAX_LOCALE_TAG_BYTES) {
    return Locale::getRoot();
  }
  UErrorCode status = U_ZERO_ERROR;
  Locale locale = Locale::forLanguageTag(tag, status);
  if (U_FAILURE(status) || locale.isBogus()) {
    locale = Locale(tag.c_str());
  }
  return locale.isBogus() ? Locale::getRoot() : locale;
}

bool has_data(const char *branch, const Locale &locale) {
  if (*locale.getLanguage() == '\0') {
    return true;  // The root.
  }
  // Not ures_openDirect: some languages have their data under another's name, as nb under no.
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *const bundle = ures_open(branch, locale.getName(), &status);
  ures_close(bundle);
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

Locale icu_locale(const std::string &tag) {
  Locale locale = named_locale(tag);
  return has_data(nullptr, locale) ? locale : Locale::getRoot();
}

}  // namespace codeglot
