// Android's strings.xml. A plural by CLDR's categories is <plurals>; any other message with branches is a string of
// MessageFormat source, for android.icu.text.MessageFormat, which formatted="false" says. Placeholders are %1$s and %1$d,
// by the arguments' order in codes.json, in <xliff:g>, which translators leave alone.
#include <algorithm>
#include <filesystem>
#include <set>

#include "core/interchange/android_text.h"
#include "core/interchange/formats.h"
#include "core/interchange/placeholders.h"
#include "core/interchange/xml_file.h"

namespace codeglot {
namespace {

/// "fr", "pt-rBR"; with a script or more, "b+zh+Hans".
std::string qualifier(const std::string &tag) {
  const size_t dash = tag.find('-');
  const std::string rest = dash == std::string::npos ? "" : tag.substr(dash + 1);
  if (rest.empty()) {
    return tag;
  }
  const bool region = rest.size() == 2 && rest[0] >= 'A' && rest[0] <= 'Z';
  std::string result = region ? tag.substr(0, dash) + "-r" + rest : "b-" + tag;
  if (!region) {
    std::replace(result.begin(), result.end(), '-', '+');
  }
  return result;
}

/// The tag of a folder's name, "values-pt-rBR"; empty for "values" and for others.
std::string tag_of_folder(const std::string &folder) {
  if (!folder.starts_with("values-")) {
    return "";
  }
  std::string tag = folder.substr(7);
  if (tag.starts_with("b+")) {
    std::replace(tag.begin(), tag.end(), '+', '-');
    return tag.substr(2);
  }
  const size_t region = tag.find("-r");
  return region == std::string::npos ? tag : tag.substr(0, region + 1) + tag.substr(region + 2);
}

class Writer {
 public:
  Writer(const Exchange &exchange, const ExchangeLocale &locale, std::vector<Loss> &losses)
      : exchange_(exchange), locale_(locale), losses_(losses) {}

  std::string write() {
    xml_.open("resources", {{"xmlns:xliff", "urn:oasis:names:tc:xliff:document:1.2"}});
    const std::map<std::string, const ExchangeName *> names = names_by_identifier(exchange_);
    for (const ExchangeName &name : exchange_.names) {
      const ExchangeText *text = locale_.text(name.name);
      if (text == nullptr) {
        continue;
      }
      const std::string identifier = identifier_of(name.name);
      const ExchangeName &holder = *names.at(identifier);
      if (&holder != &name) {
        lose(Loss::Kind::left_out, name, *text,
             "its name in Android, " + identifier + ", is that of \"" + holder.name + "\"");
      } else {
        write_text(name, identifier, *text);
      }
    }
    xml_.close("resources");
    return xml_.take();
  }

 private:
  void lose(Loss::Kind kind, const ExchangeName &name, const ExchangeText &text, const std::string &reason) {
    losses_.push_back({kind, locale_.tag, name.name, text.position, reason});
  }

  void write_text(const ExchangeName &name, const std::string &identifier, const ExchangeText &text) {
    std::string reason = text.reason;
    if (text.authored.mf2) {
      lose(Loss::Kind::left_out, name, text, "it is MessageFormat 2, which Android has no formatter of");
      return;
    }
    if (text.content && text.content->is_flat()) {
      if (const auto xml = inline_text(text.content->pieces, name, false, reason)) {
        write_note(name);
        xml_.element("string", {{"name", identifier}}, *xml);
        return;
      }
    } else if (text.content && is_simple_plural(*text.content, name, false, false, reason)) {
      if (const auto items = plural_items(*text.content, name, reason)) {
        write_note(name);
        xml_.open("plurals", {{"name", identifier}});
        for (const auto &[category, xml] : *items) {
          xml_.element("item", {{"quantity", category}}, xml);
        }
        xml_.close("plurals");
        return;
      }
    }
    lose(Loss::Kind::as_source, name, text, reason);
    write_note(name);
    xml_.element("string", {{"name", identifier}, {"formatted", "false"}}, xml_text_of({text.authored.source}).front());
  }

