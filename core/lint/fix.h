// --fix: the edits that findings carry, applied to the bytes of the files, which keep their layout.
#ifndef CODEGLOT_LINT_FIX_H
#define CODEGLOT_LINT_FIX_H

#include <string>
#include <vector>

#include "core/lint/check.h"

namespace codeglot {

struct FixResult {
  std::vector<Diagnostic> mended;  // Findings whose edits were made, in the order of the files.
  std::string problem;             // Why a file could not be read or written; empty if all went well.
};

/// Mends what can be mended without a doubt, again until nothing is left: an edit can lie inside another. What settings,
/// exceptions or the baseline take out stays as it is. Each file is written whole or not at all.
FixResult fix_catalog(const CheckOptions &options);

/// A file's text with the edits of findings in it; an edit that meets another's is left out. Adds what is mended to `mended`.
std::string mend(const std::string &text, const std::vector<const Diagnostic *> &findings,
                 std::vector<Diagnostic> &mended);

/// A text with these edits, which must not overlap and come in the order of their bytes.
std::string with_edits(const std::string &text, const std::vector<TextEdit> &edits);

}  // namespace codeglot
#endif
