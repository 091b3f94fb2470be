// What the tests of the rules share: catalogs in memory, checked as `codeglot check` does.
#ifndef CODEGLOT_TESTS_UNIT_LINT_SUPPORT_H
#define CODEGLOT_TESTS_UNIT_LINT_SUPPORT_H

#include <string>

#include "core/lint/check.h"
#include "tests/unit/support.h"

namespace codeglot::test {

/// One code, "a" (1), with the arguments n (number), s (string) and d (date).
extern const std::string lint_codes;

/// A locale file with both texts without a code, which no rule finds anything in, and "a", given as JSON.
std::string lint_locale(const std::string &tag, const std::string &json_message, const std::string &more = "");

/// Text in JSON, in quotes.
std::string json_string(std::string_view text);

/// The report of a check: "file:line:column: severity: message [rule]" lines, with file names relative to the folder.
std::string check_files(const Files &files, const std::string &baseline = "");

/// The findings in a locale file for a message of "a", beside an English one; without `source` it is compared with nothing.
std::string check_text(const std::string &locale, std::string_view message, std::string_view source = "");

/// Whether a report has a finding of a rule.
bool reports(const std::string &report, std::string_view rule);

}  // namespace codeglot::test
#endif
