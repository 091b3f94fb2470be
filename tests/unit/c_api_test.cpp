// The C interface (codeglot.h) on a small catalog: capacities, codes, catalogs, nulls, threads. Arguments are in
// c_api_arguments_test.cpp.
#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <thread>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const cg::Catalog &small() {
  static const cg::Catalog catalog = open_packs(small_packs());
  return catalog;
}

std::string pack_of(const std::string &tag, const std::string &catalog_namespace, const std::string &text) {
  PackContents contents = example_contents();
  contents.catalog_namespace = catalog_namespace;
  ByteWriter profile;
  profile.text(tag);
  profile.byte(0);
  for (int section = 0; section < 3; ++section) {
    profile.text("");
  }
  contents.profiles = {profile.bytes()};
  contents.unknown_code = text_body("?");
  contents.records = {{1, "name", text_body(text)}};
  return write_pack(contents);
}

}  // namespace

TEST_CASE("Asking for the size writes nothing and gives the bytes without the NUL") {
  const std::string whole = "Plain — text 😀";
  CHECK(cg_message(small().get(), -7, "en", 2, nullptr, 0, nullptr, 0) == whole.size());
  CHECK(cg_message(small().get(), -7, "en", 2, nullptr, 0, nullptr, 100) == whole.size());
  char untouched = '#';
  CHECK(cg_message(small().get(), -7, "en", 2, nullptr, 0, &untouched, 0) == whole.size());
  CHECK(untouched == '#');
}

TEST_CASE("A text is cut at every capacity before a whole code point, and always ended") {
  const std::string whole = "Plain — text 😀";
  for (size_t capacity = 1; capacity <= whole.size() + 3; ++capacity) {
    std::vector<char> buffer(capacity + 4, '#');
    INFO(capacity);
    REQUIRE(cg_message(small().get(), -7, "en", 2, nullptr, 0, buffer.data(), capacity) == whole.size());
    const std::string text = buffer.data();
    CHECK(is_utf8(text));
    CHECK(whole.starts_with(text));
    CHECK(text.size() <= capacity - 1);
    CHECK(text.size() + 4 > std::min(capacity - 1, whole.size()));  // Less than one code point is lost.
    CHECK((text == whole) == (capacity > whole.size()));
    CHECK(std::all_of(buffer.begin() + static_cast<std::ptrdiff_t>(capacity), buffer.end(),
                      [](char c) { return c == '#'; }));
  }
}

TEST_CASE("A code's message comes with its name, its locale and its direction") {
  const cg::Resolution english = small().resolve(-7, "en");
  CHECK(english.status == CG_OK);
  CHECK(english.text == "Plain — text 😀");
  CHECK(english.code == -7);
  CHECK(english.name == "plain");
  CHECK(english.locale == "en");
  CHECK(english.pack_locale == "en");
  CHECK(english.argument.empty());
  CHECK(english.direction == CG_LEFT_TO_RIGHT);
  CHECK(small().resolve(-7, "ar").direction == CG_RIGHT_TO_LEFT);
}

TEST_CASE("A message that a locale lacks answers with the words and the direction of the one that has it") {
  const cg::Resolution arabic = small().resolve(INT32_MAX, "ar");
  CHECK(arabic.text == "Last");
  CHECK(arabic.status == CG_OK);
  CHECK(arabic.pack_locale == "ar");
  CHECK(arabic.locale == "en");
  CHECK(arabic.direction == CG_LEFT_TO_RIGHT);
}

TEST_CASE("An unknown code has the catalog's own text, with the code in it") {
  for (const auto &[code, text] :
       {std::pair(INT32_MIN, "No message for -2147483648"), std::pair(0, "No message for 0"),
        std::pair(-1, "No message for -1"), std::pair(INT32_MAX - 1, "No message for 2147483646")}) {
    const cg::Resolution resolution = small().resolve(code, "en");
    CHECK(resolution.text == text);
    CHECK(resolution.status == CG_UNKNOWN_CODE);
    CHECK(resolution.code == code);
    CHECK(resolution.name.empty());
    CHECK(resolution.pack_locale == "en");
  }
  CHECK(small().message(99, "zh-TW") == "未知 99");
  CHECK(small().message(99, "en", {{"code", "other"}}) == "No message for 99");
}

