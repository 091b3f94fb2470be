// Lines of JSON, each a pattern with its arguments, formatted: what `codeglot format --jsonl` does, and the runner of the
// conformance tests, which has functions of its own.
#ifndef CODEGLOT_CLI_FORMAT_LINES_H
#define CODEGLOT_CLI_FORMAT_LINES_H

#include <iosfwd>

#include "core/icu_engine/function.h"

namespace codeglot::cli {

/// Who formats: what is lowered and the runtime (aot), the ICU engine, or the one that the syntax needs.
enum class Engine { automatic, aot, icu };

/// Reads {"id", "syntax", "locale", "pattern", "args", "tz", "bidi"} a line, and writes {"id", "out", "err", "errors",
/// "parts"}; a line that is none gives an answer with a syntax error. `functions` may be null.
void format_lines(std::istream &input, std::ostream &output, Engine engine, const FunctionRegistry *functions);

}  // namespace codeglot::cli
#endif
