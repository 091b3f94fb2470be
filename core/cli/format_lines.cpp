// See format_lines.h.
#include "core/cli/format_lines.h"

#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "core/compiler/lone_message.h"
#include "core/compiler/message_check.h"
#include "core/icu_engine/message.h"

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

/// A pattern that was lowered, or why it was not.
struct LoweredLine {
  std::optional<LoneMessage> message;
  std::vector<MessageProblem> problems;
};

/// The types of the arguments, as far as the pattern's own syntax does not say them. In MessageFormat 1 it does, but for
/// dates.
std::vector<Parameter> types_of(const std::vector<NamedArgument> &arguments, Format::Syntax syntax) {
  std::vector<Parameter> result;
  for (const NamedArgument &argument : arguments) {
    const bool date = std::holds_alternative<DateTime>(argument.value);
    const bool text = std::holds_alternative<std::string>(argument.value);
    if (date || (syntax != Format::Syntax::mf1 && !std::holds_alternative<std::monostate>(argument.value))) {
      result.push_back({argument.name,
                        date   ? layout::Type::date
                        : text ? layout::Type::string
                               : layout::Type::number,
                        {}});
    }
  }
  return result;
}

/// Lowers and proves; the same line is worked out once.
const LoweredLine &lower_line(const std::string &pattern, Format::Syntax syntax, const std::string &tag,
                              const std::vector<Parameter> &types) {
  static std::map<std::string, LoweredLine> known;
  std::string key = std::to_string(static_cast<int>(syntax)) + tag + '\0' + pattern;
  for (const Parameter &type : types) {
    key += '\0' + type.name + std::to_string(static_cast<int>(type.type));
  }
  const auto [found, added] = known.try_emplace(key);
  LoweredLine &line = found->second;
  if (added) {
    const LocaleData &locale = locale_data(tag);
    std::optional<Message> message = read_message(pattern, syntax, types, locale, line.problems);
    if (message) {
      settle(*message, types, locale, line.problems);
      line.problems.insert(line.problems.end(), message->reasons.begin(), message->reasons.end());
    }
    if (line.problems.empty()) {
      line.message.emplace(*message, locale, types);
    }
  }
  return line;
}

/// What the runtime makes of a line; nothing if it takes the ICU engine, or has an error that the engine tells better.
std::optional<json> run_lowered(const json &id, const json &line, Format::Syntax syntax, Engine engine) {
  std::vector<NamedArgument> arguments = arguments_from_json(line.value("args", json::object()));
  for (NamedArgument &argument : arguments) {
    if (auto *const date = std::get_if<DateTime>(&argument.value); date != nullptr && date->zone.empty()) {
      date->zone = line.value("tz", "");
    }
  }
  const LoweredLine &lowered = lower_line(line.value("pattern", ""), syntax, line.value("locale", "en"),
                                          types_of(arguments, syntax));
  if (!lowered.message) {
    return engine == Engine::aot
               ? std::optional(failure(id, lowered.problems.front().message, lowered.problems.front().byte))
               : std::nullopt;
  }
  const RuntimeAnswer answer = lowered.message->run(arguments);
  const bool silent = answer.status == CG_MISSING_ARGUMENT && syntax == Format::Syntax::mf1;  // As ICU is.
  if (answer.status == CG_OK || silent) {
    return json{{"id", id}, {"out", answer.text}, {"err", nullptr}};
  }
  if (engine != Engine::aot) {
    return std::nullopt;
  }
  const char *kind = answer.status == CG_MISSING_ARGUMENT ? "unresolved-variable" : "bad-operand";
  const std::string sentence = cg_status_text(answer.status);
  return json{{"id", id},
              {"out", answer.text},
              {"err", sentence},
              {"errors", {{{"type", kind}, {"message", sentence}, {"offset", 0}}}}};
}

const char *type_name(Part::Type type) {
  switch (type) {
    case Part::Type::text:
      return "text";
    case Part::Type::string:
      return "string";
    case Part::Type::number:
      return "number";
    case Part::Type::datetime:
      return "datetime";
    case Part::Type::markup:
      return "markup";
    case Part::Type::bidi_isolation:
      return "bidiIsolation";
    case Part::Type::fallback:
      return "fallback";
    case Part::Type::custom:
      return "custom";
  }
  return "";
}

