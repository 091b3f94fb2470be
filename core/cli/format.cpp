// codeglot format --jsonl: the door for other people's test suites.
#include <iostream>
#include <map>

#include "core/cli/commands.h"
#include "core/cli/format_lines.h"

namespace codeglot::cli {

void add_format(CLI::App &app, int &exit_status) {
  CLI::App *command = app.add_subcommand("format",
                                         "Format patterns: a JSON object a line in, a JSON object a line out");
  command
      ->add_flag_function(
          "--jsonl", [](int64_t) {},
          "Lines of JSON: {\"id\", \"syntax\", \"locale\", \"pattern\", \"args\", \"tz\", \"bidi\"}")
      ->required();
  const auto engine = std::make_shared<Engine>(Engine::automatic);
  const std::map<std::string, Engine> engines = {
      {"auto", Engine::automatic}, {"aot", Engine::aot}, {"icu", Engine::icu}};
  command->add_option("--engine", *engine, "Who formats: auto, aot (the runtime, which refuses the rest) or icu")
      ->transform(CLI::CheckedTransformer(engines));
  command->callback([&exit_status, engine] {
    exit_status = exit_ok;
    format_lines(std::cin, std::cout, *engine, nullptr);
  });
}

}  // namespace codeglot::cli
