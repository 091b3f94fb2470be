// read_catalog on folders of authoring files: every mistake of an author gives its sentence at its file, line and column,
// and all of them come in one run.
#include <catch2/catch_test_macros.hpp>

#include "codeglot/limits.h"
#include "core/compiler/catalog.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

constexpr const char *other_texts = R"("$unknown-code": "? {code}", "$unreadable-response": "?")";

/// An en.json with both texts that need no code, and these members on its second line.
std::string english(const std::string &members) {
  return std::string("{") + other_texts + (members.empty() ? "" : ",\n" + members) + "}";
}

/// The findings for one code "a" (1) with the arguments n (number) and s (string), and its message.
std::string message_findings(const std::string &json_message) {
  return compile_files(
             {{"codes.json",
               codes_json(R"({"code": 1, "name": "a", "args": {"n": {"type": "number"}, "s": {"type": "string"}}})")},
              {"en.json", english("\"a\": " + json_message)}})
      .findings;
}

/// The findings for a codes.json, with locale files that have what they need.
std::string codes_findings(const std::string &codes_text) {
  return compile_files({{"codes.json", codes_text}, {"en.json", english(R"("a": "A")")}}).findings;
}

std::string entry_findings(const std::string &entries) {
  return codes_findings(R"({"namespace": "t", "sourceLocale": "en", "defaultLocale": "en", "codes": [)"
                        "\n" +
                        entries + "]}");
}

bool has(const std::string &findings, const std::string &line_start) {
  UNSCOPED_INFO(findings);
  return findings.starts_with(line_start) || findings.find("\n" + line_start) != std::string::npos;
}

}  // namespace

TEST_CASE("A good folder has no findings") {
  const Compiled compiled = compile_files(small_catalog());
  CHECK(compiled.error_count == 0);
  CHECK(compiled.packs.size() == 3);
  CHECK(message_findings(R"("{n} {s}")").empty());
}

TEST_CASE("A folder without codes.json, or with a broken one, is an error and nothing else") {
  CHECK(compile_files({{"en.json", "{}"}}).findings ==
        "codes.json: error: cannot be read: check that the file exists and may be read\n");
  CHECK(has(codes_findings("{"), "codes.json:1:2: error: not valid JSON"));
  CHECK(codes_findings("[]") == "codes.json:1:1: error: codes.json must be an object\n");
}

TEST_CASE("A member that stands twice in a file is an error at the second") {
  CHECK(has(compile_files({{"codes.json", codes_json(R"({"code": 1, "name": "a"})")},
                           {"en.json", english("\"a\": \"A\",\n  \"a\": \"B\"")}})
                .findings,
            "en.json:3:3: error: \"a\" stands here a second time; the first is in line 2"));
  CHECK(has(entry_findings(R"({"code": 1, "name": "a", "code": 2})"),
            "codes.json:2:26: error: \"code\" stands here a second time"));
}

TEST_CASE("A byte order mark is a warning, and the file is used") {
  const Compiled compiled = compile_files({{"codes.json", "\xEF\xBB\xBF" + codes_json(R"({"code": 1, "name": "a"})")},
                                           {"en.json", "\xEF\xBB\xBF" + english(R"("a": "A")")}});
  CHECK(compiled.error_count == 0);
  CHECK(compiled.packs.size() == 1);
  CHECK(has(compiled.findings, "codes.json:1:1: warning: the file begins with a byte order mark"));
  CHECK(has(compiled.findings, "en.json:1:1: warning: the file begins with a byte order mark"));
}

TEST_CASE("A plural category that the locale does not use is a warning where it stands") {
  const std::string findings = message_findings(R"("{n, plural, one{x} few{y} other{z}}")");
  CHECK(findings == "en.json:2:26: warning: the plural category \"few\" is never used in en, which has one, other\n");
  CHECK(message_findings(R"("{n, selectordinal, one{x} two{y} few{y} other{z}}")").empty());
  CHECK(has(message_findings(R"("{n, plural, nonsense{x} other{z}}")"),
            "en.json:2:19: warning: the plural category \"nonsense\""));
}

