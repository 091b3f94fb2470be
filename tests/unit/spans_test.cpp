// Parts of a text (cg_resolve_spans) and sources (cg_source), through the C interface, on packs with formats of all kinds.
#include "core/runtime/spans.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using layout::Operation;

namespace {

const cg::Catalog &formats() {
  static const cg::Catalog catalog = open_packs(format_packs());
  return catalog;
}

struct Answer {
  std::string text;
  std::vector<cg_span> spans;
  cg_resolution resolution{};
};

Answer resolve(const cg_catalog *catalog, cg_locale locale, int32_t code, const CArguments &arguments) {
  Answer answer;
  size_t count = 12345;
  const size_t bytes = cg_resolve_spans(catalog, locale, code, arguments.data(), arguments.size(), nullptr, 0, nullptr,
                                        0, &count, nullptr);
  std::vector<char> text(bytes + 1, '#');
  answer.spans.resize(count, cg_span{-1, 1, 0, {}, {}});
  size_t again = 0;
  CHECK(cg_resolve_spans(catalog, locale, code, arguments.data(), arguments.size(), text.data(), text.size(),
                         answer.spans.data(), count, &again, &answer.resolution) == bytes);
  CHECK(again == count);
  answer.text.assign(text.data(), bytes);
  return answer;
}

std::string name_of(const cg_span &span) { return std::string(cg::view(span.name)); }

/// "type name text", one span after the other.
std::vector<std::string> shown(const Answer &answer) {
  std::vector<std::string> result;
  for (const cg_span &span : answer.spans) {
    const std::string value = span.value.bytes > 0 ? "=" + std::string(cg::view(span.value)) : "";
    result.push_back(std::to_string(span.type) + " " + name_of(span) + value + " |" +
                     answer.text.substr(span.from, span.to - span.from) + "|");
  }
  return result;
}

/// What codeglot.h says of every list of spans.
void check_cover(const Answer &answer) {
  uint32_t at = 0;
  uint32_t piece_at = 0;
  const cg_span *part = nullptr;
  for (const cg_span &span : answer.spans) {
    REQUIRE(span.from <= span.to);
    REQUIRE(span.to <= answer.text.size());
    if (span.type == CG_PART_PIECE) {
      REQUIRE(part != nullptr);
      CHECK((part->type == CG_PART_NUMBER || part->type == CG_PART_DATETIME));
      CHECK(span.from == piece_at);
      CHECK(span.to <= part->to);
      CHECK(span.name.bytes > 0);
      piece_at = span.to;
      continue;
    }
    if (span.type == CG_PART_OPTION) {
      REQUIRE(part != nullptr);
      const bool value = part->type >= CG_PART_STRING && part->type <= CG_PART_DATETIME;
      CHECK((part->type == CG_PART_MARKUP || (value && name_of(span) == "u:id")));
      CHECK(span.from == span.to);
      CHECK(span.from == part->from);
      continue;
    }
    if (part != nullptr && (part->type == CG_PART_NUMBER || part->type == CG_PART_DATETIME)) {
      CHECK(piece_at == part->to);  // The pieces of a number are all of it.
    }
    CHECK(span.type <= CG_PART_FALLBACK);
    CHECK(span.from == at);
    at = span.to;
    piece_at = span.from;
    part = &span;
    CHECK((span.type != CG_PART_MARKUP || span.from == span.to));
    CHECK(is_utf8(answer.text.substr(span.from, span.to - span.from)));
  }
  CHECK(at == answer.text.size());
}

std::string raw_node(layout::Operation operation, uint8_t argument) {
  return {static_cast<char>(operation), static_cast<char>(argument)};
}

std::string isolate_node(std::string_view control) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(Operation::isolate));
  out.text(control);
  return out.bytes();
}

std::string mark_node(layout::Mark mark, std::string_view name, std::string_view id) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(Operation::mark));
  out.text(write_mark(mark, name, id));
  return out.bytes();
}

/// Programs of the argument x, by code from 0 on.
std::string marked_pack(const std::vector<std::string> &programs) {
  PackContents contents = example_contents();
  contents.records.clear();
  for (const std::string &nodes : programs) {
    contents.records.push_back({static_cast<int32_t>(contents.records.size()), "", program_body({"x"}, nodes)});
  }
  return write_pack(contents);
}

}  // namespace

