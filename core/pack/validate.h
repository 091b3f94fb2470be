// The checks of a pack's parts, used by open_pack. They accept exactly what layout.h describes; a part that passes can
// be interpreted without a further check: in bounds, without end, and not too deep.
#ifndef CODEGLOT_PACK_VALIDATE_H
#define CODEGLOT_PACK_VALIDATE_H

#include "core/pack/pack.h"

namespace codeglot {

/// Reads text and checks that it is UTF-8.
bool valid_text(Cursor &cursor);

bool valid_rules(Text rules);
#ifndef CODEGLOT_WITHOUT_FORMATS
/// The formats of a profile, their count before them.
bool valid_formats(Text formats);
#endif

/// What the bodies that name a profile may refer to.
struct ProfileFacts {
  uint8_t style_count;
#ifdef CODEGLOT_WITHOUT_FORMATS
  static constexpr uint32_t features = 0;
#else
  uint8_t format_count;
  uint32_t features;                                       // The pack's.
  uint32_t number_formats[layout::formats_most / 32 + 1];  // A bit for each format that is one of numbers.
#endif
};
bool valid_body(Text body, const ProfileFacts *facts, uint32_t profile_count);

}  // namespace codeglot
#endif
