// See support.h.
#include "tests/unit/support.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

#include "core/compiler/catalog.h"
#include "core/compiler/compile.h"
#include "core/compiler/locale_data.h"
#include "core/pack/layout.h"
#include "core/pack/utf8.h"
#include "core/syntax/mf1_parser.h"

namespace codeglot::test {

namespace fs = std::filesystem;
using layout::Operation;
using namespace std::string_literals;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "codeglot-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("no temporary folder can be made as " + name);
  }
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string &name, std::string_view bytes) const {
  const std::string target = path(name);
  fs::create_directories(fs::path(target).parent_path());
  std::ofstream(target, std::ios::binary) << bytes;
  return target;
}

std::vector<std::string> TemporaryFolder::names() const {
  std::vector<std::string> result;
  for (const fs::directory_entry &entry : fs::directory_iterator(path_)) {
    result.push_back(entry.path().filename().string());
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::string read_bytes(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error(path + " cannot be read");
  }
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Compiled compile_files(const Files &files) {
  const TemporaryFolder folder;
  for (const auto &[name, contents] : files) {
    folder.write(name, contents);
  }
  Diagnostics diagnostics;
  Compiled result;
  if (const std::optional<Catalog> catalog = read_catalog(folder.path(), diagnostics)) {
    result.packs = compile(*catalog, diagnostics);
  }
  result.findings = diagnostics.text();
  const std::string prefix = folder.path() + "/";
  for (size_t at = result.findings.find(prefix); at != std::string::npos; at = result.findings.find(prefix, at)) {
    result.findings.erase(at, prefix.size());
  }
  result.error_count = diagnostics.error_count();
  result.warning_count = diagnostics.warning_count();
  return result;
}

std::string codes_json(std::string_view codes, std::string_view more_members) {
  return R"({"namespace": "test", "sourceLocale": "en", "defaultLocale": "en", "codes": [)" + std::string(codes) + "]" +
         std::string(more_members) + "}\n";
}

const Files &small_catalog() {
  static const Files files = {
      {"codes.json",
       codes_json(R"(
    {"code": -7, "name": "plain"},
    {"code": 1, "name": "greet", "args": {"s": {"type": "string", "default": "you"}}},
    {"code": 2, "name": "count", "args": {"n": {"type": "number"}}},
    {"code": 3, "name": "rank", "args": {"n": {"type": "number", "default": 3}}},
    {"code": 4, "name": "choose", "args": {"k": {"type": "string"}, "n": {"type": "number", "default": 0.256}}},
    {"code": 5, "name": "party", "args": {"s": {"type": "string"}, "n": {"type": "number"}}},
    {"code": 2147483647, "name": "last"})",
                  R"(, "transports": {"http": {"readBodyOf": [200], "statuses": {"403": "plain", "404": "count"},
                                                            "problemTypes": {"urn:example:count": "count"},
                                                            "errorReasons": {"example.com": {"LAST": "last"}}},
                                                   "rpc": {}})")},
      {"en.json", R"({
    "$unknown-code": "No message for {code}", "$unreadable-response": "Unreadable",
    "plain": "Plain — text 😀",
    "greet": "Hello {s}!",
    "count": "{n, plural, =0{none} one{# file} other{# files}}",
    "rank": "{n, selectordinal, one{#st} two{#nd} few{#rd} other{#th}} of {n, number, integer}",
    "choose": "{k, select, a{A {n, number, percent}} b{B {n}} other{? {k}}}",
    "party": "{n, plural, offset:1 =0{nobody} =1{{s}} one{{s} and # other} other{{s} and # others}}",
    "last": "Last"})"},
      {"ar.json", R"({
    "$unknown-code": "رمز {code}", "$unreadable-response": "غير مقروء",
    "plain": "نص",
    "greet": "أهلا {s}",
    "count": "{n, plural, zero{لا} one{واحد} two{اثنان} few{# قليل} many{# كثير} other{# آخر}}",
    "rank": "{n, selectordinal, other{#}} {n, number, integer}",
    "choose": "{k, select, a{أ {n, number, percent}} b{ب {n}} other{؟ {k}}}"})"},
      {"zh-Hant.json", R"({"$unknown-code": "未知 {code}", "$unreadable-response": "無法讀取", "plain": "文字"})"}};
  return files;
}

const std::map<std::string, std::string> &small_packs() {
  static const std::map<std::string, std::string> packs = [] {
    Compiled compiled = compile_files(small_catalog());
    if (compiled.packs.size() != 3) {
      throw std::runtime_error("the tests' own catalog has errors:\n" + compiled.findings);
    }
    return std::move(compiled.packs);
  }();
  return packs;
}

