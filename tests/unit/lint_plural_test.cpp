// The rules of plurals: what CLDR requires of a locale, what it never uses, what =1 and words for numbers leave out.
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("A plural needs every category of its locale, Arabic's six among them") {
  CHECK(reports(check_text("ar", "{n, plural, one{#} other{#}}"), "plural-missing-category"));
  CHECK(check_text("ar", "{n, plural, one{#} other{#}}").find("lacks zero, two, few, many") != std::string::npos);
  CHECK(check_text("ar", "{n, plural, zero{#} one{#} two{#} few{#} many{#} other{#}}") == "");
  CHECK(reports(check_text("ru", "{n, plural, one{#} few{#} other{#}}"), "plural-missing-category"));
  CHECK(check_text("ja", "{n, plural, other{#}}") == "");
}

TEST_CASE("A plural of other alone may be meant, but not if it prints its number") {
  CHECK(check_text("de", "{n, plural, other{Dateien}}") == "");
  CHECK(check_text("de", "{n, plural, =0{Nichts} other{Dateien}}") == "");
  CHECK(reports(check_text("de", "{n, plural, other{# Dateien}}"), "plural-missing-category"));
  CHECK(reports(check_text("ru", "{n, plural, =0{Ничего} other{# файлов}}"), "plural-missing-category"));
}

TEST_CASE("An exact value replaces a category only if the category has no other number") {
  CHECK(check_text("de", "{n, plural, =1{Eine Datei} other{# Dateien}}") == "");
  const std::string russian = check_text("ru", "{n, plural, =1{# файл} few{# файла} many{# файлов} other{# файла}}");
  CHECK(reports(russian, "plural-exact-one"));
  CHECK(russian.find("\"one\" has 1, 21, 31, …") != std::string::npos);
  CHECK_FALSE(reports(russian, "plural-missing-category"));
  // French has 0 and fractions in "one", too.
  CHECK(reports(check_text("fr", "{n, plural, =1{Un fichier} many{# de fichiers} other{# fichiers}}"),
                "plural-exact-one"));
  CHECK(check_text("ru", "{n, plural, =1{Один файл} one{# файл} few{# файла} many{# файлов} other{# файла}}") == "");
  CHECK(reports(check_text("de", "{n, plural, offset:1 =1{Eine} other{#}}"), "plural-exact-one"));
}

TEST_CASE("A category that the locale never uses is found where it stands") {
  CHECK(check_text("ko", "{n, plural, one{#개} other{#개}}")
            .starts_with("ko.json:2:19: warning: the plural category \"one\" is never used in ko"));
  CHECK(reports(check_text("de", "{n, plural, one{#} few{#} other{#}}"), "plural-unused-category"));
  CHECK(reports(check_text("de", "{n, selectordinal, one{#.} other{#.}}"), "plural-unused-category"));
  CHECK(check_text("en", "{n, selectordinal, one{#st} two{#nd} few{#rd} other{#th}}") == "");
}

TEST_CASE("A branch for several numbers says which, if other does") {
  const std::string report = check_text("ru", "{n, plural, one{один файл} few{# файла} many{# файлов} other{# файла}}");
  CHECK(reports(report, "plural-number-missing"));
  CHECK(report.starts_with("ru.json:2:19: warning: \"one\" stands for 1, 21, 31, …"));
  CHECK(check_text("de", "{n, plural, one{Eine Datei} other{# Dateien}}") == "");
  CHECK(check_text("ar", "{n, plural, zero{آه} one{آه} two{آه} few{#} many{#} other{#}}") == "");
  CHECK(check_text("ru", "{n, plural, one{{n} файл} few{# файла} many{# файлов} other{# файла}}") == "");
  CHECK(check_text("ru", "{n, plural, one{Файл} few{Файлы} many{Файлы} other{Файлы}}") == "");
  CHECK(reports(check_text("fr", "{n, plural, one{Un fichier} many{# de fichiers} other{# fichiers}}"),
                "plural-number-missing"));
  CHECK(check_text("fr", "{n, plural, =0{Rien} one{Un fichier} many{# de fichiers} other{# fichiers}}") == "");
}

TEST_CASE("MessageFormat 2 has the same rules") {
  const auto mf2 = [](const std::string &source) {
    return check_files(
        {{"codes.json", lint_codes},
         {"en.json", lint_locale("en", "\"{n}\"")},
         {"ru.json", lint_locale("ru", "{\"syntax\": \"mf2\", \"text\": " + json_string(source) + "}")}});
  };
  const std::string input = ".input {$n :number} .match $n ";
  CHECK(reports(mf2(input + "1 {{Ой {$n}}} few {{{$n} Ой}} many {{{$n} Ой}} * {{{$n} Ой}}"), "plural-exact-one"));
  CHECK(reports(mf2(input + "one {{Ой}} few {{{$n} Ой}} many {{{$n} Ой}} * {{{$n} Ой}}"), "plural-number-missing"));
  CHECK(mf2(input + "one {{{$n} Ой}} few {{{$n} Ой}} many {{{$n} Ой}} * {{{$n} Ой}}") == "");
}