TEST_CASE("The limits of a 32-bit code are codes like others") {
  CHECK(small().message(INT32_MAX, "en") == "Last");
  PackContents contents = example_contents();
  contents.records = {{INT32_MIN, "least", text_body("least")}};
  CHECK(open_packs({{"en", write_pack(contents)}}).message(INT32_MIN, "en") == "least");
}

TEST_CASE("A catalog without packs answers with the code in brackets") {
  const cg::Catalog empty;
  CHECK(empty.choose("en") == -1);
  CHECK(empty.locales().empty());
  for (const auto &[code, text] : {std::pair(102, "[102]"), std::pair(-1, "[-1]"), std::pair(0, "[0]"),
                                   std::pair(INT32_MIN, "[-2147483648]"), std::pair(INT32_MAX, "[2147483647]")}) {
    const cg::Resolution resolution = empty.resolve(code, "en");
    CHECK(resolution.text == text);
    CHECK(resolution.status == CG_NO_PACK);
    CHECK(resolution.code == code);
    CHECK(resolution.locale.empty());
  }
  const int32_t code = 7;
  CHECK(empty.resolve_response({"http", 200, &code}, "en").text == "[7]");
  CHECK(empty.resolve_response({"http", 403, nullptr}, "en").text == "[0]");
}

TEST_CASE("A locale index that is out of range answers as without packs") {
  for (const cg_locale locale : {-1, 3, INT32_MIN, INT32_MAX}) {
    char text[20];
    cg_resolution resolution;
    CHECK(cg_resolve(small().get(), locale, 5, nullptr, 0, text, sizeof text, &resolution) == 3);
    CHECK(std::string(text) == "[5]");
    CHECK(resolution.status == CG_NO_PACK);
    size_t bytes = 9;
    CHECK(cg_catalog_locale_tag(small().get(), locale, &bytes) == nullptr);
    CHECK(bytes == 0);
    CHECK(cg_catalog_code_count(small().get(), locale) == 0);
    CHECK(cg_catalog_code_at(small().get(), locale, 0) == 0);
    CHECK(cg_parameter_count(small().get(), locale, 1) == -1);
  }
}

TEST_CASE("A pack of a locale that is there takes its place and its index") {
  cg::Catalog catalog;
  REQUIRE(catalog.add(pack_of("en", "a", "old")) == CG_OK);
  REQUIRE(catalog.add(pack_of("fr", "a", "vieux")) == CG_OK);
  REQUIRE(catalog.choose("en") == 0);
  REQUIRE(catalog.add(pack_of("en", "a", "new")) == CG_OK);
  CHECK(catalog.choose("en") == 0);
  CHECK(catalog.choose("fr") == 1);
  CHECK(catalog.locales() == std::vector<std::string>{"en", "fr"});
  CHECK(catalog.message(1, "en") == "new");
  CHECK(catalog.message(1, "fr") == "vieux");
}

TEST_CASE("A pack of another catalog is refused and changes nothing") {
  cg::Catalog catalog;
  REQUIRE(catalog.add(pack_of("en", "a", "ours")) == CG_OK);
  CHECK(catalog.add(pack_of("fr", "b", "theirs")) == CG_PACK_OF_OTHER_CATALOG);
  CHECK(catalog.add(pack_of("en", "b", "theirs")) == CG_PACK_OF_OTHER_CATALOG);
  CHECK(catalog.locales() == std::vector<std::string>{"en"});
  CHECK(catalog.message(1, "en") == "ours");
}

