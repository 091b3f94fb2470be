// Mf1Operand: an argument's value as the formats of MessageFormat 1 take it.
#ifndef CODEGLOT_ICU_ENGINE_MF1_OPERAND_H
#define CODEGLOT_ICU_ENGINE_MF1_OPERAND_H

#include <unicode/fmtable.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/icu_engine/argument.h"

namespace codeglot {

struct Mf1Operand {
  enum class Kind : uint8_t { wrong_type, text, number, date };

  Mf1Operand() = default;
  explicit Mf1Operand(const ArgumentValue &given);
  explicit Mf1Operand(double number) : kind(Kind::number), value(number) {}

  /// Of a number: the nearest double.
  double number() const;

  Kind kind = Kind::wrong_type;
  icu::Formattable value;  // Of a number or a date: ICU decides by its type which format takes it.
  std::string text;        // Of a text: well-formed UTF-8. Of a number given in digits: the digits.
  std::string zone;        // Of a date.
};

/// The arguments of one call, each read when it is first asked for.
class Mf1Arguments {
 public:
  explicit Mf1Arguments(const std::vector<NamedArgument> &arguments);
  /// Null if there is none of that name; the first of two counts.
  const Mf1Operand *find(const std::string &name);

 private:
  struct Entry {
    const ArgumentValue *given;
    std::optional<Mf1Operand> operand;
  };
  std::map<std::string_view, Entry> entries_;
};

}  // namespace codeglot
#endif
