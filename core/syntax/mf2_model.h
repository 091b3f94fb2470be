// The data model of a MessageFormat 2 message (LDML 48.2, part 9, "Interchange Data Model"), with the bytes of the source
// on everything. Escapes are resolved; names are in NFC, and so are keys, which the specification compares in NFC.
#ifndef CODEGLOT_SYNTAX_MF2_MODEL_H
#define CODEGLOT_SYNTAX_MF2_MODEL_H

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace codeglot::mf2 {

/// Bytes of the source: from the first, to behind the last.
struct Range {
  size_t from_byte = 0;
  size_t to_byte = 0;
};

/// Quoted or not: the specification makes no difference.
struct Literal {
  std::string value;
  Range range;
};

struct Variable {
  std::string name;  // Without the '$'.
  Range range;
};

using Operand = std::variant<Literal, Variable>;

struct Option {
  std::string name;  // With its namespace: "u:dir".
  Operand value;
  Range range;
};

struct Attribute {
  std::string name;
  std::optional<Literal> value;
  Range range;
};

struct FunctionReference {
  std::string name;  // Without the colon, with its namespace: "number", "shop:price".
  std::vector<Option> options;
  Range range;
};

/// Has an operand or a function, or both.
struct Expression {
  std::optional<Operand> operand;
  std::optional<FunctionReference> function;
  std::vector<Attribute> attributes;
  Range range;  // With the braces.
};

struct Markup {
  enum class Kind : uint8_t { open, standalone, close };

  Kind kind = Kind::open;
  std::string name;
  std::vector<Option> options;
  std::vector<Attribute> attributes;
  Range range;
};

struct Text {
  std::string value;
  Range range;
};

using PatternPart = std::variant<Text, Expression, Markup>;

struct Pattern {
  std::vector<PatternPart> parts;
  Range range;  // Without the braces of a quoted pattern.
};

struct Declaration {
  enum class Kind : uint8_t { input, local };

  Kind kind = Kind::input;
  Variable variable;
  Expression value;  // Of an input: its operand is the variable itself.
  Range range;
};

struct Key {
  bool catch_all = false;  // '*'; the literal |*| is not.
  std::string value;
  Range range;
};

struct Variant {
  std::vector<Key> keys;
  Pattern pattern;
  Range range;
};

/// Either a pattern, or selectors and variants.
struct Message {
  std::vector<Declaration> declarations;
  std::optional<Pattern> pattern;
  std::vector<Variable> selectors;
  std::vector<Variant> variants;
  Range matcher;  // From ".match" to the last selector.
};

}  // namespace codeglot::mf2
#endif