TEST_CASE("A rejected pack changes nothing") {
  cg::Catalog catalog;
  REQUIRE(catalog.add(pack_of("en", "a", "ours")) == CG_OK);
  const std::string bad = pack_of("fr", "a", "cut");
  CHECK(catalog.add(bad.substr(0, bad.size() - 1)) == CG_PACK_TRUNCATED);
  CHECK(catalog.add("") == CG_PACK_TRUNCATED);
  CHECK(catalog.locales() == std::vector<std::string>{"en"});
}

TEST_CASE("Tags that share their first eight bytes, or begin with each other, are told apart") {
  cg::Catalog catalog;
  const std::vector<std::string> tags = {"en", "en-Latn-", "en-Latn-U", "en-Latn-US", "en-Latn-GB", "en-Latn"};
  for (const std::string &tag : tags) {
    REQUIRE(catalog.add(pack_of(tag, "a", tag)) == CG_OK);
  }
  CHECK(catalog.locales() == tags);
  for (size_t index = 0; index < tags.size(); ++index) {
    CHECK(catalog.choose(tags[index]) == static_cast<cg_locale>(index));
  }
}

TEST_CASE("Codes are listed in ascending order, with 0 outside the list") {
  const cg_locale locale = small().choose("en");
  std::vector<int32_t> codes;
  for (int32_t index = 0; index < cg_catalog_code_count(small().get(), locale); ++index) {
    codes.push_back(cg_catalog_code_at(small().get(), locale, index));
  }
  CHECK(codes == std::vector<int32_t>{-7, 1, 2, 3, 4, 5, INT32_MAX});
  CHECK(cg_catalog_code_at(small().get(), locale, -1) == 0);
  CHECK(cg_catalog_code_at(small().get(), locale, 7) == 0);
  CHECK(cg_catalog_code_at(small().get(), locale, INT32_MIN) == 0);
}

TEST_CASE("A message's declared arguments are listed with types and defaults") {
  const cg_locale locale = small().choose("en");
  CHECK(cg_parameter_count(small().get(), locale, -7) == 0);
  CHECK(cg_parameter_count(small().get(), locale, 6) == -1);
  REQUIRE(cg_parameter_count(small().get(), locale, 4) == 2);
  cg_parameter parameter;
  REQUIRE(cg_parameter_at(small().get(), locale, 4, 0, &parameter) == CG_OK);
  CHECK(cg::view(parameter.name) == "k");
  CHECK(parameter.type == CG_TYPE_STRING);
  CHECK(parameter.default_value.data == nullptr);
  REQUIRE(cg_parameter_at(small().get(), locale, 4, 1, &parameter) == CG_OK);
  CHECK(cg::view(parameter.name) == "n");
  CHECK(parameter.type == CG_TYPE_DECIMAL);
  CHECK(cg::view(parameter.default_value) == "0.256");
  CHECK(cg_parameter_at(small().get(), locale, 4, 2, &parameter) == CG_INVALID_CALL);
  CHECK(cg_parameter_at(small().get(), locale, 4, -1, &parameter) == CG_INVALID_CALL);
  CHECK(cg_parameter_at(small().get(), locale, 6, 0, &parameter) == CG_INVALID_CALL);
}

