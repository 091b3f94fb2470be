// See mf1_tree.h. Reads icu::MessagePattern's flat list of parts once, as icu::MessageFormat::format does on every call.
#include "core/icu_engine/mf1_tree.h"

#include <map>
#include <utility>

#include "core/icu_engine/pieces.h"
#include "core/syntax/mf1_source.h"

namespace codeglot {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;
using PatternPart = MessagePattern::Part;
using Format = std::shared_ptr<const Mf1Format>;

class Builder {
 public:
  Builder(const Mf1Source &source, const icu::Locale &locale, const icu::Locale &rules_locale, Mf1Tree &tree)
      : source_(source), parts_(source.parts()), locale_(locale), rules_locale_(rules_locale), tree_(tree) {}

  void build() {
    make_formats();
    int32_t part = 0;
    if (!tree_.problem) {
      tree_.nodes = read_message(part, nullptr);
    }
  }

 private:
  std::string substring(int32_t part) const { return to_utf8(parts_.getSubstring(parts_.getPart(part))); }
  size_t byte(int32_t part) const { return source_.byte(parts_.getPart(part).getIndex()); }

  void refuse(int32_t part, std::string sentence) {
    if (!tree_.problem) {
      tree_.problem = {byte(part), std::move(sentence)};
    }
  }

  /// The formats of all arguments, in the order of the source, so that the first fault is the one that is told.
  void make_formats() {
    const int32_t count = parts_.countParts();
    for (int32_t part = 0; part < count && !tree_.problem; ++part) {
      const PatternPart &here = parts_.getPart(part);
      if (here.getType() == UMSGPAT_PART_TYPE_ARG_START && here.getArgType() == UMSGPAT_ARG_TYPE_SIMPLE) {
        make_format(part);
      }
    }
  }

  void make_format(int32_t start) {
    const bool styled = parts_.getPartType(start + 3) == UMSGPAT_PART_TYPE_ARG_STYLE;
    const UnicodeString type = parts_.getSubstring(parts_.getPart(start + 2));
    const UnicodeString style = styled ? parts_.getSubstring(parts_.getPart(start + 3)) : UnicodeString();
    Format &made = made_[{type, style}];
    if (made == nullptr && made_.size() > mf1_formats_most) {
      refuse(start + 2, "the message has more than " + std::to_string(mf1_formats_most) + " different formats");
      return;
    }
    if (made == nullptr) {
      UErrorCode status = U_ZERO_ERROR;
      made = make_mf1_format(type, style, locale_, status);
      if (made == nullptr) {
        refuse_format(start, type, style, status);
      }
    }
    formats_[start] = made;
  }

  void refuse_format(int32_t start, const UnicodeString &type, const UnicodeString &style, UErrorCode status) {
    const std::string reason = std::string(" (") + u_errorName(status) + ")";
    if (is_mf1_type(type)) {
      refuse(start + (style.isEmpty() ? 2 : 3), "ICU refuses the style \"" + to_utf8(style) + "\"" + reason);
    } else {
      refuse(start + 2, "\"" + to_utf8(type) +
                            "\" is no argument type: expected number, date, time, spellout, ordinal, "
                            "duration, choice, plural, selectordinal, select" +
                            reason);
    }
  }

  const Format &default_number() {
    if (number_ == nullptr) {
      UErrorCode status = U_ZERO_ERROR;
      number_ = make_mf1_default_number(locale_, status);
    }
    return number_;
  }

  void need_default_date() {
    if (tree_.date == nullptr) {
      UErrorCode status = U_ZERO_ERROR;
      tree_.date = make_mf1_default_date(locale_, status);
    }
  }

