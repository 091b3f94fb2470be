// The codeglot command. Results go to standard output, complaints to standard error.
#include <iostream>

#include "core/cli/commands.h"
#include "core/compiler/work.h"

int main(int argument_count, char **arguments) {
  using namespace codeglot::cli;
  CLI::App app("Localized messages for return codes: compile them, check them, show them.", "codeglot");
  app.footer(
      "Exit status: 0 done; 1 the code is unknown, the response is unreadable, or the authoring files have errors; 2 wrong usage or unreadable files; 130 stopped by Ctrl-C or SIGTERM, with nothing written.\n"
      "Example: codeglot message 135 --locale en --arg max=8");
  app.require_subcommand(1);
  int exit_status = exit_ok;
  add_message(app, exit_status);
  add_response(app, exit_status);
  add_list(app, exit_status);
  add_check(app, exit_status);
  add_compile(app, exit_status);
  add_convert(app, exit_status);
  add_export(app, exit_status);
  add_import(app, exit_status);
  add_data(app, exit_status);
  add_format(app, exit_status);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::ParseError &error) {
    return app.exit(error) == 0 ? exit_ok : exit_usage;
  } catch (const codeglot::Stopped &) {
    complain("stopped: nothing was written");
    return exit_stopped;
  } catch (const std::exception &error) {
    complain(error.what());
    return exit_usage;
  }
  std::cout.flush();
  if (!std::cout) {
    complain("the output could not be written");
    return exit_usage;
  }
  return exit_status;
}

void codeglot::cli::complain(const std::string &message) { std::cerr << "codeglot: " << message << '\n'; }
