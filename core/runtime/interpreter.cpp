// See interpreter.h. A missing argument takes its default, else prints its name in braces; one of the wrong type counts
// as missing. Recursion is as deep as the pack's nesting, which the reader has bounded.
#include "core/runtime/interpreter.h"

#include "core/pack/layout.h"
#include "core/runtime/number_format.h"
#include "core/runtime/plural_rules.h"

namespace codeglot {
namespace {

using layout::Operation;
using layout::Type;

struct Parameter {
  Type type;
  Text name;
  Text default_value;
  const cg_argument *given = nullptr;
};

Parameter read_parameter(const uint8_t *&at) {
  const uint8_t head = *at++;
  Parameter parameter{static_cast<Type>(head & ~layout::has_default), read_text(at), {}};
  if ((head & layout::has_default) != 0) {
    parameter.default_value = read_text(at);
  }
  return parameter;
}

bool is_program(Text body) { return (*body.begin() & 1) != 0; }

bool set_number(const cg_argument &argument, Decimal &decimal) {
  switch (argument.type) {
    case CG_TYPE_INT64:
      decimal.set(argument.value.integer);
      return true;
#ifndef CODEGLOT_WITHOUT_DOUBLE
    case CG_TYPE_DOUBLE:
      decimal.set(argument.value.number);
      return true;
#endif
    case CG_TYPE_DECIMAL:
      return decimal.set(argument.value.string.data, argument.value.string.bytes);
    default:
      return false;
  }
}

// Integers of this size are counted and printed without decimal digits in between, and stay exact in ICU's doubles.
constexpr int64_t small_most = int64_t{1} << 53;

class Run {
 public:
  Run(const Profile &profile, Sink &sink, Shortfall &shortfall) : profile_(profile), sink_(sink), shortfall_(shortfall) {}

  /// Reads the parameters and leaves `at` on the first node.
  void bind(const uint8_t *&at, Arguments arguments) {
    const uint32_t count = read_varint(at);
    for (uint32_t index = 0; index < count; ++index) {
      declared_[index] = at;
      given_[index] = arguments.find(read_parameter(at).name);
    }
  }

  void nodes(const uint8_t *at, const uint8_t *end) {
    while (at != end && !sink_.full()) {
      const auto operation = static_cast<Operation>(*at++);
      if (operation == Operation::text) {
        sink_.append(read_text(at));
        continue;
      }
      const uint8_t parameter = *at++;
      switch (operation) {
        case Operation::argument:
          print(parameter);
          break;
        case Operation::number:
          print_styled(parameter, *at++, {0, 0});
          break;
        case Operation::number_less: {
          const uint8_t style = *at++;
          print_styled(parameter, style, read_value(at));
          break;
        }
        case Operation::plural:
          plural(parameter, at);
          break;
        default:
          select(parameter, at);
          break;
      }
    }
  }

 private:
  /// The declaration of a parameter; read only where the given argument does not do, which is rare.
  Parameter declaration(uint8_t index) const {
    const uint8_t *declared = declared_[index];
    Parameter parameter = read_parameter(declared);
    parameter.given = given_[index];
    return parameter;
  }
  Type declared_type(uint8_t index) const { return static_cast<Type>(*declared_[index] & ~layout::has_default); }

  void report(const Parameter &parameter, cg_status status) {
    if (shortfall_.status == CG_OK) {
      shortfall_ = {status, parameter.name};
    }
  }

  /// Prints what stands for an argument that has neither a value nor a default.
  void print_absence(const Parameter &parameter) {
    report(parameter, CG_MISSING_ARGUMENT);
    sink_.append("{", 1);
    sink_.append(parameter.name);
    sink_.append("}", 1);
  }

  /// The argument as a number, or its default; false if there is neither.
  bool number(const Parameter &parameter, Decimal &decimal) {
    if (profile_.numbers.digit_bytes == 0) {
      return false;
    }
    if (parameter.given != nullptr) {
      if (parameter.type != Type::string && set_number(*parameter.given, decimal)) {
        return true;
      }
      report(parameter, CG_WRONG_ARGUMENT_TYPE);
    }
    return parameter.default_value.data != nullptr &&
           decimal.set(parameter.default_value.data, parameter.default_value.bytes);
  }

  /// The same, with the argument's absence printed.
  bool present_number(uint8_t index, Decimal &decimal) {
    const Parameter parameter = declaration(index);
    const bool present = number(parameter, decimal);
    if (!present) {
      print_absence(parameter);
    }
    return present;
  }

  /// The argument minus a constant, if it is an integer that needs no decimal digits.
  bool small_integer(uint8_t index, uint8_t style, Value less, int64_t &value) const {
    const cg_argument *given = given_[index];
    if (given == nullptr || given->type != CG_TYPE_INT64 || declared_type(index) == Type::string ||
        profile_.numbers.digit_bytes == 0 || less.fraction_digits != 0) {
      return false;
    }
    value = given->value.integer;
    if (value <= -small_most || value >= small_most || profile_.numbers.styles[style][1] != 0) {
      return false;
    }
    value -= less.mantissa;
    return true;
  }

  /// The argument as a string, or its default; data is null if there is neither.
  cg_string string(const Parameter &parameter) {
    if (parameter.given != nullptr) {
      if (parameter.given->type == CG_TYPE_STRING && parameter.type != Type::number) {
        const cg_string given = parameter.given->value.string;
        return given.data != nullptr ? given : cg_string{"", 0};
      }
      report(parameter, CG_WRONG_ARGUMENT_TYPE);
    }
    return {parameter.default_value.data, parameter.default_value.bytes};
  }

