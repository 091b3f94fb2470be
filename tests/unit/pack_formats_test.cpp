// Formats, isolates, markup, sources and features as the pack reader keeps them: what core/pack/layout.h says of each is
// accepted at its limit, and every rule is broken once.
#include <catch2/catch_test_macros.hpp>

#include "core/pack/layout.h"
#include "core/pack/validate.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using layout::Field;
using layout::Operation;

namespace {

using Bytes = std::vector<uint8_t>;

std::string raw(const Bytes &bytes) { return {bytes.begin(), bytes.end()}; }

std::string affix(uint8_t piece, std::string_view text) {
  ByteWriter out;
  out.byte(piece);
  out.text(text);
  return out.bytes();
}

struct FormBytes {
  uint8_t magnitude = 0, shift = 0, category = layout::form_of_any, signs = layout::sign_any;
  std::string prefix, suffix;
};

/// The fields of a number format up to its symbols, each where layout.h has it.
const Bytes usual_head = {0, 0, 0, 1, 0, 3, 0, 0, 3, 0, 1};

std::string number_format(const Bytes &head, const std::vector<FormBytes> &forms, std::string_view decimal = ".",
                          std::string_view group = ",") {
  ByteWriter out;
  out.raw(raw(head));
  out.text(decimal);
  out.text(group);
  for (const FormBytes &form : forms) {
    for (const uint8_t byte : {form.magnitude, form.shift, form.category, form.signs}) {
      out.byte(byte);
    }
    out.text(form.prefix);
    out.text(form.suffix);
  }
  return out.bytes();
}

std::string with_head(size_t place, uint8_t value) {
  Bytes head = usual_head;
  head[place] = value;
  return number_format(head, {FormBytes()});
}

std::string date_format(std::string_view items, uint8_t flags = 0) { return raw({1, flags}) + std::string(items); }

std::string numbered(uint8_t field, uint8_t width = 1) { return raw({field, width}); }

std::string named(uint8_t field, uint32_t names, uint8_t width = 0) {
  ByteWriter list;
  for (uint32_t name = 0; name < names; ++name) {
    list.text(std::to_string(name));
  }
  ByteWriter out;
  out.byte(field);
  out.byte(width);
  out.text(list.bytes());
  return out.bytes();
}

std::string list_of(const std::vector<std::string> &formats) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(formats.size()));
  for (const std::string &format : formats) {
    out.text(format);
  }
  return out.bytes();
}

bool valid_list(const std::string &list) {
  const ExactBytes bytes(list);
  return valid_formats({reinterpret_cast<const char *>(bytes.data()), static_cast<uint32_t>(bytes.size())});
}

bool valid(const std::string &format) { return valid_list(list_of({format})); }

/// A pack of one message in English, whose profile has a number format (0) and a date format (1).
PackContents formatted_contents() {
  const LocaleData english = LocaleData::load("en");
  ProfileNeeds needs = all_needs(english);
  needs.formats = {number_format(usual_head, {FormBytes()}), date_format(numbered(1))};
  PackContents contents = example_contents();
  contents.features = layout::feature_formats | layout::feature_sources;
  contents.profiles = {write_profile(english, needs, layout::feature_formats)};
  contents.records = {{1, "name", text_body("text")}};
  return contents;
}

cg_status with_body(const std::string &body) {
  PackContents contents = formatted_contents();
  contents.records[0].body = body;
  return status_of(write_pack(contents));
}

cg_status with_node(const std::string &node) { return with_body(program_body({"x"}, node)); }

std::string format_node(uint8_t parameter, uint8_t format, uint8_t fraction_digits = 0) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(Operation::format));
  out.byte(parameter);
  out.byte(format);
  out.value({1, fraction_digits});
  return out.bytes();
}

std::string plural_in(uint8_t style, uint8_t flags = 0) {
  ByteWriter part;
  part.byte(flags);
  part.byte(style);
  part.value({0, 0});
  part.byte(layout::other);
  part.text("");
  return branching_node(Operation::plural, 0, part.bytes());
}

