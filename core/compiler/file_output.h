// Writes files whole or not at all: to a temporary file beside the target, flushed to the disk, then renamed.
#ifndef CODEGLOT_COMPILER_FILE_OUTPUT_H
#define CODEGLOT_COMPILER_FILE_OUTPUT_H

#include <string>

namespace codeglot {

/// Writes or replaces a file; the sentence says what went wrong, or is empty.
std::string write_file(const std::string &path, const std::string &bytes);

}  // namespace codeglot
#endif
