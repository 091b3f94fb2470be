// codeglot stats, codeglot diff: what can be said of catalogs.
#include <iostream>
#include <memory>

#include "core/cli/commands.h"
#include "core/compiler/catalog.h"
#include "core/report/difference.h"
#include "core/report/statistics.h"

namespace codeglot::cli {
namespace {

struct ReportOptions {
  std::string folder;
  std::string other_folder;
  std::string format = "text";
};

void add_format(CLI::App &command, ReportOptions &options) {
  command.add_option("--format", options.format, "Form of the output")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
}

/// A catalog without errors; else nothing, and the errors are told. Warnings are `codeglot check`'s.
std::optional<Catalog> read_sound(const std::string &folder) {
  Diagnostics diagnostics;
  std::optional<Catalog> catalog = read_catalog(folder, diagnostics);
  if (diagnostics.has_errors()) {
    report(diagnostics);
    return std::nullopt;
  }
  return catalog;
}

int run_stats(const ReportOptions &options) {
  const std::optional<Catalog> catalog = read_sound(options.folder);
  if (!catalog) {
    return exit_found_wrong;
  }
  const Statistics statistics = statistics_of(*catalog);
  std::cout << (options.format == "json" ? statistics_json(statistics) : statistics_text(statistics));
  return exit_ok;
}

int run_diff(const ReportOptions &options) {
  const std::optional<Catalog> before = read_sound(options.folder);
  const std::optional<Catalog> after = read_sound(options.other_folder);
  if (!before || !after) {
    return exit_usage;
  }
  const Difference difference = difference_of(*before, *after);
  if (options.format == "json") {
    std::cout << difference_json(difference);
  } else if (difference.empty()) {
    std::cout << "no differences\n";
  } else {
    std::cout << difference_text(difference) << difference.breaking.size() << " breaking, "
              << difference.additions.size() << " added, " << difference.others.size() << " changed, "
              << counted(difference.texts.size(), "text") << '\n';
  }
  return difference.breaking.empty() ? exit_ok : exit_found_wrong;
}

}  // namespace

void add_stats(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<ReportOptions>();
  CLI::App *command = app.add_subcommand("stats", "Count messages, words and lengths of each locale");
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  add_format(*command, *options);
  command->footer(
      "coverage   messages that the locale has or inherits, of those of a complete locale\n"
      "missing    it has neither: the words of another locale stand in\n"
      "inherited  a parent locale has them, as en for en-GB, and they are formatted as the locale's own\n"
      "as source  written as in the source locale: perhaps not translated\n"
      "words, characters  of all texts, every branch counted, without placeholders\n"
      "length     the longest texts against the source's\n"
      "longest    characters of the longest text, and the code that it belongs to");
  command->callback([options, &exit_status] { exit_status = run_stats(*options); });
}

void add_diff(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<ReportOptions>();
  CLI::App *command = app.add_subcommand("diff",
                                         "Tell what changed from one catalog to another, breaking changes first");
  command->add_option("old", options->folder, "Folder of the old authoring files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("new", options->other_folder, "Folder of the new authoring files")
      ->required()
      ->check(CLI::ExistingDirectory);
  add_format(*command, *options);
  command->footer(
      "Exit status: 0 nothing breaks; 1 something does; 2 the folders cannot be compared.\n"
      "Breaking: a code, name or argument that is gone, changed, or new without a default; a status or a problem of a\n"
      "transport that means something else; a locale that is gone; another namespace or default locale; a function to be brought.");
  command->callback([options, &exit_status] { exit_status = run_diff(*options); });
}

}  // namespace codeglot::cli
