// Which MessageFormat 2 sources are accepted: our parser against ICU's, on the cases of ICU's source archive and random
// changes of them.
//   mf2_acceptance FOLDER_OF_CASES
// Environment: CODEGLOT_SEED (default: the time) and CODEGLOT_CASES. The seed is printed, so that a failure can be run
// again. Where the two differ and no known fault of ICU's explains it, prints the source and exits 1.
#include <unicode/messageformat2.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/syntax/mf2_parser.h"
#include "random.h"

namespace {

using differential::Random;
using icu::message2::MessageFormatter;

constexpr size_t differences_most = 20;

bool we_accept(const std::string &source) {
  std::vector<codeglot::MessageError> errors;
  codeglot::parse_mf2(source, errors);
  return errors.empty();
}

/// ICU finds errors of the data model only when it formats; errors of arguments and functions are none of the source.
bool is_source_error(UErrorCode status) {
  switch (status) {
    case U_MF_SYNTAX_ERROR:
    case U_MF_VARIANT_KEY_MISMATCH_ERROR:
    case U_MF_NONEXHAUSTIVE_PATTERN_ERROR:
    case U_MF_MISSING_SELECTOR_ANNOTATION_ERROR:
    case U_MF_DUPLICATE_DECLARATION_ERROR:
    case U_MF_DUPLICATE_OPTION_NAME_ERROR:
    case U_MF_DUPLICATE_VARIANT_ERROR:
    case U_INVALID_STATE_ERROR:  // A builder whose pattern was refused.
      return true;
    default:
      return false;
  }
}

bool icu_accepts(const std::string &source) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  MessageFormatter::Builder builder(status);
  builder.setPattern(icu::UnicodeString::fromUTF8(source), place, status);
  builder.setErrorHandlingBehavior(MessageFormatter::U_MF_STRICT);
  MessageFormatter formatter = builder.build(status);
  if (U_SUCCESS(status)) {
    const icu::message2::MessageArguments no_arguments;
    formatter.formatToString(no_arguments, status);
  }
  return !is_source_error(status);
}

// ---- ICU's known faults: differences that are explained ----

/// The source without bidi controls, which all are of two or three bytes.
std::string without_bidi_controls(std::string source) {
  for (const char *control : {"\u061C", "\u200E", "\u200F", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    for (size_t at = source.find(control); at != std::string::npos; at = source.find(control, at)) {
      source.erase(at, std::string_view(control).size());
    }
  }
  return source;
}

/// Whether two colons stand in one word, after its first character, which may be a colon of its own.
bool has_two_colons(const std::string &source) {
  size_t colons = 0;
  size_t length = 0;
  for (const char character : source) {
    if (std::string_view(" \t\r\n{}|=@$#/*").find(character) != std::string_view::npos) {
      colons = 0;
      length = 0;
      continue;
    }
    colons += character == ':' && length > 0 ? 1 : 0;
    ++length;
    if (colons == 2) {
      return true;
    }
  }
  return false;
}

/// Whether a '.' stands behind "}}", perhaps with white space between them.
bool has_key_with_point(const std::string &source) {
  for (size_t at = source.find("}}"); at != std::string::npos; at = source.find("}}", at + 1)) {
    const size_t next = source.find_first_not_of(" \t\r\n", at + 2);
    if (next != std::string::npos && source[next] == '.') {
      return true;
    }
  }
  return false;
}

/// What explains that ICU accepts the source and we do not, or the other way round; empty if nothing does.
std::string explanation(const std::string &source, bool accepted_by_us) {
  const std::string plain = without_bidi_controls(source);
  if (plain != source) {
    return accepted_by_us ? "ICU takes no bidi control between a literal, a key or a keyword and the space behind it"
                          : "ICU takes bidi controls for a name, or several in front of one";
  }
  if (!accepted_by_us && has_two_colons(source)) {
    return "ICU takes an identifier with two colons";
  }
  if (accepted_by_us && has_key_with_point(source)) {
    return "ICU takes no key that begins with a point behind a variant";
  }
  return "";
}

// ---- Sources ----

std::vector<std::string> read_sources(const std::string &folder) {
  std::vector<std::string> sources;
  for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".json") {
      continue;
    }
    std::ifstream stream(entry.path());
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (const size_t surrogate = text.find("\\ud800"); surrogate != std::string::npos) {
      text.replace(surrogate, 6, "\\ufdd0");  // No UTF-8 has one; a noncharacter is no part of a name, either.
    }
    const nlohmann::json file = nlohmann::json::parse(text);
    for (const nlohmann::json &test : file.value("tests", nlohmann::json::array())) {
      std::string source;
      for (const nlohmann::json &line : test["src"].is_array() ? test["src"] : nlohmann::json{test["src"]}) {
        source += line.get<std::string>();
      }
      sources.push_back(source);
    }
  }
  return sources;
}

