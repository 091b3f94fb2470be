// See apostrophes.h. Walks the source as icu::MessagePattern does with apostrophes doubled only where needed.
#include "core/compiler/apostrophes.h"

namespace codeglot {
namespace {

class Walk {
 public:
  explicit Walk(const std::string &source) : source_(source) {}

  std::vector<ApostropheTrap> traps() {
    open_.push_back(Level::message);
    while (at_ < source_.size()) {
      step();
    }
    return std::move(traps_);
  }

 private:
  /// What the innermost open brace holds: text, text in which '#' is a number, an argument, or branches between braces.
  enum class Level { message, plural_message, argument, plural_branches, other_branches };

  bool in_text() const { return open_.back() == Level::message || open_.back() == Level::plural_message; }

  void step() {
    const char here = source_[at_];
    if (in_text() && here == '\'') {
      apostrophe();
      return;
    }
    ++at_;
    if (here == '{') {
      open_.push_back(in_text()                                ? Level::argument
                      : open_.back() == Level::plural_branches ? Level::plural_message
                                                               : Level::message);
    } else if (here == '}' && open_.size() > 1) {
      open_.pop_back();
    } else if (here == ',' && open_.back() == Level::argument) {
      argument_type();
    }
  }

  /// Behind "{name,": the type decides what braces inside it are.
  void argument_type() {
    const size_t from = source_.find_first_not_of(" \t\n\r", at_);
    const size_t to = source_.find_first_of(" \t\n\r,}", from);
    if (from == std::string::npos || to == std::string::npos) {
      return;
    }
    const std::string type = source_.substr(from, to - from);
    open_.back() = type == "plural" || type == "selectordinal" ? Level::plural_branches : Level::other_branches;
    at_ = to;
  }

  void apostrophe() {
    const size_t start = at_++;
    if (at_ == source_.size()) {
      return;
    }
    const char next = source_[at_];
    if (next == '\'') {
      ++at_;
      return;
    }
    if (next != '{' && next != '}' && !(next == '#' && open_.back() == Level::plural_message)) {
      return;
    }
    const size_t close = closing(at_);
    const std::string quoted = source_.substr(at_, close == std::string::npos ? close : close - at_);
    at_ = close == std::string::npos ? source_.size() : close + 1;
    report(start, quoted, close != std::string::npos);
  }

  /// The apostrophe that ends the plain text; '' inside it is an apostrophe.
  size_t closing(size_t from) const {
    for (size_t at = source_.find('\'', from); at != std::string::npos; at = source_.find('\'', at + 2)) {
      if (at + 1 >= source_.size() || source_[at + 1] != '\'') {
        return at;
      }
    }
    return std::string::npos;
  }

  void report(size_t start, const std::string &quoted, bool closed) {
    const std::string hidden = placeholder(quoted);
    if (closed) {
      if (!hidden.empty()) {
        traps_.push_back({start,
                          "the apostrophes make " + hidden +
                              " plain text: use quotation marks of the language, "
                              "or '' for an apostrophe",
                          ""});
      }
    } else {
      traps_.push_back({start,
                        "the apostrophe makes plain text of all that follows, " + (hidden.empty() ? quoted : hidden) +
                            " too: write the apostrophe of the language, ’, or '' for a straight one",
                        argument(hidden)});
    }
  }

  /// The first placeholder or number sign that plain text hides; empty if there is none.
  static std::string placeholder(const std::string &quoted) {
    if (quoted.starts_with("#")) {
      return "#";
    }
    const size_t close = quoted.find('}');
    if (quoted.size() < 3 || quoted[0] != '{' || close == std::string::npos || close == 1) {
      return "";
    }
    return quoted.substr(0, close + 1);
  }

  /// "max" of "{max}" and of "{max, plural, one{x}".
  static std::string argument(const std::string &hidden) {
    if (hidden.empty() || hidden == "#") {
      return hidden;
    }
    const size_t from = hidden.find_first_not_of(" \t\n\r", 1);
    return hidden.substr(from, hidden.find_first_of(" \t\n\r,}", from) - from);
  }

  const std::string &source_;
  size_t at_ = 0;
  std::vector<Level> open_;
  std::vector<ApostropheTrap> traps_;
};

}  // namespace

std::vector<ApostropheTrap> apostrophe_traps(const std::string &source) { return Walk(source).traps(); }

}  // namespace codeglot
