// The manifest of packs: the same choices as the runtime makes with all packs loaded, names that follow contents, and the
// command that writes it.
#include "core/compiler/manifest.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "core/compiler/locale_table.h"
#include "core/compiler/served_tags.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using nlohmann::json;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> words(const std::string &text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// What a reader of the keys concludes: the locale that serves a tag, or nothing.
std::string looked_up(const ServedTags &served, std::string tag) {
  std::map<std::string, std::string> keys;
  for (const auto &[locale, tags] : served.by_locale) {
    for (const std::string &key : tags) {
      keys[key] = locale;
    }
  }
  for (const std::string &key : served.by_none) {
    keys[key] = "";
  }
  std::transform(tag.begin(), tag.end(), tag.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  for (;;) {
    if (const auto found = keys.find(tag); found != keys.end()) {
      return found->second;
    }
    const size_t hyphen = tag.rfind('-');
    if (hyphen == std::string::npos || (hyphen == tag.find('-') && tag.size() - hyphen == 5 && tag[hyphen + 1] > '9')) {
      return "";
    }
    tag.resize(hyphen);
  }
}

void check_against_matcher(const std::vector<std::string> &tags) {
  const ServedTags served = served_tags(locale_tables(tags));
  size_t compared = 0;
  for (const std::string &tag : known_tags(tags)) {
    const std::string expected = reference_choice(tag, tags, "");
    if (looked_up(served, tag) != expected) {
      UNSCOPED_INFO(tag << " is served by " << looked_up(served, tag) << ", not " << expected);
      ++compared;
    }
  }
  CHECK(compared == 0);
}

/// A folder of locales, and one for what the command makes of it.
struct Folders {
  TemporaryFolder root;
  Folders() {
    for (const auto &[name, text] : small_catalog()) {
      root.write("locales/" + name, text);
    }
  }
  CommandResult compile(std::vector<std::string> options) const {
    options.insert(options.begin(), {"compile", root.path("locales"), "-o", root.path("packs")});
    return run_command(options);
  }
  std::string manifest() const { return read_bytes(root.path("packs/manifest.json")); }
};

}  // namespace

TEST_CASE("The keys of a manifest say what ICU's LocaleMatcher says") {
  check_against_matcher({"en", "fr"});
  check_against_matcher({"en", "zh-Hans", "sr", "pt-BR"});
  check_against_matcher({"de", "en", "en-GB", "es", "es-419", "hi", "zh-Hans", "zh-Hant", "zh-Hant-HK"});
}

TEST_CASE("A tag that no locale serves is told apart from one that a shorter tag's locale serves") {
  const ServedTags served = served_tags(locale_tables({"en", "zh-Hans"}));
  CHECK(looked_up(served, "zh-CN") == "zh-Hans");
  CHECK(looked_up(served, "zh-TW") == "");
  CHECK(looked_up(served, "zh-Hant-TW") == "");
  CHECK(looked_up(served, "en-Shaw") == "");
  CHECK(looked_up(served, "en-AU-x-own") == "en");
  CHECK(looked_up(served, "xx") == "");
  CHECK(std::count(served.by_none.begin(), served.by_none.end(), "zh-tw") == 1);
  CHECK(served_tags({}).by_none.empty());
}

TEST_CASE("A pack's name follows its contents") {
  const std::map<std::string, std::string> packs = small_packs();
  std::set<std::string> names;
  for (const auto &[tag, pack] : packs) {
    CHECK(pack_file_name(tag, pack, false) == tag + ".cgpk");
    const std::string name = pack_file_name(tag, pack, true);
    CHECK(name == tag + "." + pack_hash(pack) + ".cgpk");
    CHECK(is_hashed_file_name(name));
    CHECK_FALSE(is_hashed_file_name(tag + ".cgpk"));
    names.insert(pack_hash(pack));
  }
  CHECK(names.size() == packs.size());
  for (const char *name : {"fr.cgpk", ".cgpk", "fr", "", "fr.3fa94c1.cgpk", "fr.3fa94c1d0.cgpk", "fr.3fa94c1x.cgpk",
                           "fr.3FA94C1D.cgpk", "fr.3fa94c1d.json", "fr."}) {
    INFO(name);
    CHECK_FALSE(is_hashed_file_name(name));
  }
}

