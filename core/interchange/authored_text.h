// What a message was when it was exported, told in one line inside a file, or in a record beside files that have no
// room for it. From it import knows who has changed a text since.
#ifndef CODEGLOT_INTERCHANGE_AUTHORED_TEXT_H
#define CODEGLOT_INTERCHANGE_AUTHORED_TEXT_H

#include <map>
#include <optional>
#include <string>

#include "core/interchange/exchange.h"

namespace codeglot {

/// mf1 "…" or mf2 "…", as JSON, in visible characters that XML can hold.
std::string write_authored(const AuthoredText &text);
std::optional<AuthoredText> read_authored(const std::string &line);

/// The messages of an export: by locale, by name.
using ExportRecord = std::map<std::string, std::map<std::string, AuthoredText>>;

std::string write_record(const ExportRecord &record);
/// Nothing, with an error, if it is no such record.
std::optional<ExportRecord> read_record(const std::string &path, std::string text, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