TEST_CASE("A plural that lacks a category of its locale is a warning; one of other alone is not") {
  CHECK(message_findings(R"("{n, selectordinal, one{x} other{z}}")") ==
        "en.json:2:7: warning: the plural of {n} lacks two, few, which en needs\n");
  CHECK(message_findings(R"("{n, plural, other{z}}")").empty());
  CHECK(message_findings(R"("{n, plural, =0{x} =1{y} other{z}}")").empty());
}

TEST_CASE("An unclosed brace is an error where it stands") {
  CHECK(has(message_findings(R"("abc {n")"), "en.json:2:11: error: a '{' has no matching '}'"));
  CHECK(has(message_findings(R"("é\n\u00e9 {n, plural, one{x} other{y}")"),
            "en.json:2:17: error: a '{' has no matching '}'"));
}

TEST_CASE("A placeholder in apostrophes is a warning at its apostrophe") {
  CHECK(has(message_findings(R"("Say '{s}' now {s} {n}")"),
            "en.json:2:11: warning: the apostrophes make {s} plain text"));
  CHECK(message_findings(R"("Say ''{s}'' now, '{' and '}' {n}")").empty());
  CHECK(message_findings(R"("It's {s} and {n}")").empty());
}

TEST_CASE("A message for a name that codes.json lacks is an error at the name") {
  CHECK(has(compile_files({{"codes.json", codes_json("")}, {"en.json", english("  \"ghost\": \"x\"")}}).findings,
            "en.json:2:3: error: \"ghost\" is no code of codes.json: add it there, or correct the name"));
}

TEST_CASE("A message that another locale has and this one lacks is a warning, and the other stands in") {
  const Compiled compiled = compile_files({{"codes.json", codes_json(R"({"code": 1, "name": "a"})")},
                                           {"en.json", english(R"("a": "A")")},
                                           {"fr.json", english("")},
                                           {"de.json", "{\"a\": \"Ä\"}"}});
  CHECK(compiled.error_count == 0);
  CHECK(has(compiled.findings,
            "fr.json: warning: no message for \"a\": the default or the source locale's will stand in"));
  CHECK(has(compiled.findings, "de.json: warning: no \"$unknown-code\""));
  CHECK(has(compiled.findings, "de.json: warning: no \"$unreadable-response\""));
  CHECK(compiled.warning_count == 3);
  CHECK(open_packs(compiled.packs).resolve(1, "fr").locale == "en");
}

TEST_CASE("A message that no locale has is an error") {
  const Compiled compiled = compile_files(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a"})")}, {"en.json", english("")}});
  CHECK(compiled.packs.empty());
  CHECK(has(compiled.findings,
            "en.json: error: \"a\" has no message here, nor in a parent locale, the default or the source"));
}

TEST_CASE("Two codes with one number, or one name, are an error at the second") {
  CHECK(has(entry_findings("{\"code\": 1, \"name\": \"a\"},\n {\"code\": 1, \"name\": \"b\"}"),
            "codes.json:3:11: error: code 1 is taken: it belongs to \"a\" in line 2; give \"b\" a number of its own"));
  CHECK(has(entry_findings("{\"code\": 1, \"name\": \"a\"},\n {\"code\": 2, \"name\": \"a\"}"),
            "codes.json:3:11: error: the name \"a\" is taken by code 1"));
}

TEST_CASE("A retired number that is used again is an error, in either order") {
  CHECK(has(entry_findings("{\"code\": 1, \"name\": \"old\", \"retired\": true},\n {\"code\": 1, \"name\": \"a\"}"),
            "codes.json:3:11: error: code 1 is retired and stays reserved for ever: it belongs to \"old\" in line 2"));
  CHECK(has(entry_findings("{\"code\": 1, \"name\": \"a\"},\n {\"code\": 1, \"name\": \"old\", \"retired\": true}"),
            "codes.json:3:11: error: code 1 is retired and stays reserved for ever"));
}

TEST_CASE("A retired code needs no message, has none in the packs, and one for it is a warning") {
  const Compiled compiled = compile_files(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "old", "retired": true})")},
       {"en.json", english("\"a\": \"A\",\n\"old\": \"gone\"")}});
  CHECK(compiled.error_count == 0);
  CHECK(compiled.findings == "en.json:3:1: warning: \"old\" is retired: its message is never shown\n");
  CHECK(open_packs(compiled.packs).resolve(2, "en").status == CG_UNKNOWN_CODE);
}

