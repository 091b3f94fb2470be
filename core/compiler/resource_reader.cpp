// Reads ICU's data file, as it lies in this process: its table of contents, its bundles with their pools. Formats as in
// ICU's ucmndata.h and uresdata.h.
#include <algorithm>
#include <cstring>
#include <string_view>

#include "core/compiler/data_package.h"
#include "core/compiler/resource_bundle.h"
#include "core/pack/bytes.h"

namespace codeglot {
namespace {

const char *characters(const uint8_t *at) { return reinterpret_cast<const char *>(at); }

/// An item of the data file, without ICU's header; null if there is none.
const uint8_t *find_item(const std::string &name) {
  const uint8_t *const package = data_package();
  const uint8_t *contents = package + load_u16(package);
  const std::string wanted = "icudt78l/" + name + ".res";
  uint32_t low = 0, high = load_u32(contents);
  while (low < high) {
    const uint32_t middle = (low + high) / 2;
    const uint8_t *entry = contents + 4 + 8 * middle;
    const int order = wanted.compare(characters(contents + load_u32(entry)));
    if (order == 0) {
      const uint8_t *item = contents + load_u32(entry + 4);
      return item + load_u16(item);
    }
    (order < 0 ? high : low) = order < 0 ? middle : middle + 1;
  }
  return nullptr;
}

/// One bundle, and the pool that it shares keys and strings with, if any.
struct Bundle {
  const uint8_t *root;
  const uint8_t *pool = nullptr;

  uint32_t word(uint32_t index) const { return load_u32(root + 4 * index); }
  uint32_t index(uint32_t place) const { return word(1 + place); }
  const uint8_t *units() const { return root + 4 * index(1); }
  const uint8_t *pool_keys() const { return pool + 4 * (1 + (load_u32(pool + 4) & 0xff)); }
  const uint8_t *pool_units() const { return pool + 4 * load_u32(pool + 8); }

  std::string key16(uint32_t offset) const {
    const uint32_t local = index(1) > 1 + (index(0) & 0xff) ? 4 * index(1) : 0;  // 0: it has no keys of its own.
    return characters(offset < local ? root + offset : pool_keys() + (offset - local));
  }
  std::string key32(uint32_t offset) const {
    return characters(offset >> 31 == 0 ? root + offset : pool_keys() + (offset & 0x7fffffff));
  }

  std::u16string string_at(const uint8_t *at) const {
    const uint32_t first = load_u16(at);
    uint32_t length = 0;
    if (first < 0xdc00 || first > 0xdfff) {
      while (load_u16(at + 2 * length) != 0) {
        ++length;
      }
    } else if (first < 0xdfef) {
      length = first & 0x3ff;
      at += 2;
    } else if (first < 0xdfff) {
      length = (first - 0xdfef) << 16 | load_u16(at + 2);
      at += 4;
    } else {
      length = load_u16(at + 2) << 16 | load_u16(at + 4);
      at += 6;
    }
    return text_at(at, length);
  }
  static std::u16string text_at(const uint8_t *at, uint32_t length) {
    std::u16string text(length, u'\0');
    for (uint32_t unit = 0; unit < length; ++unit) {
      text[unit] = static_cast<char16_t>(load_u16(at + 2 * unit));
    }
    return text;
  }
  std::u16string string_v2(uint32_t offset, uint32_t pool_limit) const {
    return string_at(offset < pool_limit ? pool_units() + 2 * offset : units() + 2 * (offset - pool_limit));
  }
  std::u16string string16(uint32_t offset) const { return string_v2(offset, index(5) >> 16); }
  std::u16string string32(uint32_t offset) const {
    return string_v2(offset, index(0) >> 8 | (index(5) & 0xf000) << 12);
  }

  Resource read(uint32_t resource) const;
  void read_members(Resource &result, uint32_t type, uint32_t offset) const;
};

Resource text_resource(Resource::Kind kind, std::u16string text) {
  Resource result;
  result.kind = kind;
  result.text = std::move(text);
  return result;
}

void Bundle::read_members(Resource &result, uint32_t type, uint32_t offset) const {
  const bool is16 = type == 5 || type == 9;
  const uint8_t *at = is16 ? units() + 2 * offset : root + 4 * offset;
  const bool short_count = is16 || type == 2;
  const uint32_t count = offset == 0 ? 0 : short_count ? load_u16(at) : load_u32(at);
  const uint8_t *keys = at + (short_count ? 2 : 4);
  const uint8_t *values = keys;
  if (type == 2) {
    values = root + 4 * offset + 4 * ((1 + count + 1) / 2);
  } else if (type == 4) {
    values += 4 * count;
  } else if (type == 5) {
    values += 2 * count;
  }
  for (uint32_t place = 0; place < count; ++place) {
    std::string key;
    if (type == 2 || type == 5) {
      key = key16(load_u16(keys + 2 * place));
    } else if (type == 4) {
      key = key32(load_u32(keys + 4 * place));
    }
    result.members.emplace_back(std::move(key),
                                is16 ? text_resource(Resource::Kind::string, string16(load_u16(values + 2 * place)))
                                     : read(load_u32(values + 4 * place)));
  }
}

Resource Bundle::read(uint32_t resource) const {
  const uint32_t type = resource >> 28;
  const uint32_t offset = resource & 0x0fffffff;
  const uint8_t *at = root + 4 * offset;
  const bool has_count = offset != 0 && (type < 4 || type == 14);
  const uint32_t count = has_count ? load_u32(at) : 0;
  Resource result;
  switch (type) {
    case 0:
    case 3:
      return text_resource(type == 0 ? Resource::Kind::string : Resource::Kind::alias, text_at(at + 4, count));
    case 6:
      return text_resource(Resource::Kind::string, string32(offset));
    case 1:
      result.kind = Resource::Kind::binary;
      result.bytes.assign(characters(at + 4), count);
      break;
    case 7:
      result.kind = Resource::Kind::integer;
      result.integer = offset;
      break;
    case 14:
      result.kind = Resource::Kind::vector;
      for (uint32_t place = 0; place < count; ++place) {
        result.words.push_back(load_u32(at + 4 + 4 * place));
      }
      break;
    default:
      result.kind = type == 8 || type == 9 ? Resource::Kind::array : Resource::Kind::table;
      read_members(result, type, offset);
  }
  return result;
}

// Attributes.
constexpr uint32_t no_fallback = 1;
constexpr uint32_t uses_pool = 4;

}  // namespace

Resource::Resource() = default;

const Resource *Resource::find(const std::string &key) const {
  const auto found = std::lower_bound(
      members.begin(), members.end(), key,
      [](const auto &member, const std::string &wanted) { return member.first < wanted; });
  return kind == Kind::table && found != members.end() && found->first == key ? &found->second : nullptr;
}

std::optional<ResourceBundle> read_bundle(const std::string &name) {
  Bundle bundle = {find_item(name)};
  if (bundle.root == nullptr) {
    return std::nullopt;
  }
  const uint32_t attributes = bundle.index(5);
  if ((attributes & uses_pool) != 0) {
    const size_t folder = name.rfind('/');
    bundle.pool = find_item(folder == std::string::npos ? "pool" : name.substr(0, folder + 1) + "pool");
  }
  return ResourceBundle{bundle.read(bundle.word(0)), (attributes & no_fallback) != 0};
}

}  // namespace codeglot
