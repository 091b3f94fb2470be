// What a rule sees of one message, and how it reports: in bytes of the message, which become places in its file.
#ifndef CODEGLOT_LINT_MESSAGE_VIEW_H
#define CODEGLOT_LINT_MESSAGE_VIEW_H

#include <unicode/uscript.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/lint/variants.h"

namespace codeglot {

/// What rules ask of a locale, found out once.
struct LocaleTraits {
  std::string tag;
  std::string language;
  std::vector<UScriptCode> scripts;         // Those that its texts are written in: Japanese has three.
  std::unordered_set<char32_t> wide_marks;  // Wide punctuation beside East Asian letters anywhere in its file.

  static LocaleTraits of(const std::string &tag);
  bool has_script(UScriptCode script) const;
  bool east_asian() const { return has_script(USCRIPT_HAN) && !has_script(USCRIPT_HANGUL); }
};

class MessageView {
 public:
  MessageView(const LocaleTraits &locale, const std::string &name, const LocaleMessage &message,
              const JsonDocument &document, const JsonValue &text, Diagnostics &diagnostics);

  const LocaleTraits &locale;
  const std::string &name;
  const Message &tree;
  const std::vector<Variant> all_variants;
  /// What the message is compared with: the source locale's, or the default locale's; null if there is none.
  const LocaleMessage *reference = nullptr;
  const LocaleTraits *reference_locale = nullptr;
  std::vector<Parameter> parameters;

  /// The message's byte for a byte of a node's text; where the text is written with escapes, that of the node.
  size_t byte_of(const Node &node, size_t text_byte) const;
  /// Whether the node's text stands in the source as it is, so that a part of it can be edited.
  bool is_literal(const Node &node) const;

  /// `edits` are in bytes of the message.
  void report(Rule rule, size_t byte, std::string sentence, std::vector<TextEdit> edits = {}) const;

 private:
  const JsonDocument &document_;
  const JsonValue &text_;
  Diagnostics &diagnostics_;
};

/// Calls a function with each code point of a text and the byte at which it begins. Ill-formed bytes are U+FFFD.
template <typename Visit>
void visit_code_points(std::string_view text, const Visit &visit) {
  int32_t at = 0;
  const auto size = static_cast<int32_t>(text.size());
  while (at < size) {
    const int32_t from = at;
    UChar32 point = 0;
    U8_NEXT_OR_FFFD(text.data(), at, size, point);
    visit(static_cast<char32_t>(point), static_cast<size_t>(from));
  }
}

/// A stretch of letters, marks, digits and what joins them in names.
struct Word {
  std::string_view text;
  size_t byte;  // In the text that it is of.
};

/// Runs of Latin letters, digits, and the characters that join them in identifiers, addresses and numbers of versions.
std::vector<Word> latin_words(std::string_view text);

/// Whether a Latin word is no word of a language: user_id, OpenID, QQ, H264, a@b.c.
bool is_identifier_like(std::string_view word);

}  // namespace codeglot
#endif
