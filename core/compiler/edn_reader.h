// Reads a table of return codes written in EDN (Clojure's data notation), alone or in a fenced block of a Markdown page:
//   {:name {:code 1 :msg "text"} :other {:code 2}}
// Comments (;) and discarded forms (#_) are skipped, other keys of an entry are allowed and ignored.
#ifndef CODEGLOT_COMPILER_EDN_READER_H
#define CODEGLOT_COMPILER_EDN_READER_H

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/compiler/diagnostics.h"

namespace codeglot {

struct EdnCode {
  std::string name;
  int32_t code = 0;
  std::optional<std::string> text;
  Position position;
};

/// The entries in the order of the file; errors go to `diagnostics`.
std::vector<EdnCode> read_edn_codes(const std::string &file, const std::string &text, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
