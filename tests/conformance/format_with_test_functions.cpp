// `codeglot format --jsonl` with the functions of the Unicode suite: :test:function, :test:select and :test:format
// (message-format-wg, test/README.md). `--engine auto` or `--engine icu`, the default. They belong to the test; no build of the command knows them.
#include <iostream>
#include <string>

#include "core/cli/format_lines.h"
#include "core/icu_engine/exact_number.h"

namespace {

using namespace codeglot;

/// What a call of a test function knows: the suite's names are Input, DecimalPlaces, FailsFormat and FailsSelect.
struct State {
  std::string input;
  int decimal_places = 0;
  bool fails_format = false;
  bool fails_select = false;
};

using Options = std::vector<std::pair<std::string, std::string>>;

std::string find(const Options &options, const std::string &name) {
  for (const auto &[each, value] : options) {
    if (each == name) {
      return value;
    }
  }
  return "";
}

/// A number as text; empty if the operand is none.
std::string number_of(const ArgumentValue &value) {
  if (const auto *text = std::get_if<std::string>(&value)) {
    return is_number_literal(*text) ? ExactNumber::parse(*text)->plain() : "";
  }
  if (const auto *integer = std::get_if<int64_t>(&value)) {
    return ExactNumber::of(*integer).plain();
  }
  if (const auto *number = std::get_if<double>(&value)) {
    return ExactNumber::of(*number).plain();
  }
  const auto *decimal = std::get_if<DecimalText>(&value);
  return decimal != nullptr ? decimal->digits : "";
}

/// "-12.5" with no decimal place is "-12", with one "-12.5".
std::string shown(const State &state) {
  const size_t point = state.input.find('.');
  const std::string whole = state.input.substr(0, point);
  if (state.decimal_places == 0) {
    return whole;
  }
  return whole + "." + (point == std::string::npos ? "0" : state.input.substr(point + 1, 1));
}

FunctionResult failure(const std::string &sentence, bool bad_option) {
  FunctionResult result;
  result.error = sentence;
  result.bad_option = bad_option;
  return result;
}

FunctionResult run(const FunctionCall &call, bool formats, bool selects) {
  State state;
  state.input = call.operand ? number_of(call.operand->value) : "";
  if (state.input.empty()) {
    return failure("the operand is no number", false);
  }
  for (const Options &options : {call.operand_options, call.options}) {
    const std::string places = find(options, "decimalPlaces");
    const std::string fails = find(options, "fails");
    if (!places.empty() && places != "0" && places != "1") {
      return failure("decimalPlaces is 0 or 1", true);
    }
    state.decimal_places = places.empty() ? state.decimal_places : places[0] - '0';
    state.fails_format = state.fails_format || fails == "format" || fails == "always";
    state.fails_select = state.fails_select || fails == "select" || fails == "always";
  }
  FunctionResult result;
  result.text = shown(state);
  result.value = DecimalText{state.input};
  result.options = {{"decimalPlaces", std::to_string(state.decimal_places)},
                    {"fails", state.fails_format ? (state.fails_select ? "always" : "format")
                                                 : (state.fails_select ? "select" : "never")}};
  if (state.fails_format || !formats) {
    result.format_error = "this value cannot be formatted";
    result.bad_option = state.fails_format;
  }
  if (selects && !state.fails_select) {
    const bool one = state.input == "1";
    result.selection = one ? (state.decimal_places == 1 ? "1.0" : "1") : "";
    if (one && state.decimal_places == 1) {
      result.weaker_selection = {"1"};
    }
  }
  return result;
}

}  // namespace

int main(int count, char **arguments) {
  const bool automatic = count > 2 && std::string(arguments[2]) == "auto";
  FunctionRegistry functions;
  functions.add("test:function", [](const FunctionCall &call) { return run(call, true, true); });
  functions.add("test:select", [](const FunctionCall &call) { return run(call, false, true); });
  functions.add("test:format", [](const FunctionCall &call) { return run(call, true, false); });
  cli::format_lines(std::cin, std::cout, automatic ? cli::Engine::automatic : cli::Engine::icu, &functions);
  return 0;
}
