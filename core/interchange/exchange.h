// Exchange: a catalog as the formats of other tools see it, and what comes back from them. A format only reads and
// writes its own syntax; what to take, what to merge and what to write is decided elsewhere (export.h, import.h).
#ifndef CODEGLOT_INTERCHANGE_EXCHANGE_H
#define CODEGLOT_INTERCHANGE_EXCHANGE_H

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/interchange/content.h"

namespace codeglot {

/// A message as an author writes it.
struct AuthoredText {
  bool mf2 = false;
  std::string source;

  bool operator==(const AuthoredText &) const = default;
};

/// A message with its place and its structure.
struct ExchangeText {
  AuthoredText authored;
  std::optional<Content> content;
  std::string reason;  // Why it has no content.
  Position position;   // Of its name in the locale file.
};

/// An argument with what translators are told of it.
struct ExchangeArgument {
  std::string name;
  layout::Type type = layout::Type::any;
  std::string default_value;  // Empty if it has none.
  std::string description;
};

/// What is the same for all locales.
struct ExchangeName {
  std::string name;
  std::optional<int32_t> code;  // Not of the two texts without a code.
  std::string note;
  std::vector<ExchangeArgument> arguments;  // in the order of codes.json

  const ExchangeArgument *argument(const std::string &wanted) const;
  /// The argument that formats count by which do not name one: the first number. Null if there is none.
  const ExchangeArgument *counted() const;
};

struct ExchangeLocale {
  std::string tag;
  std::string path;
  std::vector<std::string> categories;  // CLDR's, of cardinals
  std::vector<std::string> ordinals;
  std::map<std::string, ExchangeText> texts;  // by name

  const ExchangeText *text(const std::string &name) const;
};

struct Exchange {
  std::string catalog_namespace;
  std::string source_locale;
  std::string default_locale;
  std::vector<ExchangeName> names;  // The two texts without a code first, then by code; retired ones are left out.
  std::vector<ExchangeLocale> locales;
  std::vector<std::string> functions;   // MF2 functions of the application's own.
  std::set<std::string> retired;        // Names of retired codes, also as identifiers.
  std::map<std::string, size_t> index;  // Of names, by name.

  const ExchangeName *name(const std::string &wanted) const;
  const ExchangeLocale *locale(const std::string &tag) const;
  /// What translators translate from: the source locale's text, else the default locale's. Null if there is none.
  const ExchangeText *reference(const std::string &name) const;
};

/// Reads a catalog folder. Errors in the authoring files go to `diagnostics` and leave nothing.
std::optional<Exchange> read_exchange(const std::string &folder, Diagnostics &diagnostics);

/// The name as an identifier of programming languages: '-' becomes '_', and $unknown-code is codeglot_unknown_code.
std::string identifier_of(const std::string &name);

/// A locale without messages.
ExchangeLocale empty_locale(const std::string &folder, const std::string &tag);

/// What an author's text says; its place is left empty.
ExchangeText read_text(AuthoredText authored);

/// Something that a format cannot carry as what it is.
struct Loss {
  enum class Kind { as_source, left_out };

  Kind kind;
  std::string locale;
  std::string name;
  Position position;
  std::string reason;
};

/// Files of an export, by their path below its folder.
struct ExportedFiles {
  std::map<std::string, std::string> files;
  std::vector<Loss> losses;
};

/// One message of one locale, as it came back.
struct Incoming {
  std::string locale;
  std::string name;
  size_t byte = 0;                 // Where it is in the file.
  bool translated = true;          // Not if it is empty, incomplete or marked as not done.
  std::optional<Content> content;  // Else, if it is translated, `source` has the message.
  AuthoredText source;
  std::optional<AuthoredText> exported;  // What the message was when it was exported, if the file says so.
};

/// A file that came back. `locale` is what the caller says of it, or empty.
struct IncomingFile {
  std::string path;
  std::string text;  // UTF-8 without a byte order mark
  std::string locale;

  Position position(size_t byte) const { return position_at(path, text, byte); }
};

}  // namespace codeglot
#endif
