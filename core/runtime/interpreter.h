// Runs a message body: plain text or a message program (core/pack/layout.h), checked when its pack was opened.
#ifndef CODEGLOT_RUNTIME_INTERPRETER_H
#define CODEGLOT_RUNTIME_INTERPRETER_H

#include "core/pack/pack.h"
#include "core/runtime/sink.h"

namespace codeglot {

struct Arguments {
  const cg_argument *data;
  size_t count;

  const cg_argument *find(Text name) const;
};

/// What a run had to do without: CG_OK, or the first argument that was missing or of the wrong type.
struct Shortfall {
  cg_status status = CG_OK;
  Text argument{nullptr, 0};
};

/// Appends the body's text, in the words of `profile`.
void run_body(Text body, const Profile &profile, Arguments arguments, Sink &sink, Shortfall &shortfall);

#ifdef CODEGLOT_WITHOUT_FORMATS
inline uint32_t body_profile(Text body) { return *body.begin() >> 1; }
#else
inline uint32_t body_profile(Text body) { return (*body.begin() & layout::body_profile_mask) >> 1; }
#endif

/// The source of a body, a layout::SourceSyntax and the pattern; false if it has none.
bool body_source(Text body, Text &source);

/// The declared parameters of a body: the count, and one of them; false past the last one.
uint32_t parameter_count(Text body);
bool parameter_at(Text body, uint32_t index, cg_parameter &declared);

}  // namespace codeglot
#endif
