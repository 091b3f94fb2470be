// The rules that look at one message.
#ifndef CODEGLOT_LINT_MESSAGE_RULES_H
#define CODEGLOT_LINT_MESSAGE_RULES_H

#include <set>
#include <string>

#include "core/lint/message_view.h"
#include "core/lint/settings.h"

namespace codeglot {

// ---- text_rules.cpp
void check_outer_space(const MessageView &view);
void check_bidi(const MessageView &view);
void check_html(const MessageView &view, const std::set<std::string> &allowed_tags);
void check_normalization(const MessageView &view);

// ---- script_rules.cpp
/// wrong-script and mixed-script-word. `verbatim` are words that may stand in any script.
void check_scripts(const MessageView &view, const std::unordered_set<std::string> &verbatim);
void check_widths(const MessageView &view);
/// Adds the wide marks of a message to its locale's traits, before any message of the locale is checked.
void note_wide_marks(const Message &message, LocaleTraits &locale);

// ---- compare_rules.cpp
void check_arguments(const MessageView &view);
void check_select_keys(const MessageView &view);
void check_same_as_source(const MessageView &view, const std::unordered_set<std::string> &verbatim);
void check_length(const MessageView &view, const LengthSettings &settings);

// ---- plural_number.cpp
void check_plural_numbers(const MessageView &view);

}  // namespace codeglot
#endif
