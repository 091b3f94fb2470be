// DataFile: a file of CLDR data that the compiler has cut, and what it is checked for before ICU reads it.
//
// All numbers are little-endian and 32 bits wide.
//
//   "CGDA"  version  file bytes  checksum  count of items
//   item: place of its name, bytes of its name, place of its bytes, count of its bytes         (sorted by name)
//   names; then each item's bytes, which begin at a multiple of 16
//
// Places count from the file's beginning, and the checksum covers all that follows it. An item is one resource bundle of
// ICU, named as in ICU's own data file: "root.res", "curr/de.res". It has ICU's header and its resource format 2 without a
// pool bundle; a container has one name, and lies behind all that it contains, so that no walk over a bundle is endless.
//
// Guaranteed after read(): ICU reads nothing outside the file, recurses no deeper than the format's limit, and ends. Not
// guaranteed: that the values make sense (a pattern, a rule of plurals, a table of transitions): ICU trusts those.
#ifndef CODEGLOT_ICU_ENGINE_DATA_FILE_H
#define CODEGLOT_ICU_ENGINE_DATA_FILE_H

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "codeglot/codeglot.h"

namespace codeglot {

namespace data_layout {

inline constexpr uint32_t magic = 0x41444743;  // "CGDA"
inline constexpr uint32_t version = 1;
inline constexpr uint32_t header_bytes = 20;
inline constexpr uint32_t checksum_at = 12;
inline constexpr uint32_t checked_from = 16;
inline constexpr uint32_t item_bytes = 16;
inline constexpr uint32_t alignment = 16;

// A bundle: ICU's header (32 bytes), then the root resource, eight indexes, keys, 16-bit units, other resources.
inline constexpr uint32_t bundle_header_bytes = 32;
inline constexpr uint32_t bundle_index_count = 8;
inline constexpr uint32_t bundle_depth_most = 16;

}  // namespace data_layout

struct DataFile {
  struct Item {
    std::string_view name;
    const uint8_t *data;
    uint32_t bytes;
  };
  std::vector<Item> items;  // Borrow from the file.

  /// Checks all of a file. A file that is refused leaves no items. The bytes must begin at a multiple of 16.
  cg_status read(const void *data, size_t data_bytes);
};

/// Whether ICU may read a bundle: see above.
bool is_sound_bundle(const uint8_t *data, uint32_t bytes);

}  // namespace codeglot
#endif