  void need_rules(bool ordinal) {
    std::unique_ptr<icu::PluralRules> &rules = ordinal ? tree_.ordinal : tree_.cardinal;
    if (rules == nullptr) {
      UErrorCode status = U_ZERO_ERROR;
      rules.reset(
          icu::PluralRules::forLocale(rules_locale_, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
    }
  }

  /// Reads from a MSG_START to its MSG_LIMIT, and leaves `part` there. `plural` is the plural that '#' belongs to.
  std::vector<Mf1Node> read_message(int32_t &part, const Mf1Node *plural) {
    std::vector<Mf1Node> nodes;
    int32_t text_from = parts_.getPart(part).getLimit();
    for (++part;; ++part) {
      const PatternPart &here = parts_.getPart(part);
      add_text(nodes, text_from, here.getIndex());
      text_from = here.getLimit();
      switch (here.getType()) {
        case UMSGPAT_PART_TYPE_MSG_LIMIT:
          return nodes;
        case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
          nodes.emplace_back();
          nodes.back().kind = Mf1Node::Kind::pound;
          nodes.back().byte = byte(part);
          nodes.back().text = plural->text;
          nodes.back().format = default_number();
          break;
        case UMSGPAT_PART_TYPE_ARG_START:
          nodes.push_back(read_argument(part));
          text_from = parts_.getPart(part).getLimit();
          break;
        default:  // SKIP_SYNTAX, INSERT_CHAR: quoting, which is no text.
          break;
      }
    }
  }

  void add_text(std::vector<Mf1Node> &nodes, int32_t from, int32_t to) {
    if (from == to) {
      return;
    }
    if (nodes.empty() || nodes.back().kind != Mf1Node::Kind::text) {
      nodes.emplace_back();
      nodes.back().byte = source_.byte(from);
    }
    nodes.back().text += to_utf8(source_.text().tempSubStringBetween(from, to));
  }

  /// Reads from an ARG_START to its ARG_LIMIT, and leaves `part` there.
  Mf1Node read_argument(int32_t &part) {
    const int32_t start = part;
    const int32_t limit = parts_.getLimitPartIndex(start);
    Mf1Node node;
    node.byte = byte(start);
    node.text = substring(start + 1);
    part = start + 2;
    switch (parts_.getPart(start).getArgType()) {
      case UMSGPAT_ARG_TYPE_NONE:
        node.kind = Mf1Node::Kind::argument;
        node.format = default_number();
        need_default_date();
        break;
      case UMSGPAT_ARG_TYPE_SIMPLE:
        node.kind = Mf1Node::Kind::formatted;
        node.format = formats_[start];
        break;
      case UMSGPAT_ARG_TYPE_CHOICE:
        node.kind = Mf1Node::Kind::choice;
        read_choice(node, part, limit);
        break;
      case UMSGPAT_ARG_TYPE_SELECT:
        node.kind = Mf1Node::Kind::select;
        read_branches(node, part, limit);
        break;
      default:
        node.kind = Mf1Node::Kind::plural;
        node.ordinal = parts_.getPart(start).getArgType() == UMSGPAT_ARG_TYPE_SELECTORDINAL;
        read_plural(node, part, limit);
        break;
    }
    part = limit;
    return node;
  }

  /// (ARG_INT or ARG_DOUBLE, ARG_SELECTOR, message) as often as there are branches.
  void read_choice(Mf1Node &node, int32_t part, int32_t limit) {
    for (; part < limit; ++part) {
      Mf1Branch branch;
      branch.number = parts_.getNumericValue(parts_.getPart(part));
      const char16_t sign = source_.text().charAt(parts_.getPart(part + 1).getIndex());
      branch.match = sign == u'<' ? Mf1Branch::Match::above : Mf1Branch::Match::at_least;
      part += 2;
      branch.nodes = read_message(part, nullptr);
      node.branches.push_back(std::move(branch));
    }
  }

  void read_plural(Mf1Node &node, int32_t part, int32_t limit) {
    if (PatternPart::hasNumericValue(parts_.getPartType(part))) {
      node.offset = parts_.getNumericValue(parts_.getPart(part));
      ++part;
    }
    need_rules(node.ordinal);
    node.format = counting_format(node, part, limit);
    read_branches(node, part, limit);
  }

  /// A plural counts the number as its first 'other' branch prints it: in the format of the first number there.
  Format counting_format(const Mf1Node &node, int32_t part, int32_t limit) {
    for (; part < limit; part = parts_.getLimitPartIndex(part) + 1) {
      const bool is_other = parts_.partSubstringMatches(parts_.getPart(part), UnicodeString(u"other"));
      ++part;
      part += PatternPart::hasNumericValue(parts_.getPartType(part)) ? 1 : 0;
      if (is_other) {
        const int32_t argument = first_number(node.text, part);
        return argument < 0 ? default_number() : formats_[argument];
      }
    }
    return default_number();
  }

  /// The part at which {name, format} begins; -1 if a '#' or a plain {name} comes first, or nothing does.
  int32_t first_number(const std::string &name, int32_t message) const {
    const int32_t limit = parts_.getLimitPartIndex(message);
    for (int32_t part = message + 1; part < limit; ++part) {
      const PatternPart &here = parts_.getPart(part);
      if (here.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
        return -1;
      }
      if (here.getType() != UMSGPAT_PART_TYPE_ARG_START) {
        continue;
      }
      const UMessagePatternArgType type = here.getArgType();
      if ((type == UMSGPAT_ARG_TYPE_NONE || type == UMSGPAT_ARG_TYPE_SIMPLE) && substring(part + 1) == name) {
        return type == UMSGPAT_ARG_TYPE_SIMPLE ? part : -1;
      }
      part = parts_.getLimitPartIndex(part);
    }
    return -1;
  }

  void read_branches(Mf1Node &node, int32_t part, int32_t limit) {
    for (; part < limit; ++part) {
      Mf1Branch branch;
      branch.key = substring(part);
      ++part;
      if (PatternPart::hasNumericValue(parts_.getPartType(part))) {
        branch.match = Mf1Branch::Match::exact;
        branch.number = parts_.getNumericValue(parts_.getPart(part));
        ++part;
      }
      branch.nodes = read_message(part, node.kind == Mf1Node::Kind::plural ? &node : nullptr);
      node.branches.push_back(std::move(branch));
    }
  }

  const Mf1Source &source_;
  const MessagePattern &parts_;
  const icu::Locale &locale_;
  const icu::Locale &rules_locale_;
  Mf1Tree &tree_;
  Format number_;
  std::map<std::pair<UnicodeString, UnicodeString>, Format> made_;  // By type and style.
  std::map<int32_t, Format> formats_;                               // By the part at which the argument begins.
};

}  // namespace

Mf1Tree build_mf1_tree(const std::string &pattern, const icu::Locale &locale, const icu::Locale &rules_locale) {
  Mf1Tree tree;
  const Mf1Source source(pattern, mf1_pattern_bytes_most);
  tree.problem = source.problem();
  if (!tree.problem) {
    Builder(source, locale, rules_locale, tree).build();
  }
  return tree;
}

}  // namespace codeglot
