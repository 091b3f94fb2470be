// See number_lowering.h. The steps: by which power of ten a number is scaled and, in compact notation, shifted; how it is
// rounded and grouped; what stands around it. Each step looks only at numbers that the step before has explained.
#include "core/compiler/number_lowering.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "core/pack/layout.h"
#include "core/pack/pack.h"
#include "core/pack/writer.h"
#include "core/runtime/format_number.h"
#include "core/runtime/spans.h"

namespace codeglot {
namespace {

using layout::Rounding;
using layout::RoundingMode;

constexpr int magnitudes = 18;  // CLDR's compact notation ends at 10^16. Beyond, ICU's plural categories are not exact.
constexpr int shifted_magnitudes = 22;  // As far as it is tried that ICU goes on with the last notation.
constexpr int most_digits = 20;

layout::Piece piece_of(const std::string &name) {
  static const std::map<std::string, layout::Piece> pieces = {{"minusSign", layout::Piece::minus_sign},
                                                              {"plusSign", layout::Piece::plus_sign},
                                                              {"percentSign", layout::Piece::percent_sign},
                                                              {"currency", layout::Piece::currency},
                                                              {"unit", layout::Piece::unit},
                                                              {"compact", layout::Piece::compact},
                                                              {"infinity", layout::Piece::infinity},
                                                              {"nan", layout::Piece::nan}};
  const auto found = pieces.find(name);
  return found == pieces.end() ? layout::Piece::literal : found->second;
}

std::string affix_of(const std::vector<Part::Piece> &pieces) {
  ByteWriter out;
  for (const Part::Piece &piece : pieces) {
    out.byte(static_cast<uint8_t>(piece_of(piece.type)));
    out.text(piece.value);
  }
  return out.bytes();
}

std::string text_of(const std::vector<Part::Piece> &pieces) {
  std::string result;
  for (const Part::Piece &piece : pieces) {
    result += piece.value;
  }
  return result;
}

/// An affix with one piece where several of one kind touch.
std::string joined(const std::string &affix) {
  ByteWriter out;
  std::string text;
  const auto *at = reinterpret_cast<const uint8_t *>(affix.data());
  for (const uint8_t *const end = at + affix.size(); at != end;) {
    const uint8_t piece = *at++;
    const Text part = read_text(at);
    text.append(part.data, part.bytes);
    if (at == end || *at != piece) {
      out.byte(piece);
      out.text(text);
      text.clear();
    }
  }
  return out.bytes();
}

/// The pieces that the runtime finds in an affix of a style, which is text alone.
std::string pieces_in_style(const std::string &text) {
  cg_span found[16];
  Spans spans(found, std::size(found));
  Sink sink(nullptr, 0);
  sink.note_spans(&spans);
  append_affix(sink, {text.data(), static_cast<uint32_t>(text.size())});
  ByteWriter out;
  for (size_t index = 0; index < std::min(spans.count(), std::size(found)); ++index) {
    out.byte(static_cast<uint8_t>(piece_of(std::string(found[index].name.data, found[index].name.bytes))));
    out.text(text.substr(found[index].from, found[index].to - found[index].from));
  }
  return out.bytes();
}

/// Digits times 10^power, as a decimal string without an exponent.
std::string scaled(const std::string &digits, int power) {
  const bool negative = digits[0] == '-';
  std::string text = negative ? digits.substr(1) : digits;
  const size_t dot = text.find('.');
  int point = static_cast<int>(dot == std::string::npos ? text.size() : dot) + power;
  if (dot != std::string::npos) {
    text.erase(dot, 1);
  }
  if (point <= 0) {
    text.insert(0, static_cast<size_t>(1 - point), '0');
    point = 1;
  }
  if (point > static_cast<int>(text.size())) {
    text.append(static_cast<size_t>(point) - text.size(), '0');
  }
  if (point < static_cast<int>(text.size())) {
    text.insert(static_cast<size_t>(point), 1, '.');
  }
  return (negative ? "-" : "") + text;
}

struct Affixes {
  std::string prefix, suffix;
  std::string prefix_text, suffix_text;
  bool without_digits = false;
  bool operator==(const Affixes &other) const {
    return prefix == other.prefix && suffix == other.suffix && without_digits == other.without_digits;
  }
};

struct Form {
  int magnitude;
  int shift;
  uint8_t category;
  uint8_t signs;
  Affixes affixes;
};

class NumberLowering {
 public:
  NumberLowering(const PrintNumber &print, const LocaleData &locale) : print_(print), locale_(locale) {}

