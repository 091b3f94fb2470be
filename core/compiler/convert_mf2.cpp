// See convert_mf2.h.
#include "core/compiler/convert_mf2.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/compiler/json_editor.h"
#include "core/compiler/message_conversion.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

/// A message in its file.
struct Entry {
  const JsonMember *member;
  const JsonValue *text;
  const JsonValue *syntax;  // Its own member "syntax", or null.
  bool mf2;
};

class FileConverter {
 public:
  FileConverter(const Catalog &catalog, const LocaleFile &file, const JsonDocument &document, Diagnostics &diagnostics,
                CatalogConversion &counts)
      : catalog_(catalog),
        locale_(LocaleData::load(file.tag)),
        document_(document),
        root_(document.root()),
        diagnostics_(diagnostics),
        counts_(counts) {}

  std::string run() {
    const JsonValue *syntax = root_.find("$syntax");
    const bool mf2 = syntax != nullptr && syntax->text == "mf2";
    std::vector<Entry> entries;
    for (const JsonMember &member : root_.members) {
      if (member.name[0] != '$' || member.name == unknown_code_member || member.name == unreadable_response_member) {
        entries.push_back(entry_of(member, mf2));
      }
    }
    const JsonValue *bidi = root_.find("$bidi");
    const bool isolates = bidi == nullptr || bidi->text != "none";
    const bool isolated = isolates &&
                          std::any_of(entries.begin(), entries.end(), [](const Entry &entry) { return entry.mf2; });
    syntax_ = isolated ? Format::Syntax::mf2 : Format::Syntax::mf2_without_isolation;

    JsonEditor editor(document_);
    std::vector<const Entry *> kept;
    size_t converted = 0;
    for (const Entry &entry : entries) {
      if (entry.mf2) {
        ++counts_.already;
      } else if (const std::optional<std::string> source = convert(entry)) {
        ++converted;
        if (*source != entry.text->text) {
          editor.replace(*entry.text, json_string(*source));
        }
        if (entry.syntax != nullptr) {
          editor.replace(*entry.syntax, "\"mf2\"");
        }
      } else {
        kept.push_back(&entry);
      }
    }
    counts_.converted += converted;
    counts_.kept += kept.size();
    if (converted == 0) {
      return document_.text();
    }
    for (const Entry *entry : kept) {
      keep(*entry, editor);
    }
    std::vector<std::string> members;
    set(editor, "$syntax", "mf2", members);
    if (!isolated) {
      set(editor, "$bidi", "none", members);
    }
    add(editor, members);
    return editor.result();
  }

 private:
  static Entry entry_of(const JsonMember &member, bool mf2) {
    Entry entry{&member, &member.value, nullptr, mf2};
    if (member.value.is(Kind::object)) {
      entry.text = member.value.find("text");
      entry.syntax = member.value.find("syntax");
      entry.mf2 = entry.syntax == nullptr ? mf2 : entry.syntax->text == "mf2";
    }
    return entry;
  }

  std::optional<std::string> convert(const Entry &entry) {
    MessageConversion conversion = convert_message(entry.text->text, syntax_,
                                                   parameters_of_member(catalog_, entry.member->name), locale_);
    if (!conversion.source) {
      diagnostics_.warning(document_.position_inside(*entry.text, conversion.reason.byte),
                           "\"" + entry.member->name + "\" stays MessageFormat 1: " + conversion.reason.message);
    }
    return std::move(conversion.source);
  }

  /// A message that stays says so itself, now that its file says otherwise.
  static void keep(const Entry &entry, JsonEditor &editor) {
    if (!entry.member->value.is(Kind::object)) {
      editor.replace(*entry.text, R"({"syntax": "mf1", "text": )" + json_string(entry.text->text) + "}");
    } else if (entry.syntax == nullptr) {
      editor.add_first(entry.member->value, R"("syntax": "mf1")");
    }
  }

  /// Sets a member that is there; else it goes to `missing`.
  void set(JsonEditor &editor, const std::string &name, const std::string &value,
           std::vector<std::string> &missing) const {
    if (const JsonValue *found = root_.find(name)) {
      editor.replace(*found, json_string(value));
    } else {
      missing.push_back(json_string(name) + ": " + json_string(value));
    }
  }

  /// Adds members behind what says the file's locale, or its schema, or at its start.
  void add(JsonEditor &editor, const std::vector<std::string> &members) const {
    const JsonMember *anchor = nullptr;
    for (const JsonMember &member : root_.members) {
      const bool better = member.name == "$locale" || (member.name == "$schema" && anchor == nullptr);
      anchor = better && member.value.is(Kind::string) ? &member : anchor;
    }
    for (const std::string &member : members) {
      if (anchor != nullptr) {
        editor.add_behind(*anchor, member);
      } else {
        editor.add_first(root_, member);
      }
    }
  }

  const Catalog &catalog_;
  const LocaleData locale_;
  const JsonDocument &document_;
  const JsonValue &root_;
  Diagnostics &diagnostics_;
  CatalogConversion &counts_;
  Format::Syntax syntax_ = Format::Syntax::mf2_without_isolation;
};

}  // namespace

CatalogConversion convert_to_mf2(const std::string &folder, Diagnostics &diagnostics) {
  CatalogConversion result;
  const std::optional<Catalog> catalog = read_catalog(folder, diagnostics);
  if (!catalog || diagnostics.has_errors()) {
    return result;
  }
  for (const LocaleFile &file : catalog->locales) {
    std::optional<std::string> text = read_file(file.path, diagnostics);
    Diagnostics known;  // The file has just been read: what it warns of has been told.
    const std::optional<JsonDocument> document = text ? JsonDocument::parse(file.path, std::move(*text), known)
                                                      : std::nullopt;
    if (document) {
      result.files[std::filesystem::path(file.path).filename().string()] =
          FileConverter(*catalog, file, *document, diagnostics, result).run();
    }
  }
  if (diagnostics.has_errors()) {
    result.files.clear();
  }
  return result;
}

}  // namespace codeglot
