// A check of a whole catalog: its files are read, compiled and linted, and what is left after its settings, exceptions
// and baseline is reported.
#ifndef CODEGLOT_LINT_CHECK_H
#define CODEGLOT_LINT_CHECK_H

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

struct CheckOptions {
  std::string folder;
  std::string baseline;           // File; empty for none.
  bool without_baseline = false;  // It is about to be written: what it holds counts as new.
  bool compile = true;            // Whether the catalog is compiled, too, which finds what exceeds limits.
};

struct CheckResult {
  std::optional<Catalog> catalog;
  std::map<std::string, std::string> packs;  // by tag
  std::vector<Diagnostic> findings;          // What is reported, by file, line and column.
  size_t errors = 0;
  size_t warnings = 0;
  size_t excepted = 0;   // Findings that an exception of check.json takes out.
  size_t baselined = 0;  // Findings that the baseline takes out.
};

CheckResult check_catalog(const CheckOptions &options);

}  // namespace codeglot
#endif
