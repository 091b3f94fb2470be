// See explain.h.
#include "core/compiler/explain.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/compiler/locale_data.h"

namespace codeglot {
namespace {

using NamedMessage = std::pair<std::string, const LocaleMessage *>;

/// A file's messages without errors, in the order of the file.
std::vector<NamedMessage> messages_of(const LocaleFile &file) {
  std::vector<NamedMessage> messages;
  const auto add = [&messages](const std::string &name, const LocaleMessage &message) {
    if (message.tree) {
      messages.emplace_back(name, &message);
    }
  };
  if (file.unknown_code) {
    add(unknown_code_member, *file.unknown_code);
  }
  if (file.unreadable_response) {
    add(unreadable_response_member, *file.unreadable_response);
  }
  for (const auto &[name, message] : file.messages) {
    add(name, message);
  }
  std::sort(messages.begin(), messages.end(), [](const NamedMessage &left, const NamedMessage &right) {
    const Position &first = left.second->position;
    const Position &second = right.second->position;
    return std::tie(first.line, first.column) < std::tie(second.line, second.column);
  });
  return messages;
}

/// What the runtime needs to know for a message that it formats.
const char *runtime_kind(const Message &message, const std::vector<Parameter> &parameters, const LocaleData &locale) {
  if (std::all_of(message.nodes.begin(), message.nodes.end(),
                  [](const Node &node) { return node.kind == Node::Kind::text; })) {
    return "text";
  }
  ProfileNeeds needs;
  std::vector<MessageProblem> reasons;
  std::vector<MessageProblem> problems;
  lower(message, parameters, {0, locale, needs}, reasons, problems);
  return (needs.features() & layout::feature_formats) != 0 ? "formats" : "plain numbers and branches";
}

std::string line(const Position &position, const std::string &name, const std::string &who) {
  return position.file + ':' + std::to_string(position.line) + ':' + std::to_string(position.column) + ": " + name +
         ": " + who + '\n';
}

}  // namespace

Explanation explain(const Catalog &catalog, const LocaleFile &file) {
  Explanation result;
  const LocaleData locale = locale_data(file);
  size_t by_runtime = 0;
  for (const auto &[name, message] : messages_of(file)) {
    for (const EngineReason &reason : message->reasons) {
      result.lines += line(reason.position, name, "icu: " + reason.message);
    }
    if (message->reasons.empty()) {
      const std::string kind = runtime_kind(*message->tree, parameters_of_member(catalog, name), locale);
      result.lines += line(message->position, name, "runtime: " + kind);
      ++by_runtime;
    }
  }
  result.summary = file.tag + ": " + std::to_string(by_runtime) + " by the runtime, " +
                   std::to_string(count_engine_messages(file)) + " by the ICU engine\n";
  return result;
}

std::string explain(const Catalog &catalog) {
  std::string lines;
  std::string summaries;
  for (const LocaleFile &file : catalog.locales) {
    const Explanation explanation = explain(catalog, file);
    lines += explanation.lines;
    summaries += explanation.summary;
  }
  return lines + summaries;
}

size_t count_engine_messages(const LocaleFile &file) {
  size_t count = 0;
  const auto add = [&count](const LocaleMessage &message) { count += message.reasons.empty() ? 0 : 1; };
  for (const auto &[name, message] : file.messages) {
    add(message);
  }
  for (const std::optional<LocaleMessage> *message : {&file.unknown_code, &file.unreadable_response}) {
    if (*message) {
      add(**message);
    }
  }
  return count;
}

}  // namespace codeglot
