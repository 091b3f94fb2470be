// Diagnostics: everything that is wrong with the authoring files, found in one run, in the form that editors and
// continuous integration read: file:line:column: severity: message.
#ifndef CODEGLOT_COMPILER_DIAGNOSTICS_H
#define CODEGLOT_COMPILER_DIAGNOSTICS_H

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace codeglot {

/// A place in a file. Lines and columns count from 1, columns in code points; line 0 means the file as a whole.
struct Position {
  std::string file;
  size_t line = 0;
  size_t column = 0;
};

/// The position of a byte in a file's text.
Position position_at(const std::string &file, std::string_view text, size_t byte);

enum class Severity { error, warning };

struct Diagnostic {
  Severity severity;
  Position position;
  std::string message;
};

class Diagnostics {
 public:
  void error(Position position, std::string message);
  void warning(Position position, std::string message);

  /// Adds all that others have found.
  void append(Diagnostics others);

  bool has_errors() const { return error_count_ > 0; }
  size_t error_count() const { return error_count_; }
  size_t warning_count() const { return all_.size() - error_count_; }
  const std::vector<Diagnostic> &all() const { return all_; }

  /// All of them by file, line and column, a line each.
  std::string text() const;

 private:
  std::vector<Diagnostic> all_;
  size_t error_count_ = 0;
};

}  // namespace codeglot
#endif
