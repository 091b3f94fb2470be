// A MessageFormat 1 pattern as ICU's own icu::MessagePattern reads it, with the bytes (UTF-8) of what ICU counts in
// UTF-16 units. Refuses, before ICU sees it, what ICU could not read without harm.
#ifndef CODEGLOT_SYNTAX_MF1_SOURCE_H
#define CODEGLOT_SYNTAX_MF1_SOURCE_H

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/syntax/message_problem.h"

namespace codeglot {

// Far beyond any message, and far below the depth at which ICU's recursive parser would run out of stack.
constexpr int mf1_brace_depth_most = 200;

class Mf1Source {
 public:
  /// Reads a pattern; nothing of it but problem() has a meaning if it is refused.
  Mf1Source(const std::string &pattern, size_t bytes_most);

  const std::optional<MessageProblem> &problem() const { return problem_; }
  const icu::MessagePattern &parts() const { return parts_; }
  const icu::UnicodeString &text() const { return text_; }
  /// The byte at which a UTF-16 unit begins; the end for one past the last.
  size_t byte(int32_t unit) const;

 private:
  void parse();

  icu::UnicodeString text_;
  std::vector<uint32_t> bytes_;
  UErrorCode construction_status_ = U_ZERO_ERROR;
  icu::MessagePattern parts_{construction_status_};
  std::optional<MessageProblem> problem_;
};

}  // namespace codeglot
#endif
