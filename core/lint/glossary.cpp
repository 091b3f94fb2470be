// See glossary.h: the file. The rules are in glossary_rules.cpp.
#include "core/lint/glossary.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <utility>

#include "core/compiler/locale_data.h"
#include "core/compiler/object_reader.h"

namespace codeglot {

using Kind = JsonValue::Kind;

std::string fold_case(std::string_view text, bool turkic) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  std::string folded;
  icu::StringByteSink<std::string> into_folded(&folded);
  icu::CaseMap::utf8Fold(turkic ? U_FOLD_CASE_EXCLUDE_SPECIAL_I : U_FOLD_CASE_DEFAULT, piece, into_folded, nullptr,
                         status);
  const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  icu::StringByteSink<std::string> into_result(&result);
  if (U_SUCCESS(status)) {
    nfc->normalizeUTF8(0, folded, into_result, nullptr, status);
  }
  return U_SUCCESS(status) ? result : std::string(text);
}

namespace {

bool is_turkic(const std::string &tag) {
  const std::string language = tag.substr(0, tag.find('-'));
  return language == "tr" || language == "az";
}

}  // namespace

class GlossaryReader {
 public:
  GlossaryReader(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics)
      : document_(document), catalog_(catalog), diagnostics_(diagnostics) {
    for (const CodeEntry &entry : catalog.codes) {
      names_.insert(entry.name);
    }
    names_.insert({unknown_code_member, unreadable_response_member});
  }

  Glossary read() {
    if (!document_.root().is(Kind::object)) {
      error(document_.root().byte, "glossary.json must be an object");
      return std::move(glossary_);
    }
    ObjectReader reader(document_, document_.root(), diagnostics_);
    for_each(reader.optional("concepts", Kind::array), [this](const JsonValue &value) { read_concept(value); });
    for_each(reader.optional("verbatim", Kind::array), [this](const JsonValue &value) { read_verbatim(value); });
    if (const JsonValue *locales = reader.optional("locales", Kind::object)) {
      for (const JsonMember &member : locales->members) {
        read_locale(member);
      }
    }
    reader.report_unknown();
    for (const LocaleFile &file : catalog_.locales) {
      for (std::string tag = file.tag; !tag.empty(); tag = parent_locale(tag)) {
        glossary_.same_tags_.try_emplace(tag, stand_in(tag));
      }
    }
    return std::move(glossary_);
  }

 private:
  void error(size_t byte, const std::string &message) {
    diagnostics_.add(Rule::invalid_file, document_.position(byte), message);
  }

  /// Calls a function with each item that is an object, and complains of others.
  template <typename Read>
  void for_each(const JsonValue *items, const Read &read) {
    if (items == nullptr) {
      return;
    }
    for (const JsonValue &item : items->items) {
      if (item.is(Kind::object)) {
        read(item);
      } else {
        error(item.byte, "expected an object here, not " + kind_name(item.kind));
      }
    }
  }

  std::vector<std::string> strings(const JsonValue *array) {
    std::vector<std::string> result;
    if (array == nullptr) {
      return result;
    }
    for (const JsonValue &item : array->items) {
      if (item.is(Kind::string) && !item.text.empty()) {
        result.push_back(item.text);
      } else {
        error(item.byte, "expected a string that is not empty");
      }
    }
    return result;
  }

  /// Names of codes; an error at each that the catalog does not have.
  std::vector<std::string> names(const JsonValue *array) {
    std::vector<std::string> result;
    if (array == nullptr) {
      return result;
    }
    for (const JsonValue &item : array->items) {
      if (item.is(Kind::string) && names_.contains(item.text)) {
        result.push_back(item.text);
      } else {
        diagnostics_.add(Rule::unknown_name, document_.position(item),
                         item.is(Kind::string)
                             ? "\"" + item.text + "\" is no code of codes.json: correct the name, or remove it"
                             : "expected the name of a code, not " + kind_name(item.kind));
      }
    }
    return result;
  }

  void read_concept(const JsonValue &value) {
    ObjectReader reader(document_, value, diagnostics_);
    const JsonValue *id = reader.required("id", Kind::string);
    reader.optional("description", Kind::string);
    const std::vector<std::string> named = names(reader.required("names", Kind::array));
    reader.report_unknown();
    if (id == nullptr) {
      return;
    }
    const auto [at, is_new] = glossary_.concept_index_.try_emplace(id->text, glossary_.concepts_.size());
    if (!is_new) {
      error(id->byte, "the concept \"" + id->text + "\" stands here a second time: join the two");
      return;
    }
    glossary_.concepts_.push_back(id->text);
    for (const std::string &name : named) {
      glossary_.concepts_of_[name].push_back(at->second);
    }
  }

