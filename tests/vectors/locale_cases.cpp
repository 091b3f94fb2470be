// See cases.h. Readers' locales in the spellings that browsers, phones and servers use, and some that nobody should.
#include "cases.h"

namespace vectors {
namespace {

const char *const readers[] = {
    // Chinese: the script decides, and the region where no script is given.
    "zh", "zh-CN", "zh-SG", "zh-MY", "zh-TW", "zh-HK", "zh-MO", "zh-Hans", "zh-Hant", "zh-Hans-CN", "zh-Hans-TW",
    "zh-Hans-HK", "zh-Hant-TW", "zh-Hant-HK", "zh-Hant-MO", "zh-Hant-CN", "zh-US", "zh-Latn", "zh-Latn-CN", "yue",
    "yue-Hans", "yue-Hant-HK", "yue-CN", "zh-yue", "zh-yue-HK", "zh-cmn-Hans-CN", "zh-cmn-Hant", "cmn", "cmn-Hans-CN",
    "cmn-Hant-TW", "wuu", "nan", "hak", "gan", "hsn",
    // The catalog's other languages, with regions, scripts and variants.
    "en", "en-US", "en-GB", "en-AU", "en-IN", "en-001", "en-150", "en-ZZ", "en-Latn-US", "en-Dsrt", "en-Shaw-GB",
    "en-US-POSIX", "pt", "pt-BR", "pt-PT", "pt-AO", "pt-MZ", "pt-Latn-BR", "es", "es-ES", "es-MX", "es-419", "es-AR",
    "es-US", "fr", "fr-FR", "fr-CA", "fr-CH", "fr-BE", "fr-HT", "de", "de-DE", "de-AT", "de-CH", "de-LI", "de-Latn",
    "de-CH-1901", "ru", "ru-RU", "ru-UA", "ru-KZ", "ru-Cyrl", "ru-Latn", "ar", "ar-SA", "ar-EG", "ar-MA", "ar-001",
    "ar-Arab", "ar-Latn", "ja", "ja-JP", "ja-Latn", "ja-Hira", "ja-Jpan-JP", "ko", "ko-KR", "ko-KP", "ko-Hang",
    "ko-Latn", "hi", "hi-IN", "hi-Latn", "hi-Deva-IN",
    // Languages that the catalog lacks, some of which CLDR brings to one that it has.
    "it", "nl", "sv", "nb", "no", "nn", "da", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr", "th", "vi", "id",
    "ms", "fil", "he", "fa", "ur", "ur-IN", "bn", "ta", "te", "mr", "gu", "pa", "pa-Arab", "ne", "si", "my", "km", "lo",
    "ka", "hy", "az", "uz", "kk", "ky", "tg", "tk", "mn", "uk", "be", "sr", "sr-Latn", "sr-Cyrl-RS", "hr", "bs", "sl",
    "mk", "sq", "lt", "lv", "et", "is", "ga", "cy", "gd", "eu", "ca", "ca-valencia", "gl", "oc", "br", "co", "wa", "lb",
    "gsw", "rm", "fur", "af", "sw", "zu", "xh", "am", "so", "ha", "ig", "yo", "wo", "ln", "mg", "rw", "bo", "ug", "ii",
    "za", "tt", "ba", "cv", "ce", "os", "ab", "ay", "qu", "gn", "ht", "haw", "mi", "sm", "to", "jv", "su", "ckb", "ku",
    "ps", "sd", "dv", "yi", "eo", "ia", "la",
    // Codes that ISO 639 has replaced, and tags of older times.
    "iw", "in", "ji", "jw", "mo", "sh", "tl", "iw-IL", "in-ID", "no-NO", "zh-guoyu", "zh-xiang", "i-klingon",
    "i-default", "art-lojban", "sgn-BE-FR",
    // Other spellings.
    "EN_us", "en_US", "EN", "ZH_hant_tw", "zh_TW", "zh-hant", "ZH-HANS", "zh_Hans_CN", "pt_br", "PT-br", "en_US.UTF-8",
    "zh_CN.GB18030", "de_DE@euro", "de_DE.ISO-8859-1@euro", "sr_RS@latin", "en_US_POSIX",
    // Extensions and private use, which say nothing of the language.
    "en-u-ca-buddhist", "zh-Hant-u-co-stroke", "ar-u-nu-latn", "zh-TW-u-nu-hanidec", "de-DE-x-private",
    "ja-JP-u-ca-japanese-x-y", "en-t-jp-m0-true", "x-private", "x-zh-Hant",
    // No locale.
    "", "und", "und-CN", "und-Hant", "und-Arab", "und-US", "mul", "zxx", "root", "C", "POSIX", "C.UTF-8", "default",
    "undefined", "null", "NaN", "0", "*", "-", "_", "--", "zh-", "-zh", "zh--TW", " zh-TW", "zh TW", "zh-TW ",
    "chinese", "中文", "zh-台灣", "z", "zhzhzhzhz", "en;q=0.8", "en-US,en;q=0.9", "../../etc/passwd", "%00", "{locale}",
    "xx", "xx-XX", "qaa", "qaa-Hant-TW"};

}  // namespace

std::vector<Json> locale_cases(const Oracle &oracle) {
  std::vector<Json> cases;
  const auto add = [&](const std::string &id, const std::string &reader) {
    cases.push_back({{"id", id}, {"call", "choose"}, {"locale", reader}, {"chosen", oracle.choose(reader)}});
  };
  for (const char *reader : readers) {
    add(std::string("\"") + reader + "\"", reader);
  }
  add("300 letters", std::string(300, 'a'));
  add("zh-TW and 300 characters more", "zh-TW-" + std::string(300, 'a'));
  add("a subtag too long", "zh-Hant-" + std::string(9, 'a'));
  add("100 subtags", [] {
    std::string tag = "zh-TW";
    for (int count = 0; count < 100; ++count) {
      tag += "-variant" + std::to_string(count % 10);
    }
    return tag;
  }());
  add("NUL", std::string("zh\0TW", 5));
  add("NUL after", std::string("zh-TW\0", 6));
  return cases;
}

}  // namespace vectors