const Files &format_catalog() {
  static const Files files = [] {
    const std::string messages = R"(
    "$unknown-code": "? {code}", "$unreadable-response": "Unreadable",
    "price": "Costs {n, number, ::currency/EUR .00}!",
    "compact": "{n, number, ::compact-long} {n, number, ::percent .0}",
    "due": "Due {d, date, full} {d, time, medium}, {s}",
    "zoned": "{d, date, ::yMMMdjmsz}",
    "length": {"text": ".input {$n :unit unit=meter unitDisplay=long} {{{#b title=|t| u:id=x}Length{/b} of {$s :string}: {$n}{#br/}}}", "syntax": "mf2"},
    "matched": {"text": ".input {$n :number minimumFractionDigits=1} .input {$s :string} .match $n $s 0 a {{zero a}} 0 * {{zero}} one a {{one a {$n}}} * * {{{$n} {$s}}}", "syntax": "mf2"},
    "spelled": "Spelled {n, spellout} for {s}",
    "left": {"text": "{$n :number minimumFractionDigits=$n} {$s :string}", "syntax": "mf2"},
    "left-constant": {"text": "{|x| :no:where}", "syntax": "mf2"},
    "plain": "Plain")";
    Files result = {{"codes.json", codes_json(R"(
    {"code": 1, "name": "price", "args": {"n": {"type": "number"}}},
    {"code": 2, "name": "compact", "args": {"n": {"type": "number", "default": 1500000}}},
    {"code": 3, "name": "due", "args": {"d": {"type": "date"}, "s": {"type": "string"}}},
    {"code": 4, "name": "zoned", "args": {"d": {"type": "date"}}},
    {"code": 5, "name": "length", "args": {"n": {"type": "number"}, "s": {"type": "string"}}},
    {"code": 6, "name": "matched", "args": {"n": {"type": "number"}, "s": {"type": "string"}}},
    {"code": 7, "name": "spelled", "args": {"n": {"type": "number"}, "s": {"type": "string"}}},
    {"code": 8, "name": "left", "args": {"n": {"type": "number"}, "s": {"type": "string"}}},
    {"code": 9, "name": "left-constant"},
    {"code": 10, "name": "plain"})",
                                              R"(, "functions": ["no:where"])")}};
    for (const char *tag : {"en", "ar", "ja"}) {
      result[std::string(tag) + ".json"] = "{" + messages + "}";
    }
    return result;
  }();
  return files;
}

const std::map<std::string, std::string> &format_packs() {
  static const std::map<std::string, std::string> packs = [] {
    Compiled compiled = compile_files(format_catalog());
    if (compiled.packs.size() != 3) {
      throw std::runtime_error("the tests' own catalog of formats has errors:\n" + compiled.findings);
    }
    return std::move(compiled.packs);
  }();
  return packs;
}

cg::Catalog open_packs(const std::map<std::string, std::string> &packs) {
  cg::Catalog catalog;
  for (const auto &[tag, pack] : packs) {
    INFO(tag);
    REQUIRE(catalog.add(pack) == CG_OK);
  }
  return catalog;
}

std::string built_pack(const std::string &tag) { return read_bytes(CODEGLOT_BUILT_PACKS "/" + tag + ".cgpk"); }

std::map<std::string, std::string> built_packs() {
  std::map<std::string, std::string> packs;
  for (const fs::directory_entry &entry : fs::directory_iterator(CODEGLOT_BUILT_PACKS)) {
    if (entry.path().extension() == ".cgpk") {
      packs[entry.path().stem().string()] = read_bytes(entry.path().string());
    }
  }
  return packs;
}

ExactBytes::ExactBytes(std::string_view bytes, size_t offset)
    : block_(new uint8_t[bytes.size() + offset]), offset_(offset), size_(bytes.size()) {
  std::copy(bytes.begin(), bytes.end(), block_.get() + offset);
}

cg_status status_of(std::string_view pack) {
  const ExactBytes bytes(pack);
  Pack opened{};
  return open_pack(bytes.data(), bytes.size(), opened);
}

std::string text_body(std::string_view text) { return std::string(1, '\0') + std::string(text); }

std::string program_body(const std::vector<std::string> &parameters, std::string_view nodes) {
  ByteWriter out;
  out.byte(1);
  out.byte(static_cast<uint8_t>(parameters.size()));
  for (const std::string &name : parameters) {
    out.byte(static_cast<uint8_t>(layout::Type::any));
    out.text(name);
  }
  out.raw(nodes);
  return out.bytes();
}

