// See random_pattern.h.
#include "random_pattern.h"

#include <bit>
#include <cmath>
#include <limits>

namespace differential {
namespace {

using codeglot::ArgumentValue;
using codeglot::DateTime;
using codeglot::DecimalText;
using codeglot::NamedArgument;

// What an argument usually is follows from its name.
const char *const number_names[] = {"n", "count", "0", "1"};
const char *const text_names[] = {"s", "gender", "2"};
const char *const date_names[] = {"d", "when", "3"};

const char *const texts[] = {"a",  " ",       "it's", "''",   "'{'",   "'{x}'",  "'",     "#",  "'#'", "|",
                             "é",  "日本",    "😀",    "\\u",  "\n",    "<b>",    "'}'",   "%",  ",",   "שלום",
                             "'|", "don''t ", "'{'x", "a'b'", "'quo'", "\u202E", "{n}'s", "::", "\"",  "·"};
const char *const select_keys[] = {"other", "male", "female", "a", "Ω", "x-1", "0", "yes"};
const char *const plural_keys[] = {"zero", "one", "two", "few", "many", "other", "=0", "=1", "=2", "=1.5", "=-1"};
const char *const number_styles[] = {"integer", "percent", "currency", " Integer ", "PERCENT"};
const char *const number_patterns[] = {
    "0.0",        "#,##0.00",    "00000",     "#,##,##0.###", "@@@",      "@@#",     "0.##E0",      "##0.###E0",
    "0.0%",       "0‰",          "¤#,##0.00", "¤¤ 0.00",      "¤¤¤ #0.0", "'#'0",    "#0.0;(#0.0)", "*x#####0",
    "0.05",       "#",           "#.#",       "0.00000000",   "+0;-0",    "'{'0'}'", "a0b",         "#,##0.0#;-#",
    "000,000.00", "0.0 'it''s'", "00.00E00",  "*_ #,##0.0",   "1.0",      ".00"};
const char *const number_skeletons[] = {"::",
                                        "::percent",
                                        "::permille",
                                        "::.00",
                                        "::.##",
                                        "::@@@",
                                        "::currency/EUR",
                                        "::currency/JPY unit-width-full-name",
                                        "::currency/USD unit-width-narrow",
                                        "::compact-short",
                                        "::compact-long",
                                        "::K",
                                        "::KK currency/GBP",
                                        "::scientific",
                                        "::engineering/sign-always",
                                        "::sign-always",
                                        "::sign-accounting currency/USD",
                                        "::+!",
                                        "::group-off",
                                        "::,_",
                                        "::group-min2",
                                        "::,!",
                                        "::integer-width/+000",
                                        "::000",
                                        "::scale/100",
                                        "::percent scale/100",
                                        "::unit/kilometer-per-hour",
                                        "::measure-unit/length-meter unit-width-full-name",
                                        "::unit/liter unit-width-short .0",
                                        "::rounding-mode-floor .0",
                                        "::precision-increment/0.05",
                                        "::precision-integer rounding-mode-up",
                                        "::latin",
                                        "::numbering-system/thai",
                                        "::decimal-always",
                                        "::.00/w",
                                        "::E0",
                                        "::currency/XXX",
                                        "::nothing",
                                        "::.0.0",
                                        " ::percent"};
const char *const date_styles[] = {"short", "medium", "long", "full", " Short ", "FULL"};
const char *const date_patterns[] = {"yyyy-MM-dd", "d. MMMM y", "EEEE, d MMM", "h:mm a",  "HH:mm:ss.SSS",
                                     "y G",        "QQQ yy",    "w W",         "D F",     "zzzz",
                                     "z",          "vvvv",      "VVVV",        "Z XXX O", "hh 'o''clock' a",
                                     "b B",        "LLLL cccc", "'today' d",   "k K",     "yyyy.MM.dd J",
                                     "UUUU r",     "A g",       "e EEEEE",     "''y''",   "xx"};
const char *const date_skeletons[] = {"::yMMMd", "::yMMMMEEEEd", "::jm",     "::jms",  "::Hms", "::yQQQ",
                                      "::GyMMM", "::MEd",        "::hmsz",   "::EBhm", "::yw",  "::MMMMd",
                                      "::y",     "::Bh",         "::jmvvvv", "::d",    "::",    "::EEEMMMd''yy"};
const char *const rule_sets[] = {"",
                                 "%spellout-numbering",
                                 "%spellout-cardinal",
                                 "%spellout-ordinal",
                                 "%spellout-cardinal-feminine",
                                 "%digits-ordinal",
                                 "%in-numerals",
                                 "%unknown"};

class Generator {
 public:
  explicit Generator(Random &random) : random_(random) {}

