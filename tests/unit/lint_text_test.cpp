// The rules of any text: spaces at its ends, apostrophes, bidirectional controls, HTML, normalization.
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("A space at either end of what is printed is found where it stands") {
  CHECK(check_text("de", "Datei fehlt. ") ==
        "de.json:2:19: warning: the text ends with a space: remove it, and let who shows the text add room around it "
        "[outer-space]\n");
  CHECK(check_text("de", "\u00a0Datei fehlt.").starts_with("de.json:2:7: warning: the text begins with a space"));
  CHECK(reports(check_text("de", "Datei fehlt.\u200b"), "outer-space"));
  CHECK(reports(check_text("de", "Datei fehlt.\n"), "outer-space"));
  CHECK(check_text("de", "{s, select, none{Datei fehlt. } other{Datei {s}}}").starts_with("de.json:2:36: warning"));
  CHECK(check_text("de", "{s, select, none{Datei } other{Akte }}fehlt.") == "");
  CHECK(check_text("de", "{s} fehlt {s}") == "");
  // Where one branch is empty, the space behind it comes first.
  CHECK(reports(check_text("de", "{s, select, none{} other{{s}}} fehlt."), "outer-space"));
}

TEST_CASE("An apostrophe before a brace swallows what follows") {
  const std::string unclosed = check_text("fr", "Le fichier d'{s} manque.");
  CHECK(unclosed.starts_with("fr.json:2:19: warning: the apostrophe makes plain text of all that follows, {s} too"));
  CHECK(reports(unclosed, "apostrophe"));
  CHECK(reports(check_text("fr", "Le fichier '{s}' manque."), "apostrophe"));
  CHECK(reports(check_text("fr", "{n, plural, one{l'# fichier} many{# de fichiers} other{# fichiers}}"), "apostrophe"));
  CHECK(reports(check_text("fr", "{s, select, none{d'{s} et} other{d'autres}}"), "apostrophe"));
}

TEST_CASE("Apostrophes that print themselves are in order") {
  CHECK(check_text("fr", "L'erreur d''{s}, l'autre") == "");
  CHECK(check_text("fr", "Écrivez '{' et '}' ou '{}'") == "");
  CHECK(check_text("fr", "''{s}''") == "");
  CHECK(check_text("fr", "L'") == "");
  CHECK(check_text("fr", "d'#1") == "");  // Outside of a plural, # is a character.
  CHECK(check_text("fr", "{n, plural, one{'#' #} many{#} other{#}}").find("[apostrophe]") != std::string::npos);
}

TEST_CASE("MessageFormat 2 prints both of two apostrophes") {
  const auto mf2 = [](const std::string &source) {
    return check_files(
        {{"codes.json", lint_codes},
         {"en.json", lint_locale("en", "{\"syntax\": \"mf2\", \"text\": " + json_string(source) + "}")}});
  };
  CHECK(reports(mf2("It''s {$s :string}"), "apostrophe"));
  CHECK(mf2("It's '{$s :string}'") == "");
}

TEST_CASE("Bidirectional controls are closed in each variant") {
  const auto unbalanced = [](const char *text) { return reports(check_text("ar", text), "bidi-unbalanced"); };
  CHECK_FALSE(unbalanced("آه \u2068{s}\u2069"));
  CHECK_FALSE(unbalanced("آه \u202B{s}\u202C \u2067\u202A{s}\u202C\u2069"));
  CHECK_FALSE(unbalanced("\u200Fآه\u200E"));  // Marks open nothing.
  CHECK(unbalanced("آه \u2068{s}"));
  CHECK(unbalanced("آه {s}\u2069"));
  CHECK(unbalanced("آه {s}\u202C"));
  CHECK(unbalanced("آه \u202E{s}"));
  CHECK(unbalanced("آه \u2068{s}\u202C"));        // PDF does not close an isolate,
  CHECK(unbalanced("آه \u202B{s}\u2069"));        // nor PDI an embedding.
  CHECK(unbalanced("آه \u2068\u202B{s}\u2069"));  // It ends in the isolate, but is not closed there.
  CHECK(unbalanced("آه \u2068\u2068{s}\u2069"));
  // Opened in one branch, closed behind all.
  CHECK(unbalanced("{s, select, none{\u2068آه} other{آه}}\u2069"));
  CHECK_FALSE(unbalanced("{s, select, none{\u2068آه} other{\u2067آه}}\u2069"));
  CHECK(unbalanced("{s, select, none{\u2068آه\u2069} other{\u2068آه}}"));
  CHECK(check_text("ar", "آه \u2068{s}").starts_with("ar.json:2:10: error: FSI (U+2068) is never closed"));
}

TEST_CASE("HTML has no place in a message") {
  const auto html = [](const char *text) { return reports(check_text("de", text), "html"); };
  CHECK(html("Die <b>Datei</b> fehlt."));
  CHECK(html("Die Datei<br/>fehlt."));
  CHECK(html("Die Datei<br />fehlt."));
  CHECK(html("<a href=\"x\">Hilfe</a>"));
  CHECK(html("<a href=\"{s}\">Hilfe</a>"));
  CHECK(html("Die <!-- alte --> Datei"));
  CHECK(html("Die&nbsp;Datei"));
  CHECK(html("Die &#160; Datei"));
  CHECK(html("Die &#xA0; Datei"));
  CHECK_FALSE(html("1 < 2 und 3 > 2"));
  CHECK_FALSE(html("a <b und c"));
  CHECK_FALSE(html("<{s}>"));
  CHECK_FALSE(html("AT&T; Müller & Co;"));
  CHECK_FALSE(html("Schreiben Sie an <>"));
  CHECK(check_text("de", "Die <b>Datei</b> fehlt.").starts_with("de.json:2:11: warning: \"<b>\" is HTML"));
}

TEST_CASE("A message is in normalization form C") {
  CHECK(check_text("fr", "Cre\u0301e\u0301").starts_with("fr.json:2:9: warning: characters here are not in"));
  CHECK(check_text("fr", "Créé") == "");
  CHECK(reports(check_text("ko", "\u1112\u1161\u11ab"), "not-nfc"));
  CHECK(check_text("hi", "क़िला").find("not-nfc") == std::string::npos);  // NFC has the nukta apart.
}

TEST_CASE("Hostile texts are checked to their end") {
  CHECK(reports(check_text("de", repeat(" ", 1000)), "outer-space") == false);  // Nothing but spaces has no end.
  CHECK(reports(check_text("ar", repeat("\u2068", 5000)), "bidi-unbalanced"));
  CHECK(check_text("de", repeat("<", 10000)) == "");
  std::string many = "Ende";
  for (int select = 0; select < 12; ++select) {
    many += "{s, select, none{ x} b{ y} c{ z} d{ w} other{ v}}";
  }
  CHECK(check_text("de", many) == "");  // 5^12 variants, of which each branch is looked at.
  CHECK(reports(check_text("de", many + "{s, select, none{x} other{ }}"), "outer-space"));
}