  void read_verbatim(const JsonValue &value) {
    ObjectReader reader(document_, value, diagnostics_);
    const JsonValue *text = reader.required("text", Kind::string);
    const std::vector<std::string> named = names(reader.required("names", Kind::array));
    const std::vector<std::string> except = strings(reader.optional("except", Kind::array));
    reader.report_unknown();
    if (text == nullptr) {
      return;
    }
    if (text->text.empty()) {
      error(text->byte, "\"text\" must not be empty");
      return;
    }
    for (const std::string &name : named) {
      glossary_.verbatim_of_[name].push_back({text->text, {except.begin(), except.end()}});
    }
  }

  void read_locale(const JsonMember &member) {
    if (canonical_tag(member.name) != member.name) {
      diagnostics_.add(Rule::locale_tag, document_.position(member.byte),
                       "\"" + member.name + "\" is no canonical BCP 47 locale tag");
      return;
    }
    if (!member.value.is(Kind::object)) {
      error(member.value.byte, "a locale must be an object with \"terms\", not " + kind_name(member.value.kind));
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    reader.optional("register", Kind::string);
    reader.optional("punctuation", Kind::string);
    if (const JsonValue *terms = reader.optional("terms", Kind::object)) {
      for (const JsonMember &term : terms->members) {
        read_term(term, member.name);
      }
    }
    reader.report_unknown();
  }

  void read_term(const JsonMember &member, const std::string &tag) {
    const auto concept_at = glossary_.concept_index_.find(member.name);
    if (concept_at == glossary_.concept_index_.end()) {
      error(member.byte, "\"" + member.name + "\" is no concept: add it to \"concepts\", or correct it");
      return;
    }
    if (!member.value.is(Kind::object)) {
      error(member.value.byte, "a term must be an object with \"term\" and \"forms\"");
      return;
    }
    ObjectReader reader(document_, member.value, diagnostics_);
    Glossary::Term term;
    term.term = reader.text("term");
    const JsonValue *forms = reader.required("forms", Kind::array);
    term.forms = strings(forms);
    term.avoid = strings(reader.optional("avoid", Kind::array));
    reader.report_unknown();
    if (forms != nullptr && forms->items.empty()) {
      error(forms->byte, "\"forms\" must have at least one form, or no message can have the term");
      return;
    }
    for (std::vector<std::string> *words : {&term.forms, &term.avoid}) {
      for (std::string &word : *words) {
        word = fold_case(word, is_turkic(tag));
      }
    }
    glossary_.terms_[tag].emplace(concept_at->second, std::move(term));
  }

  /// The tag that the glossary has for a locale: pt-BR where it is asked for pt.
  std::string stand_in(const std::string &tag) const {
    if (glossary_.terms_.contains(tag)) {
      return tag;
    }
    const std::string meant = likely_tag(tag);
    for (const auto &[other, terms] : glossary_.terms_) {
      if (other.starts_with(tag + "-") && likely_tag(other) == meant) {
        return other;
      }
    }
    return "";
  }

  const JsonDocument &document_;
  const Catalog &catalog_;
  Diagnostics &diagnostics_;
  std::unordered_set<std::string> names_;
  Glossary glossary_;
};

Glossary Glossary::read(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics) {
  return GlossaryReader(document, catalog, diagnostics).read();
}

Glossary::Words Glossary::words_of(const std::string &tag) const {
  Words words;
  words.turkic = is_turkic(tag);
  words.terms.resize(concepts_.size());
  for (std::string ancestor = tag; !ancestor.empty(); ancestor = parent_locale(ancestor)) {
    const auto known = same_tags_.find(ancestor);
    const auto found = terms_.find(known == same_tags_.end() ? ancestor : known->second);
    if (found == terms_.end()) {
      continue;
    }
    for (const auto &[index, term] : found->second) {
      if (words.terms[index] == nullptr) {
        words.terms[index] = &term;
      }
    }
  }
  for (const Term *term : words.terms) {
    for (const std::string &word : term == nullptr ? std::vector<std::string>() : term->avoid) {
      words.avoid.emplace_back(word, term);
    }
  }
  return words;
}

const std::vector<size_t> &Glossary::concepts_of(const std::string &name) const {
  static const std::vector<size_t> none;
  const auto found = concepts_of_.find(name);
  return found == concepts_of_.end() ? none : found->second;
}

const std::vector<Glossary::Verbatim> &Glossary::verbatim_of(const std::string &name) const {
  static const std::vector<Verbatim> none;
  const auto found = verbatim_of_.find(name);
  return found == verbatim_of_.end() ? none : found->second;
}

}  // namespace codeglot
