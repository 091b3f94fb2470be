// Writes resource bundles: ICU's resource format 2, as uresdata.h describes it, with strings and keys kept once.
// A container lies behind what it contains, and has one name only: core/icu_engine/data_file.cpp checks it so.
#include <map>
#include <stdexcept>

#include "core/compiler/resource_bundle.h"
#include "core/icu_engine/data_file.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using Kind = Resource::Kind;
using data_layout::bundle_header_bytes;
using data_layout::bundle_index_count;

constexpr uint32_t handle(uint32_t type, size_t offset) { return type << 28 | static_cast<uint32_t>(offset); }
constexpr size_t short_most = 0xffff;

class BundleWriter {
 public:
  std::string write(const ResourceBundle &bundle) {
    const Resource &root = bundle.root;
    collect(root);
    pad(keys_, 4);
    // All strings first, so that they are the first 65,536 units, which 16-bit containers can name.
    if (units_.size() % 2 != 0) {
      units_.push_back(0);
    }
    lay_out_short_containers(root);
    // Ends with a NUL, so that whatever is read as a string ends.
    units_.resize((units_.size() + 2) / 2 * 2, 0);
    data_from_ = (keys_from + keys_.size() + 2 * units_.size()) / 4;
    const uint32_t root_handle = put(root);
    return finish(root_handle, bundle.stands_alone);
  }

 private:
  static constexpr size_t keys_from = 4 * (1 + bundle_index_count);

  static void pad(std::string &bytes, size_t to) { bytes.resize((bytes.size() + to - 1) / to * to, '\0'); }

  void collect(const Resource &resource) {
    if (resource.kind == Kind::string) {
      add_string(resource.text);
    }
    for (const auto &[key, member] : resource.members) {
      if (resource.kind == Kind::table && key_places_.try_emplace(key, keys_from + keys_.size()).second) {
        keys_ += key + '\0';
      }
      collect(member);
    }
    most_members_ = std::max(most_members_, resource.kind == Kind::table ? resource.members.size() : 0);
  }

  void add_string(const std::u16string &text) {
    if (text.empty() || !string_places_.try_emplace(text, units_.size()).second) {
      return;
    }
    // ICU counts a string up to its NUL, unless it begins with its length.
    const bool counted = text.size() > 40 || text.find(u'\0') != text.npos || (text[0] >= 0xdc00 && text[0] <= 0xdfff);
    if (counted && text.size() < 0x3ef) {
      units_.push_back(static_cast<char16_t>(0xdc00 + text.size()));
    } else if (counted && text.size() < 0x100000) {
      units_.push_back(static_cast<char16_t>(0xdfef + (text.size() >> 16)));
      units_.push_back(static_cast<char16_t>(text.size()));
    } else if (counted) {
      throw std::length_error("a string of CLDR is too long");
    }
    units_ += text;
    units_.push_back(0);
  }

  /// Whether a container fits into the 16-bit units: strings only, all of them and the keys within reach.
  bool is_short(const Resource &resource) const {
    if ((resource.kind != Kind::table && resource.kind != Kind::array) || resource.members.empty()) {
      return false;
    }
    for (const auto &[key, member] : resource.members) {
      if (member.kind != Kind::string || string_place(member.text) > short_most ||
          (resource.kind == Kind::table && key_places_.at(key) > short_most)) {
        return false;
      }
    }
    return true;
  }

  void lay_out_short_containers(const Resource &resource) {
    if (is_short(resource)) {
      short_places_[&resource] = units_.size();
      units_.push_back(static_cast<char16_t>(resource.members.size()));
      for (const auto &[key, member] : resource.members) {
        if (resource.kind == Kind::table) {
          units_.push_back(static_cast<char16_t>(key_places_.at(key)));
        }
      }
      for (const auto &[key, member] : resource.members) {
        units_.push_back(static_cast<char16_t>(string_place(member.text)));
      }
      return;
    }
    for (const auto &[key, member] : resource.members) {
      lay_out_short_containers(member);
    }
  }

  size_t string_place(const std::u16string &text) const { return text.empty() ? 0 : string_places_.at(text); }

  /// The place of the next resource, in words.
  size_t place() const { return data_from_ + data_.bytes().size() / 4; }
  void align() { data_.raw(std::string((4 - data_.bytes().size() % 4) % 4, '\0')); }