TEST_CASE("A code must be a 32-bit integer") {
  CHECK(entry_findings(R"({"code": -2147483648, "name": "a"})").empty());
  CHECK(entry_findings(R"({"code": 2147483647, "name": "a"})").empty());
  CHECK(has(entry_findings(R"({"code": 2147483648, "name": "a"})"),
            "codes.json:2:10: error: a code must be a 32-bit integer"));
  CHECK(has(entry_findings(R"({"code": "1", "name": "a"})"),
            "codes.json:2:10: error: \"code\" must be an integer, not a string"));
  CHECK(has(entry_findings(R"({"code": 1.5, "name": "a"})"),
            "codes.json:2:10: error: \"code\" must be an integer, not a number"));
  CHECK(has(entry_findings(R"({"name": "a"})"),
            "codes.json:2:1: error: \"code\" is missing here; it must be an integer"));
  CHECK(has(entry_findings("7"), "codes.json:2:1: error: each code must be an object, not an integer"));
}

TEST_CASE("A name begins with a letter and has letters, digits, dashes and underscores, sixty-four at most") {
  CHECK(entry_findings(R"({"code": 1, "name": "a"}, {"code": 2, "name": ")" + std::string(64, 'b') +
                       R"(", "retired": true})")
            .empty());
  for (const std::string &name : {std::string(), std::string("1a"), std::string("a b"), std::string("é"),
                                  std::string("a/b"), std::string(65, 'a')}) {
    CHECK(has(entry_findings("{\"code\": 1, \"name\": \"" + name + "\"}"),
              "codes.json:2:21: error: a name must begin with a letter"));
  }
}

TEST_CASE("A default must be of its argument's type") {
  const auto with_default = [](const char *type, const char *value) {
    return entry_findings(std::string(R"({"code": 1, "name": "a", "args": {"x": {"type": ")") + type +
                          R"(", "default": )" + value + "}}}");
  };
  CHECK(with_default("number", "8").empty());
  CHECK(with_default("number", "-0.5").empty());
  CHECK(with_default("string", "\"x\"").empty());
  CHECK(has(with_default("number", "\"8\""),
            "codes.json:2:70: error: the default of a number must be a number, not a string"));
  CHECK(has(with_default("string", "8"),
            "codes.json:2:70: error: the default of a string must be a string, not an integer"));
  CHECK(has(with_default("number", "null"),
            "codes.json:2:70: error: the default of a number must be a number, not null"));
  CHECK(has(with_default("string", "[]"),
            "codes.json:2:70: error: the default of a string must be a string, not an array"));
}

TEST_CASE("An argument has a type that is known, and a name that a message can say") {
  const auto with_args = [](const std::string &args) {
    return entry_findings("{\"code\": 1, \"name\": \"a\", \"args\": " + args + "}");
  };
  CHECK(has(with_args(R"({"x": {"type": "time"}})"),
            "codes.json:2:49: error: an argument's type must be \"string\", \"number\" or \"date\", not \"time\""));
  CHECK_FALSE(has(with_args(R"({"x": {"type": "date"}})"), "error: an argument's type"));
  CHECK(has(with_args(R"({"x": {}})"), "codes.json:2:40: error: \"type\" is missing here"));
  CHECK(has(with_args(R"({"x": 5})"), "codes.json:2:40: error: an argument must be an object with a \"type\""));
  CHECK(has(with_args(R"({"x-y": {"type": "string"}})"), "codes.json:2:35: error: an argument's name must begin with"));
  CHECK(has(with_args("[]"), "codes.json:2:34: error: \"args\" must be an object, not an array"));
  CHECK(with_args(R"({"_x1": {"type": "string"}})").empty());
}

