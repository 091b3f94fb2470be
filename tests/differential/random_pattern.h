// Random MessageFormat 1 patterns of the whole syntax that icu::MessagePattern reads, with arguments for them. Some are
// damaged by one character, and some arguments are of a type that the pattern cannot use.
#ifndef CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_PATTERN_H
#define CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_PATTERN_H

#include <string>
#include <vector>

#include "core/icu_engine/argument.h"
#include "random.h"

namespace differential {

std::string random_pattern(Random &random);

/// Values for the names that random_pattern uses, some of them missing. Left out are the values that the engine refuses
/// and ICU does not: dates beyond those of ECMAScript, numbers of more than CG_MAX_NUMBER_DIGITS.
std::vector<codeglot::NamedArgument> random_pattern_arguments(Random &random);

}  // namespace differential
#endif