std::string node_of(Operation operation, std::string_view text) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(operation));
  out.text(text);
  return out.bytes();
}

std::string markup_of(uint8_t kind, const std::vector<std::string> &texts) {
  ByteWriter out;
  out.byte(kind);
  for (const std::string &text : texts) {
    out.text(text);
  }
  return node_of(Operation::mark, out.bytes());
}

/// A body that begins with these bits, has this source, and says "text".
std::string body_with_source(uint8_t head, std::string_view source) {
  ByteWriter out;
  out.byte(head);
  out.text(source);
  out.raw("text");
  return out.bytes();
}

const std::string bad_utf8 = "\xC3\x28";

}  // namespace

TEST_CASE("A list of formats holds as many as it says, up to its limit") {
  const std::string format = number_format(usual_head, {FormBytes()});
  CHECK(valid_list(list_of({})));
  CHECK(valid_list(list_of(std::vector<std::string>(layout::formats_most, format))));
  CHECK_FALSE(valid_list(list_of(std::vector<std::string>(layout::formats_most + 1, format))));
  CHECK_FALSE(valid_list(""));
  CHECK_FALSE(valid_list(raw({1})));
  CHECK_FALSE(valid_list(list_of({format}) + '\0'));
  CHECK_FALSE(valid_list(list_of({format}).substr(0, 20)));
  CHECK_FALSE(valid(""));
  CHECK_FALSE(valid(raw({2, 0})));
}

TEST_CASE("A number format's numbers are within their limits") {
  const struct {
    size_t place;
    uint8_t most;
  } limits[] = {{1, 3},  {2, 6}, {3, layout::style_number_most}, {4, layout::style_number_most},
                {5, 20}, {7, 1}, {8, layout::style_number_most}, {9, layout::style_number_most},
                {10, 20}};
  for (const auto &[place, most] : limits) {
    INFO("byte " << place);
    CHECK(valid(with_head(place, most)));
    CHECK_FALSE(valid(with_head(place, static_cast<uint8_t>(most + 1))));
    CHECK_FALSE(valid(with_head(place, 255)));
  }
  CHECK(valid(with_head(6, 20)));
  CHECK(valid(with_head(6, static_cast<uint8_t>(-20))));
  CHECK_FALSE(valid(with_head(6, 21)));
  CHECK_FALSE(valid(with_head(6, static_cast<uint8_t>(-21))));
  CHECK_FALSE(valid(with_head(6, 128)));
}

TEST_CASE("A number format's symbols and affixes are UTF-8, their pieces known") {
  const auto with_prefix = [](const std::string &prefix) {
    return valid(number_format(usual_head, {{0, 0, layout::form_of_any, layout::sign_any, prefix, ""}}));
  };
  CHECK(with_prefix(affix(layout::piece_last, "€")));
  CHECK(with_prefix(affix(0, "") + affix(8, "€")));
  CHECK_FALSE(with_prefix(affix(layout::piece_last + 1, "€")));
  CHECK_FALSE(with_prefix(affix(0, bad_utf8)));
  CHECK_FALSE(with_prefix(affix(0, "€").substr(0, 4)));
  CHECK_FALSE(with_prefix(raw({0, 5, 0, 'x'})));
  CHECK_FALSE(
      valid(number_format(usual_head, {{0, 0, layout::form_of_any, layout::sign_any, "", affix(0, bad_utf8)}})));
  CHECK_FALSE(valid(number_format(usual_head, {FormBytes()}, bad_utf8)));
  CHECK_FALSE(valid(number_format(usual_head, {FormBytes()}, ".", bad_utf8)));
}

