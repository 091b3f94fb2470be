// Generated constants and tables: names in each language, hostile texts, drift. That the files compile is tested in
// tests/generate.
#include "core/generate/generate.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "core/generate/identifiers.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

const GeneratedForm &form_of(const std::string &name) {
  const auto &forms = generated_forms();
  return *std::find_if(forms.begin(), forms.end(), [&](const GeneratedForm &form) { return form.name == name; });
}

struct Generated {
  std::string text;
  std::string findings;
};

/// What is made of a codes.json of these codes, with one locale.
Generated generated(const std::string &form, const std::string &codes, const std::string &messages = "") {
  const TemporaryFolder folder;
  folder.write("codes.json", codes_json(codes.substr(1, codes.size() - 2)));  // Without the brackets.
  folder.write("en.json", "{" + messages + "}");
  Diagnostics diagnostics;
  const std::optional<Catalog> catalog = read_catalog(folder.path(), diagnostics);
  REQUIRE(catalog);
  REQUIRE_FALSE(diagnostics.has_errors());
  Diagnostics found;
  Generated result;
  result.text = generate(form_of(form), *catalog, "", found);
  result.findings = found.text();
  for (size_t at = result.findings.find(folder.path()); at != std::string::npos;
       at = result.findings.find(folder.path())) {
    result.findings.erase(at, folder.path().size() + 1);
  }
  return result;
}

bool has(const std::string &text, const std::string &part) {
  UNSCOPED_INFO(text);
  return text.find(part) != std::string::npos;
}

std::string in_all_spellings(const std::string &name) {
  std::string result;
  for (const Spelling spelling : {Spelling::upper_snake, Spelling::snake, Spelling::pascal, Spelling::camel}) {
    result += (result.empty() ? "" : " ") + spelled(words_of(name), spelling);
  }
  return result;
}

}  // namespace

TEST_CASE("Names of the service become identifiers in each spelling") {
  CHECK(in_all_spellings("too-many-roles") == "TOO_MANY_ROLES too_many_roles TooManyRoles tooManyRoles");
  CHECK(in_all_spellings("account_len_invalid") ==
        "ACCOUNT_LEN_INVALID account_len_invalid AccountLenInvalid accountLenInvalid");
  CHECK(in_all_spellings("HTTPError") == "HTTP_ERROR http_error HttpError httpError");
  CHECK(in_all_spellings("openID2Token") == "OPEN_ID2_TOKEN open_id2_token OpenId2Token openId2Token");
  CHECK(in_all_spellings("step-1-2") == "STEP_1_2 step_1_2 Step1_2 step1_2");
  CHECK(in_all_spellings("step-12") == "STEP_12 step_12 Step12 step12");
  CHECK(in_all_spellings("a--_b_") == "A_B a_b AB aB");
  CHECK(in_all_spellings("E") == "E e E e");
}

TEST_CASE("Two codes with one identifier are an error at the second, where both are") {
  const std::string codes = R"([{"code": 1, "name": "not-found"},
    {"code": 2, "name": "other"},
    {"code": 3, "name": "not_found"}])";
  for (const char *form : {"c", "cpp", "typescript", "kotlin", "java", "swift"}) {
    INFO(form);
    const Generated result = generated(form, codes, R"("not-found": "x", "other": "x", "not_found": "x")");
    CHECK(result.text.empty());
    CHECK(has(result.findings, "codes.json:"));
    CHECK(has(result.findings, "error: \"not_found\" and \"not-found\" of line"));
    CHECK(has(result.findings, "rename the one that is not published yet"));
    CHECK(std::count(result.findings.begin(), result.findings.end(), '\n') == 1);
  }
  for (const char *form : {"markdown", "html"}) {
    CHECK(generated(form, codes, R"("not-found": "x", "other": "x", "not_found": "x")").findings.empty());
  }
}

TEST_CASE("A reserved word gets an underscore, and then collides with whoever has that name") {
  const std::string messages = R"("delete": "x", "init": "x", "errno": "x")";
  const std::string codes =
      R"([{"code": 1, "name": "delete"}, {"code": 2, "name": "init"}, {"code": 3, "name": "errno"}])";
  CHECK(has(generated("cpp", codes, messages).text, "std::int32_t delete_ = 1;"));
  CHECK(has(generated("cpp", codes, messages).text, "std::int32_t errno_ = 3;"));
  CHECK(has(generated("swift", codes, messages).text, "case init_ = 2\n"));
  CHECK(has(generated("c", codes, messages).text, "TEST_CODE_DELETE = 1,"));
  CHECK(has(generated("java", codes, messages).text, "int DELETE = 1;"));
  CHECK(has(generated("typescript", codes, messages).text, "  Delete: 1,\n"));
}

