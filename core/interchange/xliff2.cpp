// XLIFF 2.1. A message is a unit; with branches, a group that says in codeglot:switch what it goes by ("plural:max"), of
// units that say in codeglot:case which branch they are ("one", "0" for an exact value): the words of the Plural, Gender
// and Select module of XLIFF 2.2, as attributes of a namespace of our own, which 2.1 allows. Placeholders are <ph>, whose
// original data is their MessageFormat source. What was exported is metadata (mda).
#include <algorithm>

#include "core/interchange/authored_text.h"
#include "core/interchange/xliff.h"

namespace codeglot {
namespace {

constexpr XliffSourceTypes source_types{"codeglot:mf1", "codeglot:mf2"};

std::string inline_text(const std::string &text) {
  static const char *const digits = "0123456789ABCDEF";
  std::string xml;
  for_xml_runs(
      text, [&](const std::string &run) { xml += xml_text(run); },
      [&](uint32_t code_point) {
        std::string hex;
        for (int shift = 12; shift >= 0; shift -= 4) {
          hex += digits[(code_point >> shift) & 0xF];
        }
        xml += "<cp hex=\"" + hex + "\"/>";
      });
  return xml;
}

/// The placeholders of a unit: a source's and its target's have the same ids.
class UnitPlaceholders {
 public:
  std::string write(const std::vector<Piece> &pieces) {
    std::string xml;
    std::vector<bool> taken(shown_.size());
    for (const Piece &piece : pieces) {
      if (piece.kind == Piece::Kind::text) {
        xml += inline_text(piece.text);
        continue;
      }
      size_t id = 0;
      while (id < taken.size() && (taken[id] || shown_[id] != piece.text)) {
        ++id;
      }
      if (id == shown_.size()) {
        shown_.push_back(piece.text);
        taken.push_back(false);
      }
      taken[id] = true;
      const std::string name = "{" + piece.argument + "}";
      xml += "<ph id=\"" + std::to_string(id + 1) + "\" dataRef=\"d" + std::to_string(data_of(piece.text)) +
             "\" disp=\"" + xml_attribute(name) + "\" equiv=\"" + xml_attribute(name) + "\"/>";
    }
    return xml;
  }
  const std::vector<std::string> &data() const { return data_; }

 private:
  size_t data_of(const std::string &text) {
    const auto found = std::find(data_.begin(), data_.end(), text);
    const auto index = static_cast<size_t>(found - data_.begin());
    if (found == data_.end()) {
      data_.push_back(text);
    }
    return index + 1;
  }

  std::vector<std::string> shown_;
  std::vector<std::string> data_;
};

class Writer {
 public:
  Writer(const Exchange &exchange, const ExchangeLocale &locale) : exchange_(exchange), locale_(locale) {}

  std::string write(const std::vector<XliffMessage> &messages) {
    xml_.open("xliff", {{"xmlns", "urn:oasis:names:tc:xliff:document:2.0"},
                        {"xmlns:mda", "urn:oasis:names:tc:xliff:metadata:2.0"},
                        {"xmlns:codeglot", "urn:codeglot:interchange:1"},
                        {"version", "2.1"},
                        {"srcLang", exchange_.source_locale},
                        {"trgLang", locale_.tag}});
    xml_.open("file", {{"id", "messages"}, {"original", exchange_.catalog_namespace}, {"xml:space", "preserve"}});
    for (const XliffMessage &message : messages) {
      message_ = &message;
      write_message();
    }
    xml_.close("file");
    xml_.close("xliff");
    return xml_.take();
  }

 private:
  void write_message() {
    const std::string id = xliff_id(*message_->name);
    if (message_->content) {
      write_content(*message_->content, id, "", {});
    } else {
      const std::vector<Piece> target = message_->target == nullptr ? std::vector<Piece>{}
                                                                    : text_pieces(message_->target->authored.source);
      write_unit({id, "", message_->mf2 ? source_types.mf2 : source_types.mf1},
                 text_pieces(message_->source->authored.source), target);
    }
  }

  struct UnitAttributes {
    std::string id;
    std::string key;
    std::string type;
  };

  void write_content(const Content &content, const std::string &id, const std::string &key,
                     const XliffMessage::Path &path) {
    if (content.is_flat()) {
      write_unit({id, key, ""}, message_->source_pieces(path), content.pieces);
      return;
    }
    xml_.open("group", {{"id", id},
                        {"name", path.empty() ? message_->name->name : ""},
                        {"codeglot:switch", write_switch(content)},
                        {"codeglot:offset", content.offset},
                        {"codeglot:case", key}});
    if (path.empty()) {
      write_head();
    }
    size_t number = 0;
    for (const ContentBranch &branch : content.branches) {
      XliffMessage::Path inner = path;
      inner.emplace_back(content.argument, branch.key);
      write_content(branch.content, id + "." + std::to_string(++number), write_case(content, branch.key), inner);
    }
    xml_.close("group");
  }

