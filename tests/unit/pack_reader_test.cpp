// open_pack (core/pack/pack.h): what it reads, and what it answers to a pack that is cut, damaged or wrong in its header.
#include <catch2/catch_test_macros.hpp>

#include "core/pack/layout.h"
#include "core/pack/validate.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

std::string_view text_of(Text text) { return {text.data, text.bytes}; }

void put_u32(std::string &pack, size_t at, uint32_t value) {
  for (size_t index = 0; index < 4; ++index) {
    pack[at + index] = static_cast<char>(value >> (8 * index));
  }
}

/// The example pack with one header field changed and the checksum made right again.
cg_status with_field(size_t at, uint32_t value) {
  std::string pack = write_pack(example_contents());
  put_u32(pack, at, value);
  seal_pack(pack);
  return status_of(pack);
}

}  // namespace

TEST_CASE("A written pack reads back as what was written") {
  const PackContents contents = example_contents();
  const std::string bytes = write_pack(contents);
  Pack pack{};
  REQUIRE(open_pack(bytes.data(), bytes.size(), pack) == CG_OK);
  CHECK(text_of(pack.catalog_namespace) == "test");
  CHECK(text_of(pack.default_locale) == "en");
  CHECK(text_of(pack.source_locale) == "en");
  CHECK(text_of(pack.own.locale) == "en");
  CHECK(text_of(pack.unknown_code) == contents.unknown_code);
  CHECK(text_of(pack.unreadable_response) == contents.unreadable_response);
  CHECK(text_of(pack.transports) == contents.transports);
  CHECK(text_of(pack.locale_table) == contents.locale_table);
  REQUIRE(pack.code_count == 2);
  for (uint32_t index = 0; index < 2; ++index) {
    Text body;
    CHECK(pack.code(index) == contents.records[index].code);
    CHECK(text_of(pack.record(index, body)) == contents.records[index].name);
    CHECK(text_of(body) == contents.records[index].body);
  }
  Profile storage;
  CHECK(&profile_at(pack, 0, storage) == &pack.own);
  const Profile &arabic = profile_at(pack, 1, storage);
  CHECK(text_of(arabic.locale) == "ar");
  CHECK(arabic.direction == layout::right_to_left);
  CHECK(arabic.cardinal_rules.bytes > 0);
  CHECK(arabic.numbers.digit_bytes > 0);
  CHECK(arabic.numbers.style_count == styles_of_all);
}

TEST_CASE("Every code of a pack is found, and no other") {
  PackContents contents = example_contents();
  contents.records.clear();
  const std::vector<int32_t> codes = {INT32_MIN, -1000, -1, 0, 1, 7, 100, 403, INT32_MAX};
  for (const int32_t code : codes) {
    contents.records.push_back({code, "name", text_body(std::to_string(code))});
  }
  const std::string bytes = write_pack(contents);
  Pack pack{};
  REQUIRE(open_pack(bytes.data(), bytes.size(), pack) == CG_OK);
  for (size_t index = 0; index < codes.size(); ++index) {
    CHECK(pack.find(codes[index]) == static_cast<int32_t>(index));
  }
  for (const int32_t code : {INT32_MIN + 1, -999, -2, 2, 99, 101, 404, INT32_MAX - 1}) {
    CHECK(pack.find(code) == -1);
  }
}

TEST_CASE("Codes are found in packs of every small size") {
  for (int32_t size = 1; size <= 40; ++size) {
    PackContents contents = example_contents();
    contents.records.clear();
    for (int32_t index = 0; index < size; ++index) {
      contents.records.push_back({3 * index - 50, "", text_body("")});
    }
    const std::string bytes = write_pack(contents);
    Pack pack{};
    REQUIRE(open_pack(bytes.data(), bytes.size(), pack) == CG_OK);
    for (int32_t code = -55; code < 3 * size - 45; ++code) {
      const bool there = (code + 50) % 3 == 0 && code >= -50 && code < 3 * size - 50;
      REQUIRE(pack.find(code) == (there ? (code + 50) / 3 : -1));
    }
  }
}

TEST_CASE("A pack without codes opens, and finds none") {
  PackContents contents = example_contents();
  contents.records.clear();
  const std::string bytes = write_pack(contents);
  Pack pack{};
  REQUIRE(open_pack(bytes.data(), bytes.size(), pack) == CG_OK);
  CHECK(pack.code_count == 0);
  CHECK(pack.find(0) == -1);
}

TEST_CASE("The same contents give the same bytes, in whatever order the records come") {
  const PackContents contents = example_contents();
  PackContents reversed = contents;
  std::swap(reversed.records[0], reversed.records[1]);
  CHECK(write_pack(contents) == write_pack(reversed));
}