TEST_CASE("A member that means nothing is an error; one that begins with a dollar sign is a comment") {
  CHECK(has(entry_findings(R"({"code": 1, "name": "a", "severty": "low"})"),
            "codes.json:2:26: error: \"severty\" means nothing here"));
  CHECK(
      has(codes_findings(R"({"namespace": "t", "sourceLocale": "en", "defaultLocale": "en", "codes": [], "extra": 1})"),
          "codes.json:1:78: error: \"extra\" means nothing here"));
  CHECK(
      entry_findings(
          R"({"code": 1, "name": "a", "$comment": "x", "category": "c", "severity": "s", "retryable": true, "action": "x", "note": "n"})")
          .empty());
}

TEST_CASE("Everything that codes.json must have is asked for") {
  const std::string findings = codes_findings("{}");
  for (const char *name : {"namespace", "sourceLocale", "defaultLocale", "codes"}) {
    CHECK(has(findings, std::string("codes.json:1:1: error: \"") + name + "\" is missing here"));
  }
  CHECK(has(codes_findings(R"({"namespace": "t", "sourceLocale": "EN", "defaultLocale": "en", "codes": []})"),
            "codes.json:1:36: error: \"EN\" is no canonical BCP 47 locale tag"));
  CHECK(has(codes_findings(R"({"namespace": "t", "sourceLocale": "fr", "defaultLocale": "en", "codes": []})"),
            "codes.json: error: \"sourceLocale\" is fr, but there is no "));
}

TEST_CASE("An argument that is not declared is an error at its placeholder") {
  CHECK(message_findings(R"("x {m}")") ==
        "en.json:2:9: error: {m} is not declared in codes.json for this code; it has n, s\n");
  CHECK(has(
      compile_files({{"codes.json", codes_json(R"({"code": 1, "name": "a"})")}, {"en.json", english(R"("a": "{n}")")}})
          .findings,
      "en.json:2:7: error: {n} is not declared in codes.json for this code, which has no arguments"));
  CHECK(has(compile_files({{"codes.json", codes_json("")},
                           {"en.json", R"({"$unknown-code": "{kode}", "$unreadable-response": "{code}"})"}})
                .findings,
            "en.json:1:20: error: {kode} is not declared in codes.json for this code; it has code"));
}

