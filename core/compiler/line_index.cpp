// See line_index.h.
#include "core/compiler/line_index.h"

#include <algorithm>

namespace codeglot {
namespace {

constexpr size_t block_bytes = 1024;

size_t count_code_points(std::string_view text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char character) { return (static_cast<unsigned char>(character) & 0xC0) != 0x80; }));
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : line_starts_{0} {
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
  size_t before = 0;
  for (size_t at = 0; at <= text.size(); at += block_bytes) {
    block_code_points_.push_back(before);
    before += count_code_points(text.substr(at, block_bytes));
  }
}

std::pair<size_t, size_t> LineIndex::at(std::string_view text, size_t byte) const {
  byte = std::min(byte, text.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), byte);
  const size_t start = *(next - 1);
  return {static_cast<size_t>(next - line_starts_.begin()), code_points(text, byte) - code_points(text, start) + 1};
}

size_t LineIndex::code_points(std::string_view text, size_t byte) const {
  const size_t block = byte / block_bytes;
  return block_code_points_[block] + count_code_points(text.substr(block * block_bytes, byte - block * block_bytes));
}

}  // namespace codeglot
