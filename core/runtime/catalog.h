// cg_catalog: the opened packs of one service. Immutable but for cg_catalog_add. The packs' slots are not written before
// they are used, so that an empty catalog costs nothing but its memory.
#ifndef CODEGLOT_RUNTIME_CATALOG_H
#define CODEGLOT_RUNTIME_CATALOG_H

#include "core/pack/pack.h"

struct cg_catalog {
  int32_t pack_count = 0;
  alignas(codeglot::Pack) unsigned char pack_slots[CG_MAX_PACKS][sizeof(codeglot::Pack)];

  cg_catalog() {}

  const codeglot::Pack &pack_at(cg_locale locale) const {
    return *reinterpret_cast<const codeglot::Pack *>(pack_slots[locale]);
  }
  /// The pack at an index that a caller gave; null if there is none.
  const codeglot::Pack *pack(cg_locale locale) const {
    return locale >= 0 && locale < pack_count ? &pack_at(locale) : nullptr;
  }
  cg_locale find(codeglot::Text tag) const;
  cg_locale choose(codeglot::Text tag) const;
  cg_status add(const codeglot::Pack &pack);
};

#endif