TEST_CASE("An argument that is used against its type is an error at its placeholder") {
  CHECK(message_findings(R"("{s, number}")") ==
        "en.json:2:7: error: {s} is declared a string, but used as a number here\n");
  CHECK(message_findings(R"("{s, plural, other{#}}")") ==
        "en.json:2:7: error: {s} is declared a string, but used as a number here\n");
  CHECK(message_findings(R"("{n, select, other{x}}")") ==
        "en.json:2:7: error: {n} is declared a number: use plural, not select\n");
  CHECK(message_findings(R"("{s, select, other{{n}}} {n, plural, other{{s}}}")").empty());
}

TEST_CASE("What only the ICU engine can format is no error, what it refuses is one") {
  for (const char *message : {R"("{n, number, currency}")", R"("{n, spellout}")", R"("{n, choice, 0#none|1#one}")",
                              R"("{n, number, ::scientific}")", R"({"text": "{$n :number}", "syntax": "mf2"})"}) {
    INFO(message);
    CHECK(message_findings(message).empty());
  }
  CHECK(message_findings(R"({"text": "{$n :my:function}", "syntax": "mf2"})").find(":my:function is not declared") !=
        std::string::npos);
  CHECK(has(message_findings(R"("{n, number, ::nonsense-stem}")"), "en.json:2:"));
  CHECK(has(message_findings(R"("{n, nonsense}")"), "en.json:2:11: error: \"nonsense\" is no argument type"));
  CHECK(has(message_findings(R"("{n, date}")"), "en.json:2:7: error: {n} is declared a number, but used as a date"));
  CHECK(has(message_findings(R"({"text": "{$s :date}", "syntax": "mf2"})"),
            "en.json:2:16: error: {s} is declared a string, but used as a date"));
  CHECK(has(message_findings(R"({"text": "{$n", "syntax": "mf2"})"),
            "en.json:2:19: error: a '{' has no matching '}' (syntax-error)"));
  CHECK(has(compile_files({{"codes.json", codes_json("")},
                           {"en.json", R"({"$syntax": "mf3", "$unknown-code": "?", "$unreadable-response": "?"})"}})
                .findings,
            "en.json:1:13: error: \"$syntax\" must be \"mf1\" or \"mf2\""));
}

TEST_CASE("A message is a string, or an object with its text") {
  CHECK(message_findings(R"({"text": "{n}", "note": "x", "syntax": "mf1"})").empty());
  CHECK(has(message_findings("5"), "en.json:2:6: error: a message must be a string, not an integer"));
  CHECK(has(message_findings(R"({"note": "x"})"), "en.json:2:6: error: \"text\" is missing here"));
  CHECK(has(message_findings(R"({"text": "x", "txt": "y"})"), "en.json:2:20: error: \"txt\" means nothing here"));
  CHECK(has(message_findings(R"({"text": "x {m}"})"), "en.json:2:18: error: {m} is not declared"));
}

TEST_CASE("A locale file is named as its locale, canonically, and says no other") {
  const auto findings = [](const std::string &name, const std::string &text) {
    return compile_files({{"codes.json", codes_json("")}, {"en.json", english("")}, {name, text}}).findings;
  };
  CHECK(has(findings("zh_TW.json", "{}"), "zh_TW.json: error: \"zh_TW\" is no canonical BCP 47 locale tag"));
  CHECK(has(findings("iw.json", "{}"),
            "iw.json: error: \"iw\" is no canonical BCP 47 locale tag: rename the file to he.json"));
  CHECK(has(findings("fr.json", english(R"("$locale": "de")")),
            "fr.json:2:12: error: \"$locale\" must be \"fr\", as the file is named"));
  CHECK(findings("fr.json", english(R"("$locale": "fr", "$schema": "x", "$comment": "y")")).empty());
  CHECK(findings("notes.txt", "no JSON").empty());
  CHECK(has(findings("fr.json", "[]"), "fr.json:1:1: error: a locale file must be an object"));
}

TEST_CASE("Transports name statuses and codes that are there") {
  const auto with = [](const std::string &transports) {
    return compile_files(
               {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "old", "retired": true})",
                                          ",\n\"transports\": " + transports)},
                {"en.json", english(R"("a": "A")")}})
        .findings;
  };
  CHECK(
      with(
          R"({"http": {"readBodyOf": [200, 999, 0], "codeField": "code", "statuses": {"403": "a", "0": "a"}}, "rpc": {}})")
          .empty());
  CHECK(has(with(R"({"http": {"statuses": {"403": "ghost"}}})"),
            "codes.json:2:16: error: status 403 of http means \"ghost\", which is no code"));
  CHECK(has(with(R"({"http": {"statuses": {"403": "old"}}})"),
            "codes.json:2:16: error: status 403 of http means \"old\""));
  CHECK(has(with(R"({"http": {"statuses": {"40x": "a"}}})"), "codes.json:2:38: error: expected a status"));
  CHECK(has(with(R"({"http": {"statuses": {"1000": "a"}}})"), "codes.json:2:38: error: expected a status"));
  CHECK(has(with(R"({"http": {"statuses": {"403": 1}}})"), "codes.json:2:38: error: expected a status"));
  CHECK(has(with(R"({"http": {"readBodyOf": [1000]}})"),
            "codes.json:2:40: error: a status must be an integer from 0 to 999"));
  CHECK(has(with(R"({"http": {"readBodyOf": ["200"]}})"), "codes.json:2:40: error: a status must be an integer"));
  CHECK(has(with(R"({"http": {"codeField": "errno"}})"),
            "codes.json:2:38: error: the field that holds the return code must be \"code\""));
  CHECK(has(with(R"({"http": {"bodyOf": []}})"), "codes.json:2:25: error: \"bodyOf\" means nothing here"));
  CHECK(has(with(R"({"http": 5})"), "codes.json:2:24: error: a transport must be an object"));
}

TEST_CASE("A transport may name 255 statuses of each kind and no more") {
  const auto findings = [](int count) {
    std::string read;
    std::string mapped;
    for (int status = 0; status < count; ++status) {
      read += (status > 0 ? "," : "") + std::to_string(status);
      mapped += (status > 0 ? ",\"" : "\"") + std::to_string(status + 300) + "\": \"a\"";
    }
    const Compiled compiled = compile_files(
        {{"codes.json", codes_json(R"({"code": 1, "name": "a"})", ",\n\"transports\": {\"h\": {\"readBodyOf\": [" +
                                                                      read + "], \"statuses\": {" + mapped + "}}}")},
         {"en.json", english(R"("a": "A")")}});
    if (compiled.error_count == 0) {
      const cg::Catalog catalog = open_packs(compiled.packs);
      CHECK(catalog.resolve_response({"h", count + 299, nullptr}, "en").text == "A");
    }
    return compiled.findings;
  };
  CHECK(findings(255).empty());
  CHECK(findings(256).find("at most 255 statuses") != std::string::npos);
}

TEST_CASE("Problems name codes that are there, by keys that a body can have") {
  const auto with = [](const std::string &http) {
    return compile_files(
               {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "old", "retired": true})",
                                          ",\n\"transports\": {\"http\": {" + http + "}}")},
                {"en.json", english(R"("a": "A")")}})
        .findings;
  };
  CHECK(
      with(
          R"("problemTypes": {"urn:x": "a", "/y": "a"}, "errorReasons": {"d.example": {"R": "a"}, "e.example": {"R": "a"}})")
          .empty());
  CHECK(with(R"("problemTypes": {}, "errorReasons": {"d.example": {}})").empty());
  CHECK(has(with(R"("problemTypes": {"urn:x": "ghost"})"),
            "codes.json:2:42: error: the problem \"urn:x\" of http means \"ghost\", which is no code"));
  CHECK(has(with(R"("problemTypes": {"urn:x": "old"})"),
            "codes.json:2:42: error: the problem \"urn:x\" of http means \"old\""));
  CHECK(has(with(R"("problemTypes": {"urn:x": 1})"),
            "codes.json:2:42: error: the problem \"urn:x\" must have the name of the code that it means, not"));
  for (const char *type : {"", "about:blank", "urn: x", "urn:\\t", "urn:ä", "\\u0000"}) {
    INFO(type);
    CHECK(has(with(R"("problemTypes": {")" + std::string(type) + R"(": "a"})"),
              "codes.json:2:42: error: a problem type must be a URI"));
  }
  CHECK(has(with(R"("problemTypes": ["urn:x"])"), "codes.json:2:41: error: "));
  CHECK(has(with(R"("errorReasons": {"d.example": {"R": "ghost"}})"),
            "codes.json:2:56: error: the problem \"R@d.example\" of http means \"ghost\""));
  CHECK(has(with(R"("errorReasons": {"d.example": "a"})"), "codes.json:2:42: error: expected a domain and an object"));
  CHECK(has(with(R"("errorReasons": {"": {"R": "a"}})"), "codes.json:2:42: error: expected a domain and an object"));
  for (const char *reason : {"", "A B", "A@B", "É"}) {
    INFO(reason);
    CHECK(has(with(R"("errorReasons": {"d.example": {")" + std::string(reason) + R"(": "a"}})"),
              "codes.json:2:56: error: a reason must be a word"));
  }
  CHECK(has(with(R"("problemTypes": {"R@d": "a"}, "errorReasons": {"d": {"R": "a"}})"),
            "codes.json:2:78: error: the problem \"R@d\" stands here as a type and as a reason: leave one out"));
}

