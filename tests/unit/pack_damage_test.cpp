// Packs whose bytes were changed and whose checksum was made right again, as a hostile source could: each is rejected,
// or opens and then gives text for every code and every argument. The sanitizers' build makes this test what it is.
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

struct Tally {
  size_t opened = 0;
  size_t rejected = 0;
};

/// Adds the pack to a catalog of its own, and formats all of it if it opens.
void try_pack(std::string_view pack, const std::vector<std::vector<NamedArgument>> &arguments, Tally &tally) {
  const ExactBytes bytes(pack);
  cg::Catalog catalog;
  const cg_status status = catalog.add_borrowed({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
  if (status != CG_OK) {
    ++tally.rejected;
    CHECK(status >= CG_PACK_TRUNCATED);
    CHECK(status <= CG_PACK_TOO_LARGE);
    return;
  }
  ++tally.opened;
  format_everything(catalog.get(), arguments);
  for (const char *tag : {"en", "ar-EG", "zz-Latn-999", ""}) {
    CHECK(catalog.choose(tag) == 0);
  }
}

/// Every byte of the pack, changed by each mask.
Tally flip_every_byte(const std::string &whole, const std::vector<uint8_t> &masks,
                      const std::vector<std::vector<NamedArgument>> &arguments) {
  Tally tally;
  for (size_t at = 0; at < whole.size(); ++at) {
    for (const uint8_t mask : masks) {
      std::string pack = whole;
      pack[at] = static_cast<char>(pack[at] ^ mask);
      seal_pack(pack);
      INFO("byte " << at << " ^ " << int{mask});
      try_pack(pack, arguments, tally);
    }
  }
  return tally;
}

}  // namespace

TEST_CASE("Any bit of a small pack flipped under a right checksum is rejected or harmless") {
  const Tally tally = flip_every_byte(write_pack(example_contents()), {1, 2, 4, 8, 16, 32, 64, 128},
                                      hostile_arguments());
  CHECK(tally.opened > 100);
  CHECK(tally.rejected > 100);
}

TEST_CASE("Any byte of a compiled pack flipped under a right checksum is rejected or harmless") {
  for (const auto &[tag, pack] : small_packs()) {
    INFO(tag);
    const Tally tally = flip_every_byte(pack, {1, 0x80, 0xFF}, hostile_arguments());
    CHECK(tally.opened > 100);
    CHECK(tally.rejected > 100);
  }
}

TEST_CASE("Any byte of a real pack flipped under a right checksum is rejected or harmless") {
  const std::vector<std::vector<NamedArgument>> arguments = {{}, hostile_arguments()[1], hostile_arguments()[9]};
  for (const char *tag : {"en", "ar"}) {
    INFO(tag);
    const Tally tally = flip_every_byte(built_pack(tag), {1, 0x80}, arguments);
    CHECK(tally.opened > 1000);
    CHECK(tally.rejected > 100);
  }
}

TEST_CASE("Random damage under a right checksum is rejected or harmless") {
  std::mt19937 random(20250101);  // A fixed seed: a failure is found again.
  Tally tally;
  const std::string whole = small_packs().at("en");
  for (int round = 0; round < 3000; ++round) {
    std::string pack = whole;
    for (uint32_t changes = 1 + random() % 6; changes > 0; --changes) {
      pack[random() % pack.size()] = static_cast<char>(random());
    }
    std::copy(whole.begin(), whole.begin() + 12, pack.begin());  // Past the magic, the version and the size.
    seal_pack(pack);
    INFO("round " << round);
    try_pack(pack, hostile_arguments(), tally);
  }
  CHECK(tally.opened > 10);
  CHECK(tally.rejected > 1000);
}

TEST_CASE("Sections of a pack put in each other's place are rejected or harmless") {
  std::mt19937 random(7);
  Tally tally;
  const std::string whole = small_packs().at("ar");
  for (int round = 0; round < 3000; ++round) {
    std::string pack = whole;
    const size_t bytes = 1 + random() % 40;
    const size_t from = 24 + random() % (pack.size() - 24 - bytes);
    const size_t to = 24 + random() % (pack.size() - 24 - bytes);
    pack.replace(to, bytes, whole.substr(from, bytes));
    seal_pack(pack);
    INFO("round " << round);
    try_pack(pack, hostile_arguments(), tally);
  }
  CHECK(tally.opened > 10);
  CHECK(tally.rejected > 1000);
}
