// Every format over the project's own catalog and over one that is made to break them: exported, imported into a copy
// without messages, each message is the JSON that it was. What a format cannot carry is listed here, too, so that a loss
// more, or one less, fails.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "core/compiler/catalog.h"
#include "core/interchange/export.h"
#include "core/interchange/import.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;
using Json = nlohmann::ordered_json;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> all_formats = {"xliff2",  "xliff1",    "po",      "arb",
                                              "android", "xcstrings", "i18next", "csv"};

/// A catalog of locales/, or of tests/interchange/nasty, that can be written.
class Copy {
 public:
  explicit Copy(const std::string &from) {
    for (const fs::directory_entry &entry : fs::directory_iterator(from)) {
      if (entry.path().extension() == ".json") {
        folder_.write("catalog/" + entry.path().filename().string(), read_bytes(entry.path().string()));
      }
    }
  }

  std::string catalog() const { return folder_.path("catalog"); }
  std::string path(const std::string &name) const { return folder_.path(name); }
  std::vector<std::string> tags() const {
    std::vector<std::string> tags;
    for (const fs::directory_entry &entry : fs::directory_iterator(catalog())) {
      if (!is_reserved_file(entry.path().filename().string())) {
        tags.push_back(entry.path().stem().string());
      }
    }
    return tags;
  }
  Json read(const std::string &tag) const { return Json::parse(read_bytes(catalog() + "/" + tag + ".json")); }

  /// Takes all messages out of a locale.
  void empty(const std::string &tag) const {
    Json file = read(tag);
    for (auto at = file.begin(); at != file.end();) {
      const bool head = at.key() == "$locale" || at.key() == "$schema" || at.key() == "$syntax" ||
                        at.key() == "$comment";
      at = head ? std::next(at) : file.erase(at);
    }
    folder_.write("catalog/" + tag + ".json", file.dump(2) + "\n");
  }

  ExportedFiles export_to(const std::string &format, const std::string &folder) const {
    Diagnostics diagnostics;
    ExportedFiles exported = export_catalog({format, catalog(), {}, path(folder)}, diagnostics);
    INFO(diagnostics.text());
    CHECK_FALSE(diagnostics.has_errors());
    for (const auto &[file, bytes] : exported.files) {
      folder_.write(fs::relative(file, folder_.path()).string(), bytes);
    }
    return exported;
  }

  MergedFiles import_from(const std::string &format, const ExportedFiles &exported) const {
    ImportFilesOptions options;
    options.format = format;
    options.folder = catalog();
    for (const auto &[file, bytes] : exported.files) {
      if (!file.ends_with(".codeglot.json")) {
        options.files.push_back(file);
      }
    }
    Diagnostics diagnostics;
    MergedFiles merged = import_files(options, diagnostics);
    INFO(diagnostics.text());
    CHECK_FALSE(diagnostics.has_errors());
    for (const auto &[file, bytes] : merged.files) {
      folder_.write(fs::relative(file, folder_.path()).string(), bytes);
    }
    return merged;
  }

 private:
  TemporaryFolder folder_;
};

/// "locale name" of what was left out.
std::set<std::string> left_out(const std::vector<Loss> &losses) {
  std::set<std::string> names;
  for (const Loss &loss : losses) {
    if (loss.kind == Loss::Kind::left_out) {
      names.insert(loss.locale + " " + loss.name);
    }
  }
  return names;
}