/// In the shape of the Unicode suite: members without a meaning are left out.
json to_json(const Part &part) {
  json result = {{"type", type_name(part.type)}};
  const auto add = [&](const char *member, const std::string &text) {
    if (!text.empty()) {
      result[member] = text;
    }
  };
  add("name", part.name);
  add("source", part.source);
  add("kind", part.kind);
  add("id", part.id);
  add("dir", part.direction);
  add("locale", part.locale);
  if (part.type == Part::Type::number || part.type == Part::Type::datetime) {
    result["parts"] = json::array();
    for (const Part::Piece &piece : part.pieces) {
      result["parts"].push_back({{"type", piece.type}, {"value", piece.value}});
    }
  } else if (part.type != Part::Type::markup && part.type != Part::Type::fallback) {
    result["value"] = part.value;
  }
  for (const auto &[name, value] : part.options) {
    result["options"][name] = value;
  }
  return result;
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

json run_engine(const json &id, const json &line, Format::Syntax syntax, const FunctionRegistry *functions) {
  const auto pattern = line.value("pattern", "");
  const auto locale = line.value("locale", "en");
  const bool mf1 = syntax == Format::Syntax::mf1;
  FormatContext context;
  context.time_zone = line.value("tz", "");
  context.bidi = syntax == Format::Syntax::mf2 ? BidiIsolation::automatic : BidiIsolation::none;
  context.functions = functions;
  const std::vector<NamedArgument> arguments = arguments_from_json(line.value("args", json::object()));
  const std::unique_ptr<EngineMessage> message = mf1 ? make_mf1_message(pattern, locale)
                                                     : make_mf2_message(pattern, locale);
  const Formatted formatted = message->format(mf1 ? with_doubles(arguments) : arguments, context);
  json answer = {
      {"id", id}, {"out", formatted.text()}, {"err", nullptr}, {"errors", json::array()}, {"parts", json::array()}};
  for (const MessageError &error : formatted.errors) {
    // Other suites expect of MessageFormat 1 what ICU does: print an argument's name in its place, and say nothing.
    if (!mf1 || error.kind != ErrorKind::unresolved_variable) {
      answer["errors"].push_back(
          {{"type", error_name(error.kind)}, {"message", error.message}, {"offset", error.byte}});
    }
  }
  if (!answer["errors"].empty()) {
    answer["err"] = answer["errors"].front()["message"];
  }
  for (const Part &part : formatted.parts) {
    answer["parts"].push_back(to_json(part));
  }
  return answer;
}

json format_line(const json &line, Engine engine, const FunctionRegistry *functions) {
  const json id = line.value("id", json());
  const auto name = line.value("syntax", "mf1");
  if (name != "mf1" && name != "mf2") {
    return failure(id, "the syntax is mf1 or mf2", 0);
  }
  const Format::Syntax syntax = name == "mf1"                             ? Format::Syntax::mf1
                                : line.value("bidi", "default") == "none" ? Format::Syntax::mf2_without_isolation
                                                                          : Format::Syntax::mf2;
  if (engine != Engine::icu) {
    if (std::optional<json> answer = run_lowered(id, line, syntax, engine)) {
      return *std::move(answer);
    }
  }
  return run_engine(id, line, syntax, functions);
}

}  // namespace

void format_lines(std::istream &input, std::ostream &output, Engine engine, const FunctionRegistry *functions) {
  for (std::string text; std::getline(input, text);) {
    if (text.empty()) {
      continue;
    }
    const json line = json::parse(text, nullptr, false);
    json answer;
    try {
      answer = line.is_object() ? format_line(line, engine, functions)
                                : failure(nullptr, "the line is no JSON object", 0);
    } catch (const json::exception &) {
      answer = failure(line.value("id", json()), "a member of the line has a wrong type", 0);
    }
    output << answer.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }
}

}  // namespace codeglot::cli
