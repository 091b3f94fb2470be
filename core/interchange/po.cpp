// gettext PO. The name of a message is its context, the source's text its id. A plural whose branches are the categories
// that integers have in both locales is a plural of gettext; any other message with branches is MessageFormat source,
// which the flag icu-message-format says. Placeholders are python-format, %(max)d, which msgfmt --check compares. What
// was exported is an extracted comment.
#include <algorithm>

#include "core/interchange/authored_text.h"
#include "core/interchange/formats.h"
#include "core/interchange/placeholders.h"
#include "core/interchange/plural_forms.h"
#include "core/interchange/po_syntax.h"
#include "core/interchange/xliff.h"

namespace codeglot {
namespace {

constexpr const char *flag_python = "python-format";
constexpr const char *flag_mf1 = "icu-message-format";
constexpr const char *flag_mf2 = "mf2-message-format";
constexpr const char *exported_comment = "codeglot: ";

/// Whether a plural has exactly these categories.
bool has_categories(const Content &content, const std::vector<std::string> &categories) {
  return content.branches.size() == categories.size() &&
         std::all_of(categories.begin(), categories.end(), [&](const std::string &category) {
           return std::any_of(content.branches.begin(), content.branches.end(),
                              [&](const ContentBranch &branch) { return branch.key == category; });
         });
}

class Writer {
 public:
  Writer(const Exchange &exchange, const ExchangeLocale &locale)
      : exchange_(exchange), locale_(locale), forms_(plural_forms(locale.tag)) {}

  std::string write(std::vector<Loss> &losses) {
    PoEntry header;
    std::string language = locale_.tag;
    std::replace(language.begin(), language.end(), '-', '_');
    header.texts.push_back("Project-Id-Version: " + exchange_.catalog_namespace +
                           "\nPO-Revision-Date: 1970-01-01 00:00+0000\nLast-Translator: none\nLanguage-Team: none\n"
                           "Language: " +
                           language +
                           "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                           "Content-Transfer-Encoding: 8bit\nPlural-Forms: " +
                           forms_.header() + "\nX-Generator: codeglot\n");
    std::string result = write_po_entry(header);
    std::vector<Loss> found;
    for (const XliffMessage &message : xliff_messages(exchange_, locale_, found)) {
      PoEntry entry;
      std::string reason;
      const Position position = message.target == nullptr ? message.source->position : message.target->position;
      if (!write_plain(message, entry, reason) && !write_plural(message, entry, reason)) {
        write_source(message, entry);
        losses.push_back({Loss::Kind::as_source, locale_.tag, message.name->name, position, reason});
      }
      entry.context = message.name->name;
      if (const std::string note = full_note(*message.name); !note.empty()) {
        entry.comments.push_back(note);
      }
      if (message.target != nullptr) {
        entry.comments.push_back(exported_comment + write_authored(message.target->authored));
      }
      result += "\n" + write_po_entry(entry);
    }
    return result;
  }

 private:
  /// A message without branches.
  bool write_plain(const XliffMessage &message, PoEntry &entry, std::string &reason) const {
    const ExchangeText &source = *message.source;
    if (!message.content || !source.content) {
      reason = !message.content ? (message.target == nullptr ? source.reason : message.target->reason)
                                : "the text that it is translated from has no form in gettext: " + source.reason;
      return false;
    }
    if (!message.content->is_flat() || !source.content->is_flat()) {
      return false;
    }
    const bool formatted = has_placeholder(message.content->pieces) || has_placeholder(source.content->pieces);
    const Placeholders placeholders(PlaceholderStyle::python, *message.name, false);
    const std::optional<std::string> id = placeholders.write(source.content->pieces, formatted, reason);
    const std::optional<std::string> text = placeholders.write(message.content->pieces, formatted, reason);
    if (!id || !text) {
      return false;
    }
    entry.flags = formatted ? std::vector<std::string>{flag_python} : std::vector<std::string>{};
    entry.id = *id;
    entry.texts = {message.target == nullptr ? "" : *text};
    return true;
  }

  bool write_plural(const XliffMessage &message, PoEntry &entry, std::string &reason) const {
    if (!reason.empty()) {
      return false;
    }
    const Content &source = *message.source->content;
    const Content &target = *message.content;
    for (const Content *content : {&source, &target}) {
      if (content->is_flat()) {
        reason = "it has branches in one of the two locales only";
        return false;
      }
      if (!is_simple_plural(*content, *message.name, false, false, reason)) {
        return false;
      }
    }
    if (!has_categories(source, {"one", "other"})) {
      reason =
          "gettext's msgid and msgid_plural are the branches one and other, and the source text has not just these";
      return false;
    }
    if (!has_categories(target, forms_.categories)) {
      reason = "gettext has forms for integers only, and the branches are others than those of integers in " +
               locale_.tag;
      return false;
    }
    const Placeholders placeholders(PlaceholderStyle::python, *message.name, true);
    const auto write = [&](const Content &content, const std::string &category) {
      return placeholders.write(branch_for(content, category)->pieces, true, reason);
    };
    const std::optional<std::string> one = write(source, "one");
    const std::optional<std::string> other = write(source, "other");
    if (!one || !other) {
      return false;
    }
    std::vector<std::string> texts;
    for (const std::string &category : forms_.categories) {
      const std::optional<std::string> text = write(target, category);
      if (!text) {
        return false;
      }
      texts.push_back(message.target == nullptr ? "" : *text);
    }
    entry.flags = {flag_python};
    entry.id = *one;
    entry.id_plural = *other;
    entry.texts = texts;
    return true;
  }

