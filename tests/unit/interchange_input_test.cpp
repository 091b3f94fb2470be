// Files that no exporter wrote: cut, hostile, in another encoding. Each is answered with its place, or read.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <filesystem>

#include "core/interchange/export.h"
#include "core/interchange/import.h"
#include "core/interchange/incoming_file.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> all_formats = {"xliff2",  "xliff1",    "po",      "arb",
                                              "android", "xcstrings", "i18next", "csv"};

const Exchange &nasty() {
  static const Exchange exchange = [] {
    Diagnostics diagnostics;
    std::optional<Exchange> read = read_exchange(CODEGLOT_NASTY, diagnostics);
    REQUIRE(read.has_value());
    return *read;
  }();
  return exchange;
}

struct ReadResult {
  std::vector<Incoming> messages;
  std::string findings;

  bool finds(const std::string &words) const {
    UNSCOPED_INFO(findings);
    return findings.find(words) != std::string::npos;
  }
};

ReadResult read(const std::string &format, const std::string &bytes, const std::string &path = "values-de/x") {
  const ExchangeFormat &chosen = *exchange_format(format);
  Diagnostics diagnostics;
  ReadResult result;
  if (const auto file = decode_incoming_file(path, bytes, "de", chosen.xml, diagnostics)) {
    result.messages = chosen.read(nasty(), *file, diagnostics);
  }
  result.findings = diagnostics.text();
  return result;
}

std::string exported(const std::string &format) {
  for (const auto &[name, bytes] : exchange_format(format)->write(nasty(), {"de"}).files) {
    if (name.find("icu") == std::string::npos) {
      return bytes;
    }
  }
  return "";
}

std::string xliff(const std::string &inside) {
  return "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"de\"><file id=\"f\">" + inside + "</file></xliff>";
}

std::string unit(const std::string &target) {
  return xliff("<unit id=\"u\" name=\"plain\"><segment><source>x</source><target>" + target +
               "</target></segment></unit>");
}

std::string utf16(const std::string &ascii, bool little, bool mark) {
  std::string bytes = mark ? (little ? "\xFF\xFE" : "\xFE\xFF") : "";
  for (const char c : ascii) {
    bytes += little ? std::string({c, '\0'}) : std::string({'\0', c});
  }
  return bytes;
}

}  // namespace

TEST_CASE("A file that is cut anywhere is found out, or its end is doubtful") {
  const std::string format = GENERATE(Catch::Generators::from_range(all_formats));
  INFO(format);
  const bool has_end = format != "po" && format != "csv";
  const std::string whole = exported(format);
  const ReadResult all = read(format, whole);
  CHECK(all.findings.empty());
  CHECK(all.messages.size() > 30);
  for (size_t cut = 0; cut + 2 < whole.size(); cut += 1 + whole.size() / 400) {
    const ReadResult part = read(format, whole.substr(0, cut));
    INFO(cut);
    const bool whole_lines = cut == 0 || whole[cut - 1] == '\n';
    CHECK((!part.findings.empty() || (!has_end && whole_lines)));
    // Before the last, they are what they were.
    REQUIRE(part.messages.size() <= all.messages.size());
    for (size_t index = 0; index + 1 < part.messages.size(); ++index) {
      CHECK(part.messages[index].name == all.messages[index].name);
      CHECK(part.messages[index].content == all.messages[index].content);
      CHECK(part.messages[index].source == all.messages[index].source);
    }
  }
}

TEST_CASE("XML with a DOCTYPE or an entity of its own is refused") {
  const std::string body = unit("x");
  CHECK(read("xliff2", "<!DOCTYPE xliff [<!ENTITY a \"b\">]>" + body).finds("x:1:1: error: a DOCTYPE is refused"));
  CHECK(read("xliff2", "<!DOCTYPE xliff SYSTEM \"file:///etc/passwd\">" + body).finds("a DOCTYPE is refused"));
  const std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + unit("&b;&b;");
  CHECK(read("xliff2", bomb).messages.empty());
  CHECK(read("xliff2", bomb).finds("error"));
  CHECK(read("xliff2", unit("&b;")).finds("\"&\" begins no character of XML here"));
  CHECK(read("xliff2", unit("a & b")).finds("\"&\" begins no character of XML here"));
  CHECK(read("xliff2", unit("&#0;")).finds("\"&\" begins no character"));
  CHECK(read("xliff2", unit("&#xD800;")).finds("\"&\" begins no character"));
  CHECK(read("xliff2", unit("&#1114112;")).finds("\"&\" begins no character"));
  CHECK(read("xliff2", unit("\x01")).finds("XML has no character 1"));
  CHECK(read("xliff2", unit("<![CDATA[&b; <]]>&#x1F600;&lt;")).messages.at(0).content->pieces[0].text ==
        "&b; <\xF0\x9F\x98\x80<");
}

