// MessageFormat 2 lowered: trees of variants, isolation, constants and markup print what the ICU engine prints; what is
// not lowered has its reason, and stands in for its source.
#include "core/compiler/mf2_lowering.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/compiler/lone_message.h"
#include "core/compiler/message_check.h"
#include "core/icu_engine/message.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr auto mf2 = Format::Syntax::mf2;

const std::vector<Parameter> &declared() {
  static const std::vector<Parameter> parameters = {{"n", layout::Type::number, {}},
                                                    {"m", layout::Type::number, {}},
                                                    {"s", layout::Type::string, {}},
                                                    {"t", layout::Type::string, {}},
                                                    {"d", layout::Type::date, {}}};
  return parameters;
}

const LocaleData &data_of(const std::string &tag) {
  static std::map<std::string, LocaleData> known;
  const auto found = known.find(tag);
  return found != known.end() ? found->second : known.emplace(tag, LocaleData::load(tag)).first->second;
}

/// A message read, and left to the engine or proved.
Message settled(const std::string &source, const std::string &tag = "en", Format::Syntax syntax = mf2) {
  INFO(source);
  CheckedMessage checked = check_message(source, syntax, declared(), data_of(tag), {"my:function"});
  for (const MessageProblem &error : checked.errors) {
    UNSCOPED_INFO(error.message);
  }
  REQUIRE(checked.tree.has_value());
  return *std::move(checked.tree);
}

std::string reason(const std::string &source, const std::string &tag = "en") {
  const Message message = settled(source, tag);
  return message.reasons.empty() ? "none" : message.reasons.front().message;
}

std::string engine_text(const std::string &source, const std::string &tag, const std::vector<NamedArgument> &arguments,
                        BidiIsolation bidi = BidiIsolation::automatic) {
  FormatContext context;
  context.bidi = bidi;
  return make_mf2_message(source, tag)->format(arguments, context).text();
}

/// What the runtime prints for a message that is lowered.
std::string run(const std::string &source, const std::vector<NamedArgument> &arguments, const std::string &tag = "en") {
  const Message message = settled(source, tag);
  CHECK(message.reasons.empty());
  return LoneMessage(message, data_of(tag), declared()).run(arguments).text;
}

/// What parts have in the runtime's spans as well as in the engine's answer; a line each, text that touches as one.
class PartLines {
 public:
  void add(const std::string &type, const std::string &name, const std::string &id, const std::string &value) {
    const bool goes_on = type == "text" && !lines_.empty() && lines_.back().starts_with("text ");
    if (goes_on) {
      lines_.back().insert(lines_.back().size() - 1, value);
    } else {
      lines_.push_back(type + " " + name + " #" + id + " |" + value + "|");
    }
  }
  void identify(const std::string &id) {
    std::string &line = lines_[whole_];
    line.insert(line.find('#') + 1, id);
  }
  /// What is added next is a part, not a piece or an option.
  void begin_part() { whole_ = lines_.size(); }
  const std::vector<std::string> &lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
  size_t whole_ = 0;
};

constexpr const char *part_types[] = {"text",   "string",         "number",   "datetime",
                                      "markup", "bidi-isolation", "fallback", "custom"};

std::vector<std::string> part_lines(const Formatted &formatted) {
  PartLines result;
  for (const Part &part : formatted.parts) {
    if (part.type == Part::Type::text && part.value.empty()) {
      continue;
    }
    const bool markup = part.type == Part::Type::markup;
    result.add(part_types[static_cast<size_t>(part.type)], part.name, part.id, markup ? part.kind : part.value);
    for (const auto &[name, value] : part.options) {
      result.add("option", name, "", value);
    }
    for (const Part::Piece &piece : part.pieces) {
      result.add("piece", piece.type, "", piece.value);
    }
  }
  return result.lines();
}

std::vector<std::string> part_lines(const RuntimeAnswer &answer) {
  PartLines result;
  for (const cg_span &span : answer.spans) {
    const std::string name(cg::view(span.name));
    const std::string value(cg::view(span.value));
    const std::string text = answer.text.substr(span.from, span.to - span.from);
    if (span.type == CG_PART_PIECE) {
      result.add("piece", name, "", text);
    } else if (span.type == CG_PART_OPTION && name == "u:id") {
      result.identify(value);
    } else if (span.type == CG_PART_OPTION) {
      result.add("option", name, "", value);
    } else {
      result.begin_part();
      // A fallback's name is the argument's, in the engine what stands in the braces, which its text says.
      result.add(part_types[span.type], span.type == CG_PART_FALLBACK ? "" : name, "",
                 span.type == CG_PART_MARKUP ? value : text);
    }
  }
  return result.lines();
}

