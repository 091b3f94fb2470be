// The checks of a pack's parts, used by open_pack. They accept exactly what layout.h describes; a part that passes can
// be interpreted without a further check: in bounds, without end, and not too deep.
#ifndef CODEGLOT_PACK_VALIDATE_H
#define CODEGLOT_PACK_VALIDATE_H

#include "core/pack/bytes.h"

namespace codeglot {

/// What a message body may refer to.
struct ProfileFacts {
  uint8_t style_count = 0;
};

bool valid_rules(Text rules);
bool valid_numbers(Text numbers, ProfileFacts &facts);
bool valid_transports(Cursor &cursor);
bool valid_locale_table(Text table);
bool valid_body(Text body, const ProfileFacts *profiles, uint32_t profile_count);

}  // namespace codeglot
#endif
