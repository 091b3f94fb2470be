// See message_conversion.h.
#include "core/compiler/message_conversion.h"

#include <algorithm>
#include <memory>
#include <set>

#include "core/compiler/message_check.h"
#include "core/compiler/mf2_function_search.h"
#include "core/compiler/mf2_matcher.h"
#include "core/compiler/proof.h"
#include "core/icu_engine/message.h"

namespace codeglot {
namespace {

/// Why a node stands in no MessageFormat 2.
struct NoForm {
  MessageProblem reason;
};

std::string escaped(const std::string &text) {
  std::string result;
  for (const char character : text) {
    result += character == '{' || character == '}' || character == '\\' ? "\\" : "";
    result += character;
  }
  return result;
}

std::string escaped_literal(const std::string &text) {
  std::string result = "|";
  for (const char character : text) {
    result += character == '|' || character == '\\' ? "\\" : "";
    result += character;
  }
  return result + "|";
}

/// A key or an option's value without quotes where it needs none: ASCII letters, digits and what may stand beside them.
std::string literal(const std::string &text) {
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
  });
  return plain ? text : escaped_literal(text);
}

/// Chooses the function of each node.
class Functions {
 public:
  Functions(const std::vector<Parameter> &parameters, const LocaleData &locale)
      : parameters_(parameters), locale_(locale) {}

  /// Throws NoForm.
  std::string of(const Node &node) const {
    if (node.offset.mantissa != 0) {
      throw NoForm{{node.from_byte, "a plural with an offset"}};
    }
    switch (node.kind) {
      case Node::Kind::argument:
      case Node::Kind::select:
        if (type_of(node.text) == layout::Type::string) {
          return ":string";
        }
        if (type_of(node.text) == layout::Type::number && node.kind == Node::Kind::argument) {
          return number(node, layout::style_plain);
        }
        throw NoForm{{node.from_byte, "{" + node.text + "} is declared neither a string nor a number"}};
      case Node::Kind::number:
      case Node::Kind::pound:
        return number(node, node.style);
      case Node::Kind::plural:
        return node.format ? function(node, *node.format) : number(node, node.style);
      case Node::Kind::formatted:
        return function(node, *node.format);
      default:
        throw NoForm{{node.from_byte, "this placeholder"}};
    }
  }

 private:
  layout::Type type_of(const std::string &argument) const {
    const auto found = std::find_if(parameters_.begin(), parameters_.end(),
                                    [&](const Parameter &parameter) { return parameter.name == argument; });
    return found == parameters_.end() ? layout::Type::any : found->type;
  }

  std::string number(const Node &node, layout::Style style) const {
    const char *word = style == layout::style_integer ? ", integer" : style == layout::style_percent ? ", percent" : "";
    return function(node, {Format::Syntax::mf1, std::string("{n, number") + word + "}", "n", false});
  }

  std::string function(const Node &node, const Format &format) const {
    std::optional<std::string> found = find_mf2_function(format, locale_);
    if (!found) {
      throw NoForm{{node.from_byte, format.source + " has no function that prints the same"}};
    }
    return std::move(*found);
  }

  const std::vector<Parameter> &parameters_;
  const LocaleData &locale_;
};

/// Writes a matcher as a message.
class Writer {
 public:
  /// `plain_selectors`: selectors on numbers whose placeholders print them otherwise need no options.
  Writer(const Mf2Matcher &matcher, bool plain_selectors) : matcher_(matcher), plain_selectors_(plain_selectors) {
    for (const Mf2Variant &variant : matcher.variants) {
      for (const auto &part : variant.pattern) {
        if (const auto *placeholder = std::get_if<Mf2Placeholder>(&part)) {
          printed_[placeholder->argument].insert(placeholder->function);
          names_.insert(placeholder->argument);
        }
      }
    }
    for (const Mf2Selector &selector : matcher.selectors) {
      names_.insert(selector.argument);
    }
  }

