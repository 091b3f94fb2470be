// The formats: each a pair that writes a catalog and reads what came back. A reader reports what is wrong with the file
// itself, each thing where it stands; whether a message fits the catalog is import's to say.
#ifndef CODEGLOT_INTERCHANGE_FORMATS_H
#define CODEGLOT_INTERCHANGE_FORMATS_H

#include <string>
#include <vector>

#include "core/interchange/exchange.h"

namespace codeglot {

/// XLIFF 2.1 and 1.2: <tag>.xlf for each locale but the source locale, which all are translated from.
ExportedFiles write_xliff2(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_xliff2(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);
ExportedFiles write_xliff1(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_xliff1(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

/// gettext: <tag>.po for each locale but the source locale.
ExportedFiles write_po(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_po(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

/// Application Resource Bundles, as Flutter reads them: <namespace>_<tag>.arb.
ExportedFiles write_arb(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_arb(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

/// Android: values-<tag>/strings.xml, the default locale's in values/.
ExportedFiles write_android(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_android(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

/// Apple: one <namespace>.xcstrings.
ExportedFiles write_xcstrings(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_xcstrings(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

/// i18next, JSON v4: <tag>/<namespace>.json, and <tag>/<namespace>-icu.json for what only its ICU plug-in can show.
ExportedFiles write_i18next(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_i18next(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

/// RFC 4180: one <namespace>.csv with a column for each locale.
ExportedFiles write_csv(const Exchange &exchange, const std::vector<std::string> &locales);
std::vector<Incoming> read_csv(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics);

struct ExchangeFormat {
  const char *name;
  const char *extension;
  bool xml;
  bool keeps_exported;  // Whether the files say what was exported; else there is a record beside them.
  ExportedFiles (*write)(const Exchange &, const std::vector<std::string> &);
  std::vector<Incoming> (*read)(const Exchange &, const IncomingFile &, Diagnostics &);
};

const std::vector<ExchangeFormat> &exchange_formats();
const ExchangeFormat *exchange_format(const std::string &name);

/// What translators are told of an argument: "{max}: number. Files that can be sent at once. Default: 8".
std::string argument_note(const ExchangeArgument &argument);
/// The note and all arguments, a line each.
std::string full_note(const ExchangeName &name);

/// The locale that a file names, or the caller; an error if the two differ, or neither names one.
std::string settle_locale(const IncomingFile &file, const std::string &named, size_t byte, Diagnostics &diagnostics);

/// The names by identifier; of names with the same one only the first.
std::map<std::string, const ExchangeName *> names_by_identifier(const Exchange &exchange);

}  // namespace codeglot
#endif