TEST_CASE("The spans of every message with any arguments make up its text, once and in order") {
  std::vector<std::vector<NamedArgument>> sets = hostile_arguments();
  sets.push_back({{"n", int64_t{1234567}}, {"s", std::string("a")}, {"d", DateTime{1612325106789, "+05:30"}}});
  sets.push_back({{"n", -0.5}, {"s", std::string()}, {"d", DateTime{-1, ""}}});
  sets.push_back({{"n", int64_t{0}}, {"s", std::string("a")}, {"d", DateTime{0, "Asia/Tokyo"}}});
  for (const auto *packs : {&format_packs(), &small_packs()}) {
    const cg::Catalog catalog = open_packs(*packs);
    for (const std::vector<NamedArgument> &set : sets) {
      const CArguments arguments(set);
      for (cg_locale locale = -1; locale < cg_catalog_locale_count(catalog.get()); ++locale) {
        for (int32_t index = -1; index < cg_catalog_code_count(catalog.get(), locale); ++index) {
          const int32_t code = index < 0 ? 999 : cg_catalog_code_at(catalog.get(), locale, index);
          const Answer answer = resolve(catalog.get(), locale, code, arguments);
          INFO("code " << code << " in " << locale << ": " << answer.text);
          check_cover(answer);
          std::vector<char> text(answer.text.size() + 1);
          cg_resolution resolution;
          CHECK(cg_resolve(catalog.get(), locale, code, arguments.data(), arguments.size(), text.data(), text.size(),
                           &resolution) == answer.text.size());
          CHECK(std::string(text.data(), answer.text.size()) == answer.text);
          CHECK(resolution.status == answer.resolution.status);
        }
      }
    }
  }
}

TEST_CASE("A number's pieces follow it, with the names that ECMA-402 has for them") {
  const cg_locale english = formats().choose("en");
  const Answer price = resolve(formats().get(), english, 1, CArguments({{"n", -1234.5}}));
  CHECK(shown(price) == std::vector<std::string>{"0  |Costs |", "2 n |-€1,234.50|", "16 minusSign |-|",
                                                 "16 currency |€|", "16 integer |1|", "16 group |,|",
                                                 "16 integer |234|", "16 decimal |.|", "16 fraction |50|", "0  |!|"});
  const Answer compact = resolve(formats().get(), english, 2, CArguments({}));
  CHECK(shown(compact) == std::vector<std::string>{"2 n |1.5 million|", "16 integer |1|", "16 decimal |.|",
                                                   "16 fraction |5|", "16 literal | |", "16 compact |million|",
                                                   "0  | |", "2 n |1,500,000.0%|", "16 integer |1|", "16 group |,|",
                                                   "16 integer |500|", "16 group |,|", "16 integer |000|",
                                                   "16 decimal |.|", "16 fraction |0|", "16 percentSign |%|"});
}

TEST_CASE("A date's pieces follow it, and what stands beside it is text") {
  const Answer due = resolve(formats().get(), formats().choose("en"), 3,
                             CArguments({{"d", DateTime{1612325106789, "+05:30"}}, {"s", std::string("Ada")}}));
  CHECK(due.text ==
        "Due Wednesday, February 3, 2021 9:35:06\u202F"
        "AM, Ada");
  CHECK(shown(due) == std::vector<std::string>{"0  |Due |",
                                               "3 d |Wednesday, February 3, 2021|",
                                               "16 weekday |Wednesday|",
                                               "16 literal |, |",
                                               "16 month |February|",
                                               "16 literal | |",
                                               "16 day |3|",
                                               "16 literal |, |",
                                               "16 year |2021|",
                                               "0  | |",
                                               "3 d |9:35:06\u202F"
                                               "AM|",
                                               "16 hour |9|",
                                               "16 literal |:|",
                                               "16 minute |35|",
                                               "16 literal |:|",
                                               "16 second |06|",
                                               "16 literal |\u202F|",
                                               "16 dayPeriod |AM|",
                                               "0  |, |",
                                               "1 s |Ada|"});
}