  static void write_source(const XliffMessage &message, PoEntry &entry) {
    const ExchangeText &shape = message.target == nullptr ? *message.source : *message.target;
    entry.flags = {shape.authored.mf2 ? flag_mf2 : flag_mf1};
    entry.id = message.source->authored.source;
    entry.id_plural.reset();
    entry.texts = {message.target == nullptr ? "" : message.target->authored.source};
  }

  const Exchange &exchange_;
  const ExchangeLocale &locale_;
  const PluralForms forms_;
};

class Reader {
 public:
  Reader(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics)
      : exchange_(exchange), file_(file), diagnostics_(diagnostics) {}

  std::vector<Incoming> read() {
    std::vector<Incoming> messages;
    const size_t errors_before = diagnostics_.error_count();
    const std::vector<PoEntry> entries = read_po_entries(file_, diagnostics_);
    std::string language;
    for (const PoEntry &entry : entries) {
      if (entry.id.empty() && !entry.context) {
        language = header_value(entry.texts[0], "Language");
        plural_header_ = header_value(entry.texts[0], "Plural-Forms");
        const std::string type = header_value(entry.texts[0], "Content-Type");
        if (type.find("charset=") != std::string::npos && type.find("charset=UTF-8") == std::string::npos &&
            type.find("charset=utf-8") == std::string::npos) {
          diagnostics_.error(file_.position(entry.byte), "the file says that it is " + type + ": save it as UTF-8");
          return {};
        }
      }
    }
    if (diagnostics_.error_count() > errors_before) {
      return {};
    }
    locale_ = settle_locale(file_, language, 0, diagnostics_);
    if (locale_.empty()) {
      return {};
    }
    forms_ = categories_of_forms(plural_header_, locale_);
    for (const PoEntry &entry : entries) {
      if (entry.context || !entry.id.empty()) {
        read_entry(entry, messages);
      }
    }
    return messages;
  }

 private:
  static std::string header_value(const std::string &header, const std::string &name) {
    const size_t at = ("\n" + header).find("\n" + name + ":");
    if (at == std::string::npos) {
      return "";
    }
    const size_t from = header.find_first_not_of(' ', at + name.size() + 1);
    return from == std::string::npos ? "" : header.substr(from, header.find('\n', from) - from);
  }

  void read_entry(const PoEntry &entry, std::vector<Incoming> &messages) {
    if (!entry.context) {
      diagnostics_.error(file_.position(entry.byte), "this entry has no msgctxt, which says what message it is");
      return;
    }
    Incoming message;
    message.locale = locale_;
    message.name = *entry.context;
    message.byte = entry.byte;
    message.translated = !entry.has_flag("fuzzy") && std::none_of(entry.texts.begin(), entry.texts.end(),
                                                                  [](const std::string &text) { return text.empty(); });
    for (const std::string &comment : entry.comments) {
      if (comment.starts_with(exported_comment)) {
        message.exported = read_authored(comment.substr(std::string_view(exported_comment).size()));
      }
    }
    const ExchangeName *name = exchange_.name(message.name);
    if (name != nullptr && message.translated && !read_text(entry, *name, message)) {
      return;
    }
    messages.push_back(std::move(message));
  }

  bool read_text(const PoEntry &entry, const ExchangeName &name, Incoming &message) {
    if (entry.has_flag(flag_mf1) || entry.has_flag(flag_mf2)) {
      message.source = {entry.has_flag(flag_mf2), entry.texts[0]};
      return true;
    }
    Content content;
    if (!entry.id_plural) {
      return read_pieces(entry, entry.texts[0], Placeholders(PlaceholderStyle::python, name, false),
                         entry.has_flag(flag_python), message.content.emplace().pieces);
    }
    if (name.counted() == nullptr) {
      return fail(entry, "\"" + name.name + "\" has no number that a plural could count");
    }
    if (!forms_ || forms_->size() != entry.texts.size()) {
      return fail(entry, "the header's Plural-Forms are not those of " + locale_ + " in CLDR: expected " +
                             plural_forms(locale_).header());
    }
    content.kind = Content::Kind::plural;
    content.argument = name.counted()->name;
    for (size_t index = 0; index < entry.texts.size(); ++index) {
      ContentBranch &branch = content.branches.emplace_back();
      branch.key = (*forms_)[index];
      if (!read_pieces(entry, entry.texts[index], Placeholders(PlaceholderStyle::python, name, true), true,
                       branch.content.pieces)) {
        return false;
      }
    }
    message.content = std::move(content);
    return true;
  }

  bool read_pieces(const PoEntry &entry, const std::string &text, const Placeholders &placeholders, bool formatted,
                   std::vector<Piece> &pieces) {
    std::string reason;
    std::optional<std::vector<Piece>> read = placeholders.read(text, formatted, reason);
    if (!read) {
      return fail(entry, "\"" + text + "\": " + reason);
    }
    pieces = std::move(*read);
    return true;
  }

  bool fail(const PoEntry &entry, const std::string &message) {
    diagnostics_.error(file_.position(entry.byte), "\"" + *entry.context + "\": " + message);
    return false;
  }

  const Exchange &exchange_;
  const IncomingFile &file_;
  Diagnostics &diagnostics_;
  std::string locale_;
  std::string plural_header_;
  std::optional<std::vector<std::string>> forms_;
};

}  // namespace

ExportedFiles write_po(const Exchange &exchange, const std::vector<std::string> &locales) {
  ExportedFiles exported;
  for (const std::string &tag : locales) {
    if (tag != exchange.source_locale) {
      exported.files[tag + ".po"] = Writer(exchange, *exchange.locale(tag)).write(exported.losses);
    }
  }
  return exported;
}

std::vector<Incoming> read_po(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics) {
  return Reader(exchange, file, diagnostics).read();
}

}  // namespace codeglot