/// Checks a lowered message against the engine on all combinations of these values for n, m, s and t.
void check_all(const std::string &source, const std::string &tag, const std::vector<ArgumentValue> &numbers,
               const std::vector<std::string> &strings) {
  const Message message = settled(source, tag);
  INFO(source << " in " << tag << (message.reasons.empty() ? "" : ": " + message.reasons.front().message));
  REQUIRE(message.reasons.empty());
  const LoneMessage lone(message, data_of(tag), declared());
  size_t different = 0;
  for (const ArgumentValue &n : numbers) {
    for (const ArgumentValue &m : numbers) {
      for (const std::string &s : strings) {
        const std::vector<NamedArgument> arguments = {{"n", n}, {"m", m}, {"s", s}, {"t", strings.front()}};
        const RuntimeAnswer answer = lone.run(arguments);
        const std::string expected = engine_text(source, tag, arguments);
        if ((answer.text != expected || answer.status != CG_OK) && ++different < 5) {
          UNSCOPED_INFO("\"" << answer.text << "\" is not \"" << expected << "\" for s = " << s);
        }
      }
    }
  }
  CHECK(different == 0);
}

const std::vector<ArgumentValue> counts = {
    int64_t{0},         int64_t{1},          int64_t{2},         int64_t{3}, int64_t{5}, int64_t{11},
    int64_t{21},        int64_t{100},        int64_t{-1},        1.5,        0.0004,     DecimalText{"1.0"},
    DecimalText{"1e6"}, DecimalText{"2.00"}, DecimalText{"0.0"}, 1000000.0};

}  // namespace

TEST_CASE("A matcher of several selectors takes the variant that the engine takes, on all combinations") {
  for (const char *tag : {"en", "pl", "ar", "fr", "ja", "cy"}) {
    check_all(
        ".input {$n :number} .input {$m :number} .input {$s :string} .match $n $m $s "
        "1 one a {{A}} 1 * b {{B}} one one * {{C}} one 2 a {{D}} few * a {{E}} few many * {{F}} "
        "* one a {{G {$s}}} * * b {{H {$n} {$m}}} 0 0 * {{I}} * 0 * {{J}} two * * {{K}} * * * {{L {$n}}}",
        tag, counts, {"a", "b", "other", ""});
    check_all(
        ".input {$s :string} .input {$n :number} .match $s $n a 1 {{A}} a one {{B}} a * {{C}} * 1 {{D}} * * {{E}}", tag,
        counts, {"a", "b", "other", ""});
  }
}

TEST_CASE("Exact keys come before categories, whatever the order of the variants") {
  for (const char *tag : {"en", "ru"}) {
    check_all(".input {$n :number} .match $n one {{one}} 1 {{=1}} * {{*}} 21 {{=21}}", tag, counts, {"x"});
    check_all(".input {$n :number} .match $n * {{*}} few {{few}} 3 {{=3}} -1 {{=-1}}", tag, counts, {"x"});
    check_all(".input {$n :number} .match $n other {{o}} 1 {{=1}} * {{*}}", tag, counts, {"x"});
  }
}

TEST_CASE("Options of the selector decide its category") {
  check_all(".input {$n :number minimumFractionDigits=1} .match $n one {{one}} 1 {{=1}} * {{{$n}}}", "en", counts,
            {"x"});
  check_all(".input {$n :number minimumFractionDigits=1} .match $n one {{one}} * {{{$n}}}", "en", counts, {"x"});
  check_all(".input {$n :number maximumFractionDigits=0} .match $n one {{one}} 0 {{=0}} * {{{$n}}}", "fr", counts,
            {"x"});
  check_all(".input {$n :percent} .match $n one {{one}} * {{{$n}}}", "en", counts, {"x"});
  check_all(".input {$n :integer} .match $n one {{one}} * {{{$n}}}", "en", counts, {"x"});
  check_all(
      ".local $x = {$n :number select=ordinal} .match $x one {{{$n}st}} two {{{$n}nd}} few {{{$n}rd}} * {{{$n}th}}",
      "en", counts, {"x"});
  check_all(".input {$n :number select=exact} .match $n 1 {{=1}} 21 {{=21}} * {{*}}", "en", counts, {"x"});
  check_all(".input {$n :number select=exact} .match $n 1 {{=1}} one {{never}} * {{*}}", "en", counts, {"x"});
}

