// See data_file.h.
#include "core/icu_engine/data_file.h"

#include "core/pack/bytes.h"
#include "core/pack/checksum.h"

namespace codeglot {

using namespace data_layout;

cg_status DataFile::read(const void *data, size_t data_bytes) {
  items.clear();
  const auto *bytes = static_cast<const uint8_t *>(data);
  if (data_bytes < header_bytes) {
    return CG_PACK_TRUNCATED;
  }
  if (load_u32(bytes) != magic || reinterpret_cast<uintptr_t>(bytes) % alignment != 0) {
    return CG_PACK_NOT_A_PACK;
  }
  if (load_u32(bytes + 4) != version) {
    return CG_PACK_VERSION;
  }
  if (data_bytes > CG_MAX_PACK_BYTES) {
    return CG_PACK_TOO_LARGE;
  }
  const uint32_t file_bytes = load_u32(bytes + 8);
  if (file_bytes != data_bytes) {
    return file_bytes > data_bytes ? CG_PACK_TRUNCATED : CG_PACK_MALFORMED;
  }
  if (load_u32(bytes + checksum_at) != checksum(bytes + checked_from, file_bytes - checked_from)) {
    return CG_PACK_CHECKSUM;
  }
  const uint32_t count = load_u32(bytes + checked_from);
  if (count > (file_bytes - header_bytes) / item_bytes) {
    return CG_PACK_MALFORMED;
  }
  const auto inside = [file_bytes](uint32_t from, uint32_t size) {
    return from <= file_bytes && size <= file_bytes - from;
  };
  std::vector<Item> found;
  for (uint32_t index = 0; index < count; ++index) {
    const uint8_t *entry = bytes + header_bytes + index * item_bytes;
    const uint32_t name = load_u32(entry), name_bytes = load_u32(entry + 4);
    const uint32_t from = load_u32(entry + 8), size = load_u32(entry + 12);
    if (!inside(name, name_bytes) || !inside(from, size) || from % alignment != 0 ||
        !is_sound_bundle(bytes + from, size)) {
      return CG_PACK_MALFORMED;
    }
    const Item item = {{reinterpret_cast<const char *>(bytes + name), name_bytes}, bytes + from, size};
    if (!found.empty() && found.back().name >= item.name) {
      return CG_PACK_MALFORMED;
    }
    found.push_back(item);
  }
  items = std::move(found);
  return CG_OK;
}

namespace {

// Types of resources, as in ICU's uresdata.h.
enum Type : uint32_t {
  type_string = 0,
  type_binary = 1,
  type_table = 2,
  type_alias = 3,
  type_table32 = 4,
  type_table16 = 5,
  type_string_v2 = 6,
  type_integer = 7,
  type_array = 8,
  type_array16 = 9,
  type_vector = 14
};

/// One walk over a bundle. A container has one name only, so the walk is no longer than the bundle, and its depth is exact.
class BundleCheck {
 public:
  BundleCheck(const uint8_t *root, uint32_t words) : root_(root), words_(words), seen_(words), seen16_(words * 2) {}

  bool run() {
    const uint32_t lengths = word(1), units_top = word(7);
    keys_from_ = 4 * (1 + bundle_index_count);
    keys_top_ = word(2);
    if (lengths != bundle_index_count || word(4) != words_ || word(3) != words_ || keys_top_ < 1 + bundle_index_count ||
        units_top < keys_top_ || units_top > words_ || (word(6) & ~uint32_t{1}) != 0) {
      return false;
    }
    data_from_ = units_top;
    units_ = 2 * (units_top - keys_top_);
    const bool keys_end = keys_top_ == 1 + bundle_index_count || root_[4 * keys_top_ - 1] == 0;
    const bool units_end = units_ == 0 || (unit(0) == 0 && unit(units_ - 1) == 0);
    const uint32_t type = word(0) >> 28;
    return keys_end && units_end && (type == type_table || type == type_table16 || type == type_table32) &&
           resource(word(0), words_, 0);
  }

 private:
  uint32_t word(uint32_t index) const { return load_u32(root_ + 4 * index); }
  uint32_t half(uint32_t index) const { return load_u16(root_ + 2 * index); }
  uint32_t unit(uint32_t index) const { return half(2 * keys_top_ + index); }

  bool key(uint32_t offset) const { return offset >= keys_from_ && offset < 4 * keys_top_; }

  /// A string among the 16-bit units, whose length is its first units' to say, or a NUL's.
  bool string_v2(uint32_t at) const {
    if (at >= units_) {
      return false;
    }
    const uint32_t first = unit(at);
    if (first < 0xdc00 || first > 0xdfff) {
      return true;  // The last unit of all is a NUL.
    }
    uint32_t length = first & 0x3ff;
    uint32_t begin = at + 1;
    if (first >= 0xdfef) {
      const uint32_t more = first == 0xdfff ? 2 : 1;
      if (more >= units_ - at) {
        return false;
      }
      length = first == 0xdfff ? unit(at + 1) << 16 | unit(at + 2) : (first - 0xdfef) << 16 | unit(at + 1);
      begin += more;
    }
    return length < units_ - begin && unit(begin + length) == 0;
  }

