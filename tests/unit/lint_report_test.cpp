// The reports of a check, and the command's exit statuses.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/lint/report.h"
#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// A catalog with one error, two warnings at places, and one of a file as a whole.
class BadCatalog {
 public:
  BadCatalog() {
    folder_.write("a b/codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})"));
    folder_.write("a b/en.json", lint_locale("en", "\"A\"", ", \"b\": \"B\""));
    folder_.write("a b/de.json", lint_locale("de", "\"é\u2068 \""));
  }
  std::string path() const { return folder_.path("a b"); }
  CheckResult check() const {
    CheckOptions options;
    options.folder = path();
    return check_catalog(options);
  }
  const TemporaryFolder &folder() const { return folder_; }

 private:
  TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("A text report has a line a finding, with its rule") {
  const BadCatalog catalog;
  const std::string text = text_report(catalog.check());
  CHECK(text.find("de.json:2:9: warning: the text ends with a space") != std::string::npos);
  CHECK(text.find(" [outer-space]\n") != std::string::npos);
  CHECK(text.find("de.json: warning: no message for \"b\"") != std::string::npos);
}

TEST_CASE("A JSON report has what a tool asks for") {
  const BadCatalog catalog;
  const nlohmann::json report = nlohmann::json::parse(json_report(catalog.check()));
  CHECK(report["version"] == 1);
  CHECK(report["errors"] == 1);
  CHECK(report["warnings"] == 2);
  CHECK(report["excepted"] == 0);
  CHECK(report["baselined"] == 0);
  REQUIRE(report["findings"].size() == 3);
  const nlohmann::json &missing = report["findings"][0];
  CHECK(missing["rule"] == "missing-message");
  CHECK(missing["name"] == "b");
  CHECK_FALSE(missing.contains("line"));
  const nlohmann::json &bidi = report["findings"][1];
  CHECK(bidi["rule"] == "bidi-unbalanced");
  CHECK(bidi["severity"] == "error");
  CHECK(bidi["file"] == catalog.path() + "/de.json");
  CHECK(bidi["line"] == 2);
  CHECK(bidi["column"] == 8);
  CHECK(bidi["fixable"] == false);
  CHECK(report["findings"][2]["fixable"] == true);
}

TEST_CASE("A SARIF report names rules, places and relative files") {
  const BadCatalog catalog;
  const nlohmann::json log = nlohmann::json::parse(sarif_report(catalog.check(), catalog.folder().path()));
  CHECK(log["version"] == "2.1.0");
  const nlohmann::json &run = log["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["tool"]["driver"]["rules"].size() == all_rules().size());
  REQUIRE(run["results"].size() == 3);
  for (const nlohmann::json &result : run["results"]) {
    CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<size_t>()]["id"] == result["ruleId"]);
    const nlohmann::json &file = result["locations"][0]["physicalLocation"]["artifactLocation"];
    CHECK(file["uri"] == "a%20b/de.json");
    CHECK(file["uriBaseId"] == "%SRCROOT%");
  }
  CHECK_FALSE(run["results"][0]["locations"][0]["physicalLocation"].contains("region"));
  CHECK(run["results"][1]["locations"][0]["physicalLocation"]["region"] ==
        nlohmann::json({{"startLine", 2}, {"startColumn", 8}}));
  CHECK(run["results"][1]["level"] == "error");
  const nlohmann::json outside = nlohmann::json::parse(sarif_report(catalog.check(), "/nowhere"));
  CHECK(outside["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            .get<std::string>()
            .starts_with("file:///"));
}

TEST_CASE("GitHub annotations are escaped as GitHub reads them") {
  Diagnostics findings;
  findings.add(Rule::bidi_unbalanced, {"x/a,b:c%.json", 3, 4}, "100 %\r\nmore: a, b");
  findings.add(Rule::missing_message, {"x/de.json", 0, 0}, "whole");
  CheckResult result;
  result.findings = findings.all();
  const std::string here = std::filesystem::current_path().string();
  CHECK(github_report(result, here) ==
        "::error file=x/a%2Cb%3Ac%25.json,line=3,col=4,title=bidi-unbalanced::100 %25%0D%0Amore: a, b\n"
        "::warning file=x/de.json,title=missing-message::whole\n");
}

