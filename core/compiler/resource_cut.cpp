// See resource_cut.h. What ICU reads is to be seen in its sources, where the names of keys are constants: dcfmtsym.cpp,
// number_longnames.cpp, number_compact.cpp, dtfmtsym.cpp, smpdtfmt.cpp, dtptngen.cpp, tznames_impl.cpp, tzfmt.cpp, …
#include "core/compiler/resource_cut.h"

#include <algorithm>
#include <string_view>

namespace codeglot {
namespace {

using std::string;

void append(KeyPaths &paths, std::initializer_list<const char *> more) {
  paths.insert(paths.end(), more.begin(), more.end());
}

KeyPaths main_paths(const DataFeatures &features, const std::set<string> &calendars) {
  KeyPaths paths = {"NumberElements/default",        "NumberElements/native",
                    "NumberElements/traditional",    "NumberElements/finance",
                    "NumberElements/*/symbols",      "NumberElements/*/patterns",
                    "NumberElements/*/miscPatterns", "NumberElements/minimumGroupingDigits"};
  if (features.compact) {
    append(paths, {"NumberElements/*/patternsShort", "NumberElements/*/patternsLong"});
  }
  if (features.dates || features.calendars) {
    append(paths, {"calendar/default", "fields/*/dn", "calendar/gregorian/AmPmMarkers*"});
    std::set<string> wanted = calendars;
    wanted.insert({"gregorian", "generic"});
    if (features.calendars) {
      wanted = {"*"};
    }
    for (const string &calendar : wanted) {
      for (const char *keys : {"AmPmMarkers*", "DateTimePatterns", "DateTimePatterns%atTime", "DateTimeSkeletons",
                               "appendItems", "availableFormats", "cyclicNameSets", "dayNames", "dayPeriod", "eras",
                               "monthNames", "monthPatterns", "quarters"}) {
        paths.push_back("calendar/" + calendar + '/' + keys);
      }
    }
  }
  if (features.lists || features.all_units || !features.units.empty()) {
    append(paths, {"listPattern"});
  }
  return paths;
}

KeyPaths currency_paths(const DataFeatures &features) {
  KeyPaths paths = {"currencySpacing"};
  if (features.all_currencies) {
    append(paths, {"Currencies*", "CurrencyPlurals", "CurrencyUnitPatterns*"});
  } else if (!features.currencies.empty()) {
    append(paths, {"CurrencyUnitPatterns*"});
    for (const string &code : features.currencies) {
      paths.push_back("Currencies*/" + code);
      paths.push_back("CurrencyPlurals/" + code);
    }
  }
  return paths;
}

/// What CLDR now calls a unit, or a power of ten before one: "metric-ton" -> "tonne", "nanojoule" -> "joule". Else empty.
string replacement_unit(const string &unit) {
  static const ResourceBundle metadata = *read_bundle("metadata");
  const Resource *alias = metadata.root.find("alias")->find("unit")->find(unit);
  const Resource *replacement = alias == nullptr ? nullptr : alias->find("replacement");
  return replacement == nullptr ? string() : string(replacement->text.begin(), replacement->text.end());
}
string unit_without_prefix(const string &unit) {
  static const ResourceBundle units = *read_bundle("units");
  for (const auto &[prefix, value] : units.root.find("unitPrefixes")->members) {
    if (unit.size() > prefix.size() && unit.starts_with(prefix)) {
      return unit.substr(prefix.size());
    }
  }
  return "";
}

/// "kilometer-per-hour" -> itself, "kilometer", "hour", … Names may have hyphens of their own: any run of words may be one.
void add_unit_parts(std::set<string> &parts, const string &unit) {
  for (size_t begin = 0; begin != string::npos;) {
    for (size_t end = begin; end < unit.size();) {
      end = std::min(unit.find('-', end + 1), unit.size());
      const string part = unit.substr(begin, end - begin);
      if (!parts.insert(part).second) {
        continue;
      }
      for (const string &other : {replacement_unit(part), unit_without_prefix(part)}) {
        add_unit_parts(parts, other);
      }
    }
    begin = unit.find('-', begin);
    begin += begin == string::npos ? 0 : 1;
  }
}

KeyPaths unit_paths(const DataFeatures &features) {
  if (features.all_units) {
    return {"units", "unitsShort", "unitsNarrow"};
  }
  KeyPaths paths;
  if (!features.units.empty()) {
    append(paths, {"units*/compound"});
  }
  std::set<string> parts;
  for (const string &unit : features.units) {
    add_unit_parts(parts, unit);
  }
  for (const string &part : parts) {
    paths.push_back("units*/*/" + part);
  }
  return paths;
}

KeyPaths zone_paths(const DataFeatures &features) {
  if (features.zones) {
    return {"zoneStrings"};
  }
  KeyPaths paths;
  if (features.dates || features.calendars) {
    append(paths,
           {"zoneStrings/gmtFormat", "zoneStrings/gmtZeroFormat", "zoneStrings/hourFormat", "zoneStrings/regionFormat*",
            "zoneStrings/fallbackFormat", "zoneStrings/Etc:*", "zoneStrings/meta:GMT"});
  }
  return paths;
}

bool is_match(std::string_view pattern, std::string_view key) {
  if (pattern.back() != '*') {
    return pattern == key;
  }
  pattern.remove_suffix(1);
  return key.substr(0, pattern.size()) == pattern;
}

/// What is left of the paths beneath a key. True if one of them ends with the key: all beneath is kept.
bool descend(const std::vector<std::string_view> &paths, std::string_view key, std::vector<std::string_view> &beneath) {
  for (const std::string_view path : paths) {
    const size_t slash = path.find('/');
    if (!is_match(path.substr(0, slash), key)) {
      continue;
    }
    if (slash == std::string_view::npos) {
      return true;
    }
    beneath.push_back(path.substr(slash + 1));
  }
  return false;
}

/// False if nothing is left.
bool cut_table(Resource &table, const std::vector<std::string_view> &paths) {
  std::erase_if(table.members, [&](auto &member) {
    auto &[key, resource] = member;
    std::vector<std::string_view> beneath;
    if (descend(paths, key, beneath)) {
      return false;
    }
    if (beneath.empty()) {
      return true;
    }
    return resource.kind != Resource::Kind::alias &&
           (resource.kind != Resource::Kind::table || !cut_table(resource, beneath));
  });
  return !table.members.empty();
}

}  // namespace

DataFeatures DataFeatures::all() {
  DataFeatures features;
  features.dates = features.compact = features.spellout = features.zones = features.calendars = features.lists = true;
  features.all_currencies = features.all_units = true;
  return features;
}

KeyPaths locale_paths(const string &tree, const DataFeatures &features, const std::set<string> &calendars) {
  if (tree == "curr") {
    return currency_paths(features);
  }
  if (tree == "unit") {
    return unit_paths(features);
  }
  if (tree == "zone") {
    return zone_paths(features);
  }
  if (tree == "region") {  // A zone's generic name may be its country's.
    return features.zones ? KeyPaths{"Countries"} : KeyPaths{};
  }
  if (tree == "rbnf") {
    return features.spellout || features.calendars ? KeyPaths{"RBNFRules"} : KeyPaths{};
  }
  return main_paths(features, calendars);
}

std::vector<std::pair<string, KeyPaths>> shared_bundles(const DataFeatures &features) {
  const bool has_units = features.all_units || !features.units.empty();
  const bool has_currencies = features.all_currencies || !features.currencies.empty();
  const bool has_dates = features.dates || features.calendars;
  std::vector<std::pair<string, KeyPaths>> bundles = {{"keyTypeData", {"*"}},      {"langInfo", {"likely"}},
                                                      {"numberingSystems", {"*"}}, {"pluralRanges", {"*"}},
                                                      {"plurals", {"*"}},          {"res_index", {"InstalledLocales"}}};
  KeyPaths supplemental;
  if (has_dates) {
    append(supplemental, {"calendarData", "calendarPreferenceData", "timeData", "weekData"});
    bundles.push_back({"dayPeriods", {"locales", "rules"}});
    const KeyPaths some = {"typeMap/timezone/Etc:*", "typeAlias/timezone/Etc:*", "typeAlias/timezone/GMT*",
                           "typeAlias/timezone/U*",  "typeAlias/timezone/Zulu",  "typeAlias/timezone/Greenwich"};
    bundles.push_back({"timezoneTypes", features.zones ? KeyPaths{"*"} : some});
    bundles.push_back(
        {"metaZones", features.zones ? KeyPaths{"*"} : KeyPaths{"mapTimezones/meta:GMT", "metazoneInfo/Etc:*"}});
    bundles.push_back({"zoneinfo64", {"*"}});
  }
  if (has_units) {
    append(supplemental, {"measurementData", "unitPreferenceData"});
    bundles.push_back({"units", {"*"}});
    bundles.push_back({"grammaticalFeatures", {"*"}});
    bundles.push_back({"metadata", {"alias/unit"}});
  }
  if (has_currencies) {
    bundles.push_back({"curr/supplementalData", {"*"}});
  }
  if (!supplemental.empty()) {
    bundles.push_back({"supplementalData", supplemental});
  }
  return bundles;
}

void cut(Resource &root, const KeyPaths &paths) {
  KeyPaths with_parents = paths;
  append(with_parents, {"%%ALIAS", "%%Parent"});
  cut_table(root, {with_parents.begin(), with_parents.end()});
}

}  // namespace codeglot
