// Writes files whole or not at all: to a temporary file beside the target, flushed to the disk, then renamed.
#ifndef CODEGLOT_COMPILER_FILE_OUTPUT_H
#define CODEGLOT_COMPILER_FILE_OUTPUT_H

#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace codeglot {

/// Writes or replaces a file; the sentence says what went wrong, or is empty.
std::string write_file(const std::string &path, const std::string &bytes);

/// Files that take their places together, when all of them are on the disk. What is not committed leaves nothing behind:
/// no temporary file, and no folder that was made for it.
class FileSet {
 public:
  FileSet() = default;
  ~FileSet();
  FileSet(const FileSet &) = delete;
  FileSet &operator=(const FileSet &) = delete;

  /// Writes a temporary file beside `path`, in folders that are made if there are none; the sentence says what went wrong,
  /// or is empty. Any number of threads. A path may be added once.
  std::string add(const std::string &path, const std::string &bytes);
  /// Renames all files to their paths; a sentence at the first that cannot be. Then nothing can be added any more.
  std::string commit();

 private:
  std::string make_folders(const std::string &path);

  std::mutex guard_;
  std::vector<std::string> folders_;                            // That were made, outermost first.
  std::vector<std::pair<std::string, std::string>> temporary_;  // With the path that each is for.
};
/// Writes or replaces files, and their folders, all or none: each is complete beside its target before the first is
/// renamed, and what was renamed is put back if a later one cannot be. The sentence says what went wrong, or is empty.
std::string write_files_together(const std::map<std::string, std::string> &files);

}  // namespace codeglot
#endif
