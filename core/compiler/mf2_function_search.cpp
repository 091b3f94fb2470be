// See mf2_function_search.h. What the placeholder prints for a few values says which functions and digits are worth trying.
#include "core/compiler/mf2_function_search.h"

#include <unicode/ucurr.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <vector>

#include "core/compiler/probes.h"
#include "core/icu_engine/message.h"

namespace codeglot {
namespace {

using Words = std::vector<std::string>;

std::optional<Formatted> print(const EngineMessage &message, const std::string &argument, const ArgumentValue &value) {
  FormatContext context;
  context.bidi = BidiIsolation::none;
  Formatted formatted = message.format({{argument, value}}, context);
  return formatted.errors.empty() ? std::optional(std::move(formatted)) : std::nullopt;
}

/// The first part's pieces of a type, joined.
std::string piece(const Formatted &formatted, const std::string &type) {
  std::string result;
  for (const Part &part : formatted.parts) {
    for (const Part::Piece &piece : part.pieces) {
      result += piece.type == type ? piece.value : "";
    }
  }
  return result;
}

size_t code_points(const std::string &text) {
  return static_cast<size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

/// Every choice of one word of each list, joined, those with the fewest options first, else in the order of the lists.
Words combinations(const std::vector<Words> &lists) {
  Words result = {""};
  for (const Words &list : lists) {
    Words longer;
    for (const std::string &start : result) {
      for (const std::string &word : list) {
        longer.push_back(start + word);
      }
    }
    result = std::move(longer);
  }
  return result;
}

void sort_by_options(Words &candidates) {
  const auto options = [](const std::string &candidate) { return std::count(candidate.begin(), candidate.end(), '='); };
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const std::string &left, const std::string &right) { return options(left) < options(right); });
}

/// An option with each of its values, and without.
Words optional_values(const std::string &option, const Words &values) {
  Words result = {""};
  for (const std::string &value : values) {
    result.push_back(" " + option + "=" + value);
  }
  return result;
}

class Search {
 public:
  Search(const Format &format, const LocaleData &locale)
      : format_(format), locale_(locale), original_(make_mf1_message(format.source, locale.tag)) {}

  std::optional<std::string> run() {
    const std::vector<ArgumentValue> probes = format_.date ? date_values() : number_values();
    for (const ArgumentValue &probe : probes) {
      const std::optional<Formatted> printed = print(*original_, format_.argument, probe);
      if (printed) {
        expected_.emplace_back(probe, printed->text());
      }
    }
    if (expected_.empty()) {
      return std::nullopt;
    }
    for (const std::string &candidate : format_.date ? date_candidates() : number_candidates()) {
      if (prints_the_same(candidate)) {
        return candidate;
      }
    }
    return std::nullopt;
  }

 private:
  bool prints_the_same(const std::string &candidate) const {
    const auto message = make_mf2_message("{$" + format_.argument + " " + candidate + "}", locale_.tag);
    return std::all_of(expected_.begin(), expected_.end(), [&](const auto &probe) {
      const std::optional<Formatted> printed = print(*message, format_.argument, probe.first);
      return printed && printed->text() == probe.second;
    });
  }

  // ---- Numbers ----

  static std::vector<ArgumentValue> number_values() {
    // First what tells most candidates apart.
    std::vector<ArgumentValue> values;
    for (const char *digits : {"-1234567.891", "1234.5", "0.5", "0.0005", "0", "0.0000005", "0.0000015"}) {
      values.emplace_back(DecimalText{digits});
    }
    for (const std::string &digits : number_format_probes(true)) {
      values.emplace_back(DecimalText{digits});
    }
    return values;
  }

  /// What of the source follows a word, up to a space or a brace.
  std::string word_after(const std::string &start) const {
    const size_t at = format_.source.find(start);
    if (at == std::string::npos) {
      return "";
    }
    const size_t from = at + start.size();
    return format_.source.substr(from, format_.source.find_first_of(" }", from) - from);
  }

