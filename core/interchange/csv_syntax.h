// Comma-separated values, RFC 4180, in UTF-8.
#ifndef CODEGLOT_INTERCHANGE_CSV_SYNTAX_H
#define CODEGLOT_INTERCHANGE_CSV_SYNTAX_H

#include <string>
#include <vector>

#include "core/interchange/exchange.h"

namespace codeglot {

struct CsvCell {
  std::string text;
  size_t byte = 0;
};
using CsvRow = std::vector<CsvCell>;

/// One row with its end of line. A cell that a spreadsheet would take for a formula, or that begins with apostrophes
/// before one, gets an apostrophe in front, which read_csv_rows takes off again.
std::string write_csv_row(const std::vector<std::string> &cells);

/// The rows of a file. The separator is what follows the first cell: a comma, a semicolon or a tab, as spreadsheets in
/// different countries write it. Rows that are empty are left out.
std::vector<CsvRow> read_csv_rows(const IncomingFile &file, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
