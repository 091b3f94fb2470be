// Files of CLDR data: what is in them, that they are the same each time, and that the reader refuses what is damaged.
#include "core/compiler/cldr_data.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <cstring>
#include <random>

#include "core/compiler/resource_bundle.h"
#include "core/icu_engine/data_file.h"
#include "core/pack/checksum.h"

using namespace codeglot;

namespace {

/// Bytes at a multiple of 16, as the reader wants them, in memory of exactly their size.
struct Aligned {
  explicit Aligned(const std::string &from) : bytes(from.size()) {
    void *room = nullptr;
    REQUIRE(posix_memalign(&room, 16, bytes) == 0);
    data = static_cast<uint8_t *>(room);
    std::memcpy(data, from.data(), bytes);
  }
  Aligned(const Aligned &) = delete;
  Aligned &operator=(const Aligned &) = delete;
  ~Aligned() { std::free(data); }

  size_t bytes;
  uint8_t *data;
};

cg_status status_of(const std::string &file) {
  const Aligned aligned(file);
  return DataFile().read(aligned.data, aligned.bytes);
}

std::vector<std::string> names_in(const std::string &file) {
  const Aligned aligned(file);
  DataFile data;
  REQUIRE(data.read(aligned.data, aligned.bytes) == CG_OK);
  std::vector<std::string> names;
  for (const DataFile::Item &item : data.items) {
    names.emplace_back(item.name);
  }
  return names;
}

void seal(std::string &file) {
  const uint32_t sum = checksum(reinterpret_cast<const uint8_t *>(file.data()) + data_layout::checked_from,
                                file.size() - data_layout::checked_from);
  for (size_t index = 0; index < 4; ++index) {
    file[data_layout::checksum_at + index] = static_cast<char>(sum >> (8 * index));
  }
}

DataFeatures dates() {
  DataFeatures features;
  features.dates = true;
  return features;
}

}  // namespace

TEST_CASE("a locale's file has its parents' bundles, and the root's file those of all") {
  const auto files = write_cldr_data({"en-GB", "zh-TW", "de"}, dates());
  CHECK(files.size() == 4);
  CHECK(names_in(files.at("de.cgdata")) == std::vector<std::string>{"curr/de.res", "de.res", "zone/de.res"});
  const auto british = names_in(files.at("en-GB.cgdata"));
  for (const char *name : {"en_GB.res", "en_001.res", "en.res"}) {
    CHECK(std::find(british.begin(), british.end(), name) != british.end());
  }
  const auto taiwan = names_in(files.at("zh-TW.cgdata"));
  CHECK(std::find(taiwan.begin(), taiwan.end(), "zh_Hant.res") != taiwan.end());
  CHECK(std::find(taiwan.begin(), taiwan.end(), "zh.res") == taiwan.end());
  const auto root = names_in(files.at("root.cgdata"));
  for (const char *name : {"root.res", "plurals.res", "supplementalData.res", "zoneinfo64.res"}) {
    CHECK(std::find(root.begin(), root.end(), name) != root.end());
  }
}

TEST_CASE("the same locales and features give the same bytes") {
  CHECK(write_cldr_data({"de", "ar"}, DataFeatures::all()) == write_cldr_data({"de", "ar"}, DataFeatures::all()));
}

TEST_CASE("more features give more bytes") {
  const auto size = [](const DataFeatures &features) {
    return write_cldr_data({"de"}, features).at("de.cgdata").size();
  };
  DataFeatures one_currency = dates();
  one_currency.currencies = {"EUR"};
  DataFeatures one_unit = dates();
  one_unit.units = {"kilometer-per-hour"};
  CHECK(size({}) < size(dates()));
  CHECK(size(dates()) < size(one_currency));
  CHECK(size(dates()) < size(one_unit));
  CHECK(size(one_currency) + 10000 < size(DataFeatures::all()));
}

TEST_CASE("every bundle of ICU that is written can be read again as ICU would") {
  for (const char *name : {"root", "de", "curr/en", "unit/ar", "zone/ja", "rbnf/root", "supplementalData", "zoneinfo64",
                           "langInfo", "metaZones", "keyTypeData", "plurals", "lang/ru", "region/hi"}) {
    const std::optional<ResourceBundle> bundle = read_bundle(name);
    REQUIRE(bundle);
    const Aligned bytes(write_bundle(*bundle));
    INFO(name);
    CHECK(is_sound_bundle(bytes.data, static_cast<uint32_t>(bytes.bytes)));
  }
  CHECK_FALSE(read_bundle("no_such"));
}

TEST_CASE("a damaged file of data is refused for the right reason") {
  const std::string good = write_cldr_data({"fr"}, dates()).at("fr.cgdata");
  CHECK(status_of(good) == CG_OK);
  CHECK(status_of("") == CG_PACK_TRUNCATED);
  CHECK(status_of(good.substr(0, good.size() - 1)) == CG_PACK_TRUNCATED);
  CHECK(status_of(good + "x") == CG_PACK_MALFORMED);
  std::string changed = good;
  changed[0] ^= 1;
  CHECK(status_of(changed) == CG_PACK_NOT_A_PACK);
  changed = good;
  changed[4] ^= 1;
  CHECK(status_of(changed) == CG_PACK_VERSION);
  changed = good;
  changed.back() ^= 1;
  CHECK(status_of(changed) == CG_PACK_CHECKSUM);
  const Aligned odd(" " + good);
  CHECK(DataFile().read(odd.data + 1, good.size()) == CG_PACK_NOT_A_PACK);
}

TEST_CASE("no change of a byte makes the reader read outside the file") {
  const std::string good = write_cldr_data({"ja"}, dates()).at("ja.cgdata");
  std::mt19937 random(1);
  int refused = 0;
  for (int round = 0; round < 5000; ++round) {
    std::string changed = good;
    for (int count = 0; count < 1 + round % 4; ++count) {
      changed[data_layout::checked_from + random() % (changed.size() - data_layout::checked_from)] = static_cast<char>(
          random());
    }
    seal(changed);
    refused += status_of(changed) != CG_OK;
  }
  CHECK(refused > 0);
}
