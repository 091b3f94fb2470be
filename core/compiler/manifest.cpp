// See manifest.h.
#include "core/compiler/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/compiler/served_tags.h"
#include "core/pack/pack.h"

namespace codeglot {
namespace {

constexpr uint32_t checksum_at = 12;
constexpr const char *pack_extension = ".cgpk";

std::string to_string(Text text) { return {text.data, text.bytes}; }

std::string joined(const std::vector<std::string> &words) {
  std::string text;
  for (const std::string &word : words) {
    text += (text.empty() ? "" : " ") + word;
  }
  return text;
}

}  // namespace

std::string pack_hash(const std::string &pack) {
  static constexpr char digits[] = "0123456789abcdef";
  const uint32_t checksum = load_u32(reinterpret_cast<const uint8_t *>(pack.data()) + checksum_at);
  std::string hash;
  for (int shift = 28; shift >= 0; shift -= 4) {
    hash += digits[checksum >> shift & 15];
  }
  return hash;
}

std::string pack_file_name(const std::string &tag, const std::string &pack, bool hashed) {
  return tag + (hashed ? "." + pack_hash(pack) : "") + pack_extension;
}

bool is_hashed_file_name(const std::string &name) {
  const size_t dot = name.find('.');
  return dot != std::string::npos && name.substr(std::min(dot + 9, name.size())) == pack_extension &&
         name.find_first_not_of("0123456789abcdef", dot + 1) == dot + 9;
}

void Manifest::add(const std::string &file, const std::string &pack) {
  Pack opened;
  if (open_pack(pack.data(), pack.size(), opened) != CG_OK) {
    throw std::logic_error("the compiler's own pack " + file + " cannot be opened");
  }
  catalog_namespace_ = to_string(opened.catalog_namespace);
  default_locale_ = to_string(opened.default_locale);
  source_locale_ = to_string(opened.source_locale);
  entries_[to_string(opened.own.locale)] = {file, pack_hash(pack), pack.size(),
                                            opened.own.direction == layout::right_to_left,
                                            to_string(opened.locale_table)};
}

std::string Manifest::json() const {
  using Json = nlohmann::ordered_json;
  std::map<std::string, std::string> tables;
  for (const auto &[tag, entry] : entries_) {
    tables[tag] = entry.locale_table;
  }
  ServedTags served = served_tags(tables);
  const auto member = [](const char *name, const std::string &value) {
    return Json(name).dump() + ": " + Json(value).dump() + ",\n";
  };
  std::string text = "{\n\"version\": 1,\n" + member("namespace", catalog_namespace_) +
                     member("defaultLocale", default_locale_) + member("sourceLocale", source_locale_) +
                     member("unserved", joined(served.by_none)) + "\"packs\": [";
  const char *separator = "\n";
  for (const auto &[tag, entry] : entries_) {
    const Json pack = {{"tag", tag},
                       {"file", entry.file},
                       {"bytes", entry.bytes},
                       {"hash", entry.hash},
                       {"direction", entry.right_to_left ? "rtl" : "ltr"},
                       {"serves", joined(served.by_locale[tag])}};
    text += separator + pack.dump();
    separator = ",\n";
  }
  return text + "\n]\n}\n";
}

std::vector<std::string> files_of_manifest(const std::string &json) {
  std::vector<std::string> files;
  const nlohmann::json manifest = nlohmann::json::parse(json, nullptr, false);
  const nlohmann::json packs = manifest.is_object() ? manifest.value("packs", nlohmann::json()) : nlohmann::json();
  for (const nlohmann::json &pack : packs.is_array() ? packs : nlohmann::json::array()) {
    const nlohmann::json file = pack.is_object() ? pack.value("file", nlohmann::json()) : nlohmann::json();
    const std::string name = file.is_string() ? file.get<std::string>() : "";
    if (name.ends_with(pack_extension) && name.find_first_of("/\\") == std::string::npos) {
      files.push_back(name);
    }
  }
  return files;
}

}  // namespace codeglot
