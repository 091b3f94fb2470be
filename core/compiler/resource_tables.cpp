// cut_tables of resource_cut.h: what of ICU's bundles is no tree of keys.
#include <unicode/bytestrie.h>
#include <unicode/bytestriebuilder.h>

#include <algorithm>

#include "core/compiler/resource_cut.h"

namespace codeglot {
namespace {

using std::string;

Resource &member(Resource &table, const char *key) {
  return std::find_if(table.members.begin(), table.members.end(), [key](const auto &each) { return each.first == key; })
      ->second;
}

void cut_time_zones(Resource &root) {
  auto &names = member(root, "Names").members;
  auto &zones = member(root, "Zones").members;
  auto &regions = member(root, "Regions").members;
  const auto is_kept = [](const std::u16string &name) {
    static const std::set<std::u16string> other = {u"GMT", u"Greenwich", u"UCT", u"UTC", u"Universal", u"Zulu"};
    return name.starts_with(u"Etc/") || other.count(name) != 0;
  };
  std::vector<uint32_t> new_places(zones.size());
  size_t kept = 0;
  for (size_t place = 0; place < zones.size(); ++place) {
    new_places[place] = static_cast<uint32_t>(kept);
    if (!is_kept(names[place].second.text)) {
      continue;
    }
    names[kept] = names[place];
    zones[kept] = zones[place];
    regions[kept] = regions[place];
    ++kept;
  }
  for (auto *list : {&names, &zones, &regions}) {
    list->resize(kept);
  }
  for (auto &[key, zone] : zones) {
    if (zone.kind == Resource::Kind::integer) {  // Another name of the zone at this place.
      zone.integer = new_places[zone.integer];
    }
  }
  // None of these zones has a rule of daylight saving time.
  member(root, "Rules").members.clear();
}

/// The languages that ICU has bundles of.
const std::set<string> &known_languages() {
  static const std::set<string> languages = [] {
    std::set<string> result = {"", "und"};
    const std::optional<ResourceBundle> index = read_bundle("res_index");
    for (const auto &[name, value] : index->root.find("InstalledLocales")->members) {
      result.insert(name.substr(0, name.find('_')));
    }
    return result;
  }();
  return languages;
}

/// The first subtag of a key of the trie: its last letter has the high bit set; "*" is none.
string trie_language(const string &key) {
  string language;
  for (const char letter : key) {
    if (letter == '*') {
      break;
    }
    language.push_back(static_cast<char>(letter & 0x7f));
    if ((letter & 0x80) != 0) {
      break;
    }
  }
  return language;
}

/// The likely script and region of a language, which are how a locale's first day of the week is found: a trie of
/// language, script and region, and a list of what they are completed to, which has two special places at its beginning.
void cut_likely_subtags(Resource &root) {
  Resource &likely = member(root, "likely");
  constexpr size_t special_places = 2;
  const auto &words = member(likely, "lsrnum").words;
  std::vector<uint32_t> kept_words(words.begin(), words.begin() + special_places);
  std::map<int32_t, int32_t> places;
  UErrorCode status = U_ZERO_ERROR;
  icu::BytesTrieBuilder builder(status);
  const string &bytes = member(likely, "trie").bytes;
  for (icu::BytesTrie::Iterator each(bytes.data(), 0, status); each.next(status);) {
    const string key(each.getString().data(), static_cast<size_t>(each.getString().length()));
    if (known_languages().count(trie_language(key)) == 0) {
      continue;
    }
    int32_t place = each.getValue();
    if (place >= static_cast<int32_t>(special_places)) {
      const auto [found, is_new] = places.try_emplace(place, static_cast<int32_t>(kept_words.size()));
      if (is_new) {
        kept_words.push_back(words[static_cast<size_t>(place)]);
      }
      place = found->second;
    }
    builder.add(key, place, status);
  }
  const icu::StringPiece trie = builder.buildStringPiece(USTRINGTRIE_BUILD_SMALL, status);
  if (U_FAILURE(status)) {
    return;  // Whole, it is right as well.
  }
  member(likely, "trie").bytes.assign(trie.data(), static_cast<size_t>(trie.length()));
  member(likely, "lsrnum").words = std::move(kept_words);
  auto &aliases = member(likely, "languageAliases").members;  // Old, new, old, new, …
  size_t kept = 0;
  for (size_t place = 0; place + 1 < aliases.size(); place += 2) {
    const std::u16string &target = aliases[place + 1].second.text;
    if (known_languages().count(string(target.begin(), target.end())) != 0) {
      aliases[kept++] = aliases[place];
      aliases[kept++] = aliases[place + 1];
    }
  }
  aliases.resize(kept);
}

/// "n = 1 @integer 1" -> "n = 1". A rule without a condition is a syntax error without samples.
void cut_samples(Resource &rules) {
  const size_t samples = rules.text.find(u'@');
  if (samples != std::u16string::npos) {
    rules.text.resize(samples);
    rules.text.resize(rules.text.find_last_not_of(u' ') + 1);
    if (rules.text.empty()) {
      rules.text = u"@integer 0";
    }
  }
  for (auto &[key, each] : rules.members) {
    cut_samples(each);
  }
}

}  // namespace

void cut_tables(const string &bundle, Resource &root, const DataFeatures &features) {
  if (bundle == "zoneinfo64" && !features.zones) {
    cut_time_zones(root);
  } else if (bundle == "langInfo") {
    cut_likely_subtags(root);
  } else if (bundle == "plurals") {
    cut_samples(member(root, "rules"));
  }
}

}  // namespace codeglot
