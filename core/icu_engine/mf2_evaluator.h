// Evaluates a message of MessageFormat 2 (LDML 48.2, part 9, "Formatting"): resolves what is needed, each declaration at most
// once, chooses a variant, and makes parts. Lives for one call of format().
#ifndef CODEGLOT_ICU_ENGINE_MF2_EVALUATOR_H
#define CODEGLOT_ICU_ENGINE_MF2_EVALUATOR_H

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/icu_engine/message.h"
#include "core/icu_engine/mf2_functions.h"
#include "core/syntax/mf2_model.h"

namespace codeglot::mf2 {

/// Declarations by the names of their variables.
using DeclarationIndex = std::unordered_map<std::string, size_t>;

class Evaluator {
 public:
  /// The message is valid: without errors of syntax or data model.
  Evaluator(const Message &message, const DeclarationIndex &declared, const MessageLocale &locale,
            const std::vector<NamedArgument> &arguments, const FormatContext &context, Formatted &formatted);

  void run();

 private:
  // ---- Resolution ----
  ValuePointer declaration_value(size_t index);
  const size_t *next_dependency(const Declaration &declaration) const;
  ValuePointer input_value(const std::string &name, size_t byte);
  ValuePointer variable_value(const Variable &variable);
  ValuePointer operand_value(const Expression &expression);
  ValuePointer resolve(const Expression &expression);
  ValuePointer resolve(const Declaration &declaration);
  ValuePointer apply(const Expression &expression, ValuePointer operand);
  Value call_custom(const Function &function, const Expression &expression, const Call &call);

  /// The options that a function or markup is given, and those of the namespace "u", which are the evaluator's.
  struct ResolvedOptions {
    std::vector<CallOption> options;
    std::string id;
    std::string direction;
  };
  ResolvedOptions resolve_options(const std::vector<Option> &options, bool markup);
  void set_universal_option(const CallOption &option, bool markup, ResolvedOptions &resolved);

  // ---- Selection ----
  class Selector;
  const Pattern &select();

  // ---- Formatting ----
  void format(const Pattern &pattern);
  void format(const Expression &expression);
  void format(const Markup &markup);
  Part part_of(const Value &value, const Expression &expression);
  Part fallback_part(const std::string &source) const;
  void append(Part part);
  /// Adds to one of the two counts, of at most CG_MAX_OUTPUT_BYTES; false if it is full.
  static bool spend(size_t &count, size_t bytes);

  void add_error(ErrorKind kind, std::string sentence, size_t byte);

  const Message &message_;
  const DeclarationIndex &declared_;
  const MessageLocale &locale_;
  const FormatContext &context_;
  Formatted &formatted_;
  KeptFormatters own_kept_;  // If the caller gives none.
  FormatTools tools_;
  std::unordered_map<std::string, ValuePointer> arguments_;
  std::vector<ValuePointer> values_;  // Of declarations; null until it is needed.
  size_t text_bytes_ = 0;             // Of the result.
  size_t other_bytes_ = 0;            // Of names, identifiers and options, in the result or on the way there.
};

}  // namespace codeglot::mf2
#endif