TEST_CASE("XML that is not well-formed, or is something else, is refused") {
  CHECK(read("xliff2", "").finds("not well-formed XML"));
  CHECK(read("xliff2", "text").finds("not well-formed XML"));
  CHECK(read("xliff2", "<xliff>").finds("not well-formed XML"));
  CHECK(read("xliff2", "<xliff></xlif>").finds("not well-formed XML"));
  CHECK(read("xliff2", unit("x") + unit("x")).finds("a second root element"));
  CHECK(read("xliff2", "<resources/>").finds("the root element is <resources>: expected <xliff>"));
  CHECK(read("xliff2", "<xliff version=\"1.2\"/>").finds("import it with --from xliff1"));
  CHECK(read("xliff1", unit("x")).finds("import it with --from xliff2"));
  CHECK(read("xliff2", "<xliff version=\"2.1\" version=\"2.1\"/>").finds("an attribute stands here twice"));
  CHECK(read("xliff2", xliff(repeat("<group>", 200) + repeat("</group>", 200))).finds("nested deeper than 100"));
  CHECK(read("xliff2", repeat("<a>", 200000)).finds("not well-formed XML"));
  CHECK(read("xliff2", xliff("<unit id=\"u\"><segment><source/></segment></unit>")).finds("has no \"name\""));
  CHECK(read("xliff2", unit("<pc id=\"1\">x</pc>")).finds("<pc> is no part of a message"));
  CHECK(read("xliff2", unit("<ph id=\"1\"/>")).finds("no original data"));
  CHECK(read("xliff2", unit("<cp hex=\"D800\"/>")).finds("no code point"));
  const std::string data = xliff(
      "<unit id=\"u\" name=\"plain\"><originalData><data id=\"d\">{a}} {</data></originalData>"
      "<segment><source/><target><ph id=\"1\" dataRef=\"d\"/></target></segment></unit>");
  CHECK(read("xliff2", data).finds("\"{a}} {\" is no placeholder"));
}

TEST_CASE("Groups say what they go by and which branch each unit is") {
  const auto group = [](const std::string &attributes, const std::string &inside) {
    return xliff("<group id=\"g\" name=\"plural\" xmlns:c=\"urn:codeglot:interchange:1\" " + attributes + ">" + inside +
                 "</group>");
  };
  const std::string other = "<unit id=\"u\" c:case=\"other\"><segment><source/><target>x</target></segment></unit>";
  CHECK(read("xliff2", group("c:switch=\"plural:n\"", other)).messages.size() == 1);
  CHECK(read("xliff2", group("c:switch=\"plural\"", other)).finds("codeglot:switch must be"));
  CHECK(read("xliff2", group("c:switch=\"plural:n, plural\"", other)).finds("codeglot:switch must be"));
  CHECK(read("xliff2", group("c:switch=\"plural:n\" c:offset=\"1 =0{x}\"", other))
            .finds("codeglot:offset must be a number"));
  CHECK(read("xliff2", group("c:switch=\"plural:n\"", "<unit id=\"u\"/>")).finds("needs a codeglot:case"));
  CHECK(read("xliff2", group("c:switch=\"select:n\"", "<unit id=\"u\" c:case=\"a{} b\"/>"))
            .finds("needs a codeglot:case"));
}

TEST_CASE("XML may be UTF-16; anything else that is no UTF-8 is refused") {
  const std::string text = unit("Wort");
  for (const bool little : {true, false}) {
    for (const bool mark : {true, false}) {
      CHECK(read("xliff2", utf16(text, little, mark)).messages.size() == 1);
    }
    CHECK(read("arb", utf16("{}", little, true)).finds("the file is UTF-16: save it as UTF-8"));
    CHECK(read("po", utf16("msgid", little, true)).finds("the file is UTF-16: save it as UTF-8"));
  }
  CHECK(read("xliff2", utf16(text, true, true) + "x").finds("UTF-16, but damaged"));
  CHECK(read("xliff2", "\xFF\xFE\x00\xD8<\x00").finds("error"));
  CHECK(read("xliff2", "\xEF\xBB\xBF" + text).messages.size() == 1);
  CHECK(read("xliff2", unit("W\xF6rt")).finds("this byte is no UTF-8"));
  CHECK(read("xliff2", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + text).finds("the file is in iso-8859-1"));
  CHECK(read("po", "msgid \"\"\nmsgstr \"Language: de\\nContent-Type: text/plain; charset=ISO-8859-1\\n\"\n")
            .finds("save it as UTF-8"));
  for (const std::string &format : all_formats) {
    INFO(format);
    CHECK(read(format, "\xFF").finds("this byte is no UTF-8"));
  }
}

