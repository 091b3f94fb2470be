// EngineMessage of MessageFormat 1: walks the nodes of mf1_tree.h and prints what icu::MessageFormat prints. What ICU
// refuses to format, and an argument that is not there, becomes a fallback, "{name}"; the rest is printed all the same.
#include <algorithm>
#include <utility>

#include "codeglot/limits.h"
#include "core/icu_engine/icu_locale.h"
#include "core/icu_engine/message.h"
#include "core/icu_engine/mf1_tree.h"

namespace codeglot {
namespace {

constexpr const char *replacement_character = "\uFFFD";

/// One call of format().
class Evaluation {
 public:
  Evaluation(const Mf1Tree &tree, const std::string &locale, const std::vector<NamedArgument> &arguments,
             const FormatContext &context, Formatted &result)
      : tree_(tree), locale_(locale), arguments_(arguments), context_(context), result_(result) {}

  /// `count` is the number that '#' stands for.
  void print(const std::vector<Mf1Node> &nodes, const Mf1Operand *count) {
    for (const Mf1Node &node : nodes) {
      if (node.kind == Mf1Node::Kind::text) {
        add_text(node.text);
      } else if (node.kind == Mf1Node::Kind::pound) {
        print_formatted(node, node.format.get(), *count);
      } else if (const Mf1Operand *const operand = arguments_.find(node.text)) {
        print_argument(node, *operand);
      } else {
        error(ErrorKind::unresolved_variable, node, "there is no argument \"" + node.text + "\"");
        add_fallback(node.text);
      }
      if (full_) {
        return;
      }
    }
  }

 private:
  void print_argument(const Mf1Node &node, const Mf1Operand &operand) {
    switch (node.kind) {
      case Mf1Node::Kind::formatted:
        print_formatted(node, node.format.get(), operand);
        break;
      case Mf1Node::Kind::choice:
        print_choice(node, operand);
        break;
      case Mf1Node::Kind::plural:
        print_plural(node, operand);
        break;
      case Mf1Node::Kind::select:
        print_select(node, operand);
        break;
      default:
        print_plain(node, operand);
        break;
    }
  }

  void print_plain(const Mf1Node &node, const Mf1Operand &operand) {
    if (operand.kind == Mf1Operand::Kind::text) {
      Part part;
      part.type = Part::Type::string;
      part.value = operand.text;
      add_value(std::move(part), node);
      return;
    }
    print_formatted(node, operand.kind == Mf1Operand::Kind::date ? tree_.date.get() : node.format.get(), operand);
  }

  void print_formatted(const Mf1Node &node, const Mf1Format *format, const Mf1Operand &operand) {
    Part part;
    std::vector<Mf1Fault> faults;
    if (format == nullptr || !format->format(operand, context_.time_zone, part, faults)) {
      refuse(node, "this format cannot show the value of \"" + node.text + "\"");
      return;
    }
    for (Mf1Fault &fault : faults) {
      error(fault.kind, node, std::move(fault.sentence));
    }
    add_value(std::move(part), node);
  }

  void print_choice(const Mf1Node &node, const Mf1Operand &operand) {
    if (operand.kind != Mf1Operand::Kind::number) {
      refuse(node, "choice needs a number, which \"" + node.text + "\" is not");
      return;
    }
    const double number = operand.number();
    size_t chosen = 0;
    for (size_t next = 1; next < node.branches.size(); ++next) {
      const Mf1Branch &branch = node.branches[next];
      const bool reached = branch.match == Mf1Branch::Match::above ? number > branch.number : number >= branch.number;
      if (!reached) {
        break;  // NaN reaches none.
      }
      chosen = next;
    }
    print(node.branches[chosen].nodes, nullptr);
  }

  void print_select(const Mf1Node &node, const Mf1Operand &operand) {
    if (operand.kind != Mf1Operand::Kind::text) {
      refuse(node, "select needs a text, which \"" + node.text + "\" is not");
      return;
    }
    const Mf1Branch *chosen = nullptr;
    for (const Mf1Branch &branch : node.branches) {
      if (branch.key == operand.text) {
        chosen = &branch;
        break;
      }
      if (chosen == nullptr && branch.key == "other") {
        chosen = &branch;
      }
    }
    if (chosen != nullptr) {
      print(chosen->nodes, nullptr);
    }
  }

  void print_plural(const Mf1Node &node, const Mf1Operand &operand) {
    if (operand.kind != Mf1Operand::Kind::number) {
      refuse(node, "plural needs a number, which \"" + node.text + "\" is not");
      return;
    }
    const Mf1Operand less = node.offset == 0 ? operand : Mf1Operand(operand.number() - node.offset);
    const std::optional<const Mf1Branch *> chosen = choose_plural(node, operand.number(), less);
    if (!chosen) {
      refuse(node, "ICU cannot count the value of \"" + node.text + "\"");
    } else if (*chosen != nullptr) {
      print((*chosen)->nodes, &less);
    }
  }

