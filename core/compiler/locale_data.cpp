// See locale_data.h. The proof (proof.h) decides whether what is read here prints as ICU does.
#include "core/compiler/locale_data.h"

#include <unicode/dcfmtsym.h>
#include <unicode/decimfmt.h>
#include <unicode/locid.h>
#include <unicode/numfmt.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
#include <map>
#include <stdexcept>

#include "core/pack/layout.h"
#include "core/pack/utf8.h"
#include "core/pack/writer.h"

namespace codeglot {
namespace {

using icu::DecimalFormat;
using icu::DecimalFormatSymbols;
using icu::Locale;
using icu::UnicodeString;

std::string utf8(const UnicodeString &text) {
  std::string result;
  return text.toUTF8String(result);
}

Locale to_locale(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  Locale locale = Locale::forLanguageTag(tag, status);
  return U_SUCCESS(status) ? locale : Locale(tag.c_str());
}

/// The formatter that icu::MessageFormat uses for a style.
std::unique_ptr<DecimalFormat> make_format(const Locale &locale, uint8_t style) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::NumberFormat> format(style == layout::style_percent
                                                ? icu::NumberFormat::createPercentInstance(locale, status)
                                                : icu::NumberFormat::createInstance(locale, status));
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU has no number format for ") + locale.getName());
  }
  if (style == layout::style_integer) {
    format->setMaximumFractionDigits(0);
  }
  auto *const decimal = dynamic_cast<DecimalFormat *>(format.get());
  if (decimal == nullptr) {
    return nullptr;  // An algorithmic numbering system (Roman numerals): no digits to write down.
  }
  format.release();
  return std::unique_ptr<DecimalFormat>(decimal);
}

std::string read_symbols(const DecimalFormatSymbols &symbols) {
  ByteWriter out;
  std::string digits;
  size_t digit_bytes = 0;
  for (int digit = 0; digit < 10; ++digit) {
    const auto symbol = digit == 0 ? DecimalFormatSymbols::kZeroDigitSymbol
                                   : static_cast<DecimalFormatSymbols::ENumberFormatSymbol>(
                                         DecimalFormatSymbols::kOneDigitSymbol + digit - 1);
    const std::string text = utf8(symbols.getConstSymbol(symbol));
    if (digit == 0) {
      digit_bytes = text.size();
    }
    if (text.size() != digit_bytes || text.empty() ||
        utf8_step(reinterpret_cast<const uint8_t *>(text.data()),
                  reinterpret_cast<const uint8_t *>(text.data()) + text.size()) != static_cast<int>(text.size())) {
      return "";
    }
    digits += text;
  }
  out.byte(static_cast<uint8_t>(digit_bytes));
  out.raw(digits);
  for (const auto symbol :
       {DecimalFormatSymbols::kDecimalSeparatorSymbol, DecimalFormatSymbols::kGroupingSeparatorSymbol,
        DecimalFormatSymbols::kInfinitySymbol, DecimalFormatSymbols::kNaNSymbol}) {
    out.text(utf8(symbols.getConstSymbol(symbol)));
  }
  return out.bytes();
}

std::string read_style(const DecimalFormat &format) {
  ByteWriter out;
  int power = 0;
  for (int32_t multiplier = format.getMultiplier(); multiplier >= 10; multiplier /= 10) {
    ++power;
  }
  const auto size = [](int32_t value) { return static_cast<uint8_t>(std::clamp(value, 0, 20)); };
  out.byte(size(format.getMaximumFractionDigits()));
  out.byte(static_cast<uint8_t>(power));
  out.byte(format.isGroupingUsed() ? size(format.getGroupingSize()) : uint8_t{0});
  out.byte(format.isGroupingUsed() ? size(format.getSecondaryGroupingSize()) : uint8_t{0});
  out.byte(size(std::max(format.getMinimumGroupingDigits(), 1)));
  UnicodeString affix;
  out.text(utf8(format.getPositivePrefix(affix)));
  out.text(utf8(format.getPositiveSuffix(affix)));
  out.text(utf8(format.getNegativePrefix(affix)));
  out.text(utf8(format.getNegativeSuffix(affix)));
  return out.bytes();
}

/// The script that a locale is written in: the likely one where it names none.
std::string likely_script(Locale locale) {
  UErrorCode status = U_ZERO_ERROR;
  locale.addLikelySubtags(status);
  return locale.getScript();
}

/// child → parent of CLDR's explicit parent locales, in ICU's spelling.
const std::map<std::string, std::string> &explicit_parents() {
  static const std::map<std::string, std::string> parents = [] {
    std::map<std::string, std::string> result;
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *data = ures_openDirect(nullptr, "supplementalData", &status);
    UResourceBundle *table = ures_getByKey(data, "parentLocales", nullptr, &status);
    while (U_SUCCESS(status) && ures_hasNext(table)) {
      UResourceBundle *entry = ures_getNextResource(table, nullptr, &status);
      const char *parent = ures_getKey(entry);
      if (ures_getType(entry) == URES_STRING) {
        int32_t length = 0;
        const UChar *child = ures_getString(entry, &length, &status);
        result[utf8(UnicodeString(child, length))] = parent;
      }
      for (int32_t index = 0; ures_getType(entry) == URES_ARRAY && index < ures_getSize(entry); ++index) {
        int32_t length = 0;
        const UChar *child = ures_getStringByIndex(entry, index, &length, &status);
        result[utf8(UnicodeString(child, length))] = parent;
      }
      ures_close(entry);
    }
    ures_close(table);
    ures_close(data);
    return result;
  }();
  return parents;
}

}  // namespace

