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

void report_missing(const Catalog &catalog, const LocaleFile &file, Diagnostics &diagnostics) {
  const Position whole{file.path, 0, 0};
  for (const CodeEntry &entry : catalog.codes) {
    if (!entry.retired && file.messages.find(entry.name) == file.messages.end()) {
      diagnostics.warning(
          whole, "no message for \"" + entry.name + "\": a parent locale's, the default or the source will stand in");
    }
  }
  for (const auto &[message, name] : {std::pair(&file.unknown_code, unknown_code_member),
                                      std::pair(&file.unreadable_response, unreadable_response_member)}) {
    if (!*message) {
      diagnostics.warning(
          whole, std::string("no \"") + name + "\": a parent locale's, the default or the source will stand in");
    }
  }
}

}  // namespace

std::optional<std::string> read_file(const std::string &path, Diagnostics &diagnostics) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) {
    text << file.rdbuf();
  }
  if (!file || std::filesystem::is_directory(path)) {
    diagnostics.error({path, 0, 0}, "cannot be read: check that the file exists and may be read");
    return std::nullopt;
  }
  return text.str();
}

std::optional<Catalog> read_codes_of(const std::string &folder, Diagnostics &diagnostics) {
  const std::string path = (std::filesystem::path(folder) / "codes.json").string();
  std::optional<std::string> text = read_file(path, diagnostics);
  std::optional<JsonDocument> codes = text ? JsonDocument::parse(path, std::move(*text), diagnostics) : std::nullopt;
  return codes ? read_codes(*codes, diagnostics) : std::nullopt;
}

std::optional<Catalog> read_catalog(const std::string &folder, Diagnostics &diagnostics) {
  namespace fs = std::filesystem;
  std::optional<Catalog> catalog = read_codes_of(folder, diagnostics);
  if (!catalog) {
    return std::nullopt;
  }
  const std::string codes_path = catalog->path;
  std::vector<fs::path> paths;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && entry.path().extension() == ".json" && name != "codes.json") {
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
      diagnostics.error({path.string(), 0, 0}, "\"" + tag + "\" is no canonical BCP 47 locale tag" +
                                                   (meant.empty() ? "" : ": rename the file to " + meant + ".json"));
      continue;
    }
    std::optional<std::string> locale_text = read_file(path.string(), diagnostics);
    const std::optional<JsonDocument> document = locale_text ? JsonDocument::parse(path.string(),
                                                                                   std::move(*locale_text), diagnostics)
                                                             : std::nullopt;
    if (document) {
      catalog->locales.push_back(read_locale(*document, tag, *catalog, diagnostics));
      report_missing(*catalog, catalog->locales.back(), diagnostics);
    }
  }
  for (const auto &[tag, member] :
       {std::pair(&catalog->source_locale, "sourceLocale"), std::pair(&catalog->default_locale, "defaultLocale")}) {
    const fs::path path = fs::path(folder) / (*tag + ".json");
    if (!tag->empty() && !fs::exists(path)) {
      diagnostics.error({codes_path, 0, 0},
                        std::string("\"") + member + "\" is " + *tag + ", but there is no " + path.string());
    }
  }
  return catalog;
}

}  // namespace codeglot
