// See xml_file.h.
#include "core/interchange/xml_file.h"

#include <algorithm>
#include <charconv>

#include "core/pack/utf8.h"

namespace codeglot {
namespace {

constexpr int depth_most = 100;

/// The code point that "#65" or "#x41" is, or 0.
uint32_t reference(std::string_view digits) {
  const bool hex = digits.size() > 1 && digits[1] == 'x';
  const char *const from = digits.data() + (hex ? 2 : 1);
  const char *const to = digits.data() + digits.size();
  uint32_t value = 0;
  const auto [end, status] = std::from_chars(from, to, value, hex ? 16 : 10);
  return status == std::errc() && end == to ? value : 0;
}

bool is_entity(std::string_view name) {
  if (name.starts_with("#")) {
    return is_xml_character(reference(name));
  }
  return name == "lt" || name == "gt" || name == "amp" || name == "apos" || name == "quot";
}

/// The end of a section that begins here and is no text, or `at`.
size_t skip_section(const std::string &text, size_t at) {
  for (const auto &[open, close] : {std::pair("<!--", "-->"), std::pair("<![CDATA[", "]]>"), std::pair("<?", "?>")}) {
    const std::string_view opening(open);
    if (text.compare(at, opening.size(), opening) == 0) {
      const size_t end = text.find(close, at + opening.size());
      return end == std::string::npos ? text.size() : end + std::string_view(close).size();
    }
  }
  return at;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

/// The encoding that an XML declaration names, in lower case.
std::string declared_encoding(const std::string &text) {
  if (!text.starts_with("<?xml")) {
    return "";
  }
  const std::string declaration = text.substr(0, text.find("?>"));
  const size_t name = declaration.find("encoding");
  const size_t open = name == std::string::npos ? name : declaration.find_first_of("\"'", name);
  const size_t close = open == std::string::npos ? open : declaration.find(declaration[open], open + 1);
  return close == std::string::npos ? "" : lower(declaration.substr(open + 1, close - open - 1));
}

}  // namespace

bool is_xml_character(uint32_t code_point) {
  return code_point == 0x9 || code_point == 0xA || code_point == 0xD || (code_point >= 0x20 && code_point < 0xD800) ||
         (code_point >= 0xE000 && code_point < 0xFFFE) || (code_point >= 0x10000 && code_point < 0x110000);
}

std::pair<uint32_t, size_t> code_point_at(const std::string &utf8, size_t byte) {
  const auto at = [&](size_t index) { return static_cast<uint8_t>(utf8[byte + index]); };
  const size_t bytes = at(0) < 0x80 ? 1 : at(0) < 0xE0 ? 2 : at(0) < 0xF0 ? 3 : 4;
  if (byte + bytes > utf8.size() ||
      utf8_valid_bytes(reinterpret_cast<const uint8_t *>(utf8.data()) + byte, bytes) != bytes) {
    return {0xFFFD, 1};
  }
  uint32_t value = bytes == 1 ? at(0) : at(0) & (0xFFu >> (bytes + 1));
  for (size_t index = 1; index < bytes; ++index) {
    value = value << 6 | (at(index) & 0x3Fu);
  }
  return {value, bytes};
}

std::string to_utf8(uint32_t code_point) {
  const auto tail = [code_point](int shift) { return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) {
    return {static_cast<char>(code_point)};
  }
  if (code_point < 0x800) {
    return {static_cast<char>(0xC0 | code_point >> 6), tail(0)};
  }
  if (code_point < 0x10000) {
    return {static_cast<char>(0xE0 | code_point >> 12), tail(6), tail(0)};
  }
  return {static_cast<char>(0xF0 | code_point >> 18), tail(12), tail(6), tail(0)};
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_attribute local_attribute(pugi::xml_node node, std::string_view name) {
  return node.find_attribute([&](pugi::xml_attribute attribute) {
    const std::string_view full = attribute.name();
    return full.ends_with(name) && (full.size() == name.size() || full[full.size() - name.size() - 1] == ':');
  });
}

pugi::xml_node local_child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element && local_name(child) == name) {
      return child;
    }
  }
  return {};
}

std::unique_ptr<XmlFile> XmlFile::parse(const IncomingFile &file, std::string_view root_name,
                                        Diagnostics &diagnostics) {
  std::unique_ptr<XmlFile> xml(new XmlFile(file, diagnostics));
  if (!xml->check_text()) {
    return nullptr;
  }
  const unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_doctype;
  const pugi::xml_parse_result result = xml->document_.load_buffer(file.text.data(), file.text.size(), flags,
                                                                   pugi::encoding_utf8);
  if (!result) {
    const auto byte = static_cast<size_t>(std::max<ptrdiff_t>(result.offset, 0));
    diagnostics.error(file.position(std::min(byte, file.text.size())),
                      std::string("not well-formed XML: ") + result.description());
    return nullptr;
  }
  return xml->check_tree(root_name) ? std::move(xml) : nullptr;
}

