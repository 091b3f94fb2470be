// SourceReader: walks over the source of a MessageFormat 2 message, and reads its names and literals.
// The first failure counts: it is added to the errors, and the parser unwinds.
#ifndef CODEGLOT_SYNTAX_MF2_SOURCE_H
#define CODEGLOT_SYNTAX_MF2_SOURCE_H

#include <string>
#include <string_view>
#include <vector>

#include "core/icu_engine/formatted.h"
#include "core/syntax/mf2_model.h"

namespace codeglot::mf2 {

class SourceReader {
 public:
  /// The source is valid UTF-8, and outlives the reader.
  SourceReader(std::string_view source, std::vector<MessageError> &errors) : source_(source), errors_(errors) {}

 protected:
  void fail(const char *sentence) { fail_at(at_, sentence); }
  void fail_at(size_t byte, const char *sentence);

  bool at_end() const { return at_ >= source_.size(); }
  /// The code point here; 0 at the end, which the grammar allows nowhere.
  char32_t peek() const;
  bool starts_with(std::string_view text) const { return source_.substr(at_).starts_with(text); }
  bool take(char character);

  /// The grammar's "o"; whether it holds the white space that makes it an "s".
  bool skip_optional_space();

  std::string name();
  std::string identifier();
  Variable variable();
  bool at_literal() const;
  Literal literal();
  /// One byte of text or of a quoted literal, or an escape.
  char character();

  std::string_view source_;
  size_t at_ = 0;  // A byte.
  bool failed_ = false;

 private:
  char32_t point_at(size_t byte, size_t &bytes) const;
  template <typename Condition>
  void skip_while(Condition condition);
  void skip_bidi_control();
  std::string quoted();

  std::vector<MessageError> &errors_;
};

}  // namespace codeglot::mf2
#endif