  bool has_word(const std::string &word) const { return format_.source.find(word) != std::string::npos; }

  Formatted sample(const char *digits) const {
    return print(*original_, format_.argument, DecimalText{digits}).value_or(Formatted{});
  }

  Words fraction_options() const {
    const std::string most = std::to_string(code_points(piece(sample("0.123456789123456"), "fraction")));
    Words result = {"", " maximumFractionDigits=" + most};
    // Where zeros are left out, only a fraction shows how many digits there are at least.
    for (const char *digits : {"0", "0.5"}) {
      const std::string least = std::to_string(code_points(piece(sample(digits), "fraction")));
      result.push_back(" minimumFractionDigits=" + least);
      result.push_back(" minimumFractionDigits=" + least + " maximumFractionDigits=" + most);
    }
    return result;
  }

  /// Digits behind leading zeros.
  static size_t significant_digits(const Formatted &formatted) {
    const std::string fraction = piece(formatted, "fraction");
    const std::string zero = piece(formatted, "integer").substr(0, 1);
    size_t digits = code_points(piece(formatted, "integer") + fraction);
    if (zero == "0") {
      const size_t zeros = std::min(fraction.find_first_not_of('0'), fraction.size());
      digits = fraction.size() - zeros;
    }
    return digits;
  }

  Words significant_options() const {
    const std::string least = std::to_string(significant_digits(sample("0.01")));
    const std::string most = std::to_string(significant_digits(sample("0.0123456789123456")));
    return {" maximumSignificantDigits=" + most, " minimumSignificantDigits=" + least,
            " minimumSignificantDigits=" + least + " maximumSignificantDigits=" + most};
  }

  Words integer_digits() const {
    const size_t digits = code_points(piece(sample("0"), "integer"));
    return digits < 2 ? Words{""} : Words{"", " minimumIntegerDigits=" + std::to_string(digits)};
  }

  std::string currency() const {
    std::string code = word_after("currency/");
    if (code.empty()) {
      UErrorCode status = U_ZERO_ERROR;
      char16_t units[8] = {};
      ucurr_forLocale(locale_.tag.c_str(), units, static_cast<int32_t>(std::size(units)), &status);
      for (const char16_t unit : std::u16string(units)) {
        code += static_cast<char>(unit);
      }
    }
    return code.size() == 3 ? code : "XXX";
  }

  std::string unit() const {
    const auto of_type = [](const std::string &typed) {  // "length-kilometer"
      return typed.substr(typed.find('-') + 1);
    };
    const std::string typed = word_after(" measure-unit/").empty() ? word_after("::measure-unit/")
                                                                   : word_after(" measure-unit/");
    if (!typed.empty()) {
      const std::string per = word_after("per-measure-unit/");
      return of_type(typed) + (per.empty() ? "" : "-per-" + of_type(per));
    }
    const std::string plain = word_after(" unit/").empty() ? word_after("::unit/") : word_after(" unit/");
    return !plain.empty() ? plain : has_word("permille") ? "permille" : "percent";
  }

  Words numbering_systems() const {
    const std::string named = word_after("numbering-system/");
    return named.empty() && !has_word("latin") ? Words{""}
                                               : Words{"", " numberingSystem=" + (named.empty() ? "latn" : named)};
  }