TEST_CASE("A number format's forms are known, and the last of them fits every number") {
  const FormBytes last;
  const auto valid_first = [&](FormBytes form) { return valid(number_format(usual_head, {std::move(form), last})); };
  CHECK(valid_first({layout::magnitude_most, layout::magnitude_most, layout::exact, layout::sign_any, "", ""}));
  CHECK(valid_first({layout::magnitude_of_special, 0, layout::form_of_any, layout::sign_zero, "", ""}));
  CHECK(valid_first({0, layout::form_without_digits | 3, layout::two, 0, "", ""}));
  CHECK_FALSE(valid_first({layout::magnitude_most + 1, 0, layout::one, 1, "", ""}));
  CHECK_FALSE(valid_first({254, 0, layout::one, 1, "", ""}));
  CHECK_FALSE(valid_first({0, layout::magnitude_most + 1, layout::one, 1, "", ""}));
  CHECK_FALSE(valid_first({0, 0, layout::exact + 1, 1, "", ""}));
  CHECK_FALSE(valid_first({0, 0, 254, 1, "", ""}));
  CHECK_FALSE(valid_first({0, 0, layout::one, 16, "", ""}));
  CHECK_FALSE(valid(number_format(usual_head, {})));
  CHECK_FALSE(valid(number_format(usual_head, {{1, 0, layout::form_of_any, layout::sign_any, "", ""}})));
  CHECK_FALSE(valid(number_format(usual_head, {{0, 0, layout::other, layout::sign_any, "", ""}})));
  CHECK_FALSE(
      valid(number_format(usual_head, {{0, 0, layout::form_of_any, layout::sign_any & ~layout::sign_zero, "", ""}})));
  CHECK_FALSE(valid(number_format(
      usual_head, {last, {layout::magnitude_of_special, 0, layout::form_of_any, layout::sign_any, "", ""}})));
  CHECK_FALSE(valid(number_format(usual_head, {last}) + raw({0, 0})));
  CHECK_FALSE(valid(raw({0, 0, 0})));
}

TEST_CASE("A date format's fields are known, and bring as many names as they have") {
  const std::map<uint8_t, uint32_t> names = {{0, 1}, {32, 2}, {33, 12}, {34, 7}, {35, 4}, {36, 2}, {37, 26}, {38, 1}};
  for (uint32_t field = 0; field < 256; ++field) {
    INFO("field " << field);
    const auto byte = static_cast<uint8_t>(field);
    const auto known = names.find(byte);
    if (known != names.end()) {
      CHECK(valid(date_format(named(byte, known->second))));
      CHECK_FALSE(valid(date_format(named(byte, known->second + 1))));
      CHECK_FALSE(valid(date_format(named(byte, known->second - 1))));
      CHECK_FALSE(valid(date_format(numbered(byte))));
    } else {
      CHECK(valid(date_format(numbered(byte))) == (field >= 1 && field <= 13));
    }
  }
  CHECK(valid(date_format("")));
  CHECK(valid(date_format(numbered(1) + named(0, 1) + numbered(2), layout::date_is_proleptic)));
}

TEST_CASE("A date format's flags and widths are within their limits, its names UTF-8") {
  CHECK_FALSE(valid(raw({1})));
  CHECK_FALSE(valid(date_format(numbered(1), 2)));
  CHECK(valid(date_format(numbered(10, layout::field_width_most))));
  CHECK_FALSE(valid(date_format(numbered(10, layout::field_width_most + 1))));
  CHECK_FALSE(valid(date_format(named(0, 1, layout::field_width_most + 1))));
  CHECK_FALSE(valid(date_format(raw({1}))));
  ByteWriter literal;
  literal.byte(0);
  literal.byte(0);
  literal.text(raw({2, 0}) + bad_utf8);
  CHECK_FALSE(valid(date_format(literal.bytes())));
}

TEST_CASE("A program uses the formats that its profile has") {
  CHECK(with_node(format_node(0, 0)) == CG_OK);
  CHECK(with_node(format_node(0, 1, layout::fraction_digits_most)) == CG_OK);
  CHECK(with_node(format_node(0, 2)) == CG_PACK_MALFORMED);
  CHECK(with_node(format_node(1, 0)) == CG_PACK_MALFORMED);
  CHECK(with_node(format_node(0, 0, layout::fraction_digits_most + 1)) == CG_PACK_MALFORMED);
  CHECK(with_node(format_node(0, 0).substr(0, 5)) == CG_PACK_MALFORMED);
}

