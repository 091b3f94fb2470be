// See catalog.h.
#include "core/runtime/catalog.h"

#include <new>

#include "core/runtime/locale_choice.h"

using codeglot::Pack;
using codeglot::Text;

cg_locale cg_catalog::find(Text tag) const {
  for (cg_locale locale = 0; locale < pack_count; ++locale) {
    if (same(pack_at(locale).own.locale, tag)) {
      return locale;
    }
  }
  return -1;
}

cg_locale cg_catalog::choose(Text tag) const {
  const cg_locale exact = find(tag);
  if (exact >= 0 || pack_count == 0) {
    return exact;
  }
  const codeglot::LocaleTag wanted = codeglot::parse_locale(tag.data, tag.bytes);
  cg_locale nearest = -1;
  uint32_t nearest_rank = 0;
  for (cg_locale locale = 0; locale < pack_count; ++locale) {
    const uint32_t rank = codeglot::locale_rank(pack_at(locale), wanted);
    if (rank != 0 && (nearest < 0 || rank < nearest_rank)) {
      nearest = locale;
      nearest_rank = rank;
    }
  }
  if (nearest < 0) {
    nearest = find(pack_at(0).default_locale);
  }
  if (nearest < 0) {
    nearest = find(pack_at(0).source_locale);
  }
  return nearest < 0 ? 0 : nearest;
}

cg_status cg_catalog::add(const Pack &pack) {
  if (pack_count > 0 && !same(pack_at(0).catalog_namespace, pack.catalog_namespace)) {
    return CG_PACK_OF_OTHER_CATALOG;
  }
  cg_locale locale = find(pack.own.locale);
  if (locale < 0) {
    if (pack_count == CG_MAX_PACKS) {
      return CG_TOO_MANY_PACKS;
    }
    locale = pack_count++;
  }
  new (pack_slots[locale]) Pack(pack);
  return CG_OK;
}
