// Statistics and differences of catalogs.
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "core/report/difference.h"
#include "core/report/statistics.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

Catalog catalog_of(const Files &files) {
  const TemporaryFolder folder;
  for (const auto &[name, text] : files) {
    folder.write(name, text);
  }
  Diagnostics diagnostics;
  std::optional<Catalog> catalog = read_catalog(folder.path(), diagnostics);
  INFO(diagnostics.text());
  REQUIRE(catalog);
  REQUIRE_FALSE(diagnostics.has_errors());
  return std::move(*catalog);
}

const LocaleStatistics &of(const Statistics &statistics, const std::string &tag) {
  for (const LocaleStatistics &locale : statistics.locales) {
    if (locale.tag == tag) {
      return locale;
    }
  }
  throw std::runtime_error("no statistics of " + tag);
}

/// The sentences of changes, with "|" between.
std::string sentences(const std::vector<Change> &changes) {
  std::string result;
  for (const Change &change : changes) {
    result += (result.empty() ? "" : "|") + change.sentence;
  }
  return result;
}

const std::string texts = R"("$unknown-code": "?", "$unreadable-response": "!")";

/// A catalog of these codes in English, where each message is its code's name.
Catalog with_codes(const std::string &codes, const std::string &more = "") {
  const std::string json = codes_json(codes, more);
  std::string messages = texts;
  const auto parsed = nlohmann::json::parse(json);
  for (const auto &entry : parsed["codes"]) {
    if (!entry.value("retired", false)) {
      messages += ", \"" + entry["name"].get<std::string>() + "\": \"x\"";
    }
  }
  return catalog_of({{"codes.json", json}, {"en.json", "{" + messages + "}"}});
}

Difference between(const std::string &before, const std::string &after) {
  return difference_of(with_codes(before), with_codes(after));
}

Difference between_transports(const std::string &before, const std::string &after) {
  const std::string codes = R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})";
  return difference_of(with_codes(codes, ", \"transports\": {" + before + "}"),
                       with_codes(codes, ", \"transports\": {" + after + "}"));
}

}  // namespace

TEST_CASE("Statistics count what a locale has, lacks, inherits and has not translated") {
  const Catalog catalog = catalog_of(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"}, {"code": 3, "name": "c"},
                                    {"code": 4, "name": "gone", "retired": true})")},
       {"en.json", "{" + texts + R"(, "a": "One two", "b": "Three", "c": "100 %"})"},
       {"en-GB.json", R"({"a": "One two"})"},
       {"de.json", R"({"a": "Eins zwei drei", "c": "100 %"})"}});
  const Statistics statistics = statistics_of(catalog);
  CHECK(statistics.expected == 5);
  const LocaleStatistics &source = of(statistics, "en");
  CHECK(source.messages == 5);
  CHECK(source.missing == 0);
  CHECK(source.same_as_source == 0);
  CHECK(source.words == 4);        // One two Three 100
  CHECK(source.characters == 19);  // 7 + 5 + 5 + 1 + 1
  CHECK(source.longest == 7);
  CHECK(source.longest_name == "a");
  CHECK(source.length_ratio == 1);
  const LocaleStatistics &british = of(statistics, "en-GB");
  CHECK(british.messages == 1);
  CHECK(british.inherited == 4);
  CHECK(british.missing == 0);
  CHECK(british.same_as_source == 1);
  CHECK(coverage_percent(british, statistics.expected) == 100);
  const LocaleStatistics &german = of(statistics, "de");
  CHECK(german.messages == 2);
  CHECK(german.missing == 3);
  CHECK(german.inherited == 0);
  CHECK(german.same_as_source == 0);  // "100 %" has no letter.
  CHECK(german.length_ratio == 19.0 / 12);
  CHECK(coverage_percent(german, statistics.expected) == 40);
  CHECK(statistics.total.messages == 8);
  CHECK(statistics.total.missing == 3);
  CHECK(statistics.total.longest_name == "a");
  CHECK(statistics.total.length_ratio == 26.0 / 19);
}

