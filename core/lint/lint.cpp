// See lint.h.
#include "core/lint/lint.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/lint/message_rules.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

class Linter {
 public:
  Linter(const Catalog &catalog, const CheckSettings &settings, const Glossary *glossary, Diagnostics &diagnostics)
      : catalog_(catalog), settings_(settings), glossary_(glossary), diagnostics_(diagnostics) {
    references_.emplace_back(catalog.locale(catalog.source_locale), LocaleTraits::of(catalog.source_locale));
    if (catalog.default_locale != catalog.source_locale) {
      references_.emplace_back(catalog.locale(catalog.default_locale), LocaleTraits::of(catalog.default_locale));
    }
  }

  void check(const LocaleFile &file, const JsonDocument &document) {
    if (!document.root().is(Kind::object)) {
      return;
    }
    LocaleTraits locale = LocaleTraits::of(file.tag);
    const Glossary::Words words = glossary_ == nullptr ? Glossary::Words() : glossary_->words_of(file.tag);
    bool has_tag = false;
    for (const JsonMember &member : document.root().members) {
      has_tag = has_tag || member.name == "$locale";
      const LocaleMessage *message = file.find(member.name);
      if (message != nullptr && message->tree) {
        note_wide_marks(*message->tree, locale);
      }
    }
    if (!has_tag) {
      report_missing_tag(document, file.tag);
    }
    for (const JsonMember &member : document.root().members) {
      const LocaleMessage *message = file.find(member.name);
      const JsonValue *value = member.value.is(Kind::object) ? member.value.find("text") : &member.value;
      if (message != nullptr && message->tree && value != nullptr && value->is(Kind::string)) {
        check_message(file, locale, member.name, *message, document, *value, words);
      }
    }
  }

 private:
  void check_message(const LocaleFile &file, const LocaleTraits &locale, const std::string &name,
                     const LocaleMessage &message, const JsonDocument &document, const JsonValue &value,
                     const Glossary::Words &words) {
    MessageView view(locale, name, message, document, value, diagnostics_);
    view.parameters = parameters_of_member(catalog_, name);
    std::unordered_set<std::string> verbatim = glossary_ == nullptr ? std::unordered_set<std::string>()
                                                                    : verbatim_words(*glossary_, name);
    check_outer_space(view);
    check_bidi(view);
    check_html(view, settings_.allowed_tags);
    check_normalization(view);
    check_widths(view);
    check_plural_numbers(view);
    compare(file, view, verbatim);
    check_scripts(view, verbatim);
    if (glossary_ != nullptr) {
      check_glossary(view, *glossary_, words);
    }
  }

  /// With the source locale's message, and if that is none, or the file's own, with the default locale's.
  void compare(const LocaleFile &file, MessageView &view, std::unordered_set<std::string> &verbatim) {
    bool compared = false;
    for (const auto &[reference, traits] : references_) {
      const LocaleMessage *message = reference == nullptr || reference == &file ? nullptr : reference->find(view.name);
      // The source's words are what other locales translate: an English email stays in the Chinese source.
      if (reference == references_.front().first && reference != nullptr) {
        add_source_words(reference->find(view.name), traits, verbatim);
      }
      if (message == nullptr || !message->tree) {
        continue;
      }
      view.reference = message;
      view.reference_locale = &traits;
      check_same_as_source(view, verbatim);
      // The source is compared with nothing but its text: it says what others have to say.
      if (!compared && &file != references_.front().first) {
        check_arguments(view);
        check_select_keys(view);
        check_length(view, settings_.length);
      }
      compared = true;
    }
  }

  /// Latin words that a source in another script has, too, are names of things.
  static void add_source_words(const LocaleMessage *message, const LocaleTraits &traits,
                               std::unordered_set<std::string> &words) {
    if (message == nullptr || !message->tree || traits.scripts.empty() || traits.has_script(USCRIPT_LATIN)) {
      return;
    }
    visit_nodes(message->tree->nodes, [&](const Node &node) {
      if (node.kind == Node::Kind::text) {
        for (const Word &word : latin_words(node.text)) {
          words.insert(std::string(word.text));
        }
      }
    });
  }

  void report_missing_tag(const JsonDocument &document, const std::string &tag) {
    const std::string &text = document.text();
    const size_t brace = document.root().byte;
    const size_t next = text.find_first_not_of(" \t\r\n", brace + 1);
    const std::string space = text.substr(brace + 1, next - brace - 1);
    const bool empty = document.root().members.empty();
    const std::string member = (empty && space.empty() ? "" : space) + "\"$locale\": \"" + tag + "\"" +
                               (empty           ? ""
                                : space.empty() ? ", "
                                                : ",");
    diagnostics_.add(Rule::missing_locale, document.position(document.root()),
                     "\"$locale\": \"" + tag + "\" is missing here: editors and people see by it which locale this is",
                     "", {{brace + 1, brace + 1, member}});
  }

  const Catalog &catalog_;
  const CheckSettings &settings_;
  const Glossary *glossary_;
  Diagnostics &diagnostics_;
  std::vector<std::pair<const LocaleFile *, LocaleTraits>> references_;  // The source's, then the default's.
};

}  // namespace

void lint_document(const Catalog &catalog, const LocaleFile &file, const JsonDocument &document,
                   const CheckSettings &settings, const Glossary *glossary, Diagnostics &diagnostics) {
  Linter(catalog, settings, glossary, diagnostics).check(file, document);
}

void lint_locale(const Catalog &catalog, const LocaleFile &file, const CheckSettings &settings,
                 const Glossary *glossary, Diagnostics &diagnostics) {
  Diagnostics reported_before;  // What is wrong with the file as JSON is known.
  std::optional<std::string> text = read_file(file.path, reported_before);
  const std::optional<JsonDocument> document = text ? JsonDocument::parse(file.path, std::move(*text), reported_before)
                                                    : std::nullopt;
  if (document) {
    lint_document(catalog, file, *document, settings, glossary, diagnostics);
  }
}

}  // namespace codeglot
