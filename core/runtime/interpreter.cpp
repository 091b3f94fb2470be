// See interpreter.h. A missing argument takes its default, else prints its name in braces; one of the wrong type counts
// as missing. Recursion is as deep as the pack's nesting, which the reader has bounded.
#include "core/runtime/interpreter.h"

#include "core/pack/layout.h"
#include "core/runtime/number_format.h"
#include "core/runtime/plural_rules.h"
#include "core/runtime/spans.h"
#ifndef CODEGLOT_WITHOUT_FORMATS
#include "core/runtime/format_date.h"
#include "core/runtime/format_number.h"
#endif

namespace codeglot {
namespace {

using layout::Operation;
using layout::Type;

struct Parameter {
  bool mf2;
  Type type;
  Text name;
  Text default_value;
  const cg_argument *given;
};

Parameter read_parameter(const uint8_t *&at) {
  const uint8_t head = *at++;
  Parameter parameter{(head & layout::mf2_semantics) != 0,
                      static_cast<Type>(head & layout::type_mask),
                      read_text(at),
                      {nullptr, 0},
                      nullptr};
  if ((head & layout::has_default) != 0) {
    parameter.default_value = read_text(at);
  }
  return parameter;
}

/// What follows a body's head and source.
const uint8_t *body_contents(Text body) {
  const uint8_t *at = body.begin() + 1;
#ifndef CODEGLOT_WITHOUT_FORMATS
  if ((at[-1] & layout::body_has_source) != 0) {
    read_text(at);
  }
#endif
  return at;
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
  static constexpr auto none = static_cast<uint8_t>(layout::Isolation::none);
  static constexpr auto absence = static_cast<uint8_t>(layout::Isolation::absence);
  static constexpr auto first_strong = static_cast<uint8_t>(layout::Isolation::first_strong);
  static constexpr uint8_t isolation_end = first_strong + 1;

 public:
  Run(const Profile &profile, Sink &sink, Shortfall &shortfall)
      : profile_(profile), sink_(sink), shortfall_(shortfall) {}

  /// Reads the parameters and leaves `at` on the first node.
  void bind(const uint8_t *&at, Arguments arguments) {
    const uint8_t count = *at++;
    for (uint32_t index = 0; index < count; ++index) {
      declared_[index] = at;
      given_[index] = arguments.find(read_parameter(at).name);
    }
  }

  void nodes(const uint8_t *at, const uint8_t *end) {
    while (at != end && !sink_.full()) {
      const auto operation = static_cast<Operation>(*at++);
      if (operation == Operation::text || operation == Operation::isolate || operation == Operation::mark) {
        const Text text = read_text(at);
        if (operation == Operation::mark) {
          note_mark(sink_, text);
        } else {
          append_part(sink_, operation == Operation::text ? CG_PART_TEXT : CG_PART_BIDI_ISOLATION, text);
        }
        continue;
      }
      const uint8_t head = *at++;
      const uint8_t parameter = head & layout::parameter_mask;
      isolation_ = head >> layout::isolation_shift;
      if (operation == Operation::argument) {
        print(parameter);
#ifndef CODEGLOT_WITHOUT_FORMATS
      } else if (operation == Operation::format) {
        const uint8_t format = *at++;
        print_formatted(parameter, profile_.format(format), read_value(at));
#endif
      } else if (operation < Operation::plural) {
        const uint8_t style = *at++;
        const Value less = operation == Operation::number_less ? read_value(at) : Value{0, 0};
        print_styled(parameter, style, less);
      } else {
        const Text part = read_text(at);
        const Text chosen = operation == Operation::plural ? choose_plural(parameter, part)
                                                           : choose_select(parameter, part);
        if (chosen.bytes != 0) {
          nodes(chosen.begin(), chosen.end());
        }
        continue;
      }
      if (isolation_ > absence) {
        isolate(isolation_end);
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
  Type declared_type(uint8_t index) const { return static_cast<Type>(*declared_[index] & layout::type_mask); }

  void report(const Parameter &parameter, cg_status status) {
    if (shortfall_.status == CG_OK) {
      shortfall_ = {status, parameter.name};
    }
  }

  /// Prints what stands for an argument that has neither a value nor a default.
  void print_absence(const Parameter &parameter) {
    report(parameter, CG_MISSING_ARGUMENT);
    print_braced(parameter);
  }

  /// Appends the control that begins an isolation, if that is to be, or the one that ends it.
  void isolate(uint8_t isolation) {
    if (isolation > absence) {
      const char control[] = {'\xE2', '\x81', static_cast<char>(0xA4 + isolation)};  // U+2066 to U+2069
      append_part(sink_, CG_PART_BIDI_ISOLATION, {control, sizeof control});
      isolation_ = isolation;
    }
  }

  void print_braced(const Parameter &parameter) {
    if (isolation_ != none) {
      isolate(first_strong);
    }
    begin_part(sink_, CG_PART_FALLBACK, {parameter.name.data, parameter.name.bytes});
    sink_.append("{$", parameter.mf2 ? 2 : 1);
    sink_.append(parameter.name);
    sink_.append("}", 1);
    end_part(sink_);
  }

  /// What a branch does without an argument: in MessageFormat 2 it takes the last one, else its absence is printed.
  bool select_nothing(const Parameter &parameter) {
    if (parameter.mf2) {
      report(parameter, CG_MISSING_ARGUMENT);
    } else {
      print_absence(parameter);
    }
    return parameter.mf2;
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

  /// The argument, if it is an integer that needs no decimal digits.
  bool small_integer(uint8_t index, uint8_t style, int64_t &value) const {
    const cg_argument *given = given_[index];
    if (given == nullptr || given->type != CG_TYPE_INT64 || declared_type(index) == Type::string || has_spans(sink_) ||
        profile_.numbers.digit_bytes == 0) {
      return false;
    }
    value = given->value.integer;
    return value > -small_most && value < small_most && !style_scales(profile_.numbers, style);
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

  cg_string name_of(uint8_t index) const {
    const Text name = declaration(index).name;
    return {name.data, name.bytes};
  }

#ifndef CODEGLOT_WITHOUT_FORMATS
  void print_formatted(uint8_t index, Text format, Value less) {
    if (static_cast<layout::FormatKind>(*format.begin()) == layout::FormatKind::date) {
      print_instant(index, format);
      return;
    }
    Decimal decimal;
    if (!present_number(index, decimal)) {
      return;
    }
    isolate(isolation_);
    begin_part(sink_, CG_PART_NUMBER, name_of(index));
    const NumberFormat number_format(format);
    decimal.subtract(less);
    const NumberFormat::Shown shown = number_format.apply(decimal);
    number_format.print(profile_, decimal, shown, sink_);
  }

  void print_instant(uint8_t index, Text format) {
    const Parameter parameter = declaration(index);
    Instant instant;
    auto reading = Instant::Reading::bad;
    if (parameter.given != nullptr) {
      if (parameter.given->type == CG_TYPE_DATE) {
        reading = instant.read(parameter.given->value.string.data, parameter.given->value.string.bytes);
      }
      if (reading == Instant::Reading::good && !shows(format, instant)) {
        reading = Instant::Reading::needs_icu;
      }
      if (reading == Instant::Reading::needs_icu) {
        report(parameter, CG_NEEDS_ICU);
        print_braced(parameter);
        return;
      }
      if (reading == Instant::Reading::bad) {
        report(parameter, CG_WRONG_ARGUMENT_TYPE);
        instant = {};
      }
    }
    if (reading == Instant::Reading::bad && parameter.default_value.data != nullptr) {
      reading = instant.read(parameter.default_value.data, parameter.default_value.bytes);
    }
    if (reading != Instant::Reading::good) {
      print_absence(parameter);
      return;
    }
    isolate(isolation_);
    begin_part(sink_, CG_PART_DATETIME, name_of(index));
    print_date(profile_, format, instant, sink_);
  }
#endif

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
      isolate(isolation_);
      begin_part(sink_, CG_PART_STRING, {parameter.name.data, parameter.name.bytes});
      sink_.append_untrusted(text);
      end_part(sink_);
    }
  }

  void print_styled(uint8_t index, uint8_t style_index, Value less) {
    int64_t integer;
    if (less.fraction_digits == 0 && small_integer(index, style_index, integer)) {
      isolate(isolation_);
      print_integer(profile_.numbers, style_index, integer - less.mantissa, sink_);
      return;
    }
    Decimal decimal;
    if (!present_number(index, decimal)) {
      return;
    }
    isolate(isolation_);
    begin_part(sink_, CG_PART_NUMBER, name_of(index));
    decimal.subtract(less);
    apply_style(profile_.numbers, style_index, decimal);
    print_number(profile_.numbers, style_index, decimal, sink_);
  }

  /// The branch for a number; none, with its absence printed, if there is no number. Apart from nodes(), so that the
  /// digits are off the stack before the branch runs.
  Text choose_plural(uint8_t index, Text part) {
    const uint8_t *at = part.begin();
    const uint8_t flags = *at++;
    const uint8_t style = *at++;
    const Value offset = read_value(at);
    Decimal decimal;
    int64_t integer = 0;
#ifndef CODEGLOT_WITHOUT_FORMATS
    const bool formatted = (style & layout::style_of_format) != 0;
#else
    constexpr bool formatted = false;
#endif
    const bool small = !formatted && offset.fraction_digits == 0 && small_integer(index, style, integer);
    bool absent = false;
    if (!small) {
      const Parameter parameter = declaration(index);
      absent = !number(parameter, decimal);
      if (absent && !select_nothing(parameter)) {
        return {nullptr, 0};
      }
#ifndef CODEGLOT_WITHOUT_FORMATS
      if (!absent && (flags & layout::plural_of_integer) != 0) {
        decimal.round(0, layout::RoundingMode::half_up);
      }
#endif
    }
    uint8_t category = layout::exact;  // Not yet known: most plurals with an exact match never ask.
    for (;;) {
      const uint8_t key = *at++;
      if (key == layout::exact) {
        const Value value = read_value(at);
        const Text branch = read_text(at);
        if (absent) {
          continue;
        }
        if (small ? value.fraction_digits == 0 && value.mantissa == integer : decimal.equals(value)) {
          return branch;
        }
        continue;
      }
      const Text branch = read_text(at);
      if (at == part.end()) {
        return branch;  // "other", whatever the number is.
      }
      if (absent) {
        continue;
      }
      if (category == layout::exact) {
        const Text rules = (flags & layout::plural_ordinal) != 0 ? profile_.ordinal_rules : profile_.cardinal_rules;
        if (small) {
          integer -= offset.mantissa;
          category = plural_category(rules, PluralOperands(static_cast<uint64_t>(integer < 0 ? -integer : integer)));
        } else {
          category = category_of(rules, decimal, offset, style);
        }
      }
      if (key == category) {
        return branch;
      }
    }
  }

  uint8_t category_of(Text rules, Decimal &decimal, Value offset, uint8_t style) const {
    if (decimal.kind != Decimal::Kind::finite) {
      return layout::other;
    }
    decimal.subtract(offset);
#ifndef CODEGLOT_WITHOUT_FORMATS
    if ((style & layout::style_of_format) != 0) {
      const NumberFormat format(profile_.format(style & ~layout::style_of_format));
      return format.category(rules, decimal, format.apply(decimal));
    }
#endif
    apply_style(profile_.numbers, style, decimal);
    return plural_category(rules, PluralOperands(decimal));
  }

  /// The branch for a string; none, with its absence printed, if there is no string.
  Text choose_select(uint8_t index, Text part) {
    const Parameter parameter = declaration(index);
    const cg_string text = string(parameter);
    const bool absent = text.data == nullptr;
    if (absent && !select_nothing(parameter)) {
      return {nullptr, 0};
    }
    for (const uint8_t *at = part.begin();;) {
      const Text key = read_text(at);
      const Text branch = read_text(at);
      if (at == part.end() || (!absent && same(key.data, key.bytes, text.data, text.bytes))) {
        return branch;
      }
    }
  }

  const Profile &profile_;
  Sink &sink_;
  Shortfall &shortfall_;
  uint8_t isolation_ = none;  // Of the node that is printed; where something stands for the argument, of that.
  const uint8_t *declared_[CG_MAX_ARGUMENTS];  // Not cleared: only the program's own parameters are ever read.
  const cg_argument *given_[CG_MAX_ARGUMENTS];
};

}  // namespace

#ifndef CODEGLOT_WITHOUT_FORMATS
bool body_source(Text body, Text &source) {
  const uint8_t *at = body.begin();
  if ((*at++ & layout::body_has_source) == 0) {
    return false;
  }
  source = read_text(at);
  return true;
}
#endif

const cg_argument *Arguments::find(Text name) const {
  for (size_t index = 0; index < count; ++index) {
    if (same(data[index].name.data, data[index].name.bytes, name.data, name.bytes)) {
      return &data[index];
    }
  }
  return nullptr;
}

void run_body(Text body, const Profile &profile, Arguments arguments, Sink &sink, Shortfall &shortfall) {
  const uint8_t *at = body_contents(body);
#ifndef CODEGLOT_WITHOUT_FORMATS
  if ((*body.begin() & layout::body_stands_in) != 0) {
    shortfall.status = CG_NEEDS_ICU;
  }
#endif
  if (!is_program(body)) {
    append_part(sink, CG_PART_TEXT, {reinterpret_cast<const char *>(at), static_cast<uint32_t>(body.end() - at)});
    return;
  }
  Run run(profile, sink, shortfall);
  run.bind(at, arguments);
  run.nodes(at, body.end());
}

uint32_t parameter_count(Text body) {
  const uint8_t *at = body_contents(body);
  return is_program(body) ? *at : 0;
}

bool parameter_at(Text body, uint32_t index, cg_parameter &declared) {
  if (index >= parameter_count(body)) {
    return false;
  }
  const uint8_t *at = body_contents(body) + 1;
  Parameter parameter{};
  do {
    parameter = read_parameter(at);
  } while (index-- > 0);
  declared.name = {parameter.name.data, parameter.name.bytes};
  // Numbers and dates are the types past those that only an argument may have.
  declared.type = static_cast<cg_type>(parameter.type);
  declared.type += parameter.type < Type::number ? 0 : CG_TYPE_DECIMAL - cg_type{2};
  declared.default_value = {parameter.default_value.data, parameter.default_value.bytes};
  return true;
}

}  // namespace codeglot
