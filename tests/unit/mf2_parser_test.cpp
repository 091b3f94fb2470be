// The MessageFormat 2 parser: the model with its bytes, and the place of what is refused.
#include "core/syntax/mf2_parser.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>

using namespace codeglot;

namespace {

mf2::Message parse(const std::string &source) {
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> message = parse_mf2(source, errors);
  INFO(source << ": " << (errors.empty() ? "" : errors.front().message));
  REQUIRE(message.has_value());
  CHECK(errors.empty());
  return *message;
}

/// "syntax-error@12" for each error, with spaces between them.
std::string errors_of(const std::string &source) {
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> message = parse_mf2(source, errors);
  std::string result;
  for (const MessageError &error : errors) {
    CHECK(!error.message.empty());
    CHECK(error.byte <= source.size());
    CHECK(message.has_value() == (error.kind != ErrorKind::syntax_error));
    result += (result.empty() ? "" : " ") + std::string(error_name(error.kind)) + "@" + std::to_string(error.byte);
  }
  return result;
}

std::string cut(const std::string &source, const mf2::Range &range) {
  return source.substr(range.from_byte, range.to_byte - range.from_byte);
}

std::string repeat(const std::string &text, size_t times) {
  std::string result;
  for (; times > 0; --times) {
    result += text;
  }
  return result;
}

}  // namespace

TEST_CASE("Everything in the model knows its bytes") {
  const std::string source =
      "\u2067.input {$n :number minimumFractionDigits=$d @a=b}\n.local $\u00E9t = { |x\\|y| :ns:f k = |v| }\n"
      ".match $n $\u00E9t 1 |*| {{a \\{{$n}{#b k=v /}}} * * {{}}";
  std::vector<MessageError> errors;
  const std::optional<mf2::Message> message = parse_mf2(source, errors);
  REQUIRE(message);
  CHECK(errors.empty());
  REQUIRE(message->declarations.size() == 2);
  const mf2::Declaration &input = message->declarations[0];
  CHECK(input.kind == mf2::Declaration::Kind::input);
  CHECK(cut(source, input.range) == ".input {$n :number minimumFractionDigits=$d @a=b}");
  CHECK(cut(source, input.variable.range) == "$n");
  REQUIRE(input.value.function);
  CHECK(cut(source, input.value.function->range) == ":number minimumFractionDigits=$d");
  CHECK(cut(source, input.value.function->options[0].range) == "minimumFractionDigits=$d");
  CHECK(cut(source, std::get<mf2::Variable>(input.value.function->options[0].value).range) == "$d");
  CHECK(cut(source, input.value.attributes[0].range) == "@a=b");
  const mf2::Declaration &local = message->declarations[1];
  CHECK(cut(source, local.value.range) == "{ |x\\|y| :ns:f k = |v| }");
  const auto &literal = std::get<mf2::Literal>(*local.value.operand);
  CHECK(literal.value == "x|y");
  CHECK(cut(source, literal.range) == "|x\\|y|");
  CHECK(local.value.function->name == "ns:f");
  CHECK(cut(source, message->matcher) == ".match $n $\u00E9t");
  REQUIRE(message->variants.size() == 2);
  const mf2::Variant &variant = message->variants[0];
  CHECK(cut(source, variant.range) == "1 |*| {{a \\{{$n}{#b k=v /}}}");
  CHECK(cut(source, variant.pattern.range) == "a \\{{$n}{#b k=v /}");
  CHECK(!variant.keys[1].catch_all);
  CHECK(variant.keys[1].value == "*");
  CHECK(message->variants[1].keys[0].catch_all);
  REQUIRE(variant.pattern.parts.size() == 3);
  CHECK(std::get<mf2::Text>(variant.pattern.parts[0]).value == "a {");
  CHECK(cut(source, std::get<mf2::Text>(variant.pattern.parts[0]).range) == "a \\{");
  const auto &markup = std::get<mf2::Markup>(variant.pattern.parts[2]);
  CHECK(markup.kind == mf2::Markup::Kind::standalone);
  CHECK(cut(source, markup.range) == "{#b k=v /}");
}

TEST_CASE("A simple message keeps its white space, a complex one does not") {
  CHECK(std::get<mf2::Text>(parse(" \n a ").pattern->parts[0]).value == " \n a ");
  CHECK(std::get<mf2::Text>(parse(" {{ a }} ").pattern->parts[0]).value == " a ");
  CHECK(parse("").pattern->parts.empty());
}

TEST_CASE("Names and keys are in NFC, text and literals as they stand") {
  const mf2::Message message = parse(".local $e\u0301 = {e\u0301 :string} .match $\u00E9 |e\u0301| {{e\u0301}} * {{}}");
  CHECK(message.declarations[0].variable.name == "\u00E9");
  CHECK(std::get<mf2::Literal>(*message.declarations[0].value.operand).value == "e\u0301");
  CHECK(message.variants[0].keys[0].value == "\u00E9");
  CHECK(std::get<mf2::Text>(message.variants[0].pattern.parts[0]).value == "e\u0301");
}