TEST_CASE("An integer matches an exact key by its rounded value") {
  std::vector<ArgumentValue> numbers = counts;
  for (const char *digits : {"0.4", "0.5", "-0.4", "-0.5", "1.49", "1.5", "2.5", "99.5", "-1.5", "0.0000000001"}) {
    numbers.emplace_back(DecimalText{digits});
  }
  check_all(".input {$n :integer} .match $n 0 {{none}} 1 {{=1}} -1 {{=-1}} 3 {{=3}} one {{one}} * {{{$n}}}", "en",
            numbers, {"x"});
  check_all(".local $x = {$n :integer select=exact} .match $x 2 {{=2}} one {{never}} * {{{$x}}}", "pl", numbers, {"x"});
}

TEST_CASE("The category other is not what fits no key") {
  for (const char *tag : {"en", "pl", "ja"}) {
    check_all(".input {$n :number} .match $n other {{other}} 2 {{=2}} * {{rest}}", tag, counts, {"x"});
    check_all(
        ".input {$n :number} .input {$m :number} .match $n $m other one {{A}} one other {{B}} other * {{C}} * * {{D}}",
        tag, counts, {"x"});
    check_all(".input {$n :number select=exact} .match $n other {{never}} 2 {{=2}} * {{rest}}", tag, counts, {"x"});
  }
}

TEST_CASE("Placeholders are isolated as the engine isolates them, or never") {
  const std::vector<NamedArgument> arguments = {
      {"n", int64_t{-5}}, {"s", std::string("\u05D0")}, {"d", DateTime{0, ""}}};
  const std::string source =
      "{$n :number} {$s} {$s :string u:dir=ltr} {$s :string u:dir=rtl} {$d :date} {|x|} {|x| :string}";
  for (const char *tag : {"en", "ar", "he"}) {
    CHECK(run(source, arguments, tag) == engine_text(source, tag, arguments));
    const Message without = settled(source, tag, Format::Syntax::mf2_without_isolation);
    CHECK(without.reasons.empty());
    CHECK(LoneMessage(without, data_of(tag), declared()).run(arguments).text ==
          engine_text(source, tag, arguments, BidiIsolation::none));
  }
  CHECK(run("{$s}", {{"s", std::string("x")}}) == "\u2068x\u2069");
  CHECK(run("{$n}", {{"n", int64_t{1}}}) == "1");
}

TEST_CASE("What depends on no argument is printed by the compiler") {
  for (const char *source :
       {"{|1.50| :number minimumFractionDigits=3}", ".local $x = {5 :number} {{{$x}}}", "a {|b|} {|2006-01-02| :date}",
        ".local $x = {|a|} .local $y = {$x :string} {{{$y}}}", "{|\\\\ \\| {}| :string}"}) {
    for (const char *tag : {"en", "ar-EG", "de"}) {
      CHECK(run(source, {}, tag) == engine_text(source, tag, {}));
    }
  }
  CHECK(reason("{|x| :number}") != "none");
  CHECK(reason("{:my:function}") == ":my:function is the application's own function");
}

TEST_CASE("Declarations are followed to their argument") {
  const std::vector<NamedArgument> arguments = {{"n", 1234.5}, {"s", std::string("x")}};
  for (const char *source :
       {".local $x = {$n :number minimumFractionDigits=2} .local $y = {$x :number maximumFractionDigits=2} {{{$y}}}",
        ".local $x = {$s} .local $y = {$x} {{{$y} {$s}}}",
        ".input {$n :number} .local $x = {$n} {{{$x :integer} {$n}}}",
        ".local $digits = {3 :number} {{{$n :number minimumFractionDigits=$digits}}}",
        ".input {$n :currency currency=EUR} {{{$n}}}", "{$n :unit unit=kilometer unitDisplay=long}"}) {
    for (const char *tag : {"en", "fr"}) {
      INFO(source);
      CHECK(run(source, arguments, tag) == engine_text(source, tag, arguments));
    }
  }
}

TEST_CASE("Markup prints nothing and is kept for whoever asks for parts") {
  const Message message = settled("{#a href=|x y| u:id=i}t{/a}{#br/}");
  REQUIRE(message.reasons.empty());
  const LoneMessage lowered(message, data_of("en"), declared());  // The spans' strings are its.
  const RuntimeAnswer answer = lowered.run({});
  CHECK(answer.text == "t");
  REQUIRE(answer.spans.size() == 6);
  CHECK(answer.spans[0].type == CG_PART_MARKUP);
  CHECK(answer.spans[1].type == CG_PART_OPTION);
  CHECK(cg::view(answer.spans[2].value) == "x y");
  CHECK(cg::view(answer.spans[5].value) == "standalone");
}