  uint32_t put(const Resource &resource) {
    switch (resource.kind) {
      case Kind::string:
        return handle(6, string_place(resource.text));
      case Kind::integer:
        return handle(7, resource.integer);
      case Kind::alias:
        return put_alias(resource.text);
      case Kind::binary:
        return put_binary(resource.bytes);
      case Kind::vector:
        return put_vector(resource.words);
      default:
        return put_container(resource);
    }
  }

  uint32_t put_alias(const std::u16string &text) {
    const size_t at = place();
    data_.u32(static_cast<uint32_t>(text.size()));
    for (const char16_t unit : text) {
      data_.u16(unit);
    }
    data_.u16(0);
    align();
    return handle(3, at);
  }

  uint32_t put_binary(const std::string &bytes) {
    while ((bundle_header_bytes + 4 * place() + 4) % 16 != 0) {
      data_.u32(0);
    }
    const size_t at = place();
    data_.u32(static_cast<uint32_t>(bytes.size()));
    data_.raw(bytes);
    align();
    return handle(1, at);
  }

  uint32_t put_vector(const std::vector<uint32_t> &words) {
    const size_t at = place();
    data_.u32(static_cast<uint32_t>(words.size()));
    for (const uint32_t word : words) {
      data_.u32(word);
    }
    return handle(14, at);
  }

  uint32_t put_container(const Resource &resource) {
    const bool is_table = resource.kind == Kind::table;
    if (resource.members.empty()) {
      return handle(is_table ? 2 : 8, 0);
    }
    if (const auto found = short_places_.find(&resource); found != short_places_.end()) {
      return handle(is_table ? 5 : 9, found->second);
    }
    std::vector<uint32_t> handles;
    bool short_keys = resource.members.size() <= short_most;
    for (const auto &[key, member] : resource.members) {
      handles.push_back(put(member));
      short_keys = short_keys && (!is_table || key_places_.at(key) <= short_most);
    }
    const size_t at = place();
    if (is_table && short_keys) {
      data_.u16(static_cast<uint32_t>(handles.size()));
    } else {
      data_.u32(static_cast<uint32_t>(handles.size()));
    }
    for (const auto &[key, member] : resource.members) {
      if (is_table && short_keys) {
        data_.u16(static_cast<uint32_t>(key_places_.at(key)));
      } else if (is_table) {
        data_.u32(static_cast<uint32_t>(key_places_.at(key)));
      }
    }
    align();
    for (const uint32_t each : handles) {
      data_.u32(each);
    }
    return handle(!is_table ? 8 : short_keys ? 2 : 4, at);
  }

  std::string finish(uint32_t root_handle, bool stands_alone) const {
    ByteWriter out;
    const uint8_t header[bundle_header_bytes] = {
        bundle_header_bytes, 0, 0xda, 0x27, 20, 0, 0, 0, 0, 0, 2, 0, 'R', 'e', 's', 'B', 2};
    for (const uint8_t byte : header) {
      out.byte(byte);
    }
    const auto top = static_cast<uint32_t>(place());
    out.u32(root_handle);
    out.u32(bundle_index_count);
    out.u32(static_cast<uint32_t>((keys_from + keys_.size()) / 4));
    out.u32(top);
    out.u32(top);
    out.u32(static_cast<uint32_t>(most_members_));
    out.u32(stands_alone ? 1 : 0);
    out.u32(static_cast<uint32_t>(data_from_));
    out.u32(0);
    out.raw(keys_);
    for (const char16_t unit : units_) {
      out.u16(unit);
    }
    out.raw(data_.bytes());
    return out.bytes();
  }

  std::string keys_;
  std::map<std::string, size_t> key_places_;  // In bytes, from the root.
  std::u16string units_ = std::u16string(1, u'\0');
  std::map<std::u16string, size_t> string_places_;
  std::map<const Resource *, size_t> short_places_;
  ByteWriter data_;
  size_t data_from_ = 0;
  size_t most_members_ = 0;
};

}  // namespace

std::string write_bundle(const ResourceBundle &bundle) { return BundleWriter().write(bundle); }

}  // namespace codeglot
