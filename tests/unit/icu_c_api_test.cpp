// icu.h natively: patterns, parts, errors, functions, data, invalid calls.
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>
#include <vector>

#include "codeglot/icu.h"
#include "core/compiler/cldr_data.h"
#include "tests/unit/support.h"

namespace {

cg_string view(const std::string &text) { return {text.data(), text.size()}; }
std::string text_of(cg_string string) { return string.bytes == 0 ? "" : std::string(string.data, string.bytes); }

struct Destroy {
  void operator()(cg_icu *engine) const { cg_icu_destroy(engine); }
  void operator()(cg_formatted *formatted) const { cg_formatted_destroy(formatted); }
};
using Engine = std::unique_ptr<cg_icu, Destroy>;
using Result = std::unique_ptr<cg_formatted, Destroy>;

Engine make_engine() {
  cg_icu *engine = nullptr;
  REQUIRE(cg_icu_create(&engine) == CG_OK);
  return Engine(engine);
}

cg_argument argument(const std::string &name, cg_type type, const std::string &text) {
  cg_argument result = {};
  result.name = view(name);
  result.type = type;
  result.value.string = view(text);
  return result;
}

Result format(const Engine &engine, cg_syntax syntax, const std::string &source,
              const std::vector<cg_argument> &arguments = {}, const std::string &locale = "en") {
  cg_pattern pattern = {};
  pattern.syntax = syntax;
  pattern.locale = view(locale);
  pattern.source = view(source);
  return Result(cg_icu_format(engine.get(), &pattern, arguments.data(), arguments.size()));
}

std::string text(const Result &result) { return text_of(cg_formatted_text(result.get())); }

std::string first_error(const Result &result) {
  cg_format_error error = {};
  return cg_formatted_error_at(result.get(), 0, &error) == CG_OK ? text_of(error.kind) : "";
}

}  // namespace

TEST_CASE("the ICU engine formats both syntaxes from C") {
  const Engine engine = make_engine();
  const std::string name = "n", number = "1234.5", date = "1637685775123 +05:30";
  const std::vector<cg_argument> numbers = {argument(name, CG_TYPE_DECIMAL, number)};
  CHECK(text(format(engine, CG_SYNTAX_MF1, "{n, number}", numbers, "de")) == "1.234,5");
  CHECK(text(format(engine, CG_SYNTAX_MF2, "{$n :number}", numbers, "fr")) == "1\u202f234,5");
  CHECK(text(format(engine, CG_SYNTAX_MF1, "{n, time, ::Hm}", {argument(name, CG_TYPE_DATE, date)}, "de")) == "22:12");
  cg_argument integer = argument(name, CG_TYPE_INT64, "");
  integer.value.integer = -9007199254740993;
  CHECK(text(format(engine, CG_SYNTAX_MF2, "{$n :integer}", {integer})) == "-9,007,199,254,740,993");
}

TEST_CASE("parts come as one flat list") {
  const Engine engine = make_engine();
  const std::string name = "n", number = "1.5";
  const Result result = format(engine, CG_SYNTAX_MF2, "a{#b x=1/}{$n :number}",
                               {argument(name, CG_TYPE_DECIMAL, number)});
  std::vector<cg_part_type> types;
  cg_part part = {};
  for (int32_t index = 0; cg_formatted_part_at(result.get(), index, &part) == CG_OK; ++index) {
    types.push_back(part.type);
  }
  CHECK(types == std::vector<cg_part_type>{CG_PART_TEXT, CG_PART_MARKUP, CG_PART_OPTION, CG_PART_NUMBER, CG_PART_PIECE,
                                           CG_PART_PIECE, CG_PART_PIECE});
  REQUIRE(cg_formatted_part_at(result.get(), 2, &part) == CG_OK);
  CHECK(text_of(part.name) + "=" + text_of(part.value) == "x=1");
}

