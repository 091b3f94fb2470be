// The glossary's rules: terms in every variant, words to avoid, what stands as it is.
#include <catch2/catch_test_macros.hpp>

#include "core/lint/glossary.h"
#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr const char *glossary = R"({
  "$schema": "./schema/glossary.schema.json",
  "concepts": [{"id": "account", "description": "What a reader signs in with", "names": ["a"]}],
  "verbatim": [{"text": "app_id", "names": ["b"], "except": ["de"]}],
  "locales": {
    "cs": {"register": "vy", "punctuation": ".", "terms": {
      "account": {"term": "účet", "forms": ["účet", "účt"], "avoid": ["konto"]}}},
    "tr": {"terms": {"account": {"term": "işlem hesabı", "forms": ["işlem"], "avoid": []}}},
    "ja": {"terms": {"account": {"term": "アカウント", "forms": ["アカウント"], "avoid": ["口座"]}}},
    "pt-BR": {"terms": {"account": {"term": "conta", "forms": ["conta"], "avoid": ["cadastro"]}}},
    "el": {"terms": {"account": {"term": "λογαριασμός", "forms": ["λογαριασμός"]}}},
    "de": {}
  }
})";

/// The report for the messages a and b of a locale.
std::string report(const std::string &tag, const std::string &a, const std::string &b = "app_id",
                   const std::string &glossary_text = glossary) {
  return check_files(
      {{"codes.json",
        codes_json(R"({"code": 1, "name": "a", "args": {"s": {"type": "string"}}}, {"code": 2, "name": "b"})")},
       {"glossary.json", glossary_text},
       {"en.json", lint_locale("en", "\"An account {s}\"", ", \"b\": \"The app_id\"")},
       {"pt-BR.json", lint_locale("pt-BR", "\"Uma conta {s}\"", ", \"b\": \"O app_id\"")},
       {tag + ".json", lint_locale(tag, json_string(a), ",\n\"b\": " + json_string(b))}});
}

}  // namespace

TEST_CASE("A message that speaks of a concept has one of its forms, whatever their case") {
  CHECK(report("cs", "Účet {s} neexistuje.") == "");
  CHECK(report("cs", "Nemáte ÚČTU {s}") == "");
  CHECK(report("cs", "U\u0301c\u030Cet {s}").find("glossary-term") == std::string::npos);  // In another normalization.
  CHECK(report("cs", "Profil {s}") ==
        "cs.json:2:7: warning: the message speaks of \"account\": say \"účet\" here [glossary-term]\n");
  CHECK(report("el", "Ο ΛΟΓΑΡΙΑΣΜΌΣ {s}") == "");  // The capital of both sigmas.
}

TEST_CASE("Letters i fold as the language has them") {
  CHECK(report("tr", "İşlem {s}") == "");
  CHECK(report("tr", "İŞLEM {s}") == "");
  CHECK(fold_case("IĞDIR İ", true) == "ığdır i");
  CHECK(fold_case("IX", false) == "ix");
}

TEST_CASE("A term stands in each variant, in it or around it") {
  CHECK(report("cs", "{s, select, none{Účet} other{Účet {s}}}") == "");
  CHECK(report("cs", "{s, select, none{Zrušen} other{Smazán}} účet {s}") == "");
  const std::string found = report("cs", "{s, select, none{Účet} other{Profil {s}}}");
  CHECK(reports(found, "glossary-term"));
  CHECK(found.find("not in \"Profil {}\"") != std::string::npos);
}

TEST_CASE("Words to avoid are found at the beginning of words, and anywhere without spaces between them") {
  CHECK(reports(report("cs", "Účet {s}", "Kontová app_id"), "glossary-avoid"));
  CHECK(reports(report("cs", "Účet {s}", "app_id („konto“)"), "glossary-avoid"));
  CHECK(report("cs", "Účet {s}", "Podkonto app_id") == "");
  CHECK(report("cs", "Účet {s}", "app_id_konto app_id") == "");
  CHECK(reports(report("ja", "アカウント{s}", "銀行口座 app_id"), "glossary-avoid"));
}

