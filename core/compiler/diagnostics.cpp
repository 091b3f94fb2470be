// See diagnostics.h.
#include "core/compiler/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace codeglot {

Position position_at(const std::string &file, std::string_view text, size_t byte) {
  const std::string_view before = text.substr(0, byte);
  const size_t last_break = before.rfind('\n');
  const std::string_view line = last_break == std::string_view::npos ? before : before.substr(last_break + 1);
  const auto starts_code_point = [](char character) { return (static_cast<unsigned char>(character) & 0xC0) != 0x80; };
  return {file, static_cast<size_t>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<size_t>(std::count_if(line.begin(), line.end(), starts_code_point)) + 1};
}

void Diagnostics::error(Position position, std::string message) {
  all_.push_back({Severity::error, std::move(position), std::move(message)});
  ++error_count_;
}

void Diagnostics::warning(Position position, std::string message) {
  all_.push_back({Severity::warning, std::move(position), std::move(message)});
}

void Diagnostics::append(Diagnostics others) {
  all_.insert(all_.end(), std::make_move_iterator(others.all_.begin()), std::make_move_iterator(others.all_.end()));
  error_count_ += others.error_count_;
}

std::string Diagnostics::text() const {
  std::vector<const Diagnostic *> sorted;
  for (const Diagnostic &diagnostic : all_) {
    sorted.push_back(&diagnostic);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Diagnostic *left, const Diagnostic *right) {
    return std::tie(left->position.file, left->position.line, left->position.column) <
           std::tie(right->position.file, right->position.line, right->position.column);
  });
  std::string result;
  for (const Diagnostic *diagnostic : sorted) {
    result += diagnostic->position.file;
    if (diagnostic->position.line > 0) {
      result += ':' + std::to_string(diagnostic->position.line) + ':' + std::to_string(diagnostic->position.column);
    }
    result += diagnostic->severity == Severity::error ? ": error: " : ": warning: ";
    result += diagnostic->message + '\n';
  }
  return result;
}

}  // namespace codeglot
