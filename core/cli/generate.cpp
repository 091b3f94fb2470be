// codeglot generate: constants and tables of a catalog's codes.
#include "core/generate/generate.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "core/cli/commands.h"
#include "core/compiler/file_output.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

struct GenerateOptions {
  std::string folder;
  std::string form;
  std::string output;
  std::string package;
  bool check = false;
};

/// A word as a shell reads it.
std::string shell_word(const std::string &word) {
  const bool plain = !word.empty() && word.find_first_not_of(
                                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789-_./:=@%+") == std::string::npos;
  if (plain) {
    return word;
  }
  std::string quoted = "'";
  for (const char character : word) {
    quoted += character == '\'' ? std::string("'\\''") : std::string(1, character);
  }
  return quoted + "'";
}

std::string mending_command(const GenerateOptions &options) {
  std::string command = "codeglot generate --to " + options.form;
  if (!options.package.empty()) {
    command += " --package " + shell_word(options.package);
  }
  return command + " --output " + shell_word(options.output) + ' ' + shell_word(options.folder);
}

/// "com.example.files": what Java and Kotlin accept, less their keywords.
bool is_package(const std::string &name) {
  bool begins = true;
  for (const char character : name) {
    const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
                        character == '_';
    const bool digit = character >= '0' && character <= '9';
    if (begins ? !letter : !letter && !digit && character != '.') {
      return false;
    }
    begins = character == '.';
  }
  return !begins;
}

std::string line_of(const std::string &text, size_t number) {
  size_t from = 0;
  for (; number > 1; --number) {
    from = text.find('\n', from) + 1;
  }
  return text.substr(from, text.find('\n', from) - from);
}

/// The first line in which two texts differ, counted from 1.
size_t first_difference(const std::string &left, const std::string &right) {
  const auto [at, other] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  return static_cast<size_t>(std::count(left.begin(), at, '\n')) + 1;
}

/// Compares a file with what it should hold; the exit status.
int check(const GenerateOptions &options, const std::string &text) {
  const std::string remedy = "run " + mending_command(options);
  if (!fs::exists(options.output)) {
    complain(options.output + " does not exist: " + remedy);
    return exit_found_wrong;
  }
  Diagnostics diagnostics;
  const std::optional<std::string> found = read_file(options.output, diagnostics);
  if (!found) {
    report(diagnostics);
    return exit_usage;
  }
  if (*found == text) {
    std::cout << options.output << " is current\n";
    return exit_ok;
  }
  const size_t line = first_difference(*found, text);
  const auto shown = [line](const std::string &of) {
    const std::string content = line_of(of, line);
    return content.empty() ? std::string("nothing") : '"' + content + '"';
  };
  std::cerr << options.output << ':' << line << ":1: error: the file is not what the catalog gives: expected "
            << shown(text) << ", but found " << shown(*found) << "; " << remedy << '\n';
  return exit_found_wrong;
}

/// The complaint about options that do not go together; empty if they do.
std::string objection(const GenerateOptions &options, const GeneratedForm &form) {
  if (options.check && options.output.empty()) {
    return "--check needs --output: the file to compare";
  }
  if (!options.package.empty() && !form.package) {
    return "--package is for java and kotlin: leave it out for " + form.name;
  }
  if (!options.package.empty() && !is_package(options.package)) {
    return "\"" + options.package + "\" is no package: expected names with dots between, as in com.example.files";
  }
  return "";
}

void run(GenerateOptions &options, int &exit_status) {
  const auto &forms = generated_forms();
  const GeneratedForm &form = *std::find_if(
      forms.begin(), forms.end(), [&](const GeneratedForm &candidate) { return candidate.name == options.form; });
  if (const std::string problem = objection(options, form); !problem.empty()) {
    complain(problem);
    exit_status = exit_usage;
    return;
  }
  Diagnostics diagnostics;
  const std::optional<Catalog> catalog = form.messages ? read_catalog(options.folder, diagnostics)
                                                       : read_codes_of(options.folder, diagnostics);
  std::string text;
  if (catalog && !diagnostics.has_errors()) {
    text = generate(form, *catalog, options.package, diagnostics);
  }
  if (diagnostics.has_errors()) {  // Warnings are `codeglot check`'s.
    exit_status = report(diagnostics);
    return;
  }
  if (options.output.empty()) {
    std::cout << text;
    return;
  }
  const std::string usual_name = form.default_file(*catalog);
  if (fs::is_directory(options.output) || options.output.ends_with('/')) {
    options.output = (fs::path(options.output) / usual_name).string();
  }
  if (form.file_is_named && fs::path(options.output).filename() != usual_name) {
    complain(options.output + ": a compiler takes this class from " + usual_name + " only: name the file so");
    exit_status = exit_usage;
  } else if (options.check) {
    exit_status = check(options, text);
  } else if (!write_files({{options.output, text}})) {
    exit_status = exit_usage;
  } else {
    std::cout << options.output << " written: " << counted(catalog->codes.size(), "code") << '\n';
  }
}

}  // namespace

void add_generate(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<GenerateOptions>();
  CLI::App *command = app.add_subcommand("generate", "Make constants and tables of the codes");
  std::vector<std::string> names;
  for (const GeneratedForm &form : generated_forms()) {
    names.push_back(form.name);
  }
  command->add_option("folder", options->folder, "Folder with codes.json and the locale files")
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("--to", options->form, "Language of the constants, or form of the table")
      ->required()
      ->check(CLI::IsMember(names));
  command->add_option("-o,--output", options->output,
                      "The file to write, or a folder for one with the usual name (default: standard output)");
  command->add_option("--package", options->package, "Package of the Java or Kotlin file, as com.example.files");
  command->add_flag("--check", options->check,
                    "Write nothing: exit status 1 if the file is not what it would be, with the line and the remedy");
  command->footer(
      "The namespace in codes.json is the prefix: too-many-files of \"files\" is FILES_CODE_TOO_MANY_FILES in C,\n"
      "files::codes::too_many_files in C++, Codes.TooManyFiles in TypeScript, FilesCodes.TOO_MANY_FILES in Kotlin and\n"
      "Java, FilesCode.tooManyFiles in Swift. A reserved word gets _ behind it. Two codes that come to one identifier are\n"
      "an error. Retired codes stay, and are deprecated.");
  command->callback([options, &exit_status] { run(*options, exit_status); });
}

}  // namespace codeglot::cli