  Words number_candidates() const {
    const Words groupings = optional_values("useGrouping", {"always", "never", "min2"});
    const Words signs = optional_values("signDisplay", {"always", "exceptZero", "negative", "never"});
    const Words roundings = optional_values(
        "roundingMode", {"halfEven", "trunc", "ceil", "floor", "expand", "halfTrunc", "halfCeil", "halfFloor"});
    const Words zeros = {"", " trailingZeroDisplay=stripIfInteger"};
    Words digits = fraction_options();
    const Words significant = significant_options();
    digits.insert(digits.end(), significant.begin(), significant.end());
    const Formatted one = sample("1");
    const auto with = [&](const std::string &function, const Words &widths, const Words &shown, const Words &by_sign) {
      return combinations(
          {{function}, integer_digits(), shown, groupings, by_sign, widths, numbering_systems(), zeros, roundings});
    };
    Words result;
    const auto add = [&result](const Words &more) { result.insert(result.end(), more.begin(), more.end()); };
    if (!piece(one, "currency").empty() || has_word("currency")) {
      Words shown = significant;
      shown.insert(shown.begin(),
                   {"", " fractionDigits=" + std::to_string(code_points(piece(sample("0"), "fraction")))});
      add(with(":currency currency=" + currency(),
               optional_values("currencyDisplay", {"narrowSymbol", "code", "name", "never"}), shown,
               {"", " currencySign=accounting"}));
    } else if (has_word("unit/") || has_word("::percent") || has_word("permille") || has_word(" percent")) {
      add(with(":unit unit=" + unit(), optional_values("unitDisplay", {"narrow", "long"}), digits, signs));
    }
    if (!piece(one, "percentSign").empty() || has_word("percent")) {
      add(with(":percent", {""}, digits, signs));
    }
    if (result.empty()) {
      add(with(":number", {""}, digits, signs));
      add(combinations({{":integer"}, integer_digits(), groupings, signs, numbering_systems()}));
    }
    sort_by_options(result);
    return result;
  }

  // ---- Dates ----

  static std::vector<ArgumentValue> date_values() {
    constexpr size_t step = 7;  // Of the probes, which are there for the formatter that is written, not for ICU's.
    constexpr double summer = 1625150096789.0;
    constexpr double winter = 1609506245006.0;
    std::vector<ArgumentValue> values;
    for (const double milliseconds : {summer, winter}) {
      for (const char *zone : {"", "America/New_York", "Asia/Kolkata"}) {
        values.emplace_back(DateTime{milliseconds, zone});
      }
    }
    const std::vector<DateTime> &probes = date_probes();
    for (size_t index = 0; index < probes.size(); index += step) {
      if (probes[index].milliseconds >= gregorian_from) {
        values.emplace_back(probes[index]);
      }
    }
    return values;
  }

  Words date_candidates() const {
    const std::optional<Formatted> shown = print(*original_, format_.argument, expected_.front().first);
    const auto shows = [&](std::initializer_list<const char *> types) {
      return shown &&
             std::any_of(types.begin(), types.end(), [&](const char *type) { return !piece(*shown, type).empty(); });
    };
    const bool date = shows({"year", "relatedYear", "month", "day", "weekday"});
    const bool time = shows({"hour", "minute", "second"});
    const Words lengths = {"long", "short", "medium"};
    const Words fields = {"weekday",           "day-weekday",    "month-day",
                          "month-day-weekday", "year-month-day", "year-month-day-weekday"};
    const Words precisions = {"second", "hour", "minute"};
    const Words zones = optional_values("timeZoneStyle", {"short", "long"});
    const Words hours = optional_values("hour12", {"true", "false"});
    Words result;
    if (date && time) {
      result = combinations({{":datetime"},
                             optional_values("dateLength", lengths),
                             optional_values("dateFields", fields),
                             optional_values("timePrecision", precisions),
                             zones,
                             hours});
    } else if (date) {
      result = combinations({{":date"}, optional_values("length", lengths), optional_values("fields", fields)});
    } else if (time) {
      result = combinations({{":time"}, optional_values("precision", precisions), zones, hours});
    }
    sort_by_options(result);
    return result;
  }

  const Format &format_;
  const LocaleData &locale_;
  std::unique_ptr<EngineMessage> original_;
  std::vector<std::pair<ArgumentValue, std::string>> expected_;
};

}  // namespace

std::optional<std::string> find_mf2_function(const Format &format, const LocaleData &locale) {
  // Of a thread: only conversions ask, and they have one.
  thread_local std::map<std::pair<std::string, Format>, std::optional<std::string>> known;
  const auto [found, added] = known.try_emplace({locale.tag, format});
  if (added) {
    found->second = Search(format, locale).run();
  }
  return found->second;
}

}  // namespace codeglot
