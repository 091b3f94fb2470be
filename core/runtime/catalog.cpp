// See catalog.h.
#include "core/runtime/catalog.h"

#include <new>

#include "core/runtime/locale_choice.h"

using codeglot::Pack;
using codeglot::Text;

namespace {

uint64_t tag_start(Text tag) {
  uint64_t start = 0;
  const uint32_t bytes = tag.bytes < sizeof start ? tag.bytes : static_cast<uint32_t>(sizeof start);
  for (uint32_t index = 0; index < bytes; ++index) {
    start |= static_cast<uint64_t>(static_cast<uint8_t>(tag.data[index])) << (8 * index);
  }
  return start;
}

}  // namespace

cg_locale cg_catalog::find(Text tag) const {
  const uint64_t start = tag_start(tag);
  for (cg_locale locale = 0; locale < pack_count; ++locale) {
    if (tag_starts[locale] == start) {
      const Text here = pack_at(locale).own.locale;
      if (here.bytes == tag.bytes && (tag.bytes <= sizeof start || same(here, tag))) {
        return locale;
      }
    }
  }
  return -1;
}

cg_locale cg_catalog::choose(Text tag) const {
  const cg_locale exact = find(tag);
  if (exact >= 0 || pack_count == 0) {
    return exact;
  }
  codeglot::LocaleParts wanted;
  cg_locale nearest = -1;
  if (codeglot::parse_locale(tag.data, tag.bytes, wanted)) {
    uint32_t nearest_rank = 0;
    for (cg_locale locale = 0; locale < pack_count; ++locale) {
      const uint32_t rank = codeglot::locale_rank(pack_at(locale), wanted);
      if (rank != 0 && (nearest < 0 || rank < nearest_rank)) {
        nearest = locale;
        nearest_rank = rank;
      }
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
    tag_starts[locale] = tag_start(pack.own.locale);
  }
  new (pack_slots[locale]) Pack(pack);
  return CG_OK;
}
