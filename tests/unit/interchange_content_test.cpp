// Content, gettext's plural forms, Android's escapes, CSV's cells: the small parts of the exchange, each alone.
#include <unicode/plurrule.h>

#include <catch2/catch_test_macros.hpp>

#include "core/compiler/json_editor.h"
#include "core/compiler/plural_rules_source.h"
#include "core/interchange/android_text.h"
#include "core/interchange/authored_text.h"
#include "core/interchange/content.h"
#include "core/interchange/csv_syntax.h"
#include "core/interchange/plural_forms.h"
#include "tests/unit/support.h"

using namespace codeglot;

namespace {

Content content_of(const std::string &mf1) {
  std::string reason;
  const std::optional<Content> content = read_content(mf1, reason);
  INFO(mf1 << ": " << reason);
  REQUIRE(content.has_value());
  return *content;
}

std::string reason_of(const std::string &mf1) {
  std::string reason;
  CHECK_FALSE(read_content(mf1, reason).has_value());
  return reason;
}

}  // namespace

TEST_CASE("Content is written as it was read") {
  for (const char *mf1 :
       {"", "text", "It''s {name}, '{'{n, number, percent}'}'", "{n, plural, one{# '#'} other{#''{n}}}",
        "{n, plural, offset:2 =-1{a} =1.5{b} other{# {n, number, integer}}}", "{n, selectordinal, one{#st} other{#th}}",
        "{s, select, a{# '{'#'}' {n, plural, =0{x} other{'#' #}}} other{{s}}}", "{d, date, long} {n, spellout}"}) {
    std::string reason;
    const std::optional<Content> content = read_content(mf1, reason);
    if (std::string(mf1).find("select, a{# ") == std::string::npos) {
      REQUIRE(content.has_value());
      CHECK(write_content(*content) == mf1);
    } else {
      CHECK(reason.find("text stands beside the plural of {n}") != std::string::npos);
    }
  }
}

TEST_CASE("A message that is more than branches of whole sentences has a reason") {
  CHECK(reason_of("a {n, plural, other{#}}").find("text stands beside the plural of {n}") == 0);
  CHECK(reason_of("{s, select, a{} other{x}}").find("the branch \"a\" of {s} is empty") == 0);
  CHECK(reason_of("{s, select, a{x} a{y} other{x}}").find("the branch \"a\" of {s} stands there twice") == 0);
  CHECK(reason_of("{n, choice, 0#a|1#b}").find("the placeholder of {n} holds text") == 0);
  CHECK(reason_of("{n, plural, one{x}}").find("no 'other' branch") != std::string::npos);
}

TEST_CASE("The order of branches and the way a number is written do not change what a message means") {
  CHECK(
      same_content(content_of("{n, plural, one{# x} other{# y}}"), content_of("{n,plural,other{{n} y}one{{ n } x}}")));
  CHECK(same_content(content_of("it's"), content_of("it''s")));
  CHECK_FALSE(
      same_content(content_of("{n, plural, offset:1 other{# y}}"), content_of("{n, plural, offset:1 other{{n} y}}")));
  CHECK_FALSE(same_content(content_of("{n, plural, other{'#'}}"), content_of("{n, plural, other{#}}")));
  CHECK_FALSE(same_content(content_of("{n, plural, other{#}}"), content_of("{n, selectordinal, other{#}}")));
}

TEST_CASE("A branch that is written alone cannot reach out of itself") {
  const Content plural = content_of("{n, plural, other{#}}");
  std::string reason;
  CHECK(read_pieces("# of {x}", &plural, reason)->size() == 3);
  CHECK(read_pieces("# of {x}", nullptr, reason)->size() == 2);
  for (const char *text : {"a} b{c", "a}} {b, plural, other{c", "{", "}", "a}}b", "{n, plural, other{x}}"}) {
    INFO(text);
    CHECK_FALSE(read_pieces(text, &plural, reason).has_value());
    CHECK_FALSE(read_placeholder(text).has_value());
  }
  CHECK(read_placeholder("{n, number, ::percent}").has_value());
  CHECK_FALSE(read_placeholder("{n}{m}").has_value());
  CHECK_FALSE(is_word("one{x} two"));
}

TEST_CASE("gettext's formulas give the categories of CLDR for integers in every locale") {
  size_t locales = 0;
  for (const std::string &locale : plural_rule_locales()) {
    const PluralForms forms = plural_forms(locale);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(icu::Locale(locale.c_str()), status));
    REQUIRE(U_SUCCESS(status));
    INFO(locale << " " << forms.header());
    for (const int32_t n :
         {0,    1,    2,    3,     4,     5,     6,     7,     8,      9,      10,      11,      12,     13,  14,
          17,   19,   20,   21,    22,    25,    31,    42,    59,     60,     80,      81,      83,     98,  99,
          100,  101,  102,  103,   104,   111,   119,   121,   199,    200,    201,     300,     500,    800, 1000,
          1001, 1002, 2000, 10000, 20000, 40000, 60000, 80000, 100000, 999999, 1000000, 1000001, 2000000}) {
      std::string category;
      rules->select(n).toUTF8String(category);
      const std::optional<uint64_t> form = evaluate_plural(forms.formula, static_cast<uint64_t>(n));
      REQUIRE(form.has_value());
      REQUIRE(*form < forms.categories.size());
      CHECK(forms.categories[*form] == category);
    }
    CHECK(categories_of_forms(forms.header(), locale) == forms.categories);
    ++locales;
  }
  CHECK(locales > 200);
}