TEST_CASE("Only a manifest names files, and only files beside it") {
  const auto files = [](const char *text) { return files_of_manifest(text).size(); };
  CHECK(files("") == 0);
  CHECK(files("{") == 0);
  CHECK(files("[]") == 0);
  CHECK(files("null") == 0);
  CHECK(files(R"({"packs": 5})") == 0);
  CHECK(
      files(
          R"({"packs": [5, null, {}, {"file": 5}, {"file": "../x.cgpk"}, {"file": "/x.cgpk"}, {"file": "x.json"}]})") ==
      0);
  CHECK(files_of_manifest(R"({"packs": [{"file": "b.cgpk"}, {"file": "a.cgpk"}]})") ==
        std::vector<std::string>{"b.cgpk", "a.cgpk"});
}

TEST_CASE("codeglot compile --manifest describes each pack that it writes, with the same bytes each time") {
  const Folders folders;
  const CommandResult result = folders.compile({"--manifest"});
  INFO(result.errors);
  REQUIRE(result.exit_status == 0);
  CHECK(result.output.find("manifest.json, in ") != std::string::npos);
  const std::string text = folders.manifest();
  const json manifest = json::parse(text);
  CHECK(manifest["version"] == 1);
  const json codes = json::parse(small_catalog().at("codes.json"));
  CHECK(manifest["namespace"] == codes["namespace"]);
  CHECK(manifest["defaultLocale"] == codes["defaultLocale"]);
  CHECK(manifest["sourceLocale"] == codes["sourceLocale"]);
  REQUIRE(manifest["packs"].size() == small_packs().size());
  for (const json &pack : manifest["packs"]) {
    const std::string bytes = read_bytes(folders.root.path("packs/" + pack["file"].get<std::string>()));
    CHECK(pack["bytes"] == bytes.size());
    CHECK(pack["hash"] == pack_hash(bytes));
    const std::string tag = pack["tag"];
    CHECK(pack["direction"] == (tag == "ar" ? "rtl" : "ltr"));
    const std::vector<std::string> serves = words(pack["serves"]);
    CHECK(std::is_sorted(serves.begin(), serves.end()));
    CHECK_FALSE(serves.empty());
  }
  REQUIRE(folders.compile({"--manifest"}).exit_status == 0);
  CHECK(folders.manifest() == text);
}

TEST_CASE("codeglot compile --hashed names packs after their contents, and the manifest says which count") {
  const Folders folders;
  CHECK(run_command({"compile", folders.root.path("locales"), "--hashed"}).exit_status == 2);
  REQUIRE(folders.compile({"--manifest", "--hashed"}).exit_status == 0);
  const std::vector<std::string> first = files_of_manifest(folders.manifest());
  for (const std::string &file : first) {
    CHECK(is_hashed_file_name(file));
    CHECK(file.find(pack_hash(read_bytes(folders.root.path("packs/" + file)))) != std::string::npos);
  }
  // Another text is another file; the earlier one stays for programs that have the earlier manifest.
  const std::string english = read_bytes(folders.root.path("locales/en.json"));
  folders.root.write("locales/en.json", std::string(english).replace(english.rfind('"'), 0, " (changed)"));
  REQUIRE(folders.compile({"--manifest", "--hashed"}).exit_status == 0);
  const std::vector<std::string> second = files_of_manifest(folders.manifest());
  REQUIRE(second.size() == first.size());
  CHECK(second != first);
  for (const std::string &file : first) {
    CHECK(fs::exists(folders.root.path("packs/" + file)));
  }
  // The command reads what the manifest names.
  const std::string list = run_command({"list", "--packs", folders.root.path("packs"), "-l", "en"}).output;
  CHECK(list.find("(changed)") != std::string::npos);
}