TEST_CASE("A report is well-formed whatever a file is called") {
  Diagnostics findings;
  findings.add(Rule::invalid_file, {"\xFF\"\n.json", 1, 1}, "\xC3");
  CheckResult result;
  result.findings = findings.all();
  CHECK(nlohmann::json::accept(json_report(result)));
  CHECK(nlohmann::json::accept(sarif_report(result, "/")));
  CHECK(is_utf8(sarif_report(result, "/")));
}

TEST_CASE("Warnings fail a check only if they are told to") {
  const TemporaryFolder folder;
  folder.write("codes.json", lint_codes);
  folder.write("en.json", lint_locale("en", "\" <b>File</b>\""));  // Three warnings.
  const auto status = [&folder](const std::vector<std::string> &more) {
    std::vector<std::string> arguments = {"check", folder.path()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_command(arguments).exit_status;
  };
  CHECK(status({}) == 0);
  CHECK(status({"--strict"}) == 1);
  CHECK(status({"--max-warnings", "3"}) == 0);
  CHECK(status({"--max-warnings", "2"}) == 1);
  CHECK(status({"--max-warnings", "0"}) == 1);
  CHECK(status({"--max-warnings", "-1"}) == 2);
  CHECK(run_command({"check", folder.path(), "--strict"}).errors.find("3 warnings, and none is allowed") !=
        std::string::npos);
}

TEST_CASE("Reports for tools go to standard output, and nothing else does") {
  const BadCatalog catalog;
  for (const char *format : {"json", "sarif"}) {
    const CommandResult result = run_command({"check", catalog.path(), "--format", format});
    CHECK(result.exit_status == 1);
    CHECK(nlohmann::json::accept(result.output));
    CHECK(result.errors.empty());
  }
  const CommandResult github = run_command({"check", catalog.path(), "--format", "github"});
  CHECK(github.exit_status == 1);
  CHECK(github.output.starts_with("::warning file="));
  const CommandResult text = run_command({"check", catalog.path()});
  CHECK(text.output.empty());
  CHECK(text.errors.find("1 error, 2 warnings\n") != std::string::npos);
}

TEST_CASE("Wrong use of a check is exit status 2") {
  const BadCatalog catalog;
  const auto status = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "check");
    return run_command(arguments).exit_status;
  };
  CHECK(status({}) == 2);
  CHECK(status({catalog.path(), "--format", "xml"}) == 2);
  CHECK(status({catalog.path(), "--write-baseline"}) == 2);
  CHECK(status({catalog.path(), "--explain", "--format", "json"}) == 2);
  CHECK(status({catalog.path(), "--baseline", catalog.path() + "/old.json"}) == 2);
  CHECK(status({catalog.path(), "--baseline", "/nowhere/baseline.json"}) == 1);
  CHECK(status({catalog.path(), "--baseline", "/nowhere/baseline.json", "--write-baseline"}) == 2);
  CHECK(status({"--rules"}) == 0);
}

TEST_CASE("The project's own catalog passes its own check") {
  CheckOptions options;
  options.folder = CODEGLOT_LOCALES;
  const CheckResult result = check_catalog(options);
  INFO(text_report(result));
  CHECK(result.errors == 0);
  // Names of companies are verbatim by the glossary alone.
  for (const Diagnostic &finding : result.findings) {
    CHECK(finding.rule == Rule::wrong_script);
    CHECK_FALSE(std::filesystem::exists(std::string(CODEGLOT_LOCALES) + "/glossary.json"));
  }
  CHECK(result.excepted > 0);
}
