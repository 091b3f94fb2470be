// A message beside that of the source locale: its arguments, its select keys, its words, its length.
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "core/lint/message_rules.h"

namespace codeglot {
namespace {

/// How an argument is printed: "number", "currency", "date", …
using Presentations = std::map<std::string, std::set<std::string>>;

bool has_word(const std::string &text, std::string_view word) { return text.find(word) != std::string::npos; }

std::string presentation_of_format(const Format &format) {
  const std::string &source = format.source;
  if (has_word(source, "currency")) {
    return "currency";
  }
  if (has_word(source, "percent")) {
    return "percent";
  }
  if (has_word(source, "unit")) {
    return "unit";
  }
  for (const char *word : {"spellout", "ordinal", "duration"}) {
    if (has_word(source, word)) {
      return word;
    }
  }
  if (!format.date) {
    return "number";
  }
  const bool time = has_word(source, ", time") || has_word(source, ",time") || has_word(source, ":time");
  return time ? "time" : "date";
}

/// How a node prints its argument; empty if it prints none. `type` is what codes.json declares.
std::string presentation(const Node &node, layout::Type type) {
  switch (node.kind) {
    case Node::Kind::argument:
      return type == layout::Type::number ? "number" : type == layout::Type::date ? "date" : "text";
    case Node::Kind::number:
      return node.style == layout::style_percent ? "percent" : "number";
    case Node::Kind::pound:
      return "number";
    case Node::Kind::formatted:
      return presentation_of_format(*node.format);
    default:
      return "";
  }
}

Presentations presentations(const Message &message, const std::vector<Parameter> &parameters) {
  Presentations result;
  visit_nodes(message.nodes, [&](const Node &node) {
    if (!has_argument(node) || node.text.empty()) {
      return;
    }
    const auto declared = std::find_if(parameters.begin(), parameters.end(),
                                       [&](const Parameter &parameter) { return parameter.name == node.text; });
    std::set<std::string> &kinds = result[node.text];
    const std::string kind = presentation(node, declared == parameters.end() ? layout::Type::any : declared->type);
    if (!kind.empty()) {
      kinds.insert(kind);
    }
  });
  return result;
}

std::map<std::string, std::set<std::string>> select_keys(const Message &message) {
  std::map<std::string, std::set<std::string>> result;
  visit_nodes(message.nodes, [&](const Node &node) {
    if (node.kind == Node::Kind::select) {
      for (const Branch &branch : node.branches) {
        result[node.text].insert(branch.key == "*" ? "other" : branch.key);
      }
    }
  });
  return result;
}

std::string join(const std::vector<std::string> &words) {
  std::string result;
  for (const std::string &word : words) {
    result += (result.empty() ? "" : ", ") + word;
  }
  return result;
}

/// What of the first is not in the second.
std::vector<std::string> lacking(const std::set<std::string> &from, const std::set<std::string> &in) {
  std::vector<std::string> result;
  std::set_difference(from.begin(), from.end(), in.begin(), in.end(), std::back_inserter(result));
  return result;
}

/// Whether a text has a word to translate: one that is neither verbatim nor an identifier.
bool has_words(const Message &message, const std::unordered_set<std::string> &verbatim) {
  bool found = false;
  visit_nodes(message.nodes, [&](const Node &node) {
    if (node.kind != Node::Kind::text || found) {
      return;
    }
    for (const Word &word : latin_words(node.text)) {
      found = found || (!is_identifier_like(word.text) && !verbatim.contains(std::string(word.text)));
    }
    visit_code_points(node.text, [&](char32_t point, size_t) {
      found = found || (u_isalpha(static_cast<UChar32>(point)) &&
                        !uscript_hasScript(static_cast<UChar32>(point), USCRIPT_LATIN));
    });
  });
  return found;
}

/// Columns on a display of fixed pitch: East Asian letters take two, marks and controls none.
size_t columns(std::string_view text) {
  size_t result = 0;
  visit_code_points(text, [&](char32_t point, size_t) {
    const auto character = static_cast<UChar32>(point);
    const bool nothing = (U_GET_GC_MASK(character) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0;
    const int32_t width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    result += nothing ? 0 : width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
  });
  return result;
}

size_t longest(const std::vector<Variant> &all) {
  size_t result = 0;
  for (const Variant &variant : all) {
    result = std::max(result, columns(variant.text));
  }
  return result;
}

}  // namespace

void check_arguments(const MessageView &view) {
  if (view.reference == nullptr) {
    return;
  }
  const Presentations wanted = presentations(*view.reference->tree, view.parameters);
  const Presentations present = presentations(view.tree, view.parameters);
  const std::string &of = view.reference_locale->tag;
  for (const auto &[name, kinds] : wanted) {
    const auto here = present.find(name);
    if (here == present.end()) {
      view.report(Rule::argument_differs, 0,
                  "{" + name + "} does not stand here, but in " + of + ": its value is lost to the reader");
      continue;
    }
    const bool other_kind = !kinds.empty() && !here->second.empty() &&
                            std::none_of(kinds.begin(), kinds.end(),
                                         [&](const std::string &kind) { return here->second.contains(kind); });
    if (other_kind) {
      view.report(Rule::argument_differs, 0,
                  "{" + name + "} is shown as a " + *here->second.begin() + " here, but as a " + *kinds.begin() +
                      " in " + of + ": show the same");
    }
  }
  for (const auto &[name, kinds] : present) {
    if (!wanted.contains(name)) {
      view.report(Rule::argument_differs, 0, "{" + name + "} stands here, but not in " + of + ": say the same in both");
    }
  }
}

void check_select_keys(const MessageView &view) {
  if (view.reference == nullptr) {
    return;
  }
  const auto present = select_keys(view.tree);
  for (const auto &[name, keys] : select_keys(*view.reference->tree)) {
    const auto here = present.find(name);
    if (here == present.end()) {
      view.report(Rule::select_differs, 0,
                  "{" + name + "} selects nothing here, but in " + view.reference_locale->tag + " among " +
                      join({keys.begin(), keys.end()}) + ": write the same select");
      continue;
    }
    const std::vector<std::string> missing = lacking(keys, here->second);
    const std::vector<std::string> surplus = lacking(here->second, keys);
    if (!missing.empty() || !surplus.empty()) {
      view.report(Rule::select_differs, 0,
                  "the select of {" + name + "} " + (missing.empty() ? "" : "lacks " + join(missing)) +
                      (missing.empty() || surplus.empty() ? "" : " and ") +
                      (surplus.empty() ? "" : "has " + join(surplus)) + ", unlike that of " +
                      view.reference_locale->tag + ": keys are values, not words, and stay as they are");
    }
  }
}

void check_same_as_source(const MessageView &view, const std::unordered_set<std::string> &verbatim) {
  const bool same = view.reference != nullptr && view.reference_locale->language != view.locale.language &&
                    view.reference->source == view.tree.source;
  if (same && has_words(view.tree, verbatim)) {
    view.report(Rule::same_as_source, 0,
                "the text is that of " + view.reference_locale->tag + ": translate it, or except it in check.json");
  }
}

void check_length(const MessageView &view, const LengthSettings &settings) {
  if (view.reference == nullptr) {
    return;
  }
  const size_t here = longest(view.all_variants);
  const size_t there = longest(variants(*view.reference->tree));
  const double most = std::floor(static_cast<double>(there) * settings.factor_of(view.locale) +
                                 static_cast<double>(settings.slack));
  if (static_cast<double>(here) > most) {
    view.report(Rule::length, 0,
                "the text takes " + std::to_string(here) + " columns, that of " + view.reference_locale->tag + " " +
                    std::to_string(there) + ", and at most " + std::to_string(static_cast<size_t>(most)) +
                    " are allowed: shorten it, or set the length in check.json");
  }
}

}  // namespace codeglot
