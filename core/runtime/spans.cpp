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
  marked_ = false;
  const size_t number = count_++;
  at(number) = {type, static_cast<uint32_t>(from), static_cast<uint32_t>(from), name, value};
  if (type < CG_PART_PIECE) {
    part_ = number;
    part_type_ = type;
    if (type != CG_PART_BIDI_ISOLATION) {  // Which stands between an id and its argument.
      const cg_string id = id_;
      id_.bytes = 0;
      if (id.bytes != 0 && type != CG_PART_TEXT && type != CG_PART_FALLBACK) {
        begin(CG_PART_OPTION, from, literal("u:id"), id);
      }
    }
  }
}

void Spans::extend(cg_part_type type, size_t from, size_t to, cg_string name) {
  const cg_span &last = at(count_ - 1);  // Before the first one it is the spare, which is of no type.
  if (!marked_ && (last.type != type || last.to != from || last.name.data != name.data)) {
    begin(type, from, name);
  }
  marked_ = false;
  if (at(count_ - 1).type != CG_PART_OPTION) {  // A part's id, which has no text.
    at(count_ - 1).to = static_cast<uint32_t>(to);
  }
  end_part(to);
}

void Spans::note(Text mark, size_t from) {
  using layout::Mark;
  static constexpr uint8_t types[] = {CG_PART_MARKUP,   CG_PART_MARKUP, CG_PART_MARKUP, CG_PART_NUMBER,
                                      CG_PART_DATETIME, CG_PART_OPTION, CG_PART_STRING, CG_PART_PIECE};
  static_assert(sizeof types == layout::mark_last + 1);
  const uint8_t *at = mark.begin();
  const uint8_t kind = *at++;
  const auto what = static_cast<Mark>(kind);
  const Text name = read_text(at);
  id_ = string(read_text(at));
  marked_ = false;
  const bool in_pieces = part_type_ == CG_PART_NUMBER || part_type_ == CG_PART_DATETIME;
  if (what != Mark::id && (what != Mark::piece || in_pieces)) {
    begin(types[kind], from, string(name), what > Mark::close ? cg_string{nullptr, 0} : literal(markup_kinds[kind]));
    marked_ = what >= Mark::string;
  }
  while (at != mark.end()) {
    const Text option = read_text(at);
    begin(CG_PART_OPTION, from, string(option), string(read_text(at)));
  }
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

}  // namespace codeglot
