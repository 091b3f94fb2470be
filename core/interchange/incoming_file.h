// Reads a file of another tool as UTF-8.
#ifndef CODEGLOT_INTERCHANGE_INCOMING_FILE_H
#define CODEGLOT_INTERCHANGE_INCOMING_FILE_H

#include <optional>
#include <string>

#include "core/interchange/exchange.h"

namespace codeglot {

/// UTF-16 is read only where the format allows it, as XML does. Anything else that is no UTF-8, and a file above `bytes_most`,
/// is an error and gives nothing.
std::optional<IncomingFile> read_incoming_file(const std::string &path, const std::string &locale, bool xml,
                                               size_t bytes_most, Diagnostics &diagnostics);

/// The same of bytes that were read.
std::optional<IncomingFile> decode_incoming_file(const std::string &path, std::string bytes, const std::string &locale,
                                                 bool xml, Diagnostics &diagnostics);

/// Warns of a file without an end of line at its end, where the format has no other sign of its end.
void warn_if_cut(const IncomingFile &file, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
