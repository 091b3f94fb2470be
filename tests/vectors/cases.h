// The cases of each vector file: which calls are made; what they must give is the oracle's to say.
#ifndef CODEGLOT_TESTS_VECTORS_CASES_H
#define CODEGLOT_TESTS_VECTORS_CASES_H

#include <map>
#include <string>
#include <vector>

#include "oracle.h"

namespace vectors {

/// Files by name: for each locale every code without arguments, and codes with arguments over values of every plural category.
std::map<std::string, std::vector<Json>> message_cases(const Oracle &oracle);
/// Arguments that are missing, surplus, of a wrong type, very long, or of unusual characters.
std::vector<Json> argument_cases(const Oracle &oracle);
/// Answers of the service over HTTP and RPC.
std::vector<Json> response_cases(const Oracle &oracle);
/// Answers that name a problem, on the catalog of tests/vectors/problems.
std::vector<Json> problem_cases(const Oracle &oracle);
/// Readers' locales and the packs that serve them.
std::vector<Json> locale_cases(const Oracle &oracle);

/// Formats of numbers and dates, MessageFormat 2 and parts, on the catalog of tests/vectors/formats.
std::vector<Json> format_cases(const Oracle &oracle);

/// One case with call "message"; `id` is its own part of the name.
Json message_case(const Oracle &oracle, const std::string &id, int32_t code, const std::string &locale,
                  const Json &arguments);

/// A text as vectors hold it: itself, or in parts if it is long and repeats a unit.
Json text_value(const std::string &text);

}  // namespace vectors
#endif