TEST_CASE("Plural forms that other tools write are understood, and nonsense is not") {
  using Categories = std::vector<std::string>;
  CHECK(categories_of_forms("nplurals=2; plural=n != 1;", "de") == Categories{"one", "other"});
  CHECK(categories_of_forms("nplurals=2; plural=(n!=1)?0:1;", "de") == Categories{"other", "one"});
  CHECK(categories_of_forms(
            "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;",
            "ru") == Categories{"one", "few", "many"});
  CHECK(categories_of_forms("nplurals=1; plural=0;", "ja") == Categories{"other"});
  for (const char *header : {"", "nplurals=2", "nplurals=2; plural=", "nplurals=2; plural=n/0;",
                             "nplurals=2; plural=n;", "nplurals=2; plural=n>1;", "nplurals=2; plural=(n;",
                             "nplurals=2; plural=x;", "nplurals=99999999999999; plural=0;", "nplurals=1; plural=0;"}) {
    INFO(header);
    CHECK_FALSE(categories_of_forms(header, "de").has_value());
  }
  CHECK_FALSE(evaluate_plural(codeglot::test::repeat("(", 1000) + "n", 1).has_value());
  CHECK_FALSE(evaluate_plural(codeglot::test::repeat("!", 5000) + "n", 1).has_value());
}

TEST_CASE("Android's escapes come back as what they stand for, and only what its tools read is read") {
  std::string reason;
  for (const std::string text : {"", "It's \"quoted\" \\n", "  two  spaces  ", "@x", "?x", "a@b?", "tab\tline\n\r",
                                 "\x01\x7F\xEF\xBF\xBF", "\xF0\x9F\x98\x80 \xC2\xA0"}) {
    const std::string escaped = escape_android({text})[0];
    INFO(escaped);
    CHECK(unescape_android(escaped, reason) == text);
    CHECK(escaped.find('\n') == std::string::npos);
  }
  CHECK(unescape_android("  a \n  b  ", reason) == "a b");
  CHECK(unescape_android("\"  a  'b' \"", reason) == "  a  'b' ");
  CHECK(unescape_android("\\u0041\\uD83D\\uDE00", reason) == "A\xF0\x9F\x98\x80");
  for (const char *text : {"it's", "@string/x", "?x", "\\", "\\u12", "\\u12G4", "\\uD83D", "\\uDE00", "\"open"}) {
    INFO(text);
    CHECK_FALSE(unescape_android(text, reason).has_value());
  }
}

TEST_CASE("CSV cells come back as they were, and none is a formula") {
  const std::vector<std::string> cells = {"a",  "",   "=1+1",     "'=1",  "''@x",           "'quoted'", "+",
                                          "-1", "\t", "a,b;c\td", "\"\"", "line\r\nline\n", " space ",  "\xEF\xBC\x9D"};
  const std::string row = write_csv_row(cells);
  Diagnostics diagnostics;
  const IncomingFile file{"x.csv", row, ""};
  const std::vector<CsvRow> rows = read_csv_rows(file, diagnostics);
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].size() == cells.size());
  for (size_t index = 0; index < cells.size(); ++index) {
    CHECK(rows[0][index].text == cells[index]);
  }
  CHECK(row.find(",=") == std::string::npos);
  CHECK(row.find(",'=1+1,''=1,'''@x,'quoted',") != std::string::npos);
  for (const char *wrong : {"a,\"b", "a,\"b\"c"}) {
    Diagnostics found;
    CHECK(read_csv_rows({"x.csv", wrong, ""}, found).empty());
    CHECK(found.has_errors());
  }
}

TEST_CASE("What was exported is told in one line of visible characters") {
  for (const bool mf2 : {false, true}) {
    const AuthoredText text{mf2, "a\"\\\n\x01\xEF\xBF\xBF\xE2\x81\xA7 \xD7\x90"};
    const std::string line = write_authored(text);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(line.find("\\u2067") != std::string::npos);
    CHECK(line.find("\xEF\xBF\xBF") == std::string::npos);
    CHECK(read_authored(line) == text);
  }
  for (const char *line : {"", "mf1", "mf1 x", "mf3 \"x\"", "mf1 1", "mf1 \"x"}) {
    CHECK_FALSE(read_authored(line).has_value());
  }
}

TEST_CASE("Members are added behind values of any kind, and into an object without any") {
  const auto edited = [](const std::string &text, auto edit) {
    Diagnostics diagnostics;
    const std::optional<JsonDocument> document = JsonDocument::parse("x.json", text, diagnostics);
    REQUIRE(document.has_value());
    JsonEditor editor(*document);
    edit(editor, document->root());
    return editor.result();
  };
  const auto behind_last = [](JsonEditor &editor, const JsonValue &root) {
    editor.add_behind(root.members.back(), "\"b\":1");
  };
  CHECK(edited("{\"a\":\"x\\\"\"}", behind_last) == "{\"a\":\"x\\\"\", \"b\":1}");
  CHECK(edited("{\n \"a\":{\"x\":[1,{}],\"y\":\"}\"}\n}", behind_last) ==
        "{\n \"a\":{\"x\":[1,{}],\"y\":\"}\"},\n \"b\":1\n}");
  CHECK(edited("{\"a\": 12 }", behind_last) == "{\"a\": 12, \"b\":1 }");
  const auto first = [](JsonEditor &editor, const JsonValue &root) { editor.add_first(root, "\"b\":1"); };
  CHECK(edited("{}", first) == "{\"b\":1}");
  CHECK(edited("{\n  \"a\":1}", first) == "{\n  \"b\":1,\n  \"a\":1}");
}
