// The checks of a pack's parts, used by open_pack. They accept exactly what layout.h describes; a part that passes can
// be interpreted without a further check: in bounds, without end, and not too deep.
#ifndef CODEGLOT_PACK_VALIDATE_H
#define CODEGLOT_PACK_VALIDATE_H

#include "core/pack/pack.h"

namespace codeglot {

/// Reads text and checks that it is UTF-8.
bool valid_text(Cursor &cursor);

bool valid_rules(Text rules);
/// `style_counts` has the number styles of each profile that a body may name.
bool valid_body(Text body, const uint8_t *style_counts, uint32_t profile_count);

}  // namespace codeglot
#endif
