// See validate.h. Recursion is bounded by CG_MAX_NESTING_DEPTH before it happens.
#include "core/pack/validate.h"

#include "codeglot/limits.h"
#include "core/pack/layout.h"
#include "core/pack/utf8.h"

namespace codeglot {
namespace {

using layout::Operation;

// Sections that a single call may walk through whole are short, so that a hostile pack cannot make calls slow.
constexpr uint32_t rules_bytes_most = 4096;
constexpr uint32_t searched_bytes_most = 65536;

bool valid_text(Cursor &cursor) { return utf8_valid(cursor.text()) && !cursor.bad; }

/// What the nodes of one program may refer to.
struct ProgramFacts {
  uint32_t parameter_count;
  uint8_t style_count;
};

bool valid_nodes(Text nodes, const ProgramFacts &facts, int depth);

bool valid_value(Cursor &cursor) { return cursor.value().fraction_digits <= 9 && !cursor.bad; }

bool valid_plural(Cursor &cursor, const ProgramFacts &facts, int depth) {
  const uint8_t flags = cursor.byte();
  const uint8_t style = cursor.byte();
  if ((flags & ~layout::plural_ordinal) != 0 || style >= facts.style_count || !valid_value(cursor)) {
    return false;
  }
  const uint32_t count = cursor.varint();
  if (count == 0 || count > CG_MAX_BRANCHES) {
    return false;
  }
  for (uint32_t branch = 0; branch < count; ++branch) {
    const uint8_t key = cursor.byte();
    const bool last = branch + 1 == count;
    if (key > layout::exact || last != (key == layout::other) || (key == layout::exact && !valid_value(cursor)) ||
        !valid_nodes(cursor.text(), facts, depth + 1)) {
      return false;
    }
  }
  return true;
}

bool valid_select(Cursor &cursor, const ProgramFacts &facts, int depth) {
  const uint32_t count = cursor.varint();
  if (count == 0 || count > CG_MAX_BRANCHES) {
    return false;
  }
  for (uint32_t branch = 0; branch < count; ++branch) {
    if (!valid_text(cursor) || !valid_nodes(cursor.text(), facts, depth + 1)) {
      return false;
    }
  }
  return true;
}

bool valid_nodes(Text nodes, const ProgramFacts &facts, int depth) {
  if (depth > CG_MAX_NESTING_DEPTH) {
    return false;
  }
  Cursor cursor(nodes);
  while (cursor.more()) {
    const auto operation = static_cast<Operation>(cursor.byte());
    if (operation == Operation::text) {
      if (!valid_text(cursor)) {
        return false;
      }
      continue;
    }
    if (cursor.byte() >= facts.parameter_count) {
      return false;
    }
    switch (operation) {
      case Operation::argument:
        break;
      case Operation::number:
      case Operation::number_less:
        if (cursor.byte() >= facts.style_count || (operation == Operation::number_less && !valid_value(cursor))) {
          return false;
        }
        break;
      case Operation::plural:
        if (!valid_plural(cursor, facts, depth)) {
          return false;
        }
        break;
      case Operation::select:
        if (!valid_select(cursor, facts, depth)) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  return !cursor.bad;
}

bool valid_program(Text program, uint8_t style_count) {
  Cursor cursor(program);
  const uint32_t parameter_count = cursor.varint();
  if (parameter_count > CG_MAX_ARGUMENTS) {
    return false;
  }
  for (uint32_t index = 0; index < parameter_count; ++index) {
    const uint8_t type = cursor.byte();
    if ((type & ~layout::has_default) > static_cast<uint8_t>(layout::Type::number) || !valid_text(cursor) ||
        ((type & layout::has_default) != 0 && !valid_text(cursor))) {
      return false;
    }
  }
  const Text nodes{reinterpret_cast<const char *>(cursor.at), static_cast<uint32_t>(cursor.end - cursor.at)};
  return !cursor.bad && valid_nodes(nodes, {parameter_count, style_count}, 0);
}

}  // namespace

bool valid_rules(Text rules) {
  if (rules.bytes > rules_bytes_most) {
    return false;
  }
  Cursor cursor(rules);
  while (cursor.more()) {
    if (cursor.byte() >= layout::other) {
      return false;
    }
    for (uint32_t alternatives = cursor.varint(); alternatives > 0 && !cursor.bad; --alternatives) {
      for (uint32_t relations = cursor.varint(); relations > 0 && !cursor.bad; --relations) {
        if ((cursor.byte() & ~layout::relation_negated) > layout::e) {
          return false;
        }
        cursor.varint();
        for (uint32_t ranges = cursor.varint(); ranges > 0 && !cursor.bad; --ranges) {
          cursor.varint();
          cursor.varint();
        }
      }
    }
  }
  return !cursor.bad;
}

bool valid_numbers(Text numbers, ProfileFacts &facts) {
  if (numbers.bytes == 0) {
    return true;  // No message in this profile prints or counts a number.
  }
  Cursor cursor(numbers);
  const uint32_t digit_bytes = cursor.byte();
  if (digit_bytes == 0 || digit_bytes > layout::digit_bytes_most) {
    return false;
  }
  for (int digit = 0; digit < 10; ++digit) {
    if (static_cast<size_t>(cursor.end - cursor.at) < digit_bytes ||
        utf8_step(cursor.at, cursor.at + digit_bytes) != static_cast<int>(digit_bytes)) {
      return false;
    }
    cursor.at += digit_bytes;
  }
  if (!valid_text(cursor)) {  // decimal
    return false;
  }
  const Text group = cursor.text();
  if (group.bytes > layout::group_bytes_most || !utf8_valid(group) || !valid_text(cursor) || !valid_text(cursor)) {
    return false;
  }
  const uint32_t styles = cursor.varint();
  if (styles == 0 || styles > layout::style_count) {
    return false;
  }
  for (uint32_t style = 0; style < styles; ++style) {
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
  facts.style_count = static_cast<uint8_t>(styles);
  return !cursor.bad && cursor.at == cursor.end;
}

bool valid_transports(Cursor &cursor) {
  const uint8_t *const from = cursor.at;
  for (uint32_t transports = cursor.varint(); transports > 0 && !cursor.bad; --transports) {
    if (!valid_text(cursor)) {
      return false;
    }
    for (uint32_t read = cursor.varint(); read > 0 && !cursor.bad; --read) {
      cursor.varint();
    }
    for (uint32_t mapped = cursor.varint(); mapped > 0 && !cursor.bad; --mapped) {
      cursor.varint();
      cursor.varint();
    }
  }
  return !cursor.bad && cursor.at - from <= static_cast<ptrdiff_t>(searched_bytes_most);
}

bool valid_locale_table(Text table) {
  if (table.bytes > searched_bytes_most) {
    return false;
  }
  Cursor cursor(table);
  while (cursor.more()) {
    cursor.varint();
    cursor.text();
  }
  return !cursor.bad;
}

bool valid_body(Text body, const ProfileFacts *profiles, uint32_t profile_count) {
  if (body.bytes == 0 || body.bytes > CG_MAX_MESSAGE_BYTES) {
    return false;
  }
  const uint8_t head = *body.begin();
  const uint32_t profile = head >> 1;
  if (profile >= profile_count) {
    return false;
  }
  const Text rest{body.data + 1, body.bytes - 1};
  return (head & 1) != 0 ? valid_program(rest, profiles[profile].style_count) : utf8_valid(rest);
}

}  // namespace codeglot