TEST_CASE("The parts of a lowered message are the engine's, by type, name, id and value") {
  const std::vector<std::vector<NamedArgument>> sets = {
      {},
      {{"n", int64_t{-1234567}}, {"s", std::string("\u05D0 x")}, {"d", DateTime{1612325106789, "+05:30"}}},
      {{"n", 0.5}, {"s", std::string()}, {"d", DateTime{0, ""}}},
      {{"n", DecimalText{"NaN"}}, {"s", std::string("a")}}};
  for (const char *source :
       {"{$s :string u:id=a} {$s :string u:id=||}{$n :number u:id=|b c|} {$n :number u:id=d u:dir=rtl}{$n :integer}",
        ".input {$n :number u:id=a} .local $x = {$n} .local $y = {$n :integer} {{{$n} {$x} {$y} {$y :number u:id=y}}}",
        ".local $i = {|an id|} {{{$n :currency currency=EUR u:id=$i} {$d :date u:id=$i}{$d :time u:id=|\u05D0|}}}",
        ".input {$n :number u:id=never} .match $n one {{{#b u:id=m k=v}1{/b u:id=n}}} * {{{$s :string u:id=s}{#br /}}}",
        "a {|b|} c{||}d{|e| :string u:id=f}{|g|}h {|| :string u:id=none} i",
        "{42}{42 :number} {|-1234567.5| :number u:id=x}{1 :percent u:id=y} 1{5 :integer}{6 :integer}2 {$n :number}",
        "{|2006-01-02T03:04:05| :datetime u:id=then}{|2006-01-02| :date} at {|2006-01-02T03:04:05Z| :time} {$s}",
        ".local $x = {7 :unit unit=meter u:id=far} .local $y = {$x} {{{$y}: {$x :number u:id=near}}}",
        "{$s}{$s :string u:id=a}{#a}{$n :number}{/a}{#b/}{|x|}{$d :date}"}) {
    for (const char *tag : {"en", "ar", "de", "he"}) {
      for (const auto bidi : {BidiIsolation::automatic, BidiIsolation::none}) {
        const bool isolated = bidi == BidiIsolation::automatic;
        const Message message = settled(source, tag, isolated ? mf2 : Format::Syntax::mf2_without_isolation);
        INFO(source << " in " << tag << (message.reasons.empty() ? "" : ": " + message.reasons.front().message));
        REQUIRE(message.reasons.empty());
        const LoneMessage lowered(message, data_of(tag), declared());
        FormatContext context;
        context.bidi = bidi;
        for (const std::vector<NamedArgument> &arguments : sets) {
          const Formatted expected = make_mf2_message(source, tag)->format(arguments, context);
          const bool local = std::string_view(source).find(".local $x = {$n}") != std::string_view::npos;
          if (local && !expected.errors.empty()) {
            continue;  // The engine shows the local variable in place of the argument.
          }
          CHECK(part_lines(lowered.run(arguments)) == part_lines(expected));
        }
      }
    }
  }
}

TEST_CASE("An absent argument prints its name in braces, and matches nothing but the catch-all") {
  const auto without = [](const char *source) {
    const RuntimeAnswer answer = LoneMessage(settled(source), data_of("en"), declared()).run({});
    CHECK(answer.status == CG_MISSING_ARGUMENT);
    return answer.text;
  };
  CHECK(without("{$n :number}") == "\u2068{$n}\u2069");
  CHECK(without("{$s}") == "\u2068{$s}\u2069");
  CHECK(without("{$d :date}") == "\u2068{$d}\u2069");
  CHECK(without(".input {$n :number} .match $n 0 {{zero}} one {{one}} * {{many}}") == "many");
  CHECK(without(".input {$s :string} .match $s a {{A}} * {{none}}") == "none");
  CHECK(without(".input {$n :number} .input {$s :string} .match $n $s 1 a {{A}} 1 * {{B}} * a {{C}} * * {{D}}") == "D");
  CHECK(without(".input {$n :number} .match $n one {{one}} other {{other}} * {{none}}") == "none");
}

