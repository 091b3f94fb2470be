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

/// A file is complete if each name has a message, its own or a parent's of its language and script.
void report_missing(const Catalog &catalog, const LocaleChain &chain, const LocaleFile &file,
                    Diagnostics &diagnostics) {
  const auto report = [&](const std::string &missing, const std::string &name) {
    if (file.find(name) == nullptr && inherited_from(chain, name) == nullptr) {
      diagnostics.add(Rule::missing_message, {file.path, 0, 0},
                      missing + " \"" + name + "\": the default or the source locale's will stand in", name);
    }
  };
  for (const CodeEntry &entry : catalog.codes) {
    if (!entry.retired) {
      report("no message for", entry.name);
    }
  }
  report("no", unknown_code_member);
  report("no", unreadable_response_member);
}

/// The locale files of a folder, by tag; a name that is no tag is an error.
std::vector<LocaleFile> list_files(const std::string &folder, Diagnostics &diagnostics) {
  namespace fs = std::filesystem;
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
  std::vector<LocaleFile> files;
  for (const fs::path &path : paths) {
    const std::string tag = path.stem().string();
    if (canonical_tag(tag) != tag || tag.size() > CG_MAX_LOCALE_TAG_BYTES) {
      const std::string meant = canonical_tag(tag);
      diagnostics.add(Rule::locale_tag, {path.string(), 0, 0},
                      "\"" + tag + "\" is no canonical BCP 47 locale tag" +
                          (meant.empty() ? "" : ": rename the file to " + meant + ".json"));
      continue;
    }
    files.emplace_back();
    files.back().tag = tag;
    files.back().path = path.string();
  }
  return files;
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

std::optional<Catalog> read_codes_of(const std::string &folder, Diagnostics &diagnostics) {
  const std::string path = (std::filesystem::path(folder) / "codes.json").string();
  std::optional<std::string> text = read_file(path, diagnostics);
  std::optional<JsonDocument> codes = text ? JsonDocument::parse(path, std::move(*text), diagnostics) : std::nullopt;
  return codes ? read_codes(*codes, diagnostics) : std::nullopt;
}

std::optional<Catalog> list_catalog(const std::string &folder, Diagnostics &diagnostics) {
  namespace fs = std::filesystem;
  std::optional<Catalog> catalog = read_codes_of(folder, diagnostics);
  if (!catalog) {
    return std::nullopt;
  }
  catalog->locales = list_files(folder, diagnostics);
  for (const auto &[tag, member] :
       {std::pair(&catalog->source_locale, "sourceLocale"), std::pair(&catalog->default_locale, "defaultLocale")}) {
    const fs::path path = fs::path(folder) / (*tag + ".json");
    if (!tag->empty() && !fs::exists(path)) {
      diagnostics.add(Rule::unreadable_file, {catalog->path, 0, 0},
                      std::string("\"") + member + "\" is " + *tag + ", but there is no " + path.string());
    }
  }
  return catalog;
}

bool load_locale(const Catalog &catalog, const LocaleData &locale, LocaleFile &file, Diagnostics &diagnostics,
                 Work *work) {
  std::optional<std::string> text = read_file(file.path, diagnostics);
  const std::optional<JsonDocument> document = text ? JsonDocument::parse(file.path, std::move(*text), diagnostics)
                                                    : std::nullopt;
  if (document) {
    file = read_locale(*document, locale, catalog, diagnostics, work);
  }
  return document.has_value();
}

void complete_locale(const Catalog &catalog, const LocaleChain &chain, const LocaleData &locale, LocaleFile &file,
                     Diagnostics &diagnostics, Work *work) {
  inherit_messages(catalog, chain, locale, file, diagnostics, work);
  report_missing(catalog, chain, file, diagnostics);
}

std::optional<Catalog> read_catalog(const std::string &folder, Diagnostics &diagnostics) {
  std::optional<Catalog> catalog = list_catalog(folder, diagnostics);
  if (!catalog) {
    return std::nullopt;
  }
  std::vector<LocaleFile> files;
  for (LocaleFile &file : catalog->locales) {
    if (load_locale(*catalog, locale_data(file), file, diagnostics)) {
      files.push_back(std::move(file));
    }
  }
  catalog->locales = std::move(files);
  for (LocaleFile &file : catalog->locales) {
    complete_locale(*catalog, locale_chain(*catalog, file.tag), LocaleData::load(file.tag), file, diagnostics);
  }
  return catalog;
}

}  // namespace codeglot
