// Opening and reading of packs; see pack.h.
#include "core/pack/pack.h"

#include "codeglot/limits.h"
#include "core/pack/checksum.h"
#include "core/pack/layout.h"
#include "core/pack/utf8.h"
#include "core/pack/validate.h"

namespace codeglot {
namespace {

bool valid_profile(Text section, ProfileFacts &facts) {
  Cursor cursor(section);
  const Text locale = cursor.text();
  const uint8_t direction = cursor.byte();
  const Text cardinal_rules = cursor.text();
  const Text ordinal_rules = cursor.text();
  const Text numbers = cursor.text();
  return !cursor.bad && cursor.at == cursor.end && locale.bytes > 0 && locale.bytes <= CG_MAX_LOCALE_TAG_BYTES &&
         utf8_valid(locale) && direction <= layout::right_to_left && valid_rules(cardinal_rules) &&
         valid_rules(ordinal_rules) && valid_numbers(numbers, facts);
}

Numbers read_numbers(Text section) {
  Numbers numbers{};
  if (section.bytes == 0) {
    return numbers;
  }
  const uint8_t *at = section.begin();
  numbers.digit_bytes = *at++;
  numbers.digits = reinterpret_cast<const char *>(at);
  at += 10 * numbers.digit_bytes;
  numbers.decimal = read_text(at);
  numbers.group = read_text(at);
  numbers.infinity = read_text(at);
  numbers.not_a_number = read_text(at);
  const uint32_t styles = read_varint(at);
  for (uint32_t style = 0; style < styles; ++style) {
    numbers.styles[style] = at;
    at += layout::style_fixed_bytes;
    for (int affix = 0; affix < 4; ++affix) {
      read_text(at);
    }
  }
  return numbers;
}

bool open_meta(Text meta, Pack &pack, ProfileFacts *facts, uint32_t &profile_count) {
  Cursor cursor(meta);
  pack.catalog_namespace = cursor.text();
  pack.default_locale = cursor.text();
  pack.source_locale = cursor.text();
  profile_count = cursor.varint();
  if (cursor.bad || profile_count == 0 || profile_count > CG_MAX_PROFILES || !utf8_valid(pack.catalog_namespace) ||
      !utf8_valid(pack.default_locale) || !utf8_valid(pack.source_locale)) {
    return false;
  }
  pack.profiles = cursor.at;
  for (uint32_t index = 0; index < profile_count; ++index) {
    const Text section = cursor.text();
    if (cursor.bad || !valid_profile(section, facts[index])) {
      return false;
    }
    if (index == 0) {
      pack.own = read_profile(section);
    }
  }
  pack.unknown_code = cursor.text();
  pack.unreadable_response = cursor.text();
  if (cursor.bad || !valid_body(pack.unknown_code, facts, profile_count) ||
      !valid_body(pack.unreadable_response, facts, profile_count)) {
    return false;
  }
  pack.transports = cursor.at;
  if (!valid_transports(cursor)) {
    return false;
  }
  pack.locale_table = cursor.text();
  return !cursor.bad && cursor.at == cursor.end && valid_locale_table(pack.locale_table);
}

bool valid_records(const Pack &pack, size_t records_bytes, const ProfileFacts *facts, uint32_t profile_count) {
  for (uint32_t index = 0; index < pack.code_count; ++index) {
    if (index > 0 && pack.code(index) <= pack.code(index - 1)) {
      return false;
    }
    const uint32_t from = load_u32(pack.record_starts + 4 * size_t{index});
    const uint32_t to = load_u32(pack.record_starts + 4 * size_t{index} + 4);
    if (from > to || to > records_bytes || (index == 0 && from != 0)) {
      return false;
    }
    Cursor cursor(pack.records + from, pack.records + to);
    const Text name = cursor.text();
    const Text body{reinterpret_cast<const char *>(cursor.at), static_cast<uint32_t>(cursor.end - cursor.at)};
    if (cursor.bad || !utf8_valid(name) || !valid_body(body, facts, profile_count)) {
      return false;
    }
  }
  return load_u32(pack.record_starts + 4 * size_t{pack.code_count}) == records_bytes;
}

}  // namespace

int32_t Pack::find(int32_t wanted) const {
  if (code_count == 0) {
    return -1;
  }
  // Halves the range without a branch that depends on the codes: which half is taken cannot be predicted.
  uint32_t from = 0;
  for (uint32_t count = code_count; count > 1;) {
    const uint32_t half = count / 2;
    from += code(from + half) <= wanted ? half : 0;
    count -= half;
  }
  return code(from) == wanted ? static_cast<int32_t>(from) : -1;
}

Text Pack::record(uint32_t index, Text &body) const {
  const uint8_t *at = records + load_u32(record_starts + 4 * size_t{index});
  const uint8_t *const end = records + load_u32(record_starts + 4 * size_t{index} + 4);
  const Text name = read_text(at);
  body = {reinterpret_cast<const char *>(at), static_cast<uint32_t>(end - at)};
  return name;
}

Profile read_profile(Text section) {
  const uint8_t *at = section.begin();
  Profile profile{};
  profile.locale = read_text(at);
  profile.direction = *at++;
  profile.cardinal_rules = read_text(at);
  profile.ordinal_rules = read_text(at);
  profile.numbers = read_numbers(read_text(at));
  return profile;
}

const Profile &profile_at(const Pack &pack, uint32_t index, Profile &storage) {
  if (index == 0) {
    return pack.own;
  }
  const uint8_t *at = pack.profiles;
  Text section = read_text(at);
  for (; index > 0; --index) {
    section = read_text(at);
  }
  storage = read_profile(section);
  return storage;
}

cg_status open_pack(const void *data, size_t bytes, Pack &result) {
  const auto *at = static_cast<const uint8_t *>(data);
  if (bytes < sizeof layout::magic || std::memcmp(at, layout::magic, sizeof layout::magic) != 0) {
    return bytes < sizeof layout::magic ? CG_PACK_TRUNCATED : CG_PACK_NOT_A_PACK;
  }
  if (bytes < layout::header_bytes) {
    return CG_PACK_TRUNCATED;
  }
  if (load_u32(at + 4) != layout::version) {  // With the reserved field, which a newer format may give a meaning.
    return CG_PACK_VERSION;
  }
  const uint32_t pack_bytes = load_u32(at + 8);
  const uint32_t code_count = load_u32(at + 16);
  const uint32_t meta_bytes = load_u32(at + 20);
  if (pack_bytes > CG_MAX_PACK_BYTES || code_count > CG_MAX_CODES) {
    return CG_PACK_TOO_LARGE;
  }
  if (bytes != pack_bytes) {
    return bytes < pack_bytes ? CG_PACK_TRUNCATED : CG_PACK_MALFORMED;
  }
  if (checksum(at + layout::checksum_from, pack_bytes - layout::checksum_from) != load_u32(at + 12)) {
    return CG_PACK_CHECKSUM;
  }
  const uint32_t table_bytes = 8 * code_count + 4;
  const uint32_t left_bytes = pack_bytes - layout::header_bytes;
  if (table_bytes > left_bytes || meta_bytes > left_bytes - table_bytes) {
    return CG_PACK_MALFORMED;
  }
  Pack pack{};
  pack.code_count = code_count;
  pack.codes = at + layout::header_bytes;
  pack.record_starts = pack.codes + 4 * size_t{code_count};
  const uint8_t *const meta = pack.codes + table_bytes;
  pack.records = meta + meta_bytes;
  ProfileFacts facts[CG_MAX_PROFILES];
  uint32_t profile_count = 0;
  if (!open_meta({reinterpret_cast<const char *>(meta), meta_bytes}, pack, facts, profile_count) ||
      !valid_records(pack, left_bytes - table_bytes - meta_bytes, facts, profile_count)) {
    return CG_PACK_MALFORMED;
  }
  result = pack;
  return CG_OK;
}

}  // namespace codeglot
