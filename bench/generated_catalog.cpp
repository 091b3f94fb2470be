// See generated_catalog.h.
#include "bench/generated_catalog.h"

#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "core/compiler/locale_data.h"

namespace codeglot::generated {
namespace {

constexpr std::array<const char *, locales_most> tags = {
    "en",      "es", "es-419", "ar", "zh-Hans", "ru", "pt-BR", "ja", "en-GB", "fr", "de", "hi",        "ko", "pt-PT",
    "zh-Hant", "pl", "it",     "tr", "uk",      "he", "fa",    "th", "vi",    "bn", "cs", "nl",        "sv", "da",
    "nb",      "fi", "el",     "hu", "ro",      "bg", "hr",    "sr", "lt",    "lv", "id", "zh-Hant-HK"};

/// A step of splitmix64: well spread, and the same everywhere.
size_t mix(size_t value) {
  uint64_t mixed = value + 0x9E3779B97F4A7C15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

std::string script_of(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.addLikelySubtags(status);
  return locale.getScript();
}

std::vector<std::string> syllables_of(const std::string &script) {
  static const std::map<std::string, const char *> lists = {
      {"Latn", "ka lo mi ser ten ar no vi da pul es tor ba ri un mo"},
      {"Cyrl", "ка ло ми сер тен ар но ви да пуль ест тор ба ри ун мо"},
      {"Arab", "كا لو مي سر تن ار نو في دا بل اس تر با ري ان مو"},
      {"Hebr", "קא לו מי סר תן אר נו וי דא פל אס תר בא רי אן מו"},
      {"Hans", "系 统 错 误 请 求 用 户 文 件 网 络 时 间 登 录"},
      {"Hant", "系 統 錯 誤 請 求 用 戶 檔 案 網 路 時 間 登 錄"},
      {"Jpan", "シ ス テ ム の エ ラ ー 要 求 を 確 認 して 下 さい"},
      {"Kore", "시 스 템 오 류 요 청 사 용 자 파 일 네 트 워 크"},
      {"Deva", "क ल म स त न व द प र ब य ग ह ज च"},
      {"Beng", "ক ল ম স ত ন ব দ প র য গ হ জ চ ট"},
      {"Grek", "κα λο μι σερ τεν αρ νο βι δα πουλ εσ τορ μπα ρι ουν μο"},
      {"Thai", "กา โล มี เซ เทน อา โน วี ดา พุล เอส ทอ บา รี อัน โม"}};
  const auto found = lists.find(script);
  std::istringstream list(found == lists.end() ? lists.at("Latn") : found->second);
  std::vector<std::string> result;
  for (std::string syllable; list >> syllable;) {
    result.push_back(syllable);
  }
  return result;
}

void write(const std::string &path, const std::string &text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) {
    throw std::runtime_error(path + " cannot be written");
  }
}

}  // namespace

Kind kind_of(size_t code) {
  const size_t of_ten = mix(code) % 10;
  return of_ten < 7 ? Kind::text : of_ten < 9 ? Kind::arguments : Kind::plural;
}

std::string name_of(size_t code) { return "area-" + std::to_string(code % 97) + "-problem-" + std::to_string(code); }

std::vector<std::string> locales(size_t count) {
  return {tags.begin(), tags.begin() + static_cast<std::ptrdiff_t>(std::min(count, tags.size()))};
}

Texts::Texts(const std::string &locale)
    : locale_(locale),
      seed_(mix(static_cast<size_t>(std::find(tags.begin(), tags.end(), locale) - tags.begin()))),
      regional_(locale == "es-419" || locale == "en-GB" || locale == "pt-PT" || locale == "zh-Hant-HK"),
      syllables_(syllables_of(script_of(locale))),
      categories_(LocaleData::load(locale).cardinal.categories()) {}

std::string Texts::words(size_t code, size_t which, size_t count) const {
  size_t state = mix(seed_ ^ mix(code * 16 + which));
  std::string result;
  for (size_t word = 0; word < count; ++word) {
    result += word == 0 ? "" : " ";
    for (size_t length = 2 + state % 3; length > 0; --length) {
      state = mix(state);
      result += syllables_[state % syllables_.size()];
    }
  }
  return result;
}

std::string Texts::message(size_t code) const {
  if (regional_ && code % 10 != 3) {
    return "";
  }
  const size_t variant = mix(code) / 10;
  const std::string number = std::to_string(code);
  switch (kind_of(code)) {
    case Kind::text:
      // One in fifty has an apostrophe, which MessageFormat reads as syntax.
      return words(code, 0, 4 + variant % 8) + (variant % 50 == 0 ? " d'" : " ") + words(code, 1, 1) + " " + number +
             ".";
    case Kind::arguments: {
      static constexpr std::array<const char *, 6> placeholders = {"{who}",
                                                                   "{count, number}",
                                                                   "{count, number, integer}",
                                                                   "{day, date, medium}",
                                                                   "{count, number, ::compact-short}",
                                                                   "{who, select, admin{A} other{{who}}}"};
      const std::string first = placeholders[variant % placeholders.size()];
      const std::string second = placeholders[variant / 6 % placeholders.size()];
      return words(code, 0, 3) + " " + first + " " + words(code, 1, 2) + (variant % 4 == 0 ? " " + second : "") + " " +
             number + ".";
    }
    case Kind::plural: {
      std::string branches;
      for (size_t index = 0; index < categories_.size(); ++index) {
        branches += " " + categories_[index] + "{# " + words(code, index, 2) + "}";
      }
      const std::string exact = variant % 3 == 0 ? " =0{" + words(code, 9, 1) + "}" : "";
      return words(code, 10, 2) + " {count, plural," + exact + branches + "} " + words(code, 11, 2) + " " + number +
             ".";
    }
  }
  return "";
}

void write_catalog(const std::string &folder, size_t codes, size_t locale_count) {
  std::string text = R"({"namespace": "generated", "sourceLocale": "en", "defaultLocale": "en", "codes": [)";
  for (size_t code = 1; code <= codes; ++code) {
    text += code == 1 ? "\n" : ",\n";
    text += "{\"code\": " + std::to_string(code) + ", \"name\": \"" + name_of(code) + "\"";
    if (kind_of(code) != Kind::text) {
      text += R"(, "args": {"who": {"type": "string"}, "count": {"type": "number"}, "day": {"type": "date"}})";
    }
    text += "}";
  }
  write(folder + "/codes.json", text + "\n]}\n");
  for (const std::string &locale : locales(locale_count)) {
    const Texts texts(locale);
    std::string file = R"({"$unknown-code": "? {code}", "$unreadable-response": "?")";
    for (size_t code = 1; code <= codes; ++code) {
      if (const std::string message = texts.message(code); !message.empty()) {
        file += ",\n\"" + name_of(code) + "\": \"" + message + "\"";
      }
    }
    write(folder + "/" + locale + ".json", file + "\n}\n");
  }
}

}  // namespace codeglot::generated
