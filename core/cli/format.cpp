// codeglot format --jsonl: the door for other people's test suites. Compiles and runs one pattern a line; what cannot
// be lowered is an error, never a guess.
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/cli/commands.h"
#include "core/compiler/lone_message.h"
#include "core/compiler/proof.h"

namespace codeglot::cli {
namespace {

using nlohmann::json;

/// The data of each locale that the lines name, read once.
const LocaleData &locale_data(const std::string &tag) {
  static std::map<std::string, LocaleData> known;
  const auto found = known.find(tag);
  return found != known.end() ? found->second : known.emplace(tag, LocaleData::load(tag)).first->second;
}

json failure(json id, const std::string &sentence, size_t byte) {
  return {{"id", std::move(id)},
          {"out", nullptr},
          {"err", sentence},
          {"errors", {{{"type", "syntax-error"}, {"message", sentence}, {"offset", byte}}}}};
}

json format_line(const json &line) {
  const json id = line.value("id", json());
  if (line.value("syntax", "mf1") != "mf1") {
    return failure(id, "only mf1 can be lowered yet", 0);
  }
  const auto pattern = line.value("pattern", "");
  const LocaleData &locale = locale_data(line.value("locale", "en"));
  std::vector<MessageProblem> problems;
  const std::optional<Message> message = parse_mf1(pattern, problems);
  if (!message || !prove(*message, locale, problems)) {
    return failure(id, problems.front().message, problems.front().byte);
  }
  const RuntimeAnswer answer =
      LoneMessage(message->nodes, locale).run(arguments_from_json(line.value("args", json::object())));
  if (answer.wrong_type) {
    const std::string sentence = "an argument has a type that this message cannot use";
    return {{"id", id},
            {"out", answer.text},
            {"err", sentence},
            {"errors", {{{"type", "bad-operand"}, {"message", sentence}, {"offset", 0}}}}};
  }
  return {{"id", id}, {"out", answer.text}, {"err", nullptr}};
}

}  // namespace

void add_format(CLI::App &app, int &exit_status) {
  CLI::App *command = app.add_subcommand("format",
                                         "Format patterns: a JSON object a line in, a JSON object a line out");
  command
      ->add_flag_function(
          "--jsonl", [](int64_t) {}, "Lines of JSON: {\"id\", \"syntax\", \"locale\", \"pattern\", \"args\"}")
      ->required();
  command->callback([&exit_status] {
    exit_status = exit_ok;
    for (std::string text; std::getline(std::cin, text);) {
      if (text.empty()) {
        continue;
      }
      const json line = json::parse(text, nullptr, false);
      json answer;
      try {
        answer = line.is_object() ? format_line(line) : failure(nullptr, "the line is no JSON object", 0);
      } catch (const json::exception &) {
        answer = failure(line.value("id", json()), "a member of the line has a wrong type", 0);
      }
      std::cout << answer.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    }
  });
}

}  // namespace codeglot::cli
