// See locale_table.h.
#include "core/compiler/locale_table.h"

#include <unicode/localematcher.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>

#include "core/compiler/pseudo_locale.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using icu::Locale;
using icu::LocaleMatcher;

constexpr double distance_most = 50;  // LocaleMatcher's own threshold, of 100.
constexpr uint32_t rank_most = 255;   // A table has it in a byte.
constexpr uint32_t rank_step = 64;    // Between the ranks of locales that are near one tag.
constexpr uint32_t rank_pseudo = 1;   // A pseudo-locale's; all others have higher ones.

/// A tag's parts as the runtime reads them.
struct Tag {
  std::string language;
  std::string script;
  std::string region;

  std::string text() const {
    return language + (script.empty() ? "" : "-" + script) + (region.empty() ? "" : "-" + region);
  }
  bool operator<(const Tag &other) const { return text() < other.text(); }
};

Locale to_locale(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  return Locale::forLanguageTag(tag, status);
}

Locale maximized(const Locale &locale) {
  Locale result = locale;
  UErrorCode status = U_ZERO_ERROR;
  result.addLikelySubtags(status);
  return result;
}

Tag to_tag(const Locale &locale) { return {locale.getLanguage(), locale.getScript(), locale.getCountry()}; }

bool is_han(const std::string &script) { return script == "Hans" || script == "Hant"; }

/// Whether a reader would be given their own language in a script that they did not ask for; both are maximized.
bool crosses_scripts(const Tag &desired, const Tag &supported) {
  return desired.script != supported.script &&
         (desired.language == supported.language || (is_han(desired.script) && is_han(supported.script)));
}

/// The supported locales that serve a reader, nearest first.
class Matcher {
 public:
  explicit Matcher(const std::vector<std::string> &supported) {
    LocaleMatcher::Builder builder;
    for (const std::string &tag : supported) {
      locales_.push_back(to_locale(tag));
      full_.push_back(to_tag(maximized(locales_.back())));
      builder.addSupportedLocale(locales_.back());
    }
    builder.setNoDefaultLocale();
    UErrorCode status = U_ZERO_ERROR;
    matcher_.emplace(builder.build(status));
    if (U_FAILURE(status)) {
      throw std::runtime_error(std::string("ICU's LocaleMatcher cannot be built: ") + u_errorName(status));
    }
  }

  /// Indexes of the supported locales.
  std::vector<size_t> ranked(const Locale &desired) {
    std::vector<std::pair<double, size_t>> near;
    for (const size_t index : candidates(to_tag(desired), to_tag(maximized(desired)))) {
      const double distance = this->distance(desired, index);
      if (distance < distance_most) {
        near.emplace_back(distance, index);
      }
    }
    if (near.size() > 1) {
      UErrorCode status = U_ZERO_ERROR;
      const Locale *best = matcher_->getBestMatch(desired, status);
      for (auto &[distance, index] : near) {
        // Of locales at one distance LocaleMatcher's choice comes first.
        distance -= best != nullptr && *best == locales_[index] ? 0.01 : 0;
      }
    }
    std::sort(near.begin(), near.end());
    std::vector<size_t> result;
    for (const auto &[distance, index] : near) {
      result.push_back(index);
    }
    return result;
  }

 private:
  double distance(const Locale &desired, size_t index) const {
    UErrorCode status = U_ZERO_ERROR;
    return 100 - 100 * matcher_->internalMatch(desired, locales_[index], status);
  }

  /// The locales that can be near a language in a script, whatever the region: those near it in their own region, as
  /// another one only adds to the distance. Of dozens of locales these are two or three, the same for all its regions.
  const std::vector<size_t> &candidates(const Tag &desired, const Tag &full) {
    const auto [found, is_new] = candidates_.try_emplace({desired.language, full.language, full.script});
    for (size_t index = 0; is_new && index < locales_.size(); ++index) {
      const Tag here{desired.language, full.script, full_[index].region};
      if (!crosses_scripts(full, full_[index]) && distance(to_locale(here.text()), index) < distance_most) {
        found->second.push_back(index);
      }
    }
    return found->second;
  }

  std::vector<Locale> locales_;
  std::vector<Tag> full_;  // The same, maximized.
  std::optional<LocaleMatcher> matcher_;
  std::map<std::array<std::string, 3>, std::vector<size_t>> candidates_;
};

std::string lower(std::string text) {
  for (char &character : text) {
    character = character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
  }
  return text;
}

/// The tags whose readers get a pseudo-locale: "en-XA" and "en-Latn-XA".
std::set<Tag> pseudo_tags(const std::string &tag) {
  const Tag own = to_tag(to_locale(tag));
  return {own, {own.language, maximized(to_locale(tag)).getScript(), own.region}};
}

