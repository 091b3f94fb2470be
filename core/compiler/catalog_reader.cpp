// Reads a folder of authoring files; see catalog.h.
#include "core/compiler/catalog_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "codeglot/limits.h"
#include "core/compiler/locale_data.h"

namespace codeglot {
namespace {

/// What neither a locale has nor a parent in its language. A regional file holds only what differs.
void report_missing(const Catalog &catalog, const LocaleFile &file, Diagnostics &diagnostics) {
  const std::vector<const LocaleFile *> family = family_of(catalog, file.tag);
  const auto report = [&](const std::string &name, const std::string &what, const auto &has) {
    if (std::none_of(family.begin(), family.end(), has)) {
      diagnostics.add(Rule::missing_message, {file.path, 0, 0},
                      what + " \"" + name + "\": a parent locale's, the default or the source will stand in", name);
    }
  };
  for (const CodeEntry &entry : catalog.codes) {
    if (!entry.retired) {
      report(entry.name, "no message for",
             [&entry](const LocaleFile *from) { return from->messages.contains(entry.name); });
    }
  }
  report(unknown_code_member, "no", [](const LocaleFile *from) { return from->unknown_code.has_value(); });
  report(unreadable_response_member, "no",
         [](const LocaleFile *from) { return from->unreadable_response.has_value(); });
}

}  // namespace

std::optional<std::string> read_file(const std::string &path, Diagnostics &diagnostics) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) {
    text << file.rdbuf();
  }
  if (!file || std::filesystem::is_directory(path)) {
    diagnostics.add(Rule::unreadable_file, {path, 0, 0}, "cannot be read: check that the file exists and may be read");
    return std::nullopt;
  }
  return text.str();
}

std::optional<Catalog> read_catalog(const std::string &folder, Diagnostics &diagnostics) {
  namespace fs = std::filesystem;
  const std::string codes_path = (fs::path(folder) / "codes.json").string();
  std::optional<std::string> text = read_file(codes_path, diagnostics);
  std::optional<JsonDocument> codes = text ? JsonDocument::parse(codes_path, std::move(*text), diagnostics)
                                           : std::nullopt;
  std::optional<Catalog> catalog = codes ? read_codes(*codes, diagnostics) : std::nullopt;
  if (!catalog) {
    return std::nullopt;
  }
  std::vector<fs::path> paths;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && entry.path().extension() == ".json" && !is_reserved_file(name)) {
      paths.push_back(entry.path());
    }
  }
  // By tag, not by file name, where "en-GB.json" comes before "en.json": of two equally near locales the first serves.
  std::sort(paths.begin(), paths.end(),
            [](const fs::path &left, const fs::path &right) { return left.stem() < right.stem(); });
  for (const fs::path &path : paths) {
    const std::string tag = path.stem().string();
    if (canonical_tag(tag) != tag || tag.size() > CG_MAX_LOCALE_TAG_BYTES) {
      const std::string meant = canonical_tag(tag);
      diagnostics.add(Rule::locale_tag, {path.string(), 0, 0},
                      "\"" + tag + "\" is no canonical BCP 47 locale tag" +
                          (meant.empty() ? "" : ": rename the file to " + meant + ".json"));
      continue;
    }
    std::optional<std::string> locale_text = read_file(path.string(), diagnostics);
    const std::optional<JsonDocument> document = locale_text ? JsonDocument::parse(path.string(),
                                                                                   std::move(*locale_text), diagnostics)
                                                             : std::nullopt;
    if (document) {
      catalog->locales.push_back(read_locale(*document, tag, *catalog, diagnostics));
    }
  }
  for (const LocaleFile &file : catalog->locales) {
    report_missing(*catalog, file, diagnostics);
  }
  for (const auto &[tag, member] :
       {std::pair(&catalog->source_locale, "sourceLocale"), std::pair(&catalog->default_locale, "defaultLocale")}) {
    const fs::path path = fs::path(folder) / (*tag + ".json");
    if (!tag->empty() && !fs::exists(path)) {
      diagnostics.add(Rule::unreadable_file, {codes_path, 0, 0},
                      std::string("\"") + member + "\" is " + *tag + ", but there is no " + path.string());
    }
  }
  return catalog;
}

}  // namespace codeglot
