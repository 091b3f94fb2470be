// Apostrophes of MessageFormat 1 that do what their writer hardly meant. In MessageFormat 1 an apostrophe before a brace
// (in a plural before '#', too) makes everything plain text up to the next one, or to the end.
#ifndef CODEGLOT_COMPILER_APOSTROPHES_H
#define CODEGLOT_COMPILER_APOSTROPHES_H

#include <string>
#include <vector>

namespace codeglot {

struct ApostropheTrap {
  size_t byte;          // Of the apostrophe.
  std::string message;  // What it does, and what to write instead.
  // The argument that it hides ("#" for the number of a plural) although it closes nowhere: a second apostrophe after it
  // is what was meant. Else empty.
  std::string swallowed;
};

/// The traps of a message, whether or not it parses.
std::vector<ApostropheTrap> apostrophe_traps(const std::string &source);

}  // namespace codeglot
#endif
