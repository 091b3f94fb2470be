// What icu::MessageFormat makes of Codeglot's arguments: the reference side of the differential tests.
#pragma once

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>

#include <optional>
#include <string>
#include <vector>

#include "core/icu_engine/argument.h"

namespace differential {

icu::Formattable formattable(const codeglot::ArgumentValue &value);

/// What ICU prints; nothing if it refuses.
std::optional<std::string> icu_answer(const icu::MessageFormat &format,
                                      const std::vector<codeglot::NamedArgument> &arguments);

/// The arguments of a case that failed, a line each, to standard error.
void report_arguments(const std::vector<codeglot::NamedArgument> &arguments);

}  // namespace differential