TEST_CASE("A syntax error is at its byte") {
  const std::pair<const char *, const char *> cases[] = {
      {"a } b", "syntax-error@2"},
      {"ä {", "syntax-error@4"},
      {"{{a} b}}", "syntax-error@3"},
      {"{{a", "syntax-error@0"},
      {"{|a", "syntax-error@1"},
      {"{a|b|}", "syntax-error@2"},
      {"a \\n", "syntax-error@2"},
      {"a \\", "syntax-error@2"},
      {"{42:number}", "syntax-error@3"},
      {"{$x :number a}", "syntax-error@13"},
      {"{$x :number a= }", "syntax-error@15"},
      {"{$x @a=$b}", "syntax-error@7"},
      {"{#a /x}", "syntax-error@5"},
      {"{/a/}", "syntax-error@3"},
      {"{:}", "syntax-error@2"},
      {".input {x} {{}}", "syntax-error@7"},
      {".local $x {a} {{}}", "syntax-error@10"},
      {".local $x = {a}", "syntax-error@15"},
      {".elsewhere {a}", "syntax-error@0"},
      {".input {$x :f} .match $x 1 * {{}}x", "syntax-error@34"},
      {".input {$x :f} .match {$x} * {{}}", "syntax-error@22"},
      {".input {$x :f} .match $x", "syntax-error@24"},
      {"{{}} {{}}", "syntax-error@5"},
      {"a\xC3(", "syntax-error@1"},
      {"a\xED\xA0\x80", "syntax-error@1"},
  };
  for (const auto &[source, expected] : cases) {
    INFO(source);
    CHECK(errors_of(source) == expected);
  }
  CHECK(errors_of(std::string("a\0b", 3)) == "syntax-error@1");
}

TEST_CASE("Errors of the data model are all found, in the order of the source") {
  CHECK(errors_of(".input {$a :f x=1 x=2} .local $a = {$b} .match $b 1 2 {{}} 1 {{}} 1 {{}}") ==
        "duplicate-option-name@18 duplicate-declaration@30 missing-selector-annotation@47 variant-key-mismatch@50 "
        "duplicate-variant@66");
  CHECK(errors_of(".input {$a :f} .match $a 1 {{}}") == "missing-fallback-variant@15");
  CHECK(errors_of("{#b x=1 x=1}") == "duplicate-option-name@8");
}

TEST_CASE("A variable is declared by its first use: cycles are errors") {
  CHECK(errors_of(".local $a = {$a} {{}}") == "duplicate-declaration@7");
  CHECK(errors_of(".local $a = {1 :f o=$a} {{}}") == "duplicate-declaration@7");
  CHECK(errors_of(".input {$a :f o=$a} {{}}") == "duplicate-declaration@8");
  CHECK(errors_of(".local $a = {$b :f} .local $b = {$a :f} {{}}") == "duplicate-declaration@27");
  CHECK(errors_of(".local $a = {1 :f o=$b} .input {$b} {{}}") == "duplicate-declaration@32");
}

TEST_CASE("An annotation is found through any number of declarations") {
  CHECK(errors_of(".input {$a :f} .local $b = {$a} .local $c = {$b} .match $c * {{}}").empty());
  CHECK(errors_of(".input {$a} .local $b = {$a} .match $b * {{}}") == "missing-selector-annotation@36");
  CHECK(errors_of(".local $a = {1} .match $a * {{}}") == "missing-selector-annotation@23");
}

TEST_CASE("A message of 1 MiB is read, one byte more is an error") {
  CHECK(errors_of(std::string(mf2_source_bytes_most, 'a')).empty());
  CHECK(errors_of(std::string(mf2_source_bytes_most + 1, 'a')) == "syntax-error@1048576");
}

TEST_CASE("Reading takes time linear in the bytes, whatever they are") {
  const auto start = std::chrono::steady_clock::now();
  std::string wide = ".input {$x :number} .match $x * {{}}";
  std::string tall = "";
  for (size_t index = 0; index < 20000; ++index) {
    wide += " " + std::to_string(index) + "{{text}}";
    tall += ".local $v" + std::to_string(index) + " = {$v" + std::to_string(index + 100000) + "} ";
  }
  CHECK(errors_of(wide).empty());
  CHECK(errors_of(tall + "{{}}").empty());
  CHECK(errors_of(repeat("{", 500000)) == "syntax-error@3");
  CHECK(errors_of("{:f " + repeat("a=1 ", 100000) + "}").starts_with("duplicate-option-name@8"));
  CHECK(errors_of("{{" + repeat("{a}", 200000) + "}}").empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));  // Under a second without sanitizers.
}
