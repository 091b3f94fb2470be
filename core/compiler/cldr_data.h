// Files of CLDR data for the ICU engine in WebAssembly (core/icu_engine/data_file.h), cut from what ICU carries in this
// process: only bundles, and in them only keys, that the wanted features read.
#ifndef CODEGLOT_COMPILER_CLDR_DATA_H
#define CODEGLOT_COMPILER_CLDR_DATA_H

#include <map>
#include <set>
#include <string>
#include <vector>

namespace codeglot {

/// What messages format. Numbers in plain, percent and scientific notation are always among it, as are plurals.
struct DataFeatures {
  bool dates = false;      // Of the Gregorian calendar, and of a locale's own; in UTC and in zones given as offsets.
  bool compact = false;    // "1.2 thousand".
  bool spellout = false;   // Rules: spellout, ordinal, duration; digits of algorithmic numbering systems.
  bool zones = false;      // Named time zones: their rules and their names.
  bool calendars = false;  // All other calendars.
  bool lists = false;

  bool all_currencies = false;
  std::set<std::string> currencies;  // "EUR"; their names and symbols, and the patterns of currencies.
  bool all_units = false;
  std::set<std::string> units;  // "kilometer", "kilometer-per-hour".

  static DataFeatures all();
};

/// Files by name: "root.cgdata", which every locale needs, and one for each tag (BCP 47), with its parents' bundles:
/// "de.cgdata". The same input gives the same bytes. Locales of one program are cut with the same features: where files
/// have a bundle in common, the engine keeps the larger.
std::map<std::string, std::string> write_cldr_data(const std::vector<std::string> &tags, const DataFeatures &features);

}  // namespace codeglot
#endif
