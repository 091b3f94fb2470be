// See number_forms.h. Numbers of each magnitude are looked at; what they share is written once.
#include "core/compiler/number_forms.h"

#include <algorithm>
#include <map>

#include "core/pack/pack.h"
#include "core/runtime/format_number.h"

namespace codeglot {
namespace {

constexpr int magnitudes = 18;  // CLDR's compact notation ends at 10^16. Beyond, ICU's plural categories are not exact.

class FormFinder {
 public:
  FormFinder(NumberRecord &record, const SeeNumber &see, const LocaleData &locale)
      : record_(record), see_(see), locale_(locale) {}

  bool run() {
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
    std::vector<std::vector<NumberForm>> groups;
    for (int magnitude = magnitudes - 1; magnitude >= 0; --magnitude) {
      std::vector<NumberForm> forms;
      if (magnitude == 0) {
        forms.push_back({0, record_.shifts[0], layout::form_of_any, layout::sign_negative_zero, *negative_zero});
      }
      append(forms, magnitude, layout::sign_negative, negative[static_cast<size_t>(magnitude)]);
      if (magnitude == 0) {
        forms.push_back({0, record_.shifts[0], layout::form_of_any, layout::sign_zero, *zero});
      }
      append(forms, magnitude, layout::sign_positive, positive[static_cast<size_t>(magnitude)]);
      groups.push_back(std::move(forms));
    }
    merge(groups);
    return !record_.forms.empty();
  }

  bool by_category() const { return by_category_; }

 private:
  std::optional<Affixes> affixes(const std::string &digits) const {
    const std::optional<ObservedNumber> seen = see_(digits);
    if (!seen) {
      return std::nullopt;
    }
    return make_affixes(seen->prefix, seen->suffix, seen->has_digits());
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
    const std::string section = record_.format();
    const NumberFormat format({section.data(), static_cast<uint32_t>(section.size())});
    const Text rules{locale_.cardinal_rules.data(), static_cast<uint32_t>(locale_.cardinal_rules.size())};
    ByCategory result;
    for (const std::string &sample : samples(magnitude)) {
      const std::optional<Affixes> seen = affixes(sign + sample);
      Decimal decimal;
      const std::string unscaled = scaled(sample, -record_.scale);
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
      for (; end < by_magnitude.size() && record_.shifts[end] == record_.shifts[first]; ++end) {
        for (const auto &[category, seen] : by_magnitude[end]) {
          agree = agree && add(all, category, seen);
        }
      }
      for (; first < end; ++first) {
        by_magnitude[first] = agree ? all : by_magnitude[first];
      }
    }
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
    return NumberFormat::form_category(
        rules, one, {std::max(record_.least - (record_.rounding == layout::Rounding::significant ? 1 : 0), 0), 0});
  }

  void append(std::vector<NumberForm> &forms, int magnitude, uint8_t sign, ByCategory by_category) {
    const auto exact = by_category.find(layout::exact);
    if (exact != by_category.end()) {
      const auto [usual_of_one, lone] = by_category.emplace(category_of_one(), exact->second);
      if (lone || usual_of_one->second == exact->second) {
        by_category.erase(layout::exact);  // As its category, which may have no other number than it.
      }
    }
    const auto other = by_category.find(layout::other);
    const Affixes usual = other != by_category.end() ? other->second : by_category.rbegin()->second;
    const int shift = record_.shifts[static_cast<size_t>(magnitude)];
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

  static bool alike(const std::vector<NumberForm> &left, const std::vector<NumberForm> &right) {
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(), [](const NumberForm &one, const NumberForm &two) {
             return one.shift == two.shift && one.category == two.category && one.signs == two.signs &&
                    one.affixes == two.affixes;
           });
  }

  /// One group for neighboring magnitudes whose forms are alike, and one form for signs that are.
  void merge(std::vector<std::vector<NumberForm>> &groups) {
    record_.forms.clear();
    for (size_t index = 0; index < groups.size(); ++index) {
      const bool last = index + 1 == groups.size();
      // Zero has forms of its own, at the last group, which are no reason to tell it from the one before.
      if (!last) {
        std::vector<NumberForm> next = groups[index + 1];
        if (index + 2 == groups.size()) {
          next.erase(std::remove_if(next.begin(), next.end(), [](const NumberForm &form) { return is_zero(form); }),
                     next.end());
        }
        if (alike(groups[index], next)) {
          continue;
        }
      }
      append_joined(groups[index]);
    }
    if (!record_.forms.empty()) {
      NumberForm rest =
          record_.forms.back();  // What the last group's positive numbers of no other category have fits all the rest.
      rest.signs = layout::sign_any;
      rest.category = layout::form_of_any;
      rest.magnitude = 0;
      record_.forms.back() = rest;
    }
  }

  static bool is_zero(const NumberForm &form) {
    return (form.signs & (layout::sign_zero | layout::sign_negative_zero)) != 0;
  }

  void append_joined(std::vector<NumberForm> forms) {
    // Zero takes the forms of its sign's other numbers where they are the same, so that most formats have two forms.
    for (NumberForm &form : forms) {
      for (NumberForm &other : forms) {
        const bool same_side = (form.signs == layout::sign_zero && other.signs == layout::sign_positive) ||
                               (form.signs == layout::sign_negative_zero && other.signs == layout::sign_negative);
        if (same_side && other.category == layout::form_of_any && other.affixes == form.affixes) {
          const bool only = std::none_of(forms.begin(), forms.end(), [&](const NumberForm &any) {
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
    for (const NumberForm &form : forms) {
      if (form.signs != 0) {
        record_.forms.push_back(form);
      }
    }
  }

  NumberRecord &record_;
  const SeeNumber &see_;
  const LocaleData &locale_;
  bool by_category_ = false;
};

}  // namespace

bool find_forms(NumberRecord &record, const SeeNumber &see, const LocaleData &locale, bool &by_category) {
  FormFinder finder(record, see, locale);
  const bool found = finder.run();
  by_category = finder.by_category();
  return found;
}

}  // namespace codeglot
