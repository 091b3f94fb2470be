// See mf2_lowering.h. A placeholder is told as a message of its own: the declarations and that one placeholder. A matcher
// becomes a tree of branches on one selector after the other, in which each leaf is the variant that MF2's sorting puts
// first there.
#include "core/compiler/mf2_lowering.h"

#include <algorithm>
#include <map>
#include <set>

#include "codeglot/limits.h"
#include "core/compiler/format_lowering.h"
#include "core/compiler/function_check.h"
#include "core/compiler/lone_message.h"
#include "core/icu_engine/message.h"
#include "core/pack/writer.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace {

// Beyond it a matcher is the ICU engine's; a message has 65,535 bytes anyhow.
constexpr size_t leaves_most = 4096;

enum class Kind { unknown, string, number, date };

/// What is known of an expression or a variable, through its declarations.
struct Value {
  Kind kind = Kind::unknown;
  std::string argument;                        // The one argument that it depends on; empty for a constant.
  bool left = false;                           // Depends on more, or on what only the ICU engine knows.
  std::string reason;                          // Why it is left.
  const mf2::Expression *annotated = nullptr;  // The expression that names the function.
};

Kind kind_of_function(const std::string &name) {
  static const std::map<std::string, Kind> kinds = {
      {"string", Kind::string},  {"number", Kind::number},   {"integer", Kind::number},
      {"percent", Kind::number}, {"currency", Kind::number}, {"unit", Kind::number},
      {"date", Kind::date},      {"time", Kind::date},       {"datetime", Kind::date}};
  const auto found = kinds.find(name);
  return found == kinds.end() ? Kind::unknown : found->second;
}

/// "-12" as a constant; nothing for other literals: MF2 compares their spelling.
std::optional<codeglot::Value> exact_key(const std::string &text) {
  const size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
  if (text.size() == first || text.size() > first + 9 ||
      text.find_first_not_of("0123456789", first) != std::string::npos || (text[first] == '0' && text.size() > 1)) {
    return std::nullopt;
  }
  return codeglot::Value{std::stoi(text), 0};
}

class Reader {
 public:
  Reader(const std::string &source, const mf2::Message &message, Format::Syntax syntax, const LocaleData &locale,
         const std::vector<Parameter> &declared)
      : source_(source), message_(message), locale_(locale), declared_(declared) {
    result_.syntax = syntax;
    result_.source = source;
    for (const mf2::Declaration &declaration : message.declarations) {
      declarations_[declaration.variable.name] = &declaration;
    }
  }

  Message read() {
    if (message_.pattern) {
      result_.nodes = pattern(*message_.pattern);
    } else {
      std::vector<Candidate> all;
      for (const mf2::Variant &variant : message_.variants) {
        all.push_back({0, &variant});
      }
      result_.nodes = match(0, std::move(all));
      if (leaves_ > leaves_most) {
        leave(message_.matcher.from_byte, "its variants make too many branches");
        result_.nodes.clear();
      }
    }
    return std::move(result_);
  }

 private:
  /// A variant that fits so far, and how well: less is better.
  struct Candidate {
    size_t rank;
    const mf2::Variant *variant;
  };

  void leave(size_t byte, std::string reason) { result_.reasons.push_back({byte, std::move(reason)}); }

  Kind declared_kind(const std::string &argument) const {
    const auto found = std::find_if(declared_.begin(), declared_.end(),
                                    [&](const Parameter &parameter) { return parameter.name == argument; });
    if (found == declared_.end()) {
      return Kind::unknown;
    }
    switch (found->type) {
      case layout::Type::string:
        return Kind::string;
      case layout::Type::number:
        return Kind::number;
      case layout::Type::date:
        return Kind::date;
      default:
        return Kind::unknown;
    }
  }

