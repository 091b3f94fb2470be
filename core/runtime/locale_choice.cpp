// See locale_choice.h.
#include "core/runtime/locale_choice.h"

#include "codeglot/limits.h"

namespace codeglot {
namespace {

bool is_letter(char character) { return character >= 'a' && character <= 'z'; }
bool is_digit(char character) { return character >= '0' && character <= '9'; }

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
}

struct Subtag {
  char text[9];
  uint32_t bytes;
  bool letters;
  bool digits;
};

/// The next subtag in lower case; `bytes` is 0 at the end and at anything that is no subtag.
Subtag next_subtag(const char *&at, const char *end) {
  Subtag subtag{{}, 0, true, true};
  const char *from = at;
  for (; at != end && *at != '-' && *at != '_' && *at != '.' && *at != '@'; ++at) {
    const char character = lower(*at);
    if (static_cast<size_t>(at - from) == sizeof subtag.text - 1 || !(is_letter(character) || is_digit(character))) {
      subtag.bytes = 0;
      at = end;
      return subtag;
    }
    subtag.letters = subtag.letters && is_letter(character);
    subtag.digits = subtag.digits && is_digit(character);
    subtag.text[subtag.bytes++] = character;
  }
  if (at != end) {
    at = *at == '-' || *at == '_' ? at + 1 : end;  // A code set or a modifier (".UTF-8", "@euro") ends the locale.
  }
  return subtag;
}

/// The rank of exactly this tag; false if the table does not have it.
bool find_tag(Text table, const char *tag, size_t bytes, uint32_t &rank) {
  for (const uint8_t *at = table.begin(); at != table.end();) {
    const uint32_t here = read_varint(at);
    const Text tags = read_text(at);
    for (uint32_t from = 0; from < tags.bytes;) {
      uint32_t to = from;
      while (to < tags.bytes && tags.data[to] != ' ') {
        ++to;
      }
      if (same(tags.data + from, to - from, tag, bytes)) {
        rank = here;
        return true;
      }
      from = to + 1;
    }
  }
  return false;
}

/// language[-script][-region] in lower case.
struct Tag {
  char text[sizeof(LocaleParts) + 2];
  size_t bytes = 0;

  void add(const char *part) {
    if (bytes > 0) {
      text[bytes++] = '-';
    }
    while (*part != '\0') {
      text[bytes++] = *part++;
    }
  }
};

bool find(const Pack &pack, const LocaleParts &wanted, bool with_script, bool with_region, uint32_t &rank) {
  if (with_region && wanted.region[0] == '\0') {
    return false;
  }
  Tag tag;
  tag.add(wanted.language);
  if (with_script) {
    tag.add(wanted.script);
  }
  if (with_region) {
    tag.add(wanted.region);
  }
  return find_tag(pack.locale_table, tag.text, tag.bytes, rank);
}

}  // namespace

bool parse_locale(const char *tag, size_t bytes, LocaleParts &parts) {
  parts = {};
  if (bytes == 0 || bytes > CG_MAX_LOCALE_TAG_BYTES) {
    return false;
  }
  const char *const end = tag + bytes;
  Subtag subtag = next_subtag(tag, end);
  if (!subtag.letters || subtag.bytes < 2) {
    return false;
  }
  std::memcpy(parts.language, subtag.text, sizeof parts.language);
  subtag = next_subtag(tag, end);
  if (subtag.letters && subtag.bytes == 3) {  // An extended language ("zh-yue") is the language itself.
    std::memcpy(parts.language, subtag.text, sizeof parts.language);
    subtag = next_subtag(tag, end);
  }
  if (subtag.letters && subtag.bytes == 4) {
    std::memcpy(parts.script, subtag.text, sizeof parts.script);
    subtag = next_subtag(tag, end);
  }
  if ((subtag.letters && subtag.bytes == 2) || (subtag.digits && subtag.bytes == 3)) {
    std::memcpy(parts.region, subtag.text, sizeof parts.region);
  }
  return true;
}

uint32_t locale_rank(const Pack &pack, const LocaleParts &wanted) {
  const bool with_script = wanted.script[0] != '\0';
  uint32_t rank = 0;
  return find(pack, wanted, with_script, true, rank) || find(pack, wanted, with_script, false, rank) ? rank : 0;
}

}  // namespace codeglot