  /// Whether plain selectors make a difference.
  bool has_unprinted_selectors() const {
    return std::any_of(matcher_.selectors.begin(), matcher_.selectors.end(),
                       [&](const Mf2Selector &selector) { return is_unprinted(selector); });
  }

  std::string write() {
    if (matcher_.selectors.empty()) {
      const std::string text = pattern(matcher_.variants.front().pattern);
      return begins_as_complex(text) ? "{{" + text + "}}" : text;
    }
    std::string result;
    std::string inputs;
    std::string match = ".match";
    for (const Mf2Selector &selector : matcher_.selectors) {
      match += " $" + declare(selector, inputs, result);
    }
    result = inputs + result + match;
    for (const Mf2Variant &variant : matcher_.variants) {
      result += '\n';
      for (const auto &key : variant.keys) {
        result += (key ? literal(*key) : "*") + " ";
      }
      result += "{{" + pattern(variant.pattern) + "}}";
    }
    return result;
  }

 private:
  /// A simple message must not begin as one with declarations does, be it behind white space or a mark of direction.
  static bool begins_as_complex(const std::string &text) {
    size_t at = 0;
    for (bool skipped = true; skipped;) {
      skipped = false;
      for (const std::string_view ignored :
           {" ", "\t", "\r", "\n", "\u3000", "\u061C", "\u200E", "\u200F", "\u2066", "\u2067", "\u2068", "\u2069"}) {
        if (text.compare(at, ignored.size(), ignored) == 0) {
          at += ignored.size();
          skipped = true;
        }
      }
    }
    return text.compare(at, 1, ".") == 0;
  }

  bool is_unprinted(const Mf2Selector &selector) const {
    const auto found = printed_.find(selector.argument);
    return selector.function.starts_with(":number ") &&
           (found == printed_.end() || !found->second.contains(selector.function));
  }

  /// Whether all that the message does with an argument goes by one function.
  bool has_one_function(const std::string &argument) const {
    std::set<std::string> functions;
    if (const auto printed = printed_.find(argument); printed != printed_.end()) {
      functions = printed->second;
    }
    for (const Mf2Selector &selector : matcher_.selectors) {
      if (selector.argument == argument) {
        functions.insert(selector.function);
      }
    }
    return functions.size() == 1;
  }

  bool has_cardinal_selector(const std::string &argument) const {
    return std::any_of(matcher_.selectors.begin(), matcher_.selectors.end(),
                       [&](const Mf2Selector &selector) { return selector.argument == argument && !selector.ordinal; });
  }

  /// Adds the selector's declarations; its variable's name. An argument that is printed in several ways keeps its own
  /// value: what a declaration sets, a later function inherits.
  std::string declare(const Mf2Selector &selector, std::string &inputs, std::string &locals) {
    const std::string &argument = selector.argument;
    const std::string function = plain_selectors_ && is_unprinted(selector) ? ":number" : selector.function;
    const std::string ordinal = selector.ordinal ? " select=ordinal" : "";
    const bool one_function = has_one_function(argument);
    const bool inherits = one_function && selector.ordinal && has_cardinal_selector(argument);
    if (one_function && inputs_.insert(argument).second) {
      inputs += ".input {$" + argument + " " + function + (inherits ? "" : ordinal) + "}\n";
    }
    if (one_function && !inherits) {
      return argument;
    }
    std::string name = argument + (selector.ordinal ? "_rank" : "_count");
    while (!names_.insert(name).second) {
      name += '_';
    }
    const std::string own = inherits ? function.substr(0, function.find(' ')) : function;
    locals += ".local $" + name + " = {$" + argument + " " + own + ordinal + "}\n";
    return name;
  }

  std::string pattern(const Mf2Pattern &pattern) const {
    std::string result;
    for (const auto &part : pattern) {
      if (const auto *text = std::get_if<std::string>(&part)) {
        result += escaped(*text);
        continue;
      }
      const auto &placeholder = std::get<Mf2Placeholder>(part);
      const bool declared = inputs_.contains(placeholder.argument);
      result += "{$" + placeholder.argument + (declared ? "" : " " + placeholder.function) + "}";
    }
    return result;
  }