std::string text_node(std::string_view text) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(Operation::text));
  out.text(text);
  return out.bytes();
}

std::string select_node(std::string_view nodes) {
  ByteWriter branches;
  branches.text("");
  branches.text(nodes);
  return branching_node(Operation::select, 0, branches.bytes());
}

std::string branching_node(Operation operation, uint8_t parameter, std::string_view part) {
  ByteWriter out;
  out.byte(static_cast<uint8_t>(operation));
  out.byte(parameter);
  out.text(part);
  return out.bytes();
}

namespace {

/// One node of each operation, over the parameters n (0) and s (1).
std::string every_operation() {
  ByteWriter out;
  const auto operation = [&out](Operation which, uint8_t parameter) {
    out.byte(static_cast<uint8_t>(which));
    out.byte(parameter);
  };
  out.raw(text_node("é "));
  operation(Operation::argument, 1);
  operation(Operation::number, 0);
  out.byte(layout::style_percent);
  operation(Operation::number_less, 0);
  out.byte(layout::style_integer);
  out.value({15, 1});
  ByteWriter plural;
  plural.byte(layout::plural_ordinal);
  plural.byte(layout::style_plain);
  plural.value({1, 0});
  plural.byte(layout::exact);
  plural.value({-20, 1});
  plural.text(text_node("minus two"));
  plural.byte(layout::one);
  plural.text(text_node("one"));
  plural.byte(layout::other);
  plural.text(select_node(text_node("inner")));
  out.raw(branching_node(Operation::plural, 0, plural.bytes()));
  ByteWriter select;
  select.text("a");
  select.text(text_node("A"));
  select.text("");
  select.text("");
  out.raw(branching_node(Operation::select, 1, select.bytes()));
  return out.bytes();
}

}  // namespace

Message parse_message(const std::string &pattern) {
  std::vector<MessageProblem> problems;
  std::optional<Message> message = parse_mf1(pattern, problems);
  INFO(pattern << ": " << (problems.empty() ? "" : problems.front().message));
  REQUIRE(message.has_value());
  return std::move(*message);
}

ProfileNeeds all_needs(const LocaleData &locale) {
  ProfileNeeds needs;
  needs.styles = locale.number_styles;
  needs.cardinal = true;
  needs.ordinal = true;
  return needs;
}

Profile read_section(const std::string &section, uint32_t features) {
  Profile profile{};
  REQUIRE(read_profile({section.data(), static_cast<uint32_t>(section.size())}, profile, features));
  return profile;
}

PackContents example_contents() {
  static const std::vector<std::string> profiles = {
      write_profile(LocaleData::load("en"), all_needs(LocaleData::load("en")), 0),
      write_profile(LocaleData::load("ar"), all_needs(LocaleData::load("ar")), 0)};
  PackContents contents;
  contents.catalog_namespace = "test";
  contents.default_locale = "en";
  contents.source_locale = "en";
  contents.profiles = profiles;
  ByteWriter argument;
  argument.byte(static_cast<uint8_t>(Operation::argument));
  argument.byte(0);
  contents.unknown_code = program_body({"code"}, text_node("unknown ") + argument.bytes());
  contents.unreadable_response = text_body("unreadable");
  ByteWriter transports;
  transports.text("http");
  transports.byte(1);
  transports.u16(200);
  transports.u16(2);
  transports.text("urn");
  transports.u16(0);
  transports.u32(2);
  transports.text("");
  transports.u16(403);
  transports.u32(2);
  contents.transports = transports.bytes();
  ByteWriter table;
  table.byte(1);
  table.text("en en-us");
  contents.locale_table = table.bytes();
  contents.records = {{1, "plain", text_body("Plain 😀")}, {2, "program", program_body({"n", "s"}, every_operation())}};
  return contents;
}

