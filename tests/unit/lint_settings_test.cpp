// check.json and baselines: what counts for how much, what is left as it is, and when that is out of date.
#include <catch2/catch_test_macros.hpp>

#include "tests/unit/lint_support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

/// The report for a German message that ends with a space, under these settings.
std::string report(const std::string &settings, const std::string &message = "Datei fehlt. ") {
  return check_files({{"codes.json", lint_codes},
                      {"check.json", settings},
                      {"en.json", lint_locale("en", "\"File\"")},
                      {"de.json", lint_locale("de", json_string(message))}});
}

std::string with_exception(const std::string &members, const std::string &message = "Datei fehlt. ") {
  return report("{\"exceptions\": [{" + members + "}]}", message);
}

bool is_wrong(const std::string &settings, const std::string &words) {
  const std::string found = report(settings);
  UNSCOPED_INFO(found);
  return found.find("check.json:1:") != std::string::npos && found.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("A rule's severity can be set, or the rule switched off") {
  CHECK(report("{}").find("warning: the text ends") != std::string::npos);
  CHECK(report(R"({"rules": {"outer-space": "error"}})").find("error: the text ends") != std::string::npos);
  CHECK(report(R"({"rules": {"outer-space": {"severity": "error"}}})").find("error: the text ends") !=
        std::string::npos);
  CHECK(report(R"({"rules": {"outer-space": "off"}})") == "");
  CHECK(report(R"({"rules": {"html": {"allow": ["b"]}}})", "<b>Datei</B> fehlt.") == "");
  CHECK(reports(report(R"({"rules": {"html": {"allow": ["b"]}}})", "<i>Datei</i> fehlt."), "html"));
}

TEST_CASE("An exception takes out what it names, for a reason") {
  CHECK(with_exception(R"("rule": "outer-space", "locale": "de", "name": "a", "reason": "x")") == "");
  CHECK(with_exception(R"("rule": "outer-space", "locale": "de", "reason": "x")") == "");
  CHECK(with_exception(R"("rule": "outer-space", "name": "a", "reason": "x")") == "");
  CHECK(reports(with_exception(R"("rule": "outer-space", "locale": "en", "reason": "x")"), "outer-space"));
  CHECK(reports(with_exception(R"("rule": "html", "locale": "de", "reason": "x")"), "outer-space"));
}

TEST_CASE("An exception that takes out nothing is a finding itself") {
  CHECK(with_exception(R"("rule": "outer-space", "locale": "de", "name": "a", "reason": "x")", "Datei fehlt.") ==
        "check.json:1:17: warning: nothing here to except: \"outer-space\" is not found in de for \"a\": remove the "
        "exception [stale-exception]\n");
  CHECK(
      report(
          R"({"rules": {"outer-space": "off"}, "exceptions": [{"rule": "outer-space", "locale": "de", "reason": "x"}]})")
          .empty());
}

TEST_CASE("What is wrong with the settings is found in them") {
  CHECK(is_wrong("{", "not valid JSON"));
  CHECK(is_wrong("[]", "must be an object"));
  CHECK(is_wrong(R"({"rule": {}})", "means nothing here"));
  CHECK(is_wrong(R"({"rules": {"outer-spaces": "off"}})", "\"outer-spaces\" is no rule"));
  CHECK(is_wrong(R"({"rules": {"message-syntax": "off"}})", "cannot be set or excepted"));
  CHECK(is_wrong(R"({"rules": {"outer-space": "info"}})", "a severity must be"));
  CHECK(is_wrong(R"({"rules": {"outer-space": false}})", "a rule is set by"));
  CHECK(is_wrong(R"({"rules": {"outer-space": {"factor": 2}}})", "\"factor\" means nothing"));
  CHECK(is_wrong(R"({"rules": {"length": {"factor": "2"}}})", "must be a number"));
  CHECK(is_wrong(R"({"rules": {"length": {"factor": -1}}})", "must be a number from 0 to 100"));
  CHECK(is_wrong(R"({"rules": {"length": {"slack": 1e9}}})", "must be a number"));
  CHECK(is_wrong(R"({"rules": {"length": {"locales": {"de": true}}}})", "must be a number"));
  CHECK(is_wrong(R"({"rules": {"html": {"allow": ["<b>"]}}})", "an allowed tag"));
  CHECK(is_wrong(R"({"exceptions": {}})", "must be an array"));
  CHECK(is_wrong(R"({"exceptions": [1]})", "an exception must be an object"));
  CHECK(is_wrong(R"({"exceptions": [{"rule": "html", "locale": "de"}]})", "\"reason\" is missing"));
  CHECK(is_wrong(R"({"exceptions": [{"rule": "html", "locale": "de", "reason": " "}]})", "needs a reason"));
  CHECK(is_wrong(R"({"exceptions": [{"rule": "html", "reason": "x"}]})", "needs a \"locale\", a \"name\" or both"));
  CHECK(is_wrong(R"({"exceptions": [{"rule": "html", "locale": "fr", "reason": "x"}]})", "no locale of this catalog"));
  CHECK(is_wrong(R"({"exceptions": [{"rule": "html", "name": "ghost", "reason": "x"}]})", "\"ghost\" is no code"));
  CHECK(is_wrong(R"({"exceptions": [{"rule": "ghost", "name": "a", "reason": "x"}]})", "\"ghost\" is no rule"));
  CHECK(is_wrong(
      R"({"exceptions": [{"rule": "html", "name": "a", "reason": "x"}, {"rule": "html", "name": "a", "reason": "y"}]})",
      "the same exception"));
}

TEST_CASE("Names that the check keeps for itself are no locales") {
  CHECK(check_files({{"codes.json", lint_codes},
                     {"en.json", lint_locale("en", "\"A\"")},
                     {"check.json", "{}"},
                     {"glossary.json", "{}"},
                     {"released.json", R"({"namespace": "test", "codes": []})"},
                     {"baseline.json", "not read"}}) == "");
}

TEST_CASE("A baseline takes out what was there before, and names what is there no longer") {
  const Files files = {{"codes.json", lint_codes},
                       {"en.json", lint_locale("en", "\"File\"")},
                       {"de.json", lint_locale("de", "\"Datei fehlt. \"")}};
  const auto with = [&files](const std::string &baseline, const std::string &german = "") {
    Files all = files;
    all["baseline.json"] = baseline;
    if (!german.empty()) {
      all["de.json"] = lint_locale("de", german);
    }
    return check_files(all, "baseline.json");
  };
  const std::string entry = R"({"findings": [{"rule": "outer-space", "file": "de.json", "name": "a"}]})";
  CHECK(with(entry) == "");
  CHECK(with(entry, "\n\n\"Akte fehlt. \"") == "");  // By rule, file and name, not by line or text.
  CHECK(with(entry, "\"Akte fehlt.\"") ==
        "baseline.json:1:15: warning: no longer found: outer-space in de.json, \"a\"; remove the entry, or write the "
        "baseline anew [stale-baseline]\n");
  CHECK(reports(with(entry, "\"<b>Akte</b>\""), "html"));
  CHECK(reports(with(R"({"findings": []})"), "outer-space"));
  CHECK(reports(with(R"({"findings": [{"rule": "message-syntax", "file": "de.json", "name": "a"}]})"), "invalid-file"));
  CHECK(reports(with(R"({"findings": [{"rule": "ghost", "file": "de.json"}]})"), "invalid-file"));
  CHECK(reports(with(R"({"findings": [1]})"), "invalid-file"));
  CHECK(reports(with("{}"), "invalid-file"));
  CHECK(reports(with("["), "invalid-file"));
}

TEST_CASE("A baseline is written from the findings, and then holds them all") {
  const TemporaryFolder folder;
  folder.write("codes.json", lint_codes);
  folder.write("en.json", lint_locale("en", "\"File\""));
  folder.write("de.json", lint_locale("de", "\" <b>Datei</b> fehlt.\""));
  const std::vector<std::string> check = {"check", folder.path(), "--strict", "--baseline",
                                          folder.path("baseline.json")};
  std::vector<std::string> write = check;
  write.push_back("--write-baseline");
  CHECK(run_command(write).exit_status == 0);
  CHECK(read_bytes(folder.path("baseline.json")) ==
        "{\n  \"findings\": [\n    {\"rule\":\"html\",\"file\":\"de.json\",\"name\":\"a\"},\n"
        "    {\"rule\":\"outer-space\",\"file\":\"de.json\",\"name\":\"a\"}\n  ]\n}\n");
  const CommandResult checked = run_command(check);
  CHECK(checked.exit_status == 0);
  CHECK(checked.output == "2 locales in order; 3 findings in the baseline\n");
  folder.write("de.json", lint_locale("de", "\"Datei fehlt.\""));
  CHECK(run_command(check).exit_status == 1);  // Both entries are stale.
  CHECK(run_command(write).exit_status == 0);
  CHECK(read_bytes(folder.path("baseline.json")) == "{\n  \"findings\": []\n}\n");
  folder.write("de.json", "{");
  CHECK(run_command(write).exit_status == 1);  // What does not compile is no matter of getting used to it.
}
