// See export.h.
#include "core/interchange/export.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "codeglot/limits.h"
#include "core/compiler/locale_data.h"
#include "core/interchange/authored_text.h"

namespace codeglot {
namespace {

namespace fs = std::filesystem;

/// The locales to export; the catalog gets an empty one for each that it lacks.
std::vector<std::string> choose_locales(const ExportOptions &options, Exchange &exchange, Diagnostics &diagnostics) {
  std::vector<std::string> tags;
  for (const std::string &tag : options.locales) {
    if (canonical_tag(tag) != tag || tag.size() > CG_MAX_LOCALE_TAG_BYTES) {
      const std::string meant = canonical_tag(tag);
      diagnostics.error({options.folder, 0, 0}, "--locale " + tag + " is no canonical BCP 47 locale tag" +
                                                    (meant.empty() ? "" : ": write " + meant));
    } else if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
      tags.push_back(tag);
      if (exchange.locale(tag) == nullptr) {
        exchange.locales.push_back(empty_locale(options.folder, tag));
      }
    }
  }
  if (options.locales.empty()) {
    for (const ExchangeLocale &locale : exchange.locales) {
      tags.push_back(locale.tag);
    }
  }
  return tags;
}

/// The record beside the files, with the locales of this export in place of what it said of them.
std::string record_of(const Exchange &exchange, const std::vector<std::string> &locales, const std::string &path,
                      const std::vector<Loss> &losses) {
  ExportRecord record;
  if (fs::exists(path)) {
    Diagnostics ignored;  // One that cannot be read is replaced.
    const std::optional<std::string> text = read_file(path, ignored);
    record = text ? read_record(path, *text, ignored).value_or(ExportRecord{}) : ExportRecord{};
  }
  for (const std::string &tag : locales) {
    record[tag].clear();
    for (const auto &[name, text] : exchange.locale(tag)->texts) {
      record[tag][name] = text.authored;
    }
  }
  for (const Loss &loss : losses) {
    if (loss.kind == Loss::Kind::left_out) {
      record[loss.locale].erase(loss.name);
    }
  }
  return write_record(record);
}

}  // namespace

std::string record_path_of_file(const std::string &file) { return file + ".codeglot.json"; }

std::string record_path_of_folder(const std::string &folder, const std::string &format) {
  return (fs::path(folder) / (format + ".codeglot.json")).string();
}

ExportedFiles export_catalog(const ExportOptions &options, Diagnostics &diagnostics) {
  std::optional<Exchange> exchange = read_exchange(options.folder, diagnostics);
  if (!exchange) {
    return {};
  }
  const ExchangeFormat &format = *exchange_format(options.format);
  std::vector<std::string> locales = choose_locales(options, *exchange, diagnostics);
  if (diagnostics.has_errors()) {
    return {};
  }
  ExportedFiles exported = format.write(*exchange, locales);
  if (exported.files.empty()) {
    diagnostics.error({exchange->locale(exchange->source_locale)->path, 0, 0},
                      "this is the source locale, which nothing is translated to: name another with --locale");
    return {};
  }
  const bool one_file = exported.files.size() == 1 && options.output.ends_with(format.extension);
  std::map<std::string, std::string> files;
  for (auto &[name, bytes] : exported.files) {
    files[one_file ? options.output : (fs::path(options.output) / name).string()] = std::move(bytes);
  }
  if (!format.keeps_exported) {
    if (format.name == std::string("csv") &&
        std::find(locales.begin(), locales.end(), exchange->source_locale) == locales.end()) {
      locales.push_back(exchange->source_locale);  // Its column is always there.
    }
    const std::string path = one_file ? record_path_of_file(options.output)
                                      : record_path_of_folder(options.output, options.format);
    files[path] = record_of(*exchange, locales, path, exported.losses);
  }
  exported.files = std::move(files);
  return exported;
}

void report_losses(const std::vector<Loss> &losses, const std::string &format, Diagnostics &diagnostics) {
  for (const Loss &loss : losses) {
    const bool left_out = loss.kind == Loss::Kind::left_out;
    diagnostics.warning(loss.position, loss.locale + ": \"" + loss.name + "\" " +
                                           (left_out ? "is left out of " : "is MessageFormat source in ") + format +
                                           ": " + loss.reason);
  }
}

std::string losses_json(const ExportedFiles &exported, const std::string &format) {
  using Json = nlohmann::ordered_json;
  Json report = {{"format", format}, {"files", Json::array()}, {"losses", Json::array()}};
  for (const auto &[path, bytes] : exported.files) {
    report["files"].push_back(path);
  }
  for (const Loss &loss : exported.losses) {
    report["losses"].push_back({{"locale", loss.locale},
                                {"name", loss.name},
                                {"kind", loss.kind == Loss::Kind::left_out ? "left-out" : "as-source"},
                                {"reason", loss.reason},
                                {"file", loss.position.file},
                                {"line", loss.position.line},
                                {"column", loss.position.column}});
  }
  return report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace codeglot