TEST_CASE("What a regional locale cannot inherit, it misses") {
  const Catalog catalog = catalog_of(
      {{"codes.json", codes_json(R"({"code": 1, "name": "a", "args": {"n": {"type": "number"}}},
                                    {"code": 2, "name": "b"})")},
       {"en.json", "{" + texts + R"(, "a": "{n}", "b": "text"})"},
       {"es.json", "{" + texts + R"(, "a": "{n, plural, one{un} other{#}}", "b": "texto"})"},
       {"es-419.json", "{}"}});
  const Statistics statistics = statistics_of(catalog);
  const LocaleStatistics &locale = of(statistics, "es-419");
  CHECK(locale.messages == 0);
  CHECK(locale.inherited == 3);
  CHECK(locale.missing == 1);  // "a", which lacks "many" there.
  CHECK(coverage_percent(locale, statistics.expected) == 75);
}

TEST_CASE("Every branch is written, but a reader gets one; characters are what a reader counts") {
  const Catalog catalog = catalog_of(
      {{"codes.json",
        codes_json(R"({"code": 1, "name": "a", "args": {"n": {"type": "number"}, "s": {"type": "string"}}},
                                    {"code": 2, "name": "b"})")},
       {"en.json",
        "{" + texts +
            R"(, "a": "We: {n, plural, one{# file of {s}} other{# files}}.", "b": "e\u0301👩‍👩‍👧 '{x}'"})"},
       {"ja.json", R"({"a": "{n}人までです", "b": ""})"}});
  const Statistics statistics = statistics_of(catalog);
  const LocaleStatistics &english = of(statistics, "en");
  CHECK(english.words == 6);                           // We file of files é x
  CHECK(english.characters == 4 + 9 + 6 + 1 + 6 + 2);  // "We: ", " file of ", " files", ".", "é👪 {x}", "?" and "!"
  CHECK(english.longest == 14);                        // "We:  file of ."
  const LocaleStatistics &japanese = of(statistics, "ja");
  CHECK(japanese.words >= 3);  // By the dictionary, as there are no spaces.
  CHECK(japanese.characters == 5);
}

TEST_CASE("Statistics as text and JSON say the same") {
  const Catalog catalog = catalog_of({{"codes.json", codes_json(R"({"code": 1, "name": "a"})")},
                                      {"en.json", "{" + texts + R"(, "a": "One two"})"},
                                      {"de.json", R"({"a": "Eins"})"}});
  const Statistics statistics = statistics_of(catalog);
  CHECK(statistics_text(statistics) ==
        "locale  coverage  messages  missing  inherited  as source  words  characters  length  longest\n"
        "de           33%         1        2          0          0      1           4    0.57        4  a\n"
        "en          100%         3        0          0          0      2           9    1.00        7  a\n"
        "total        66%         4        2          0          0      3          13    0.57        7  a\n"
        "length: the longest texts against those of en\n");
  const auto json = nlohmann::json::parse(statistics_json(statistics));
  CHECK(json["expected"] == 3);
  CHECK(json["locales"][0]["locale"] == "de");
  CHECK(json["locales"][0]["missing"] == 2);
  CHECK(json["locales"][0]["longest"]["characters"] == 4);
  CHECK(json["total"]["words"] == 3);
}

TEST_CASE("A catalog without codes has statistics, too") {
  const Statistics statistics = statistics_of(catalog_of({{"codes.json", codes_json("")}, {"en.json", "{}"}}));
  CHECK(statistics.expected == 2);
  CHECK(statistics.total.missing == 2);
  CHECK(coverage_percent(statistics.locales[0], statistics.expected) == 0);
  CHECK(statistics.total.length_ratio == 0);
  CHECK(statistics_json(statistics).find("\"lengthRatio\": null") != std::string::npos);
}

TEST_CASE("A catalog does not differ from itself") {
  const Catalog catalog = catalog_of(small_catalog());
  CHECK(difference_of(catalog, catalog).empty());
  CHECK(difference_text(difference_of(catalog, catalog)).empty());
}

TEST_CASE("A code that is gone, another number, another name: each breaks, and is told once") {
  const std::string a = R"({"code": 1, "name": "a"})";
  CHECK(sentences(between(a, "").breaking) == "a (1) is gone: a code that is no longer returned is to be retired");
  CHECK(sentences(between(a, R"({"code": 2, "name": "a"})").breaking) == "a: the number 1 becomes 2");
  const Difference renamed = between(a, R"({"code": 1, "name": "b"})");
  CHECK(sentences(renamed.breaking) == "1: the name a becomes b");
  CHECK(renamed.additions.empty());
  CHECK(renamed.texts.empty());
  const Difference swapped = between(R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})",
                                     R"({"code": 2, "name": "a"}, {"code": 1, "name": "b"})");
  CHECK(sentences(swapped.breaking) == "a: the number 1 becomes 2|b: the number 2 becomes 1");
  const Difference added = between(a, R"({"code": 1, "name": "a"}, {"code": 2, "name": "b"})");
  CHECK(added.breaking.empty());
  CHECK(sentences(added.additions) == "b (2) is new");
  REQUIRE(added.texts.size() == 1);
  CHECK_FALSE(added.texts[0].before);
}

TEST_CASE("Arguments: what a caller has to change breaks, what a caller may add does not") {
  const auto with = [](const std::string &arguments) {
    return R"({"code": 1, "name": "a", "args": {)" + arguments + "}}";
  };
  const std::string none = R"({"code": 1, "name": "a"})";
  const std::string n = R"("n": {"type": "number"})";
  const std::string n8 = R"("n": {"type": "number", "default": 8})";
  CHECK(sentences(between(with(n), none).breaking) == "a (1): the argument n is gone");
  CHECK(sentences(between(none, with(n)).breaking) == "a (1): the argument n is new and has no default");
  CHECK(sentences(between(none, with(n8)).additions) == "a (1): the argument n is new, with the default \"8\"");
  CHECK(sentences(between(with(n), with(R"("n": {"type": "string"})")).breaking) ==
        "a (1): the argument n was a number and becomes a string");
  CHECK(sentences(between(with(n8), with(n)).breaking) == "a (1): the argument n has no default any more");
  const Difference gets = between(with(n), with(n8));
  CHECK(gets.breaking.empty());
  CHECK(sentences(gets.additions) == "a (1): the argument n gets the default \"8\"");
  const Difference other = between(with(n8), with(R"("n": {"type": "number", "default": 9})"));
  CHECK(other.breaking.empty());
  CHECK(sentences(other.others) == "a (1): the argument n has the default \"9\" in place of \"8\"");
}

TEST_CASE("What a transport's problems mean is compared, wherever they are written") {
  const auto http = [](const std::string &types) { return R"("http": {"problemTypes": {)" + types + "}}"; };
  CHECK(sentences(between_transports(http(R"("urn:x": "a")"), http("")).breaking) ==
        "the transport http: the problem \"urn:x\" meant a and means nothing any more");
  CHECK(sentences(between_transports(http(R"("urn:x": "a")"), http(R"("urn:x": "b")")).breaking) ==
        "the transport http: the problem \"urn:x\" meant a and means b");
  const Difference more = between_transports(http(""), http(R"("urn:x": "a")"));
  CHECK(sentences(more.additions) == "the transport http: the problem \"urn:x\" means a");
  CHECK(more.breaking.empty());
  const std::string reasons = R"("http": {"errorReasons": {"d": {"R": "a"}}})";
  CHECK(sentences(between_transports(reasons, R"("http": {})").breaking) ==
        "the transport http: the problem \"R@d\" meant a and means nothing any more");
  CHECK(between_transports(reasons, http(R"("R@d": "a")")).breaking.empty());
}

TEST_CASE("What a transport's status means is compared, however it is written") {
  const std::string http = R"("http": {"readBodyOf": [200], "statuses": {"403": "a"}})";
  CHECK(sentences(between_transports(http, "").breaking) ==
        "the transport http is gone: its responses become unreadable");
  CHECK(sentences(between_transports("", http).additions) == "the transport http is new");
  CHECK(sentences(between_transports(http, R"("http": {"readBodyOf": [200], "statuses": {"403": "b"}})").breaking) ==
        "the transport http: status 403 meant a and means b");
  CHECK(sentences(between_transports(http, R"("http": {"readBodyOf": [200]})").breaking) ==
        "the transport http: status 403 meant a and means an unreadable response");
  const Difference more = between_transports(
      http, R"("http": {"readBodyOf": [200, 201], "statuses": {"403": "a", "404": "b"}})");
  CHECK(more.breaking.empty());
  CHECK(sentences(more.additions) ==
        "the transport http: status 201 meant an unreadable response and means the code in the body|"
        "the transport http: status 404 meant an unreadable response and means b");
  CHECK(sentences(between_transports(R"("rpc": {})", R"("rpc": {"readBodyOf": [200]})").breaking) ==
        "the transport rpc: all other statuses meant the code in the body and mean an unreadable response");
}

TEST_CASE("Namespace, default locale, locales and functions") {
  const auto head = [](const std::string &json, const Files &more = {}) {
    Files files = {{"codes.json", json}, {"en.json", "{" + texts + "}"}, {"de.json", "{" + texts + "}"}};
    files.insert(more.begin(), more.end());
    return catalog_of(files);
  };
  const std::string plain = R"({"namespace": "x", "sourceLocale": "en", "defaultLocale": "en", "codes": []})";
  const Catalog before = head(plain);
  const Difference renamed = difference_of(
      before,
      head(R"({"namespace": "y", "sourceLocale": "de", "defaultLocale": "de", "codes": [], "functions": ["a:b"]})"));
  CHECK(sentences(renamed.breaking) ==
        "the namespace \"x\" becomes \"y\": packs of the two cannot be in one catalog, and constants are renamed|"
        "the default locale en becomes de: readers whom no locale fits get another language|"
        "the function :a:b is new: programs have to bring it");
  CHECK(sentences(renamed.others) == "the source locale en becomes de");
  const Catalog more = head(plain, {{"fr.json", "{" + texts + "}"}});
  CHECK(sentences(difference_of(before, more).additions) == "the locale fr is new");
  CHECK(sentences(difference_of(more, before).breaking) == "the locale fr is gone");
}

TEST_CASE("Retired codes and what people read of a code change, and break nothing") {
  const std::string active = R"({"code": 1, "name": "a", "severity": "error", "retryable": true})";
  const std::string retired = R"({"code": 1, "name": "a", "severity": "error", "retryable": true, "retired": true})";
  const Difference gone = between(active, retired);
  CHECK(gone.breaking.empty());
  CHECK(sentences(gone.others) == "a (1) is retired: it has no text any more");
  CHECK(sentences(between(retired, active).additions) == "a (1) is no longer retired");
  CHECK(sentences(between(active, R"({"code": 1, "name": "a", "severity": "info"})").others) ==
        "a (1): the severity \"error\" becomes \"info\"|a (1) is no longer retryable");
}

TEST_CASE("Texts are told by locale, on one line, without controls that turn it around") {
  Files files = small_catalog();
  const Catalog before = catalog_of(files);
  files["ar.json"].replace(files["ar.json"].find("نص"), std::string("نص").size(), "a\\nb\\u202ec");
  files["zh-Hant.json"] = R"({"$unknown-code": "未知 {code}", "last": "末"})";
  const Difference difference = difference_of(before, catalog_of(files));
  CHECK(difference.breaking.empty());
  REQUIRE(difference.texts.size() == 4);
  const std::string text = difference_text(difference);
  INFO(text);
  CHECK(text.find("Texts in ar:\n") < text.find("    - \"نص\"\n    + \"a\\nb\\u202ec\"\nTexts in zh-Hant:\n"));
  CHECK(text.find("plain\n    - \"文字\"\n") != std::string::npos);
  CHECK(text.find("last\n    + \"末\"\n") != std::string::npos);
  const auto json = nlohmann::json::parse(difference_json(difference));
  CHECK(json["texts"].size() == 4);
  CHECK(json["texts"][0]["before"] == "نص");
  CHECK(json["texts"][1]["after"].is_null());
  CHECK(json["breaking"].empty());
}

TEST_CASE("The exit status of codeglot diff is 0, 1 for a break, 2 for what cannot be compared") {
  const TemporaryFolder folder;
  for (const auto &[name, text] : small_catalog()) {
    folder.write("old/" + name, text);
    folder.write("new/" + name, text);
    folder.write("broken/" + name, text);
  }
  const std::string locales = folder.path("old");
  const CommandResult same = run_command({"diff", locales, folder.path("new")});
  CHECK(same.exit_status == 0);
  CHECK(same.output == "no differences\n");
  folder.write("new/en.json", small_catalog().at("en.json") + " ");
  CHECK(run_command({"diff", locales, folder.path("new")}).exit_status == 0);
  std::filesystem::remove(folder.path("new/ar.json"));
  const CommandResult broken = run_command({"diff", locales, folder.path("new")});
  CHECK(broken.exit_status == 1);
  CHECK(broken.output.find("the locale ar is gone\n1 breaking, 0 added, 0 changed, 0 texts\n") != std::string::npos);
  CHECK(run_command({"diff", locales, folder.path("new"), "--format", "json"}).exit_status == 1);
  folder.write("broken/en.json", "{");
  const CommandResult unreadable = run_command({"diff", locales, folder.path("broken")});
  CHECK(unreadable.exit_status == 2);
  CHECK(unreadable.errors.find("en.json:1:2: error") != std::string::npos);
  CHECK(run_command({"diff", locales, "/nowhere"}).exit_status == 2);
  CHECK(run_command({"stats", folder.path("broken")}).exit_status == 1);
  CHECK(run_command({"stats", locales, "--format", "xml"}).exit_status == 2);
}