TEST_CASE("a message that the runtime formats has the parts that the engine gives its source") {
  const std::string source =
      "{#b k=v u:id=m}{$s :string u:id=s}{/b} {$n :number u:id=n} {|Q| :string u:id=q} {|r|} {1.5 :number}{#br/}";
  const codeglot::test::Compiled compiled = codeglot::test::compile_files(
      {{"codes.json", codeglot::test::codes_json(
                          R"({"code": 1, "name": "a", "args": {"n": {"type": "number"}, "s": {"type": "string"}}})")},
       {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "?", "$syntax": "mf2", "a": ")" + source + "\"}"},
       {"ar.json",
        R"({"$unknown-code": "?", "$unreadable-response": "?", "$syntax": "mf2", "a": ")" + source + "\"}"}});
  REQUIRE(compiled.error_count == 0);
  const cg::Catalog catalog = codeglot::test::open_packs(compiled.packs);
  const Engine engine = make_engine();
  const std::string n = "n", number = "-1234.5", s = "s", string = "x";
  const auto lines = [](const Result &result) {
    std::vector<std::string> all;
    cg_part part = {};
    for (int32_t index = 0; cg_formatted_part_at(result.get(), index, &part) == CG_OK; ++index) {
      std::string line = std::to_string(part.type);
      for (const cg_string member : {part.value, part.name, part.source, part.kind, part.id, part.locale}) {
        line += '|' + text_of(member);
      }
      all.push_back(line);
    }
    return all;
  };
  for (const char *locale : {"en", "ar"}) {
    for (const std::vector<cg_argument> &arguments :
         {std::vector<cg_argument>{}, {argument(n, CG_TYPE_DECIMAL, number), argument(s, CG_TYPE_STRING, string)}}) {
      cg_resolution resolution = {};
      const Result resolved(cg_icu_resolve(engine.get(), catalog.get(), catalog.choose(locale), 1, arguments.data(),
                                           arguments.size(), {}, &resolution));
      CHECK(resolution.status == (arguments.empty() ? CG_MISSING_ARGUMENT : CG_OK));
      const Result formatted = format(engine, CG_SYNTAX_MF2, source, arguments, locale);
      CHECK(text(resolved) == text(formatted));
      CHECK(lines(resolved) == lines(formatted));
    }
  }
}

TEST_CASE("errors of a pattern are listed, and there is text all the same") {
  const Engine engine = make_engine();
  CHECK(first_error(format(engine, CG_SYNTAX_MF2, "{$n")) == "syntax-error");
  const Result missing = format(engine, CG_SYNTAX_MF2, "{$n}");
  CHECK(first_error(missing) == "unresolved-variable");
  CHECK(text(missing).find("{$n}") != std::string::npos);
  const std::string name = "n", nothing = "x";
  for (const char *date : {"", "x", "1e3", "-", " UTC", "99999999999999999999"}) {
    const std::string value = date;
    CHECK(first_error(format(engine, CG_SYNTAX_MF2, "{$n :date}", {argument(name, CG_TYPE_DATE, value)})) ==
          "bad-operand");
  }
  CHECK(first_error(format(engine, CG_SYNTAX_MF2, "{$n :number}", {argument(name, 99, nothing)})) == "bad-operand");
}

TEST_CASE("a C function formats, selects and fails") {
  const Engine engine = make_engine();
  const std::string name = "shop:price";
  const cg_function function = [](void *context, const cg_function_call *call, cg_function_result *result) {
    static const std::string shown = "<shown>", bad = "it is bad";
    ++*static_cast<int *>(context);
    result->text = view(shown);
    result->selection = call->operand.value.string;
    if (call->option_count > 0) {
      result->error = view(bad);
      result->bad_option = 1;
    }
  };
  int calls = 0;
  REQUIRE(cg_icu_add_function(engine.get(), view(name), function, &calls) == CG_OK);
  const std::string variable = "p", value = "7";
  const std::vector<cg_argument> arguments = {argument(variable, CG_TYPE_STRING, value)};
  CHECK(text(format(engine, CG_SYNTAX_MF2, "{$p :shop:price}", arguments)).find("<shown>") != std::string::npos);
  CHECK(text(format(engine, CG_SYNTAX_MF2, ".input {$p :shop:price} .match $p 7 {{yes}} * {{no}}", arguments)) ==
        "yes");
  CHECK(first_error(format(engine, CG_SYNTAX_MF2, "{$p :shop:price x=1}", arguments)) == "bad-option");
  CHECK(calls >= 3);
}

