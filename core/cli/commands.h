// The codeglot command: each subcommand adds its options to the app and leaves its exit status in `exit_status`.
#ifndef CODEGLOT_CLI_COMMANDS_H
#define CODEGLOT_CLI_COMMANDS_H

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>

#include "codeglot/codeglot.hpp"
#include "core/compiler/diagnostics.h"

namespace codeglot::cli {

/// Documented in --help and README: scripts rely on them.
inline constexpr int exit_ok = 0;
inline constexpr int exit_found_wrong = 1;  // An unknown code; an error in the authoring files.
inline constexpr int exit_usage = 2;        // Wrong use of the command; a file that cannot be read or written.
inline constexpr int exit_stopped = 130;    // Ctrl-C, or a request to end: nothing was written.

void add_message(CLI::App &app, int &exit_status);
void add_response(CLI::App &app, int &exit_status);
void add_list(CLI::App &app, int &exit_status);
void add_compile(CLI::App &app, int &exit_status);
void add_check(CLI::App &app, int &exit_status);
void add_convert(CLI::App &app, int &exit_status);
void add_export(CLI::App &app, int &exit_status);
void add_import(CLI::App &app, int &exit_status);
void add_data(CLI::App &app, int &exit_status);
void add_format(CLI::App &app, int &exit_status);

/// "1 message", "2 messages".
std::string counted(size_t count, const std::string &noun);

/// "; 2 messages need the ICU engine" and the advice, or nothing where the runtime formats all.
std::string engine_note(size_t count, const std::string &advice);

/// Prints all findings and a count; the exit status that they call for.
int report(const Diagnostics &diagnostics);

/// Writes files one by one, each whole or not at all; false with a complaint at the first that fails.
bool write_files(const std::map<std::string, std::string> &files);

/// Prints "codeglot: message" on standard error.
void complain(const std::string &message);

/// The catalog in a folder of packs or of authoring files; without a folder, the packs installed beside the command.
/// Nothing, with a complaint, if there is none.
std::optional<cg::Catalog> open_catalog(const std::string &folder);

}  // namespace codeglot::cli
#endif
