// The text of an Android resource, as its tools read it: escapes, quotation marks, white space.
#ifndef CODEGLOT_INTERCHANGE_ANDROID_TEXT_H
#define CODEGLOT_INTERCHANGE_ANDROID_TEXT_H

#include <optional>
#include <string>
#include <vector>

namespace codeglot {

/// The runs of one text, escaped; before XML's own escapes.
std::vector<std::string> escape_android(const std::vector<std::string> &runs);

/// What a text shows; nothing, and a reason, if the tools refuse it.
std::optional<std::string> unescape_android(const std::string &text, std::string &reason);

}  // namespace codeglot
#endif