TEST_CASE("Markup has no text, and its options follow it; isolation is a part of its own") {
  const Answer length = resolve(formats().get(), formats().choose("en"), 5,
                                CArguments({{"n", int64_t{2}}, {"s", std::string("A")}}));
  CHECK(length.text ==
        "Length of \u2068"
        "A\u2069: 2 meters");
  CHECK(shown(length) == std::vector<std::string>{"4 b=open ||", "17 u:id=x ||", "17 title=t ||", "0  |Length|",
                                                  "4 b=close ||", "0  | of |", "5  |\u2068|", "1 s |A|", "5  |\u2069|",
                                                  "0  |: |", "2 n |2 meters|", "16 integer |2|", "16 literal | |",
                                                  "16 unit |meters|", "4 br=standalone ||"});
}

TEST_CASE("An id is that of the value after its mark, isolated or not, and of no fallback, text or isolation") {
  const auto argument = [](layout::Isolation isolation) {
    return raw_node(Operation::argument,
                    static_cast<uint8_t>(static_cast<uint32_t>(isolation) << layout::isolation_shift));
  };
  const std::string id = mark_node(layout::Mark::id, "", "i");
  const auto spans_of = [](const std::string &nodes, const std::vector<NamedArgument> &arguments) {
    const cg::Catalog catalog = open_packs({{"en", marked_pack({nodes})}});
    const CArguments given(arguments);
    return shown(resolve(catalog.get(), 0, 0, given));
  };
  const std::string isolated = id + argument(layout::Isolation::first_strong) + argument(layout::Isolation::none);
  CHECK(spans_of(isolated, {{"x", std::string("s")}}) ==
        std::vector<std::string>{"5  |\u2068|", "1 x |s|", "17 u:id=i ||", "5  |\u2069|", "1 x |s|"});
  CHECK(spans_of(isolated, {{"x", int64_t{7}}}) == std::vector<std::string>{"5  |\u2068|", "2 x |7|", "17 u:id=i ||",
                                                                            "16 integer |7|", "5  |\u2069|", "2 x |7|",
                                                                            "16 integer |7|"});
  CHECK(spans_of(isolated, {}) == std::vector<std::string>{"5  |\u2068|", "6 x |{x}|", "5  |\u2069|", "6 x |{x}|"});
  CHECK(spans_of(id + text_node("a") + argument(layout::Isolation::none), {{"x", std::string("s")}}) ==
        std::vector<std::string>{"0  |a|", "1 x |s|"});
}

TEST_CASE("A text after a mark is what the mark says, and the text after that is the message's own") {
  const cg::Catalog catalog = open_packs(
      {{"en", marked_pack(
                  {text_node("a") + mark_node(layout::Mark::string, "", "i") + text_node("b") + text_node("c"),
                   mark_node(layout::Mark::number, "", "i") + mark_node(layout::Mark::piece, "minusSign", "") +
                       text_node("-") + mark_node(layout::Mark::piece, "integer", "") + text_node("1") + text_node("x"),
                   mark_node(layout::Mark::string, "", "") + mark_node(layout::Mark::id, "", "") + text_node("y"),
                   mark_node(layout::Mark::piece, "integer", "") + text_node("z")})}});
  const auto spans_of = [&](int32_t code) { return shown(resolve(catalog.get(), 0, code, CArguments({}))); };
  CHECK(spans_of(0) == std::vector<std::string>{"0  |a|", "1  |b|", "17 u:id=i ||", "0  |c|"});
  CHECK(spans_of(1) ==
        std::vector<std::string>{"2  |-1|", "17 u:id=i ||", "16 minusSign |-|", "16 integer |1|", "0  |x|"});
  CHECK(spans_of(2) == std::vector<std::string>{"1  ||", "0  |y|"});
  CHECK(spans_of(3) == std::vector<std::string>{"0  |z|"});
}

TEST_CASE("Marks in any order leave spans that make up the text") {
  using layout::Mark;
  const std::vector<std::string> nodes = {text_node("\u00E9"),
                                          text_node(""),
                                          raw_node(Operation::argument, 0),
                                          isolate_node("\u2068"),
                                          mark_node(Mark::open, "b", "m"),
                                          mark_node(Mark::number, "", "n"),
                                          mark_node(Mark::datetime, "", ""),
                                          mark_node(Mark::id, "", "i"),
                                          mark_node(Mark::string, "", "s"),
                                          mark_node(Mark::piece, "year", "p")};
  std::vector<std::string> programs = {text_node("end")};
  for (int length = 0; length < 4; ++length) {
    std::vector<std::string> longer;
    for (const std::string &node : nodes) {
      for (const std::string &program : programs) {
        longer.push_back(node + program);
      }
    }
    programs = std::move(longer);
  }
  const cg::Catalog catalog = open_packs({{"en", marked_pack(programs)}});
  const std::vector<NamedArgument> number = {{"x", int64_t{-7}}};
  const std::vector<NamedArgument> string = {{"x", std::string()}};
  for (const CArguments &arguments : {CArguments({}), CArguments(number), CArguments(string)}) {
    for (size_t index = 0; index < programs.size(); ++index) {
      INFO(index);
      check_cover(resolve(catalog.get(), 0, static_cast<int32_t>(index), arguments));
    }
  }
}