  std::optional<LoweredNumber> run(std::string &reason) {
    if (locale_.number_symbols.empty()) {
      reason = locale_.tag + " writes numbers without positional digits";
      return std::nullopt;
    }
    if (!find_scale()) {
      reason = "it multiplies, or prints other digits than the locale's";
      return std::nullopt;
    }
    if (!find_rounding() || !find_mode()) {
      reason = "it rounds in a way that packs do not have";
      return std::nullopt;
    }
    if (!find_grouping()) {
      reason = "it groups digits in a way that packs do not have";
      return std::nullopt;
    }
    if (!find_forms()) {
      reason = "what stands around the number depends on more than its sign, its size and its plural category";
      return std::nullopt;
    }
    return LoweredNumber{record(forms_), record_with_specials(), style(), by_category_};
  }

 private:
  /// What is printed for digits, before scaling; nothing if it cannot be taken apart.
  std::optional<ObservedNumber> see(const std::string &digits) const {
    const std::optional<Part> part = print_(scaled(digits, -scale_));
    return part ? observe(*part, locale_) : std::nullopt;
  }

  /// The power of ten that 10^magnitude is printed at. Some languages have a word for one, and for one thousand: those
  /// show their digits at three.
  std::optional<int> shown_power(int magnitude) const {
    for (const char digit : {'1', '3'}) {
      const std::optional<ObservedNumber> seen = see(scaled(std::string(1, digit), magnitude));
      const std::optional<int> power = seen && seen->has_digits() ? seen->power(digit) : std::nullopt;
      if (power) {
        return power;
      }
    }
    return std::nullopt;
  }

  bool find_scale() {
    const std::optional<int> power = shown_power(0);
    if (!power || *power > most_digits || *power < -most_digits) {
      return false;
    }
    scale_ = *power;
    for (int magnitude = 0; magnitude < shifted_magnitudes; ++magnitude) {
      const std::optional<int> shown = shown_power(magnitude);
      if (!shown || *shown > magnitude) {
        return false;
      }
      shifts_.push_back(magnitude - *shown);
      compact_ = compact_ || shifts_.back() != 0;
    }
    return true;
  }

  bool find_rounding() {
    const std::string ones(25, '1');
    const auto unit = see("1." + ones);
    const auto large = see("111." + ones);
    const auto small = see("0." + ones);
    const auto whole = see("3");
    const auto zero = see("0");
    if (!unit || !large || !small || !whole || !zero) {
      return false;
    }
    const size_t digits = unit->fraction.size();
    if (large->fraction.size() == digits && small->fraction.size() == digits) {
      rounding_ = digits > most_digits ? Rounding::none : Rounding::fraction;
      most_ = static_cast<int>(digits);
    } else if (compact_ && digits == 1 && large->fraction.empty() && large->integer == "111" &&
               small->fraction.size() == 2) {
      rounding_ = Rounding::compact;
    } else if (small->fraction.size() == digits + 1) {
      rounding_ = Rounding::significant;
      most_ = static_cast<int>(digits) + 1;
    } else {
      return false;
    }
    least_ = static_cast<int>(whole->fraction.size()) + (rounding_ == Rounding::significant ? 1 : 0);
    if (rounding_ == Rounding::fraction && least_ == 0 && most_ > 1) {
      const auto tenths = see("1.1");
      if (!tenths) {
        return false;
      }
      strips_zeros_ = tenths->fraction.size() > 1;
      least_ = strips_zeros_ ? static_cast<int>(tenths->fraction.size()) : 0;
    }
    const auto half = see("0.5");
    least_integer_ = static_cast<int>(half && !half->fraction.empty() ? half->integer.size() : zero->integer.size());
    most_ = rounding_ == Rounding::none ? 0 : most_;
    return least_integer_ <= most_digits && most_ <= most_digits && least_ <= most_digits;
  }

