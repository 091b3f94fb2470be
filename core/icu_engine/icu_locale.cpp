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

bool has_language(const char *branch, const Locale &locale) {
  if (*locale.getLanguage() == '\0') {
    return true;  // The root.
  }
  UErrorCode status = U_ZERO_ERROR;
  UResourceBundle *const bundle = ures_openDirect(branch, locale.getLanguage(), &status);
  ures_close(bundle);
  return U_SUCCESS(status);
}

Locale icu_locale(const std::string &tag) {
  Locale locale = named_locale(tag);
  return has_language(nullptr, locale) ? locale : Locale::getRoot();
}

}  // namespace codeglot
