// A check of a whole catalog: its files are read, compiled and linted locale by locale (core/compiler/catalog_build.h), and
// what is left after its settings, exceptions and baseline is reported.
#ifndef CODEGLOT_LINT_CHECK_H
#define CODEGLOT_LINT_CHECK_H

#include <string>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/compiler/work.h"

namespace codeglot {

struct CheckOptions {
  std::string folder;
  std::string baseline;           // File; empty for none.
  bool without_baseline = false;  // It is about to be written: what it holds counts as new.
  bool explain = false;           // Whether to say who formats each message.
  Work *work = nullptr;           // May be null.
};

struct CheckResult {
  std::vector<Diagnostic> findings;  // What is reported, by file, line and column.
  size_t errors = 0;
  size_t warnings = 0;
  size_t excepted = 0;         // Findings that an exception of check.json takes out.
  size_t baselined = 0;        // Findings that the baseline takes out.
  size_t locales = 0;          // That could be read.
  size_t engine_messages = 0;  // Of all locales, those that only the ICU engine formats.
  std::string explanation;     // explain.h
};

/// Throws Stopped if the work is to end.
CheckResult check_catalog(const CheckOptions &options);

}  // namespace codeglot
#endif
