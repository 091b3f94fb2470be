// Arguments as C gives them <-> as the engine holds them.
#ifndef CODEGLOT_ICU_ENGINE_C_ARGUMENTS_H
#define CODEGLOT_ICU_ENGINE_C_ARGUMENTS_H

#include <string>

#include "codeglot/codeglot.h"
#include "core/icu_engine/argument.h"

namespace codeglot {

/// A value of an unknown type, a null text or a malformed date is of a wrong type.
NamedArgument from_c(const cg_argument &argument);

/// Borrows from the argument, and from `text` where the value has no text of its own.
cg_argument to_c(const NamedArgument &argument, std::string &text);

}  // namespace codeglot
#endif
