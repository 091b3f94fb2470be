// XLIFF 1.2. A message is a trans-unit; with branches, a group whose restype is x-codeglot-switch and whose resname is
// "name|plural:max", with trans-units "name|plural:max|one". Placeholders are <ph> with their MessageFormat source inside.
// Characters that XML lacks are <x ctype="x-codeglot-cp-0001"/>. What was exported is a context.
#include <algorithm>
#include <cstdlib>

#include "core/interchange/authored_text.h"
#include "core/interchange/xliff.h"

namespace codeglot {
namespace {

constexpr const char *switch_type = "x-codeglot-switch";
constexpr XliffSourceTypes source_types{"x-codeglot-mf1", "x-codeglot-mf2"};
constexpr const char *exported_type = "x-codeglot-exported";
constexpr std::string_view character_type = "x-codeglot-cp-";

/// The inside of a source or target.
class InlineWriter {
 public:
  std::string write(const std::vector<Piece> &pieces) {
    for (const Piece &piece : pieces) {
      if (piece.kind == Piece::Kind::text) {
        write_text(piece.text);
      } else {
        xml_ += "<ph id=\"" + id_of(piece.text) + "\">" + xml_text(piece.text) + "</ph>";
      }
    }
    return std::move(xml_);
  }

 private:
  void write_text(const std::string &text) {
    for_xml_runs(
        text, [&](const std::string &run) { xml_ += xml_text(run); },
        [&](uint32_t code_point) {
          char hex[8];
          std::snprintf(hex, sizeof hex, "%04X", static_cast<unsigned>(code_point & 0xFFFF));
          xml_ += "<x id=\"" + id_of(hex) + "\" ctype=\"" + std::string(character_type) + hex + "\"/>";
        });
  }

  /// The same in source and target for the first of each; unique inside each.
  std::string id_of(const std::string &text) {
    const auto before = std::count(shown_.begin(), shown_.end(), text);
    shown_.push_back(text);
    std::string id;
    for (const char c : text) {
      id += c == '#'                                                                     ? "number"
            : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? std::string(1, c)
                                                                                         : "_";
    }
    return id + (before == 0 ? "" : "." + std::to_string(before + 1));
  }

  std::string xml_;
  std::vector<std::string> shown_;
};

class Writer {
 public:
  Writer(const Exchange &exchange, const ExchangeLocale &locale) : exchange_(exchange), locale_(locale) {}

  std::string write(const std::vector<XliffMessage> &messages) {
    xml_.open("xliff", {{"xmlns", "urn:oasis:names:tc:xliff:document:1.2"}, {"version", "1.2"}});
    xml_.open("file", {{"original", exchange_.catalog_namespace.empty() ? "messages" : exchange_.catalog_namespace},
                       {"source-language", exchange_.source_locale},
                       {"target-language", locale_.tag},
                       {"datatype", "x-messageformat"},
                       {"xml:space", "preserve"}});
    xml_.open("body");
    for (const XliffMessage &message : messages) {
      message_ = &message;
      write_message();
    }
    xml_.close("body");
    xml_.close("file");
    xml_.close("xliff");
    return xml_.take();
  }

 private:
  void write_message() {
    const ExchangeName &name = *message_->name;
    if (message_->content) {
      write_content(*message_->content, xliff_id(name), name.name, {});
    } else {
      const std::vector<Piece> target = message_->target == nullptr ? std::vector<Piece>{}
                                                                    : text_pieces(message_->target->authored.source);
      write_unit(xliff_id(name), name.name, message_->mf2 ? source_types.mf2 : source_types.mf1,
                 text_pieces(message_->source->authored.source), target, true);
    }
  }

  void write_content(const Content &content, const std::string &id, const std::string &way,
                     const XliffMessage::Path &path) {
    if (content.is_flat()) {
      write_unit(id, way, "", message_->source_pieces(path), content.pieces, path.empty());
      return;
    }
    const std::string inner_way = way + "|" + write_switch(content) +
                                  (content.offset.empty() ? "" : " offset:" + content.offset);
    xml_.open("group", {{"id", id}, {"restype", switch_type}, {"resname", inner_way}});
    if (path.empty()) {
      write_exported();
      write_note();
    }
    size_t number = 0;
    for (const ContentBranch &branch : content.branches) {
      XliffMessage::Path inner = path;
      inner.emplace_back(content.argument, branch.key);
      write_content(branch.content, id + "." + std::to_string(++number),
                    inner_way + "|" + write_case(content, branch.key), inner);
    }
    xml_.close("group");
  }

  void write_unit(const std::string &id, const std::string &way, const std::string &type,
                  const std::vector<Piece> &source, const std::vector<Piece> &target, bool whole) {
    xml_.open("trans-unit", {{"id", id}, {"resname", way}, {"restype", type}});
    xml_.element("source", {}, InlineWriter().write(source));
    if (message_->target != nullptr) {
      xml_.element("target", {{"state", "translated"}}, InlineWriter().write(target));
    }
    if (whole) {
      write_exported();
      write_note();
    }
    xml_.close("trans-unit");
  }

  void write_exported() {
    if (message_->target != nullptr) {
      xml_.open("context-group", {{"purpose", "x-codeglot"}});
      xml_.element("context", {{"context-type", exported_type}}, xml_text(write_authored(message_->target->authored)));
      xml_.close("context-group");
    }
  }

  void write_note() {
    if (const std::string note = full_note(*message_->name); !note.empty()) {
      xml_.element("note", {{"from", "developer"}}, xml_text(note));
    }
  }

  const Exchange &exchange_;
  const ExchangeLocale &locale_;
  const XliffMessage *message_ = nullptr;
  XmlWriter xml_;
};

class Reader {
 public:
  Reader(const XmlFile &xml, const IncomingFile &file, Diagnostics &diagnostics)
      : xml_(xml), file_(file), diagnostics_(diagnostics) {}

