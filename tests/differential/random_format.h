// Random messages around formats of numbers and dates, in either syntax, and values for them.
#ifndef CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_FORMAT_H
#define CODEGLOT_TESTS_DIFFERENTIAL_RANDOM_FORMAT_H

#include <string>

#include "core/icu_engine/argument.h"
#include "core/syntax/message_tree.h"
#include "random.h"

namespace differential {

/// A message of the arguments n (a number) and s (a string), or d (a date).
struct RandomFormat {
  codeglot::Format::Syntax syntax = codeglot::Format::Syntax::mf1;
  std::string source;
  bool date = false;
};

RandomFormat random_format(Random &random);

/// `counted`: of at most fifteen digits. ICU counts others by the digits of the nearest double, not by those it prints.
codeglot::ArgumentValue random_number(Random &random, bool counted);
/// In UTC or at an offset; the runtime leaves other zones to the ICU engine.
codeglot::ArgumentValue random_date(Random &random);

}  // namespace differential
#endif
