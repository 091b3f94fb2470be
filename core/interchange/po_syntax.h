// The syntax of gettext's PO files: entries with their comments, and back.
#ifndef CODEGLOT_INTERCHANGE_PO_SYNTAX_H
#define CODEGLOT_INTERCHANGE_PO_SYNTAX_H

#include <optional>
#include <string>
#include <vector>

#include "core/interchange/exchange.h"

namespace codeglot {

struct PoEntry {
  std::vector<std::string> comments;  // "#.": from the source
  std::vector<std::string> flags;
  std::optional<std::string> context;
  std::string id;
  std::optional<std::string> id_plural;
  std::vector<std::string> texts;
  size_t byte = 0;  // Where its first keyword is.

  bool has_flag(const std::string &flag) const;
};

std::string write_po_entry(const PoEntry &entry);

/// The entries of a file in UTF-8, less obsolete ones; errors go to `diagnostics`.
std::vector<PoEntry> read_po_entries(const IncomingFile &file, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
