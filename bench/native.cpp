// Native benchmark: our C interface and icu::MessageFormat on the same messages, and the opening of a large pack.
// Prints one JSON object: medians over rounds, in nanoseconds a call. Needs the folder of the project's packs.
#include <unicode/msgfmt.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/median.h"
#include "codeglot/codeglot.hpp"
#include "core/compiler/lowering.h"
#include "core/pack/writer.h"
#include "core/syntax/mf1_parser.h"

namespace {

using codeglot::bench::median;
using codeglot::bench::sink;

std::string read(const std::filesystem::path &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

double time_static(const cg::Catalog &catalog) {
  char text[256];
  return median(200000, [&](int) { sink = cg_message(catalog.get(), 102, "en", 2, nullptr, 0, text, sizeof text); });
}

double time_plural(const cg::Catalog &catalog) {
  char text[256];
  cg_argument argument{};
  argument.name = {"max", 3};
  argument.type = CG_TYPE_INT64;
  return median(200000, [&](int index) {
    argument.value.integer = index % 5000;
    sink = cg_message(catalog.get(), 135, "en", 2, &argument, 1, text, sizeof text);
  });
}

double time_icu(const char *pattern, bool counted) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), icu::Locale::getEnglish(), status);
  const icu::UnicodeString name("max");
  icu::UnicodeString text;
  icu::FieldPosition position;
  return median(20000, [&](int index) {
    const icu::Formattable value(static_cast<int32_t>(index % 5000));
    text.remove();
    status = U_ZERO_ERROR;
    format.format(&name, &value, counted ? 1 : 0, text, status);
    sink = static_cast<size_t>(text.length());
  });
}

double time_icu_parsed_each_time(const char *pattern) {
  const icu::UnicodeString name("max");
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(pattern);
  return median(2000, [&](int index) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(source, icu::Locale::getEnglish(), status);
    const icu::Formattable value(static_cast<int32_t>(index % 5000));
    icu::UnicodeString text;
    format.format(&name, &value, 1, text, status);
    sink = static_cast<size_t>(text.length());
  });
}

/// A pack of 100,000 codes: nine static messages to one with a plural.
std::string large_pack(const codeglot::LocaleData &english) {
  constexpr int32_t codes = 100000;
  std::vector<codeglot::MessageProblem> problems;
  const auto message = codeglot::parse_mf1(
      "{count, plural, one {# item could not be saved.} other {# items could not be saved.}}", problems);
  codeglot::ProfileNeeds needs;
  const auto counted = codeglot::lower(*message, {}, {0, english, needs}, problems, problems);
  codeglot::PackContents contents;
  contents.catalog_namespace = "bench";
  contents.default_locale = contents.source_locale = "en";
  contents.profiles.push_back(codeglot::write_profile(english, needs, 0));
  contents.unknown_code = contents.unreadable_response = std::string("\0?", 2);
  for (int32_t code = 0; code < codes; ++code) {
    const std::string number = std::to_string(code);
    std::string body = code % 10 == 0
                           ? *counted
                           : std::string(1, '\0') + "Operation " + number + " could not be completed; try again later.";
    contents.records.push_back({code, "operation-" + number + "-failed", std::move(body)});
  }
  return codeglot::write_pack(std::move(contents));
}

/// What of the process is in memory now.
int64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  int64_t all_pages = 0;
  int64_t resident_pages = 0;
  file >> all_pages >> resident_pages;
  return resident_pages * sysconf(_SC_PAGESIZE);
}

}  // namespace

int main(int argument_count, char **arguments) {
  if (argument_count != 2) {
    std::cerr << "usage: codeglot_bench <folder of packs>\n";
    return 2;
  }
  cg::Catalog catalog;
  for (const auto &entry : std::filesystem::directory_iterator(arguments[1])) {
    if (entry.path().extension() != ".cgpk") {
      continue;
    }
    if (const cg_status status = catalog.add(read(entry.path())); status != CG_OK) {
      std::cerr << entry.path() << ": " << cg_status_text(status) << '\n';
      return 2;
    }
  }
  const char *const plural =
      "{max, plural, one{You can add at most # family member.} other{You can add at most # family members.}}";
  const std::string pack = large_pack(codeglot::LocaleData::load("en"));
  const int64_t before = resident_bytes();
  cg_catalog *kept = nullptr;
  cg_catalog_create(&kept);
  sink = static_cast<size_t>(cg_catalog_add(kept, pack.data(), pack.size()));
  const int64_t growth = resident_bytes() - before;
  cg_catalog_destroy(kept);
  const double open = median(1, [&](int) {
    cg_catalog *large = nullptr;
    cg_catalog_create(&large);
    sink = static_cast<size_t>(cg_catalog_add(large, pack.data(), pack.size()));
    cg_catalog_destroy(large);
  });
  std::printf(
      "{\"static\": %.1f, \"plural\": %.1f, \"icuStatic\": %.1f, \"icuPlural\": %.1f, \"icuParsedEachTime\": %.1f, "
      "\"openMilliseconds\": %.2f, \"openPackBytes\": %zu, \"openGrowthBytes\": %lld}\n",
      time_static(catalog), time_plural(catalog), time_icu("The account does not exist.", false),
      time_icu(plural, true), time_icu_parsed_each_time(plural), open / 1e6, pack.size(),
      static_cast<long long>(growth));
  return 0;
}
