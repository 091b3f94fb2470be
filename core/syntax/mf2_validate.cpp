// See mf2_parser.h: the rules of the data model (LDML 48.2, part 9, "Data Model Errors") on a well-formed message.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/syntax/mf2_parser.h"

namespace codeglot {
namespace mf2 {
namespace {

class Validator {
 public:
  Validator(const Message &message, std::vector<MessageError> &errors) : message_(message), errors_(errors) {}

  void validate() {
    for (const Declaration &declaration : message_.declarations) {
      check_options(declaration.value);
      check_declaration(declaration);
    }
    check_selectors();
    if (message_.pattern) {
      check_pattern(*message_.pattern);
    } else {
      check_variants();
    }
  }

 private:
  void add(ErrorKind kind, size_t byte, std::string sentence) { errors_.push_back({kind, std::move(sentence), byte}); }

  // ---- Options ----

  void check_options(const std::vector<Option> &options) {
    std::unordered_set<std::string> names;
    for (const Option &option : options) {
      if (!names.insert(option.name).second) {
        add(ErrorKind::duplicate_option_name, option.range.from_byte,
            "the option " + option.name + " is given twice: keep one");
      }
    }
  }
  void check_options(const Expression &expression) {
    if (expression.function) {
      check_options(expression.function->options);
    }
  }
  void check_pattern(const Pattern &pattern) {
    for (const PatternPart &part : pattern.parts) {
      if (const auto *expression = std::get_if<Expression>(&part)) {
        check_options(*expression);
      } else if (const auto *markup = std::get_if<Markup>(&part)) {
        check_options(markup->options);
      }
    }
  }

  // ---- Declarations ----

  /// The first use of a variable declares it, too; what is used later knows whether it has a function by then.
  void use(const Operand &operand) {
    if (const auto *variable = std::get_if<Variable>(&operand)) {
      annotated_.emplace(variable->name, false);
    }
  }

  void check_declaration(const Declaration &declaration) {
    const Expression &value = declaration.value;
    bool annotated = value.function.has_value();
    if (declaration.kind == Declaration::Kind::local && value.operand) {
      use(*value.operand);
      const auto *operand = std::get_if<Variable>(&*value.operand);
      annotated = annotated || (operand != nullptr && annotated_[operand->name]);
    }
    if (value.function) {
      for (const Option &option : value.function->options) {
        use(option.value);
      }
    }
    const Variable &variable = declaration.variable;
    if (!annotated_.emplace(variable.name, annotated).second) {
      add(ErrorKind::duplicate_declaration, variable.range.from_byte,
          "$" + variable.name + " is declared or used before this declaration");
    }
  }

  void check_selectors() {
    for (const Variable &selector : message_.selectors) {
      const auto found = annotated_.find(selector.name);
      if (found == annotated_.end() || !found->second) {
        add(ErrorKind::missing_selector_annotation, selector.range.from_byte,
            "$" + selector.name + " needs a function to be selected on: .input {$" + selector.name + " :number}");
      }
    }
  }

  // ---- Variants ----

  /// Keys as one string: no two lists of keys give the same.
  static std::string joined(const std::vector<Key> &keys) {
    std::string result;
    for (const Key &key : keys) {
      result += key.catch_all ? "*" : std::to_string(key.value.size()) + ":" + key.value;
    }
    return result;
  }

  void check_variants() {
    std::unordered_set<std::string> seen;
    bool has_fallback = false;
    bool has_mismatch = false;
    for (const Variant &variant : message_.variants) {
      check_pattern(variant.pattern);
      if (variant.keys.size() != message_.selectors.size()) {
        has_mismatch = true;
        add(ErrorKind::variant_key_mismatch, variant.range.from_byte,
            "this variant has " + std::to_string(variant.keys.size()) + " keys, where .match has " +
                std::to_string(message_.selectors.size()) + " variables");
      } else if (!seen.insert(joined(variant.keys)).second) {
        add(ErrorKind::duplicate_variant, variant.range.from_byte, "an earlier variant has the same keys");
      }
      has_fallback = has_fallback || std::all_of(variant.keys.begin(), variant.keys.end(),
                                                 [](const Key &key) { return key.catch_all; });
    }
    if (!has_fallback && !has_mismatch) {  // Which variant was meant is unknown where keys are missing.
      add(ErrorKind::missing_fallback_variant, message_.matcher.from_byte,
          "no variant has only '*' as keys: add one for all other values");
    }
  }

  const Message &message_;
  std::vector<MessageError> &errors_;
  std::unordered_map<std::string, bool> annotated_;  // By name of a declared variable: whether it has a function.
};

}  // namespace
}  // namespace mf2

void validate_mf2(const mf2::Message &message, std::vector<MessageError> &errors) {
  const auto first = static_cast<std::ptrdiff_t>(errors.size());
  mf2::Validator(message, errors).validate();
  std::stable_sort(errors.begin() + first, errors.end(),
                   [](const MessageError &left, const MessageError &right) { return left.byte < right.byte; });
}

}  // namespace codeglot
