// codeglot data: files of CLDR data for the ICU engine in WebAssembly.
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/commands.h"
#include "core/compiler/cldr_data.h"
#include "core/compiler/file_output.h"
#include "core/compiler/locale_data.h"

namespace codeglot::cli {
namespace {

struct DataOptions {
  std::vector<std::string> locales;
  std::vector<std::string> features = {"numbers"};
  std::vector<std::string> currencies;
  std::vector<std::string> units;
  std::string output;
};

/// The feature's switch; null for "numbers", which is always on.
bool *feature_switch(DataFeatures &features, const std::string &name) {
  const std::map<std::string, bool *> switches = {
      {"calendars", &features.calendars}, {"compact", &features.compact}, {"currencies", &features.all_currencies},
      {"dates", &features.dates},         {"lists", &features.lists},     {"spellout", &features.spellout},
      {"units", &features.all_units},     {"zones", &features.zones}};
  const auto found = switches.find(name);
  return found == switches.end() ? nullptr : found->second;
}

DataFeatures features_of(const DataOptions &options) {
  DataFeatures features;
  for (const std::string &name : options.features) {
    if (name == "all") {
      return DataFeatures::all();
    }
    if (bool *is_on = feature_switch(features, name)) {
      *is_on = true;
    }
  }
  features.currencies.insert(options.currencies.begin(), options.currencies.end());
  features.units.insert(options.units.begin(), options.units.end());
  return features;
}

int write_data(const DataOptions &options) {
  std::vector<std::string> tags;
  for (const std::string &locale : options.locales) {
    const std::string tag = canonical_tag(locale);
    if (tag.empty()) {
      complain(locale + " is no locale: name one as in \"zh-Hant\"");
      return exit_usage;
    }
    tags.push_back(tag);
  }
  std::error_code failed;
  std::filesystem::create_directories(options.output, failed);
  for (const auto &[name, bytes] : write_cldr_data(tags, features_of(options))) {
    const std::string problem = write_file((std::filesystem::path(options.output) / name).string(), bytes);
    if (!problem.empty()) {
      complain(problem);
      return exit_usage;
    }
    std::cout << name << ' ' << bytes.size() << " bytes\n";
  }
  return exit_ok;
}

}  // namespace

void add_data(CLI::App &app, int &exit_status) {
  CLI::App *command = app.add_subcommand(
      "data", "Cut CLDR data for the ICU engine in WebAssembly: root.cgdata and a file a locale");
  const auto options = std::make_shared<DataOptions>();
  command->add_option("--locale", options->locales, "A locale, such as zh-Hant; may be given again")->required();
  command
      ->add_option("--features", options->features, "What messages format, with commas between; numbers are always in")
      ->delimiter(',')
      ->check(CLI::IsMember(
          {"numbers", "dates", "currencies", "units", "compact", "spellout", "zones", "calendars", "lists", "all"}));
  command->add_option("--currency", options->currencies, "Only these currencies: EUR")->delimiter(',');
  command->add_option("--unit", options->units, "Only these units: kilometer-per-hour")->delimiter(',');
  command->add_option("--output", options->output, "The folder to write to")->required();
  command->callback([options, &exit_status] { exit_status = write_data(*options); });
}

}  // namespace codeglot::cli