/// Exports a catalog, empties it, imports, and compares. The source locale of a format that has no file of it stays.
ExportedFiles round_trip(const Copy &copy, const std::string &format, const std::set<std::string> &notes_lost) {
  std::map<std::string, Json> before;
  const bool translations_only = format == "xliff2" || format == "xliff1" || format == "po";
  const std::string source = Json::parse(read_bytes(copy.catalog() + "/codes.json"))["sourceLocale"];
  const ExportedFiles exported = copy.export_to(format, "exported");
  for (const std::string &tag : copy.tags()) {
    before[tag] = copy.read(tag);
    if (!translations_only || tag != source) {
      copy.empty(tag);
    }
  }
  copy.import_from(format, exported);
  const std::set<std::string> absent = left_out(exported.losses);
  for (auto &[tag, file] : before) {
    const Json after = copy.read(tag);
    for (auto &[name, message] : file.items()) {
      INFO(format << " " << tag << " " << name);
      const std::string whole = tag + " " + name;
      if (absent.count(whole) > 0) {
        CHECK_FALSE(after.contains(name));
        continue;
      }
      REQUIRE(after.contains(name));
      if (notes_lost.count(whole) > 0 && (!translations_only || tag != source)) {
        message.erase("note");  // A note for editors is theirs, and not sent around.
        message = message.size() == 1 ? message["text"] : message;
      }
      CHECK(after[name].dump() == message.dump());
    }
    const auto of_locale = [start = tag + " "](const std::string &whole) { return whole.starts_with(start); };
    const auto lost = static_cast<size_t>(std::count_if(absent.begin(), absent.end(), of_locale));
    CHECK(after.size() == file.size() - lost);
  }
  return exported;
}

/// "name name": losses of a kind that a locale has.
std::string names_of(const std::vector<Loss> &losses, Loss::Kind kind, const std::string &locale) {
  std::string names;
  for (const Loss &loss : losses) {
    if (loss.kind == kind && loss.locale == locale) {
      CHECK(loss.reason.size() > 10);
      CHECK(loss.position.line > 0);
      names += (names.empty() ? "" : " ") + loss.name;
    }
  }
  return names;
}

struct Expected {
  const char *format;
  const char *locale;
  const char *as_source;
  const char *left_out;
};

const Expected expected_losses[] = {
    {"xliff2", "ar", "beside empty-branch choice mf2 mf2-plain", ""},
    {"xliff2", "de", "$unknown-code beside empty-branch choice mf2 mf2-plain", ""},
    {"xliff1", "ar", "beside empty-branch choice mf2 mf2-plain", ""},
    {"xliff1", "de", "$unknown-code beside empty-branch choice mf2 mf2-plain", ""},
    {"po", "ar",
     "shows-placeholder looks-formatted double-braces plural-zero plural-exact plural-offset plural-second plural-lacking ordinal select nested beside empty-branch number date spelled choice mf2 mf2-plain",
     ""},
    {"po", "de",
     "$unknown-code shows-placeholder looks-formatted double-braces plural-zero plural-exact plural-offset plural-second plural-lacking ordinal select nested beside empty-branch number date spelled choice mf2 mf2-plain",
     ""},
    {"arb", "en", "", "a_b mf2 mf2-plain"},
    {"arb", "ar", "", "a_b mf2 mf2-plain"},
    {"arb", "de", "", "$unknown-code a_b mf2 mf2-plain"},
    {"android", "en",
     "shows-placeholder percent-plain looks-formatted double-braces plural-zero plural-exact plural-offset plural-second ordinal select nested beside empty-branch number date spelled choice",
     "a_b mf2 mf2-plain"},
    {"android", "ar",
     "shows-placeholder looks-formatted plural-zero plural-exact plural-offset plural-second ordinal select nested beside empty-branch number date spelled choice",
     "a_b mf2 mf2-plain"},
    {"android", "de",
     "shows-placeholder plural-zero plural-exact plural-offset plural-second ordinal select nested beside empty-branch number date spelled choice",
     "$unknown-code a_b mf2 mf2-plain"},
    {"xcstrings", "en", "",
     "shows-placeholder percent-plain looks-formatted double-braces plural-zero plural-exact plural-offset plural-second plural-hidden ordinal select nested beside empty-branch number date spelled choice mf2 mf2-plain"},
    {"xcstrings", "ar", "",
     "shows-placeholder looks-formatted plural-zero plural-exact plural-offset plural-second plural-hidden ordinal select nested beside empty-branch number date spelled choice mf2 mf2-plain"},
    {"xcstrings", "de", "",
     "$unknown-code shows-placeholder plural-zero plural-exact plural-offset plural-second plural-hidden ordinal select nested beside empty-branch number date spelled choice mf2 mf2-plain"},
    {"i18next", "en",
     "shows-placeholder double-braces nesting plural-exact plural-offset plural-second select nested beside empty-branch number date spelled choice count-clash items",
     "mf2 mf2-plain"},
    {"i18next", "ar",
     "shows-placeholder double-braces nesting plural-zero plural-exact plural-offset plural-second select nested beside empty-branch date spelled choice count-clash items",
     "mf2 mf2-plain"},
    {"i18next", "de",
     "shows-placeholder plural-exact plural-offset plural-second select nested beside empty-branch number date spelled choice count-clash items",
     "$unknown-code mf2 mf2-plain"},
    {"csv", "en", "beside empty-branch choice mf2 mf2-plain", ""},
    {"csv", "ar", "beside empty-branch choice mf2 mf2-plain", ""},
    {"csv", "de", "$unknown-code beside empty-branch choice mf2 mf2-plain", ""},
};

}  // namespace