  void write_unit(const UnitAttributes &attributes, const std::vector<Piece> &source,
                  const std::vector<Piece> &target) {
    const bool whole = attributes.key.empty();
    UnitPlaceholders placeholders;
    const std::string source_xml = placeholders.write(source);
    const std::string target_xml = message_->target == nullptr ? "" : placeholders.write(target);
    xml_.open("unit", {{"id", attributes.id},
                       {"name", whole ? message_->name->name : ""},
                       {"type", attributes.type},
                       {"codeglot:case", attributes.key}});
    if (whole) {
      write_head();
    }
    if (!placeholders.data().empty()) {
      xml_.open("originalData");
      size_t number = 0;
      for (const std::string &data : placeholders.data()) {
        xml_.element("data", {{"id", "d" + std::to_string(++number)}}, inline_text(data));
      }
      xml_.close("originalData");
    }
    xml_.open("segment", {{"state", message_->target == nullptr ? "" : "translated"}});
    xml_.element("source", {}, source_xml);
    if (message_->target != nullptr) {
      xml_.element("target", {}, target_xml);
    }
    xml_.close("segment");
    xml_.close("unit");
  }

  /// What is said of a message once: what was exported, and notes.
  void write_head() {
    const ExchangeName &name = *message_->name;
    if (message_->target != nullptr) {
      xml_.open("mda:metadata");
      xml_.open("mda:metaGroup", {{"category", "codeglot"}});
      xml_.element("mda:meta", {{"type", "exported"}}, xml_text(write_authored(message_->target->authored)));
      xml_.close("mda:metaGroup");
      xml_.close("mda:metadata");
    }
    if (!name.code && name.note.empty() && name.arguments.empty()) {
      return;
    }
    xml_.open("notes");
    if (!name.note.empty()) {
      xml_.element("note", {{"category", "description"}}, xml_text(name.note));
    }
    for (const ExchangeArgument &argument : name.arguments) {
      xml_.element("note", {{"category", "argument"}}, xml_text(argument_note(argument)));
    }
    if (name.code) {
      xml_.element("note", {{"category", "code"}}, std::to_string(*name.code));
    }
    xml_.close("notes");
  }

  const Exchange &exchange_;
  const ExchangeLocale &locale_;
  const XliffMessage *message_ = nullptr;
  XmlWriter xml_;
};

class Reader {
 public:
  Reader(const XmlFile &xml, std::string locale) : xml_(xml), locale_(std::move(locale)) {}

  std::vector<Incoming> read() {
    walk(xml_.root());
    return std::move(incoming_);
  }

 private:
  /// Messages anywhere in files and groups.
  void walk(pugi::xml_node parent) {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view kind = local_name(node);
      const bool branching = kind == "group" && local_attribute(node, "switch");
      if (kind == "unit" || branching) {
        read_message(node);
      } else if (kind == "file" || kind == "group") {
        walk(node);
      }
    }
  }

  void read_message(pugi::xml_node node) {
    Incoming message;
    message.locale = locale_;
    message.name = node.attribute("name").value();
    message.byte = XmlFile::byte(node);
    if (message.name.empty()) {
      xml_.error(node, "this has no \"name\", which says what message it is");
      return;
    }
    translated_ = true;
    std::optional<Content> content = read_node(node);
    if (!content) {
      return;
    }
    message.translated = translated_;
    take_content(message, std::move(*content), node.attribute("type").value(), source_types);
    message.exported = read_exported(node);
    incoming_.push_back(std::move(message));
  }