  void print(uint8_t index) {
    const Parameter parameter = declaration(index);
    const bool as_number = parameter.type == Type::number ||
                           (parameter.type == Type::any && parameter.given != nullptr &&
                            parameter.given->type != CG_TYPE_STRING);
    if (as_number) {
      print_styled(index, layout::style_plain, {0, 0});
      return;
    }
    const cg_string text = string(parameter);
    if (text.data == nullptr) {
      print_absence(parameter);
    } else {
      sink_.append_untrusted(text);
    }
  }

  void print_styled(uint8_t index, uint8_t style_index, Value less) {
    int64_t integer;
    if (small_integer(index, style_index, less, integer)) {
      print_integer(profile_.numbers, number_style(profile_.numbers, style_index), integer, sink_);
      return;
    }
    Decimal decimal;
    if (!present_number(index, decimal)) {
      return;
    }
    decimal.subtract(less);
    apply_style(profile_.numbers, style_index, decimal);
    print_number(profile_.numbers, number_style(profile_.numbers, style_index), decimal, sink_);
  }

  void plural(uint8_t index, const uint8_t *&at) {
    const Text chosen = choose_plural(index, at);
    if (chosen.data != nullptr) {
      nodes(chosen.begin(), chosen.end());
    }
  }

  /// The branch for the argument; without a number its absence is printed and there is none. Apart from plural(), so
  /// that the digits are off the stack before the branch runs.
  Text choose_plural(uint8_t index, const uint8_t *&at) {
    const uint8_t flags = *at++;
    const uint8_t style = *at++;
    const Value offset = read_value(at);
    const Text rules = (flags & layout::plural_ordinal) != 0 ? profile_.ordinal_rules : profile_.cardinal_rules;
    Decimal decimal;
    int64_t integer;
    const bool small = small_integer(index, style, {0, 0}, integer) && offset.fraction_digits == 0;
    const bool present = small || present_number(index, decimal);
    Text chosen;
    uint8_t category = layout::exact;  // Not yet known: most plurals with an exact match never ask.
    for (uint32_t branches = read_varint(at); branches > 0; --branches) {
      const uint8_t key = *at++;
      const Value value = key == layout::exact ? read_value(at) : Value{0, 0};
      const Text branch = read_text(at);
      if (!present || chosen.data != nullptr) {
        continue;
      }
      if (key == layout::exact) {
        if (small ? value.fraction_digits == 0 && value.mantissa == integer : decimal.equals(value)) {
          chosen = branch;
        }
        continue;
      }
      if (key != layout::other && category == layout::exact) {
        if (small) {
          const int64_t shown = integer - offset.mantissa;
          category = plural_category(rules, PluralOperands(static_cast<uint64_t>(shown < 0 ? -shown : shown)));
        } else if (decimal.kind != Decimal::Kind::finite) {
          category = layout::other;
        } else {
          decimal.subtract(offset);
          apply_style(profile_.numbers, style, decimal);
          category = plural_category(rules, PluralOperands(decimal));
        }
      }
      if (key == layout::other || key == category) {
        chosen = branch;
      }
    }
    return chosen;
  }

  void select(uint8_t index, const uint8_t *&at) {
    const Parameter parameter = declaration(index);
    const cg_string text = string(parameter);
    if (text.data == nullptr) {
      print_absence(parameter);
    }
    Text chosen;
    for (uint32_t branches = read_varint(at); branches > 0; --branches) {
      const Text key = read_text(at);
      const Text branch = read_text(at);
      if (text.data != nullptr && chosen.data == nullptr &&
          (branches == 1 || same(key.data, key.bytes, text.data, text.bytes))) {
        chosen = branch;
      }
    }
    if (chosen.data != nullptr) {
      nodes(chosen.begin(), chosen.end());
    }
  }

  const Profile &profile_;
  Sink &sink_;
  Shortfall &shortfall_;
  const uint8_t *declared_[CG_MAX_ARGUMENTS];  // Not cleared: only the program's own parameters are ever read.
  const cg_argument *given_[CG_MAX_ARGUMENTS];
};

}  // namespace

const cg_argument *Arguments::find(Text name) const {
  for (size_t index = 0; index < count; ++index) {
    if (same(data[index].name.data, data[index].name.bytes, name.data, name.bytes)) {
      return &data[index];
    }
  }
  return nullptr;
}

void run_body(Text body, const Profile &profile, Arguments arguments, Sink &sink, Shortfall &shortfall) {
  const uint8_t *at = body.begin() + 1;
  if (!is_program(body)) {
    sink.append(reinterpret_cast<const char *>(at), static_cast<size_t>(body.end() - at));
    return;
  }
  Run run(profile, sink, shortfall);
  run.bind(at, arguments);
  run.nodes(at, body.end());
}

uint32_t parameter_count(Text body) {
  const uint8_t *at = body.begin() + 1;
  return is_program(body) ? read_varint(at) : 0;
}

cg_parameter parameter_at(Text body, uint32_t index) {
  const uint8_t *at = body.begin() + 1;
  read_varint(at);
  Parameter parameter = read_parameter(at);
  for (; index > 0; --index) {
    parameter = read_parameter(at);
  }
  const cg_type type = parameter.type == Type::string   ? CG_TYPE_STRING
                       : parameter.type == Type::number ? CG_TYPE_DECIMAL
                                                        : CG_TYPE_ANY;
  return {{parameter.name.data, parameter.name.bytes},
          type,
          {parameter.default_value.data, parameter.default_value.bytes}};
}

}  // namespace codeglot
