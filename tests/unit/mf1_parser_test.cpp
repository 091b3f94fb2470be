// The MessageFormat 1 parser: the tree it makes of a pattern, and the place and the sentence of what it refuses.
#include "core/syntax/mf1_parser.h"

#include <catch2/catch_test_macros.hpp>

#include "codeglot/limits.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

Message parse(const std::string &pattern) {
  std::vector<MessageProblem> problems;
  std::optional<Message> message = parse_mf1(pattern, problems);
  INFO(pattern << ": " << (problems.empty() ? "" : problems.front().message));
  REQUIRE(message.has_value());
  CHECK(problems.empty());
  CHECK(message->source == pattern);
  return *message;
}

/// The tree in one line: text as it is, {name}, {name:number%}, #name-offset, {name:plural/offset key[…]…}.
std::string outline(const std::vector<Node> &nodes) {
  static const char *const styles[] = {"", "i", "%"};
  std::string result;
  for (const Node &node : nodes) {
    switch (node.kind) {
      case Node::Kind::text:
        result += node.text;
        break;
      case Node::Kind::argument:
        result += "{" + node.text + "}";
        break;
      case Node::Kind::number:
        result += "{" + node.text + ":number" + styles[node.style] + "}";
        break;
      case Node::Kind::pound:
        result += "#" + node.text + "-" + std::to_string(node.offset.mantissa);
        break;
      case Node::Kind::plural:
      case Node::Kind::select:
        result += "{" + node.text +
                  (node.kind == Node::Kind::select ? ":select"
                   : node.ordinal                  ? ":ordinal"
                                                   : ":plural") +
                  styles[node.style];
        result += node.offset.mantissa != 0 ? std::string("/") + std::to_string(node.offset.mantissa) : std::string();
        for (const Branch &branch : node.branches) {
          result += " " + branch.key + "[" + outline(branch.nodes) + "]";
        }
        result += "}";
        break;
      default:
        FAIL_CHECK("the outline has no word for this kind of node");
    }
  }
  return result;
}

std::string outline_of(const std::string &pattern) { return outline(parse(pattern).nodes); }

/// The first problem as "byte: sentence"; the pattern must be refused.
std::string refusal(const std::string &pattern) {
  std::vector<MessageProblem> problems;
  const std::optional<Message> message = parse_mf1(pattern, problems);
  INFO(pattern);
  CHECK_FALSE(message.has_value());
  REQUIRE_FALSE(problems.empty());
  return std::to_string(problems.front().byte) + ": " + problems.front().message;
}

/// The first reason for leaving a pattern to the ICU engine, as "byte: sentence"; the pattern must parse.
std::string reason(const std::string &pattern) {
  const Message message = parse(pattern);
  INFO(pattern);
  REQUIRE_FALSE(message.reasons.empty());
  return std::to_string(message.reasons.front().byte) + ": " + message.reasons.front().message;
}

bool leaves(const std::string &pattern, size_t byte, const std::string &words) {
  const std::string found = reason(pattern);
  UNSCOPED_INFO(pattern << " is left: " << found);
  return found.starts_with(std::to_string(byte) + ": ") && found.find(words) != std::string::npos;
}

/// Whether the refusal is at the byte and its sentence contains the words.
bool refuses(const std::string &pattern, size_t byte, const std::string &words) {
  const std::string found = refusal(pattern);
  UNSCOPED_INFO(pattern << " gives " << found);
  return found.starts_with(std::to_string(byte) + ": ") && found.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Each construct has its node") {
  CHECK(outline_of("") == "");
  CHECK(outline_of("plain") == "plain");
  CHECK(outline_of("a {b} c") == "a {b} c");
  CHECK(outline_of("{ b }") == "{b}");
  CHECK(outline_of("{0}") == "{0}");
  CHECK(outline_of("{n, number}") == "{n:number}");
  CHECK(outline_of("{n,number,integer}") == "{n:numberi}");
  CHECK(outline_of("{n, number, percent }") == "{n:number%}");
  CHECK(outline_of("{n, plural, one{x} other{y}}") == "{n:plural one[x] other[y]}");
  CHECK(outline_of("{n, selectordinal, one{#st} other{#th}}") == "{n:ordinal one[#n-0st] other[#n-0th]}");
  CHECK(outline_of("{k, select, a{A} other{O}}") == "{k:select a[A] other[O]}");
}