  static std::optional<AuthoredText> read_exported(pugi::xml_node node) {
    for (const pugi::xml_node group : local_child(node, "metadata").children()) {
      for (const pugi::xml_node meta : group.children()) {
        if (std::string_view(group.attribute("category").value()) == "codeglot" &&
            std::string_view(meta.attribute("type").value()) == "exported") {
          return read_authored(meta.text().get());
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Content> read_node(pugi::xml_node node) {
    return local_name(node) == "group" ? read_group(node) : read_unit(node);
  }

  std::optional<Content> read_group(pugi::xml_node group) {
    std::optional<Content> content = read_switch(local_attribute(group, "switch").value());
    if (!content) {
      xml_.error(group,
                 "codeglot:switch must be plural, ordinal or select, a colon, and an argument, as in plural:max");
      return std::nullopt;
    }
    content->offset = local_attribute(group, "offset").value();
    if (!content->offset.empty() && !is_word(content->offset)) {
      xml_.error(group, "codeglot:offset must be a number");
      return std::nullopt;
    }
    for (const pugi::xml_node child : group.children()) {
      if (local_name(child) != "unit" && local_name(child) != "group") {
        continue;
      }
      const std::string key = read_case(*content, local_attribute(child, "case").value());
      if (!is_word(key)) {
        xml_.error(child, "this branch of " + write_switch(*content) + " needs a codeglot:case, such as one or other");
        return std::nullopt;
      }
      std::optional<Content> inner = read_node(child);
      if (!inner) {
        return std::nullopt;
      }
      content->branches.push_back({key, std::move(*inner)});
    }
    return content;
  }

  std::optional<Content> read_unit(pugi::xml_node unit) {
    Content content;
    for (const pugi::xml_node part : unit.children()) {
      const bool segment = local_name(part) == "segment";
      if (!segment && local_name(part) != "ignorable") {
        continue;
      }
      pugi::xml_node text = local_child(part, "target");
      if (segment && std::string_view(part.attribute("state").value()) == "initial") {
        translated_ = false;
      }
      if (text.attribute("order")) {
        xml_.error(text, "targets in another order than their sources are not read: join the segments");
        return std::nullopt;
      }
      text = !text && !segment ? local_child(part, "source") : text;
      if (!read_inline(text, unit, content.pieces)) {
        return std::nullopt;
      }
      translated_ = translated_ && (!segment || text.first_child());
    }
    translated_ = translated_ && !content.pieces.empty();
    return content;
  }

  bool read_inline(pugi::xml_node parent, pugi::xml_node unit, std::vector<Piece> &pieces) const {
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view kind = local_name(node);
      if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        append_text(pieces, node.value());
      } else if (kind == "cp") {
        const unsigned long code_point = std::strtoul(node.attribute("hex").value(), nullptr, 16);
        if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) {
          xml_.error(node, "this <cp> is no code point");
          return false;
        }
        append_text(pieces, to_utf8(static_cast<uint32_t>(code_point)));
      } else if (kind == "ph") {
        const std::optional<Piece> piece = read_placeholder(node, unit);
        if (!piece) {
          return false;
        }
        pieces.push_back(*piece);
      } else if (kind == "mrk") {
        if (!read_inline(node, unit, pieces)) {
          return false;
        }
      } else if (node.type() == pugi::node_element && kind != "sm" && kind != "em") {
        xml_.error(node, "<" + std::string(kind) + "> is no part of a message: expected text, <ph>, <cp> or <mrk>");
        return false;
      }
    }
    return true;
  }

  std::optional<Piece> read_placeholder(pugi::xml_node ph, pugi::xml_node unit) const {
    const std::string_view reference = ph.attribute("dataRef").value();
    for (const pugi::xml_node data : local_child(unit, "originalData").children()) {
      if (!reference.empty() && reference == data.attribute("id").value()) {
        std::vector<Piece> text;
        if (!read_inline(data, unit, text) || text.empty()) {
          return std::nullopt;
        }
        const std::optional<Piece> piece = codeglot::read_placeholder(text[0].text);
        if (!piece) {
          xml_.error(data, "\"" + text[0].text + "\" is no placeholder of MessageFormat 1, such as {max}");
        }
        return piece;
      }
    }
    xml_.error(ph, "this <ph> has no original data, which says what placeholder it is");
    return std::nullopt;
  }

  const XmlFile &xml_;
  std::string locale_;
  bool translated_ = true;
  std::vector<Incoming> incoming_;
};

}  // namespace

ExportedFiles write_xliff2(const Exchange &exchange, const std::vector<std::string> &locales) {
  return write_xliff(exchange, locales, [&](const ExchangeLocale &locale, const std::vector<XliffMessage> &messages) {
    return Writer(exchange, locale).write(messages);
  });
}

std::vector<Incoming> read_xliff2(const Exchange &, const IncomingFile &file, Diagnostics &diagnostics) {
  const std::unique_ptr<XmlFile> xml = parse_xliff(file, '2', diagnostics);
  if (!xml) {
    return {};
  }
  const std::string locale = settle_locale(file, xml->root().attribute("trgLang").value(), XmlFile::byte(xml->root()),
                                           diagnostics);
  return locale.empty() ? std::vector<Incoming>{} : Reader(*xml, locale).read();
}

}  // namespace codeglot