TEST_CASE("A file above the limit is not read") {
  const TemporaryFolder folder;
  const std::string path = folder.write("x.csv", repeat("x", 100));
  Diagnostics diagnostics;
  CHECK_FALSE(read_incoming_file(path, "", false, 99, diagnostics).has_value());
  CHECK(diagnostics.text() == path + ": error: the file has more than 99 bytes\n");
  CHECK(read_incoming_file(path, "", false, 100, diagnostics).has_value());
}

TEST_CASE("PO entries that are not in order are refused where they stand") {
  const std::string head = "msgid \"\"\nmsgstr \"Language: de\\n\"\n\n";
  CHECK(read("po", head + "msgctxt \"plain\"\nmsgid \"x\"\n").finds("x:4:1: error: this entry has no msgstr"));
  CHECK(read("po", head + "msgctxt \"plain\"\nmsgstr \"x\"\n").finds("x:5:1: error: \"msgstr\" is not expected here"));
  CHECK(read("po", head + "msgid \"x\"\nmsgstr \"x\"\n").finds("no msgctxt"));
  CHECK(
      read("po", head + "msgid \"x\nmsgstr \"x\"\n").finds("x:4:7: error: this string has no closing quotation mark"));
  CHECK(read("po", head + "msgid \"x\" y\n").finds("text stands behind"));
  CHECK(read("po", "\"x\"\n").finds("x:1:1: error: this string belongs to nothing"));
  CHECK(read("po", head + "msgid \"\\q\"\nmsgstr \"\"\n").finds("this escape is none of PO's"));
  const ReadResult good = read(
      "po",
      head +
          "#~ msgid \"old\"\n#, fuzzy, python-format\nmsgctxt \"plain\"\nmsgid \"x\"\r\nmsgstr \"\"\n\"\\x41\\101\\t\"\n");
  CHECK(good.findings.empty());
  REQUIRE(good.messages.size() == 1);
  CHECK_FALSE(good.messages[0].translated);
}

TEST_CASE("JSON of another shape is refused") {
  CHECK(read("arb", "[]").finds("an ARB file must be an object"));
  CHECK(read("arb", "{\"plain\": 1}").finds("a message must be a string, not an integer"));
  CHECK(read("i18next", "[]", "de/x.json").finds("an i18next file must be an object"));
  CHECK(read("i18next", "{\"a\": {\"b\": \"c\"}}", "de/x.json").finds("a message must be a string, not an object"));
  CHECK(read("i18next", "{\"plain\": \"{{x}}\"}", "de/x.json").finds("{{x}} names no argument"));
  CHECK(read("i18next", "{\"plain\": \"{{x\"}", "de/x.json").finds("\"{{\" has no \"}}\""));
  CHECK(read("i18next", "{\"plain_one\": \"x\"}", "de/x.json").finds("no number that a plural could count"));
  CHECK(read("i18next", "{\"plural_one\": \"x\", \"plural_ordinal_other\": \"x\"}", "de/x.json")
            .finds("cardinal and ordinal"));
  CHECK(read("xcstrings", "{}").finds("an object with \"strings\""));
  const auto catalog = [](const std::string &value) {
    return "{\"strings\": {\"plural\": {\"localizations\": {\"de\": " + value + "}}}}";
  };
  CHECK(read("xcstrings", catalog("{\"variations\": {\"device\": {}}}")).finds("variations other than by plural"));
  CHECK(read("xcstrings", catalog("{\"variations\": {\"plural\": {\"some\": {}}}}"))
            .finds("\"some\" is no plural category"));
  CHECK(read("xcstrings", catalog("{}")).finds("must have a \"stringUnit\""));
  CHECK(read("xcstrings", "{\"strings\": 1}").finds("an object with \"strings\""));
}

TEST_CASE("Android resources that are more than text are refused") {
  const auto resources = [](const std::string &inside) { return "<resources>" + inside + "</resources>"; };
  CHECK(read("android", resources("<string name=\"plain\">a<b>c</b></string>")).finds("<b> is markup"));
  CHECK(read("android", resources("<string name=\"plain\">it's</string>")).finds("an apostrophe must be written"));
  CHECK(read("android", resources("<string name=\"plain\">@string/x</string>")).finds("refers to another resource"));
  CHECK(read("android", resources("<string-array name=\"plain\"/>")).finds("<string-array> is no message"));
  CHECK(read("android", resources("<plurals name=\"plural\"><item quantity=\"some\">x</item></plurals>"))
            .finds("quantity of its own"));
  CHECK(read("android",
             resources(
                 "<plurals name=\"plural\"><item quantity=\"one\">x</item><item quantity=\"one\">x</item></plurals>"))
            .finds("quantity of its own"));
  CHECK(read("android", resources("<plurals name=\"plain\"><item quantity=\"one\">x</item></plurals>"))
            .finds("no number"));
}
