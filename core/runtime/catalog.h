// cg_catalog: the opened packs of one service. Immutable but for cg_catalog_add.
#ifndef CODEGLOT_RUNTIME_CATALOG_H
#define CODEGLOT_RUNTIME_CATALOG_H

#include "core/pack/pack.h"

struct cg_catalog {
  int32_t pack_count = 0;
  codeglot::Pack packs[CG_MAX_PACKS];

  /// The pack at an index that a caller gave; null if there is none.
  const codeglot::Pack *pack(cg_locale locale) const {
    return locale >= 0 && locale < pack_count ? &packs[locale] : nullptr;
  }
  cg_locale find(codeglot::Text tag) const;
  cg_locale choose(codeglot::Text tag) const;
  cg_status add(const codeglot::Pack &pack);
};

#endif
