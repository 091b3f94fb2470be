// Which loaded pack serves a reader's locale. Each pack brings a table, computed by the compiler from ICU's
// LocaleMatcher, that says which tags it can serve and how far off it is for each; the nearest loaded pack wins.
//
//   table   until its end: varint rank; text tags          (rank 0: not served; else the lower the nearer)
//   tags    lower-case BCP 47 tags of language, script, region, separated by spaces
//
// The entry of language and region comes before that of the language alone. A tag with a script is served only by an
// entry with that script: no reader is given a script that they may not read.
#ifndef CODEGLOT_RUNTIME_LOCALE_CHOICE_H
#define CODEGLOT_RUNTIME_LOCALE_CHOICE_H

#include "core/pack/pack.h"

namespace codeglot {

/// Language, script and region of a tag, in lower case; empty parts where the tag has none.
struct LocaleParts {
  char language[9];
  char script[5];
  char region[4];
};

/// Reads any spelling that platforms use ("zh_Hant_TW", "ZH-hant-tw", "en_US.UTF-8"); false if it is no locale at all.
bool parse_locale(const char *tag, size_t bytes, LocaleParts &parts);

/// How far the pack is from the reader's locale; 0 if it does not serve it.
uint32_t locale_rank(const Pack &pack, const LocaleParts &wanted);

}  // namespace codeglot
#endif