TEST_CASE("A null pointer is an invalid call, or no pack, or nothing, but never a crash") {
  cg_catalog_destroy(nullptr);
  CHECK(cg_catalog_create(nullptr) == CG_INVALID_CALL);
  CHECK(cg_catalog_init(nullptr, SIZE_MAX, nullptr) == CG_INVALID_CALL);
  CHECK(cg_catalog_add(nullptr, "", 0) == CG_INVALID_CALL);
  cg::Catalog catalog;
  CHECK(cg_catalog_add(const_cast<cg_catalog *>(catalog.get()), nullptr, 1) == CG_INVALID_CALL);
  CHECK(cg_catalog_add(const_cast<cg_catalog *>(catalog.get()), nullptr, 0) == CG_PACK_TRUNCATED);
  CHECK(cg_catalog_locale_count(nullptr) == 0);
  CHECK(cg_catalog_locale_tag(nullptr, 0, nullptr) == nullptr);
  CHECK(cg_catalog_choose(nullptr, "en", 2) == -1);
  CHECK(cg_catalog_choose(small().get(), nullptr, 0) == small().choose("en"));
  CHECK(cg_catalog_choose(small().get(), nullptr, 5) == small().choose("en"));
  CHECK(cg_catalog_code_count(nullptr, 0) == 0);
  CHECK(cg_catalog_code_at(nullptr, 0, 0) == 0);
  CHECK(cg_parameter_count(nullptr, 0, 1) == -1);
  CHECK(cg_parameter_at(small().get(), 0, 1, 0, nullptr) == CG_INVALID_CALL);
  char text[64];
  CHECK(cg_message(nullptr, 1, nullptr, 0, nullptr, 0, text, sizeof text) == 3);
  CHECK(std::string(text) == "[1]");
  CHECK(cg_message(small().get(), 1, nullptr, 0, nullptr, 7, text, sizeof text) == 10);
  CHECK(std::string(text) == "Hello you!");
  CHECK(cg_resolve(small().get(), small().choose("en"), 1, nullptr, 0, nullptr, 0, nullptr) == 10);
  CHECK(cg_resolve_response(small().get(), small().choose("en"), nullptr, nullptr, 0, text, sizeof text, nullptr) ==
        10);
  CHECK(std::string(text) == "Unreadable");
  CHECK(cg_resolve_response(nullptr, 0, nullptr, nullptr, 0, text, sizeof text, nullptr) == 3);
}

TEST_CASE("A catalog in the caller's memory works as one on the heap, and needs enough of it, aligned") {
  std::unique_ptr<uint64_t[]> memory(new uint64_t[cg_catalog_size_bytes() / 8 + 2]);
  cg_catalog *catalog = nullptr;
  CHECK(cg_catalog_init(memory.get(), cg_catalog_size_bytes() - 1, &catalog) == CG_INVALID_CALL);
  CHECK(cg_catalog_init(reinterpret_cast<char *>(memory.get()) + 1, cg_catalog_size_bytes(), &catalog) ==
        CG_INVALID_CALL);
  CHECK(catalog == nullptr);
  REQUIRE(cg_catalog_init(memory.get(), cg_catalog_size_bytes(), &catalog) == CG_OK);
  const std::string &pack = small_packs().at("en");
  REQUIRE(cg_catalog_add(catalog, pack.data(), pack.size()) == CG_OK);
  char text[64];
  CHECK(cg_message(catalog, 1, "en", 2, nullptr, 0, text, sizeof text) == 10);
}

TEST_CASE("Every status has a sentence of its own, and any other number one too") {
  std::set<std::string> sentences;
  for (const cg_status status : {0, 1, 2, 3, 4, 5, 6, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25}) {
    const std::string sentence = cg_status_text(status);
    INFO(status);
    CHECK(sentence.size() > 10);
    CHECK(sentence.back() == '.');
    CHECK(sentences.insert(sentence).second);
  }
  for (const cg_status status : {-1, 7, 15, 26, INT32_MIN, INT32_MAX}) {
    CHECK(sentences.find(cg_status_text(status)) == sentences.end());
  }
}

TEST_CASE("Two threads that read one catalog each get their own texts") {
  std::atomic<int> wrong{0};
  const auto read = [&wrong](const char *name, const std::string &expected) {
    for (int round = 0; round < 20000; ++round) {
      wrong += small().message(1, "en", {{"s", name}}) == expected ? 0 : 1;
      wrong += small().message(2, "ar", {{"n", round % 3}}).empty() ? 1 : 0;
    }
  };
  std::thread first(read, "Ada", "Hello Ada!");
  std::thread second(read, "Grace", "Hello Grace!");
  first.join();
  second.join();
  CHECK(wrong == 0);
}

TEST_CASE("The interface's version is the header's") { CHECK(cg_abi_version() == CG_ABI_VERSION); }
