// Spans: what each stretch of a formatted text is (cg_span), in the caller's array. Counts all, writes those that fit.
// Builds without formats have none: there every function here is empty, so that the interpreter reads the same.
#ifndef CODEGLOT_RUNTIME_SPANS_H
#define CODEGLOT_RUNTIME_SPANS_H

#include "core/pack/layout.h"
#include "core/runtime/sink.h"

namespace codeglot {

#ifndef CODEGLOT_WITHOUT_FORMATS

class Spans {
 public:
  Spans(cg_span *data, size_t capacity) : data_(data), capacity_(data == nullptr ? 0 : capacity) {}

  size_t count() const { return count_; }

  /// Begins a span at a byte of the text.
  void begin(cg_part_type type, size_t from, cg_string name, cg_string value = {nullptr, 0});
  /// Ends the last part; its pieces do so themselves.
  void end_part(size_t to) { at(part_).to = static_cast<uint32_t>(to); }
  /// A stretch that goes on if the last span is of the same type and name, and ends here. Names are told apart by where
  /// they are: those of pieces are piece_name's.
  void extend(cg_part_type type, size_t from, size_t to, cg_string name);
  /// Takes note of a mark (layout.h) at a byte of the text.
  void note(Text mark, size_t from);

 private:
  cg_span &at(size_t number) { return number < capacity_ ? data_[number] : spare_; }

  cg_span *data_;
  size_t capacity_;
  size_t count_ = 0;
  size_t part_ = SIZE_MAX;  // The last span that is a part; before the first, the spare.
  cg_part_type part_type_ = CG_PART_TEXT;
  cg_string id_{nullptr, 0};  // Of the part that begins next.
  bool marked_ = false;       // The text that comes next belongs to what was begun last.
  // The last span, where the array has no room for it: so the spans are as many, whatever the room.
  cg_span spare_{-1, 0, 0, {nullptr, 0}, {nullptr, 0}};
};

/// The name of a piece, as ECMA-402 has it.
cg_string piece_name(layout::Piece piece);

/// Appends a piece of a number or date.
inline void append_piece(Sink &sink, layout::Piece piece, Text text) {
  const size_t from = sink.size();
  sink.append(text);
  if (Spans *const spans = sink.spans(); spans != nullptr && text.bytes != 0) {
    spans->extend(CG_PART_PIECE, from, sink.size(), piece_name(piece));
  }
}

/// Appends a prefix or suffix of a plain number, its signs apart from the rest.
void append_affix(Sink &sink, Text affix);

/// Begins a part that ends with its pieces, or with end_part.
inline void begin_part(Sink &sink, cg_part_type type, cg_string name) {
  if (Spans *const spans = sink.spans()) {
    spans->begin(type, sink.size(), name);
  }
}
inline void end_part(Sink &sink) {
  if (Spans *const spans = sink.spans()) {
    spans->end_part(sink.size());
  }
}

/// Appends the message's own words, or a control.
inline void append_part(Sink &sink, cg_part_type type, Text text) {
  const size_t from = sink.size();
  sink.append(text);
  if (Spans *const spans = sink.spans(); spans != nullptr && text.bytes != 0) {
    if (type == CG_PART_TEXT) {
      spans->extend(type, from, sink.size(), {nullptr, 0});
    } else {
      spans->begin(type, from, {nullptr, 0});
      spans->end_part(sink.size());
    }
  }
}

/// Notes a mark, which has no text.
inline void note_mark(Sink &sink, Text mark) {
  if (Spans *const spans = sink.spans()) {
    spans->note(mark, sink.size());
  }
}

inline bool has_spans(const Sink &sink) { return sink.spans() != nullptr; }

#else

inline void append_piece(Sink &sink, layout::Piece, Text text) { sink.append(text); }
inline void append_affix(Sink &sink, Text affix) { sink.append(affix); }
inline void begin_part(Sink &, cg_part_type, cg_string) {}
inline void end_part(Sink &) {}
inline void append_part(Sink &sink, cg_part_type, Text text) { sink.append(text); }
inline void note_mark(Sink &, Text) {}
inline bool has_spans(const Sink &) { return false; }

#endif

}  // namespace codeglot
#endif
