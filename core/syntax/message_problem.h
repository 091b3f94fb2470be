// One finding about a message's source.
#ifndef CODEGLOT_SYNTAX_MESSAGE_PROBLEM_H
#define CODEGLOT_SYNTAX_MESSAGE_PROBLEM_H

#include <cstddef>
#include <string>

namespace codeglot {

/// A byte of the message's source (UTF-8) and a sentence that says what was expected and what to do.
struct MessageProblem {
  size_t byte;
  std::string message;
};

}  // namespace codeglot
#endif