TEST_CASE("A problem's key has 255 bytes at most") {
  const auto findings = [](const std::string &http) {
    return compile_files({{"codes.json",
                           codes_json(R"({"code": 1, "name": "a"})", ", \"transports\": {\"http\": {" + http + "}}")},
                          {"en.json", english(R"("a": "A")")}})
        .findings;
  };
  const auto type = [](size_t bytes) { return "\"problemTypes\": {\"" + std::string(bytes, 'x') + "\": \"a\"}"; };
  const auto reason = [](size_t bytes) {
    return "\"errorReasons\": {\"d\": {\"" + std::string(bytes - 2, 'R') + "\": \"a\"}}";
  };
  CHECK(findings(type(CG_MAX_PROBLEM_KEY_BYTES)).empty());
  CHECK(findings(reason(CG_MAX_PROBLEM_KEY_BYTES)).empty());
  CHECK(findings(type(CG_MAX_PROBLEM_KEY_BYTES + 1)).find("\" has 256 bytes; at most 255 are read") !=
        std::string::npos);
  CHECK(findings(reason(CG_MAX_PROBLEM_KEY_BYTES + 1)).find("\" has 256 bytes; at most 255 are read") !=
        std::string::npos);
}

TEST_CASE("All transports fit one text of a pack, or are said to be too large") {
  // Of a problem 8 bytes beside its key, of a transport 5 beside its name and 10 for these statuses.
  const auto compiled = [](size_t last_bytes) {
    std::string problems;
    for (int index = 0; index < 654; ++index) {
      problems += "\"p" + std::to_string(1000 + index) + std::string(87, 'x') + "\": \"a\", ";
    }
    problems += "\"" + std::string(last_bytes, 'y') + "\": \"a\"";
    return compile_files(
        {{"codes.json",
          codes_json(R"({"code": 1, "name": "a"})",
                     R"(, "transports": {"http": {"readBodyOf": [200], "statuses": {"403": "a"}, "problemTypes": {)" +
                         problems + "}}}")},
         {"en.json", english(R"("a": "A")")}});
  };
  const size_t room = 65535 - 19 - 654 * 100 - 8;
  const Compiled largest = compiled(room);
  CHECK(largest.findings.empty());
  CHECK(open_packs(largest.packs).resolve_response({"http", 500, nullptr, std::string(room, 'y')}, "en").text == "A");
  CHECK(compiled(room + 1).findings.find(
            "the transports take 65536 bytes of each pack, which has room for 65535: map fewer") != std::string::npos);
}