TEST_CASE("A pack opens at an odd address") {
  const std::string bytes = write_pack(example_contents());
  for (size_t offset = 1; offset < 8; ++offset) {
    const ExactBytes shifted(bytes, offset);
    Pack pack{};
    REQUIRE(open_pack(shifted.data(), shifted.size(), pack) == CG_OK);
    CHECK(pack.find(2) == 1);
  }
}

TEST_CASE("A pack cut at any byte is reported as cut") {
  for (const std::string &pack : {write_pack(example_contents()), built_pack("en"), built_pack("ar")}) {
    size_t wrong = 0;
    for (size_t bytes = 0; bytes < pack.size(); ++bytes) {
      wrong += status_of(std::string_view(pack).substr(0, bytes)) == CG_PACK_TRUNCATED ? 0 : 1;
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("A cut pack whose header was made to agree is malformed") {
  const std::string whole = write_pack(example_contents());
  for (size_t bytes = layout::header_bytes; bytes < whole.size(); ++bytes) {
    std::string pack = whole.substr(0, bytes);
    put_u32(pack, 8, static_cast<uint32_t>(bytes));
    seal_pack(pack);
    INFO(bytes);
    REQUIRE(status_of(pack) == CG_PACK_MALFORMED);
  }
}

TEST_CASE("A pack that ends inside its meta section, with a header that agrees, is malformed") {
  PackContents contents = example_contents();
  contents.records.clear();
  const std::string whole = write_pack(contents);
  const size_t meta_from = layout::header_bytes + 4;  // Without codes there is one offset only, and no record.
  for (size_t bytes = meta_from; bytes < whole.size(); ++bytes) {
    std::string pack = whole.substr(0, bytes);
    put_u32(pack, 8, static_cast<uint32_t>(bytes));
    put_u32(pack, 20, static_cast<uint32_t>(bytes - meta_from));
    seal_pack(pack);
    INFO(bytes);
    REQUIRE(status_of(pack) == CG_PACK_MALFORMED);
  }
}

TEST_CASE("A number section of one zero byte that ends the pack is malformed, and not read past") {
  ByteWriter profile;
  profile.text("en");
  profile.byte(layout::left_to_right);
  profile.text("");
  profile.text("");
  profile.text(std::string_view("\0", 1));
  ByteWriter meta;
  for (const char *text : {"test", "en", "en"}) {
    meta.text(text);
  }
  meta.byte(1);
  meta.text(profile.bytes());
  std::string pack = write_pack(example_contents()).substr(0, layout::header_bytes);
  pack += std::string(4, '\0') + meta.bytes();
  put_u32(pack, 8, static_cast<uint32_t>(pack.size()));
  put_u32(pack, 16, 0);
  put_u32(pack, 20, static_cast<uint32_t>(meta.bytes().size()));
  seal_pack(pack);
  CHECK(status_of(pack) == CG_PACK_MALFORMED);
}

TEST_CASE("Bytes after the pack's end are malformed") {
  CHECK(status_of(write_pack(example_contents()) + '\0') == CG_PACK_MALFORMED);
}

TEST_CASE("Other bytes are no pack") {
  CHECK(status_of("PK\x03\x04 this is a zip file, say") == CG_PACK_NOT_A_PACK);
  CHECK(status_of("cgpk") == CG_PACK_NOT_A_PACK);
  for (size_t at = 0; at < 4; ++at) {
    std::string pack = write_pack(example_contents());
    pack[at] = static_cast<char>(pack[at] ^ 0x20);
    seal_pack(pack);
    CHECK(status_of(pack) == CG_PACK_NOT_A_PACK);
  }
  Pack pack{};
  CHECK(open_pack(nullptr, 0, pack) == CG_PACK_TRUNCATED);
}

TEST_CASE("A pack of another version, older or newer, is not read") {
  CHECK(with_field(4, 2) == CG_OK);
  for (const uint32_t version : {0u, 1u, 3u, 255u, 256u, 0xFFFFu}) {
    CHECK(with_field(4, version) == CG_PACK_VERSION);
  }
}

TEST_CASE("A newer pack is reported as newer even if nothing else of it is understood") {
  std::string pack(layout::header_bytes, '\xFF');
  std::copy(std::begin(layout::magic), std::end(layout::magic), pack.begin());
  pack[4] = 3;
  pack[5] = pack[6] = pack[7] = 0;
  CHECK(status_of(pack) == CG_PACK_VERSION);
}

TEST_CASE("A pack with features that are not known is of a version not read") {
  CHECK(with_field(4, 0x00040001u) == CG_PACK_VERSION);
  CHECK(with_field(4, 0x80000001u) == CG_PACK_VERSION);
}

TEST_CASE("A wrong size in the header is a cut pack if larger and malformed if smaller") {
  const auto bytes = static_cast<uint32_t>(write_pack(example_contents()).size());
  CHECK(with_field(8, bytes) == CG_OK);
  CHECK(with_field(8, bytes + 1) == CG_PACK_TRUNCATED);
  CHECK(with_field(8, CG_MAX_PACK_BYTES) == CG_PACK_TRUNCATED);
  CHECK(with_field(8, bytes - 1) == CG_PACK_MALFORMED);
  CHECK(with_field(8, layout::header_bytes - 1) == CG_PACK_MALFORMED);
  CHECK(with_field(8, 0) == CG_PACK_MALFORMED);
}

TEST_CASE("A wrong checksum is reported, wherever the damage is") {
  const std::string whole = write_pack(example_contents());
  for (size_t at = layout::checksum_from - 4; at < whole.size(); ++at) {
    std::string pack = whole;
    pack[at] = static_cast<char>(pack[at] ^ 0x04);
    const bool is_count = at >= 16 &&
                          at < 20;  // A count beyond the limit is said first, as the checksum needs all bytes.
    INFO(at);
    const cg_status status = status_of(pack);
    REQUIRE((status == CG_PACK_CHECKSUM || (is_count && status == CG_PACK_TOO_LARGE)));
  }
}

TEST_CASE("A wrong number of codes is malformed") {
  CHECK(with_field(16, 2) == CG_OK);
  for (const uint32_t count : {0u, 1u, 3u, 4u, 100u, uint32_t{CG_MAX_CODES}}) {
    CHECK(with_field(16, count) == CG_PACK_MALFORMED);
  }
}

TEST_CASE("A wrong size of the meta section is malformed") {
  const std::string pack = write_pack(example_contents());
  const uint32_t bytes = load_u32(reinterpret_cast<const uint8_t *>(pack.data()) + 20);
  CHECK(with_field(20, bytes) == CG_OK);
  for (const uint32_t wrong : {0u, 1u, bytes - 1, bytes + 1, 0x7FFFFFFFu, 0xFFFFFFFFu}) {
    CHECK(with_field(20, wrong) == CG_PACK_MALFORMED);
  }
}

TEST_CASE("Codes out of order or twice are malformed") {
  const std::string whole = write_pack(example_contents());
  for (const auto &[first, second] :
       {std::pair(2, 1), std::pair(2, 2), std::pair(1, -1), std::pair(INT32_MAX, INT32_MIN)}) {
    std::string pack = whole;
    put_u32(pack, 24, static_cast<uint32_t>(first));
    put_u32(pack, 28, static_cast<uint32_t>(second));
    seal_pack(pack);
    CHECK(status_of(pack) == CG_PACK_MALFORMED);
  }
  std::string pack = whole;
  put_u32(pack, 24, static_cast<uint32_t>(INT32_MIN));
  put_u32(pack, 28, INT32_MAX);
  seal_pack(pack);
  CHECK(status_of(pack) == CG_OK);
}

TEST_CASE("Record offsets that are out of order, out of range or leave a gap are malformed") {
  const std::string pack = write_pack(example_contents());
  const auto *const data = reinterpret_cast<const uint8_t *>(pack.data());
  const uint32_t second = load_u32(data + 36);
  const uint32_t total = load_u32(data + 40);
  CHECK(with_field(36, second) == CG_OK);
  CHECK(with_field(32, 1) == CG_PACK_MALFORMED);
  CHECK(with_field(36, total + 1) == CG_PACK_MALFORMED);
  CHECK(with_field(36, 0xFFFFFFFFu) == CG_PACK_MALFORMED);
  CHECK(with_field(36, 0) == CG_PACK_MALFORMED);
  CHECK(with_field(40, total - 1) == CG_PACK_MALFORMED);
  CHECK(with_field(40, total + 1) == CG_PACK_MALFORMED);
  CHECK(with_field(40, second) == CG_PACK_MALFORMED);
}

TEST_CASE("Bytes before the first record are malformed") {
  std::string pack = write_pack(example_contents());
  const auto *const data = reinterpret_cast<const uint8_t *>(pack.data());
  const uint32_t records_bytes = load_u32(data + 40);
  for (const size_t start : {32, 36, 40}) {
    put_u32(pack, start, load_u32(data + start) + 1);
  }
  put_u32(pack, 8, load_u32(data + 8) + 1);
  pack.insert(pack.size() - records_bytes, 1, '\0');
  seal_pack(pack);
  CHECK(status_of(pack) == CG_PACK_MALFORMED);
}