  std::string message(int depth) {
    std::string result;
    for (size_t count = random_.below(depth == 0 ? 5 : 4); count > 0; --count) {
      result += random_.one_in(2) ? std::string(random_.pick(texts)) : argument(depth);
    }
    return result;
  }

 private:
  std::string space() {
    static const char *const spaces[] = {"", "", "", " ", " ", "  ", "\n", "\u200E", "\t"};
    return random_.pick(spaces);
  }

  template <typename Names>
  std::string name(const Names &usual) {
    if (!random_.one_in(12)) {
      return random_.pick(usual);
    }
    return random_.one_in(2) ? random_.pick(text_names) : random_.pick(number_names);
  }

  std::string open(const std::string &its_name, const std::string &type) {
    return "{" + space() + its_name + space() + "," + space() + type + space();
  }

  std::string argument(int depth) {
    constexpr int depth_most = 4;
    switch (random_.below(depth < depth_most ? 12 : 7)) {
      case 0:
        return "{" + space() +
               (random_.one_in(2)   ? name(number_names)
                : random_.one_in(2) ? name(text_names)
                                    : name(date_names)) +
               space() + "}";
      case 1:
      case 2:
      case 3:
        return number();
      case 4:
      case 5:
        return date();
      case 6:
        return random_.one_in(5) ? rules() : number();  // ICU takes milliseconds to read some languages' rules.
      case 7:
        return choice(depth);
      case 8:
        return select(depth);
      default:
        return plural(depth);
    }
  }

  std::string number() {
    const std::string start = open(name(number_names), random_.one_in(9) ? "NUMBER" : "number");
    switch (random_.below(7)) {
      case 0:
        return start + "}";
      case 1:
        return start + "," + space() + random_.pick(number_styles) + "}";
      case 2:
      case 3:
        return start + "," + space() + random_.pick(number_patterns) + "}";
      default:
        return start + "," + space() + random_.pick(number_skeletons) + "}";
    }
  }

  std::string date() {
    const std::string start = open(name(date_names), random_.one_in(2) ? "date" : "time");
    switch (random_.below(5)) {
      case 0:
        return start + "}";
      case 1:
        return start + "," + space() + random_.pick(date_styles) + "}";
      case 2:
        return start + "," + space() + random_.pick(date_patterns) + "}";
      default:
        return start + "," + space() + random_.pick(date_skeletons) + "}";
    }
  }

  std::string rules() {
    static const char *const types[] = {"spellout", "ordinal", "duration", "Spellout", "foo"};
    const std::string start = open(name(number_names),
                                   random_.one_in(6) ? random_.pick(types) : types[random_.below(3)]);
    return random_.one_in(3) ? start + "," + space() + random_.pick(rule_sets) + "}" : start + "}";
  }

  std::string choice(int depth) {
    static const char *const limits[][3] = {
        {"0", "1", "2"}, {"-1", "0", "10"}, {"-∞", "0.5", "∞"}, {"1", "1.5", "1e3"}, {"0", "0", "0"}};
    static const char *const signs[] = {"#", "<", "≤"};
    const auto &limit = random_.pick(limits);
    std::string result = open(name(number_names), "choice") + ",";
    const size_t count = random_.below(3) + 1;
    for (size_t index = 0; index < count; ++index) {
      result += (index == 0 ? "" : "|") + space() + limit[index] + space() + random_.pick(signs) + message(depth + 1);
    }
    return result + "}";
  }

  std::string select(int depth) {
    std::string result = open(name(text_names), "select") + ",";
    const size_t count = random_.below(3);
    for (size_t index = 0; index < count; ++index) {
      result += space() + random_.pick(select_keys) + space() + "{" + message(depth + 1) + "} ";
    }
    return result + "other" + space() + "{" + message(depth + 1) + "}" + space() + "}";
  }

  std::string plural(int depth) {
    static const char *const offsets[] = {"offset:1", "offset: 2", "offset:0.5", "offset:-1", "offset:0"};
    const std::string its_name = name(number_names);
    std::string result = open(its_name, random_.one_in(3) ? "selectordinal" : "plural") + "," + space();
    if (random_.one_in(3)) {
      result += std::string(random_.pick(offsets)) + " ";
    }
    const size_t count = random_.below(4);
    const size_t other = random_.below(count + 1);
    for (size_t index = 0; index <= count; ++index) {
      result += (index == other ? std::string("other") : std::string(random_.pick(plural_keys))) + space() + "{" +
                branch(its_name, depth) + "} ";
    }
    return result + "}";
  }