TEST_CASE("A node that prints an argument says how that is set apart; a branch sets nothing apart") {
  for (uint32_t isolation = 0; isolation < 8; ++isolation) {
    INFO("isolation " << isolation);
    const auto argument = static_cast<uint8_t>(isolation << layout::isolation_shift);
    const cg_status status = isolation <= static_cast<uint32_t>(layout::Isolation::first_strong) ? CG_OK
                                                                                                 : CG_PACK_MALFORMED;
    CHECK(with_node(format_node(argument, 0)) == status);
    CHECK(with_node(raw({static_cast<uint8_t>(Operation::argument), argument})) == status);
    const auto reserved = static_cast<uint8_t>(argument | 1);
    CHECK(with_node(raw({static_cast<uint8_t>(Operation::argument), reserved})) == CG_PACK_MALFORMED);
    CHECK(with_node(raw({static_cast<uint8_t>(Operation::number), argument, 0})) == status);
    const ByteWriter other = [] {
      ByteWriter part;
      part.text("");
      part.text("");
      return part;
    }();
    CHECK(with_node(branching_node(Operation::select, argument, other.bytes())) ==
          (isolation == 0 ? CG_OK : CG_PACK_MALFORMED));
  }
}

TEST_CASE("A plural counts in a format of numbers, never in one of dates") {
  CHECK(with_node(plural_in(layout::style_of_format | 0)) == CG_OK);
  CHECK(with_node(plural_in(layout::style_of_format | 1)) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_in(layout::style_of_format | 2)) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_in(layout::style_of_format | 127)) == CG_PACK_MALFORMED);
  PackContents contents = formatted_contents();
  const LocaleData english = LocaleData::load("en");
  ProfileNeeds needs = all_needs(english);
  needs.formats.assign(layout::formats_most, date_format(""));
  needs.formats[70] = number_format(usual_head, {FormBytes()});
  contents.profiles = {write_profile(english, needs, layout::feature_formats)};
  for (const auto &[format, status] : {std::pair(70, CG_OK), std::pair(38, CG_PACK_MALFORMED),
                                       std::pair(6, CG_PACK_MALFORMED), std::pair(126, CG_PACK_MALFORMED)}) {
    INFO(format);
    contents.records[0].body = program_body({"x"}, plural_in(static_cast<uint8_t>(layout::style_of_format | format)));
    CHECK(status_of(write_pack(contents)) == status);
  }
}

TEST_CASE(
    "With formats an argument may be a date, and a plural may count rounded numbers; nothing past them is defined") {
  const auto with_type = [](uint8_t type) {
    ByteWriter out;
    out.byte(1);
    out.byte(1);
    out.byte(type);
    out.text("x");
    if ((type & layout::has_default) != 0) {
      out.text("1");
    }
    return with_body(out.bytes());
  };
  CHECK(with_type(3) == CG_OK);
  CHECK(with_type(layout::has_default | layout::mf2_semantics | 3) == CG_OK);
  CHECK(with_type(4) == CG_PACK_MALFORMED);
  CHECK(with_type(layout::has_default | 4) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_in(0, layout::plural_of_integer)) == CG_OK);
  CHECK(with_node(plural_in(0, layout::plural_of_integer | layout::plural_ordinal)) == CG_OK);
  CHECK(with_node(plural_in(0, 4)) == CG_PACK_MALFORMED);
}

TEST_CASE("Formats print with a profile's digits, so that a profile without any has none to use") {
  PackContents contents = formatted_contents();
  const LocaleData english = LocaleData::load("en");
  ProfileNeeds needs;
  needs.formats = {number_format(usual_head, {FormBytes()}), date_format(numbered(1))};
  contents.profiles = {write_profile(english, needs, layout::feature_formats)};
  contents.unknown_code = text_body("unknown");
  CHECK(status_of(write_pack(contents)) == CG_OK);
  for (const std::string &node : {format_node(0, 0), format_node(0, 1), plural_in(layout::style_of_format)}) {
    contents.records[0].body = program_body({"x"}, node);
    CHECK(status_of(write_pack(contents)) == CG_PACK_MALFORMED);
  }
}

