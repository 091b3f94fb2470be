// Every call of codeglot.h on an opened catalog, with arguments that nobody should give. Aborts where a promise of the
// header does not hold.
#ifndef CODEGLOT_TESTS_FUZZ_HOSTILE_CALLS_H
#define CODEGLOT_TESTS_FUZZ_HOSTILE_CALLS_H

#include "codeglot/codeglot.h"

namespace fuzz {

void make_hostile_calls(const cg_catalog *catalog);

}  // namespace fuzz
#endif