TEST_CASE("What stands for an absent argument is isolated as the engine isolates it, whatever its value would be") {
  const std::string source =
      "{$n :number} {$n :number u:dir=rtl} {$s}{$s :string u:dir=ltr} {$n :currency currency=EUR} {$d :date} {$s}";
  const std::vector<std::vector<NamedArgument>> sets = {{},
                                                        {{"n", int64_t{-5}}},
                                                        {{"s", std::string("\u05D0")}, {"d", DateTime{0, ""}}},
                                                        {{"n", 0.5}, {"s", std::string()}, {"d", DateTime{0, ""}}}};
  for (const char *tag : {"en", "ar", "he"}) {
    for (const auto bidi : {BidiIsolation::automatic, BidiIsolation::none}) {
      const bool isolated = bidi == BidiIsolation::automatic;
      const Message message = settled(source, tag, isolated ? mf2 : Format::Syntax::mf2_without_isolation);
      REQUIRE(message.reasons.empty());
      const LoneMessage lowered(message, data_of(tag), declared());
      for (const std::vector<NamedArgument> &arguments : sets) {
        CHECK(lowered.run(arguments).text == engine_text(source, tag, arguments, bidi));
      }
    }
  }
  // One of the wrong type stands apart, too.
  CHECK(LoneMessage(settled("{$n :number}"), data_of("en"), declared()).run({{"n", std::string("x")}}).text ==
        "\u2068{$n}\u2069");
}

TEST_CASE("An absent argument stands under its own name, where the engine shows the local variable") {
  const std::string source = ".local $x = {$n :number} {{{$x}}}";
  CHECK(LoneMessage(settled(source), data_of("en"), declared()).run({}).text == "\u2068{$n}\u2069");
  CHECK(engine_text(source, "en", {}) == "\u2068{$x}\u2069");
}

TEST_CASE("What only the engine knows has a reason, at its byte") {
  CHECK(reason("{$n :number minimumFractionDigits=$m}") == "the option minimumFractionDigits depends on an argument");
  CHECK(reason("{$n :offset add=1}") == ":offset is not lowered");
  CHECK(reason("{$n :currency currency=$s}") == "the option currency depends on an argument");
  CHECK(reason("{$n :offset add=$m}") != "none");
  CHECK(reason("{$s :my:function}") == ":my:function is the application's own function");
  CHECK(reason("{#a href=$s}x{/a}") == "the option href of a markup is worked out when it is formatted");
  CHECK(reason(".input {$n :number} .match $n 1.5 {{a}} * {{b}}") ==
        "the key \"1.5\" is no integer and no plural category");
  CHECK(reason(".input {$s :string} .match $s other {{a}} * {{b}}") == "the key \"other\" of a string");
  CHECK(reason(".input {$n :currency currency=EUR} .match $n one {{a}} * {{b}}") != "none");
  CHECK(reason(".input {$n :percent} .match $n 100 {{a}} * {{b}}").starts_with("ICU prints"));
  CHECK(reason(".local $x = {1 :number} .match $x 1 {{a}} * {{b}}") ==
        "its selector is no argument that is a string or a number");
  const Message message = settled("ab {$n :number minimumFractionDigits=$m}");
  REQUIRE(message.reasons.size() == 1);
  CHECK(message.reasons[0].byte == 3);
}

TEST_CASE("A matcher of too many branches is the engine's, and is found out in no time") {
  std::string source;
  std::string selectors;
  std::string variants;
  for (int index = 0; index < 12; ++index) {
    const std::string name = "$v" + std::to_string(index);
    source += ".local " + name + " = {$n :number} ";
    selectors += " " + name;
  }
  for (int variant = 0; variant < 12; ++variant) {
    for (int key = 0; key < 12; ++key) {
      variants += key == variant ? " " + std::to_string(variant) : " *";
    }
    variants += " {{" + std::to_string(variant) + "}}";
  }
  variants += std::string(" *") + repeat(" *", 11) + " {{none}}";
  const Message message = settled(source + ".match" + selectors + variants);
  CHECK((message.reasons.empty() || message.nodes.empty()));
}

TEST_CASE("A source that is wrong is an error at its byte") {
  const auto problem = [](const char *source) {
    std::vector<MessageProblem> problems;
    CHECK_FALSE(read_mf2(source, mf2, data_of("en"), declared(), problems).has_value());
    REQUIRE_FALSE(problems.empty());
    return std::to_string(problems.front().byte) + " " +
           problems.front().message.substr(problems.front().message.rfind('('));
  };
  CHECK(problem("ab {$n") == "6 (syntax-error)");
  CHECK(problem(".match $n 1 {{a}} * {{b}}").ends_with("(missing-selector-annotation)"));
  CHECK(problem(".input {$n :number} .match $n 1 {{a}}").ends_with("(missing-fallback-variant)"));
  CHECK(check_message("{$n :number minimumFractionDigits=x}", mf2, declared(), data_of("en")).errors.size() == 1);
  CHECK(problem(".local $n = {1} .local $n = {2} {{}}").ends_with("(duplicate-declaration)"));
}