TEST_CASE("Type and style names are read in any case, as ICU reads them") {
  CHECK(outline_of("{n, NUMBER, Integer}") == "{n:numberi}");
  CHECK(outline_of("{n, PLURAL, other{x}}") == "{n:plural other[x]}");
}

TEST_CASE("Nodes know their bytes in the source") {
  const std::string pattern = "é {name} 😀{n, plural, one{x} other{{s} #}}";
  const Message message = parse(pattern);
  REQUIRE(message.nodes.size() == 4);
  const auto source = [&pattern](const Node &node) {
    return pattern.substr(node.from_byte, node.to_byte - node.from_byte);
  };
  CHECK(source(message.nodes[0]) == "é ");
  CHECK(source(message.nodes[1]) == "{name}");
  CHECK(source(message.nodes[2]) == " 😀");
  CHECK(source(message.nodes[3]) == "{n, plural, one{x} other{{s} #}}");
  const std::vector<Branch> &branches = message.nodes[3].branches;
  CHECK(pattern.substr(branches[1].from_byte, 5) == "other");
  CHECK(source(branches[1].nodes[0]) == "{s}");
  CHECK(source(branches[1].nodes[2]) == "#");
}

TEST_CASE("Apostrophes quote braces, and stand for themselves elsewhere") {
  CHECK(outline_of("it's") == "it's");
  CHECK(outline_of("it''s") == "it's");
  CHECK(outline_of("'{name}'") == "{name}");
  CHECK(outline_of("'{'name'}'") == "{name}");
  CHECK(outline_of("'{a''b}'") == "{a'b}");
  CHECK(outline_of("''{a}''") == "'{a}'");
  CHECK(outline_of("'{ unclosed") == "{ unclosed");
  CHECK(outline_of("don't '{x}'") == "don't {x}");
  CHECK(outline_of("'") == "'");
  CHECK(outline_of("#|") == "#|");
  CHECK(outline_of("'#'") == "'#'");
  CHECK(parse("'{name}'").nodes[0].kind == Node::Kind::text);
}

TEST_CASE("In a plural an apostrophe quotes the pound sign too") {
  CHECK(outline_of("{n, plural, other{'#' #}}") == "{n:plural other[# #n-0]}");
  CHECK(outline_of("{n, plural, other{'#{n}'}}") == "{n:plural other[#{n}]}");
}

TEST_CASE("A pound sign is text outside a plural, and in a select inside a plural") {
  CHECK(outline_of("# {n}") == "# {n}");
  CHECK(outline_of("{k, select, other{#}}") == "{k:select other[#]}");
  CHECK(outline_of("{n, plural, other{{k, select, other{#}} #}}") == "{n:plural other[{k:select other[#]} #n-0]}");
  CHECK(parse("{n, plural, other{{k, select, other{#}}}}").nodes[0].branches[0].nodes[0].branches[0].nodes[0].kind ==
        Node::Kind::text);
}

TEST_CASE("A pound sign belongs to the innermost plural, with that plural's offset") {
  CHECK(outline_of("{a, plural, offset:1 other{# {b, plural, offset:2 other{#}} #}}") ==
        "{a:plural/1 other[#a-1 {b:plural/2 other[#b-2]} #a-1]}");
}

TEST_CASE("Exact values and offsets are decimal constants") {
  const Message message = parse("{n, plural, offset:1 =0{a} =-1{b} =1.50{c} =999999999{d} other{e}}");
  const std::vector<Branch> &branches = message.nodes[0].branches;
  REQUIRE(branches.size() == 5);
  CHECK(message.nodes[0].offset.mantissa == 1);
  CHECK(branches[0].exact->mantissa == 0);
  CHECK(branches[1].exact->mantissa == -1);
  CHECK(branches[2].exact->mantissa == 15);
  CHECK(branches[2].exact->fraction_digits == 1);
  CHECK(branches[3].exact->mantissa == 999999999);
  CHECK_FALSE(branches[4].exact.has_value());
  CHECK(leaves("{n, plural, =9999999999{a} other{b}}", 13, "nine digits"));
  CHECK(leaves("{n, plural, =1e3{a} other{b}}", 13, "exponent"));
  CHECK(leaves("{n, plural, offset:1234567890123 other{b}}", 19, "nine digits"));
}

