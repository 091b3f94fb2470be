// The limits of core/include/codeglot/limits.h as the pack reader keeps them: each at the limit and one past it, and
// every other rule of core/pack/layout.h broken once.
#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

#include "core/compiler/locale_data.h"
#include "core/pack/layout.h"
#include "core/pack/validate.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using layout::Operation;

namespace {

/// The status of the example pack with one message's body.
cg_status with_body(const std::string &body) {
  PackContents contents = example_contents();
  contents.records = {{1, "name", body}};
  return status_of(write_pack(contents));
}

cg_status with_node(const std::string &node) { return with_body(program_body({"x"}, node)); }

std::string nested(int depth) {
  std::string nodes = text_node("deep");
  for (; depth > 0; --depth) {
    nodes = select_node(nodes);
  }
  return program_body({"x"}, nodes);
}

std::string select_with(uint32_t branches) {
  ByteWriter part;
  for (uint32_t branch = 0; branch < branches; ++branch) {
    part.text(std::to_string(branch));
    part.text("");
  }
  return branching_node(Operation::select, 0, part.bytes());
}

/// A plural with the given branch keys; exact ones stand for 0.
std::string plural_with(const std::vector<uint8_t> &keys, uint8_t flags = 0, uint8_t style = 0,
                        uint8_t offset_digits = 0) {
  ByteWriter part;
  part.byte(flags);
  part.byte(style);
  part.value({1, offset_digits});
  for (const uint8_t key : keys) {
    part.byte(key);
    if (key == layout::exact) {
      part.value({0, 0});
    }
    part.text("");
  }
  return branching_node(Operation::plural, 0, part.bytes());
}

std::string operation_node(uint8_t operation, const std::vector<uint8_t> &bytes) {
  ByteWriter out;
  out.byte(operation);
  for (const uint8_t byte : bytes) {
    out.byte(byte);
  }
  return out.bytes();
}

/// A profile of a tag without rules and numbers.
std::string bare_profile(std::string_view tag, uint8_t direction = 0, std::string_view rules = "",
                         std::string_view numbers = "") {
  ByteWriter out;
  out.text(tag);
  out.byte(direction);
  out.text(rules);
  out.text("");
  out.text(numbers);
  return out.bytes();
}

/// The status of a pack of plain texts with these profiles.
cg_status with_profiles(const std::vector<std::string> &profiles) {
  PackContents contents = example_contents();
  contents.profiles = profiles;
  contents.unknown_code = text_body("unknown");
  contents.records = {{1, "name", text_body("text")}};
  return status_of(write_pack(contents));
}

std::string number_section(const std::string &digits, uint8_t digit_bytes, uint32_t styles, uint8_t fraction = 3,
                           uint8_t power = 0, std::string_view decimal = ".", std::string_view group = ",") {
  ByteWriter out;
  out.byte(digit_bytes);
  out.raw(digits);
  out.text(decimal);
  for (const std::string_view symbol : {group, std::string_view("∞"), std::string_view("NaN")}) {
    out.text(symbol);
  }
  out.byte(static_cast<uint8_t>(styles));
  for (uint32_t style = 0; style < styles; ++style) {
    for (const uint8_t size : {fraction, power, uint8_t{3}, uint8_t{0}, uint8_t{1}}) {
      out.byte(size);
    }
    for (const char *affix : {"", "", "-", ""}) {
      out.text(affix);
    }
  }
  return out.bytes();
}

cg_status with_numbers(const std::string &numbers) { return with_profiles({bare_profile("en", 0, "", numbers)}); }

}  // namespace

TEST_CASE("A program may nest to the limit and no deeper") {
  CHECK(with_body(nested(CG_MAX_NESTING_DEPTH)) == CG_OK);
  CHECK(with_body(nested(CG_MAX_NESTING_DEPTH + 1)) == CG_PACK_MALFORMED);
  CHECK(with_body(nested(1000)) == CG_PACK_MALFORMED);
}

TEST_CASE("A select may have branches to the limit and no more, and not none") {
  CHECK(with_node(select_with(1)) == CG_OK);
  CHECK(with_node(select_with(CG_MAX_BRANCHES)) == CG_OK);
  CHECK(with_node(select_with(CG_MAX_BRANCHES + 1)) == CG_PACK_MALFORMED);
  CHECK(with_node(select_with(0)) == CG_PACK_MALFORMED);
}

TEST_CASE("A plural may have branches to the limit and no more, and not none") {
  std::vector<uint8_t> keys(CG_MAX_BRANCHES, layout::exact);
  keys.back() = layout::other;
  CHECK(with_node(plural_with(keys)) == CG_OK);
  keys.insert(keys.begin(), layout::exact);
  CHECK(with_node(plural_with(keys)) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_with({})) == CG_PACK_MALFORMED);
}

