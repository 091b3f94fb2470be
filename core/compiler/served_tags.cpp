// See served_tags.h.
#include "core/compiler/served_tags.h"

#include <algorithm>
#include <set>

#include "core/runtime/locale_choice.h"

namespace codeglot {
namespace {

Text borrowed(const std::string &text) { return {text.data(), static_cast<uint32_t>(text.size())}; }

/// All tags of a table, whatever their rank.
void add_tags(const std::string &table, std::set<std::string> &tags) {
  Cursor cursor(borrowed(table));
  while (cursor.more()) {
    cursor.byte();
    const Text text = cursor.text();
    const std::string of_rank(text.data, text.bytes);
    for (size_t from = 0, to = 0; from < of_rank.size(); from = to + 1) {
      to = std::min(of_rank.find(' ', from), of_rank.size());
      tags.insert(of_rank.substr(from, to - from));
    }
  }
}

/// The tag that is looked up next; empty where the runtime gives up.
std::string shortened(const std::string &tag) {
  const size_t hyphen = tag.rfind('-');
  const bool is_script = hyphen != std::string::npos && hyphen == tag.find('-') && tag.size() - hyphen == 5 &&
                         static_cast<unsigned char>(tag[hyphen + 1]) > '9';
  return hyphen == std::string::npos || is_script ? "" : tag.substr(0, hyphen);
}

}  // namespace

ServedTags served_tags(const std::map<std::string, std::string> &locale_tables) {
  std::set<std::string> tags;
  std::vector<std::pair<std::string, Pack>> packs;
  for (const auto &[locale, table] : locale_tables) {
    add_tags(table, tags);
    packs.emplace_back(locale, Pack{});
    packs.back().second.locale_table = borrowed(table);
  }
  const auto nearest = [&packs](const std::string &tag) {
    const LocaleTag wanted = parse_locale(tag.data(), tag.size());
    std::string locale;
    uint32_t nearest_rank = 0;
    for (const auto &[here, pack] : packs) {
      const uint32_t rank = locale_rank(pack, wanted);
      if (rank != 0 && (locale.empty() || rank < nearest_rank)) {
        locale = here;
        nearest_rank = rank;
      }
    }
    return locale;
  };
  // A tag sorts behind its beginnings, so what a reader of the shorter keys would conclude is known here.
  std::map<std::string, std::string> keys;
  ServedTags result;
  for (const std::string &tag : tags) {
    const std::string locale = nearest(tag);
    std::string shorter = shortened(tag);
    while (!shorter.empty() && keys.find(shorter) == keys.end()) {
      shorter = shortened(shorter);
    }
    if (locale == (shorter.empty() ? "" : keys.at(shorter))) {
      continue;
    }
    keys[tag] = locale;
    (locale.empty() ? result.by_none : result.by_locale[locale]).push_back(tag);
  }
  return result;
}

}  // namespace codeglot
