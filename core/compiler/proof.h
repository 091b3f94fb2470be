// The proof: a lowered message, and each placeholder in it alone, must print what ICU prints, on a probe set made for it:
// icu::MessageFormat, or where that knows less (dates in a given zone, MessageFormat 2) the ICU engine. What differs is
// reported, and left to the ICU engine.
#ifndef CODEGLOT_COMPILER_PROOF_H
#define CODEGLOT_COMPILER_PROOF_H

#include <string>
#include <vector>

#include "core/compiler/argument_value.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/lowering.h"
#include "core/syntax/message_tree.h"
#include "core/syntax/mf1_parser.h"

namespace codeglot {

/// What ICU prints for a pattern; `error` is ICU's error name, or empty.
struct IcuAnswer {
  std::string text;
  std::string error;
};
IcuAnswer format_with_icu(const std::string &pattern, const std::string &locale,
                          const std::vector<NamedArgument> &arguments);

/// Reports each placeholder of the message, and the message, that differs from ICU; true if there is none. A message that
/// only the ICU engine can format has nothing to prove. `declared` are the arguments' types.
bool prove(const Message &message, const LocaleData &locale, const std::vector<Parameter> &declared,
           std::vector<MessageProblem> &problems);

/// Argument sets that take each argument of a message through all its probes; the last set is empty. `declared` are the
/// arguments' types.
std::vector<std::vector<NamedArgument>> probe_sets(const Message &message, const std::vector<Parameter> &declared,
                                                   const LocaleData &locale);

/// "n = 1.5, name = "Ada"": for sentences about a probe.
std::string describe(const std::vector<NamedArgument> &arguments);

/// Whether numbers in this locale can be lowered at all (positional digits of one size).
bool can_print_numbers(const LocaleData &locale);

}  // namespace codeglot
#endif