  /// A number with so many halves of its last digit: 1.5 for 3 halves where no fraction is shown.
  std::string halves(const std::string &tenths) const {
    switch (rounding_) {
      case Rounding::significant: {
        const std::string digits = (most_ > 1 ? "1" + std::string(static_cast<size_t>(most_ - 2), '0')
                                              : std::string()) +
                                   tenths;
        return scaled(digits, 1 - static_cast<int>(digits.size()));
      }
      case Rounding::compact:
        return scaled("1" + tenths, -2);
      default:
        return scaled(tenths, -1 - most_);
    }
  }

  bool find_mode() {
    if (rounding_ == Rounding::none) {
      return true;
    }
    for (int candidate = 0; candidate <= static_cast<int>(RoundingMode::floor); ++candidate) {
      mode_ = static_cast<RoundingMode>(candidate);
      bool fits = true;
      for (const char *tenths : {"15", "25", "12", "17", "21", "35", "28"}) {
        for (const char *sign : {"", "-"}) {
          fits = fits && rounds_alike(sign + halves(tenths));
        }
      }
      if (fits) {
        return true;
      }
    }
    return false;
  }

  bool rounds_alike(const std::string &digits) const {
    const std::optional<ObservedNumber> seen = see(digits);
    if (!seen) {
      return false;
    }
    const std::string section = record({});
    const NumberFormat format({section.data(), static_cast<uint32_t>(section.size())});
    Decimal decimal;
    const std::string unscaled = scaled(digits, -scale_);
    decimal.set(unscaled.data(), unscaled.size());
    const NumberFormat::Shown shown = format.apply(decimal);
    std::string fraction;
    for (int32_t power = -1; power >= -shown.fraction_digits; --power) {
      fraction += static_cast<char>('0' + decimal.digit(power + shown.shift));
    }
    std::string integer;
    for (int32_t power = std::max(decimal.count == 0 ? 0 : decimal.point - shown.shift, least_integer_) - 1; power >= 0;
         --power) {
      integer += static_cast<char>('0' + decimal.digit(power + shown.shift));
    }
    return fraction == seen->fraction && (integer == seen->integer || (integer.empty() && seen->integer == "0"));
  }

  bool find_grouping() {
    const int last_shift = shifts_.back();
    const auto large = see(scaled("1111111111", last_shift));
    for (const char *digits : {"1.1", "0.1"}) {  // Of one significant digit the first has no decimal point.
      const auto tenth = see(digits);
      decimal_ = decimal_.empty() && tenth ? tenth->decimal : decimal_;
    }
    if (!large) {
      return false;
    }
    group_ = large->group;
    if (large->groups.empty()) {
      return true;
    }
    std::vector<size_t> from_right(large->groups.rbegin(), large->groups.rend());
    primary_ = static_cast<int>(from_right[0]);
    secondary_ = from_right.size() > 1 ? static_cast<int>(from_right[1] - from_right[0]) : primary_;
    for (least_grouping_ = 1; least_grouping_ <= 4; ++least_grouping_) {
      const auto first = see(scaled(std::string(static_cast<size_t>(primary_ + least_grouping_), '1'), last_shift));
      if (!first) {
        return false;
      }
      if (!first->groups.empty()) {
        return secondary_ > 0;
      }
    }
    return false;
  }

  std::optional<Affixes> affixes(const std::string &digits) const {
    const std::optional<ObservedNumber> seen = see(digits);
    if (!seen) {
      return std::nullopt;
    }
    return Affixes{affix_of(seen->prefix), affix_of(seen->suffix), text_of(seen->prefix), text_of(seen->suffix),
                   !seen->has_digits()};
  }

  /// Numbers of a magnitude, between them of every plural category that it has.
  static std::vector<std::string> samples(int magnitude) {
    std::vector<std::string> result;
    if (magnitude == 0) {
      for (int digit = 1; digit < 10; ++digit) {
        result.push_back(std::to_string(digit));
      }
      result.insert(result.end(), {"1.5", "2.5", "5.5", "0.5", "0.1", "1.1", "2.1"});
      return result;
    }
    for (int digit = 1; digit < 10; ++digit) {
      result.push_back(scaled(std::to_string(digit), magnitude));
      if (magnitude < 6) {
        result.push_back(scaled(std::to_string(digit), magnitude) + ".5");
      }
    }
    for (const char *start : {"11", "12", "13", "15", "20", "21", "22", "23", "25", "51", "91"}) {
      result.push_back(scaled(start, magnitude - 1));
    }
    for (const char *start : {"101", "102", "103", "105", "106", "111", "112", "120", "121", "122", "123", "125"}) {
      result.push_back(scaled(start, magnitude - 2));
    }
    for (const char *end : {"01", "02", "03", "05", "06", "11", "12", "20", "21", "22"}) {
      if (magnitude > 1) {
        std::string digits = scaled("1", magnitude);
        digits.replace(digits.size() - 2, 2, end);
        result.push_back(digits);
      }
    }
    return result;
  }