TEST_CASE("A pack says that it has formats, and then each profile has its list") {
  PackContents contents = formatted_contents();
  CHECK(status_of(write_pack(contents)) == CG_OK);
  contents.features = 0;
  CHECK(status_of(write_pack(contents)) == CG_PACK_MALFORMED);
  contents = example_contents();
  contents.features = layout::feature_formats;
  CHECK(status_of(write_pack(contents)) == CG_PACK_MALFORMED);
  contents = formatted_contents();
  contents.profiles[0].pop_back();
  CHECK(status_of(write_pack(contents)) == CG_PACK_MALFORMED);
  for (const uint32_t features : {4u, 5u, 0x8000u, 0xFFFFu}) {
    contents = formatted_contents();
    contents.features = features;
    CHECK(status_of(write_pack(contents)) == CG_PACK_VERSION);
  }
}

TEST_CASE("An isolate is a text, a markup has a kind, a name, an id and pairs") {
  CHECK(with_node(node_of(Operation::isolate, "\u2068")) == CG_OK);
  CHECK(with_node(node_of(Operation::isolate, bad_utf8)) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {"b", ""})) == CG_OK);
  CHECK(with_node(markup_of(2, {"b", "id", "href", "x", "title", ""})) == CG_OK);
  CHECK(with_node(markup_of(layout::mark_last, {"b", ""})) == CG_OK);
  CHECK(with_node(markup_of(layout::mark_last + 1, {"b", ""})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {"b"})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {"b", "", "href"})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {bad_utf8, ""})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {"b", bad_utf8})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {"b", "", bad_utf8, ""})) == CG_PACK_MALFORMED);
  CHECK(with_node(markup_of(0, {"b", "", "", bad_utf8})) == CG_PACK_MALFORMED);
  CHECK(with_node(node_of(Operation::mark, "")) == CG_PACK_MALFORMED);
}

TEST_CASE("A source has a syntax and a pattern in UTF-8; a message that stands in has a source") {
  using layout::body_has_source;
  using layout::body_stands_in;
  CHECK(with_body(body_with_source(body_has_source, "\1pattern")) == CG_OK);
  CHECK(with_body(body_with_source(body_has_source | body_stands_in, "\3{{x}}")) == CG_OK);
  CHECK(with_body(body_with_source(body_has_source, "\1")) == CG_OK);
  CHECK(with_body(body_with_source(body_has_source, "")) == CG_PACK_MALFORMED);
  CHECK(with_body(body_with_source(body_has_source, "\4pattern")) == CG_PACK_MALFORMED);
  CHECK(with_body(body_with_source(body_has_source, std::string_view("\0pattern", 8))) == CG_PACK_MALFORMED);
  CHECK(with_body(body_with_source(body_has_source, "\1" + bad_utf8)) == CG_PACK_MALFORMED);
  CHECK(with_body(body_with_source(body_stands_in, "\1pattern")) == CG_PACK_MALFORMED);
  CHECK(with_body(raw({body_has_source, 9, 0, 1})) == CG_PACK_MALFORMED);
  CHECK(with_body(raw({body_has_source})) == CG_PACK_MALFORMED);
  CHECK(with_body(raw({body_has_source, 1, 0, 1})) == CG_OK);
  CHECK(with_body(body_with_source(body_has_source | 2, "\1pattern")) == CG_PACK_MALFORMED);
  // With a program after it, whose parameters are looked for behind the source.
  ByteWriter body;
  body.byte(body_has_source | 1);
  body.text("\2{{}}");
  body.raw(program_body({"x"}, format_node(0, 1)).substr(1));
  CHECK(with_body(body.bytes()) == CG_OK);
}