TEST_CASE("Every error of a folder comes in one run, in the order of files and lines") {
  const Compiled compiled = compile_files(
      {{"codes.json",
        codes_json(
            "{\"code\": 1, \"name\": \"a\", \"args\": {\"n\": {\"type\": \"number\"}}},\n{\"code\": 1, \"name\": \"b\"},\n"
            "{\"code\": 3, \"name\": \"c\", \"colour\": \"red\"}")},
       {"de.json",
        "{\"$unknown-code\": \"?\", \"$unreadable-response\": \"?\",\n\"a\": \"{n\",\n\"b\": \"{m}\",\n\"a\": \"x\",\n\"c\": \"'{n}'\"}"},
       {"en.json", english("\"a\": \"{n, date}\",\n\"ghost\": \"x\",\n\"b\": 5,\n\"c\": \"C\"")},
       {"fr.json", "{\"a\" \"broken\"}"},
       {"zz_zz.json", "{}"}});
  CHECK(compiled.packs.empty());
  const std::vector<std::string> expected = {"codes.json:2:10: error: code 1 is taken",
                                             "codes.json:3:26: error: \"colour\" means nothing",
                                             "de.json:2:7: error: a '{' has no matching '}'",
                                             "de.json:3:7: error: {m} is not declared",
                                             "de.json:4:1: error: \"a\" stands here a second time",
                                             "de.json:5:7: warning: the apostrophes make {n} plain text",
                                             "en.json:2:7: error: {n} is declared a number, but used as a date",
                                             "en.json:3:1: error: \"ghost\" is no code of codes.json",
                                             "en.json:4:6: error: a message must be a string",
                                             "fr.json:1:13: error: not valid JSON",
                                             "zz_zz.json: error: \"zz_zz\" is no canonical"};
  size_t from = 0;
  for (const std::string &line : expected) {
    INFO(compiled.findings << "wanted: " << line);
    const size_t at = compiled.findings.find(line, from);
    REQUIRE(at != std::string::npos);
    from = at + line.size();
  }
  CHECK(compiled.error_count == 10);
}
