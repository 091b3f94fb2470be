// A pack, opened: where its parts are. Made by open_pack, which checks every byte once; after that nothing that reads
// a Pack checks again. Borrows the pack's bytes; owns nothing.
#ifndef CODEGLOT_PACK_PACK_H
#define CODEGLOT_PACK_PACK_H

#include "codeglot/codeglot.h"
#include "core/pack/bytes.h"
#include "core/pack/layout.h"

namespace codeglot {

/// How numbers look in one locale: the number section of a profile, taken apart. `digit_bytes` is 0 without one.
struct Numbers {
  uint8_t digit_bytes;
  const char *digits;
  Text decimal, group, infinity, not_a_number;
  uint8_t style_count;
  const uint8_t *styles[layout::style_most];
};

/// What the words of one locale need: a profile, taken apart.
struct Profile {
  Text locale;
  uint8_t direction;
  Text cardinal_rules;
  Text ordinal_rules;
  Numbers numbers;
#ifndef CODEGLOT_WITHOUT_FORMATS
  uint8_t format_count;
  const uint8_t *formats;  // the list's items, after its count

  Text format(uint32_t index) const;
#endif
};

struct Pack {
  const uint8_t *codes;
  const uint8_t *record_starts;
  const uint8_t *records;
  const uint8_t *profiles;  // the list's items, after its count
  uint32_t code_count;
  uint32_t features;
  Text catalog_namespace;
  Text default_locale;
  Text source_locale;
  Text unknown_code;
  Text unreadable_response;
  Text transports;
  Text locale_table;
  Profile own;  // The first profile: that of the pack's own locale, and of nearly all its messages.

  int32_t code(uint32_t index) const { return static_cast<int32_t>(load_u32(codes + 4 * size_t{index})); }

  /// The index of a code's record, or -1.
  int32_t find(int32_t code) const;

  /// A record's name; `body` receives the message.
  Text record(uint32_t index, Text &body) const;
};

/// Takes a profile apart and checks it; false if it breaks a rule of the format.
bool read_profile(Text section, Profile &profile, uint32_t features = 0);

/// The profile of an index, which a message body names in its first byte; read into `storage` if it is not the own one.
const Profile &profile_at(const Pack &pack, uint32_t index, Profile &storage);

/// Checks all of a pack's bytes and fills `pack`, which says nothing on any status but CG_OK.
cg_status open_pack(const void *data, size_t bytes, Pack &pack);

}  // namespace codeglot
#endif
