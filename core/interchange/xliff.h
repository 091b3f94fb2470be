// What XLIFF 2.1 and 1.2 have in common: a message becomes a tree of units, one for each branch, beside the source that
// it is translated from; and back.
#ifndef CODEGLOT_INTERCHANGE_XLIFF_H
#define CODEGLOT_INTERCHANGE_XLIFF_H

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/interchange/exchange.h"

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
