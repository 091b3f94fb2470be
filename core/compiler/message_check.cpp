// See message_check.h.
#include "core/compiler/message_check.h"

#include <algorithm>
#include <set>

#include "core/syntax/mf1_parser.h"
#include "core/compiler/proof.h"

namespace codeglot {
namespace {

std::string join(const std::vector<std::string> &words) {
  std::string result;
  for (const std::string &word : words) {
    result += (result.empty() ? "" : ", ") + word;
  }
  return result;
}

class Checker {
 public:
  Checker(const std::vector<Parameter> &parameters, const LocaleData &locale, CheckedMessage &result)
      : parameters_(parameters), locale_(locale), result_(result) {}

  void nodes(const std::vector<Node> &nodes) {
    for (const Node &node : nodes) {
      if (node.kind != Node::Kind::text && node.kind != Node::Kind::pound) {
        argument(node);
      }
      for (const Branch &branch : node.branches) {
        this->nodes(branch.nodes);
      }
    }
  }

 private:
  void argument(const Node &node) {
    const auto declared = std::find_if(parameters_.begin(), parameters_.end(),
                                       [&](const Parameter &parameter) { return parameter.name == node.text; });
    if (declared == parameters_.end()) {
      std::vector<std::string> names;
      for (const Parameter &parameter : parameters_) {
        names.push_back(parameter.name);
      }
      result_.errors.push_back(
          {node.from_byte, "{" + node.text + "} is not declared in codes.json for this code" +
                               (names.empty() ? ", which has no arguments" : "; it has " + join(names))});
      return;
    }
    const bool as_number = node.kind == Node::Kind::number || node.kind == Node::Kind::plural;
    if (as_number && declared->type == layout::Type::string) {
      result_.errors.push_back({node.from_byte, "{" + node.text + "} is declared a string, but used as a number here"});
    }
    if (node.kind == Node::Kind::select && declared->type == layout::Type::number) {
      result_.errors.push_back({node.from_byte, "{" + node.text + "} is declared a number: use plural, not select"});
    }
    if ((as_number || declared->type == layout::Type::number) && !can_print_numbers(locale_)) {
      result_.errors.push_back(
          {node.from_byte, "numbers of this locale have no digits of one size, and cannot be lowered yet"});
    }
    if (node.kind == Node::Kind::plural) {
      plural_categories(node);
    }
  }

  void plural_categories(const Node &node) {
    const std::vector<std::string> wanted = (node.ordinal ? locale_.ordinal : locale_.cardinal).categories();
    std::set<std::string> present;
    for (const Branch &branch : node.branches) {
      if (branch.exact) {
        continue;
      }
      present.insert(branch.key);
      if (std::find(wanted.begin(), wanted.end(), branch.key) == wanted.end()) {
        result_.warnings.push_back({branch.from_byte, "the plural category \"" + branch.key + "\" is never used in " +
                                                          locale_.tag + ", which has " + join(wanted)});
      }
    }
    std::vector<std::string> missing;
    for (const std::string &category : wanted) {
      if (present.find(category) == present.end()) {
        missing.push_back(category);
      }
    }
    if (!missing.empty() && present.size() > 1) {
      result_.warnings.push_back({node.from_byte, "the plural of {" + node.text + "} lacks " + join(missing) +
                                                      ", which " + locale_.tag + " needs"});
    }
  }

  const std::vector<Parameter> &parameters_;
  const LocaleData &locale_;
  CheckedMessage &result_;
};

/// '{name}' in apostrophes shows the braces; who writes it nearly always wanted the value in quotation marks.
void warn_of_quoted_placeholders(const std::string &source, std::vector<MessageProblem> &warnings) {
  for (size_t open = source.find("'{"); open != std::string::npos; open = source.find("'{", open + 1)) {
    if (open > 0 && source[open - 1] == '\'') {
      continue;
    }
    const size_t close = source.find('\'', open + 1);
    const size_t brace = source.find('}', open);
    if (close != std::string::npos && brace != std::string::npos && brace < close && brace > open + 2) {
      warnings.push_back({open, "the apostrophes make " + source.substr(open + 1, brace - open) +
                                    " plain text: use quotation marks of the language, or '' for an apostrophe"});
    }
  }
}

}  // namespace

CheckedMessage check_message(const std::string &source, const std::vector<Parameter> &parameters,
                             const LocaleData &locale) {
  CheckedMessage result;
  warn_of_quoted_placeholders(source, result.warnings);
  std::optional<Message> message = parse_mf1(source, result.errors);
  if (!message) {
    return result;
  }
  Checker(parameters, locale, result).nodes(message->nodes);
  if (result.errors.empty() && lower(message->nodes, parameters, 0, result.errors) &&
      prove(*message, locale, result.errors)) {
    result.tree = std::move(message);
  }
  return result;
}

}  // namespace codeglot
