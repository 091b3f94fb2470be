// Which loaded pack serves a reader's locale. Each pack brings a table, computed by the compiler from ICU's
// LocaleMatcher, that says which tags it can serve and how far off it is for each; the nearest loaded pack wins.
//
//   table   until its end: u8 rank; text tags          (rank 0: not served; else the lower the nearer)
//   tags    lower-case BCP 47 tags of language, script, region, separated by spaces
//
// A tag that no entry has is looked up again without its last subtag, and so on; but not without its script: no reader
// is given a script that they may not read.
#ifndef CODEGLOT_RUNTIME_LOCALE_CHOICE_H
#define CODEGLOT_RUNTIME_LOCALE_CHOICE_H

#include "core/pack/pack.h"

namespace codeglot {

/// A reader's locale as the tables spell it.
struct LocaleTag {
  char text[CG_MAX_LOCALE_TAG_BYTES];
  uint32_t bytes;
  uint32_t language_bytes;  // Where the first hyphen is; 0 without one.
};

/// Reads any spelling that platforms use: "zh_Hant_TW", "ZH-hant-tw", "en_US.UTF-8". A tag too long gives an empty one.
LocaleTag parse_locale(const char *tag, size_t bytes);

/// How far the pack is from the reader's locale; 0 if it does not serve it.
uint32_t locale_rank(const Pack &pack, const LocaleTag &wanted);

}  // namespace codeglot
#endif
