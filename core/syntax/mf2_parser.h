// Parses Unicode MessageFormat 2 (LDML 48.2, part 9, "message.abnf") and checks the data model's rules.
// ICU's own parser is not used: it follows older drafts, and says of an error only its line.
#ifndef CODEGLOT_SYNTAX_MF2_PARSER_H
#define CODEGLOT_SYNTAX_MF2_PARSER_H

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/icu_engine/formatted.h"
#include "core/syntax/mf2_model.h"

namespace codeglot {

/// A longer source is a syntax error.
inline constexpr size_t mf2_source_bytes_most = size_t{1} << 20;

/// Reads a message in UTF-8 in time linear in its bytes. A syntax error gives no message and ends the list of errors.
/// Errors of the data model give a message all the same, for tools to show: only one without errors may be formatted.
std::optional<mf2::Message> parse_mf2(std::string_view source, std::vector<MessageError> &errors);

/// Adds the errors of the data model, in the order of the source: duplicate-option-name, duplicate-declaration,
/// missing-selector-annotation, variant-key-mismatch, duplicate-variant, missing-fallback-variant.
void validate_mf2(const mf2::Message &message, std::vector<MessageError> &errors);

/// The text in Unicode's normalization form C; ill-formed text stays as it is.
std::string to_nfc(std::string_view text);

}  // namespace codeglot
#endif