  using ByCategory = std::map<uint8_t, Affixes>;

  /// What stands around numbers of a magnitude and a sign; layout::exact is 1 itself. Nothing if one category has two.
  std::optional<ByCategory> see_affixes(int magnitude, const char *sign) const {
    const std::string section = record({});
    const NumberFormat format({section.data(), static_cast<uint32_t>(section.size())});
    const Text rules{locale_.cardinal_rules.data(), static_cast<uint32_t>(locale_.cardinal_rules.size())};
    ByCategory result;
    for (const std::string &sample : samples(magnitude)) {
      const std::optional<Affixes> seen = affixes(sign + sample);
      Decimal decimal;
      const std::string unscaled = scaled(sample, -scale_);
      decimal.set(unscaled.data(), unscaled.size());
      const NumberFormat::Shown shown = format.apply(decimal);
      if (decimal.count == 0) {
        continue;  // It is zero that is shown, which has forms of its own.
      }
      const bool one = decimal.count == 1 && decimal.digits[0] == 1 && decimal.point - shown.shift == 1;
      const uint8_t category = one ? uint8_t{layout::exact} : NumberFormat::form_category(rules, decimal, shown);
      if (!seen || !add(result, category, *seen)) {
        return std::nullopt;
      }
    }
    return result;
  }

  /// The same for all magnitudes that share a shift, if they agree: a category that one magnitude has no sample of is
  /// then known from another.
  void share_affixes(std::vector<ByCategory> &by_magnitude) const {
    for (size_t first = 0; first < by_magnitude.size();) {
      size_t end = first;
      ByCategory all;
      bool agree = true;
      for (; end < by_magnitude.size() && shifts_[end] == shifts_[first]; ++end) {
        for (const auto &[category, seen] : by_magnitude[end]) {
          agree = agree && add(all, category, seen);
        }
      }
      for (; first < end; ++first) {
        by_magnitude[first] = agree ? all : by_magnitude[first];
      }
    }
  }

  bool find_forms() {
    std::vector<ByCategory> negative;
    std::vector<ByCategory> positive;
    for (int magnitude = 0; magnitude < magnitudes; ++magnitude) {
      for (const auto &[into, sign] : {std::pair{&negative, "-"}, std::pair{&positive, ""}}) {
        std::optional<ByCategory> seen = see_affixes(magnitude, sign);
        if (!seen) {
          return false;
        }
        into->push_back(*std::move(seen));
      }
    }
    share_affixes(negative);
    share_affixes(positive);
    const std::optional<Affixes> zero = affixes("0");
    const std::optional<Affixes> negative_zero = affixes("-0");
    if (!zero || !negative_zero) {
      return false;
    }
    std::vector<std::vector<Form>> groups;
    for (int magnitude = magnitudes - 1; magnitude >= 0; --magnitude) {
      std::vector<Form> forms;
      if (magnitude == 0) {
        forms.push_back({0, shifts_[0], layout::form_of_any, layout::sign_negative_zero, *negative_zero});
      }
      append(forms, magnitude, layout::sign_negative, negative[static_cast<size_t>(magnitude)]);
      if (magnitude == 0) {
        forms.push_back({0, shifts_[0], layout::form_of_any, layout::sign_zero, *zero});
      }
      append(forms, magnitude, layout::sign_positive, positive[static_cast<size_t>(magnitude)]);
      groups.push_back(std::move(forms));
    }
    merge(groups);
    return !forms_.empty();
  }

  static bool add(ByCategory &by_category, uint8_t category, const Affixes &seen) {
    const auto [found, added] = by_category.emplace(category, seen);
    return added || found->second == seen;
  }

  /// The category of 1 where it is shown alone.
  uint8_t category_of_one() const {
    const Text rules{locale_.cardinal_rules.data(), static_cast<uint32_t>(locale_.cardinal_rules.size())};
    Decimal one;
    one.set(int64_t{1});
    return NumberFormat::form_category(rules, one,
                                       {std::max(least_ - (rounding_ == Rounding::significant ? 1 : 0), 0), 0});
  }

