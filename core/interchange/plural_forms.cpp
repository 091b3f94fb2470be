// See plural_forms.h. CLDR's grammar is that of UTS #35, part 3, "Plural rules syntax"; gettext's is that of C.
#include "core/interchange/plural_forms.h"

#include <algorithm>
#include <charconv>

#include "core/compiler/plural_rules_source.h"

namespace codeglot {
namespace {

// What a formula of a file may cost: a real one has below 300 characters.
constexpr size_t formula_most = 2000;
constexpr int depth_most = 50;

std::vector<std::string> split(const std::string &text, const std::string &between) {
  std::vector<std::string> parts;
  size_t from = 0;
  for (size_t at = text.find(between); at != std::string::npos; at = text.find(between, from)) {
    parts.push_back(text.substr(from, at - from));
    from = at + between.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

std::string trimmed(const std::string &text) {
  const size_t from = text.find_first_not_of(" \t");
  return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

/// "n % 10 = 3..4,9" for an integer: a condition in C, or "1" or "0" where it does not depend on it.
std::string relation_in_c(const std::string &relation) {
  const size_t sign = relation.find('=');
  const bool negated = sign != std::string::npos && sign > 0 && relation[sign - 1] == '!';
  std::string operand = trimmed(relation.substr(0, negated ? sign - 1 : sign));
  const bool fraction = operand[0] != 'n' && operand[0] != 'i';  // v, w, f, t, e: 0 for an integer.
  operand[0] = 'n';
  std::string result;
  bool zero = false;
  for (const std::string &range : split(trimmed(relation.substr(sign + 1)), ",")) {
    const std::vector<std::string> ends = split(trimmed(range), "..");
    zero = zero || ends[0] == "0";
    result += result.empty() ? "" : " || ";
    result += ends.size() == 1 ? operand + " == " + ends[0]
                               : "(" + operand + " >= " + ends[0] + " && " + operand + " <= " + ends[1] + ")";
  }
  if (fraction) {
    return zero != negated ? "1" : "0";
  }
  const bool one = result.find(" || ") == std::string::npos;
  return negated ? "!(" + result + ")" : one ? result : "(" + result + ")";
}

/// A rule's condition in C; "0" if no integer meets it.
std::string condition_in_c(const std::string &rule) {
  std::string result;
  for (const std::string &alternative : split(trimmed(rule.substr(0, rule.find('@'))), " or ")) {
    std::string all;
    bool never = false;
    for (const std::string &relation : split(alternative, " and ")) {
      const std::string condition = relation_in_c(trimmed(relation));
      never = never || condition == "0";
      all += condition == "1" ? "" : (all.empty() ? "" : " && ") + condition;
    }
    if (!never) {
      result += (result.empty() ? "" : " || ") + (all.empty() ? "1" : all);
    }
  }
  return result.empty() ? "0" : result;
}

/// Integers that show every form of every rule: all small ones, and some around powers of ten.
const std::vector<uint64_t> &telling_numbers() {
  static const std::vector<uint64_t> numbers = [] {
    std::vector<uint64_t> result;
    for (uint64_t n = 0; n <= 1100; ++n) {
      result.push_back(n);
    }
    for (uint64_t power = 10000; power <= 1000000000; power *= 10) {
      for (const uint64_t n : {power - 1, power, power + 1, 2 * power, 3 * power + 5, 11 * power}) {
        result.push_back(n);
      }
    }
    return result;
  }();
  return numbers;
}

/// A recursive evaluation of C's expressions over unsigned integers.
class Evaluator {
 public:
  Evaluator(const std::string &text, uint64_t n) : text_(text), n_(n) {}

  std::optional<uint64_t> run() {
    const uint64_t value = conditional();
    skip();
    accept(";");
    skip();
    return failed_ || at_ < text_.size() ? std::nullopt : std::optional(value);
  }

 private:
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) {
      ++at_;
    }
  }

  bool accept(const std::string &word) {
    skip();
    const bool there = text_.compare(at_, word.size(), word) == 0;
    at_ += there ? word.size() : 0;
    return there;
  }

  uint64_t fail() {
    failed_ = true;
    at_ = text_.size();
    return 0;
  }

  uint64_t conditional() {
    if (++depth_ > depth_most) {
      return fail();
    }
    const uint64_t condition = binary(0);
    uint64_t result = condition;
    if (accept("?")) {
      const uint64_t yes = conditional();
      if (!accept(":")) {
        return fail();
      }
      const uint64_t no = conditional();
      result = condition != 0 ? yes : no;
    }
    --depth_;
    return result;
  }

  /// Operators by how tightly they bind, the loosest first; of two with one beginning the longer first.
  uint64_t binary(size_t level) {
    static const std::vector<std::vector<std::string>> levels = {
        {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}};
    if (level == levels.size()) {
      return unary();
    }
    uint64_t left = binary(level + 1);
    for (bool more = true; more;) {
      more = false;
      for (const std::string &sign : levels[level]) {
        if (accept(sign)) {
          left = apply(sign, left, binary(level + 1));
          more = true;
          break;
        }
      }
    }
    return left;
  }

  uint64_t apply(const std::string &sign, uint64_t left, uint64_t right) {
    if (sign == "||" || sign == "&&") {
      return sign == "||" ? left != 0 || right != 0 : left != 0 && right != 0;
    }
    if (sign == "/" || sign == "%") {
      return right == 0 ? fail() : sign == "/" ? left / right : left % right;
    }
    return sign == "=="   ? left == right
           : sign == "!=" ? left != right
           : sign == "<=" ? left <= right
           : sign == ">=" ? left >= right
           : sign == "<"  ? left < right
           : sign == ">"  ? left > right
           : sign == "+"  ? left + right
           : sign == "-"  ? left - right
                          : left * right;
  }

  uint64_t unary() {
    bool negated = false;
    bool is_not = false;
    while (accept("!")) {
      negated = !negated;
      is_not = true;
    }
    const uint64_t value = primary();
    return is_not ? static_cast<uint64_t>((value != 0) != negated) : value;
  }

  uint64_t primary() {
    if (accept("n")) {
      return n_;
    }
    if (accept("(")) {
      const uint64_t value = conditional();
      return accept(")") ? value : fail();
    }
    skip();
    uint64_t value = 0;
    const auto [end, status] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (status != std::errc()) {
      return fail();
    }
    at_ = static_cast<size_t>(end - text_.data());
    return value;
  }

  const std::string &text_;
  uint64_t n_;
  size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string PluralForms::header() const {
  return "nplurals=" + std::to_string(categories.size()) + "; plural=" + formula + ";";
}

std::optional<uint64_t> evaluate_plural(const std::string &formula, uint64_t n) {
  return formula.size() > formula_most ? std::nullopt : Evaluator(formula, n).run();
}

PluralForms plural_forms(const std::string &locale) {
  PluralForms forms;
  std::string formula;
  const PluralRulesSource rules = plural_rules(locale, false);
  for (const auto &[category, rule] : rules.rules) {
    const std::string condition = condition_in_c(rule);
    if (condition != "0") {
      formula += "(" + condition + ") ? " + std::to_string(forms.categories.size()) + " : ";
      forms.categories.push_back(category);
    }
  }
  const std::string other = std::to_string(forms.categories.size());
  const bool reached = std::any_of(telling_numbers().begin(), telling_numbers().end(), [&](uint64_t n) {
    return evaluate_plural(formula + other, n) == forms.categories.size();
  });
  if (reached) {
    forms.formula = formula + other;
    forms.categories.emplace_back("other");
  } else {
    // Some form always applies: the last needs no condition.
    const size_t last = formula.rfind("(" + condition_in_c(rules.rules.back().second) + ") ? ");
    forms.formula = formula.substr(0, last) + std::to_string(forms.categories.size() - 1);
  }
  return forms;
}

std::optional<std::vector<std::string>> categories_of_forms(const std::string &header, const std::string &locale) {
  const size_t count_at = header.find("nplurals=");
  const size_t formula_at = header.find("plural=", count_at == std::string::npos ? 0 : count_at + 9);
  if (count_at == std::string::npos || formula_at == std::string::npos) {
    return std::nullopt;
  }
  size_t count = 0;
  const char *const from = header.data() + count_at + 9;
  std::from_chars(from, header.data() + header.size(), count);
  const PluralForms own = plural_forms(locale);
  const std::string formula = header.substr(formula_at + 7);
  std::vector<std::string> categories(count <= 6 ? count : 0);
  for (const uint64_t n : telling_numbers()) {
    const std::optional<uint64_t> form = evaluate_plural(formula, n);
    const std::string &category = own.categories[*evaluate_plural(own.formula, n)];
    if (!form || *form >= categories.size() || (!categories[*form].empty() && categories[*form] != category)) {
      return std::nullopt;
    }
    categories[*form] = category;
  }
  const bool all = std::none_of(categories.begin(), categories.end(),
                                [](const std::string &category) { return category.empty(); });
  return all ? std::optional(categories) : std::nullopt;
}

}  // namespace codeglot
