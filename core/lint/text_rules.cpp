// What any text can have wrong: spaces at its ends, bidirectional controls without their end, HTML, normalization.
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/lint/message_rules.h"

namespace codeglot {
namespace {

bool is_space(char32_t point) {
  return u_isUWhiteSpace(static_cast<UChar32>(point)) || point == 0x200B || point == 0xFEFF;
}

/// Bytes of spaces that a text begins with, or ends with.
size_t spaces_at_start(std::string_view text) {
  size_t spaces = text.size();
  visit_code_points(text, [&](char32_t point, size_t byte) {
    if (!is_space(point)) {
      spaces = std::min(spaces, byte);
    }
  });
  return spaces;
}

size_t spaces_at_end(std::string_view text) {
  const auto size = static_cast<int32_t>(text.size());
  int32_t end = size;
  while (end > 0) {
    int32_t before = end;
    UChar32 point = 0;
    U8_PREV_OR_FFFD(text.data(), 0, before, point);
    if (!is_space(static_cast<char32_t>(point))) {
      break;
    }
    end = before;
  }
  return static_cast<size_t>(size - end);
}

std::string control_name(char32_t point) {
  switch (point) {
    case 0x202A:
      return "LRE (U+202A)";
    case 0x202B:
      return "RLE (U+202B)";
    case 0x202C:
      return "PDF (U+202C)";
    case 0x202D:
      return "LRO (U+202D)";
    case 0x202E:
      return "RLO (U+202E)";
    case 0x2066:
      return "LRI (U+2066)";
    case 0x2067:
      return "RLI (U+2067)";
    case 0x2068:
      return "FSI (U+2068)";
    default:
      return "PDI (U+2069)";
  }
}

bool opens_embedding(char32_t point) {
  return point == 0x202A || point == 0x202B || point == 0x202D || point == 0x202E;
}
bool opens_isolate(char32_t point) { return point >= 0x2066 && point <= 0x2068; }

struct Imbalance {
  size_t byte;  // Of the text.
  std::string sentence;
};

/// The first bidirectional control of a text that has no partner.
std::optional<Imbalance> imbalance(std::string_view text) {
  std::vector<std::pair<char32_t, size_t>> open;
  std::optional<Imbalance> found;
  const auto report = [&](char32_t point, size_t byte, const std::string &what) {
    if (!found) {
      found = {byte, control_name(point) + what};
    }
  };
  const auto never_closed = [&](const std::pair<char32_t, size_t> &control) {
    report(control.first, control.second,
           std::string(" is never closed: write ") + (opens_isolate(control.first) ? "PDI (U+2069)" : "PDF (U+202C)") +
               " where what it holds ends");
  };
  visit_code_points(text, [&](char32_t point, size_t byte) {
    if (opens_embedding(point) || opens_isolate(point)) {
      open.emplace_back(point, byte);
    } else if (point == 0x202C) {
      if (open.empty() || opens_isolate(open.back().first)) {
        report(point, byte, " closes nothing: remove it, or write what opens before it");
      } else {
        open.pop_back();
      }
    } else if (point == 0x2069) {
      const bool isolated = std::any_of(open.begin(), open.end(),
                                        [](const auto &control) { return opens_isolate(control.first); });
      if (!isolated) {
        report(point, byte, " closes nothing: remove it, or write what opens before it");
        return;
      }
      while (!opens_isolate(open.back().first)) {
        never_closed(open.back());
        open.pop_back();
      }
      open.pop_back();
    }
  });
  if (!open.empty()) {
    never_closed(open.front());
  }
  return found;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// The HTML that begins at a '<' or '&': "<br>", "&nbsp;"; empty if it is none.
std::string_view html_at(std::string_view text, size_t at) {
  size_t next = at + 1;
  if (text[at] == '<') {
    if (text.substr(at, 4) == "<!--") {
      return text.substr(at, 4);
    }
    next += next < text.size() && text[next] == '/' ? 1 : 0;
    const size_t name = next;
    while (next < text.size() && (is_ascii_letter(text[next]) || is_ascii_digit(text[next]))) {
      ++next;
    }
    const size_t end = text.find_first_of("<>", next);
    const bool tag = name < text.size() && is_ascii_letter(text[name]) && end != std::string_view::npos &&
                     text[end] == '>' && (text[next] == '>' || text[next] == '/' || text[next] == ' ');
    return tag ? text.substr(at, end + 1 - at) : std::string_view();
  }
  const bool number = next < text.size() && text[next] == '#';
  next += number ? 1 : 0;
  const size_t name = next;
  while (next < text.size() && (is_ascii_letter(text[next]) || is_ascii_digit(text[next]))) {
    ++next;
  }
  const size_t length = next - name;
  const bool named = length >= (number ? 1 : 2) && length <= 31 && next < text.size() && text[next] == ';' &&
                     (number || is_ascii_letter(text[name]));
  return named ? text.substr(at, next + 1 - at) : std::string_view();
}

std::string tag_name(std::string_view html) {
  const size_t from = html.find_first_not_of("</");
  const size_t to = html.find_first_of(" />", from);
  std::string name(html.substr(from, to - from));
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(tolower(c)); });
  return name;
}

}  // namespace

