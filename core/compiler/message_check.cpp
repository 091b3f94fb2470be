// See message_check.h.
#include "core/compiler/message_check.h"

#include <algorithm>
#include <set>

#include "core/compiler/apostrophes.h"
#include "core/compiler/function_check.h"
#include "core/compiler/mf2_lowering.h"
#include "core/compiler/plural_coverage.h"
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
  Checker(const Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale,
          CheckedMessage &result)
      : message_(message), parameters_(parameters), locale_(locale), result_(result) {}

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
      error(Rule::unknown_argument, node.from_byte,
            "{" + node.text + "} is not declared in codes.json for this code" +
                (names.empty() ? ", which has no arguments" : "; it has " + join(names)));
      return;
    }
    const bool as_number = node.kind == Node::Kind::number || node.kind == Node::Kind::plural ||
                           (node.kind == Node::Kind::formatted && !node.format->date);
    const bool as_date = node.kind == Node::Kind::formatted && node.format->date;
    if ((as_number && declared->type != layout::Type::number) || (as_date && declared->type != layout::Type::date)) {
      error(Rule::argument_type, node.from_byte,
            "{" + node.text + "} is declared a " + type_name(declared->type) + ", but used as a " +
                (as_date ? "date" : "number") + " here");
    }
    if (node.kind == Node::Kind::select && declared->type == layout::Type::number) {
      error(Rule::argument_type, node.from_byte, "{" + node.text + "} is declared a number: use plural, not select");
    }
    if (node.kind == Node::Kind::plural && declared->type == layout::Type::number) {
      plural_categories(node);
    }
  }

  void error(Rule rule, size_t byte, std::string message) {
    result_.errors.push_back({{byte, std::move(message)}, rule});
  }
  void warning(Rule rule, size_t byte, std::string message, std::vector<TextEdit> edits = {}) {
    result_.warnings.push_back({{byte, std::move(message)}, rule, std::move(edits)});
  }

  void plural_categories(const Node &node) {
    const std::vector<std::string> wanted = (node.ordinal ? locale_.ordinal : locale_.cardinal).categories();
    std::set<std::string> present;
    for (size_t index = 0; index < node.branches.size(); ++index) {
      const Branch &branch = node.branches[index];
      if (branch.exact) {
        continue;
      }
      if (branch.key == "*") {
        present.insert("other");  // MF2: it is taken for every category that has no variant.
        continue;
      }
      present.insert(branch.key);
      if (std::find(wanted.begin(), wanted.end(), branch.key) == wanted.end()) {
        warning(Rule::plural_unused_category, branch.from_byte,
                "the plural category \"" + branch.key + "\" is never used in " + locale_.tag + ", which has " +
                    join(wanted),
                removal(node, index));
      }
    }
    std::vector<std::string> missing;
    for (const std::string &category : wanted) {
      if (present.find(category) == present.end() && needs(node, category)) {
        missing.push_back(category);
      }
    }
    const auto one = std::find(missing.begin(), missing.end(), "one");
    const Branch *exact_one = exact_branch(node, 1);
    if (one != missing.end() && exact_one != nullptr) {
      result_.missing_categories = "one";
      missing.erase(one);
      warning(Rule::plural_exact_one, exact_one->from_byte,
              "=1 stands for 1 alone, but in " + locale_.tag + " the category \"one\" has " +
                  first_numbers(plural_coverage(locale_.tag, node.ordinal), "one") + ": write one{…} for all of them");
    }
    // A plural of "other" alone that does not print its number says the same of every number.
    const bool same_of_all = present.size() == 1 && exact_one == nullptr && !prints_number(node);
    if (!missing.empty() && !same_of_all) {
      result_.missing_categories = join(missing);
      warning(Rule::plural_missing_category, node.from_byte,
              "the plural of {" + node.text + "} lacks " + join(missing) + ", which " + locale_.tag + " needs");
    }
  }

  static const Branch *exact_branch(const Node &node, int number) {
    const auto found = std::find_if(node.branches.begin(), node.branches.end(), [&](const Branch &branch) {
      return branch.exact && branch.exact->fraction_digits == 0 && branch.exact->mantissa == number;
    });
    return found == node.branches.end() ? nullptr : &*found;
  }

  /// Whether a category has a number that no exact value takes.
  bool needs(const Node &node, const std::string &category) const {
    const PluralCoverage &coverage = plural_coverage(locale_.tag, node.ordinal);
    const std::set<int> &integers = coverage.integers(category);
    const bool offset = node.offset.mantissa != 0;  // Then exact values and categories count from different numbers.
    return coverage.unbounded(category) || offset || integers.empty() ||
           std::any_of(integers.begin(), integers.end(),
                       [&](int number) { return exact_branch(node, number) == nullptr; });
  }

  static bool prints_number(const Node &plural) {
    return std::any_of(plural.branches.begin(), plural.branches.end(), [&](const Branch &branch) {
      return !branch.exact && std::any_of(branch.nodes.begin(), branch.nodes.end(), [&](const Node &node) {
        return has_argument(node) && node.branches.empty() && node.text == plural.text;
      });
    });
  }

  /// Takes a branch out of a plural of MessageFormat 1, which prints the same without it.
  std::vector<TextEdit> removal(const Node &node, size_t index) const {
    if (message_.syntax != Format::Syntax::mf1) {
      return {};
    }
    size_t from = node.branches[index].from_byte;
    if (index + 1 < node.branches.size()) {
      return {{from, node.branches[index + 1].from_byte, ""}};
    }
    while (from > 0 && std::string_view(" \t\n\r").find(message_.source[from - 1]) != std::string_view::npos) {
      --from;
    }
    return {{from, node.to_byte - 1, ""}};
  }

  const Message &message_;
  const std::vector<Parameter> &parameters_;
  const LocaleData &locale_;
  CheckedMessage &result_;
};

