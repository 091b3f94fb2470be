// Reports of a check, for people and for the tools that read them.
#ifndef CODEGLOT_LINT_REPORT_H
#define CODEGLOT_LINT_REPORT_H

#include <string>

#include "core/lint/check.h"

namespace codeglot {

/// "file:line:column: severity: message [rule]" for each finding.
std::string text_report(const CheckResult &result);

/// One object: {"version": 1, "findings": [{"rule", "severity", "file", "line", "column", "name", "message", "fixable"}],
/// "errors", "warnings", "excepted", "baselined"}. "line" and "column" are missing for a file as a whole, "name" where no
/// code is meant.
std::string json_report(const CheckResult &result);

/// SARIF 2.1.0. Files are relative to `root`, a folder, if they are in it, as code scanning wants them.
std::string sarif_report(const CheckResult &result, const std::string &root);

/// A workflow command of GitHub Actions for each finding.
std::string github_report(const CheckResult &result, const std::string &root);

/// The table of rules, for people and as JSON.
std::string rules_text();
std::string rules_json();

}  // namespace codeglot
#endif
