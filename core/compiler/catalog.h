// Catalog: what the authoring files of one service say, read and checked against each other, not yet compiled.
#ifndef CODEGLOT_COMPILER_CATALOG_H
#define CODEGLOT_COMPILER_CATALOG_H

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/compiler/diagnostics.h"
#include "core/compiler/json_document.h"
#include "core/compiler/lowering.h"
#include "core/syntax/message_tree.h"

namespace codeglot {

struct CodeEntry {
  int32_t code = 0;
  std::string name;
  bool retired = false;
  std::vector<Parameter> parameters;
  Position position;
  // What people read of it; all of it may be empty.
  std::string category;
  std::string severity;
  std::string action;
  std::string note;
  std::optional<bool> retryable;
  std::map<std::string, std::string> descriptions;  // of arguments, by name
};

/// The code that a problem means, by name.
struct ProblemMeaning {
  std::string name;
  Position position;
};

/// How a transport's responses are read (codes.json, "transports").
struct Transport {
  std::string name;
  std::vector<uint32_t> read_body_of;
  std::map<uint32_t, std::string> statuses;        // status → name of the code that it means
  std::map<std::string, ProblemMeaning> problems;  // by key, as cg_response has it: a type, or "REASON@domain"
  Position position;
};

/// Why only the ICU engine can format a message, and the place in its file.
struct EngineReason {
  Position position;
  std::string message;
};

/// One message of one locale file.
struct LocaleMessage {
  std::string source;
  Format::Syntax syntax = Format::Syntax::mf1;
  std::optional<Message> tree;        // Nothing if the message has an error.
  Position position;                  // Of its name.
  std::vector<EngineReason> reasons;  // The tree's, with their places.
};

struct LocaleFile {
  std::string tag;
  std::string path;
  std::string basis;  // Of a pseudo-locale: the locale that it disguises, whose rules it follows. Else empty.
  std::map<std::string, LocaleMessage> messages;  // by name of the code
  std::optional<LocaleMessage> unknown_code;
  std::optional<LocaleMessage> unreadable_response;
  /// What the file lacks and a parent of its own language and script has, checked again as a message of this locale:
  /// by name, "$unknown-code" among them. Their places are the parent's (inheritance.h).
  std::map<std::string, LocaleMessage> inherited;

  /// The file's own message of a name, "$unknown-code" among them; null if it has none.
  const LocaleMessage *find(const std::string &name) const;
  /// The same, or the inherited one.
  const LocaleMessage *find_or_inherited(const std::string &name) const;
};

struct Catalog {
  std::string catalog_namespace;
  std::string source_locale;
  std::string default_locale;
  std::vector<Transport> transports;
  std::vector<std::string> functions;  // MF2 functions of the application's own: "shop:price".
  std::vector<CodeEntry> codes;        // ascending by code
  std::vector<LocaleFile> locales;     // by tag
  std::string path;
  Position namespace_position;

  const CodeEntry *find(const std::string &name) const;
  const CodeEntry *find(int32_t code) const;
  const LocaleFile *locale(const std::string &tag) const;

  /// Where each name is in `codes`; to be called when these are complete. Of two alike the first is found.
  void index_names();

 private:
  std::unordered_map<std::string, size_t> index_by_name_;
};

/// The names of the argument that the unknown-code text may use, and of its members in a locale file.
inline constexpr const char *unknown_code_member = "$unknown-code";
inline constexpr const char *unreadable_response_member = "$unreadable-response";

/// Whether a code can have this name: it begins with a letter and has letters, digits, '-' and '_' only, 64 at most.
bool is_code_name(const std::string &name);

/// What messages may say: a code's arguments, or those of a text that belongs to no code.
std::vector<Parameter> parameters_of_member(const Catalog &catalog, const std::string &name);

/// Files of a catalog folder that hold no locale: "codes.json", "check.json", "glossary.json", "released.json",
/// "baseline.json", and "manifest.json", where packs are written beside them.
bool is_reserved_file(const std::string &name);
/// The names of all messages that a locale can have: the codes' that are not retired, ascending by code, and the two of
/// no code behind them.
std::vector<std::string> message_names(const Catalog &catalog);

/// What CLDR says for the messages of a file.
LocaleData locale_data(const LocaleFile &file);

/// Reads codes.json of a folder alone: a catalog without locales. Nothing if there is no usable one.
std::optional<Catalog> read_codes_of(const std::string &folder, Diagnostics &diagnostics);

/// Reads codes.json and every <tag>.json of a folder. Everything wrong goes to `diagnostics`; the catalog holds what
/// could be read. Nothing if there is no usable codes.json.
std::optional<Catalog> read_catalog(const std::string &folder, Diagnostics &diagnostics);

/// The text of a file; an error and nothing if it cannot be read.
std::optional<std::string> read_file(const std::string &path, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