TEST_CASE("A plural counts the number as its other branch prints it") {
  const auto style = [](const char *pattern) { return parse(pattern).nodes[0].style; };
  CHECK(style("{n, plural, one{x} other{y}}") == layout::style_plain);
  CHECK(style("{n, plural, one{x} other{{n, number, percent}}}") == layout::style_percent);
  CHECK(style("{n, plural, one{x} other{{n, number, integer}}}") == layout::style_integer);
  CHECK(style("{n, plural, one{{n, number, percent}} other{y}}") == layout::style_plain);
  CHECK(style("{n, plural, other{# {n, number, percent}}}") == layout::style_plain);
  CHECK(style("{n, plural, other{{n} {n, number, percent}}}") == layout::style_plain);
  CHECK(style("{n, plural, other{{m, number, percent} {n, number, integer}}}") == layout::style_integer);
  CHECK(style("{n, plural, other{{k, select, other{{n, number, percent}}}}}") == layout::style_plain);
  CHECK(style("{n, plural, offset:1 other{{n, number, percent}}}") == layout::style_percent);
}

TEST_CASE("A brace that is never closed is refused where it stands") {
  CHECK(refuses("{name", 0, "no matching"));
  CHECK(refuses("a {", 2, "no matching"));
  CHECK(refuses("é {name", 3, "no matching"));
  CHECK(refuses("😀{a} {b", 8, "no matching"));
  CHECK(refuses("{n, plural, other{x}", 0, "no matching"));
  CHECK(refuses("{n, plural, one{x} other{y", 24, "no matching"));
  CHECK(refuses("'{a}' it''s {b", 12, "no matching"));
  CHECK(refuses("{k, select, a{it's {x}} other{y}", 0, "no matching"));
}

TEST_CASE("A closing brace too many is text, as it is for ICU") {
  CHECK(outline_of("}") == "}");
  CHECK(outline_of("{a}}") == "{a}}");
}

TEST_CASE("What is no MessageFormat is refused where it goes wrong") {
  CHECK(refuses("{}", 1, "not MessageFormat"));
  CHECK(refuses("{a b}", 1, "not MessageFormat"));
  CHECK(refuses("{a!}", 1, "not MessageFormat"));
  CHECK(refuses("{n, plural, other}", 12, "not MessageFormat"));
  CHECK(refuses("{n, plural, =x{a} other{b}}", 11, "not MessageFormat"));
}

TEST_CASE("A plural or select without other is refused, at the message's start, which is all that ICU says") {
  CHECK(refuses("{n, plural, one{x}}", 0, "'other'"));
  CHECK(refuses("{k, select, a{x}}", 0, "'other'"));
  CHECK(refuses("é{n, plural, }", 0, "'other'"));
}

TEST_CASE("Bytes of problems count UTF-8, whatever comes before") {
  for (const char *before : {"", "a", "é", "€", "😀", "😀é€a"}) {
    const std::string text = before;
    CHECK(refuses(text + "{n, nonsense}", text.size() + 4, "nonsense"));
    CHECK(leaves(text + "{n, spellout}", text.size() + 4, "spellout"));
  }
}

TEST_CASE("What spells numbers by rules is left to the ICU engine, what is no argument type is refused") {
  CHECK(leaves("{n, spellout}", 4, "spellout} spells numbers by rules"));
  CHECK(leaves("{n, ordinal}", 4, "ordinal} spells numbers by rules"));
  CHECK(leaves("{n, duration, %with-words}", 4, "duration} spells numbers by rules"));
  CHECK(leaves("{n, choice, 0#none|1#one}", 0, "choice is not lowered: write {n, plural, …} instead"));
  CHECK(refuses("{n, nonsense}", 4, "\"nonsense\" is no argument type"));
  CHECK(parse("a {n, choice, 0#x|1#{n}} b").nodes[1].kind == Node::Kind::left);
  CHECK(parse("a {n, choice, 0#x|1#{n}} b").nodes[1].branches.empty());
}

