// See mf2_evaluator.h. Nothing here calls itself: a chain of thousands of declarations is walked with a stack of its own.
#include "core/icu_engine/mf2_evaluator.h"

#include <algorithm>

#include "codeglot/limits.h"
#include "core/syntax/mf2_parser.h"

namespace codeglot::mf2 {
namespace {

// An identifier is kept in each value that passes it on.
constexpr size_t id_bytes_most = 1024;

/// What stands for the expression where it has no value.
std::string fallback_source(const Expression &expression) {
  if (!expression.operand) {
    return ":" + expression.function->name;
  }
  if (const auto *variable = std::get_if<Variable>(&*expression.operand)) {
    return "$" + variable->name;
  }
  std::string source = "|";
  for (const char character : std::get_if<Literal>(&*expression.operand)->value) {
    if (character == '\\' || character == '|') {
      source += '\\';
    }
    source += character;
  }
  return source + "|";
}

ValuePointer fallback(const Expression &expression) {
  auto value = std::make_shared<Value>();
  value->source = fallback_source(expression);
  return value;
}

const Variable *operand_variable(const Expression &expression) {
  return expression.operand ? std::get_if<Variable>(&*expression.operand) : nullptr;
}

}  // namespace

Evaluator::Evaluator(const Message &message, const DeclarationIndex &declared, const MessageLocale &locale,
                     const std::vector<NamedArgument> &arguments, const FormatContext &context, Formatted &formatted)
    : message_(message),
      declared_(declared),
      locale_(locale),
      context_(context),
      formatted_(formatted),
      tools_{locale, context.time_zone, context.kept != nullptr ? *context.kept : own_kept_},
      values_(message.declarations.size()) {
  for (const NamedArgument &argument : arguments) {
    arguments_.emplace(to_nfc(argument.name), value_of_argument(argument));
  }
}

void Evaluator::run() { format(message_.pattern ? *message_.pattern : select()); }

void Evaluator::add_error(ErrorKind kind, std::string sentence, size_t byte) {
  formatted_.errors.push_back({kind, std::move(sentence), byte});
}

// ---- Resolution ----

/// A declaration that this one refers to and that has no value yet. A valid message refers to earlier ones only.
const size_t *Evaluator::next_dependency(const Declaration &declaration) const {
  const auto unresolved = [&](const Operand &operand) -> const size_t * {
    const auto *variable = std::get_if<Variable>(&operand);
    const auto found = variable != nullptr ? declared_.find(variable->name) : declared_.end();
    return found != declared_.end() && values_[found->second] == nullptr ? &found->second : nullptr;
  };
  const Expression &value = declaration.value;
  if (declaration.kind == Declaration::Kind::local && value.operand) {
    if (const size_t *index = unresolved(*value.operand)) {
      return index;
    }
  }
  if (value.function) {
    for (const Option &option : value.function->options) {
      if (const size_t *index = unresolved(option.value)) {
        return index;
      }
    }
  }
  return nullptr;
}

ValuePointer Evaluator::declaration_value(size_t index) {
  std::vector<size_t> waiting;
  if (values_[index] == nullptr) {
    waiting.push_back(index);
  }
  while (!waiting.empty()) {
    const Declaration &declaration = message_.declarations[waiting.back()];
    if (const size_t *dependency = next_dependency(declaration)) {
      waiting.push_back(*dependency);
    } else {
      values_[waiting.back()] = resolve(declaration);
      waiting.pop_back();
    }
  }
  return values_[index];
}

ValuePointer Evaluator::input_value(const std::string &name, size_t byte) {
  const auto found = arguments_.find(name);
  if (found != arguments_.end()) {
    return found->second;
  }
  add_error(ErrorKind::unresolved_variable, "there is no argument " + name, byte);
  return std::make_shared<Value>();
}

ValuePointer Evaluator::variable_value(const Variable &variable) {
  const auto found = declared_.find(variable.name);
  return found != declared_.end() ? declaration_value(found->second)
                                  : input_value(variable.name, variable.range.from_byte);
}

ValuePointer Evaluator::operand_value(const Expression &expression) {
  if (!expression.operand) {
    return nullptr;
  }
  if (const auto *literal = std::get_if<Literal>(&*expression.operand)) {
    return value_of_text(literal->value);
  }
  return variable_value(*std::get_if<Variable>(&*expression.operand));
}

ValuePointer Evaluator::resolve(const Expression &expression) { return apply(expression, operand_value(expression)); }

ValuePointer Evaluator::resolve(const Declaration &declaration) {
  if (declaration.kind == Declaration::Kind::local) {
    return resolve(declaration.value);
  }
  const Variable &variable = declaration.variable;
  return apply(declaration.value, input_value(variable.name, variable.range.from_byte));
}

ValuePointer Evaluator::apply(const Expression &expression, ValuePointer operand) {
  if (!expression.function) {
    return operand->type == Value::Type::fallback ? fallback(expression) : operand;
  }
  const FunctionReference &function = *expression.function;
  const Handler handler = find_function(function.name);
  const Function *custom = context_.functions != nullptr ? context_.functions->find(function.name) : nullptr;
  if (handler == nullptr && custom == nullptr) {
    add_error(ErrorKind::unknown_function, "there is no function :" + function.name, function.range.from_byte);
    return fallback(expression);
  }
  const ResolvedOptions resolved = resolve_options(function.options, false);
  const Call call{function.name, operand.get(),     resolved.options,
                  locale_,       formatted_.errors, expression.range.from_byte};
  auto value = std::make_shared<Value>(handler != nullptr ? handler(call) : call_custom(*custom, expression, call));
  if (value->type == Value::Type::fallback) {
    value->source = fallback_source(expression);
    return value;
  }
  value->function = function.name;
  value->id = resolved.id;
  if (operand != nullptr) {
    value->argument = operand->argument;
  }
  if (operand != nullptr && operand->directed) {
    value->direction = operand->direction;
    value->directed = true;
  }
  if (!resolved.direction.empty() && resolved.direction != "inherit") {
    value->direction = resolved.direction == "ltr"   ? Direction::left_to_right
                       : resolved.direction == "rtl" ? Direction::right_to_left
                                                     : Direction::unknown;
    value->directed = true;
    value->isolated = true;
  }
  return value;
}

Value Evaluator::call_custom(const Function &function, const Expression &expression, const Call &call) {
  Value value;
  if (call.operand != nullptr && call.operand->type == Value::Type::fallback) {
    call.bad_operand("the operand of :" + call.function + " has no value");
    return value;
  }
  FunctionCall custom;
  custom.function = call.function;
  custom.locale = locale_.tag;
  if (call.operand != nullptr) {
    const Variable *variable = operand_variable(expression);
    custom.operand = NamedArgument{variable != nullptr ? variable->name : "", argument_value(*call.operand)};
    custom.operand_options.assign(call.operand->options.begin(), call.operand->options.end());
  }
  for (const CallOption &option : call.options) {
    custom.options.emplace_back(option.name, option.value);
    if (!option.literal) {
      custom.variable_options.push_back(option.name);
    }
  }
  auto result = std::make_shared<const FunctionResult>(function(custom));
  if (!result->error.empty()) {
    call.fail(result->bad_option ? ErrorKind::bad_option : ErrorKind::bad_operand, result->error, call.byte);
    return value;
  }
  value.type = Value::Type::custom;
  value.passed = result->value.value_or(custom.operand ? custom.operand->value : ArgumentValue(result->text));
  value.options.insert(result->options.begin(), result->options.end());
  value.selects = result->selection.has_value();
  value.result = std::move(result);
  return value;
}

void Evaluator::set_universal_option(const CallOption &option, bool markup, ResolvedOptions &resolved) {
  const bool direction = option.name == "u:dir" && !markup && is_one_of(option.value, "ltr rtl auto inherit");
  if (option.name == "u:id" && option.value.size() <= id_bytes_most) {
    resolved.id = option.value;
  } else if (direction) {
    resolved.direction = option.value;
  } else {
    add_error(ErrorKind::bad_option,
              option.name == "u:id"    ? "the option u:id has more than 1024 bytes"
              : option.name != "u:dir" ? "there is no option " + option.name
              : markup                 ? "markup has no direction"
                                       : "the option u:dir is one of: ltr rtl auto inherit",
              option.byte);
  }
}

Evaluator::ResolvedOptions Evaluator::resolve_options(const std::vector<Option> &options, bool markup) {
  ResolvedOptions resolved;
  for (const Option &option : options) {
    CallOption call_option{option.name, "", false, option.range.from_byte};
    if (const auto *literal = std::get_if<Literal>(&option.value)) {
      call_option.value = literal->value;
      call_option.literal = true;
    } else {
      const std::optional<std::string> text = string_value(*variable_value(*std::get_if<Variable>(&option.value)));
      if (!text || !spend(other_bytes_, text->size())) {
        add_error(ErrorKind::bad_option, "the option " + option.name + " has no value", option.range.from_byte);
        continue;
      }
      call_option.value = *text;
    }
    if (option.name.starts_with("u:")) {
      set_universal_option(call_option, markup, resolved);
    } else {
      resolved.options.push_back(std::move(call_option));
    }
  }
  return resolved;
}

// ---- Selection ----

/// A selector's value with the ranks of the keys that it was asked for, each asked for once.
class Evaluator::Selector {
 public:
  Selector(ValuePointer value, FormatTools &tools) : value_(std::move(value)) {
    if (value_->selects && value_->type == Value::Type::number) {
      number_.emplace(*value_, tools);
    } else if (value_->selects && value_->type == Value::Type::text) {
      text_ = to_nfc(*value_->text);
    }
  }