TEST_CASE("A retired code stays, deprecated") {
  const std::string codes = R"([{"code": 5, "name": "old", "retired": true}])";
  CHECK(has(generated("c", codes).text, "TEST_CODE_OLD TEST_RETIRED_CODE = 5,"));
  CHECK(has(generated("cpp", codes).text, "[[deprecated("));
  CHECK(has(generated("typescript", codes).text, "   * @deprecated\n   */\n  Old: 5,"));
  CHECK(has(generated("kotlin", codes).text, "@Deprecated(\"Retired: the service no longer returns this code.\")"));
  CHECK(has(generated("java", codes).text, "    @Deprecated\n    public static final int OLD = 5;"));
  CHECK(has(generated("swift", codes).text, "@available(*, deprecated,"));
  CHECK(has(generated("markdown", codes).text, "| 5 | old |"));
  CHECK(has(generated("html", codes).text, "class=\"retired\">old</th>"));
}

TEST_CASE("A catalog without codes, and the limits of a code, are source that compiles") {
  CHECK_FALSE(has(generated("c", "[]").text, "enum"));
  CHECK(has(generated("swift", "[]").text, "public enum TestCode {\n}"));
  CHECK(has(generated("typescript", "[]").text, "export const Codes = {\n} as const;"));
  const std::string codes = R"([{"code": -2147483648, "name": "least"}, {"code": 2147483647, "name": "most"}])";
  const std::string messages = R"("least": "x", "most": "x")";
  CHECK(has(generated("c", codes, messages).text, "TEST_CODE_LEAST = -2147483647 - 1,"));
  CHECK(has(generated("cpp", codes, messages).text, "least = -2147483647 - 1;"));
  CHECK(has(generated("kotlin", codes, messages).text, "LEAST: Int = Int.MIN_VALUE"));
  CHECK(has(generated("typescript", codes, messages).text, "  [-2147483648]: NoArguments;\n"));
}

TEST_CASE("A note cannot end a comment, open one, or turn its line around") {
  const std::string codes =
      "[{\"code\": 1, \"name\": \"a\", \"note\": \"one */ two /* three \\\\u002a/ four *\\u2028/ \\u202e five "
      "\\n@deprecated ?"
      "?/\"}]";
  for (const char *form : {"c", "cpp", "typescript", "kotlin", "java", "swift"}) {
    INFO(form);
    const std::string text = generated(form, codes, R"("a": "x")").text;
    const std::string comment = text.substr(text.find("/**\n"),
                                            text.find("*/\n", text.find("one")) - text.find("/**\n"));
    CHECK(has(comment, "one * / two / * three /u002a/ four * / five @deprecated ? ?/"));
    CHECK(comment.find('\\') == std::string::npos);
    CHECK(comment.find("\u202E") == std::string::npos);
  }
}

TEST_CASE("TypeScript declares what each message takes") {
  const std::string text = generated("typescript",
                                     R"([{"code": -7, "name": "a", "args": {"n": {"type": "number"},
      "s": {"type": "string", "default": "x", "description": "What it is. */"}, "d": {"type": "date"}}},
      {"code": 8, "name": "b"}])",
                                     R"("a": "{n}{s}{d, date}", "b": "x")")
                               .text;
  CHECK(has(text, "  A: -7,\n"));
  CHECK(has(text,
            "  [-7]: {\n    readonly n: NumberArgument;\n    /** What it is. * / */\n"
            "    readonly s?: string | null | undefined;\n    readonly d: DateArgument;\n  };\n  8: NoArguments;\n"));
  CHECK_FALSE(has(generated("typescript", R"([{"code": 8, "name": "b"}])", R"("b": "x")").text, "DateArgument"));
}

TEST_CASE("Texts in tables are texts, whatever they hold") {
  const std::string codes = R"([{"code": 1, "name": "a", "note": "<b>|</b>"}])";
  const std::string messages =
      "\"a\": \"<script>alert('1')</script> a|b `c` *d* [e](javascript:f) & \\\"g\\\"\\nh --> \\u0001 www.example.org\"";
  const std::string html = generated("html", codes, messages).text;
  CHECK(has(html,
            "&lt;script&gt;alert('1')&lt;/script&gt; a|b `c` *d* [e](javascript:f) &amp; &quot;g&quot;\nh --&gt; "
            "\uFFFD www.example.org</td>"));
  CHECK_FALSE(has(html, "<script"));
  CHECK(has(html, "<td lang=\"en\" dir=\"ltr\">"));
  const std::string markdown = generated("markdown", codes, messages).text;
  CHECK(has(markdown,
            "&lt;script&gt;alert('1')&lt;/script&gt; a\\|b \\`c\\` \\*d\\* \\[e\\](javascript&#58;f) &amp; "
            "\"g\"<br>h --&gt;   www&#46;example.org |"));
}

