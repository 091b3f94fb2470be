// See locale_choice.h. What a tag spells is not looked at: the tables do not have what is no locale.
#include "core/runtime/locale_choice.h"

#include "codeglot/limits.h"

namespace codeglot {
namespace {

/// The rank of exactly this tag; false if the table does not have it.
bool find_tag(Text table, const char *tag, uint32_t bytes, uint32_t &rank) {
  Cursor cursor(table);
  while (cursor.more()) {
    const uint32_t here = cursor.byte();
    const Text tags = cursor.text();
    for (uint32_t from = 0, to = 0; to <= tags.bytes; ++to) {
      if (to == tags.bytes || tags.data[to] == ' ') {
        if (same(tags.data + from, to - from, tag, bytes)) {
          rank = here;
          return true;
        }
        from = to + 1;
      }
    }
  }
  return false;
}

}  // namespace

LocaleTag parse_locale(const char *tag, size_t bytes) {
  LocaleTag result;
  result.bytes = 0;
  result.language_bytes = 0;
  if (bytes <= CG_MAX_LOCALE_TAG_BYTES) {
    // A code set or a modifier (".UTF-8", "@euro") ends the locale.
    for (; bytes > 0 && *tag != '.' && *tag != '@'; --bytes, ++tag) {
      const char character = *tag;
      const bool upper = character >= 'A' && character <= 'Z';
      const char spelled = character == '_' ? '-' : static_cast<char>(character | (upper ? 0x20 : 0));
      if (spelled == '-' && result.language_bytes == 0) {
        result.language_bytes = result.bytes;
      }
      result.text[result.bytes++] = spelled;
    }
  }
  return result;
}

uint32_t locale_rank(const Pack &pack, const LocaleTag &wanted) {
  uint32_t rank = 0;
  uint32_t bytes = wanted.bytes;
  while (bytes > 0 && !find_tag(pack.locale_table, wanted.text, bytes, rank)) {
    const uint32_t end = bytes;
    do {
      --bytes;
    } while (bytes > 0 && wanted.text[bytes] != '-');
    const bool is_script = bytes == wanted.language_bytes && end - bytes == 5 &&
                           static_cast<uint8_t>(wanted.text[bytes + 1]) > '9';
    bytes = is_script ? 0 : bytes;
  }
  return rank;
}

}  // namespace codeglot