  Rank rank(const std::string &key, bool &bad_key) {
    const auto [found, fresh] = ranks_.emplace(key, std::nullopt);
    if (fresh) {
      found->second = match(key, bad_key);
    }
    return found->second;
  }

 private:
  Rank match(const std::string &key, bool &bad_key) const {
    if (!value_->selects || value_->matches_nothing) {
      return std::nullopt;
    }
    if (number_) {
      return number_->match(key, bad_key);
    }
    if (value_->type == Value::Type::text) {
      return key == text_ ? Rank(0) : std::nullopt;
    }
    const FunctionResult &result = *value_->result;
    if (key == to_nfc(*result.selection)) {
      return 0;
    }
    for (size_t index = 0; index < result.weaker_selection.size(); ++index) {
      if (key == to_nfc(result.weaker_selection[index])) {
        return static_cast<int>(index) + 1;
      }
    }
    return std::nullopt;
  }

  ValuePointer value_;
  std::optional<NumberSelection> number_;
  std::string text_;
  std::unordered_map<std::string, Rank> ranks_;
};

const Pattern &Evaluator::select() {
  constexpr int catch_all_rank = 1 << 30;
  std::vector<Selector> selectors;
  for (const Variable &variable : message_.selectors) {
    ValuePointer value = variable_value(variable);
    if (!value->selects) {
      add_error(ErrorKind::bad_selector, "$" + variable.name + " cannot be selected on", variable.range.from_byte);
    }
    selectors.emplace_back(std::move(value), tools_);
  }
  // The ranks of a variant's keys, compared from the first selector on: the first of the least ones is the best.
  const Variant *best = nullptr;
  std::vector<int> best_ranks;
  std::vector<int> ranks;
  for (const Variant &variant : message_.variants) {
    ranks.clear();
    for (size_t index = 0; index < variant.keys.size(); ++index) {
      const Key &key = variant.keys[index];
      bool bad_key = false;
      const Rank rank = key.catch_all ? Rank(catch_all_rank) : selectors[index].rank(key.value, bad_key);
      if (bad_key) {
        add_error(ErrorKind::bad_variant_key, "this key is neither a number nor a plural category",
                  key.range.from_byte);
      }
      if (!rank) {
        break;
      }
      ranks.push_back(*rank);
    }
    if (ranks.size() == variant.keys.size() && (best == nullptr || ranks < best_ranks)) {
      best = &variant;
      best_ranks = ranks;
    }
  }
  return best->pattern;  // A valid message has a variant that always matches.
}

// ---- Formatting ----

void Evaluator::format(const Pattern &pattern) {
  for (const PatternPart &part : pattern.parts) {
    if (text_bytes_ >= CG_MAX_OUTPUT_BYTES || other_bytes_ >= CG_MAX_OUTPUT_BYTES) {
      return;  // A message that repeats a large argument ends here.
    }
    if (const auto *text = std::get_if<Text>(&part)) {
      Part plain;
      plain.value = text->value;
      append(std::move(plain));
    } else if (const auto *markup = std::get_if<Markup>(&part)) {
      format(*markup);
    } else {
      format(*std::get_if<Expression>(&part));
    }
  }
}

bool Evaluator::spend(size_t &count, size_t bytes) {
  const bool enough = bytes <= CG_MAX_OUTPUT_BYTES - count;
  count = enough ? count + bytes : CG_MAX_OUTPUT_BYTES;
  return enough;
}

void Evaluator::append(Part part) {
  for (const auto &[name, value] : part.options) {
    spend(other_bytes_, name.size());  // Their values are counted where they were made.
  }
  spend(other_bytes_, part.id.size() + part.name.size());
  const size_t left = CG_MAX_OUTPUT_BYTES - text_bytes_;
  if (!spend(text_bytes_, part.value.size())) {
    size_t bytes = left;
    while (bytes > 0 && (static_cast<uint8_t>(part.value[bytes]) & 0xC0) == 0x80) {
      --bytes;  // Never inside a code point.
    }
    part.value.resize(bytes);
    part.pieces.clear();
  }
  formatted_.parts.push_back(std::move(part));
}

void Evaluator::format(const Markup &markup) {
  Part part;
  part.type = Part::Type::markup;
  part.name = markup.name;
  part.kind = markup.kind == Markup::Kind::open ? "open" : markup.kind == Markup::Kind::close ? "close" : "standalone";
  ResolvedOptions resolved = resolve_options(markup.options, true);
  part.id = resolved.id;
  for (CallOption &option : resolved.options) {
    part.options.emplace_back(std::move(option.name), std::move(option.value));
  }
  append(std::move(part));
}

Part Evaluator::fallback_part(const std::string &source) const {
  Part part;
  part.type = Part::Type::fallback;
  part.source = source;
  part.value = "{" + source + "}";
  return part;
}

/// The formatted value; a fallback, with an error, if it cannot be formatted.
Part Evaluator::part_of(const Value &value, const Expression &expression) {
  Part part;
  part.name = value.argument != nullptr ? *value.argument : "";
  part.locale = locale_.tag;
  ErrorKind kind = ErrorKind::bad_operand;
  std::string error;
  switch (value.type) {
    case Value::Type::fallback:
      return fallback_part(value.source);
    case Value::Type::text:
      part.type = Part::Type::string;
      part.value = *value.text;
      break;
    case Value::Type::number:
      format_number(value, tools_, part, error);
      break;
    case Value::Type::date:
      format_date(value, tools_, part, error);
      break;
    case Value::Type::custom:
      part.type = Part::Type::custom;
      part.name = value.function;
      part.value = value.result->text;
      error = value.result->format_error;
      kind = value.result->bad_option ? ErrorKind::bad_option : kind;
      break;
    case Value::Type::unsupported:
      error = "this argument has a type that cannot be shown";
      break;
  }
  if (error.empty()) {
    return part;
  }
  add_error(kind, std::move(error), expression.range.from_byte);
  return fallback_part(fallback_source(expression));
}

/// The specification's default strategy for bidirectional text, or none.
void Evaluator::format(const Expression &expression) {
  const ValuePointer value = resolve(expression);
  Part part = part_of(*value, expression);
  const bool named_only = value->function.empty() &&
                          (part.type == Part::Type::number || part.type == Part::Type::datetime);
  const Direction direction = part.type == Part::Type::fallback ? Direction::unknown
                              : named_only                      ? locale_.direction
                                                                : value->direction;
  if (part.type != Part::Type::fallback) {
    part.id = value->id;
    part.direction = direction == Direction::left_to_right ? "ltr" : direction == Direction::right_to_left ? "rtl" : "";
  }
  const bool plain = direction == Direction::left_to_right && locale_.direction == Direction::left_to_right &&
                     !value->isolated;
  if (context_.bidi == BidiIsolation::none || plain) {
    append(std::move(part));
    return;
  }
  Part isolation;
  isolation.type = Part::Type::bidi_isolation;
  isolation.value = direction == Direction::left_to_right   ? "\u2066"
                    : direction == Direction::right_to_left ? "\u2067"
                                                            : "\u2068";
  append(isolation);
  append(std::move(part));
  isolation.value = "\u2069";
  append(std::move(isolation));
}

}  // namespace codeglot::mf2