/// One or two small changes, at code points' edges.
std::string changed(Random &random, std::string source) {
  static const char *const pieces[] = {"{",  "}",      "{{",     "}}",     "|",       "\\",      "$",      "@",
                                       ":",  "=",      "#",      "/",      "*",       " ",       "a",      "1",
                                       "-",  "+",      ".",      "\u0301", ".local ", ".input ", ".match", "$x",
                                       "||", "\u200E", "\u2066", "\u3000", "\n"};
  for (size_t changes = 1 + random.below(2); changes > 0; --changes) {
    const auto inside = [&](size_t at) { return at < source.size() && (source[at] & 0xC0) == 0x80; };
    size_t from = random.below(source.size() + 1);
    while (inside(from)) {
      ++from;
    }
    size_t to = from + (from < source.size() ? 1 : 0);
    while (inside(to)) {
      ++to;
    }
    const bool insert = random.one_in(3);
    source.replace(from, insert ? 0 : to - from, insert || random.one_in(2) ? random.pick(pieces) : "");
  }
  return source;
}

uint64_t from_environment(const char *name, uint64_t otherwise) {
  const char *text = std::getenv(name);
  return text == nullptr || *text == '\0' ? otherwise : std::strtoull(text, nullptr, 10);
}

struct Counts {
  size_t compared = 0;
  size_t accepted = 0;
  size_t different = 0;
  std::map<std::string, size_t> explained;
};

void compare(const std::string &source, Counts &counts) {
  const bool accepted = we_accept(source);
  ++counts.compared;
  counts.accepted += accepted ? 1 : 0;
  if (accepted == icu_accepts(source)) {
    return;
  }
  const std::string reason = explanation(source, accepted);
  if (!reason.empty()) {
    ++counts.explained[reason];
    return;
  }
  ++counts.different;
  std::cerr << (accepted ? "only we accept: " : "only ICU accepts: ") << source << '\n';
}

}  // namespace

int main(int argument_count, char **arguments) {
  const auto now = static_cast<uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
  const uint64_t seed = from_environment("CODEGLOT_SEED", now);
  const uint64_t cases = from_environment("CODEGLOT_CASES", CODEGLOT_DEFAULT_CASES);
  std::cout << "mf2 acceptance: seed " << seed << std::endl;  // Before anything can go wrong.
  const std::vector<std::string> sources = argument_count > 1 ? read_sources(arguments[1]) : std::vector<std::string>();
  if (sources.empty()) {
    std::cerr << "there are no cases to start from\n";
    return 1;
  }
  Counts counts;
  for (const std::string &source : sources) {
    compare(source, counts);
  }
  Random random(seed);
  while (counts.compared < cases && counts.different < differences_most) {
    compare(changed(random, random.pick(sources)), counts);
  }
  for (const auto &[reason, count] : counts.explained) {
    std::cout << "  " << count << " times: " << reason << '\n';
  }
  std::cout << "mf2 acceptance: " << counts.compared << " sources, " << counts.accepted << " accepted, "
            << counts.different << " unexplained differences\n";
  return counts.different == 0 ? 0 : 1;
}