TEST_CASE("What stands for an argument that is absent is a fallback with its name") {
  const Answer absent = resolve(formats().get(), formats().choose("en"), 3, CArguments({}));
  CHECK(absent.text == "Due {d} {d}, {s}");
  CHECK(shown(absent) ==
        std::vector<std::string>{"0  |Due |", "6 d |{d}|", "0  | |", "6 d |{d}|", "0  |, |", "6 s |{s}|"});
}

TEST_CASE("A text that no pack answers is all text") {
  const cg::Catalog empty;
  const Answer answer = resolve(empty.get(), -1, -42, CArguments({}));
  CHECK(shown(answer) == std::vector<std::string>{"0  |[-42]|"});
  CHECK(answer.resolution.status == CG_NO_PACK);
}

TEST_CASE("An array of any size gets the first spans, whole, and no more; the number is of all") {
  const std::vector<NamedArgument> values = {{"n", int64_t{2}}, {"s", std::string("A")}};
  const CArguments arguments(values);
  const cg_locale english = formats().choose("en");
  const Answer whole = resolve(formats().get(), english, 5, arguments);
  for (size_t capacity = 0; capacity <= whole.spans.size() + 2; ++capacity) {
    std::vector<cg_span> spans(capacity + 1, cg_span{-7, 1, 0, {}, {}});
    size_t count = 0;
    char text[8];
    const size_t bytes = cg_resolve_spans(formats().get(), english, 5, arguments.data(), arguments.size(), text,
                                          sizeof text, spans.data(), capacity, &count, nullptr);
    CHECK(bytes == whole.text.size());
    CHECK(count == whole.spans.size());
    CHECK(spans[capacity].type == -7);
    for (size_t index = 0; index < std::min(capacity, count); ++index) {
      INFO(capacity << " " << index);
      CHECK(spans[index].type == whole.spans[index].type);
      CHECK(spans[index].from == whole.spans[index].from);
      CHECK(spans[index].to == whole.spans[index].to);
      CHECK(name_of(spans[index]) == name_of(whole.spans[index]));
    }
  }
  CHECK(cg_resolve_spans(formats().get(), english, 5, arguments.data(), arguments.size(), nullptr, 0, nullptr, 99,
                         nullptr, nullptr) == whole.text.size());
}

TEST_CASE("Spans of a text past its limit end where it does") {
  const std::string large(CG_MAX_OUTPUT_BYTES - 6, 'x');
  const Answer answer = resolve(formats().get(), formats().choose("en"), 3,
                                CArguments({{"d", DateTime{0, ""}}, {"s", large}}));
  CHECK(answer.text.size() == CG_MAX_OUTPUT_BYTES);
  CHECK(answer.resolution.status == CG_OUTPUT_TOO_LONG);
  check_cover(answer);
}

TEST_CASE("A message that only the ICU engine can format stands in, and says so") {
  const std::vector<NamedArgument> values = {{"n", int64_t{2}}, {"s", std::string("A")}};
  const CArguments arguments(values);
  for (const char *tag : {"en", "ar", "ja"}) {
    const Answer spelled = resolve(formats().get(), formats().choose(tag), 7, arguments);
    CHECK(spelled.text == "Spelled {n} for A");
    CHECK(spelled.resolution.status == CG_NEEDS_ICU);
    CHECK(resolve(formats().get(), formats().choose(tag), 7, CArguments({})).resolution.status == CG_NEEDS_ICU);
    const Answer left = resolve(formats().get(), formats().choose(tag), 8, arguments);
    CHECK(left.text ==
          "{$n} \u2068"
          "A\u2069");
    CHECK(left.resolution.status == CG_NEEDS_ICU);
    CHECK(resolve(formats().get(), formats().choose(tag), 9, arguments).resolution.status == CG_NEEDS_ICU);
  }
}

