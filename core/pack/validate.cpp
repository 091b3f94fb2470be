// See validate.h. Recursion is bounded by CG_MAX_NESTING_DEPTH before it happens.
#include "core/pack/validate.h"

#include "codeglot/limits.h"
#include "core/pack/layout.h"
#include "core/pack/utf8.h"

namespace codeglot {
namespace {

using layout::Operation;

// A single call may walk through all rules many times: short, so that a hostile pack cannot make it slow.
constexpr uint32_t rules_bytes_most = 4096;

/// What the nodes of one program may refer to.
struct ProgramFacts {
  uint32_t parameter_count;
  ProfileFacts profile;
};

static_assert(CG_MAX_ARGUMENTS <= layout::parameter_mask + 1);
constexpr uint32_t argument_last = static_cast<uint32_t>(layout::Isolation::first_strong) << layout::isolation_shift |
                                   layout::parameter_mask;

bool valid_nodes(Text nodes, const ProgramFacts &facts, int depth);

/// The number style that a plural counts in.
bool valid_style(uint8_t style, const ProfileFacts &profile) {
#ifndef CODEGLOT_WITHOUT_FORMATS
  if ((style & layout::style_of_format) != 0) {
    const uint32_t format = style & ~uint32_t{layout::style_of_format};
    return format < profile.format_count && profile.style_count > 0 &&
           (profile.number_formats[format / 32] >> format % 32 & 1u) != 0;  // Nothing is counted in a date.
  }
#endif
  return style < profile.style_count;
}

bool valid_value(Cursor &cursor) {
  cursor.u32();
  return cursor.byte() <= layout::fraction_digits_most && !cursor.bad;
}

#ifndef CODEGLOT_WITHOUT_FORMATS
bool valid_mark(Text mark) {
  Cursor cursor(mark);
  bool valid = cursor.byte() <= layout::mark_last && valid_text(cursor) && valid_text(cursor);
  while (valid && cursor.more()) {
    valid = valid_text(cursor) && valid_text(cursor);
  }
  return valid && !cursor.bad;
}
#endif

/// The part of a plural or select after its parameter. Branches go to the end; a plural's last one is "other".
bool valid_branches(Text part, bool plural, const ProgramFacts &facts, int depth) {
  Cursor cursor(part);
  if (plural) {
    const uint32_t flags = cursor.byte();
    const bool has_formats = (facts.profile.features & layout::feature_formats) != 0;
    if (flags > layout::plural_ordinal + (has_formats ? uint32_t{layout::plural_of_integer} : 0) ||
        !valid_style(cursor.byte(), facts.profile) || !valid_value(cursor)) {
      return false;
    }
  }
  uint8_t key = layout::other;
  uint32_t count = 0;
  for (; cursor.more(); ++count) {
    if (plural) {
      key = cursor.byte();
      if (key > layout::exact || (key == layout::exact && !valid_value(cursor))) {
        return false;
      }
    } else if (!valid_text(cursor)) {
      return false;
    }
    if (!valid_nodes(cursor.text(), facts, depth + 1)) {
      return false;
    }
  }
  return !cursor.bad && count > 0 && count <= CG_MAX_BRANCHES && key == layout::other;
}

bool valid_nodes(Text nodes, const ProgramFacts &facts, int depth) {
  if (depth > CG_MAX_NESTING_DEPTH) {
    return false;
  }
  Cursor cursor(nodes);
  while (cursor.more()) {
    const auto operation = static_cast<Operation>(cursor.byte());
    if (operation == Operation::text || operation == Operation::isolate) {
      if (!valid_text(cursor)) {
        return false;
      }
      continue;
    }
    if (operation == Operation::mark) {
#ifndef CODEGLOT_WITHOUT_FORMATS
      if (!valid_mark(cursor.text())) {
        return false;
      }
#else
      cursor.text();  // Nothing here looks into it.
#endif
      continue;
    }
    const uint32_t argument = cursor.byte();
    if ((argument & layout::parameter_mask) >= facts.parameter_count || argument > argument_last) {
      return false;
    }
    switch (operation) {
      case Operation::argument:
        break;
      case Operation::number:
      case Operation::number_less:
        if (cursor.byte() >= facts.profile.style_count ||
            (operation == Operation::number_less && !valid_value(cursor))) {
          return false;
        }
        break;
#ifndef CODEGLOT_WITHOUT_FORMATS
      case Operation::format:
        if (cursor.byte() >= facts.profile.format_count || facts.profile.style_count == 0 || !valid_value(cursor)) {
          return false;
        }
        break;
#endif
      case Operation::plural:
      case Operation::select:
        if (argument > layout::parameter_mask ||
            !valid_branches(cursor.text(), operation == Operation::plural, facts, depth)) {
          return false;
        }
        break;
      default:
        return false;
    }
  }
  return !cursor.bad;
}

bool valid_program(Text program, const ProfileFacts &profile) {
  Cursor cursor(program);
  const uint32_t parameter_count = cursor.byte();
  if (parameter_count > CG_MAX_ARGUMENTS) {
    return false;
  }
  const bool has_formats = (profile.features & layout::feature_formats) != 0;
  const auto type_last = static_cast<uint8_t>(has_formats ? layout::Type::date : layout::Type::number);
  for (uint32_t index = 0; index < parameter_count; ++index) {
    const uint8_t type = cursor.byte();
    if ((type & layout::type_mask) > type_last || !valid_text(cursor) ||
        ((type & layout::has_default) != 0 && !valid_text(cursor))) {
      return false;
    }
  }
  const Text nodes{reinterpret_cast<const char *>(cursor.at), static_cast<uint32_t>(cursor.end - cursor.at)};
  return !cursor.bad && valid_nodes(nodes, {parameter_count, profile}, 0);
}

}  // namespace

bool valid_text(Cursor &cursor) { return utf8_valid(cursor.text()) && !cursor.bad; }

bool valid_rules(Text rules) {
  if (rules.bytes > rules_bytes_most) {
    return false;
  }
  Cursor cursor(rules);
  while (cursor.more()) {
    if (cursor.byte() >= layout::other) {
      return false;
    }
    for (uint8_t alternatives = cursor.byte(); alternatives > 0 && !cursor.bad; --alternatives) {
      for (uint8_t relations = cursor.byte(); relations > 0 && !cursor.bad; --relations) {
        if ((cursor.byte() & ~layout::relation_negated) > layout::e) {
          return false;
        }
        cursor.u32();
        cursor.take(8u * cursor.byte());
      }
    }
  }
  return !cursor.bad;
}

bool valid_body(Text body, const ProfileFacts *facts, uint32_t profile_count) {
  if (body.bytes == 0 || body.bytes > CG_MAX_MESSAGE_BYTES) {
    return false;
  }
  Cursor cursor(body);
  const uint8_t head = cursor.byte();
  const bool has_sources = (facts->features & layout::feature_sources) != 0;
  const uint32_t profile = (has_sources ? head & layout::body_profile_mask : head) >> 1;
  if (profile >= profile_count) {
    return false;
  }
#ifndef CODEGLOT_WITHOUT_FORMATS
  if ((head & layout::body_has_source) != 0) {
    const Text source = cursor.text();
    if (source.bytes == 0 || *source.begin() - 1u > 2 || !utf8_valid({source.data + 1, source.bytes - 1})) {
      return false;
    }
  } else if ((head & layout::body_stands_in) != 0) {
    return false;
  }
#endif
  const Text rest{reinterpret_cast<const char *>(cursor.at), static_cast<uint32_t>(cursor.end - cursor.at)};
  return !cursor.bad && ((head & 1) != 0 ? valid_program(rest, facts[profile]) : utf8_valid(rest));
}

}  // namespace codeglot
