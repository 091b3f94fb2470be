// What XLIFF 2.1 and 1.2 have in common: a message becomes a tree of units, one for each branch, beside the source that
// it is translated from; and back.
#ifndef CODEGLOT_INTERCHANGE_XLIFF_H
#define CODEGLOT_INTERCHANGE_XLIFF_H

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/interchange/exchange.h"
#include "core/interchange/formats.h"
#include "core/interchange/xml_file.h"

namespace codeglot {

/// A message with the structure that its target has or, without one, will need: the source's, with the categories of
/// the target's locale.
struct XliffMessage {
  const ExchangeName *name = nullptr;
  const ExchangeText *target = nullptr;  // Null if it is not translated.
  const ExchangeText *source = nullptr;  // Null if nothing can be translated from.
  std::optional<Content> content;        // Nothing if it travels as its source.
  bool mf2 = false;                      // Whether that is MessageFormat 2.

  /// The way to a branch: arguments and keys.
  using Path = std::vector<std::pair<std::string, std::string>>;
  /// What a branch is translated from.
  std::vector<Piece> source_pieces(const Path &path) const;
};

/// The messages of a locale, in the catalog's order; what has no structure is a loss. Messages that exist in no locale
/// to translate from are left out.
std::vector<XliffMessage> xliff_messages(const Exchange &exchange, const ExchangeLocale &locale,
                                         std::vector<Loss> &losses);

/// A file for each of the locales but the source's; `write` makes its text.
using XliffWriter = std::function<std::string(const ExchangeLocale &, const std::vector<XliffMessage> &)>;
ExportedFiles write_xliff(const Exchange &exchange, const std::vector<std::string> &locales, const XliffWriter &write);

/// A file of the version that begins with `major`, '1' or '2'; null, with an error, if it is none.
std::unique_ptr<XmlFile> parse_xliff(const IncomingFile &file, char major, Diagnostics &diagnostics);

/// The types of units whose text is the message's source.
struct XliffSourceTypes {
  const char *mf1;
  const char *mf2;
};
/// Gives a message what its unit or group, of this type, holds.
void take_content(Incoming &message, Content content, const std::string &type, const XliffSourceTypes &types);

/// "plural:max", "ordinal:n", "select:who", as the module for plurals of XLIFF 2.2 writes its switch.
std::string write_switch(const Content &content);
/// Content without branches; nothing if it is no switch.
std::optional<Content> read_switch(const std::string &text);
/// A branch's key as that module writes its case: exact values without '='.
std::string write_case(const Content &content, const std::string &key);
std::string read_case(const Content &content, const std::string &text);

/// NMTOKEN that is the same in each export: c135, or its name for a text without a code.
std::string xliff_id(const ExchangeName &name);

/// The pieces of whole text, as one.
std::vector<Piece> text_pieces(const std::string &text);

}  // namespace codeglot
#endif
