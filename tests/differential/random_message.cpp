// See random_message.h.
#include "random_message.h"

#include <algorithm>
#include <utility>

namespace differential {
namespace {

constexpr int deepest = 4;

const char *const texts[] = {
    // What has a meaning in a pattern, or nearly.
    "don't ", "it''s ", "''", "'{'", "'}'", "'{x}' ", "'{0, number}'", "#", "#", "# of ", "|", "other", "1", "-", ".",
    ",", "%s", "100% ", "\\", "\"", "<b>x</b>",
    // Text, in several scripts and directions.
    "a", "Hello ", " ", "  ", ", ", "\t", "\n", "\x01", "\u00E9", "e\u0301", "\u00A0", "\u4E2D\u6587",
    "\u05E9\u05DC\u05D5\u05DD ", "\u200F", "\u202E!\u202C", "\u2068", "\u2069", "\u0645\u0631\u062D\u0628\u0627 ",
    "\U0001F600", "\U0001F468\u200D\U0001F467", "\uFEFF", "\u2028"};
const char *const number_names[] = {"n", "count", "0", "gr\u00F6\u00DFe"};
const char *const string_names[] = {"name", "who", "1", "\u0438\u043C\u044F"};
const char *const categories[] = {"zero", "one", "two", "few", "many"};
const char *const exact_values[] = {"=0",   "=1",   "=2",    "=3",       "=5",  "=-1",
                                    "=1.5", "=100", "=0.25", "=1000000", "=+4", "=01"};
const char *const offsets[] = {"1", "2", "-1", "3", "10", "0.5", "0"};
const char *const select_keys[] = {"female", "male", "none", "a", "OTHER", "\u5973", "x1"};
const char *const spaces[] = {"", "", "", " ", "\n ", "\u200E"};  // Pattern_White_Space, of which U+200E is one.

class Generator {
 public:
  explicit Generator(Random &random) : random_(random) {}

  RandomMessage generate() {
    message_.pattern = nodes(0);
    if (random_.one_in(40)) {
      message_.pattern += "'{an open quote";
    }
    if (random_.one_in(20)) {
      damage();
    }
    return std::move(message_);
  }

 private:
  /// Drops, doubles or replaces one character of the syntax.
  void damage() {
    static const char syntax[] = {'{', '}', '\'', '#', ',', ' ', '=', '0', 'o'};
    std::string &pattern = message_.pattern;
    const size_t at = random_.below(pattern.size() + 1);
    if (at == pattern.size() || static_cast<unsigned char>(pattern[at]) >= 0x80) {
      return;
    }
    switch (random_.below(3)) {
      case 0:
        pattern.erase(at, 1);
        break;
      case 1:
        pattern.insert(at, 1, pattern[at]);
        break;
      default:
        pattern[at] = random_.pick(syntax);
        break;
    }
  }

  std::string space() { return random_.pick(spaces); }

  std::string nodes(int depth) {
    std::string pattern;
    // The deeper, the fewer: a message of every kind at every depth would be as large as a page.
    for (size_t count = depth == 0 ? random_.between(1, 5) : random_.below(depth == 1 ? 4 : 3); count > 0; --count) {
      pattern += node(depth);
    }
    return pattern;
  }

  std::string node(int depth) {
    const size_t kind = random_.below(depth >= deepest || (depth > 1 && random_.one_in(2)) ? 8 : 13);
    if (kind < 4) {
      // '#' may be quoted where it is syntax; elsewhere its apostrophes would be text, and the second one open a quote.
      return pound_is_syntax_ && random_.one_in(8) ? "'#'" : random_.pick(texts);
    }
    if (kind < 6) {
      return "{" + space() + variable(random_.one_in(2)).name + space() + "}";
    }
    if (kind < 8) {
      return number();
    }
    return kind < 11 ? plural(depth) : select(depth);
  }

  Variable &variable(bool number) {
    const std::string name = number ? random_.pick(number_names) : random_.pick(string_names);
    auto found = std::find_if(message_.variables.begin(), message_.variables.end(),
                              [&](const Variable &one) { return one.name == name; });
    if (found == message_.variables.end()) {
      message_.variables.push_back({name, number, false, false, {}});
      return message_.variables.back();
    }
    return *found;
  }

  std::string number() {
    static const char *const styles[] = {"", "", ",integer", ",percent"};
    return "{" + space() + variable(true).name + space() + "," + space() + "number" + space() + random_.pick(styles) +
           "}";
  }

  std::string plural(int depth) {
    Variable &counted = variable(true);
    counted.counted = true;
    const std::string name = counted.name;
    std::string pattern = "{" + space() + name + "," + space() + (random_.one_in(3) ? "selectordinal" : "plural") +
                          "," + space();
    if (random_.one_in(4)) {
      counted.offset = true;
      pattern += std::string("offset:") + space() + random_.pick(offsets) + " ";
    }
    std::vector<std::string> keys = {"other"};
    for (size_t count = random_.below(3); count > 0; --count) {
      keys.push_back(random_.pick(exact_values));
    }
    for (const char *category : categories) {
      if (random_.one_in(2)) {
        keys.push_back(category);
      }
    }
    if (random_.one_in(20)) {
      keys.push_back(random_.pick(keys));  // A second branch of one key is never taken.
    }
    for (size_t left = keys.size(); left > 1; --left) {
      std::swap(keys[left - 1], keys[random_.below(left)]);
    }
    const bool outside = std::exchange(pound_is_syntax_, true);
    for (const std::string &key : keys) {
      // Often with the number itself: ICU counts it in the style in which the 'other' branch prints it first.
      static const char *const own[] = {"", "", "#", "# ", "{@}", "{@, number, integer}", "{@, number, percent}"};
      std::string mention = random_.pick(own);
      if (const size_t at = mention.find('@'); at != std::string::npos) {
        mention.replace(at, 1, name);
      }
      pattern += key + space() + "{" + mention + nodes(depth + 1) + "}" + space();
    }
    pound_is_syntax_ = outside;
    return pattern + "}";
  }

  std::string select(int depth) {
    Variable &selected = variable(false);
    std::vector<std::string> keys = {"other"};
    for (size_t count = random_.below(4); count > 0; --count) {
      keys.push_back(random_.pick(select_keys));
    }
    selected.keys.insert(selected.keys.end(), keys.begin(), keys.end());
    std::string pattern = "{" + space() + selected.name + "," + space() + "select" + space() + "," + space();
    std::swap(keys.front(), keys[random_.below(keys.size())]);
    const bool outside = std::exchange(pound_is_syntax_, false);
    for (const std::string &key : keys) {
      pattern += key + space() + "{" + nodes(depth + 1) + "} ";
    }
    pound_is_syntax_ = outside;
    return pattern + "}";
  }

  Random &random_;
  RandomMessage message_;
  bool pound_is_syntax_ = false;  // In the branches of a plural, but not in those of a select inside it.
};

}  // namespace

RandomMessage random_message(Random &random) { return Generator(random).generate(); }

}  // namespace differential
