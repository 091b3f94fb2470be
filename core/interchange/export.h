// Export: the files of another tool's format, with what they could not carry, and a record of what was exported where the
// format has no room for it.
#ifndef CODEGLOT_INTERCHANGE_EXPORT_H
#define CODEGLOT_INTERCHANGE_EXPORT_H

#include <string>
#include <vector>

#include "core/interchange/formats.h"

namespace codeglot {

struct ExportOptions {
  std::string format;
  std::string folder = "locales";
  std::vector<std::string> locales;  // All of the catalog if empty; one that the catalog lacks is not translated yet.
  std::string output;                // A folder, or a file where the format makes just one and the name ends as its do.
};

/// The files by their paths, none if there is an error; writes none.
ExportedFiles export_catalog(const ExportOptions &options, Diagnostics &diagnostics);

/// Where the record of an export is: beside a file, or in the folder of the files.
std::string record_path_of_file(const std::string &file);
std::string record_path_of_folder(const std::string &folder, const std::string &format);

/// Losses as warnings, each where its message is.
void report_losses(const std::vector<Loss> &losses, const std::string &format, Diagnostics &diagnostics);

/// {"format": …, "files": […], "losses": [{"locale", "name", "kind", "reason", "file", "line", "column"}]}
std::string losses_json(const ExportedFiles &exported, const std::string &format);

}  // namespace codeglot
#endif