  std::vector<Incoming> read() {
    for (const pugi::xml_node file : xml_.root().children()) {
      if (local_name(file) == "file") {
        locale_ = settle_locale(file_, file.attribute("target-language").value(), XmlFile::byte(file), diagnostics_);
        if (!locale_.empty()) {
          walk(local_child(file, "body"));
        }
      }
    }
    return std::move(incoming_);
  }

 private:
  static bool is_switch(pugi::xml_node node) {
    return local_name(node) == "group" && std::string_view(node.attribute("restype").value()) == switch_type;
  }

  void walk(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      if (local_name(node) == "trans-unit" || is_switch(node)) {
        read_message(node);
      } else if (local_name(node) == "group") {
        walk(node);
      }
    }
  }

  void read_message(pugi::xml_node node) {
    Incoming message;
    message.locale = locale_;
    const std::string way = node.attribute("resname").value();
    message.name = way.substr(0, way.find('|'));
    message.byte = XmlFile::byte(node);
    if (message.name.empty()) {
      xml_.error(node, "this has no \"resname\", which says what message it is");
      return;
    }
    translated_ = true;
    std::optional<Content> content = read_node(node);
    if (!content) {
      return;
    }
    message.translated = translated_;
    take_content(message, std::move(*content), node.attribute("restype").value(), source_types);
    for (const pugi::xml_node group : node.children()) {
      for (const pugi::xml_node context : group.children()) {
        if (std::string_view(context.attribute("context-type").value()) == exported_type) {
          message.exported = read_authored(context.text().get());
        }
      }
    }
    incoming_.push_back(std::move(message));
  }

  std::optional<Content> read_node(pugi::xml_node node) { return is_switch(node) ? read_group(node) : read_unit(node); }

  std::optional<Content> read_group(pugi::xml_node group) {
    const std::string way = group.attribute("resname").value();
    const std::string last = way.substr(way.rfind('|') + 1);
    const size_t offset = last.find(" offset:");
    std::optional<Content> content = read_switch(last.substr(0, offset));
    if (content && offset != std::string::npos) {
      content->offset = last.substr(offset + 8);
    }
    if (!content || (offset != std::string::npos && !is_word(content->offset))) {
      xml_.error(group, "\"resname\" must end with what this goes by, as in \"name|plural:max\"");
      return std::nullopt;
    }
    for (const pugi::xml_node child : group.children()) {
      if (local_name(child) != "trans-unit" && local_name(child) != "group") {
        continue;
      }
      const std::string inner = child.attribute("resname").value();
      const bool below = inner.size() > way.size() + 1 && inner.starts_with(way + "|");
      std::string key = below ? inner.substr(way.size() + 1) : "";
      key = read_case(*content, key.substr(0, key.find('|')));
      if (!is_word(key)) {
        xml_.error(child, "\"resname\" must be \"" + way + "\", a '|', and which branch this is, such as one or other");
        return std::nullopt;
      }
      std::optional<Content> branch = read_node(child);
      if (!branch) {
        return std::nullopt;
      }
      content->branches.push_back({key, std::move(*branch)});
    }
    return content;
  }

  std::optional<Content> read_unit(pugi::xml_node unit) {
    Content content;
    const pugi::xml_node target = local_child(unit, "target");
    const std::string_view state = target.attribute("state").value();
    if (!read_inline(target, content.pieces)) {
      return std::nullopt;
    }
    translated_ = translated_ && !content.pieces.empty() && state != "new" && state != "needs-translation";
    return content;
  }

  bool read_inline(pugi::xml_node parent, std::vector<Piece> &pieces) const {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view kind = local_name(node);
      const std::string_view type = node.attribute("ctype").value();
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        append_text(pieces, node.value());
      } else if (kind == "x" && type.starts_with(character_type)) {
        const std::string hex(type.substr(character_type.size()));
        const unsigned long code_point = std::strtoul(hex.c_str(), nullptr, 16);
        append_text(pieces,
                    to_utf8(code_point < 0xD800 || (code_point & ~1UL) == 0xFFFE ? static_cast<uint32_t>(code_point)
                                                                                 : 0xFFFDU));
      } else if (kind == "ph") {
        const std::optional<Piece> piece = read_placeholder(node.text().get());
        if (!piece) {
          xml_.error(node,
                     "\"" + std::string(node.text().get()) + "\" is no placeholder of MessageFormat 1, such as {max}");
          return false;
        }
        pieces.push_back(*piece);
      } else if (kind == "mrk" || kind == "g") {
        if (!read_inline(node, pieces)) {
          return false;
        }
      } else if (node.type() == pugi::node_element) {
        xml_.error(node, "<" + std::string(kind) + "> is no part of a message: expected text, <ph> or <mrk>");
        return false;
      }
    }
    return true;
  }

  const XmlFile &xml_;
  const IncomingFile &file_;
  Diagnostics &diagnostics_;
  std::string locale_;
  bool translated_ = true;
  std::vector<Incoming> incoming_;
};

}  // namespace

ExportedFiles write_xliff1(const Exchange &exchange, const std::vector<std::string> &locales) {
  return write_xliff(exchange, locales, [&](const ExchangeLocale &locale, const std::vector<XliffMessage> &messages) {
    return Writer(exchange, locale).write(messages);
  });
}

std::vector<Incoming> read_xliff1(const Exchange &, const IncomingFile &file, Diagnostics &diagnostics) {
  const std::unique_ptr<XmlFile> xml = parse_xliff(file, '1', diagnostics);
  return xml ? Reader(*xml, file, diagnostics).read() : std::vector<Incoming>{};
}

}  // namespace codeglot
