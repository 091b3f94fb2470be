// See format_lines.h.
#include "core/cli/format_lines.h"

#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "core/compiler/lone_message.h"
#include "core/compiler/proof.h"
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

/// Compiles and runs a pattern; what cannot be lowered is an error, never a guess.
json run_lowered(const json &id, const json &line) {
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

std::unique_ptr<EngineMessage> make_message(Syntax, const std::string &pattern, const std::string &locale) {
  return make_mf2_message(pattern, locale);  // MF1 joins here: make_mf1_message(pattern, locale).
}

json run_engine(const json &id, const json &line, Syntax syntax, const FunctionRegistry *functions) {
  const auto pattern = line.value("pattern", "");
  const auto locale = line.value("locale", "en");
  FormatContext context;
  context.time_zone = line.value("tz", "");
  context.bidi = line.value("bidi", "default") == "none" ? BidiIsolation::none : BidiIsolation::automatic;
  context.functions = functions;
  const std::unique_ptr<EngineMessage> message = make_message(syntax, pattern, locale);
  const Formatted formatted = message->format(arguments_from_json(line.value("args", json::object())), context);
  json answer = {
      {"id", id}, {"out", formatted.text()}, {"err", nullptr}, {"errors", json::array()}, {"parts", json::array()}};
  for (const MessageError &error : formatted.errors) {
    answer["errors"].push_back({{"type", error_name(error.kind)}, {"message", error.message}, {"offset", error.byte}});
  }
  if (!formatted.errors.empty()) {
    answer["err"] = formatted.errors.front().message;
  }
  for (const Part &part : formatted.parts) {
    answer["parts"].push_back(to_json(part));
  }
  return answer;
}

bool needs_engine(Syntax syntax, Engine) {
  return syntax == Syntax::mf2;  // MF1 joins here: || engine == Engine::icu.
}

json format_line(const json &line, Engine engine, const FunctionRegistry *functions) {
  const json id = line.value("id", json());
  const auto name = line.value("syntax", "mf1");
  if (name != "mf1" && name != "mf2") {
    return failure(id, "the syntax is mf1 or mf2", 0);
  }
  const Syntax syntax = name == "mf2" ? Syntax::mf2 : Syntax::mf1;
  return needs_engine(syntax, engine) ? run_engine(id, line, syntax, functions) : run_lowered(id, line);
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
