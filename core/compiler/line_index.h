// LineIndex: lines and columns of a text's bytes without reading it from its start each time.
#ifndef CODEGLOT_COMPILER_LINE_INDEX_H
#define CODEGLOT_COMPILER_LINE_INDEX_H

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace codeglot {

class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view text);

  /// Line and column of a byte, as position_at (diagnostics.h) counts them. `text` is the one that the index was made of;
  /// a byte behind its end counts as its end.
  std::pair<size_t, size_t> at(std::string_view text, size_t byte) const;

 private:
  /// Code points before a byte.
  size_t code_points(std::string_view text, size_t byte) const;

  std::vector<size_t> line_starts_;        // Bytes.
  std::vector<size_t> block_code_points_;  // Before each block: a file may be one line of many megabytes.
};

}  // namespace codeglot
#endif
