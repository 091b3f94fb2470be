// A pack, opened: where its parts are. Made by open_pack, which checks every byte once; after that nothing that reads
// a Pack checks again. Borrows the pack's bytes; owns nothing.
#ifndef CODEGLOT_PACK_PACK_H
#define CODEGLOT_PACK_PACK_H

#include "codeglot/codeglot.h"
#include "core/pack/bytes.h"

namespace codeglot {

struct Pack {
  const uint8_t *codes;
  const uint8_t *record_starts;
  const uint8_t *records;
  const uint8_t *profiles;    // the list's items, after its count
  const uint8_t *transports;  // the list, with its count
  uint32_t code_count;
  Text catalog_namespace;
  Text default_locale;
  Text source_locale;
  Text locale;
  Text unknown_code;
  Text unreadable_response;
  Text locale_table;

  int32_t code(uint32_t index) const { return static_cast<int32_t>(load_u32(codes + 4 * size_t{index})); }

  /// The index of a code's record, or -1.
  int32_t find(int32_t code) const;

  /// A record's name; `body` receives the message.
  Text record(uint32_t index, Text &body) const;
};

/// What the words of one locale need: parts of a pack's profile.
struct Profile {
  Text locale;
  uint8_t direction;
  Text cardinal_rules;
  Text ordinal_rules;
  Text numbers;
};

/// Takes a checked profile apart.
Profile read_profile(Text section);

/// The profile that a message body names in its first byte.
Profile profile_at(const Pack &pack, uint32_t index);

/// Checks all of a pack's bytes and fills `pack`; on any status but CG_OK `pack` is unchanged.
cg_status open_pack(const void *data, size_t bytes, Pack &pack);

}  // namespace codeglot
#endif
