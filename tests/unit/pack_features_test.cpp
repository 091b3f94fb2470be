// What a pack may have by its features. Compiled twice: with the whole runtime, and with the one that leaves formats and
// sources out. A pack is malformed in both or in none; one whose features the second lacks is refused there, unread.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/pack/pack.h"
#include "core/pack/writer.h"

using namespace codeglot;
using layout::Operation;

namespace {

#ifdef CODEGLOT_WITHOUT_FORMATS
constexpr bool reads_features = false;
#else
constexpr bool reads_features = true;
#endif

/// English with one number style, and one format of dates if the features name formats.
std::string profile(uint32_t features) {
  ByteWriter numbers;
  numbers.byte(1);
  numbers.raw("0123456789");
  for (const char *symbol : {".", ",", "inf", "nan"}) {
    numbers.text(symbol);
  }
  numbers.byte(1);
  numbers.raw(std::string(layout::style_fixed_bytes, '\0'));
  for (int affix = 0; affix < 4; ++affix) {
    numbers.text("");
  }
  ByteWriter out;
  out.text("en");
  out.byte(layout::left_to_right);
  out.text("");
  out.text("");
  out.text(numbers.bytes());
  if ((features & layout::feature_formats) != 0) {
    ByteWriter formats;
    formats.byte(1);
    formats.text(std::string("\1\0", 2));
    out.text(formats.bytes());
  }
  return out.bytes();
}

cg_status status_of(uint32_t features, const std::string &body, const std::string &section) {
  PackContents contents;
  contents.features = features;
  contents.default_locale = contents.source_locale = "en";
  contents.profiles = {section};
  contents.unknown_code = contents.unreadable_response = std::string("\0?", 2);
  contents.records = {{1, "name", body}};
  const std::string pack = write_pack(contents);
  Pack opened;
  return open_pack(pack.data(), pack.size(), opened);
}

cg_status status_of(uint32_t features, const std::string &body) { return status_of(features, body, profile(features)); }

/// What a pack with these features is that has what they name, or what they do not.
cg_status expected(uint32_t features, bool named) {
  const bool read = features == 0 || reads_features;
  return !read ? CG_PACK_NEEDS_FORMATS : named ? CG_OK : CG_PACK_MALFORMED;
}

std::string program(layout::Type type, const std::string &nodes) {
  ByteWriter out;
  out.byte(1);
  out.byte(1);
  out.byte(static_cast<uint8_t>(type));
  out.text("x");
  out.raw(nodes);
  return out.bytes();
}

std::string plural(uint8_t flags, uint8_t style) {
  ByteWriter part;
  part.byte(flags);
  part.byte(style);
  part.value({0, 0});
  part.byte(layout::other);
  part.text("");
  ByteWriter out;
  out.byte(static_cast<uint8_t>(Operation::plural));
  out.byte(0);
  out.text(part.bytes());
  return out.bytes();
}

std::string with_source(uint8_t head) {
  ByteWriter out;
  out.byte(head);
  out.text("\1x");
  out.raw("text");
  return out.bytes();
}

}  // namespace

TEST_CASE("Arguments that are dates and plurals of rounded numbers are for packs whose features name formats") {
  for (uint32_t features = 0; features <= layout::features_known; ++features) {
    INFO("features " << features);
    const bool formats = (features & layout::feature_formats) != 0;
    const auto check = [&](const std::string &body) {
      CHECK(status_of(features, body) == expected(features, formats));
    };
    check(program(layout::Type::date, ""));
    check(program(layout::Type::number, plural(layout::plural_of_integer, 0)));
    check(program(layout::Type::number, plural(layout::plural_of_integer | layout::plural_ordinal, 0)));
    ByteWriter format;
    format.byte(static_cast<uint8_t>(Operation::format));
    format.byte(0);
    format.byte(0);
    format.value({0, 0});
    check(program(layout::Type::any, format.bytes()));
  }
}

TEST_CASE("Sources are for packs whose features name them") {
  for (uint32_t features = 0; features <= layout::features_known; ++features) {
    INFO("features " << features);
    const bool sources = (features & layout::feature_sources) != 0;
    CHECK(status_of(features, with_source(layout::body_has_source)) == expected(features, sources));
    CHECK(status_of(features, with_source(layout::body_has_source | layout::body_stands_in)) ==
          expected(features, sources));
    CHECK(status_of(features, with_source(layout::body_stands_in)) == expected(features, false));
  }
}

TEST_CASE("A profile has formats where the features name them, and nowhere else") {
  for (uint32_t features = 0; features <= layout::features_known; ++features) {
    const uint32_t others = features ^ layout::feature_formats;
    CHECK(status_of(features, std::string("\0text", 5), profile(others)) == expected(features, false));
  }
}

TEST_CASE("What every runtime has needs no feature") {
  for (uint32_t features = 0; features <= layout::features_known; ++features) {
    const auto check = [&](const std::string &body) { CHECK(status_of(features, body) == expected(features, true)); };
    check(std::string("\0text", 5));
    for (const layout::Type type : {layout::Type::any, layout::Type::string, layout::Type::number}) {
      check(program(type, plural(layout::plural_ordinal, 0)));
    }
    ByteWriter nodes;
    nodes.byte(static_cast<uint8_t>(Operation::argument));
    nodes.byte(static_cast<uint8_t>(layout::Isolation::first_strong) << layout::isolation_shift);
    nodes.byte(static_cast<uint8_t>(Operation::isolate));
    nodes.text("\u2068");
    nodes.byte(static_cast<uint8_t>(Operation::mark));
    nodes.text(write_mark(layout::Mark::open, "b", ""));
    check(program(layout::Type::string, nodes.bytes()));
  }
  CHECK(status_of(layout::features_known + 1, std::string("\0text", 5)) == CG_PACK_VERSION);
}
