// The rules of a glossary: terms, words to avoid, what stands as it is.
#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "core/lint/glossary.h"

namespace codeglot {
namespace {

/// Whether a word of a script that has no spaces begins anywhere.
bool is_written_without_spaces(const std::string &word) {
  bool result = false;
  visit_code_points(word, [&](char32_t point, size_t byte) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(point), &status);
    if (byte == 0) {
      result = uscript_breaksBetweenLetters(script) || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
               script == USCRIPT_KATAKANA;
    }
  });
  return result;
}

bool is_word_part(UChar32 point) {
  return u_isalnum(point) || point == '_' || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

/// Whether a text has a word that begins with these letters.
bool has_word_beginning(const std::string &text, const std::string &word) {
  const bool anywhere = is_written_without_spaces(word);
  for (size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    auto before = static_cast<int32_t>(at);
    UChar32 point = 0;
    if (before > 0) {
      U8_PREV_OR_FFFD(text.data(), 0, before, point);
    }
    if (anywhere || at == 0 || !is_word_part(point)) {
      return true;
    }
  }
  return false;
}

std::string shown(const Variant &variant) {
  std::string text = variant.text;
  for (size_t at = text.find(placeholder_text); at != std::string::npos; at = text.find(placeholder_text, at)) {
    text.replace(at, std::string_view(placeholder_text).size(), "{}");
  }
  return "\"" + text + "\"";
}

}  // namespace

void check_glossary(const MessageView &view, const Glossary &glossary, const Glossary::Words &words) {
  std::vector<std::string> texts;
  for (const Variant &variant : view.all_variants) {
    texts.push_back(fold_case(variant.text, words.turkic));
  }
  const std::string in_variant = texts.size() > 1 ? " in each variant, not in " : " here";
  for (const size_t concept_index : glossary.concepts_of(view.name)) {
    const Glossary::Term *term = words.terms[concept_index];
    if (term == nullptr) {
      continue;
    }
    const auto without = std::find_if(texts.begin(), texts.end(), [&](const std::string &text) {
      return std::none_of(term->forms.begin(), term->forms.end(),
                          [&](const std::string &form) { return text.find(form) != std::string::npos; });
    });
    if (without != texts.end()) {
      const Variant &variant = view.all_variants[static_cast<size_t>(without - texts.begin())];
      view.report(Rule::glossary_term, 0,
                  "the message speaks of \"" + glossary.concept_id(concept_index) + "\": say \"" + term->term + "\"" +
                      (texts.size() > 1 ? in_variant + shown(variant) : in_variant));
    }
  }
  for (const auto &[word, term] : words.avoid) {
    const auto with = std::find_if(texts.begin(), texts.end(),
                                   [&word = word](const std::string &text) { return has_word_beginning(text, word); });
    if (with != texts.end()) {
      view.report(Rule::glossary_avoid, 0,
                  "the glossary avoids words that begin with \"" + word + "\": say \"" + term->term + "\"");
    }
  }
  for (const Glossary::Verbatim &verbatim : glossary.verbatim_of(view.name)) {
    const bool missing = std::any_of(view.all_variants.begin(), view.all_variants.end(), [&](const Variant &variant) {
      return variant.text.find(verbatim.text) == std::string::npos;
    });
    if (missing && !verbatim.except.contains(view.locale.tag)) {
      view.report(Rule::glossary_verbatim, 0,
                  "\"" + verbatim.text + "\" must stand in the message as it is" +
                      (view.all_variants.size() > 1 ? ", in each variant" : ""));
    }
  }
}

std::unordered_set<std::string> verbatim_words(const Glossary &glossary, const std::string &name) {
  std::unordered_set<std::string> words;
  for (const Glossary::Verbatim &verbatim : glossary.verbatim_of(name)) {
    words.insert(verbatim.text);
    for (const Word &word : latin_words(verbatim.text)) {
      words.insert(std::string(word.text));
    }
  }
  return words;
}

}  // namespace codeglot
