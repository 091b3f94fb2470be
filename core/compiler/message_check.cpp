// See message_check.h.
#include "core/compiler/message_check.h"

#include <algorithm>
#include <set>

#include "core/compiler/function_check.h"
#include "core/compiler/mf2_lowering.h"
#include "core/compiler/proof.h"
#include "core/icu_engine/message.h"
#include "core/syntax/mf1_parser.h"

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
      if (has_argument(node) && node.kind != Node::Kind::pound && !node.text.empty()) {
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
    const bool as_number = node.kind == Node::Kind::number || node.kind == Node::Kind::plural ||
                           (node.kind == Node::Kind::formatted && !node.format->date);
    const bool as_date = node.kind == Node::Kind::formatted && node.format->date;
    if ((as_number && declared->type != layout::Type::number) || (as_date && declared->type != layout::Type::date)) {
      result_.errors.push_back({node.from_byte, "{" + node.text + "} is declared a " + type_name(declared->type) +
                                                    ", but used as a " + (as_date ? "date" : "number") + " here"});
    }
    if (node.kind == Node::Kind::select && declared->type == layout::Type::number) {
      result_.errors.push_back({node.from_byte, "{" + node.text + "} is declared a number: use plural, not select"});
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
      if (branch.key == "*") {
        present.insert("other");  // MF2: it is taken for every category that has no variant.
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
      result_.missing_categories = join(missing);
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

/// A placeholder without a format prints a date as MessageFormat does: {d} of a date is a format of its own.
void format_dates(std::vector<Node> &nodes, const std::string &source, const std::vector<Parameter> &parameters) {
  for (Node &node : nodes) {
    const bool date = node.kind == Node::Kind::argument &&
                      std::any_of(parameters.begin(), parameters.end(), [&](const Parameter &parameter) {
                        return parameter.name == node.text && parameter.type == layout::Type::date;
                      });
    if (date) {
      node.kind = Node::Kind::formatted;
      node.format = Format{Format::Syntax::mf1, source.substr(node.from_byte, node.to_byte - node.from_byte), node.text,
                           true};
    }
    for (Branch &branch : node.branches) {
      format_dates(branch.nodes, source, parameters);
    }
  }
}

/// A value for each argument that is a number or a date. A string may be anything, so that none stands for all.
std::vector<NamedArgument> any_arguments(const std::vector<Parameter> &parameters) {
  std::vector<NamedArgument> arguments;
  for (const Parameter &parameter : parameters) {
    if (parameter.type == layout::Type::number) {
      arguments.push_back({parameter.name, int64_t{1}});
    } else if (parameter.type == layout::Type::date) {
      arguments.push_back({parameter.name, DateTime{0, ""}});
    }
  }
  return arguments;
}

/// What the ICU engine refuses, as a format that it does not know.
void report_refusal(const Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale,
                    std::vector<MessageProblem> &errors) {
  const auto parsed = message.syntax == Format::Syntax::mf1 ? make_mf1_message(message.source, locale.tag)
                                                            : make_mf2_message(message.source, locale.tag);
  size_t absent_byte = 0;
  for (const MessageError &error : parsed->format(any_arguments(parameters), {}).errors) {
    absent_byte = error.kind == ErrorKind::unresolved_variable ? error.byte : absent_byte;
    // An option whose value is an argument, which stands behind its name, is bad here only for want of the argument.
    const bool bad_option = error.kind == ErrorKind::bad_option && error.byte >= absent_byte;
    if (error.kind == ErrorKind::syntax_error || bad_option) {
      errors.push_back({error.byte, error.message});
    }
  }
}

/// Whether it is within the limits of a pack; why only the ICU engine can format it goes into the message.
bool can_be_lowered(Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale,
                    std::vector<MessageProblem> &problems) {
  std::vector<MessageProblem> reasons;
  ProfileNeeds needs;
  if (!lower(message, parameters, {0, locale, needs}, reasons, problems)) {
    return false;
  }
  message.reasons = std::move(reasons);
  return true;
}

/// All that takes ICU: what it refuses, whether the runtime prints what it prints. Shapes that are known need none.
void settle_with_icu(Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale,
                     ProvedShapes *proved, std::vector<MessageProblem> &errors) {
  const std::string shape = proved == nullptr ? "" : message_shape(message, parameters);
  if (proved != nullptr && proved->contains(shape)) {
    can_be_lowered(message, parameters, locale, errors);
    return;
  }
  report_refusal(message, parameters, locale, errors);
  if (!errors.empty()) {
    return;
  }
  settle(message, parameters, locale, errors);
  if (proved != nullptr && errors.empty() && message.reasons.empty()) {
    proved->insert(shape);
  }
}

}  // namespace

std::optional<Message> read_message(const std::string &source, Format::Syntax syntax,
                                    const std::vector<Parameter> &parameters, const LocaleData &locale,
                                    std::vector<MessageProblem> &problems) {
  if (syntax != Format::Syntax::mf1) {
    return read_mf2(source, syntax, locale, parameters, problems);
  }
  std::optional<Message> message = parse_mf1(source, problems);
  if (message) {
    format_dates(message->nodes, source, parameters);
  }
  return message;
}

void settle(Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale,
            std::vector<MessageProblem> &problems) {
  if (can_be_lowered(message, parameters, locale, problems) && message.reasons.empty()) {
    prove(message, locale, parameters, message.reasons);
  }
}

CheckedMessage check_message(const std::string &source, Format::Syntax syntax, const std::vector<Parameter> &parameters,
                             const LocaleData &locale, const std::vector<std::string> &functions,
                             ProvedShapes *proved) {
  CheckedMessage result;
  if (syntax == Format::Syntax::mf1) {
    warn_of_quoted_placeholders(source, result.warnings);
  }
  std::optional<Message> message = read_message(source, syntax, parameters, locale, result.errors);
  if (!message) {
    return result;
  }
  if (prints_its_source(*message)) {
    result.tree = std::move(message);
    return result;
  }
  if (syntax != Format::Syntax::mf1) {
    check_functions(source, functions, result.errors);
  }
  Checker(parameters, locale, result).nodes(message->nodes);
  if (result.errors.empty()) {
    settle_with_icu(*message, parameters, locale, proved, result.errors);
  }
  if (result.errors.empty()) {
    result.tree = std::move(message);
  }
  return result;
}

}  // namespace codeglot