  void append(std::vector<Form> &forms, int magnitude, uint8_t sign, ByCategory by_category) {
    const auto exact = by_category.find(layout::exact);
    if (exact != by_category.end()) {
      const auto [usual_of_one, lone] = by_category.emplace(category_of_one(), exact->second);
      if (lone || usual_of_one->second == exact->second) {
        by_category.erase(layout::exact);  // As its category, which may have no other number than it.
      }
    }
    const auto other = by_category.find(layout::other);
    const Affixes usual = other != by_category.end() ? other->second : by_category.rbegin()->second;
    const int shift = shifts_[static_cast<size_t>(magnitude)];
    if (by_category.contains(layout::exact)) {
      forms.push_back({magnitude, shift, layout::exact, sign, by_category[layout::exact]});
      by_category.erase(layout::exact);
    }
    for (const auto &[category, seen] : by_category) {
      if (!(seen == usual)) {
        forms.push_back({magnitude, shift, category, sign, seen});
        by_category_ = true;
      }
    }
    forms.push_back({magnitude, shift, layout::form_of_any, sign, usual});
  }

  static bool alike(const std::vector<Form> &left, const std::vector<Form> &right) {
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(), [](const Form &one, const Form &two) {
             return one.shift == two.shift && one.category == two.category && one.signs == two.signs &&
                    one.affixes == two.affixes;
           });
  }

  /// One group for neighboring magnitudes whose forms are alike, and one form for signs that are.
  void merge(std::vector<std::vector<Form>> &groups) {
    forms_.clear();
    for (size_t index = 0; index < groups.size(); ++index) {
      const bool last = index + 1 == groups.size();
      // Zero has forms of its own, at the last group, which are no reason to tell it from the one before.
      if (!last) {
        std::vector<Form> next = groups[index + 1];
        if (index + 2 == groups.size()) {
          next.erase(std::remove_if(next.begin(), next.end(), [](const Form &form) { return is_zero(form); }),
                     next.end());
        }
        if (alike(groups[index], next)) {
          continue;
        }
      }
      append_joined(groups[index]);
    }
    if (!forms_.empty()) {
      Form rest = forms_.back();  // What the last group's positive numbers of no other category have fits all the rest.
      rest.signs = layout::sign_any;
      rest.category = layout::form_of_any;
      rest.magnitude = 0;
      forms_.back() = rest;
    }
  }

  static bool is_zero(const Form &form) { return (form.signs & (layout::sign_zero | layout::sign_negative_zero)) != 0; }

  void append_joined(std::vector<Form> forms) {
    // Zero takes the forms of its sign's other numbers where they are the same, so that most formats have two forms.
    for (Form &form : forms) {
      for (Form &other : forms) {
        const bool same_side = (form.signs == layout::sign_zero && other.signs == layout::sign_positive) ||
                               (form.signs == layout::sign_negative_zero && other.signs == layout::sign_negative);
        if (same_side && other.category == layout::form_of_any && other.affixes == form.affixes) {
          const bool only = std::none_of(forms.begin(), forms.end(), [&](const Form &any) {
            return any.signs == other.signs && any.category != layout::form_of_any;
          });
          if (only) {
            other.signs = static_cast<uint8_t>(other.signs | form.signs);
            form.signs = 0;
          }
          break;
        }
      }
    }
    for (const Form &form : forms) {
      if (form.signs != 0) {
        forms_.push_back(form);
      }
    }
  }

  std::string record_with_specials() const {
    std::vector<Form> forms;
    for (const auto &[digits, sign] : {std::pair<const char *, uint8_t>{"Infinity", layout::sign_positive},
                                       {"-Infinity", layout::sign_negative},
                                       {"NaN", layout::sign_zero}}) {
      if (const std::optional<Part> part = print_(digits)) {
        forms.push_back(
            {layout::magnitude_of_special, 0, layout::form_of_any, sign, {affix_of(part->pieces), {}, {}, {}}});
      }
    }
    forms.insert(forms.end(), forms_.begin(), forms_.end());
    return record(forms);
  }