/// Without the pseudo-locales, which are near nobody: to ICU they are varieties of English and Arabic as any other.
std::vector<std::string> without_pseudo_locales(const std::vector<std::string> &supported) {
  std::vector<std::string> ordinary;
  std::copy_if(supported.begin(), supported.end(), std::back_inserter(ordinary),
               [](const std::string &tag) { return !is_pseudo_locale(tag); });
  return ordinary;
}

std::set<Tag> tags_to_decide(const std::vector<std::string> &supported) {
  std::set<Tag> tags;
  const auto add_with_likely = [&tags](const Locale &locale) {
    const Tag tag = to_tag(locale);
    const Tag full = to_tag(maximized(locale));
    tags.insert({tag.language, "", ""});
    tags.insert(tag);
    // With the script spelled out too: the runtime serves a tag with a script only if the table names it.
    tags.insert({tag.language, full.script, ""});
    if (!tag.region.empty()) {
      tags.insert({tag.language, full.script, tag.region});
    }
  };
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *all = uloc_openAvailableByType(ULOC_AVAILABLE_WITH_LEGACY_ALIASES, &status);
  for (const char *id = uenum_next(all, nullptr, &status); id != nullptr; id = uenum_next(all, nullptr, &status)) {
    add_with_likely(Locale(id));
  }
  uenum_close(all);
  // LocaleMatcher also serves languages that ICU has no data of ("ht", "co", "nan").
  for (const char *const *language = uloc_getISOLanguages(); *language != nullptr; ++language) {
    add_with_likely(Locale(*language));
  }
  // Codes that ISO 639 has replaced, which some systems still report.
  for (const char *old : {"iw", "in", "ji", "jw", "mo", "sh", "tl", "no", "cmn"}) {
    tags.insert({old, "", ""});
  }
  // Extended languages of Chinese: the runtime would take "zh-yue" for "zh" without an entry of its own.
  for (const char *extended : {"zh-cmn", "zh-gan", "zh-hak", "zh-hsn", "zh-nan", "zh-wuu", "zh-yue"}) {
    for (const char *script : {"", "Hans", "Hant"}) {
      tags.insert({extended, script, ""});
    }
  }
  tags.insert({"cmn", "Hans", ""});
  tags.insert({"cmn", "Hant", ""});
  for (const std::string &tag : supported) {
    const Locale locale = to_locale(tag);
    if (is_pseudo_locale(tag)) {
      for (const Tag &own : pseudo_tags(tag)) {
        tags.insert(own);
      }
      continue;
    }
    add_with_likely(locale);
    // A language that the catalog speaks is decided for every region: it may have several locales of it.
    for (const char *const *region = uloc_getISOCountries(); *region != nullptr; ++region) {
      tags.insert({locale.getLanguage(), "", *region});
      tags.insert({locale.getLanguage(), locale.getScript(), *region});
    }
  }
  tags.erase(Tag{"", "", ""});
  return tags;
}

/// The tag that the runtime looks up where it does not find this one; an empty one if it gives up.
Tag shortened(const Tag &tag) {
  const size_t extension = tag.language.find('-');
  if (extension != std::string::npos) {
    return tag.script.empty() ? Tag{tag.language.substr(0, extension), "", ""} : Tag{tag.language, "", ""};
  }
  return tag.region.empty() ? Tag{} : Tag{tag.language, tag.script, ""};
}

/// Rank of each supported locale that serves a tag, by its index. Only their order matters.
using Ranks = std::map<size_t, uint32_t>;

/// Ranks for locales in this order, of which some keep those that they have. Nothing if there is no room between them.
std::optional<Ranks> ranks_in_order(const std::vector<size_t> &order, const Ranks &kept) {
  Ranks result;
  uint32_t below = 0;
  for (size_t from = 0; from <= order.size();) {
    size_t to = from;
    while (to < order.size() && kept.find(order[to]) == kept.end()) {
      ++to;
    }
    const uint32_t above = to < order.size() ? kept.at(order[to]) : rank_most + 1;
    const auto count = static_cast<uint32_t>(to - from);
    // Room is left on both sides, and few values are in use, so that tables are short.
    const uint32_t step = to < order.size() || count > 3 ? (above > below ? (above - below) / (count + 1) : 0)
                          : below == 0                   ? rank_step
                                                         : rank_step / 2;
    if (above <= below ||
        (count > 0 && (step == 0 || below + step <= rank_pseudo || below + count * step > rank_most))) {
      return std::nullopt;
    }
    for (uint32_t place = 1; place <= count; ++place) {
      result[order[from + place - 1]] = below + place * step;
    }
    if (to < order.size()) {
      result[order[to]] = above;
    }
    below = above;
    from = to + 1;
  }
  return result;
}

