// Which keys of ICU's bundles the features read.
#ifndef CODEGLOT_COMPILER_RESOURCE_CUT_H
#define CODEGLOT_COMPILER_RESOURCE_CUT_H

#include <set>
#include <string>
#include <vector>

#include "core/compiler/cldr_data.h"
#include "core/compiler/resource_bundle.h"

namespace codeglot {

/// Paths of keys with '/' between; "*" stands for any key, and for the end of one. All that is beneath a path's end is
/// kept, and all containers on the way; an alias on the way is kept, too.
using KeyPaths = std::vector<std::string>;

/// The paths for each of ICU's trees of locales: "" (the main one), "curr", "rbnf", "region", "unit", "zone". Empty: no bundle of it.
/// `calendars`: the Gregorian one and the locales' own.
KeyPaths locale_paths(const std::string &tree, const DataFeatures &features, const std::set<std::string> &calendars);

/// Bundles that are no locale's, with what is kept of them.
std::vector<std::pair<std::string, KeyPaths>> shared_bundles(const DataFeatures &features);

/// Drops what no path leads to. Containers that are then empty go, too.
void cut(Resource &root, const KeyPaths &paths);

/// Cuts tables that are no trees of keys, by the name of their bundle (resource_tables.cpp): "zoneinfo64" without named
/// zones to those that are no place's; "langInfo" to the languages that CLDR has data of; "plurals" to rules, without samples.
void cut_tables(const std::string &bundle, Resource &root, const DataFeatures &features);

}  // namespace codeglot
#endif