  /// With shifts only, where the forms are not yet known.
  std::string record(const std::vector<Form> &forms) const {
    ByteWriter out;
    out.byte(static_cast<uint8_t>(layout::FormatKind::number));
    out.byte(static_cast<uint8_t>(rounding_));
    out.byte(static_cast<uint8_t>(mode_));
    out.byte(static_cast<uint8_t>(least_integer_));
    out.byte(static_cast<uint8_t>(least_));
    out.byte(static_cast<uint8_t>(most_));
    out.byte(static_cast<uint8_t>(static_cast<int8_t>(scale_)));
    out.byte(strips_zeros_ ? layout::format_strips_zeros : uint8_t{0});
    out.byte(static_cast<uint8_t>(primary_));
    out.byte(static_cast<uint8_t>(secondary_));
    out.byte(static_cast<uint8_t>(least_grouping_));
    out.text(decimal_);
    out.text(group_);
    std::vector<Form> written = forms;
    for (int magnitude = magnitudes - 1; forms.empty() && magnitude >= 0; --magnitude) {
      written.push_back(
          {magnitude, shifts_[static_cast<size_t>(magnitude)], layout::form_of_any, layout::sign_any, {}});
    }
    for (const Form &form : written) {
      out.byte(static_cast<uint8_t>(form.magnitude));
      out.byte(static_cast<uint8_t>(form.shift + (form.affixes.without_digits ? layout::form_without_digits : 0)));
      out.byte(form.category);
      out.byte(form.signs);
      out.text(form.affixes.prefix);
      out.text(form.affixes.suffix);
    }
    return out.bytes();
  }

  /// As a style: rounds half to even, shows no zeros at the end, and has two forms, of negative numbers and of others,
  /// with nothing around the digits that has another name than a sign's: no currency, no unit.
  std::optional<std::string> style() const {
    const auto is_symbol = [&](const std::string &text, size_t index) { return text.empty() || text == symbol(index); };
    if (rounding_ != Rounding::fraction || mode_ != RoundingMode::half_even || least_ != 0 || strips_zeros_ ||
        least_integer_ != 1 || scale_ < 0 || forms_.size() != 2 || !is_symbol(decimal_, 0) || !is_symbol(group_, 1) ||
        forms_[0].signs != (layout::sign_negative | layout::sign_negative_zero) ||
        forms_[0].category != layout::form_of_any || forms_[0].shift != 0) {
      return std::nullopt;
    }
    ByteWriter out;
    out.byte(static_cast<uint8_t>(most_));
    out.byte(static_cast<uint8_t>(scale_));
    out.byte(static_cast<uint8_t>(primary_));
    out.byte(static_cast<uint8_t>(secondary_ == primary_ ? 0 : secondary_));
    out.byte(static_cast<uint8_t>(least_grouping_));
    for (const Form &form : {forms_[1], forms_[0]}) {
      if (joined(form.affixes.prefix) != pieces_in_style(form.affixes.prefix_text) ||
          joined(form.affixes.suffix) != pieces_in_style(form.affixes.suffix_text)) {
        return std::nullopt;
      }
      out.text(form.affixes.prefix_text);
      out.text(form.affixes.suffix_text);
    }
    return out.bytes();
  }

  /// The locale's decimal (0) or group (1) symbol.
  std::string symbol(size_t index) const {
    const auto *at = reinterpret_cast<const uint8_t *>(locale_.number_symbols.data()) + 1 +
                     10 * static_cast<size_t>(locale_.number_symbols[0]);
    Text text = read_text(at);
    for (; index > 0; --index) {
      text = read_text(at);
    }
    return {text.data, text.bytes};
  }

  const PrintNumber &print_;
  const LocaleData &locale_;
  int scale_ = 0;
  bool compact_ = false;
  std::vector<int> shifts_;  // by magnitude
  Rounding rounding_ = Rounding::fraction;
  RoundingMode mode_ = RoundingMode::half_even;
  int least_integer_ = 1;
  int least_ = 0;
  int most_ = 0;
  bool strips_zeros_ = false;
  int primary_ = 0;
  int secondary_ = 0;
  int least_grouping_ = 1;
  std::string decimal_;
  std::string group_;
  std::vector<Form> forms_;
  bool by_category_ = false;
};

}  // namespace

std::optional<LoweredNumber> lower_number(const PrintNumber &print, const LocaleData &locale, std::string &reason) {
  return NumberLowering(print, locale).run(reason);
}

}  // namespace codeglot
