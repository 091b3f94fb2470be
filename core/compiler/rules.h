// The rules of `codeglot check`: every finding names the one that it breaks. An id never changes once published, since
// settings, baselines and the tools that read reports name rules by it.
#ifndef CODEGLOT_COMPILER_RULES_H
#define CODEGLOT_COMPILER_RULES_H

#include <cstdint>
#include <span>
#include <string_view>

namespace codeglot {

enum class Severity { error, warning };

enum class Rule : uint8_t {
  // Without these a catalog cannot be read or compiled.
  invalid_file,
  unreadable_file,
  duplicate_member,
  locale_tag,
  code_taken,
  unknown_name,
  message_syntax,
  unknown_argument,
  argument_type,
  limit,
  no_message,
  // What is there, and what is not.
  encoding,
  missing_locale,
  missing_message,
  retired_message,
  argument_differs,
  select_differs,
  // Plurals.
  plural_missing_category,
  plural_unused_category,
  plural_exact_one,
  plural_number_missing,
  // Texts.
  same_as_source,
  apostrophe,
  bidi_unbalanced,
  wrong_script,
  mixed_script_word,
  outer_space,
  mixed_width,
  not_nfc,
  length,
  html,
  // Words of the catalog's glossary.
  glossary_term,
  glossary_avoid,
  glossary_verbatim,
  // What was published.
  released_code,
  released_arguments,
  // The check's own files.
  stale_exception,
  stale_baseline,
};

/// What a rule is about: the message of one code, first as the source language has it.
struct RuleExample {
  std::string_view locale;  // Of `wrong` and `right`; empty if these are no messages.
  std::string_view source;  // English; empty if it does not matter.
  std::string_view wrong;
  std::string_view right;
};

struct RuleInfo {
  Rule rule;
  std::string_view id;  // kebab-case
  Severity severity;    // Unless the catalog's settings say otherwise.
  bool adjustable;      // Whether settings, exceptions and a baseline may silence it: a catalog compiles without it.
  bool fixable;         // Whether --fix mends it, where it can be done without a doubt.
  std::string_view sentence;
  RuleExample example;
};

/// All of them, in the order of the enumeration.
std::span<const RuleInfo> all_rules();

const RuleInfo &info(Rule rule);

/// The rule of an id, or null.
const RuleInfo *find_rule(std::string_view id);

}  // namespace codeglot
#endif
