// XML of other tools, read by pugixml behind checks for what pugixml lets pass, and XML written for them.
#ifndef CODEGLOT_INTERCHANGE_XML_FILE_H
#define CODEGLOT_INTERCHANGE_XML_FILE_H

#include <initializer_list>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "core/interchange/exchange.h"

namespace codeglot {

class XmlFile {
 public:
  /// Reads a file; nothing, with an error, if it is no well-formed XML 1.0, has a DOCTYPE (which could name other files
  /// or expand without end), an entity of its own, is nested too deep, or its root element has another local name.
  static std::unique_ptr<XmlFile> parse(const IncomingFile &file, std::string_view root_name, Diagnostics &diagnostics);

  pugi::xml_node root() const { return root_; }
  void error(pugi::xml_node node, const std::string &message) const;
  static size_t byte(pugi::xml_node node);

 private:
  XmlFile(const IncomingFile &file, Diagnostics &diagnostics) : file_(file), diagnostics_(diagnostics) {}
  bool check_text() const;
  bool check_tree(std::string_view root_name);

  const IncomingFile &file_;
  Diagnostics &diagnostics_;
  pugi::xml_document document_;
  pugi::xml_node root_;
};

/// A name without its namespace's prefix.
std::string_view local_name(pugi::xml_node node);
/// An attribute by its local name, prefix or not.
pugi::xml_attribute local_attribute(pugi::xml_node node, std::string_view name);
/// The first child element of a local name.
pugi::xml_node local_child(pugi::xml_node node, std::string_view name);

/// Calls `text` with each run of UTF-8 that XML can hold, and `other` with each code point that it cannot.
template <typename Text, typename Other>
void for_xml_runs(const std::string &utf8, Text text, Other other);

/// Whether XML 1.0 can hold a code point.
bool is_xml_character(uint32_t code_point);
/// The code point at a byte, and how many bytes it takes. Ill-formed text gives U+FFFD, byte by byte.
std::pair<uint32_t, size_t> code_point_at(const std::string &utf8, size_t byte);
std::string to_utf8(uint32_t code_point);

/// Text with XML's escapes; what XML cannot hold is U+FFFD.
std::string xml_text(const std::string &text);
std::string xml_attribute(const std::string &text);

/// Elements, one a line.
class XmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<const char *, std::string>>;

  XmlWriter() : text_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}
  /// Attributes whose value is empty are left out.
  void open(const std::string &name, Attributes attributes = {});
  void close(const std::string &name);
  /// An element whose inside is XML already.
  void element(const std::string &name, Attributes attributes, const std::string &inside);
  /// A line of its own; the text must not have "--".
  void comment(const std::string &text) { text_ += std::string(2 * depth_, ' ') + "<!-- " + xml_text(text) + " -->\n"; }
  std::string take() { return std::move(text_); }

 private:
  void begin(const std::string &name, Attributes attributes);

  std::string text_;
  size_t depth_ = 0;
};

template <typename Text, typename Other>
void for_xml_runs(const std::string &utf8, Text text, Other other) {
  size_t from = 0;
  for (size_t at = 0; at < utf8.size();) {
    const auto [code_point, bytes] = code_point_at(utf8, at);
    if (!is_xml_character(code_point)) {
      if (at > from) {
        text(utf8.substr(from, at - from));
      }
      other(code_point);
      from = at + bytes;
    }
    at += bytes;
  }
  if (from < utf8.size()) {
    text(utf8.substr(from));
  }
}

}  // namespace codeglot
#endif