TEST_CASE("A date in a zone that has a name is the ICU engine's, one at an offset is not") {
  const auto status = [](int32_t code, const DateTime &date) {
    return resolve(formats().get(), formats().choose("en"), code, CArguments({{"d", date}, {"s", std::string()}}))
        .resolution.status;
  };
  CHECK(status(3, {0, "Europe/Paris"}) == CG_NEEDS_ICU);
  CHECK(status(3, {0, "+01:00"}) == CG_OK);
  CHECK(status(3, {0, ""}) == CG_OK);
  CHECK(status(4, {0, ""}) == CG_OK);
  CHECK(status(4, {0, "UTC"}) == CG_OK);
  CHECK(status(4, {0, "+01:00"}) == CG_NEEDS_ICU);  // Its format names the zone.
  CHECK(resolve(formats().get(), formats().choose("en"), 3, CArguments({{"d", DateTime{0, "Europe/Paris"}}})).text ==
        "Due {d} {d}, {s}");
}

TEST_CASE("The source of a message that may need the ICU engine is in the pack, byte for byte") {
  cg_pattern pattern{};
  const auto source = [&](const char *tag, int32_t code) {
    pattern = {};
    return cg_source(formats().get(), formats().choose(tag), code, &pattern);
  };
  REQUIRE(source("ar", 7) == CG_OK);
  CHECK(cg::view(pattern.source) == "Spelled {n, spellout} for {s}");
  CHECK(cg::view(pattern.locale) == "ar");
  CHECK(pattern.syntax == CG_SYNTAX_MF1);
  CHECK(pattern.bidi == CG_BIDI_NONE);
  CHECK(pattern.time_zone.bytes == 0);
  REQUIRE(source("en", 8) == CG_OK);
  CHECK(cg::view(pattern.source) == "{$n :number minimumFractionDigits=$n} {$s :string}");
  CHECK(pattern.syntax == CG_SYNTAX_MF2);
  CHECK(pattern.bidi == CG_BIDI_DEFAULT);
  REQUIRE(source("ja", 3) == CG_OK);  // It has dates, whose zones may have names.
  CHECK(cg::view(pattern.source) == "Due {d, date, full} {d, time, medium}, {s}");
  CHECK(source("en", 1) == CG_NO_SOURCE);
  CHECK(source("en", 6) == CG_NO_SOURCE);
  CHECK(source("en", 10) == CG_NO_SOURCE);
  CHECK(source("en", 999) == CG_UNKNOWN_CODE);
  CHECK(pattern.source.data == nullptr);
  CHECK(cg_source(formats().get(), 99, 1, &pattern) == CG_INVALID_CALL);
  CHECK(cg_source(formats().get(), 0, 1, nullptr) == CG_INVALID_CALL);
  CHECK(cg_source(nullptr, 0, 1, &pattern) == CG_INVALID_CALL);
}

TEST_CASE("Wherever a message asks for the ICU engine, its source is there") {
  const std::vector<NamedArgument> values = {{"n", 2.5}, {"s", std::string("A")}, {"d", DateTime{0, "Asia/Tokyo"}}};
  const CArguments arguments(values);
  size_t asked = 0;
  for (cg_locale locale = 0; locale < 3; ++locale) {
    for (int32_t code = 1; code <= 10; ++code) {
      cg_pattern pattern{};
      const bool needs_icu = resolve(formats().get(), locale, code, arguments).resolution.status == CG_NEEDS_ICU;
      asked += needs_icu ? 1 : 0;
      INFO("code " << code << " in " << cg::view({cg_catalog_locale_tag(formats().get(), locale, nullptr), 2}));
      CHECK(needs_icu == (code == 3 || code == 4 || (code >= 7 && code <= 9)));
      CHECK((!needs_icu || cg_source(formats().get(), locale, code, &pattern) == CG_OK));
    }
  }
  CHECK(asked == 15);
}

TEST_CASE("A declared date is a date to whoever asks for the parameters") {
  cg_parameter parameter{};
  REQUIRE(cg_parameter_at(formats().get(), 0, 3, 0, &parameter) == CG_OK);
  CHECK(cg::view(parameter.name) == "d");
  CHECK(parameter.type == CG_TYPE_DATE);
}