const std::vector<std::vector<NamedArgument>> &hostile_arguments() {
  static const std::vector<std::vector<NamedArgument>> sets = [] {
    const std::vector<ArgumentValue> values = {
        "\xF0\x9F\x98\x80\xC3\x28\xED\xA0\x80{}'#%n\0\xE2\x80\xAE\xFF"s,
        std::string(300, '\xC3'),
        std::numeric_limits<int64_t>::min(),
        int64_t{1},
        std::numeric_limits<double>::quiet_NaN(),
        -std::numeric_limits<double>::infinity(),
        std::numeric_limits<double>::max(),
        5e-324,
        DateTime{0, ""},
        DateTime{-8.64e15, "+23:59"},
        DateTime{8.64e15, "Europe/Paris"},
        DecimalText{std::string(CG_MAX_NUMBER_DIGITS, '9') + "." + std::string(CG_MAX_NUMBER_DIGITS, '9')},
        DecimalText{"not a number"},
        ArgumentValue()};
    std::vector<std::vector<NamedArgument>> result = {{}};
    for (const ArgumentValue &value : values) {
      std::vector<NamedArgument> set;
      for (const char *name :
           {"n", "s", "k", "d", "max", "seconds", "days", "remaining", "param", "providers", "version", "reference"}) {
        set.push_back({name, value});
      }
      result.push_back(std::move(set));
    }
    return result;
  }();
  return sets;
}

bool is_utf8(std::string_view text) {
  return utf8_valid_bytes(reinterpret_cast<const uint8_t *>(text.data()), text.size()) == text.size();
}

std::string repeat(std::string_view text, size_t times) {
  std::string result;
  for (; times > 0; --times) {
    result += text;
  }
  return result;
}

size_t format_everything(const cg_catalog *catalog, const std::vector<std::vector<NamedArgument>> &argument_sets) {
  size_t made = 0;
  bool all_well = true;
  std::unique_ptr<char[]> small(new char[7]);  // On the heap, where a sanitizer sees a write past it.
  std::unique_ptr<char[]> large(new char[4096]);
  const auto check = [&](char *text, size_t capacity, size_t bytes) {
    ++made;
    const size_t written = std::min(bytes, capacity - 1);
    const auto length = static_cast<size_t>(std::find(text, text + capacity, '\0') - text);
    // A NUL may come from an argument; without one the text is as long as it can be, but for a cut code point.
    all_well = all_well && length < capacity && length <= written && is_utf8({text, length});
  };
  for (const std::vector<NamedArgument> &set : argument_sets) {
    const CArguments arguments(set);
    for (cg_locale locale = 0; locale < cg_catalog_locale_count(catalog); ++locale) {
      cg_resolution resolution;
      const int32_t codes = cg_catalog_code_count(catalog, locale);
      for (int32_t index = -1; index < codes; ++index) {
        const int32_t code = index < 0 ? INT32_MIN : cg_catalog_code_at(catalog, locale, index);
        check(large.get(), 4096,
              cg_resolve(catalog, locale, code, arguments.data(), arguments.size(), large.get(), 4096, &resolution));
        all_well = all_well && resolution.status <= CG_NEEDS_ICU;
        check(small.get(), 7,
              cg_resolve(catalog, locale, code, arguments.data(), arguments.size(), small.get(), 7, nullptr));
        cg_parameter parameter;
        for (int32_t which = 0; cg_parameter_at(catalog, locale, code, which, &parameter) == CG_OK; ++which) {
          all_well = all_well && is_utf8({parameter.name.data, parameter.name.bytes});
        }
      }
      for (const int32_t status : {0, 200, 403, 404}) {
        const cg_response response{{"http", 4}, {"urn", status == 0 ? size_t{3} : size_t{0}}, status, 2, 1};
        check(small.get(), 7,
              cg_resolve_response(catalog, locale, &response, arguments.data(), arguments.size(), small.get(), 7,
                                  &resolution));
      }
    }
  }
  CHECK(all_well);
  return made;
}

CommandResult run_command(const std::vector<std::string> &arguments, std::string_view input,
                          const std::map<std::string, std::string> &environment, const std::string &output_file) {
  const TemporaryFolder folder;
  const std::string input_path = folder.write("input", input);
  const std::string own_output_path = folder.write("output", "");
  const std::string &output_path = output_file.empty() ? own_output_path : output_file;
  const std::string errors_path = folder.write("errors", "");
  std::vector<std::string> words = {CODEGLOT_COMMAND};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char *> pointers;
  for (std::string &word : words) {
    pointers.push_back(word.data());
  }
  pointers.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    for (const auto &[path, stream, flags] :
         {std::tuple(&input_path, 0, O_RDONLY), std::tuple(&output_path, 1, O_WRONLY),
          std::tuple(&errors_path, 2, O_WRONLY)}) {
      dup2(open(path->c_str(), flags), stream);
    }
    for (const auto &[name, value] : environment) {
      setenv(name.c_str(), value.c_str(), 1);
    }
    execv(pointers[0], pointers.data());
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child) {
    throw std::runtime_error("the command cannot be run");
  }
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_bytes(own_output_path), read_bytes(errors_path)};
}

}  // namespace codeglot::test