TEST_CASE("What is verbatim stands as it is, but for the locales that are excepted") {
  CHECK(reports(report("cs", "Účet {s}", "Identifikátor"), "glossary-verbatim"));
  CHECK(reports(report("cs", "Účet {s}", "APP_ID"), "glossary-verbatim"));
  CHECK(report("de", "Konto {s}", "Kennung") == "");
}

TEST_CASE("A verbatim word may stand in any script") {
  const std::string names = R"({"verbatim": [{"text": "Sina", "names": ["a"]}]})";
  CHECK_FALSE(reports(report("ru", "Sina {s}", "Ой", names), "wrong-script"));
  CHECK(reports(report("ru", "Ой {s}", "Sina", names), "wrong-script"));
  CHECK(report("fr", "Sina {s}", "Eh", names).find("same-as-source") == std::string::npos);
}

TEST_CASE("A regional locale takes the terms of its parent over") {
  CHECK(report("pt-PT", "A conta {s}") == "");
  CHECK(reports(report("pt-PT", "O perfil {s}"), "glossary-term"));
  CHECK(reports(report("cs-CZ", "Profil {s}"), "glossary-term"));
  const std::string own = R"({"concepts": [{"id": "account", "names": ["a"]}], "locales": {
    "pt-BR": {"terms": {"account": {"term": "conta", "forms": ["conta"], "avoid": ["cadastro"]}}},
    "pt-PT": {"terms": {"account": {"term": "perfil", "forms": ["perfil"]}}}}})";
  CHECK(report("pt-PT", "O perfil {s}", "cadastro app_id", own) == "");
  CHECK(reports(report("pt-PT", "A conta {s}", "app_id", own), "glossary-term"));
}

TEST_CASE("What is wrong with a glossary is found in it") {
  const auto wrong = [](const std::string &text, const std::string &words) {
    const std::string found = report("cs", "Účet {s}", "app_id", text);
    INFO(found);
    return found.starts_with("glossary.json:") && found.find(words) != std::string::npos;
  };
  CHECK(wrong("", "not valid JSON"));
  CHECK(wrong("[]", "must be an object"));
  CHECK(wrong("{\"concept\": []}", "means nothing here"));
  CHECK(wrong(R"({"concepts": {}})", "\"concepts\" must be an array"));
  CHECK(wrong(R"({"concepts": [1]})", "expected an object"));
  CHECK(wrong(R"({"concepts": [{"id": "x", "names": ["ghost"]}]})", "\"ghost\" is no code of codes.json"));
  CHECK(wrong(R"({"concepts": [{"id": "x", "names": [1]}]})", "expected the name of a code"));
  CHECK(wrong(R"({"concepts": [{"names": ["a"]}]})", "\"id\" is missing"));
  CHECK(wrong(R"({"concepts": [{"id": "x", "names": []}, {"id": "x", "names": []}]})", "a second time"));
  CHECK(wrong(R"({"verbatim": [{"text": "", "names": []}]})", "must not be empty"));
  CHECK(wrong(R"({"locales": {"cs_CZ": {}}})", "no canonical BCP 47 locale tag"));
  CHECK(wrong(R"({"locales": {"cs": []}})", "a locale must be an object"));
  CHECK(wrong(R"({"locales": {"cs": {"terms": {"x": {"term": "y", "forms": ["y"]}}}}})", "\"x\" is no concept"));
  const std::string concepts = R"({"concepts": [{"id": "x", "names": []}], "locales": {"cs": {"terms": {"x": )";
  CHECK(wrong(concepts + R"({"term": "y", "forms": []}}}}})", "at least one form"));
  CHECK(wrong(concepts + R"({"term": "y", "forms": [""]}}}}})", "not empty"));
  CHECK(wrong(concepts + R"({"term": "y"}}}}})", "\"forms\" is missing"));
  CHECK(wrong(concepts + "7}}}}", "a term must be an object"));
}