  void write_note(const ExchangeName &name) {
    std::string note = full_note(name);
    for (size_t at = note.find("--"); at != std::string::npos; at = note.find("--", at)) {
      note.replace(at, 2, "- -");
    }
    if (!note.empty()) {
      xml_.comment(note);
    }
  }

  std::optional<std::vector<std::pair<std::string, std::string>>> plural_items(const Content &content,
                                                                               const ExchangeName &name,
                                                                               std::string &reason) const {
    std::vector<std::pair<std::string, std::string>> items;
    for (const ContentBranch &branch : content.branches) {
      const std::optional<std::string> xml = inline_text(branch.content.pieces, name, true, reason);
      if (!xml) {
        return std::nullopt;
      }
      items.emplace_back(branch.key, *xml);
    }
    return items;
  }

  static std::vector<std::string> xml_text_of(const std::vector<std::string> &runs) {
    std::vector<std::string> result;
    for (const std::string &run : escape_android(runs)) {
      result.push_back(xml_text(run));
    }
    return result;
  }

  static std::optional<std::string> inline_text(const std::vector<Piece> &pieces, const ExchangeName &name,
                                                bool counting, std::string &reason) {
    const Placeholders placeholders(PlaceholderStyle::android, name, counting);
    const bool formatted = counting || has_placeholder(pieces);
    if (!placeholders.write(pieces, formatted, reason)) {
      return std::nullopt;
    }
    std::vector<std::string> runs;
    for (const Piece &piece : pieces) {
      std::string reason_of_one;
      runs.push_back(piece.kind == Piece::Kind::text ? *placeholders.write({piece}, formatted, reason_of_one)
                                                     : *placeholders.write_one(piece, reason_of_one));
    }
    runs = xml_text_of(runs);
    std::string xml;
    for (size_t index = 0; index < pieces.size(); ++index) {
      if (pieces[index].kind == Piece::Kind::text) {
        xml += runs[index];
        continue;
      }
      const ExchangeArgument &argument = *name.argument(pieces[index].argument);
      xml += "<xliff:g id=\"" + xml_attribute(argument.name) + "\"" +
             (argument.default_value.empty() ? "" : " example=\"" + xml_attribute(argument.default_value) + "\"") +
             ">" + runs[index] + "</xliff:g>";
    }
    return xml;
  }

  const Exchange &exchange_;
  const ExchangeLocale &locale_;
  std::vector<Loss> &losses_;
  XmlWriter xml_;
};

class Reader {
 public:
  Reader(const Exchange &exchange, const XmlFile &xml, std::string locale)
      : names_(names_by_identifier(exchange)), xml_(xml), locale_(std::move(locale)) {}

  std::vector<Incoming> read() {
    for (const pugi::xml_node node : xml_.root().children()) {
      const std::string_view kind = local_name(node);
      if (kind == "string" || kind == "plurals") {
        read_message(node, kind == "plurals");
      } else if (node.type() == pugi::node_element) {
        xml_.error(node, "<" + std::string(kind) + "> is no message: expected <string> or <plurals>");
      }
    }
    return std::move(incoming_);
  }

 private:
  void read_message(pugi::xml_node node, bool plural) {
    const std::string identifier = node.attribute("name").value();
    const auto known = names_.find(identifier);
    Incoming message;
    message.locale = locale_;
    message.name = known == names_.end() ? identifier : known->second->name;
    message.byte = XmlFile::byte(node);
    const bool source = std::string_view(node.attribute("formatted").value()) == "false";
    const bool good = known == names_.end() || (plural ? read_plural(node, *known->second, message)
                                                       : read_string(node, *known->second, source, message));
    if (good) {
      incoming_.push_back(std::move(message));
    }
  }

