// See locale_table.h.
#include "core/compiler/locale_table.h"

#include <unicode/localematcher.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
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

bool is_han(const char *script) { return script == std::string("Hans") || script == std::string("Hant"); }

/// Whether a reader would be given their own language in a script that they did not ask for.
bool crosses_scripts(const Locale &desired, const Locale &supported) {
  const Locale from = maximized(desired);
  const Locale to = maximized(supported);
  const bool scripts_differ = std::string(from.getScript()) != to.getScript();
  return scripts_differ &&
         (std::string(from.getLanguage()) == to.getLanguage() || (is_han(from.getScript()) && is_han(to.getScript())));
}

/// "en-Latn-XA" for "en-XA".
bool same_language_and_region(const Locale &desired, const Locale &pseudo) {
  return std::string(desired.getLanguage()) == pseudo.getLanguage() &&
         std::string(desired.getCountry()) == pseudo.getCountry() && !crosses_scripts(desired, pseudo);
}

/// The supported locales that serve a reader, nearest first.
class Matcher {
 public:
  explicit Matcher(const std::vector<std::string> &supported) {
    LocaleMatcher::Builder builder;
    for (const std::string &tag : supported) {
      locales_.push_back(to_locale(tag));
      pseudo_.push_back(is_pseudo_locale(tag));
      if (!pseudo_.back()) {
        builder.addSupportedLocale(locales_.back());
      }
    }
    builder.setNoDefaultLocale();
    matcher_.emplace(builder.build(status_));
    if (U_FAILURE(status_)) {
      throw std::runtime_error(std::string("ICU's LocaleMatcher cannot be built: ") + u_errorName(status_));
    }
  }

  std::vector<size_t> ranked(const Locale &desired) const {
    std::vector<std::pair<double, size_t>> near;
    UErrorCode status = U_ZERO_ERROR;
    const Locale *best = matcher_->getBestMatch(desired, status);
    for (size_t index = 0; index < locales_.size(); ++index) {
      if (pseudo_[index]) {
        // For those alone who ask for it: to ICU it is a variety of English or Arabic as near as any other.
        if (same_language_and_region(desired, locales_[index])) {
          near.emplace_back(-1, index);
        }
        continue;
      }
      double distance = 100 - 100 * matcher_->internalMatch(desired, locales_[index], status);
      if (distance >= distance_most || crosses_scripts(desired, locales_[index])) {
        continue;
      }
      if (best != nullptr && *best == locales_[index]) {
        distance -= 0.01;  // Of locales at one distance LocaleMatcher's choice comes first.
      }
      near.emplace_back(distance, index);
    }
    std::sort(near.begin(), near.end());
    std::vector<size_t> result;
    for (const auto &[distance, index] : near) {
      result.push_back(index);
    }
    return result;
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  std::vector<Locale> locales_;
  std::vector<bool> pseudo_;
  std::optional<LocaleMatcher> matcher_;
};

std::string lower(std::string text) {
  for (char &character : text) {
    character = character >= 'A' && character <= 'Z' ? static_cast<char>(character + ('a' - 'A')) : character;
  }
  return text;
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
    add_with_likely(locale);
    if (is_pseudo_locale(tag)) {
      continue;
    }
    // A language that the catalog speaks is decided for every region: it may have several locales of it.
    for (const char *const *region = uloc_getISOCountries(); *region != nullptr; ++region) {
      tags.insert({locale.getLanguage(), "", *region});
      tags.insert({locale.getLanguage(), locale.getScript(), *region});
    }
  }
  tags.erase(Tag{"", "", ""});
  return tags;
}

/// rank of each tag that the runtime would not already get right through a shorter tag.
std::map<std::string, uint32_t> shortest(const std::map<Tag, uint32_t> &ranks) {
  std::map<std::string, uint32_t> result;
  for (const auto &[tag, rank] : ranks) {
    uint32_t inherited = 0;
    const bool extended = tag.language.find('-') != std::string::npos;
    if (!tag.region.empty() || extended) {
      const Tag parent = !extended            ? Tag{tag.language, tag.script, ""}
                         : tag.script.empty() ? Tag{tag.language.substr(0, tag.language.find('-')), "", ""}
                                              : Tag{tag.language, "", ""};
      const auto shorter = ranks.find(parent);
      inherited = shorter == ranks.end() ? 0 : shorter->second;
    }
    if (rank != inherited) {
      result[lower(tag.text())] = rank;
    }
  }
  return result;
}

}  // namespace

std::vector<std::string> known_tags(const std::vector<std::string> &supported) {
  std::vector<std::string> result;
  for (const Tag &tag : tags_to_decide(supported)) {
    result.push_back(tag.text());
  }
  return result;
}

std::map<std::string, std::string> locale_tables(const std::vector<std::string> &supported) {
  const Matcher matcher(supported);
  std::vector<std::map<Tag, uint32_t>> ranks(supported.size());
  for (const Tag &tag : tags_to_decide(supported)) {
    const std::vector<size_t> near = matcher.ranked(to_locale(tag.text()));
    for (auto &of_one : ranks) {
      of_one[tag] = 0;
    }
    for (size_t place = 0; place < near.size(); ++place) {
      ranks[near[place]][tag] = static_cast<uint32_t>(place + 1);
    }
  }
  std::map<std::string, std::string> tables;
  for (size_t index = 0; index < supported.size(); ++index) {
    std::map<uint32_t, std::string> by_rank;
    for (const auto &[tag, rank] : shortest(ranks[index])) {
      std::string &tags = by_rank[rank];
      tags += (tags.empty() ? "" : " ") + tag;
    }
    ByteWriter table;
    for (const auto &[rank, tags] : by_rank) {
      table.byte(static_cast<uint8_t>(rank));
      table.text(tags);
    }
    tables[supported[index]] = table.bytes();
  }
  return tables;
}

std::string reference_choice(const std::string &desired, const std::vector<std::string> &supported,
                             const std::string &default_locale) {
  if (std::find(supported.begin(), supported.end(), desired) != supported.end()) {
    return desired;
  }
  const Matcher matcher(supported);
  UErrorCode status = U_ZERO_ERROR;
  Locale locale = Locale::forLanguageTag(desired, status);
  if (U_FAILURE(status) || locale.isBogus() || std::string(locale.getLanguage()).empty()) {
    return default_locale;
  }
  const std::vector<size_t> near = matcher.ranked(locale);
  return near.empty() ? default_locale : supported[near.front()];
}

}  // namespace codeglot