void XmlFile::error(pugi::xml_node node, const std::string &message) const {
  diagnostics_.error(file_.position(byte(node)), message);
}

size_t XmlFile::byte(pugi::xml_node node) {
  const ptrdiff_t offset = node.offset_debug();
  return offset > 0 ? static_cast<size_t>(offset) - (node.type() == pugi::node_element ? 1 : 0) : 0;
}

bool XmlFile::check_text() const {
  const std::string &text = file_.text;
  const auto fail = [&](size_t byte, const std::string &message) {
    diagnostics_.error(file_.position(byte), message);
    return false;
  };
  const std::string encoding = declared_encoding(text);
  if (!encoding.empty() && encoding != "utf-8" && encoding != "utf-16" && encoding != "us-ascii") {
    return fail(0, "the file is in " + encoding + ": save it as UTF-8");
  }
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '<') {
      const size_t end = skip_section(text, at);
      at = end == at ? at + 1 : end;
      continue;
    }
    if (text[at] == '&') {
      const std::string_view name = std::string_view(text).substr(at + 1, text.substr(at, 16).find(';') - 1);
      if (text.substr(at, 16).find(';') == std::string::npos || !is_entity(name)) {
        return fail(
            at, "\"&\" begins no character of XML here: write &amp; for the sign itself, &#x2026; for a code point");
      }
    }
    const auto [code_point, bytes] = code_point_at(text, at);
    if (!is_xml_character(code_point)) {
      return fail(at, "XML has no character " + std::to_string(code_point) + ": remove it");
    }
    at += bytes;
  }
  return true;
}

bool XmlFile::check_tree(std::string_view root_name) {
  struct Walker : pugi::xml_tree_walker {
    pugi::xml_node doctype;
    pugi::xml_node deep;
    pugi::xml_node twice;
    bool for_each(pugi::xml_node &node) override {
      doctype = node.type() == pugi::node_doctype ? node : doctype;
      deep = depth() > depth_most ? node : deep;
      for (pugi::xml_attribute left : node.attributes()) {
        for (pugi::xml_attribute right = left.next_attribute(); right; right = right.next_attribute()) {
          twice = std::string_view(left.name()) == right.name() ? node : twice;
        }
      }
      return !doctype && !deep && !twice;
    }
  } walker;
  document_.traverse(walker);
  if (walker.doctype) {
    const size_t start = file_.text.rfind("<!", byte(walker.doctype));
    diagnostics_.error(file_.position(start == std::string::npos ? 0 : start),
                       "a DOCTYPE is refused, as it could name other files or grow without end: remove it");
    return false;
  }
  if (walker.deep) {
    error(walker.deep, "nested deeper than " + std::to_string(depth_most) + " elements");
    return false;
  }
  if (walker.twice) {
    error(walker.twice, "not well-formed XML: an attribute stands here twice");
    return false;
  }
  for (const pugi::xml_node child : document_.children()) {
    if (child.type() == pugi::node_element && root_) {
      error(child, "not well-formed XML: a second root element");
      return false;
    }
    root_ = child.type() == pugi::node_element ? child : root_;
  }
  if (local_name(root_) != root_name) {
    error(root_,
          "the root element is <" + std::string(local_name(root_)) + ">: expected <" + std::string(root_name) + ">");
    return false;
  }
  return true;
}

std::string xml_text(const std::string &text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const auto [code_point, bytes] = code_point_at(text, at);
    switch (code_point) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '\r':
        result += "&#13;";
        break;
      default:
        result += is_xml_character(code_point) && code_point != 0xFFFD ? text.substr(at, bytes) : "\xEF\xBF\xBD";
    }
    at += bytes;
  }
  return result;
}

std::string xml_attribute(const std::string &text) {
  std::string result;
  for (const char c : xml_text(text)) {
    result += c == '"' ? "&quot;" : c == '\n' ? "&#10;" : c == '\t' ? "&#9;" : std::string(1, c);
  }
  return result;
}

void XmlWriter::begin(const std::string &name, Attributes attributes) {
  text_ += std::string(2 * depth_, ' ') + "<" + name;
  for (const auto &[attribute, value] : attributes) {
    text_ += value.empty() ? "" : std::string(" ") + attribute + "=\"" + xml_attribute(value) + "\"";
  }
}

void XmlWriter::open(const std::string &name, Attributes attributes) {
  begin(name, attributes);
  text_ += ">\n";
  ++depth_;
}

void XmlWriter::close(const std::string &name) {
  --depth_;
  text_ += std::string(2 * depth_, ' ') + "</" + name + ">\n";
}

void XmlWriter::element(const std::string &name, Attributes attributes, const std::string &inside) {
  begin(name, attributes);
  text_ += inside.empty() ? "/>\n" : ">" + inside + "</" + name + ">\n";
}

}  // namespace codeglot
