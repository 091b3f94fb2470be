// Statistics of a catalog: how far each locale is, and how long its texts are.
#ifndef CODEGLOT_REPORT_STATISTICS_H
#define CODEGLOT_REPORT_STATISTICS_H

#include <cstddef>
#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

struct LocaleStatistics {
  std::string tag;
  size_t messages = 0;        // Of the locale's own.
  size_t missing = 0;         // Which the locale neither has nor inherits: another locale's words stand in.
  size_t inherited = 0;       // LocaleFile::inherited: a parent's, formatted as the locale's own.
  size_t same_as_source = 0;  // Written as in the source locale, with a letter in it: perhaps not translated.
  size_t words = 0;       // Of all texts, every branch counted; words as Unicode breaks them (UAX #29, dictionaries).
  size_t characters = 0;  // The same texts in characters as readers count them (grapheme clusters).
  size_t longest = 0;     // Characters of the longest text that a reader can get, without what arguments add.
  std::string longest_name;  // The code whose text that is.
  double length_ratio =
      0;  // The longest texts of all messages that the source has, too, against the source's; 0: none.
};

struct Statistics {
  std::string source_locale;
  size_t expected = 0;  // Messages of a complete locale: codes that are not retired, and the two of no code.
  std::vector<LocaleStatistics> locales;
  LocaleStatistics total;  // Sums; the longest of all; the ratio of all. Its tag is empty.
};

Statistics statistics_of(const Catalog &catalog);

/// Of what is there or inherited, in percent, rounded down: 100 means complete.
unsigned coverage_percent(const LocaleStatistics &locale, size_t expected);

/// A table, a line a locale and one of totals, and as JSON.
std::string statistics_text(const Statistics &statistics);
std::string statistics_json(const Statistics &statistics);

}  // namespace codeglot
#endif