TEST_CASE("A cell says whose words it has, and which way they run") {
  const TemporaryFolder folder;
  folder.write("codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})"));
  folder.write("en.json", R"({"a": "one", "b": "two"})");
  folder.write("ar.json", R"({"a": "واحد"})");
  Diagnostics diagnostics;
  const std::optional<Catalog> catalog = read_catalog(folder.path(), diagnostics);
  REQUIRE(catalog);
  const std::string html = generate(form_of("html"), *catalog, "", diagnostics);
  CHECK(has(html, "<td lang=\"ar\" dir=\"rtl\">واحد</td>"));
  CHECK(has(html, "<td lang=\"en\" dir=\"ltr\" class=\"inherited\">two</td>"));
  const std::string markdown = generate(form_of("markdown"), *catalog, "", diagnostics);
  CHECK(has(markdown, "| 1 | a | <span lang=\"ar\" dir=\"rtl\">واحد</span> |"));
  CHECK(has(markdown, "| 2 | b | <span lang=\"en\" dir=\"ltr\">two</span> (en) |"));
}

TEST_CASE("A namespace that cannot be part of an identifier is an error at its place") {
  for (const GeneratedForm &form : generated_forms()) {
    const TemporaryFolder folder;
    folder.write("codes.json",
                 "{\"namespace\": \"7 --> x\",\n \"sourceLocale\": \"en\", \"defaultLocale\": \"en\", \"codes\": []}");
    Diagnostics diagnostics;
    const std::optional<Catalog> catalog = read_codes_of(folder.path(), diagnostics);
    REQUIRE(catalog);
    CHECK(generate(form, *catalog, "", diagnostics).empty());
    CHECK(has(diagnostics.text(), "codes.json:1:15: error: \"namespace\""));
  }
}

TEST_CASE("codeglot generate --check fails on drift, with the line and the remedy") {
  const TemporaryFolder folder;
  for (const auto &[name, text] : small_catalog()) {
    folder.write("locales/" + name, text);
  }
  const std::string locales = folder.path("locales");
  for (const GeneratedForm &form : generated_forms()) {
    INFO(form.name);
    const std::vector<std::string> words = {"generate", "--to", form.name, "-o", folder.path("out/"), locales};
    std::filesystem::create_directories(folder.path("out"));
    std::vector<std::string> check = words;
    check.emplace_back("--check");
    const CommandResult absent = run_command(check);
    CHECK(absent.exit_status == 1);
    CHECK(has(absent.errors, "does not exist: run codeglot generate --to " + form.name + " --output "));
    const CommandResult written = run_command(words);
    CHECK(written.exit_status == 0);
    const std::string path = written.output.substr(0, written.output.find(" written"));
    CHECK(run_command(check).exit_status == 0);
    const std::string good = read_bytes(path);
    CHECK(run_command({"generate", "--to", form.name, locales}).output == good);
    CHECK(good.find(folder.path()) == std::string::npos);
    const size_t line = static_cast<size_t>(std::count(good.begin(), good.end(), '\n'));
    for (const std::string &drifted : {good + "more\n", good.substr(0, good.size() - 1), std::string()}) {
      folder.write("out/" + std::filesystem::path(path).filename().string(), drifted);
      const CommandResult drift = run_command(check);
      CHECK(drift.exit_status == 1);
      CHECK(drift.output.empty());
      CHECK(has(drift.errors, path + ":" +
                                  std::to_string(drifted.empty()  ? 1
                                                 : drifted < good ? line
                                                                  : line + 1) +
                                  ":1: "));
      CHECK(has(drift.errors, "run codeglot generate --to " + form.name + " --output " + path + " " + locales));
      CHECK(read_bytes(path) == drifted);
    }
  }
}

TEST_CASE("codeglot generate says what is wrong with its options") {
  const TemporaryFolder folder;
  folder.write("codes.json", codes_json(""));
  const auto complaint = [&folder](std::vector<std::string> words) {
    words.insert(words.begin(), "generate");
    words.push_back(folder.path());
    const CommandResult result = run_command(words);
    CHECK(result.exit_status == 2);
    CHECK(result.output.empty());
    return result.errors;
  };
  CHECK(has(complaint({}), "--to is required"));
  CHECK(has(complaint({"--to", "cobol"}), "cobol"));
  CHECK(has(complaint({"--to", "c", "--check"}), "--check needs --output"));
  CHECK(has(complaint({"--to", "c", "--package", "a.b"}), "--package is for java and kotlin"));
  CHECK(has(complaint({"--to", "java", "--package", "a..b"}), "\"a..b\" is no package"));
  CHECK(has(complaint({"--to", "java", "--package", "a; b"}), "is no package"));
  CHECK(has(complaint({"--to", "java", "-o", folder.path("Codes.java")}), "name the file so"));
  const CommandResult packaged = run_command({"generate", "--to", "java", "--package", "com.example", folder.path()});
  CHECK(has(packaged.output, "\npackage com.example;\n"));
  CHECK(has(packaged.output, "--package com.example\""));
}

TEST_CASE("The constants of the npm package are those of the catalog") {
  const CommandResult result = run_command({"generate", "--to", "typescript", "--check", "--output",
                                            CODEGLOT_LOCALES "/../wasm/src/codes.ts", CODEGLOT_LOCALES});
  INFO(result.errors);
  CHECK(result.exit_status == 0);
}