  Value value_of(const std::string &variable, int depth) const {
    const auto declaration = declarations_.find(variable);
    if (declaration == declarations_.end()) {
      Value value;
      value.argument = variable;
      value.kind = declared_kind(variable);
      return value;
    }
    const mf2::Expression &expression = declaration->second->value;
    if (declaration->second->kind == mf2::Declaration::Kind::input) {
      Value value;
      value.argument = variable;
      value.kind = declared_kind(variable);
      return annotate(std::move(value), expression, depth);
    }
    return value_of(expression, depth + 1);
  }

  Value value_of(const mf2::Expression &expression, int depth) const {
    Value value;
    if (depth > 64) {
      value.left = true;
      value.reason = "its declarations lean on each other too often";
      return value;
    }
    if (expression.operand) {
      if (const auto *variable = std::get_if<mf2::Variable>(&*expression.operand)) {
        value = value_of(variable->name, depth);
      } else {
        value.kind = Kind::string;
      }
    }
    return annotate(std::move(value), expression, depth);
  }

  /// What the expression's function makes of its operand.
  Value annotate(Value value, const mf2::Expression &expression, int depth) const {
    if (!expression.function) {
      return value;
    }
    const mf2::FunctionReference &function = *expression.function;
    value.annotated = &expression;
    value.kind = kind_of_function(function.name);
    if (value.kind == Kind::unknown) {
      value.left = true;
      value.reason = ":" + function.name +
                     (is_own_function(function.name) ? " is the application's own function" : " is not lowered");
    }
    for (const mf2::Option &option : function.options) {
      if (const auto *variable = std::get_if<mf2::Variable>(&option.value)) {
        const Value given = value_of(variable->name, depth + 1);
        if (given.left || !given.argument.empty()) {
          value.left = true;
          value.reason = "the option " + option.name + " depends on an argument";
        }
      }
    }
    return value;
  }

  Node node(Node::Kind kind, const mf2::Range &range, std::string text) const {
    Node node;
    node.kind = kind;
    node.text = std::move(text);
    node.from_byte = range.from_byte;
    node.to_byte = range.to_byte;
    return node;
  }

  std::vector<Node> pattern(const mf2::Pattern &pattern) {
    std::vector<Node> nodes;
    for (const mf2::PatternPart &part : pattern.parts) {
      if (const auto *text = std::get_if<mf2::Text>(&part)) {
        nodes.push_back(node(Node::Kind::text, text->range, text->value));
      } else if (const auto *markup = std::get_if<mf2::Markup>(&part)) {
        nodes.push_back(read_markup(*markup));
      } else {
        placeholder(std::get<mf2::Expression>(part), nodes);
      }
    }
    return nodes;
  }

  Node read_markup(const mf2::Markup &markup) {
    ByteWriter options;
    std::string id;
    for (const mf2::Option &option : markup.options) {
      const auto *literal = std::get_if<mf2::Literal>(&option.value);
      if (literal == nullptr || option.name == "u:dir" || option.name == "u:locale") {
        leave(option.range.from_byte, "the option " + option.name + " of a markup is worked out when it is formatted");
      } else if (option.name == "u:id") {
        id = literal->value;
      } else {
        options.text(option.name);
        options.text(literal->value);
      }
    }
    const std::string mark = write_mark(static_cast<layout::Mark>(markup.kind), markup.name, id);
    return node(Node::Kind::mark, markup.range, mark + options.bytes());
  }

  /// The declarations and this placeholder: it prints what the placeholder prints.
  Format format_of(const mf2::Expression &expression, const Value &value) const {
    const size_t declarations_end = message_.declarations.empty() ? 0 : message_.declarations.back().range.to_byte;
    const std::string alone = source_.substr(expression.range.from_byte,
                                             expression.range.to_byte - expression.range.from_byte);
    return {result_.syntax, source_.substr(0, declarations_end) + "{{" + alone + "}}", value.argument,
            value.kind == Kind::date};
  }

