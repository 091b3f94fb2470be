// Opening and reading of packs; see pack.h.
#include "core/pack/pack.h"

#include <initializer_list>

#include "codeglot/limits.h"
#include "core/pack/checksum.h"
#include "core/pack/layout.h"
#include "core/pack/utf8.h"
#include "core/pack/validate.h"

namespace codeglot {
namespace {

bool read_numbers(Text section, Numbers &numbers) {
  numbers = {};
  if (section.bytes == 0) {
    return true;  // No message in this profile prints or counts a number.
  }
  Cursor cursor(section);
  numbers.digit_bytes = cursor.byte();
  numbers.digits = reinterpret_cast<const char *>(cursor.at);
  for (int digit = 0; digit < 10; ++digit) {
    // Symbols follow the digits; so there is a byte to look at even where a hostile section has digits of no bytes.
    if (cursor.end - cursor.at <= numbers.digit_bytes || utf8_step(cursor.at, cursor.end) != numbers.digit_bytes) {
      return false;
    }
    cursor.at += numbers.digit_bytes;
  }
  for (Text *symbol : {&numbers.decimal, &numbers.group, &numbers.infinity, &numbers.not_a_number}) {
    *symbol = cursor.text();
    if (!utf8_valid(*symbol)) {
      return false;
    }
  }
  const uint32_t styles = cursor.byte();
  if (styles == 0 || styles > layout::style_most || numbers.group.bytes > layout::group_bytes_most) {
    return false;
  }
  numbers.style_count = static_cast<uint8_t>(styles);
  for (uint32_t style = 0; style < styles; ++style) {
    numbers.styles[style] = cursor.at;
    for (uint32_t field = 0; field < layout::style_fixed_bytes; ++field) {
      if (cursor.byte() > layout::style_number_most) {
        return false;
      }
    }
    for (int affix = 0; affix < 4; ++affix) {
      if (!valid_text(cursor)) {
        return false;
      }
    }
  }
  return !cursor.bad && cursor.at == cursor.end;
}

#ifndef CODEGLOT_WITHOUT_FORMATS
void note_formats(const Profile &profile, ProfileFacts &facts) {
  facts.format_count = profile.format_count;
  for (uint32_t &bits : facts.number_formats) {
    bits = 0;
  }
  const uint8_t *at = profile.formats;
  for (uint32_t index = 0; index < profile.format_count; ++index) {
    const bool of_numbers = *read_text(at).begin() == static_cast<uint8_t>(layout::FormatKind::number);
    facts.number_formats[index / 32] |= (of_numbers ? 1u : 0u) << index % 32;
  }
}
#endif

bool open_meta(Text meta, Pack &pack, ProfileFacts *facts, uint32_t &profile_count) {
  Cursor cursor(meta);
  for (Text *text : {&pack.catalog_namespace, &pack.default_locale, &pack.source_locale}) {
    *text = cursor.text();
    if (!utf8_valid(*text)) {
      return false;
    }
  }
  profile_count = cursor.byte();
  if (cursor.bad || profile_count == 0 || profile_count > CG_MAX_PROFILES) {
    return false;
  }
  pack.profiles = cursor.at;
  for (uint32_t index = 0; index < profile_count; ++index) {
    Profile profile;
    if (!read_profile(cursor.text(), profile, pack.features)) {
      return false;
    }
    if (index == 0) {
      pack.own = profile;
    }
    facts[index].style_count = profile.numbers.style_count;
#ifndef CODEGLOT_WITHOUT_FORMATS
    note_formats(profile, facts[index]);
    facts[index].features = pack.features;
#endif
  }
  pack.unknown_code = cursor.text();
  pack.unreadable_response = cursor.text();
  pack.transports = cursor.text();
  pack.locale_table = cursor.text();
  return !cursor.bad && cursor.at == cursor.end && valid_body(pack.unknown_code, facts, profile_count) &&
         valid_body(pack.unreadable_response, facts, profile_count);
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

bool read_profile(Text section, Profile &profile, uint32_t features) {
  Cursor cursor(section);
  profile.locale = cursor.text();
  profile.direction = cursor.byte();
  profile.cardinal_rules = cursor.text();
  profile.ordinal_rules = cursor.text();
  const Text numbers = cursor.text();
#ifndef CODEGLOT_WITHOUT_FORMATS
  profile.format_count = 0;
  profile.formats = nullptr;
  if ((features & layout::feature_formats) != 0) {
    const Text formats = cursor.text();
    if (cursor.bad || !valid_formats(formats)) {
      return false;
    }
    profile.format_count = *formats.begin();
    profile.formats = formats.begin() + 1;
  }
#else
  static_cast<void>(features);
#endif
  return !cursor.bad && cursor.at == cursor.end && profile.locale.bytes > 0 &&
         profile.locale.bytes <= CG_MAX_LOCALE_TAG_BYTES && utf8_valid(profile.locale) &&
         profile.direction <= layout::right_to_left && valid_rules(profile.cardinal_rules) &&
         valid_rules(profile.ordinal_rules) && read_numbers(numbers, profile.numbers);
}

#ifndef CODEGLOT_WITHOUT_FORMATS
Text Profile::format(uint32_t index) const {
  const uint8_t *at = formats;
  Text section = read_text(at);
  for (; index > 0; --index) {
    section = read_text(at);
  }
  return section;
}
#endif

const Profile &profile_at(const Pack &pack, uint32_t index, Profile &storage) {
  if (index == 0) {
    return pack.own;
  }
  const uint8_t *at = pack.profiles;
  Text section{};
  do {
    section = read_text(at);
  } while (index-- > 0);
  read_profile(section, storage, pack.features);
  return storage;
}

cg_status open_pack(const void *data, size_t bytes, Pack &pack) {
  const auto *at = static_cast<const uint8_t *>(data);
  if (bytes < sizeof layout::magic || std::memcmp(at, layout::magic, sizeof layout::magic) != 0) {
    return bytes < sizeof layout::magic ? CG_PACK_TRUNCATED : CG_PACK_NOT_A_PACK;
  }
  if (bytes < layout::header_bytes) {
    return CG_PACK_TRUNCATED;
  }
  const uint32_t features = load_u16(at + 6);
  if (load_u16(at + 4) != layout::version || (features & ~uint32_t{layout::features_known}) != 0) {
    return CG_PACK_VERSION;
  }
#ifdef CODEGLOT_WITHOUT_FORMATS
  if (features != 0) {
    return CG_PACK_NEEDS_FORMATS;
  }
#endif
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
  pack.code_count = code_count;
  pack.features = features;
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
  return CG_OK;
}

}  // namespace codeglot
