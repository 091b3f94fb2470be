// See spans.h.
#include "core/runtime/spans.h"

#include "core/pack/utf8.h"

namespace codeglot {
namespace {

constexpr const char *piece_names[] = {"literal",   "integer",          "group",       "decimal",  "fraction",
                                       "minusSign", "plusSign",         "percentSign", "currency", "unit",
                                       "compact",   "infinity",         "nan",         "era",      "year",
                                       "month",     "weekday",          "day",         "hour",     "minute",
                                       "second",    "fractionalSecond", "dayPeriod",   "quarter",  "timeZoneName"};
static_assert(sizeof piece_names / sizeof piece_names[0] == layout::piece_last + 1);

constexpr const char *markup_kinds[] = {"open", "standalone", "close"};

cg_string literal(const char *text) { return {text, std::strlen(text)}; }
cg_string string(Text text) { return {text.data, text.bytes}; }

/// The sign that a code point of an affix is; literal for any other.
layout::Piece sign_piece(Text point) {
  static constexpr struct {
    const char *text;
    layout::Piece piece;
  } signs[] = {{"-", layout::Piece::minus_sign},
               {"\xE2\x88\x92", layout::Piece::minus_sign},
               {"+", layout::Piece::plus_sign},
               {"%", layout::Piece::percent_sign},
               {"\xD9\xAA", layout::Piece::percent_sign}};
  for (const auto &sign : signs) {
    if (same(point.data, point.bytes, sign.text, std::strlen(sign.text))) {
      return sign.piece;
    }
  }
  return layout::Piece::literal;
}

}  // namespace

cg_string piece_name(layout::Piece piece) { return literal(piece_names[static_cast<uint8_t>(piece)]); }

void Spans::begin(cg_part_type type, size_t from, cg_string name, cg_string value) {
  if (type < CG_PART_PIECE) {
    part_ = count_;
  }
  at(count_++) = {type, static_cast<uint32_t>(from), static_cast<uint32_t>(from), name, value};
}

void Spans::extend(cg_part_type type, size_t from, size_t to, cg_string name) {
  const cg_span &last = at(count_ - 1);  // Before the first one it is the spare, which is of no type.
  if (last.type != type || last.to != from || last.name.data != name.data) {
    begin(type, from, name);
  }
  at(count_ - 1).to = static_cast<uint32_t>(to);
  end_part(to);
}

void append_affix(Sink &sink, Text affix) {
  if (sink.spans() == nullptr) {
    sink.append(affix);
    return;
  }
  for (const char *at = affix.data; at != affix.data + affix.bytes;) {
    const Text point{at, static_cast<uint32_t>(utf8_step(reinterpret_cast<const uint8_t *>(at), affix.end()))};
    at += point.bytes;
    append_piece(sink, sign_piece(point), point);
  }
}

void note_markup(Sink &sink, Text markup) {
  Spans *const spans = sink.spans();
  if (spans == nullptr) {
    return;
  }
  const uint8_t *at = markup.begin();
  const uint8_t kind = *at++;
  const Text name = read_text(at);
  const Text id = read_text(at);
  spans->begin(CG_PART_MARKUP, sink.size(), string(name), literal(markup_kinds[kind]));
  if (id.bytes != 0) {
    spans->begin(CG_PART_OPTION, sink.size(), literal("u:id"), string(id));
  }
  while (at != markup.end()) {
    const Text option = read_text(at);
    spans->begin(CG_PART_OPTION, sink.size(), string(option), string(read_text(at)));
  }
}

}  // namespace codeglot