  /// A plural's branch usually shows its number, which decides how it is counted.
  std::string branch(const std::string &its_name, int depth) {
    const std::string before = random_.one_in(4) ? message(depth + 1) : std::string(random_.pick(texts));
    switch (random_.below(6)) {
      case 0:
        return before + "{" + its_name + ", number, " + random_.pick(number_patterns) + "}";
      case 1:
        return before + "{" + its_name + ", number, " + random_.pick(number_skeletons) + "}";
      case 2:
        return before + "{" + its_name + "}";
      case 3:
        return message(depth + 1);
      default:
        return "#" + before;
    }
  }

  Random &random_;
};

std::string damaged(Random &random, std::string pattern) {
  static const char *const insertions[] = {"{", "}", "'", "#", "|", "<", ",", ":", " ", "0", "other", "''", "\u200F"};
  const size_t at = random.below(pattern.size() + 1);
  if ((at < pattern.size() && (pattern[at] & 0x80) != 0) || random.one_in(2)) {
    const bool inside = at < pattern.size() && (pattern[at] & 0xC0) == 0x80;  // Of a code point: leave it whole.
    return inside ? pattern : pattern.insert(at, random.pick(insertions));
  }
  return at < pattern.size() ? pattern.erase(at, 1) : pattern;
}

std::string digits(Random &random, size_t most) {
  std::string result;
  for (size_t count = random.below(most) + 1; count > 0; --count) {
    result += static_cast<char>('0' + random.below(10));
  }
  return result;
}

ArgumentValue number(Random &random) {
  static constexpr double numbers[] = {0.0,
                                       -0.0,
                                       0.5,
                                       1.0,
                                       1.5,
                                       2.5,
                                       1e15,
                                       1e21,
                                       5e-324,
                                       1.7976931348623157e308,
                                       std::numeric_limits<double>::infinity(),
                                       -std::numeric_limits<double>::infinity(),
                                       std::numeric_limits<double>::quiet_NaN(),
                                       999.9995,
                                       0.0005,
                                       123456.789};
  switch (random.below(10)) {
    case 0:
      return random.pick(numbers);
    case 1:
      return static_cast<int64_t>(random.bits()) >> random.below(60);
    case 2:
      return static_cast<double>(random.between(-100000, 100000)) / 100;
    case 3:
      return std::bit_cast<double>(random.bits());
    case 4:
      return DecimalText{(random.one_in(4) ? "-" : "") + digits(random, 20) +
                         (random.one_in(2) ? "." + digits(random, 12) : "")};
    case 5:
      return DecimalText{digits(random, 4) + "." + digits(random, 3) + (random.one_in(2) ? "e" : "E-") +
                         digits(random, 2)};
    case 6:
      return static_cast<double>(random.between(-3, 120));
    default:
      return random.between(-2, 25);
  }
}

double milliseconds(Random &random) {
  switch (random.below(5)) {
    case 0:
      return static_cast<double>(random.between(-62135596800000, 253402300799999));  // Years 1 to 9999.
    case 1:
      return static_cast<double>(random.between(-4000000000000, 4000000000000)) + 0.5;
    default:
      return static_cast<double>(random.between(0, 2000000000000));
  }
}

ArgumentValue text(Random &random) {
  static const char *const strings[] = {"",  "Ada",        "other", "male", "female", "a",
                                        "Ω", "yes",        "0",     "x-1",  "שלום",   "{n} it's",
                                        "#", "\U0001F600", "OTHER", "1",    "日本",   "\u202Ex"};
  return std::string(random.pick(strings));
}

ArgumentValue value(Random &random, size_t kind) {
  const size_t which = random.one_in(25) ? random.below(3) : kind;
  if (which == 0) {
    return number(random);
  }
  if (which == 1) {
    return text(random);
  }
  return random.one_in(6) ? ArgumentValue(milliseconds(random)) : ArgumentValue(DateTime{milliseconds(random), ""});
}

template <typename Names>
void add(Random &random, const Names &names, size_t kind, std::vector<NamedArgument> &arguments) {
  for (const char *const name : names) {
    if (!random.one_in(30)) {
      arguments.push_back({name, value(random, kind)});
    }
  }
}

}  // namespace

std::string random_pattern(Random &random) {
  std::string pattern = Generator(random).message(0);
  return random.one_in(10) ? damaged(random, std::move(pattern)) : pattern;
}

std::vector<NamedArgument> random_pattern_arguments(Random &random) {
  std::vector<NamedArgument> arguments;
  add(random, number_names, 0, arguments);
  add(random, text_names, 1, arguments);
  add(random, date_names, 2, arguments);
  return arguments;
}

}  // namespace differential