bool is_right_to_left(const std::string &tag) { return to_locale(tag).isRightToLeft() != 0; }

LocaleData LocaleData::load(const std::string &tag) {
  const Locale locale = to_locale(tag);
  LocaleData result;
  result.tag = tag;
  result.profile_tag = tag;
  result.right_to_left = locale.isRightToLeft();
  result.cardinal = plural_rules(locale.getBaseName(), false);
  result.ordinal = plural_rules(locale.getBaseName(), true);
  result.cardinal_rules = compile_plural_rules(result.cardinal);
  result.ordinal_rules = compile_plural_rules(result.ordinal);
  for (const uint8_t style : {layout::style_plain, layout::style_integer, layout::style_percent}) {
    const std::unique_ptr<DecimalFormat> format = make_format(locale, style);
    if (format == nullptr) {
      return result;
    }
    if (style == 0) {
      result.number_symbols = read_symbols(*format->getDecimalFormatSymbols());
    }
    result.number_styles.push_back(read_style(*format));
  }
  return result;
}

LocaleData LocaleData::load(const std::string &tag, const std::string &basis) {
  LocaleData result = load(basis);
  result.profile_tag = tag;
  result.right_to_left = is_right_to_left(tag);
  return result;
}

namespace {

std::optional<uint8_t> index_of(std::vector<std::string> &records, const std::string &record, size_t most) {
  const auto found = std::find(records.begin(), records.end(), record);
  if (found == records.end() && records.size() == most) {
    return std::nullopt;
  }
  const auto index = static_cast<uint8_t>(found - records.begin());
  if (found == records.end()) {
    records.push_back(record);
  }
  return index;
}

}  // namespace

std::optional<uint8_t> ProfileNeeds::style(const std::string &record, const LocaleData &locale) {
  index_of(styles, locale.number_styles[layout::style_plain], layout::style_most);
  return index_of(styles, record, layout::style_most);
}

std::optional<uint8_t> ProfileNeeds::format(const std::string &record, const LocaleData &locale) {
  index_of(styles, locale.number_styles[layout::style_plain], layout::style_most);
  return index_of(formats, record, layout::formats_most);
}

uint32_t ProfileNeeds::features() const {
  return (formats.empty() && !dates && !integers ? 0u : uint32_t{layout::feature_formats}) |
         (sources ? uint32_t{layout::feature_sources} : 0u);
}

std::string write_profile(const LocaleData &locale, const ProfileNeeds &needs, uint32_t features) {
  ByteWriter out;
  out.text(locale.profile_tag);
  out.byte(locale.right_to_left ? layout::right_to_left : layout::left_to_right);
  out.text(needs.cardinal ? locale.cardinal_rules : "");
  out.text(needs.ordinal ? locale.ordinal_rules : "");
  ByteWriter numbers;
  if (!needs.styles.empty() && !locale.number_symbols.empty()) {
    numbers.raw(locale.number_symbols);
    numbers.byte(static_cast<uint8_t>(needs.styles.size()));
    for (const std::string &style : needs.styles) {
      numbers.raw(style);
    }
  }
  out.text(numbers.bytes());
  if ((features & layout::feature_formats) != 0) {
    ByteWriter formats;
    formats.byte(static_cast<uint8_t>(needs.formats.size()));
    for (const std::string &format : needs.formats) {
      formats.text(format);
    }
    out.text(formats.bytes());
  }
  return out.bytes();
}

std::string canonical_tag(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t parsed = 0;
  char id[ULOC_FULLNAME_CAPACITY];
  const int32_t length = uloc_forLanguageTag(tag.c_str(), id, sizeof id, &parsed, &status);
  if (U_FAILURE(status) || static_cast<size_t>(parsed) != tag.size() || tag.empty()) {
    return "";
  }
  // By its length: ICU does not end an id with NUL that fills the buffer.
  return Locale(std::string(id, static_cast<size_t>(length)).c_str()).toLanguageTag<std::string>(status);
}

std::string likely_tag(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  Locale locale = to_locale(tag);
  locale.addLikelySubtags(status);
  const std::string result = locale.toLanguageTag<std::string>(status);
  return U_SUCCESS(status) ? result : "";
}

std::string parent_locale(const std::string &tag) {
  const Locale locale = to_locale(tag);
  const std::string id = locale.getBaseName();
  const auto explicit_parent = explicit_parents().find(id);
  std::string parent;
  if (explicit_parent != explicit_parents().end()) {
    parent = explicit_parent->second;
  } else {
    UErrorCode status = U_ZERO_ERROR;
    char buffer[ULOC_FULLNAME_CAPACITY];
    const int32_t length = uloc_getParent(id.c_str(), buffer, sizeof buffer, &status);
    if (U_SUCCESS(status)) {
      parent.assign(buffer, static_cast<size_t>(length));
    }
    // CLDR's rule "nonlikelyScript" (UTS #35, part 1, "Parent Locales"): a parent is in the same script.
    const std::string script = likely_script(locale);
    if (!parent.empty() && likely_script(Locale(parent.c_str())) != script) {
      parent = *locale.getScript() != '\0' ? "" : std::string(locale.getLanguage()) + "_" + script;
    }
  }
  if (parent.empty() || parent == "root") {
    return "";
  }
  UErrorCode status = U_ZERO_ERROR;
  return Locale(parent.c_str()).toLanguageTag<std::string>(status);
}

}  // namespace codeglot
