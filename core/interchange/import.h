// Import: what translators give back is merged with what authors have written since. A text that neither side, or only
// one, has changed since the export is settled; where both have, or nothing tells what was exported, it is a conflict,
// which is an error that names both, unless the caller says whose text to take.
#ifndef CODEGLOT_INTERCHANGE_IMPORT_H
#define CODEGLOT_INTERCHANGE_IMPORT_H

#include <map>
#include <string>
#include <vector>

#include "core/interchange/formats.h"

namespace codeglot {

struct ImportFilesOptions {
  enum class Take { neither, theirs, ours };

  std::string format;
  std::vector<std::string> files;
  std::string folder = "locales";
  std::string locale;  // The files' only locale, which may be a new one; empty if they say it themselves.
  std::string record;  // Of the export; looked for beside the files if empty.
  Take take = Take::neither;
};

struct ImportCounts {
  size_t taken = 0;         // Texts of the files that replace older ones.
  size_t added = 0;         // Texts that the locale had none of.
  size_t same = 0;          // As they were.
  size_t kept = 0;          // Ours, which only we have changed, or were told to keep.
  size_t untranslated = 0;  // Empty or incomplete in the files, or marked as not done.
};

struct MergedFiles {
  std::map<std::string, std::string> files;  // path → new contents, only those that change; none if there is an error
  std::map<std::string, ImportCounts> counts;  // by locale
};

/// Works out the new locale files, and writes none. What is taken is checked as authored messages are.
MergedFiles import_files(const ImportFilesOptions &options, Diagnostics &diagnostics);

/// The largest file that is read.
constexpr size_t import_bytes_most = size_t{64} << 20;

}  // namespace codeglot
#endif
