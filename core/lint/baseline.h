// A baseline: findings that were there when a catalog began to be checked. They are not reported until they are mended,
// when their entries are stale. Entries name the rule, the file and the message, not the line, which moves.
#ifndef CODEGLOT_LINT_BASELINE_H
#define CODEGLOT_LINT_BASELINE_H

#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "core/compiler/diagnostics.h"
#include "core/compiler/json_document.h"

namespace codeglot {

class Baseline {
 public:
  /// Reads a baseline; what is wrong with it goes to `diagnostics`. Files in it are relative to `folder`, the catalog's.
  static Baseline read(const JsonDocument &document, const std::string &folder, Diagnostics &diagnostics);

  /// Whether a finding is in it, which is noted.
  bool holds(const Diagnostic &finding);
  /// stale-baseline for each entry that held nothing.
  void report_stale(Diagnostics &diagnostics) const;

  /// The baseline of these findings, an entry a line, sorted.
  static std::string write(const std::vector<Diagnostic> &findings, const std::string &folder);

 private:
  struct Entry {
    std::string description;
    Position position;
    bool used = false;
  };
  std::string folder_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace codeglot
#endif