TEST_CASE("A plural's other branch stands last") {
  CHECK(with_node(plural_with({layout::one, layout::other})) == CG_OK);
  CHECK(with_node(plural_with({layout::one})) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_with({layout::other, layout::other})) == CG_OK);
  CHECK(with_node(plural_with({layout::other, layout::one})) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_with({layout::exact + 1, layout::other})) == CG_PACK_MALFORMED);
}

TEST_CASE("A plural's flags, style and offset are those that are defined") {
  CHECK(with_node(plural_with({layout::other}, layout::plural_ordinal, styles_of_all - 1, 9)) == CG_OK);
  CHECK(with_node(plural_with({layout::other}, layout::plural_of_integer)) == CG_PACK_MALFORMED);  // Of formats.
  CHECK(with_node(plural_with({layout::other}, 4)) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_with({layout::other}, 128)) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_with({layout::other}, 0, styles_of_all)) == CG_PACK_MALFORMED);
  CHECK(with_node(plural_with({layout::other}, 0, 0, 10)) == CG_PACK_MALFORMED);
}

TEST_CASE("A node's operation, parameter and style are those that are defined") {
  CHECK(with_node(operation_node(1, {0})) == CG_OK);
  CHECK(with_node(operation_node(2, {0, 2})) == CG_OK);
  CHECK(with_node(operation_node(3, {0, 2, 8, 0, 0, 0, 9})) == CG_OK);
  CHECK(with_node(operation_node(6, {0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(8, {0, 0, 0, 0, 0, 0, 0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(9, {0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(255, {0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(1, {1})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(2, {0, 3})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(3, {0, 2, 8, 0, 0, 0, 10})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(3, {0, 2, 8, 0, 0, 0})) == CG_PACK_MALFORMED);
}

TEST_CASE("A text, a value or a branch that goes past the end of its message is malformed") {
  CHECK(with_node(operation_node(0, {1, 0, 'x'})) == CG_OK);
  CHECK(with_node(operation_node(0, {2, 0, 'x'})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(0, {0xFF, 0xFF, 'x'})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(0, {1})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(0, {})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(2, {0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(5, {0, 4, 0, 0, 0, 0, 0})) == CG_OK);
  CHECK(with_node(operation_node(5, {0, 5, 0, 0, 0, 0, 0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(5, {0, 4, 0, 0, 0, 1, 0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(5, {0, 3, 0, 0, 0, 0})) == CG_PACK_MALFORMED);
  CHECK(with_node(operation_node(4, {0, 2, 0, 0, 0})) == CG_PACK_MALFORMED);
}

TEST_CASE("A message may declare arguments to the limit and no more") {
  std::vector<std::string> names(CG_MAX_ARGUMENTS, "x");
  const std::string last_argument = operation_node(1, {CG_MAX_ARGUMENTS - 1});
  CHECK(with_body(program_body(names, last_argument)) == CG_OK);
  names.emplace_back("x");
  CHECK(with_body(program_body(names, last_argument)) == CG_PACK_MALFORMED);
}

TEST_CASE("An argument's declared type is one that is defined") {
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
  CHECK(with_type(0) == CG_OK);
  CHECK(with_type(2) == CG_OK);
  CHECK(with_type(0x80) == CG_OK);
  CHECK(with_type(0x82) == CG_OK);
  CHECK(with_type(3) == CG_PACK_MALFORMED);  // Of formats.
  CHECK(with_type(0x83) == CG_PACK_MALFORMED);
  CHECK(with_type(layout::mf2_semantics | 1) == CG_OK);
  CHECK(with_type(4) == CG_PACK_MALFORMED);
  CHECK(with_type(0x84) == CG_PACK_MALFORMED);
  CHECK(with_type(0x20) == CG_PACK_MALFORMED);
  CHECK(with_type(layout::mf2_semantics | 4) == CG_PACK_MALFORMED);
}

TEST_CASE("A message may have bytes to the limit and no more, and not none") {
  CHECK(with_body(text_body(std::string(CG_MAX_MESSAGE_BYTES - 1, 'x'))) == CG_OK);
  CHECK(with_body(text_body(std::string(CG_MAX_MESSAGE_BYTES, 'x'))) == CG_PACK_MALFORMED);
  CHECK(with_body(text_body("")) == CG_OK);
  CHECK(with_body("") == CG_PACK_MALFORMED);
}

TEST_CASE("A pack may hold profiles to the limit and no more, and not none") {
  std::vector<std::string> profiles(CG_MAX_PROFILES, bare_profile("en"));
  CHECK(with_profiles(profiles) == CG_OK);
  profiles.push_back(bare_profile("en"));
  CHECK(with_profiles(profiles) == CG_PACK_MALFORMED);
  CHECK(with_profiles({}) == CG_PACK_MALFORMED);
}

TEST_CASE("A message names a profile that is there") {
  const auto with_profile = [](uint8_t index) {
    return with_body(std::string(1, static_cast<char>(index << 1)) + "text");
  };
  CHECK(with_profile(1) == CG_OK);
  CHECK(with_profile(2) == CG_PACK_MALFORMED);
  CHECK(with_profile(127) == CG_PACK_MALFORMED);
}

TEST_CASE("A pack that claims more codes or bytes than the limits is too large") {
  const std::string whole = write_pack(example_contents());
  const auto with_u32 = [&whole](size_t at, uint32_t value) {
    std::string pack = whole;
    for (size_t index = 0; index < 4; ++index) {
      pack[at + index] = static_cast<char>(value >> (8 * index));
    }
    seal_pack(pack);
    return status_of(pack);
  };
  CHECK(with_u32(16, CG_MAX_CODES) == CG_PACK_MALFORMED);
  CHECK(with_u32(16, CG_MAX_CODES + 1) == CG_PACK_TOO_LARGE);
  CHECK(with_u32(16, 0xFFFFFFFFu) == CG_PACK_TOO_LARGE);
  CHECK(with_u32(8, CG_MAX_PACK_BYTES) == CG_PACK_TRUNCATED);
  CHECK(with_u32(8, CG_MAX_PACK_BYTES + 1u) == CG_PACK_TOO_LARGE);
  CHECK(with_u32(8, 0xFFFFFFFFu) == CG_PACK_TOO_LARGE);
}

TEST_CASE("A locale tag may have bytes to the limit and no more, and not none") {
  CHECK(with_profiles({bare_profile(std::string(CG_MAX_LOCALE_TAG_BYTES, 'a'))}) == CG_OK);
  CHECK(with_profiles({bare_profile(std::string(CG_MAX_LOCALE_TAG_BYTES + 1, 'a'))}) == CG_PACK_MALFORMED);
  CHECK(with_profiles({bare_profile("")}) == CG_PACK_MALFORMED);
}

TEST_CASE("A direction is left to right or right to left") {
  CHECK(with_profiles({bare_profile("ar", layout::right_to_left)}) == CG_OK);
  CHECK(with_profiles({bare_profile("ar", 2)}) == CG_PACK_MALFORMED);
}

TEST_CASE("Plural rules longer than 4096 bytes are malformed") {
  const std::string rule("\x01\x00", 2);  // "one" with no alternative: never holds.
  CHECK(with_profiles({bare_profile("en", 0, repeat(rule, 2048))}) == CG_OK);
  const std::string longer_rule("\x01\x01\x00", 3);  // "one" with one alternative, which asks for nothing.
  CHECK(with_profiles({bare_profile("en", 0, repeat(rule, 2046) + longer_rule)}) == CG_OK);
  CHECK(with_profiles({bare_profile("en", 0, repeat(rule, 2047) + longer_rule)}) == CG_PACK_MALFORMED);
}

TEST_CASE("Plural rules have the categories and operands that are defined, and end where they say") {
  const auto rules = [](uint8_t category, uint8_t alternatives, uint8_t relations, uint8_t operand, uint8_t ranges,
                        size_t range_bytes) {
    ByteWriter out;
    out.byte(category);
    out.byte(alternatives);
    out.byte(relations);
    out.byte(operand);
    out.u32(10);
    out.byte(ranges);
    out.raw(std::string(range_bytes, '\0'));
    return with_profiles({bare_profile("en", 0, out.bytes())});
  };
  CHECK(rules(layout::one, 1, 1, layout::e | layout::relation_negated, 1, 8) == CG_OK);
  CHECK(rules(layout::one, 1, 1, layout::n, 255, 255 * 8) == CG_OK);
  CHECK(rules(layout::other, 1, 1, layout::n, 1, 8) == CG_PACK_MALFORMED);
  CHECK(rules(layout::one, 2, 1, layout::n, 1, 8) == CG_PACK_MALFORMED);
  CHECK(rules(layout::one, 1, 2, layout::n, 1, 8) == CG_PACK_MALFORMED);
  CHECK(rules(layout::one, 1, 1, layout::e + 1, 1, 8) == CG_PACK_MALFORMED);
  CHECK(rules(layout::one, 1, 1, layout::n, 2, 8) == CG_PACK_MALFORMED);
  CHECK(rules(layout::one, 1, 1, layout::n, 1, 7) == CG_PACK_MALFORMED);
  CHECK(with_profiles({bare_profile("en", 0, "\x01")}) == CG_PACK_MALFORMED);
}

TEST_CASE("Digits are ten code points of one size") {
  CHECK(with_numbers(number_section("0123456789", 1, 1)) == CG_OK);
  CHECK(with_numbers(number_section("٠١٢٣٤٥٦٧٨٩", 2, 3)) == CG_OK);
  CHECK(with_numbers(number_section("0123456789", 2, 1)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("012345678\xFF", 1, 1)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section(std::string(50, '0'), 5, 1)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("", 0, 1)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(std::string(1, '\0')) == CG_PACK_MALFORMED);
}

TEST_CASE("A group separator may have sixteen bytes and no more") {
  CHECK(with_numbers(number_section("0123456789", 1, 1, 3, 0, ".", std::string(layout::group_bytes_most, ' '))) ==
        CG_OK);
  CHECK(with_numbers(number_section("0123456789", 1, 1, 3, 0, ".", std::string(layout::group_bytes_most + 1, ' '))) ==
        CG_PACK_MALFORMED);
}

TEST_CASE(
    "Number styles are one to eight, with at most twenty fraction digits and a scale of at most ten to the twentieth") {
  CHECK(with_numbers(number_section("0123456789", 1, layout::style_most, 20, 20)) == CG_OK);
  CHECK(with_numbers(number_section("0123456789", 1, 0)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("0123456789", 1, layout::style_most + 1)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("0123456789", 1, 1, 21)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("0123456789", 1, 1, 3, 21)) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("0123456789", 1, 1) + '\0') == CG_PACK_MALFORMED);
}

TEST_CASE("Ill-formed UTF-8 anywhere in a pack is malformed") {
  const std::string bad = "\xC3\x28";
  const auto changed = [](const auto &change) {
    PackContents contents = example_contents();
    change(contents);
    return status_of(write_pack(contents));
  };
  CHECK(changed([](PackContents &) {}) == CG_OK);
  CHECK(changed([&](PackContents &contents) { contents.catalog_namespace = bad; }) == CG_PACK_MALFORMED);
  CHECK(changed([&](PackContents &contents) { contents.default_locale = bad; }) == CG_PACK_MALFORMED);
  CHECK(changed([&](PackContents &contents) { contents.source_locale = bad; }) == CG_PACK_MALFORMED);
  CHECK(changed([&](PackContents &contents) { contents.unknown_code = text_body(bad); }) == CG_PACK_MALFORMED);
  CHECK(changed([&](PackContents &contents) { contents.unreadable_response = text_body(bad); }) == CG_PACK_MALFORMED);
  CHECK(changed([&](PackContents &contents) { contents.records[0].name = bad; }) == CG_PACK_MALFORMED);
  CHECK(changed([&](PackContents &contents) { contents.records[0].body = text_body(bad); }) == CG_PACK_MALFORMED);
  CHECK(with_node(text_node(bad)) == CG_PACK_MALFORMED);
  CHECK(with_body(program_body({bad}, "")) == CG_PACK_MALFORMED);
  CHECK(with_profiles({bare_profile(bad)}) == CG_PACK_MALFORMED);
  CHECK(with_numbers(number_section("0123456789", 1, 1, 3, 0, bad)) == CG_PACK_MALFORMED);
}

TEST_CASE("A text longer than its length can say is refused by the writer, and never cut") {
  ByteWriter out;
  out.text(std::string(65535, 'x'));
  CHECK(out.bytes().size() == 65537);
  CHECK_THROWS_AS(out.text(std::string(65536, 'x')), std::length_error);
}

TEST_CASE("A catalog takes packs to the limit and no more") {
  cg::Catalog catalog;
  PackContents contents = example_contents();
  contents.unknown_code = text_body("unknown");
  contents.records = {{1, "name", text_body("text")}};
  const auto pack_of = [&contents](int index) {
    contents.profiles = {bare_profile("tag" + std::to_string(index))};
    return write_pack(contents);
  };
  for (int index = 0; index < CG_MAX_PACKS; ++index) {
    REQUIRE(catalog.add(pack_of(index)) == CG_OK);
  }
  CHECK(catalog.add(pack_of(CG_MAX_PACKS)) == CG_TOO_MANY_PACKS);
  CHECK(catalog.locales().size() == CG_MAX_PACKS);
  CHECK(catalog.add(pack_of(3)) == CG_OK);  // It takes the place of one that is there.
  CHECK(catalog.locales().size() == CG_MAX_PACKS);
}