  bool read_string(pugi::xml_node node, const ExchangeName &name, bool source, Incoming &message) {
    const std::optional<std::string> text = read_text(node);
    if (!text) {
      return false;
    }
    message.translated = !text->empty();
    if (source) {
      message.source.source = *text;
      return true;
    }
    return read_pieces(node, *text, name, false, message.content.emplace().pieces);
  }

  bool read_plural(pugi::xml_node node, const ExchangeName &name, Incoming &message) {
    if (name.counted() == nullptr) {
      xml_.error(node, "\"" + name.name + "\" has no number that a plural could count");
      return false;
    }
    Content content;
    content.kind = Content::Kind::plural;
    content.argument = name.counted()->name;
    std::set<std::string> seen;
    for (const pugi::xml_node item : node.children()) {
      if (item.type() != pugi::node_element) {
        continue;
      }
      const std::string quantity = item.attribute("quantity").value();
      if (local_name(item) != "item" || !is_category(quantity) || !seen.insert(quantity).second) {
        xml_.error(item, "expected <item> with a quantity of its own: zero, one, two, few, many or other");
        return false;
      }
      const std::optional<std::string> text = read_text(item);
      ContentBranch &branch = content.branches.emplace_back();
      branch.key = quantity;
      if (!text || !read_pieces(item, *text, name, true, branch.content.pieces)) {
        return false;
      }
      message.translated = message.translated && !text->empty();
    }
    message.translated = message.translated && !content.branches.empty();
    message.content = std::move(content);
    return true;
  }

  std::optional<std::string> read_text(pugi::xml_node node) const {
    std::string text;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
        text += child.value();
      } else if (local_name(child) == "g") {
        text += child.text().get();
      } else if (child.type() == pugi::node_element) {
        xml_.error(child, "<" + std::string(local_name(child)) +
                              "> is markup, which a message has none of: write &lt; for the sign itself");
        return std::nullopt;
      }
    }
    std::string reason;
    std::optional<std::string> result = unescape_android(text, reason);
    if (!result) {
      xml_.error(node, "\"" + text + "\": " + reason);
    }
    return result;
  }

  bool read_pieces(pugi::xml_node node, const std::string &text, const ExchangeName &name, bool counting,
                   std::vector<Piece> &pieces) const {
    const Placeholders placeholders(PlaceholderStyle::android, name, counting);
    std::string reason;
    std::optional<std::vector<Piece>> read = placeholders.read(text, counting || placeholders.looks_formatted(text),
                                                               reason);
    if (!read) {
      xml_.error(node, "\"" + text + "\": " + reason);
      return false;
    }
    pieces = std::move(*read);
    return true;
  }

  std::map<std::string, const ExchangeName *> names_;
  const XmlFile &xml_;
  std::string locale_;
  std::vector<Incoming> incoming_;
};

}  // namespace

ExportedFiles write_android(const Exchange &exchange, const std::vector<std::string> &locales) {
  ExportedFiles exported;
  for (const std::string &tag : locales) {
    const std::string folder = tag == exchange.default_locale ? "values" : "values-" + qualifier(tag);
    exported.files[folder + "/strings.xml"] = Writer(exchange, *exchange.locale(tag), exported.losses).write();
  }
  return exported;
}

std::vector<Incoming> read_android(const Exchange &exchange, const IncomingFile &file, Diagnostics &diagnostics) {
  const std::unique_ptr<XmlFile> xml = XmlFile::parse(file, "resources", diagnostics);
  if (!xml) {
    return {};
  }
  const std::string folder = std::filesystem::path(file.path).parent_path().filename().string();
  const bool plain = folder == "values" && file.locale.empty();
  const std::string locale = plain ? exchange.default_locale
                                   : settle_locale(file, tag_of_folder(folder), 0, diagnostics);
  return locale.empty() ? std::vector<Incoming>{} : Reader(exchange, *xml, locale).read();
}

}  // namespace codeglot