TEST_CASE("A format is the placeholder's own source, with its argument and whether it is a date") {
  const auto format = [](const std::string &pattern) { return parse("é " + pattern).nodes[1].format.value(); };
  for (const char *pattern : {"{n, number, currency}", "{n, number, ::percent}", "{ n , number , #,##0.00 }",
                              "{n, number, ::currency/EUR .00}"}) {
    CHECK(format(pattern) == Format{Format::Syntax::mf1, pattern, "n", false});
  }
  for (const char *pattern : {"{n, date}", "{n, time, ::jmm}", "{n, date, short}", "{n, date, yyyy-MM-dd}"}) {
    CHECK(format(pattern) == Format{Format::Syntax::mf1, pattern, "n", true});
  }
  CHECK(parse("{n, number, integer}").nodes[0].kind == Node::Kind::number);
  CHECK_FALSE(parse("{n, number, integer}").nodes[0].format.has_value());
}

TEST_CASE("A plural counts in the pattern of its other branch's number, and by a skeleton the number as it is") {
  const auto format = [](const char *pattern) { return parse(pattern).nodes[0].format; };
  CHECK(format("{n, plural, one{x} other{{n, number, 0.0}}}")->source == "{n, number, 0.0}");
  CHECK(format("{n, plural, one{x} other{{n, number, currency}}}")->source == "{n, number, currency}");
  CHECK(format("{n, plural, one{x} other{{n, number, ::.0}}}")->source == "{n, number, ::precision-unlimited}");
  CHECK_FALSE(format("{n, plural, one{x} other{# {n, number, 0.0}}}").has_value());
  CHECK_FALSE(format("{n, plural, one{x} other{{m, number, 0.0}}}").has_value());
  CHECK_FALSE(format("{n, plural, one{x} other{{n, date}}}").has_value());
}

TEST_CASE("Every problem and every reason of a message is found, inside branches too, and once") {
  std::vector<MessageProblem> problems;
  CHECK_FALSE(parse_mf1("{d, dat} {n, plural, one{{t, tim}} other{{n, numbr, ::x}}}", problems).has_value());
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].byte == 4);
  CHECK(problems[1].byte == 29);
  CHECK(problems[2].byte > 40);
  const Message message = parse("{d, spellout} {n, plural, one{{t, ordinal}} other{{n, spellout}}}");
  REQUIRE(message.reasons.size() == 3);
  CHECK(message.reasons[0].byte == 4);
  CHECK(message.reasons[1].byte == 34);
}

TEST_CASE("Ill-formed UTF-8 is refused at its byte") {
  CHECK(
      refuses("ab\xFF"
              "c",
              2, "UTF-8"));
  CHECK(refuses("\xED\xA0\x80", 0, "UTF-8"));
}

TEST_CASE("A pattern may have bytes to the limit and no more") {
  CHECK(parse(std::string(CG_MAX_MESSAGE_BYTES, 'x')).nodes[0].text.size() == CG_MAX_MESSAGE_BYTES);
  CHECK(refuses(std::string(CG_MAX_MESSAGE_BYTES + 1, 'x'), 0, "65535 bytes"));
}

TEST_CASE("A pattern may nest to the limit and no deeper") {
  const auto nested = [](int depth) {
    return repeat("{k, select, other{", static_cast<size_t>(depth)) + "x" + repeat("}}", static_cast<size_t>(depth));
  };
  CHECK(outline_of(nested(CG_MAX_NESTING_DEPTH)).find("[x]") != std::string::npos);
  CHECK(refuses(nested(CG_MAX_NESTING_DEPTH + 1), 18 * (CG_MAX_NESTING_DEPTH + 1) - 1, "nested deeper than 16"));
  CHECK(refuses(nested(80), 18 * (CG_MAX_NESTING_DEPTH + 1) - 1, "nested deeper than 16"));
  CHECK(refuses(nested(3000), 0, "braces nest deeper"));
  CHECK(refuses(std::string(60000, '{'), 0, "braces nest deeper"));
}

TEST_CASE("A plural or select may have branches to the limit and no more") {
  const auto select = [](int branches) {
    std::string pattern = "{k, select, other{x}";
    for (int branch = 1; branch < branches; ++branch) {
      pattern += " k" + std::to_string(branch) + "{}";
    }
    return pattern + "}";
  };
  CHECK(parse(select(CG_MAX_BRANCHES)).nodes[0].branches.size() == CG_MAX_BRANCHES);
  CHECK(leaves(select(CG_MAX_BRANCHES + 1), select(CG_MAX_BRANCHES + 1).size() - 1, "more than 256 branches"));
}
