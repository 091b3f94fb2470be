// See mf2_functions.h: the functions of numbers: their operands, their options, and selection on their values.
#include <unicode/measunit.h>

#include <initializer_list>
#include <memory>

#include "core/icu_engine/mf2_functions.h"
#include "core/icu_engine/mf2_number_format.h"

namespace codeglot::mf2 {
namespace {

enum Functions : uint8_t {
  for_number = 1,
  for_integer = 2,
  for_percent = 4,
  for_currency = 8,
  for_unit = 16,
  for_offset = 32,
  for_all = 63,
};

uint8_t function_bit(const std::string &name) {
  return name == "number"     ? for_number
         : name == "integer"  ? for_integer
         : name == "percent"  ? for_percent
         : name == "currency" ? for_currency
         : name == "unit"     ? for_unit
                              : for_offset;
}

// CLDR's names of units and usages are shorter by far.
constexpr size_t name_bytes_most = 128;

/// An option and the functions that have it. `words` are its values; where there are none, `is_valid` tells.
struct OptionRule {
  const char *name;
  uint8_t functions;
  const char *words;
  bool (*is_valid)(const std::string &value) = nullptr;
};

/// "digit-size-option": up to 99.
bool is_digit_size(const std::string &value) {
  return !value.empty() && value.size() <= 2 && value.find_first_not_of("0123456789") == std::string::npos &&
         (value == "0" || value[0] != '0');
}
bool is_positive_digit_size(const std::string &value) { return is_digit_size(value) && value != "0"; }
bool is_currency_digit_size(const std::string &value) { return value == "auto" || is_digit_size(value); }

bool is_currency(const std::string &value) {
  return value.size() == 3 &&
         value.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

std::string upper_case(std::string text) {
  for (char &character : text) {
    character = static_cast<char>(character >= 'a' && character <= 'z' ? character - 'a' + 'A' : character);
  }
  return text;
}

bool is_unit(const std::string &value) {
  UErrorCode status = U_ZERO_ERROR;
  if (value.empty() || value.size() > name_bytes_most) {
    return false;
  }
  icu::MeasureUnit::forIdentifier(value, status);
  return U_SUCCESS(status);
}

bool is_usage(const std::string &value) {
  return !value.empty() && value.size() <= name_bytes_most &&
         value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

constexpr uint8_t with_digits = for_number | for_percent | for_currency | for_unit;

constexpr OptionRule rules[] = {
    {"select", for_number | for_integer, "plural ordinal exact"},
    {"signDisplay", for_number | for_integer | for_percent | for_unit, "auto always exceptZero negative never"},
    {"useGrouping", for_all & ~for_offset, "auto always never min2"},
    {"minimumIntegerDigits", for_number | for_integer | for_currency | for_unit, "", is_positive_digit_size},
    {"minimumFractionDigits", for_number | for_percent | for_unit, "", is_digit_size},
    {"maximumFractionDigits", for_number | for_percent | for_unit, "", is_digit_size},
    {"minimumSignificantDigits", with_digits, "", is_positive_digit_size},
    {"maximumSignificantDigits", with_digits | for_integer, "", is_positive_digit_size},
    {"fractionDigits", for_currency, "", is_currency_digit_size},
    {"trailingZeroDisplay", for_number | for_percent | for_currency, "auto stripIfInteger"},
    {"roundingPriority", with_digits, "auto morePrecision lessPrecision"},
    {"roundingIncrement", for_number | for_currency | for_unit,
     "1 2 5 10 20 25 50 100 200 250 500 1000 2000 2500 5000"},
    {"roundingMode", with_digits, "ceil floor expand trunc halfCeil halfFloor halfExpand halfTrunc halfEven"},
    {"numberingSystem", for_all & ~for_offset, "", is_numbering_system},
    {"currency", for_currency, "", is_currency},
    {"currencySign", for_currency, "accounting standard"},
    {"currencyDisplay", for_currency, "narrowSymbol symbol name code never"},
    {"unit", for_unit, "", is_unit},
    {"usage", for_unit, "", is_usage},
    {"unitDisplay", for_unit, "short narrow long"},
};

const OptionRule *find_rule(const std::string &name, uint8_t function) {
  for (const OptionRule &rule : rules) {
    if (name == rule.name && (rule.functions & function) != 0) {
      return &rule;
    }
  }
  return nullptr;
}

/// The number of an operand; nothing, with an error, if it is none.
std::optional<ExactNumber> operand_number(const Call &call) {
  const Value *operand = call.operand;
  if (operand != nullptr && operand->type == Value::Type::number) {
    return operand->number;
  }
  std::optional<ExactNumber> number;
  if (operand != nullptr && operand->type == Value::Type::text) {
    number = ExactNumber::parse(*operand->text);
  } else if (operand != nullptr && operand->type == Value::Type::custom) {
    const std::optional<std::string> text = string_value(*operand);
    number = text ? ExactNumber::parse(*text) : std::nullopt;
  }
  if (!number) {
    call.bad_operand(":" + call.function +
                     (operand == nullptr ? " needs an operand" : " needs a number, such as -12.5"));
  }
  return number;
}

/// Takes over the operand's options, but for those that the function discards.
void inherit_options(const Call &call, uint8_t function, Value &value) {
  if (call.operand == nullptr || call.operand->type != Value::Type::number) {
    return;
  }
  value.options = call.operand->options;
  const auto discard = [&](std::initializer_list<const char *> names) {
    for (const char *name : names) {
      value.options.erase(name);
    }
  };
  if (function == for_integer) {
    discard({"minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits"});
  } else if (function == for_percent) {
    discard({"minimumIntegerDigits", "roundingIncrement", "select"});
  }
}

/// "select" says which keys a message has, so that only its author may set it: not a variable, not an operand.
void set_select(const Call &call, const CallOption *own, Value &value) {
  if (own != nullptr && !own->literal) {
    call.fail(ErrorKind::bad_option, "the option select must be written in the message, not a variable", own->byte);
    value.options.erase("select");
    value.selects = false;
  } else if (own == nullptr && value.option("select") != nullptr) {
    if (value.selects) {
      call.bad_option("the operand has the option select, which must be set where it is used");
    }
    value.options.erase("select");
    value.selects = false;
  }
}

void set_option(const Call &call, const CallOption &option, const OptionRule &rule, Value &value) {
  const bool valid = rule.is_valid != nullptr ? rule.is_valid(option.value) : is_one_of(option.value, rule.words);
  if (!valid) {
    call.fail(ErrorKind::bad_option,
              "the option " + option.name +
                  (rule.is_valid != nullptr ? " has no valid value" : std::string(" is one of: ") + rule.words),
              option.byte);
    return;
  }
  const std::string wanted = option.name == "currency" ? upper_case(option.value) : option.value;
  const bool names_operand = option.name == "currency" || option.name == "unit";
  if (names_operand && value.option(option.name) != nullptr && *value.option(option.name) != wanted) {
    call.fail(ErrorKind::bad_option, "the operand has a " + option.name + " already", option.byte);
    return;
  }
  value.options[option.name] = wanted;
}

/// Of two limits that do not go together the maximum counts.
void check_limits(const Call &call, const char *least_name, const char *most_name, Value &value) {
  const std::string *least = value.option(least_name);
  const std::string *most = value.option(most_name);
  if (least != nullptr && most != nullptr &&
      (least->size() != most->size() ? least->size() > most->size() : *least > *most)) {
    call.bad_option(std::string(least_name) + " is above " + most_name);
    value.options.erase(least_name);
  }
}

void set_options(const Call &call, uint8_t function, Value &value) {
  const CallOption *select = nullptr;
  for (const CallOption &option : call.options) {
    const OptionRule *rule = find_rule(option.name, function);
    if (rule == nullptr) {
      continue;
    }
    if (option.name == "select") {
      select = &option;
    }
    if (option.name != "select" || option.literal) {
      set_option(call, option, *rule, value);
    }
  }
  set_select(call, select, value);
  check_limits(call, "minimumFractionDigits", "maximumFractionDigits", value);
  check_limits(call, "minimumSignificantDigits", "maximumSignificantDigits", value);
}

/// Adds what the offset says; false, with an error, if it says nothing or too much.
bool apply_offset(const Call &call, ExactNumber &number) {
  const CallOption *found = nullptr;
  int count = 0;
  for (const CallOption &option : call.options) {
    if (option.name == "add" || option.name == "subtract") {
      found = &option;
      ++count;
    }
  }
  if (count != 1) {
    call.bad_option(":offset needs one option: add or subtract");
    return false;
  }
  if (!is_digit_size(found->value)) {
    call.fail(ErrorKind::bad_option, "the option " + found->name + " is a number from 0 to 99", found->byte);
    return false;
  }
  int32_t summand = 0;
  for (const char digit : found->value) {
    summand = summand * 10 + (digit - '0');
  }
  number = number.plus(found->name == "add" ? summand : -summand);
  return true;
}

/// Whether the value has the currency or unit that its function needs. If the option was given, its error is there.
bool is_complete(const Call &call, uint8_t function, const Value &value) {
  const char *const needed = function == for_currency ? "currency" : function == for_unit ? "unit" : nullptr;
  if (needed == nullptr || value.option(needed) != nullptr) {
    return true;
  }
  for (const CallOption &option : call.options) {
    if (option.name == needed) {
      return false;
    }
  }
  call.bad_operand(":" + call.function + " needs an amount with a " + needed + ", or the option " + needed);
  return false;
}

}  // namespace

Value call_number_function(const Call &call) {
  Value value;
  const uint8_t function = function_bit(call.function);
  std::optional<ExactNumber> number = operand_number(call);
  if (!number || (function == for_offset && !apply_offset(call, *number))) {
    return value;
  }
  value.selects = (function & (for_currency | for_unit)) == 0;
  inherit_options(call, function, value);
  set_options(call, function, value);
  if (!is_complete(call, function, value)) {
    return {};
  }
  value.type = Value::Type::number;
  value.number = function == for_integer ? number->rounded() : *number;
  const bool changed = function == for_integer || function == for_offset || call.operand->type != Value::Type::number;
  value.passed = changed ? ArgumentValue(DecimalText{value.number.plain()}) : call.operand->passed;
  value.direction = call.locale.direction;
  return value;
}

NumberSelection::NumberSelection(const Value &value, FormatTools &tools) {
  exact_ = value.function == "percent" ? value.number.times_hundred().plain() : value.number.plain();
  const std::string *select = value.option("select");
  if (select != nullptr && *select == "exact") {
    return;
  }
  category_ = "other";
  UErrorCode status = U_ZERO_ERROR;
  const bool ordinal = select != nullptr && *select == "ordinal";
  const Key key = Key().add(tools.locale.tag).add(ordinal ? "ordinal" : "cardinal");
  const icu::PluralRules *const plural = tools.kept.plurals.get(key, [&] {
    return std::unique_ptr<icu::PluralRules>(icu::PluralRules::forLocale(
        tools.locale.locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
  });
  const icu::number::FormattedNumber number = to_formatted_number(value, tools, status);
  if (U_SUCCESS(status) && plural != nullptr) {
    const icu::UnicodeString category = plural->select(number, status);
    category_ = U_SUCCESS(status) ? to_utf8(category) : category_;
  }
}

Rank NumberSelection::match(const std::string &key, bool &bad_key) const {
  if (is_number_literal(key)) {
    return key == exact_ ? Rank(0) : std::nullopt;
  }
  bad_key = !is_one_of(key, "zero one two few many other");
  return !bad_key && key == category_ ? Rank(1) : std::nullopt;
}

}  // namespace codeglot::mf2
