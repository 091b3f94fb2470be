// Nothing but the library: a link target needs a source of its own.
#include "codeglot/codeglot.h"
