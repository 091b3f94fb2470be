// What a reference table says, before it has a form: codes with what people read of them, and their messages by locale.
#ifndef CODEGLOT_GENERATE_TABLE_H
#define CODEGLOT_GENERATE_TABLE_H

#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

struct TableLocale {
  std::string tag;
  bool right_to_left;
};

/// A message as a reader of a locale gets it, which may be another locale's.
struct TableCell {
  std::string pattern;
  TableLocale locale;  // Whose words these are.
  bool own;            // The column's own, not another locale's that stands in.
};

struct TableRow {
  std::string code;  // Empty for a text that belongs to no code.
  std::string name;
  const CodeEntry *entry;               // Null for a text that belongs to no code.
  std::vector<std::string> properties;  // As `headings` has them; none for a text that belongs to no code.
  std::vector<std::string> arguments;   // "max: number, default 8"
  std::vector<TableCell> cells;         // One a locale; none for a retired code.
};

struct Table {
  std::vector<std::string> headings;
  std::vector<TableLocale> locales;
  std::vector<TableRow> rows;
};

Table make_table(const Catalog &catalog);

}  // namespace codeglot
#endif