  /// A count and so many elements of a size, after the place where the data begins and before `limit`, in words.
  bool block(uint32_t offset, uint32_t element_bytes, uint32_t limit, uint32_t &count) const {
    if (offset < data_from_ || offset >= limit) {
      return false;
    }
    count = word(offset);
    return count <= (limit - offset - 1) * 4 / element_bytes;
  }

  bool children(uint32_t from, uint32_t count, uint32_t limit, uint32_t depth) {
    for (uint32_t index = 0; index < count; ++index) {
      if (!resource(word(from + index), limit, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  bool units(uint32_t at, uint32_t count) const {
    for (uint32_t index = 0; index < count; ++index) {
      if (!string_v2(half(at + index))) {
        return false;
      }
    }
    return true;
  }

  bool container16(uint32_t at, bool has_keys) {
    if (at >= units_) {
      return false;
    }
    if (seen16_[at]) {
      return false;
    }
    seen16_[at] = true;
    const uint32_t count = unit(at);
    if (count * (has_keys ? 2 : 1) >= units_ - at) {
      return false;
    }
    const uint32_t first = 2 * keys_top_ + at + 1;
    for (uint32_t index = 0; has_keys && index < count; ++index) {
      if (!key(half(first + index))) {
        return false;
      }
    }
    return units(first + (has_keys ? count : 0), count);
  }

  bool table(uint32_t offset, uint32_t limit, uint32_t depth) {
    if (offset < data_from_ || offset >= limit) {
      return false;
    }
    const uint32_t count = half(2 * offset);
    const uint32_t head = (1 + count + 1) / 2;  // In words, padding and all.
    if (head + count > limit - offset) {
      return false;
    }
    for (uint32_t index = 0; index < count; ++index) {
      if (!key(half(2 * offset + 1 + index))) {
        return false;
      }
    }
    return children(offset + head, count, offset, depth);
  }

  bool table32(uint32_t offset, uint32_t limit, uint32_t depth) {
    uint32_t count = 0;
    if (!block(offset, 8, limit, count)) {
      return false;
    }
    for (uint32_t index = 0; index < count; ++index) {
      if (!key(word(offset + 1 + index))) {
        return false;
      }
    }
    return children(offset + 1 + count, count, offset, depth);
  }

  /// `limit`: the place of the container, which what it contains must lie before.
  bool resource(uint32_t resource, uint32_t limit, uint32_t depth) {
    const uint32_t type = resource >> 28;
    const uint32_t offset = resource & 0x0fffffff;
    uint32_t count = 0;
    if (type == type_integer || (offset == 0 && type <= type_vector && type != type_alias)) {
      return true;
    }
    switch (type) {
      case type_string:
      case type_alias:
        return block(offset, 2, limit, count) && count < (limit - offset - 1) * 2 && half(2 * offset + 2 + count) == 0;
      case type_binary:
        return block(offset, 1, limit, count);
      case type_vector:
        return block(offset, 4, limit, count);
      case type_string_v2:
        return string_v2(offset);
      case type_table16:
      case type_array16:
        return container16(offset, type == type_table16);
      default:
        break;
    }
    if (offset >= limit || depth >= bundle_depth_most || seen_[offset]) {
      return false;
    }
    seen_[offset] = true;
    switch (type) {
      case type_table:
        return table(offset, limit, depth);
      case type_table32:
        return table32(offset, limit, depth);
      case type_array:
        return block(offset, 4, limit, count) && children(offset + 1, count, offset, depth);
      default:
        return false;
    }
  }

  const uint8_t *root_;
  uint32_t words_;
  uint32_t keys_from_ = 0;  // In bytes.
  uint32_t keys_top_ = 0;   // In words, as all that follow but units_.
  uint32_t data_from_ = 0;
  uint32_t units_ = 0;
  std::vector<bool> seen_;
  std::vector<bool> seen16_;
};

// ICU's header of a resource bundle: its size, its mark, what the numbers are like, "ResB", format version 2.
constexpr uint8_t bundle_header[] = {
    bundle_header_bytes, 0, 0xda, 0x27, 20, 0, 0, 0, 0, 0, 2, 0, 'R', 'e', 's', 'B', 2};

}  // namespace

bool is_sound_bundle(const uint8_t *data, uint32_t bytes) {
  if (bytes < bundle_header_bytes + 4 * (1 + bundle_index_count) || bytes % 4 != 0 ||
      std::memcmp(data, bundle_header, sizeof bundle_header) != 0) {
    return false;
  }
  return BundleCheck(data + bundle_header_bytes, (bytes - bundle_header_bytes) / 4).run();
}

}  // namespace codeglot
