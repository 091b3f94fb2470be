// Writes files whole or not at all: to a temporary file beside the target, flushed to the disk, then renamed.
#ifndef CODEGLOT_COMPILER_FILE_OUTPUT_H
#define CODEGLOT_COMPILER_FILE_OUTPUT_H

#include <map>
#include <string>

namespace codeglot {

/// Writes or replaces a file; the sentence says what went wrong, or is empty.
std::string write_file(const std::string &path, const std::string &bytes);

/// Writes or replaces files, and their folders, all or none: each is complete beside its target before the first is
/// renamed, and what was renamed is put back if a later one cannot be. The sentence says what went wrong, or is empty.
std::string write_files_together(const std::map<std::string, std::string> &files);

}  // namespace codeglot
#endif