  const Mf2Matcher &matcher_;
  bool plain_selectors_;
  std::map<std::string, std::set<std::string>> printed_;  // By argument, the functions of its placeholders.
  std::set<std::string> names_;                           // Of variables.
  std::set<std::string> inputs_;                          // Arguments that a declaration has given their function.
};

/// Why two messages differ, or nothing if they print the same.
std::optional<std::string> difference(const Message &original, const std::string &converted, Format::Syntax syntax,
                                      const std::vector<Parameter> &parameters, const LocaleData &locale) {
  const auto before = make_mf1_message(original.source, locale.tag);
  const auto after = make_mf2_message(converted, locale.tag);
  FormatContext context;
  context.bidi = syntax == Format::Syntax::mf2 ? BidiIsolation::automatic : BidiIsolation::none;
  const bool has_arguments = !argument_names(original.nodes).empty();
  for (const std::vector<NamedArgument> &arguments : probe_sets(original, parameters, locale)) {
    const bool julian = std::any_of(arguments.begin(), arguments.end(), [](const NamedArgument &argument) {
      const auto *date = std::get_if<DateTime>(&argument.value);
      return date != nullptr && date->milliseconds < gregorian_from;
    });
    const Formatted expected = before->format(arguments, context);
    if (julian || (has_arguments && arguments.empty()) || !expected.errors.empty()) {
      continue;
    }
    const Formatted found = after->format(arguments, context);
    if (!found.errors.empty()) {
      return "MessageFormat 2 has an error, \"" + found.errors.front().message + "\", for " + describe(arguments);
    }
    if (found.text() != expected.text()) {
      return "MessageFormat 2 prints \"" + found.text() + "\" in place of \"" + expected.text() + "\" for " +
             describe(arguments);
    }
  }
  return std::nullopt;
}

/// Why a converted message is not to be used: an error, or the runtime formats only the original.
std::optional<std::string> objection(const Message &original, const std::string &converted, Format::Syntax syntax,
                                     const std::vector<Parameter> &parameters, const LocaleData &locale) {
  const CheckedMessage checked = check_message(converted, syntax, parameters, locale);
  if (!checked.errors.empty()) {
    return checked.errors.front().message;
  }
  if (checked.tree->reasons.empty()) {
    return std::nullopt;
  }
  Message settled = original;
  std::vector<MessageProblem> problems;
  settle(settled, parameters, locale, problems);
  return settled.reasons.empty() ? std::optional("as MessageFormat 2 it would need the ICU engine: " +
                                                 checked.tree->reasons.front().message)
                                 : std::nullopt;
}

}  // namespace

MessageConversion convert_message(const std::string &source, Format::Syntax syntax,
                                  const std::vector<Parameter> &parameters, const LocaleData &locale) {
  MessageConversion result;
  std::vector<MessageProblem> problems;
  const std::optional<Message> original = read_message(source, Format::Syntax::mf1, parameters, locale, problems);
  if (!original || !original->reasons.empty()) {
    result.reason = original ? original->reasons.front() : problems.front();
    return result;
  }
  std::optional<Mf2Matcher> matcher;
  try {
    const Functions functions(parameters, locale);
    matcher = flatten(original->nodes, locale, [&](const Node &node) { return functions.of(node); });
  } catch (const NoForm &no_form) {
    result.reason = no_form.reason;
    return result;
  }
  if (!matcher) {
    result.reason = {0, "its branches make too many variants"};
    return result;
  }
  for (const bool plain_selectors : {true, false}) {
    Writer writer(*matcher, plain_selectors);
    if (plain_selectors && !writer.has_unprinted_selectors()) {
      continue;
    }
    const std::string converted = writer.write();
    std::optional<std::string> reason = difference(*original, converted, syntax, parameters, locale);
    reason = reason ? reason : objection(*original, converted, syntax, parameters, locale);
    if (!reason) {
      result.source = converted;
      return result;
    }
    result.reason = {0, *reason};
  }
  return result;
}

}  // namespace codeglot