/// Ranks for a tag's locales, nearest first, that differ from those of the shorter tag in as few locales as possible, and
/// where there is a choice in the one whose table is the shortest.
Ranks nearest_ranks(const std::vector<size_t> &order, const Ranks &inherited, const std::vector<size_t> &table_bytes) {
  constexpr size_t choices_most = 10;  // Of more locales, none keeps its rank.
  Ranks best;
  std::pair<size_t, size_t> least{order.size() + 1, 0};
  for (size_t choice = 0; choice < size_t{1} << std::min(order.size(), choices_most); ++choice) {
    Ranks kept;
    std::pair<size_t, size_t> cost{0, 0};
    for (size_t place = 0; place < order.size(); ++place) {
      const auto rank = inherited.find(order[place]);
      const bool keeps = place < choices_most && (choice >> place & 1) != 0;
      if (keeps && rank != inherited.end()) {
        kept.insert(*rank);
      } else {
        ++cost.first;
        cost.second += table_bytes[order[place]];
      }
    }
    if (cost >= least) {
      continue;
    }
    if (std::optional<Ranks> ranks = ranks_in_order(order, kept)) {
      best = std::move(*ranks);
      least = cost;
    }
  }
  return best;
}

/// Tags in lower case by the rank that a locale has for them.
using Entries = std::map<uint32_t, std::set<std::string>>;

std::string written(const Entries &entries) {
  ByteWriter table;
  for (const auto &[rank, of_rank] : entries) {
    std::string text;
    for (const std::string &tag : of_rank) {
      text += (text.empty() ? "" : " ") + tag;
    }
    table.byte(static_cast<uint8_t>(rank));
    table.text(text);
  }
  return table.bytes();
}

}  // namespace

std::vector<std::string> known_tags(const std::vector<std::string> &supported) {
  std::vector<std::string> result;
  for (const Tag &tag : tags_to_decide(supported)) {
    result.push_back(tag.text());
  }
  return result;
}

std::map<std::string, std::string> locale_tables(const std::vector<std::string> &all) {
  const std::vector<std::string> supported = without_pseudo_locales(all);
  Matcher matcher(supported);
  // Shorter tags first: the runtime looks a tag up without its last subtag where it does not find it.
  const std::set<Tag> known = tags_to_decide(supported);
  std::vector<Tag> tags(known.begin(), known.end());
  const auto subtags = [](const Tag &tag) {
    const std::string text = tag.text();
    return std::count(text.begin(), text.end(), '-');
  };
  std::stable_sort(tags.begin(), tags.end(),
                   [&](const Tag &left, const Tag &right) { return subtags(left) < subtags(right); });
  std::map<std::string, Ranks> ranks;
  std::vector<Entries> entries(supported.size());
  std::vector<size_t> table_bytes(supported.size());
  const Ranks none;
  const auto enter = [&](size_t index, uint32_t rank, const std::string &tag) {
    entries[index][rank].insert(lower(tag));
    table_bytes[index] += tag.size() + 1;
  };
  for (const Tag &tag : tags) {
    const std::string text = tag.text();
    const auto shorter = ranks.find(shortened(tag).text());
    const Ranks &inherited = shorter == ranks.end() ? none : shorter->second;
    const Ranks own = nearest_ranks(matcher.ranked(to_locale(text)), inherited, table_bytes);
    for (const auto &[index, rank] : own) {
      const auto same = inherited.find(index);
      if (same == inherited.end() || same->second != rank) {
        enter(index, rank, text);
      }
    }
    for (const auto &[index, rank] : inherited) {
      if (own.find(index) == own.end()) {
        enter(index, 0, text);
      }
    }
    ranks[text] = own;
  }
  std::map<std::string, std::string> tables;
  for (size_t index = 0; index < supported.size(); ++index) {
    tables[supported[index]] = written(entries[index]);
  }
  for (const std::string &tag : all) {
    if (is_pseudo_locale(tag)) {
      Entries own;
      for (const Tag &asked : pseudo_tags(tag)) {
        own[rank_pseudo].insert(lower(asked.text()));
      }
      tables[tag] = written(own);
    }
  }
  return tables;
}

std::string reference_choice(const std::string &desired, const std::vector<std::string> &all,
                             const std::string &default_locale) {
  if (std::find(all.begin(), all.end(), desired) != all.end()) {
    return desired;
  }
  UErrorCode status = U_ZERO_ERROR;
  Locale locale = Locale::forLanguageTag(desired, status);
  if (U_FAILURE(status) || locale.isBogus() || std::string(locale.getLanguage()).empty()) {
    return default_locale;
  }
  for (const std::string &tag : all) {
    if (is_pseudo_locale(tag) && pseudo_tags(tag).count(to_tag(locale)) != 0) {
      return tag;
    }
  }
  const std::vector<std::string> supported = without_pseudo_locales(all);
  Matcher matcher(supported);
  const std::vector<size_t> near = matcher.ranked(locale);
  return near.empty() ? default_locale : supported[near.front()];
}

}  // namespace codeglot
