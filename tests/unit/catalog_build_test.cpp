// build_catalog: 5,000 codes in 8 locales give, on any number of threads, what one after the other gives; and their
// messages come out of the runtime as ICU formats them.
#include "core/compiler/catalog_build.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <mutex>

#include "bench/generated_catalog.h"
#include "core/compiler/compile.h"
#include "core/compiler/proof.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr size_t codes = 5000;
constexpr size_t locale_count = 8;

struct Build {
  std::map<std::string, std::string> packs;
  std::string findings;
  size_t locales = 0;
};

Build build(const std::string &folder, unsigned threads) {
  Build result;
  Diagnostics diagnostics;
  std::mutex guard;
  Work work;
  const std::optional<size_t> locales = build_catalog(
      folder, {threads, &work},
      [&](const Catalog &, const LocaleFile &file, const std::string &pack, Diagnostics &) {
        const std::lock_guard lock(guard);
        result.packs.emplace(file.tag, pack);
      },
      diagnostics);
  REQUIRE(locales.has_value());
  CHECK(work.locales == *locales);
  CHECK(work.locales_done == *locales);
  result.locales = *locales;
  result.findings = diagnostics.text();
  return result;
}

/// The same by read_catalog and compile.
Build build_plainly(const std::string &folder) {
  Build result;
  Diagnostics diagnostics;
  const std::optional<Catalog> catalog = read_catalog(folder, diagnostics);
  REQUIRE(catalog.has_value());
  result.packs = compile(*catalog, diagnostics);
  result.findings = diagnostics.text();
  result.locales = catalog->locales.size();
  return result;
}

class GeneratedFolder : public TemporaryFolder {
 public:
  GeneratedFolder() { generated::write_catalog(path(), codes, locale_count); }
};

/// A code's message for a locale: its own, or that of the parent that a regional one inherits from.
class Sources {
 public:
  explicit Sources(const std::string &locale) : own_(locale), parents_(locale == "es-419" ? "es" : locale) {}
  std::string operator()(size_t code) const {
    const std::string own = own_.message(code);
    return own.empty() ? parents_.message(code) : own;
  }

 private:
  generated::Texts own_;
  generated::Texts parents_;
};

}  // namespace

TEST_CASE("A large catalog is the same on any number of threads as locale by locale", "[scale]") {
  const GeneratedFolder folder;
  const Build plain = build_plainly(folder.path());
  REQUIRE(plain.packs.size() == locale_count);
  CHECK(plain.findings.empty());
  for (const unsigned threads : {1u, 2u, 5u, 0u}) {
    INFO(threads << " threads");
    const Build built = build(folder.path(), threads);
    CHECK(built.findings == plain.findings);
    CHECK(built.packs == plain.packs);
  }
}

TEST_CASE("Messages of a large catalog resolve to what ICU prints", "[scale]") {
  const GeneratedFolder folder;
  const cg::Catalog catalog = open_packs(build(folder.path(), 0).packs);
  size_t texts = 0;
  size_t formatted = 0;
  for (const std::string &locale : generated::locales(locale_count)) {
    const Sources sources(locale);
    for (size_t code = 1; code <= codes; code += 7) {
      const std::string source = sources(code);
      REQUIRE_FALSE(source.empty());
      INFO(locale << " " << code << ": " << source);
      if (source.find("{day") != std::string::npos) {
        continue;  // icu::MessageFormat takes the zone of dates from the host.
      }
      for (const int64_t count : {int64_t{0}, int64_t{1}, int64_t{2}, int64_t{11}, int64_t{1234567}}) {
        const IcuAnswer expected = format_with_icu(source, locale, {{"who", std::string("admin")}, {"count", count}});
        REQUIRE(expected.error.empty());
        const cg::Resolution resolution = catalog.resolve(static_cast<int32_t>(code), locale,
                                                          {{"who", "admin"}, {"count", count}});
        CHECK(resolution.text == expected.text);
        CHECK(resolution.locale == locale);
        CHECK(resolution.status == CG_OK);
        ++(generated::kind_of(code) == generated::Kind::text ? texts : formatted);
      }
    }
  }
  CHECK(texts > 15000);
  CHECK(formatted > 5000);
  CHECK(catalog.resolve(codes + 1, "en").status == CG_UNKNOWN_CODE);
}

TEST_CASE("Findings of many locales come in the order of files and lines, whoever finds them first", "[scale]") {
  const GeneratedFolder folder;
  for (const char *tag : {"ar", "es", "es-419", "ru"}) {
    const std::string path = folder.path(std::string(tag) + ".json");
    std::string text = read_bytes(path);
    text.insert(1, "\n\"ghost\": \"x\",\n\"area-1-problem-1\": \"{\",");
    folder.write(std::string(tag) + ".json", text);
  }
  folder.write("ja.json", "no JSON");
  folder.write("x_y.json", "{}");
  const Build plain = build_plainly(folder.path());
  CHECK(plain.packs.empty());
  CHECK(std::count(plain.findings.begin(), plain.findings.end(), '\n') == 13);
  for (const unsigned threads : {1u, 2u, 5u}) {
    CHECK(build(folder.path(), threads).findings == plain.findings);
  }
}

TEST_CASE("A text that no locale has is found once for each locale, on any number of threads", "[scale]") {
  const TemporaryFolder folder;
  folder.write("codes.json", codes_json(R"({"code": 1, "name": "a"})"));
  for (const char *tag : {"en", "fr", "de", "ja"}) {
    folder.write(std::string(tag) + ".json", R"({"$unknown-code": "?", "$unreadable-response": "?"})");
  }
  const Build plain = build_plainly(folder.path());
  CHECK(plain.findings.find("ja.json: error: \"a\" has no message here") != std::string::npos);
  CHECK(build(folder.path(), 3).findings == plain.findings);
}

TEST_CASE("A build that is told to stop throws, and what a visitor throws comes out of it", "[scale]") {
  const GeneratedFolder folder;
  std::atomic<bool> stop{false};
  Work work;
  work.stop = &stop;
  Diagnostics diagnostics;
  const auto stop_it = [&](const Catalog &, const LocaleFile &, const std::string &, Diagnostics &) { stop = true; };
  CHECK_THROWS_AS(build_catalog(folder.path(), {2, &work}, stop_it, diagnostics), Stopped);
  CHECK(work.locales_done < locale_count);
  const auto fail = [](const Catalog &, const LocaleFile &file, const std::string &, Diagnostics &) {
    if (file.tag == "ja") {
      throw std::runtime_error("ja");
    }
  };
  CHECK_THROWS_AS(build_catalog(folder.path(), {2, nullptr}, fail, diagnostics), std::runtime_error);
}

TEST_CASE("A folder without a usable codes.json, and one without locales, build to nothing", "[scale]") {
  const TemporaryFolder folder;
  Diagnostics diagnostics;
  const auto none = [](const Catalog &, const LocaleFile &, const std::string &, Diagnostics &) { FAIL("no locale"); };
  CHECK_FALSE(build_catalog(folder.path(), {}, none, diagnostics).has_value());
  CHECK(diagnostics.error_count() == 1);
  folder.write("codes.json", codes_json(""));
  CHECK(build_catalog(folder.path(), {}, none, diagnostics) == size_t{0});
}