  void placeholder(const mf2::Expression &expression, std::vector<Node> &nodes) {
    const Value value = value_of(expression, 0);
    if (value.left) {
      leave(expression.range.from_byte, value.reason);
      nodes.push_back(node(Node::Kind::left, expression.range, value.argument));
      return;
    }
    if (value.argument.empty()) {
      constant(expression, nodes);
      return;
    }
    if (value.kind == Kind::unknown) {
      leave(expression.range.from_byte,
            "what {$" + value.argument + "} prints depends on the argument: name a function");
      nodes.push_back(node(Node::Kind::left, expression.range, value.argument));
      return;
    }
    if (value.kind != Kind::string) {
      Node formatted = node(Node::Kind::formatted, expression.range, value.argument);
      formatted.format = format_of(expression, value);
      nodes.push_back(std::move(formatted));
      return;
    }
    // A string is isolated the same whatever it is: seen once, known.
    Node argument = node(Node::Kind::argument, expression.range, value.argument);
    std::string control;
    for (const Part &part : print(expression, value, std::string("x"))) {
      if (part.type != Part::Type::bidi_isolation) {
        argument.id = part.id;
      } else if (control.empty()) {
        control = part.value;
      }
    }
    argument.isolation = isolation_of(control, result_.syntax);
    nodes.push_back(std::move(argument));
  }

  void append(Node::Kind kind, const std::string &text, const mf2::Range &range, std::vector<Node> &nodes) const {
    if (!text.empty()) {
      nodes.push_back(node(kind, range, text));
    }
  }

  /// What the ICU engine prints for the placeholder; an error leaves it to the engine.
  std::vector<Part> print(const mf2::Expression &expression, const Value &value, const ArgumentValue &argument) {
    const Format format = format_of(expression, value);
    FormatContext context;
    context.bidi = format.syntax == Format::Syntax::mf2 ? BidiIsolation::automatic : BidiIsolation::none;
    const Formatted formatted =
        make_mf2_message(format.source, locale_.tag)->format({{format.argument, argument}}, context);
    if (!formatted.errors.empty()) {
      leave(expression.range.from_byte, formatted.errors.front().message);
    }
    return formatted.parts;
  }

  /// What depends on no argument is printed now, and marked as what it is.
  void constant(const mf2::Expression &expression, std::vector<Node> &nodes) {
    const auto mark = [&](layout::Mark type, const std::string &name, const std::string &id) {
      nodes.push_back(node(Node::Kind::mark, expression.range, write_mark(type, name, id)));
    };
    for (const Part &part : print(expression, {}, {})) {
      if (part.type == Part::Type::bidi_isolation) {
        append(Node::Kind::isolate, part.value, expression.range, nodes);
      } else if (part.type == Part::Type::number || part.type == Part::Type::datetime) {
        mark(part.type == Part::Type::number ? layout::Mark::number : layout::Mark::datetime, "", part.id);
        for (const Part::Piece &piece : part.pieces) {
          mark(layout::Mark::piece, piece.type, "");
          append(Node::Kind::text, piece.value, expression.range, nodes);
        }
      } else if (part.type == Part::Type::string) {
        mark(layout::Mark::string, "", part.id);
        append(Node::Kind::text, part.value, expression.range, nodes);
        if (part.value.empty()) {
          mark(layout::Mark::id, "", "");  // So that the text that comes next is not the string's.
        }
      } else {
        append(Node::Kind::text, part.value, expression.range, nodes);  // Of an error, which leaves it to the engine.
      }
    }
  }

  // ---- Matchers