void warn_of_apostrophes(const std::string &source, const std::vector<Parameter> &parameters,
                         std::vector<MessageFinding> &warnings) {
  for (ApostropheTrap &trap : apostrophe_traps(source)) {
    const bool mendable = trap.swallowed == "#" ||
                          std::any_of(parameters.begin(), parameters.end(),
                                      [&](const auto &parameter) { return parameter.name == trap.swallowed; });
    std::vector<TextEdit> edits;
    if (mendable) {
      edits.push_back({trap.byte, trap.byte, "'"});
    }
    warnings.push_back({{trap.byte, std::move(trap.message)}, Rule::apostrophe, std::move(edits)});
  }
}

/// MessageFormat 2 has no quoting by apostrophes: who doubles them there has MessageFormat 1 in mind.
void warn_of_doubled_apostrophes(const std::vector<Node> &nodes, std::vector<MessageFinding> &warnings) {
  for (const Node &node : nodes) {
    if (node.kind == Node::Kind::text && node.text.find("''") != std::string::npos) {
      warnings.push_back(
          {{node.from_byte, "MessageFormat 2 prints both apostrophes of '': write one"}, Rule::apostrophe});
    }
    for (const Branch &branch : node.branches) {
      warn_of_doubled_apostrophes(branch.nodes, warnings);
    }
  }
}

void add(const std::vector<MessageProblem> &problems, Rule rule, std::vector<MessageFinding> &findings) {
  for (const MessageProblem &problem : problems) {
    findings.push_back({problem, rule});
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
                     ProvedShapes *proved, std::vector<MessageFinding> &errors) {
  const std::string shape = proved == nullptr ? "" : message_shape(message, parameters);
  std::vector<MessageProblem> problems;
  if (proved != nullptr && proved->contains(shape)) {
    can_be_lowered(message, parameters, locale, problems);
    add(problems, Rule::limit, errors);
    return;
  }
  report_refusal(message, parameters, locale, problems);
  add(problems, Rule::message_syntax, errors);
  if (!problems.empty()) {
    return;
  }
  settle(message, parameters, locale, problems);
  add(problems, Rule::limit, errors);
  if (proved != nullptr && problems.empty() && message.reasons.empty()) {
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
    warn_of_apostrophes(source, parameters, result.warnings);
  }
  std::vector<MessageProblem> problems;
  std::optional<Message> message = read_message(source, syntax, parameters, locale, problems);
  add(problems, Rule::message_syntax, result.errors);
  problems.clear();
  if (!message) {
    return result;
  }
  if (syntax != Format::Syntax::mf1) {
    warn_of_doubled_apostrophes(message->nodes, result.warnings);
  }
  if (prints_its_source(*message)) {
    result.tree = std::move(message);
    return result;
  }
  if (syntax != Format::Syntax::mf1) {
    check_functions(source, functions, problems);
    add(problems, Rule::unknown_argument, result.errors);
    problems.clear();
  }
  Checker(*message, parameters, locale, result).nodes(message->nodes);
  if (result.errors.empty()) {
    settle_with_icu(*message, parameters, locale, proved, result.errors);
  }
  if (result.errors.empty()) {
    result.tree = std::move(message);
  }
  return result;
}

}  // namespace codeglot
