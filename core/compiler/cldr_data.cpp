// See cldr_data.h.
#include "core/compiler/cldr_data.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>

#include <memory>
#include <optional>

#include "core/compiler/locale_data.h"
#include "core/compiler/resource_bundle.h"
#include "core/compiler/resource_cut.h"
#include "core/icu_engine/data_file.h"
#include "core/pack/checksum.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using std::string;
using Items = std::map<string, string>;

constexpr const char *trees[] = {"", "curr", "rbnf", "region", "unit", "zone"};

string tag_of(const std::u16string &icu_name) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale(string(icu_name.begin(), icu_name.end()).c_str()).toLanguageTag<string>(status);
}

string icu_name(const string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag(tag, status).getBaseName();
}

/// The calendar that a locale uses unless told otherwise, as CLDR's keys name it; one that its tag asks for, too.
std::set<string> calendars_of(const std::vector<string> &tags) {
  std::set<string> result;
  for (const string &tag : tags) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(locale, status));
    if (U_SUCCESS(status)) {
      result.insert(calendar->getType());
    }
  }
  // Variants of a calendar have its names.
  for (const string &calendar : std::set<string>(result)) {
    if (calendar.starts_with("islamic-") || calendar.starts_with("ethiopic-")) {
      result.insert(calendar.substr(0, calendar.find('-')));
    }
    if (calendar == "dangi") {
      result.insert("chinese");
    }
  }
  return result;
}

string path_of(const string &tree, const string &name) { return tree.empty() ? name : tree + '/' + name; }

/// A bundle with what the paths keep of it, as an item; false if ICU has no such bundle.
bool add_bundle(Items &items, const string &path, const KeyPaths &paths, const DataFeatures &features,
                std::optional<ResourceBundle> &bundle) {
  bundle = read_bundle(path);
  if (!bundle) {
    return false;
  }
  cut(bundle->root, paths);
  cut_tables(path, bundle->root, features);
  items[path + ".res"] = write_bundle(*bundle);
  return true;
}

/// The bundles of a locale and of those that it inherits from, but the root's.
void add_locale(Items &items, const string &tree, const KeyPaths &paths, const DataFeatures &features, string tag) {
  while (!tag.empty() && tag != "und") {
    std::optional<ResourceBundle> bundle;
    if (add_bundle(items, path_of(tree, icu_name(tag)), paths, features, bundle)) {
      if (const Resource *alias = bundle->root.find("%%ALIAS")) {
        add_locale(items, tree, paths, features, tag_of(alias->text));
        return;
      }
    }
    tag = parent_locale(tag);
  }
}

string container(const Items &items) {
  using namespace data_layout;
  string names;
  string data;
  ByteWriter table;
  const auto names_from = static_cast<uint32_t>(header_bytes + item_bytes * items.size());
  size_t names_bytes = 0;
  for (const auto &[name, bytes] : items) {
    names_bytes += name.size();
  }
  const size_t padded = (names_from + names_bytes + alignment - 1) / alignment * alignment;
  for (const auto &[name, bytes] : items) {
    table.u32(names_from + static_cast<uint32_t>(names.size()));
    table.u32(static_cast<uint32_t>(name.size()));
    table.u32(static_cast<uint32_t>(padded + data.size()));
    table.u32(static_cast<uint32_t>(bytes.size()));
    names += name;
    data += bytes;
    data.resize((data.size() + alignment - 1) / alignment * alignment, '\0');
  }
  names.resize(padded - names_from, '\0');
  ByteWriter checked;
  checked.u32(static_cast<uint32_t>(items.size()));
  checked.raw(table.bytes());
  checked.raw(names);
  checked.raw(data);
  const string &body = checked.bytes();
  ByteWriter out;
  out.u32(magic);
  out.u32(version);
  out.u32(static_cast<uint32_t>(checked_from + body.size()));
  out.u32(checksum(reinterpret_cast<const uint8_t *>(body.data()), body.size()));
  out.raw(body);
  return out.bytes();
}

Items shared_items(const DataFeatures &features, const std::set<string> &calendars) {
  Items items;
  std::optional<ResourceBundle> bundle;
  for (const char *tree : trees) {
    const KeyPaths paths = locale_paths(tree, features, calendars);
    if (!paths.empty()) {
      add_bundle(items, path_of(tree, "root"), paths, features, bundle);
    }
  }
  for (const auto &[path, paths] : shared_bundles(features)) {
    add_bundle(items, path, paths, features, bundle);
  }
  return items;
}

}  // namespace

std::map<string, string> write_cldr_data(const std::vector<string> &tags, const DataFeatures &features) {
  const std::set<string> calendars = calendars_of(tags);
  std::map<string, string> files = {{"root.cgdata", container(shared_items(features, calendars))}};
  for (const string &tag : tags) {
    Items items;
    for (const char *tree : trees) {
      const KeyPaths paths = locale_paths(tree, features, calendars_of({tag}));
      if (!paths.empty()) {
        add_locale(items, tree, paths, features, tag);
      }
    }
    files[tag + ".cgdata"] = container(items);
  }
  return files;
}

}  // namespace codeglot