  std::vector<Node> match(size_t selector, std::vector<Candidate> candidates) {
    if (candidates.empty() || leaves_ > leaves_most) {
      return {};
    }
    const auto decided = [&](const Candidate &candidate) {
      return std::all_of(candidate.variant->keys.begin() + static_cast<std::ptrdiff_t>(selector),
                         candidate.variant->keys.end(), [](const mf2::Key &key) { return key.catch_all; });
    };
    const bool alone = candidates.size() == 1 || candidates[1].rank > candidates[0].rank;
    if (selector == message_.selectors.size() || (alone && decided(candidates[0]))) {
      ++leaves_;
      return pattern(candidates[0].variant->pattern);
    }
    const Value value = value_of(message_.selectors[selector].name, 0);
    const mf2::Range &range = message_.selectors[selector].range;
    if (value.left || value.argument.empty() || (value.kind != Kind::string && value.kind != Kind::number)) {
      leave(range.from_byte, value.left ? value.reason : "its selector is no argument that is a string or a number");
      return {node(Node::Kind::left, range, value.argument)};
    }
    return {value.kind == Kind::string ? select(selector, value, candidates) : plural(selector, value, candidates)};
  }

  /// The candidates that fit where keys of these texts match, the first of them best.
  std::vector<Candidate> fitting(size_t selector, const std::vector<Candidate> &candidates,
                                 const std::vector<std::string> &keys) const {
    std::vector<Candidate> result;
    for (const Candidate &candidate : candidates) {
      const mf2::Key &key = candidate.variant->keys[selector];
      const auto found = std::find(keys.begin(), keys.end(), key.value);
      if (key.catch_all || found != keys.end()) {
        const size_t place = key.catch_all ? keys.size() : static_cast<size_t>(found - keys.begin());
        result.push_back({candidate.rank * (keys.size() + 1) + place, candidate.variant});
      }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Candidate &left, const Candidate &right) { return left.rank < right.rank; });
    // Ranks count from 0 again, so that they do not grow with the selectors.
    size_t last = 0;
    size_t rank = 0;
    for (size_t index = 0; index < result.size(); ++index) {
      rank += index > 0 && result[index].rank != last ? 1 : 0;
      last = result[index].rank;
      result[index].rank = rank;
    }
    return result;
  }

  static std::vector<mf2::Key> keys_of(size_t selector, const std::vector<Candidate> &candidates) {
    std::vector<mf2::Key> keys;
    for (const Candidate &candidate : candidates) {
      const mf2::Key &key = candidate.variant->keys[selector];
      if (!key.catch_all &&
          std::none_of(keys.begin(), keys.end(), [&](const mf2::Key &known) { return known.value == key.value; })) {
        keys.push_back(key);
      }
    }
    return keys;
  }

  void branch(Node &parent, std::string key, std::optional<codeglot::Value> exact, size_t byte, size_t selector,
              std::vector<Candidate> candidates) {
    Branch branch;
    branch.key = std::move(key);
    branch.exact = exact;
    branch.from_byte = byte;
    branch.nodes = match(selector + 1, std::move(candidates));
    parent.branches.push_back(std::move(branch));
  }

  Node select(size_t selector, const Value &value, const std::vector<Candidate> &candidates) {
    Node node = this->node(Node::Kind::select, message_.selectors[selector].range, value.argument);
    for (const mf2::Key &key : keys_of(selector, candidates)) {
      if (key.value == "other") {
        leave(key.range.from_byte, "the key \"other\" of a string");  // Which the tree keeps for what fits no key.
      }
      branch(node, key.value, std::nullopt, key.range.from_byte, selector, fitting(selector, candidates, {key.value}));
    }
    branch(node, "other", std::nullopt, node.from_byte, selector, fitting(selector, candidates, {}));
    return node;
  }

  Node plural(size_t selector, const Value &value, const std::vector<Candidate> &candidates) {
    Node node = this->node(Node::Kind::plural, message_.selectors[selector].range, value.argument);
    const std::optional<bool> ordinal = selection(value);
    if (!ordinal) {
      leave(node.from_byte, "its option select is not a literal that is plural, ordinal or exact");
      return node;
    }
    node.ordinal = *ordinal;
    node.of_integer = value.annotated != nullptr && value.annotated->function->name == "integer";
    const bool exact_only = exact_only_;
    node.format = Format{result_.syntax, declarations_source() + "{{{$" + message_.selectors[selector].name + "}}}",
                         value.argument, false};
    const std::vector<mf2::Key> keys = keys_of(selector, candidates);
    std::vector<std::string> categories;
    for (const mf2::Key &key : keys) {
      if (!exact_key(key.value)) {
        if (plural_key(key.value) < 0) {
          leave(key.range.from_byte, "the key \"" + key.value + "\" is no integer and no plural category");
        } else if (!exact_only) {
          categories.push_back(key.value);
        }
      }
    }
    for (const mf2::Key &key : keys) {
      if (const std::optional<codeglot::Value> exact = exact_key(key.value)) {
        std::vector<std::string> fit = {key.value};
        if (!categories.empty()) {
          fit.push_back(category_of(node, *exact));
        }
        branch(node, "=" + key.value, exact, key.range.from_byte, selector, fitting(selector, candidates, fit));
      }
    }
    for (const std::string &category : categories) {
      branch(node, category, std::nullopt, node.from_byte, selector, fitting(selector, candidates, {category}));
    }
    const bool has_other = std::find(categories.begin(), categories.end(), "other") != categories.end();
    branch(node, has_other ? "*" : "other", std::nullopt, node.from_byte, selector, fitting(selector, candidates, {}));
    return node;
  }

  std::string declarations_source() const {
    return source_.substr(0, message_.declarations.empty() ? 0 : message_.declarations.back().range.to_byte);
  }

  /// Whether the selector counts ordinally, by its option `select`, which it inherits; notes whether only exactly.
  std::optional<bool> selection(const Value &value) {
    exact_only_ = false;
    for (const mf2::Expression *at = value.annotated; at != nullptr && at->function;) {
      if (at->function->name == "currency" || at->function->name == "unit") {
        return std::nullopt;
      }
      for (const mf2::Option &option : at->function->options) {
        if (option.name == "select") {
          const auto *literal = std::get_if<mf2::Literal>(&option.value);
          exact_only_ = literal != nullptr && literal->value == "exact";
          return literal == nullptr ? std::nullopt : std::optional(literal->value == "ordinal");
        }
      }
      const auto *variable = at->operand ? std::get_if<mf2::Variable>(&*at->operand) : nullptr;
      const auto next = variable == nullptr ? declarations_.end() : declarations_.find(variable->name);
      at = next == declarations_.end() || &next->second->value == at ? nullptr : &next->second->value;
    }
    return false;
  }

  /// The plural category of an integer as the selector formats it.
  std::string category_of(const Node &plural, codeglot::Value exact) const {
    Message question;
    question.nodes = {plural};
    for (const char *category : {"zero", "one", "two", "few", "many", "other"}) {
      Node text;
      text.text = category;
      Branch branch;
      branch.key = category;
      branch.nodes = {text};
      question.nodes[0].branches.push_back(branch);
    }
    return LoneMessage(question, locale_).run({{plural.text, int64_t{exact.mantissa}}}).text;
  }

  const std::string &source_;
  const mf2::Message &message_;
  const LocaleData &locale_;
  const std::vector<Parameter> &declared_;
  std::map<std::string, const mf2::Declaration *> declarations_;
  Message result_;
  size_t leaves_ = 0;
  bool exact_only_ = false;
};

}  // namespace

std::optional<Message> read_mf2(const std::string &source, Format::Syntax syntax, const LocaleData &locale,
                                const std::vector<Parameter> &declared, std::vector<MessageProblem> &problems) {
  if (source.size() > CG_MAX_MESSAGE_BYTES) {
    problems.push_back({0, "the message has more than " + std::to_string(CG_MAX_MESSAGE_BYTES) + " bytes"});
    return std::nullopt;
  }
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> message = parse_mf2(source, errors);
  for (const MessageError &error : errors) {
    problems.push_back({error.byte, error.message + " (" + error_name(error.kind) + ")"});
  }
  if (!message || !errors.empty()) {
    return std::nullopt;
  }
  return Reader(source, *message, syntax, locale, declared).read();
}

}  // namespace codeglot