TEST_CASE("The project's own catalog comes back from every format as it went out") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  const Copy copy(CODEGLOT_LOCALES);
  const auto count = [&copy] {
    size_t members = 0;
    for (const std::string &tag : copy.tags()) {
      members += copy.read(tag).size();
    }
    return members;
  };
  const size_t before = count();
  CHECK(before > copy.tags().size() * 50);
  const ExportedFiles exported = round_trip(copy, format, {});
  CHECK(count() + left_out(exported.losses).size() == before);
}

TEST_CASE("A catalog that is made to break the formats comes back from every one as it went out") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  const Copy copy(CODEGLOT_NASTY);
  const ExportedFiles exported = round_trip(copy, format, {"en noted", "de noted"});
  for (const Expected &expected : expected_losses) {
    if (format == expected.format) {
      INFO(format << " " << expected.locale);
      CHECK(names_of(exported.losses, Loss::Kind::as_source, expected.locale) == expected.as_source);
      CHECK(names_of(exported.losses, Loss::Kind::left_out, expected.locale) == expected.left_out);
    }
  }
}

TEST_CASE("Without what the files say of the export, everything that was carried still comes back with its meaning") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  const Copy copy(CODEGLOT_NASTY);
  const ExportedFiles exported = copy.export_to(format, "exported");
  ExportedFiles stripped;
  for (auto [file, bytes] : exported.files) {
    for (const std::string mark : {"type=\"exported\"", "x-codeglot-exported", "#. codeglot: "}) {
      for (size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark, at)) {
        bytes.replace(at, mark.size(),
                      mark.starts_with("#")   ? "#. "
                      : mark.starts_with("t") ? "type=\"x\""
                                              : "x-other");
      }
    }
    if (!file.ends_with(".codeglot.json")) {
      fs::remove(fs::path(file).parent_path() / (format + ".codeglot.json"));
      fs::remove(fs::path(file).parent_path().parent_path() / (format + ".codeglot.json"));
      std::ofstream(file, std::ios::binary) << bytes;
      stripped.files[file] = bytes;
    }
  }
  Diagnostics diagnostics;
  const std::optional<Exchange> before = read_exchange(copy.catalog(), diagnostics);
  for (const std::string &tag : copy.tags()) {
    if (tag != "en") {
      copy.empty(tag);
    }
  }
  copy.import_from(format, stripped);
  const std::optional<Exchange> after = read_exchange(copy.catalog(), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(before.has_value());
  REQUIRE(after.has_value());
  const std::set<std::string> absent = left_out(exported.losses);
  for (const ExchangeLocale &locale : before->locales) {
    for (const auto &[name, text] : locale.texts) {
      INFO(format << " " << locale.tag << " " << name << ": " << text.authored.source);
      if (absent.count(locale.tag + " " + name) > 0) {
        continue;
      }
      const ExchangeText *now = after->locale(locale.tag)->text(name);
      REQUIRE(now != nullptr);
      INFO(now->authored.source);
      CHECK(now->authored.mf2 == text.authored.mf2);
      CHECK(
          (now->content && text.content ? same_content(*now->content, *text.content) : now->authored == text.authored));
    }
  }
}

TEST_CASE("A second import of the same files changes nothing") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  const Copy copy(CODEGLOT_NASTY);
  const MergedFiles merged = copy.import_from(format, copy.export_to(format, "exported"));
  CHECK(merged.files.empty());
  REQUIRE(merged.counts.count("ar") == 1);
  CHECK(merged.counts.at("ar").taken == 0);
  CHECK(merged.counts.at("ar").added == 0);
  CHECK(merged.counts.at("ar").same > 20);
}