TEST_CASE("more patterns than are kept print what they print") {
  const Engine engine = make_engine();
  for (int round = 0; round < 2; ++round) {
    for (int index = 0; index < CG_MAX_KEPT_PATTERNS + 1; ++index) {
      REQUIRE(text(format(engine, CG_SYNTAX_MF1, "pattern " + std::to_string(index))) ==
              "pattern " + std::to_string(index));
    }
  }
}

TEST_CASE("what is kept of ICU's formatters is of the same locale, options and zone") {
  const Engine kept = make_engine();
  const std::string name = "n", number = "1234.5", date = "1637685775123";
  const std::vector<cg_argument> numbers = {argument(name, CG_TYPE_DECIMAL, number)};
  const std::vector<cg_argument> dates = {argument(name, CG_TYPE_DATE, date)};
  const std::string options[] = {":number",
                                 ":number minimumFractionDigits=2",
                                 ":number select=ordinal",
                                 ":percent",
                                 ":currency currency=EUR",
                                 ":currency currency=JPY",
                                 ":date",
                                 ":date length=long",
                                 ":datetime timeZone=|Asia/Tokyo|",
                                 ":datetime calendar=buddhist",
                                 ":time"};
  for (int round = 0; round < 2; ++round) {
    for (const char *locale : {"en", "ar", "de"}) {
      for (const std::string &option : options) {
        const bool is_date = option.starts_with(":date") || option == ":time";
        const std::string source = "{$n " + option + "}";
        const Engine fresh = make_engine();
        CHECK(text(format(kept, CG_SYNTAX_MF2, source, is_date ? dates : numbers, locale)) ==
              text(format(fresh, CG_SYNTAX_MF2, source, is_date ? dates : numbers, locale)));
      }
    }
  }
  for (int index = 0; index < CG_MAX_KEPT_PATTERNS + 1; ++index) {
    const std::string source = "{$n :datetime timeZone=|+" + std::to_string(10 + index % 4) + ":" +
                               std::to_string(10 + index % 50) + "| u:id=" + std::to_string(index) + "}";
    REQUIRE(text(format(kept, CG_SYNTAX_MF2, source, dates)) ==
            text(format(make_engine(), CG_SYNTAX_MF2, source, dates)));
  }
}

TEST_CASE("data is checked natively, too, and nothing is lacking") {
  const Engine engine = make_engine();
  const std::string file = codeglot::write_cldr_data({"de"}, {}).at("de.cgdata");
  std::unique_ptr<uint8_t[]> room(new uint8_t[file.size() + 16]);
  uint8_t *const data = room.get() + (16 - reinterpret_cast<uintptr_t>(room.get()) % 16) % 16;
  std::copy(file.begin(), file.end(), data);
  CHECK(cg_icu_add_data(engine.get(), data, file.size()) == CG_OK);
  CHECK(cg_icu_add_data(engine.get(), data, file.size() - 1) == CG_PACK_TRUNCATED);
  CHECK(cg_icu_add_data(engine.get(), nullptr, 1) == CG_INVALID_CALL);
}

TEST_CASE("invalid calls are refused") {
  const Engine engine = make_engine();
  CHECK(cg_icu_create(nullptr) == CG_INVALID_CALL);
  CHECK(cg_icu_format(engine.get(), nullptr, nullptr, 0) == nullptr);
  CHECK(format(engine, 7, "x") == nullptr);
  CHECK(cg_icu_add_function(engine.get(), {nullptr, 0}, nullptr, nullptr) == CG_INVALID_CALL);
  CHECK(cg_formatted_part_count(nullptr) == 0);
  const Result result = format(engine, CG_SYNTAX_MF1, "x");
  cg_part part = {};
  CHECK(cg_formatted_part_at(result.get(), -1, &part) == CG_INVALID_CALL);
  CHECK(cg_formatted_part_at(result.get(), 1, &part) == CG_INVALID_CALL);
  cg_icu_destroy(nullptr);
  cg_formatted_destroy(nullptr);
}
