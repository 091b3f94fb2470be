// Random MessageFormat 1 messages, of everything that is lowered, and arguments for them. Some are damaged by one
// character, which ICU and Codeglot must read, or reject, alike.
#ifndef CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_MESSAGE_H
#define CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_MESSAGE_H

#include <string>
#include <vector>

#include "core/compiler/argument_value.h"
#include "random.h"

namespace differential {

/// An argument of a message, and what it is used for.
struct Variable {
  std::string name;
  bool number = false;            // Else a string: ICU has no answer for a number that is selected on.
  bool counted = false;           // A plural or selectordinal selects on it.
  bool offset = false;            // … with an offset.
  std::vector<std::string> keys;  // Of the selects on it.
};

struct RandomMessage {
  std::string pattern;
  std::vector<Variable> variables;
};

RandomMessage random_message(Random &random);

/// One value for each variable, some of them missing. Left out are, with the reason at each place, the values for which
/// ICU's own answer follows binary floating point instead of the decimal digits that it prints.
std::vector<codeglot::NamedArgument> random_arguments(Random &random, const std::vector<Variable> &variables);

}  // namespace differential
#endif