void check_outer_space(const MessageView &view) {
  struct Edge {
    size_t from;  // Of the node's text.
    size_t to;
    bool always;  // In each variant that has it, the node is at this end.
  };
  std::map<std::pair<const Node *, bool>, Edge> edges;
  for (const Variant &variant : view.all_variants) {
    if (variant.nodes.empty() || spaces_at_start(variant.text) == variant.text.size()) {
      continue;
    }
    const Node &first = *variant.nodes.front();
    const Node &last = *variant.nodes.back();
    if (const size_t spaces = spaces_at_start(first.text); first.kind == Node::Kind::text && spaces > 0) {
      edges.try_emplace({&first, true}, Edge{0, spaces, true});
    }
    if (const size_t spaces = spaces_at_end(last.text); last.kind == Node::Kind::text && spaces > 0) {
      edges.try_emplace({&last, false}, Edge{last.text.size() - spaces, last.text.size(), true});
    }
  }
  if (edges.empty()) {
    return;
  }
  for (const Variant &variant : view.all_variants) {
    for (auto &[key, edge] : edges) {
      const bool inside = std::find(variant.nodes.begin(), variant.nodes.end(), key.first) != variant.nodes.end();
      const Node *at_edge = variant.nodes.empty() ? nullptr : key.second ? variant.nodes.front() : variant.nodes.back();
      edge.always = edge.always && (!inside || at_edge == key.first);
    }
  }
  for (const auto &[key, edge] : edges) {
    const Node &node = *key.first;
    std::vector<TextEdit> edits;
    if (edge.always && view.is_literal(node) && view.all_variants.size() < variants_most) {
      edits.push_back({node.from_byte + edge.from, node.from_byte + edge.to, ""});
    }
    view.report(Rule::outer_space, view.byte_of(node, edge.from),
                std::string("the text ") + (key.second ? "begins" : "ends") +
                    " with a space: remove it, and let who shows the text add room around it",
                std::move(edits));
  }
}

void check_bidi(const MessageView &view) {
  std::set<size_t> reported;
  for (const Variant &variant : view.all_variants) {
    const std::optional<Imbalance> found = imbalance(variant.text);
    if (!found) {
      continue;
    }
    const Variant::Spot spot = variant.at(found->byte);
    const size_t byte = spot.node == nullptr ? 0 : view.byte_of(*spot.node, spot.byte);
    if (reported.insert(byte).second) {
      view.report(Rule::bidi_unbalanced, byte,
                  found->sentence + (view.all_variants.size() > 1 ? " (in a variant of the message)" : ""));
    }
  }
}

void check_html(const MessageView &view, const std::set<std::string> &allowed_tags) {
  if (view.tree.source.find_first_of("<&") == std::string::npos) {
    return;
  }
  std::set<size_t> reported;
  for (const Variant &variant : view.all_variants) {
    const std::string &text = variant.text;
    for (size_t at = text.find_first_of("<&"); at != std::string::npos; at = text.find_first_of("<&", at + 1)) {
      const std::string_view html = html_at(text, at);
      if (html.empty() || (html[0] == '<' && html[1] != '!' && allowed_tags.contains(tag_name(html)))) {
        continue;
      }
      const Variant::Spot spot = variant.at(at);
      const size_t byte = spot.node == nullptr ? 0 : view.byte_of(*spot.node, spot.byte);
      if (reported.insert(byte).second) {
        view.report(Rule::html, byte,
                    "\"" + std::string(html) + "\" is HTML, but a message is plain text: " +
                        (html[0] == '&' ? "write the character itself" : "leave it out, or allow it in check.json"));
      }
    }
  }
}

void check_normalization(const MessageView &view) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  const std::string &source = view.tree.source;
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(source, status)) {
    return;
  }
  std::vector<TextEdit> edits;
  const auto normalize = [&](size_t from, size_t to) {
    const icu::StringPiece segment(source.data() + from, static_cast<int32_t>(to - from));
    if (!nfc->isNormalizedUTF8(segment, status)) {
      std::string text;
      icu::StringByteSink<std::string> sink(&text);
      nfc->normalizeUTF8(0, segment, sink, nullptr, status);
      edits.push_back({from, to, text});
    }
  };
  size_t from = 0;
  visit_code_points(source, [&](char32_t point, size_t byte) {
    if (byte > from && nfc->hasBoundaryBefore(static_cast<UChar32>(point))) {
      normalize(from, byte);
      from = byte;
    }
  });
  normalize(from, source.size());
  if (!edits.empty() && U_SUCCESS(status)) {
    const size_t byte = edits.front().from_byte;
    view.report(Rule::not_nfc, byte,
                "characters here are not in normalization form C: write each letter with its marks as one character, "
                "where there is one",
                std::move(edits));
  }
}

}  // namespace codeglot