  /// As icu::PluralFormat::findSubMessage: an exact value wins wherever it stands; keywords in their order, the keyword
  /// asked for only where it can matter. Nothing if ICU cannot tell it.
  std::optional<const Mf1Branch *> choose_plural(const Mf1Node &node, double number, const Mf1Operand &less) const {
    const Mf1Branch *chosen = nullptr;
    std::string keyword;
    bool have_keyword_match = false;
    for (const Mf1Branch &branch : node.branches) {
      if (branch.match == Mf1Branch::Match::exact) {
        if (number == branch.number) {
          return &branch;
        }
      } else if (have_keyword_match) {
        continue;
      } else if (branch.key == "other") {
        have_keyword_match = chosen == nullptr && keyword == "other";
        chosen = chosen == nullptr ? &branch : chosen;
      } else {
        if (keyword.empty()) {
          std::optional<std::string> counted = count(node, less);
          if (!counted) {
            return std::nullopt;
          }
          keyword = std::move(*counted);
          have_keyword_match = chosen != nullptr && keyword == "other";
        }
        if (!have_keyword_match && branch.key == keyword) {
          chosen = &branch;
          have_keyword_match = true;
        }
      }
    }
    return chosen;
  }

  std::optional<std::string> count(const Mf1Node &node, const Mf1Operand &less) const {
    const icu::PluralRules *const rules = node.ordinal ? tree_.ordinal.get() : tree_.cardinal.get();
    const double number = less.number();
    if (rules == nullptr || node.format == nullptr || number != number) {
      return std::nullopt;  // ICU has no keyword for NaN.
    }
    return node.format->select(number, less, *rules);
  }

  void error(ErrorKind kind, const Mf1Node &node, std::string sentence) {
    result_.errors.push_back({kind, std::move(sentence), node.byte});
  }

  void refuse(const Mf1Node &node, std::string sentence) {
    error(ErrorKind::bad_operand, node, std::move(sentence));
    add_fallback(node.text);
  }

  void add_text(const std::string &text) {
    if (!result_.parts.empty() && result_.parts.back().type == Part::Type::text) {
      if (has_room(text.size())) {
        result_.parts.back().value += text;
      }
      return;
    }
    Part part;
    part.value = text;
    add(std::move(part));
  }

  void add_fallback(const std::string &name) {
    Part part;
    part.type = Part::Type::fallback;
    part.source = name;
    part.value = "{" + name + "}";
    add(std::move(part));
  }

  void add_value(Part part, const Mf1Node &node) {
    part.name = node.text;
    part.locale = locale_;
    add(std::move(part));
  }

  void add(Part part) {
    if (has_room(part.value.size())) {
      result_.parts.push_back(std::move(part));
    }
  }

  /// A text ends before the part that would make it too long, as a message that repeats a large argument could.
  bool has_room(size_t bytes) {
    full_ = full_ || bytes > CG_MAX_OUTPUT_BYTES - bytes_;
    bytes_ += full_ ? 0 : bytes;
    return !full_;
  }

  const Mf1Tree &tree_;
  const std::string &locale_;
  Mf1Arguments arguments_;
  const FormatContext &context_;
  Formatted &result_;
  size_t bytes_ = 0;
  bool full_ = false;
};

class Mf1Message final : public EngineMessage {
 public:
  Mf1Message(const std::string &pattern, const icu::Locale &locale, const icu::Locale &rules_locale)
      : tree_(build_mf1_tree(pattern, locale, rules_locale)) {
    UErrorCode status = U_ZERO_ERROR;
    locale_ = locale.toLanguageTag<std::string>(status);
  }

  Formatted format(const std::vector<NamedArgument> &arguments, const FormatContext &context) const override {
    Formatted result;
    if (tree_.problem) {
      result.errors.push_back({ErrorKind::syntax_error, tree_.problem->message, tree_.problem->byte});
      Part part;
      part.type = Part::Type::fallback;
      part.source = replacement_character;
      part.value = "{" + part.source + "}";
      result.parts.push_back(std::move(part));
    } else {
      Evaluation(tree_, locale_, arguments, context, result).print(tree_.nodes, nullptr);
    }
    return result;
  }

 private:
  Mf1Tree tree_;
  std::string locale_;
};

}  // namespace

std::unique_ptr<EngineMessage> make_mf1_message(const std::string &pattern, const std::string &locale) {
  return std::make_unique<Mf1Message>(pattern, icu_locale(locale), named_locale(locale));
}

}  // namespace codeglot
