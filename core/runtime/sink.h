// Sink: the caller's buffer. Counts all bytes, writes those that fit, ends on a whole code point with a NUL.
// Past CG_MAX_OUTPUT_BYTES it is full: it takes nothing more, so that a message that repeats a large argument ends.
#ifndef CODEGLOT_RUNTIME_SINK_H
#define CODEGLOT_RUNTIME_SINK_H

#include "codeglot/codeglot.h"
#include "core/pack/bytes.h"

namespace codeglot {

class Spans;

class Sink {
 public:
  Sink(char *text, size_t capacity) : text_(text), capacity_(text == nullptr ? 0 : capacity) {}

  /// Appends well-formed UTF-8.
  void append(const char *data, size_t bytes) {
    if (bytes > most_ - size_) {
      append_until_full(data);
      return;
    }
    if (size_ < capacity_) {
      const size_t room = capacity_ - size_;
      copy(text_ + size_, data, bytes < room ? bytes : room);
    }
    size_ += bytes;
  }
  void append(Text text) {
    if (text.bytes != 0) {
      append(text.data, text.bytes);
    }
  }

  /// Appends what may be ill-formed: each bad sequence becomes U+FFFD.
  void append_untrusted(cg_string string);

  bool full() const { return full_; }

#ifndef CODEGLOT_WITHOUT_FORMATS
  /// Bytes so far.
  size_t size() const { return size_; }
  Spans *spans() const { return spans_; }
  /// Has the parts of what follows noted; see spans.h.
  void note_spans(Spans *spans) { spans_ = spans; }
#endif

  /// Ends the text and returns its bytes, without the NUL.
  size_t finish();

 private:
  static void copy(char *to, const char *from, size_t bytes) {
#if defined(__wasm__)
    // A call of memcpy leaves WebAssembly for the host, which costs more than most pieces of a message have bytes.
    for (; bytes > 0; --bytes) {
      *to++ = *from++;
      __asm__ volatile("");  // Keeps the compiler from seeing a memcpy here, and calling it.
    }
#else
    std::memcpy(to, from, bytes);
#endif
  }

  void append_until_full(const char *data);

  char *text_;
  size_t capacity_;
  size_t size_ = 0;
  size_t most_ = CG_MAX_OUTPUT_BYTES;  // Once full, what it holds.
  bool full_ = false;
#ifndef CODEGLOT_WITHOUT_FORMATS
  Spans *spans_ = nullptr;
#endif
};

}  // namespace codeglot
#endif
