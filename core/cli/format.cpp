// codeglot format --jsonl: the door for other people's test suites. Compiles and runs one pattern a line; what cannot
// be lowered goes to the ICU engine, or is an error, never a guess.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/cli/commands.h"
#include "core/compiler/lone_message.h"
#include "core/compiler/proof.h"
#include "core/icu_engine/message.h"

namespace codeglot::cli {
namespace {

using nlohmann::json;

enum class Engine : uint8_t { aot, icu, automatic };

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

json answer_of(json id, const Formatted &formatted) {
  json errors = json::array();
  for (const MessageError &error : formatted.errors) {
    // Other suites expect of MessageFormat 1 what ICU does: print an argument's name in its place, and say nothing.
    if (error.kind != ErrorKind::unresolved_variable) {
      errors.push_back({{"type", error_name(error.kind)}, {"message", error.message}, {"offset", error.byte}});
    }
  }
  json answer = {{"id", std::move(id)}, {"out", formatted.text()}, {"err", nullptr}};
  if (!errors.empty()) {
    answer["err"] = errors.front()["message"];
    answer["errors"] = std::move(errors);
  }
  return answer;
}

/// JSON's numbers are JavaScript's: milliseconds, too, which ICU takes as a double but not as a 64-bit integer.
std::vector<NamedArgument> with_doubles(std::vector<NamedArgument> arguments) {
  constexpr int64_t double_exact = int64_t{1} << 53;
  for (NamedArgument &argument : arguments) {
    const auto *const integer = std::get_if<int64_t>(&argument.value);
    if (integer != nullptr && *integer >= -double_exact && *integer <= double_exact) {
      argument.value = static_cast<double>(*integer);
    }
  }
  return arguments;
}

json format_with_engine(const json &line, const std::vector<NamedArgument> &arguments) {
  FormatContext context;
  context.time_zone = line.value("tz", "");
  const auto message = make_mf1_message(line.value("pattern", ""), line.value("locale", "en"));
  return answer_of(line.value("id", json()), message->format(with_doubles(arguments), context));
}

/// The runtime has no dates.
bool has_date(const std::vector<NamedArgument> &arguments) {
  return std::any_of(arguments.begin(), arguments.end(),
                     [](const NamedArgument &argument) { return std::holds_alternative<DateTime>(argument.value); });
}

json format_line(const json &line, Engine engine) {
  const json id = line.value("id", json());
  if (line.value("syntax", "mf1") != "mf1") {
    return failure(id, "only mf1 can be lowered yet", 0);
  }
  const std::vector<NamedArgument> arguments = arguments_from_json(line.value("args", json::object()));
  if (engine == Engine::icu || (engine == Engine::automatic && has_date(arguments))) {
    return format_with_engine(line, arguments);
  }
  const auto pattern = line.value("pattern", "");
  const LocaleData &locale = locale_data(line.value("locale", "en"));
  std::vector<MessageProblem> problems;
  const std::optional<Message> message = parse_mf1(pattern, problems);
  if (!message || !prove(*message, locale, problems)) {
    return engine == Engine::automatic ? format_with_engine(line, arguments)
                                       : failure(id, problems.front().message, problems.front().byte);
  }
  const RuntimeAnswer answer = LoneMessage(message->nodes, locale).run(arguments);
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
          "--jsonl", [](int64_t) {}, "Lines of JSON: {\"id\", \"syntax\", \"locale\", \"pattern\", \"args\", \"tz\"}")
      ->required();
  const auto engine = std::make_shared<Engine>(Engine::automatic);
  static const std::map<std::string, Engine> engines = {
      {"aot", Engine::aot}, {"icu", Engine::icu}, {"auto", Engine::automatic}};
  command->add_option("--engine", *engine, "aot: the runtime; icu: the ICU engine; auto: the first that can (default)")
      ->transform(CLI::CheckedTransformer(engines));
  command->callback([&exit_status, engine] {
    exit_status = exit_ok;
    for (std::string text; std::getline(std::cin, text);) {
      if (text.empty()) {
        continue;
      }
      const json line = json::parse(text, nullptr, false);
      json answer;
      try {
        answer = line.is_object() ? format_line(line, *engine) : failure(nullptr, "the line is no JSON object", 0);
      } catch (const json::exception &) {
        answer = failure(line.value("id", json()), "a member of the line has a wrong type", 0);
      }
      std::cout << answer.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
    }
  });
}

}  // namespace codeglot::cli
