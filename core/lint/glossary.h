// glossary.json in a catalog's folder: the concepts that messages speak of, the words for them in each locale, and what
// stands in every message as it is.
#ifndef CODEGLOT_LINT_GLOSSARY_H
#define CODEGLOT_LINT_GLOSSARY_H

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/compiler/catalog.h"
#include "core/lint/message_view.h"

namespace codeglot {

class Glossary {
 public:
  /// Reads glossary.json; names, concepts and locales are looked up. What is wrong with it goes to `diagnostics`.
  static Glossary read(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics);

  struct Term {
    std::string term;
    std::vector<std::string> forms;  // As the locale folds them.
    std::vector<std::string> avoid;  // As the locale folds them.
  };
  struct Verbatim {
    std::string text;
    std::unordered_set<std::string> except;  // Locales.
  };
  /// A locale's words, its parents' among them.
  struct Words {
    bool turkic = false;                                      // How its letters i are folded.
    std::vector<const Term *> terms;                          // By concept; null if the locale has none.
    std::vector<std::pair<std::string, const Term *>> avoid;  // Each avoided word with what is said instead.
  };

  Words words_of(const std::string &tag) const;
  /// The concepts that a message speaks of, as indices of Words::terms.
  const std::vector<size_t> &concepts_of(const std::string &name) const;
  const std::string &concept_id(size_t index) const { return concepts_[index]; }
  const std::vector<Verbatim> &verbatim_of(const std::string &name) const;

 private:
  friend class GlossaryReader;
  std::vector<std::string> concepts_;
  std::unordered_map<std::string, size_t> concept_index_;
  std::unordered_map<std::string, std::vector<size_t>> concepts_of_;         // by name
  std::unordered_map<std::string, std::vector<Verbatim>> verbatim_of_;       // by name
  std::unordered_map<std::string, std::unordered_map<size_t, Term>> terms_;  // by tag
  std::unordered_map<std::string, std::string>
      same_tags_;  // A file's tag for the parent that it stands for: pt → pt-BR.
};

/// Letters without their case, in normalization form C. Turkic: I is ı's capital, İ is i's.
std::string fold_case(std::string_view text, bool turkic);

/// glossary-term, glossary-avoid and glossary-verbatim.
void check_glossary(const MessageView &view, const Glossary &glossary, const Glossary::Words &words);

/// The words that may stand untranslated in a message.
std::unordered_set<std::string> verbatim_words(const Glossary &glossary, const std::string &name);

}  // namespace codeglot
#endif
