// The C interface of icu.h over EngineMessage.
#include <unicode/uversion.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "codeglot/icu.h"
#include "core/icu_engine/c_arguments.h"
#include "core/icu_engine/data_store.h"
#include "core/icu_engine/function.h"
#include "core/icu_engine/icu_state.h"
#include "core/icu_engine/kept_formatters.h"
#include "core/icu_engine/message.h"

using namespace codeglot;

namespace {

/// The messages that were formatted last, parsed.
class MessageCache {
 public:
  /// Never null. The caller's own reference lasts, whatever its functions format meanwhile.
  std::shared_ptr<const EngineMessage> find(cg_syntax syntax, const std::string &locale, const std::string &source) {
    const std::string key = std::to_string(syntax) + locale + '\0' + source;
    const auto found = places_.find(key);
    if (found != places_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
      return found->second->message;
    }
    std::shared_ptr<const EngineMessage> message = syntax == CG_SYNTAX_MF2 ? make_mf2_message(source, locale)
                                                                           : make_mf1_message(source, locale);
    entries_.push_front({key, message});
    places_[entries_.front().key] = entries_.begin();
    if (entries_.size() > CG_MAX_KEPT_PATTERNS) {
      places_.erase(entries_.back().key);
      entries_.pop_back();
    }
    return message;
  }

  void clear() {
    places_.clear();
    entries_.clear();
  }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const EngineMessage> message;
  };
  std::list<Entry> entries_;  // The last used first.
  std::map<std::string_view, std::list<Entry>::iterator> places_;
};

}  // namespace

struct cg_icu {
  MessageCache messages;
  FunctionRegistry functions;
  KeptFormatters kept;
  std::map<std::string, bool> lacking;  // What lacks_data said of a locale.
  int running = 0;                      // Calls of cg_icu_format inside each other: a function may format, too.
};

struct cg_formatted {
  Formatted formatted;
  std::string text;
  std::deque<std::string> kept;  // What parts point to: a deque never moves its elements.
  std::vector<cg_part> parts;
  std::vector<cg_format_error> errors;
};

namespace {

std::atomic<int> engine_count = 0;

cg_string view(const std::string &text) { return {text.data(), text.size()}; }
std::string copy(cg_string text) { return text.bytes == 0 ? std::string() : std::string(text.data, text.bytes); }
bool is_valid(cg_string text) { return text.data != nullptr || text.bytes == 0; }

cg_part part_of(cg_part_type type, const std::string &name, const std::string &value) {
  cg_part part = {};
  part.type = type;
  part.name = view(name);
  part.value = view(value);
  return part;
}

void flatten(cg_formatted &result) {
  for (const Part &part : result.formatted.parts) {
    cg_part flat = part_of(static_cast<cg_part_type>(part.type), part.name, part.value);
    flat.source = view(part.source);
    flat.kind = view(part.kind);
    flat.id = view(part.id);
    flat.direction = view(part.direction);
    flat.locale = view(part.locale);
    result.parts.push_back(flat);
    for (const Part::Piece &piece : part.pieces) {
      result.parts.push_back(part_of(CG_PART_PIECE, piece.type, piece.value));
    }
    for (const auto &[name, value] : part.options) {
      result.parts.push_back(part_of(CG_PART_OPTION, name, value));
    }
  }
  for (const MessageError &error : result.formatted.errors) {
    const char *kind = error_name(error.kind);
    result.errors.push_back({{kind, std::strlen(kind)}, view(error.message), error.byte});
  }
}

bool lacks(cg_icu &engine, const std::string &locale) {
  const auto known = engine.lacking.find(locale);
  if (known != engine.lacking.end()) {
    return known->second;
  }
  if (engine.lacking.size() >= CG_MAX_KEPT_PATTERNS) {
    engine.lacking.clear();
  }
  return engine.lacking[locale] = lacks_data(locale);
}

/// Says that data was not added, where something was formatted that would have used it. A part's locale is not always the
/// one that was asked for: without data it is the root.
void report_missing_data(cg_icu &engine, const std::string &locale, cg_formatted &result) {
  static const std::string kind = "missing-data";
  static const std::string message = "data of the locale was not added: a parent locale's stands in";
  for (const Part &part : result.formatted.parts) {
    const bool formatted = part.type == Part::Type::number || part.type == Part::Type::datetime;
    if (formatted && (lacks(engine, locale) || lacks(engine, part.locale))) {
      result.errors.push_back({view(kind), view(message), 0});
      return;
    }
  }
}

using Options = std::vector<std::pair<std::string, std::string>>;

std::vector<cg_function_option> to_c(const Options &options, const std::vector<std::string> &variables = {}) {
  std::vector<cg_function_option> result;
  for (const auto &[name, value] : options) {
    const bool variable = std::find(variables.begin(), variables.end(), name) != variables.end();
    result.push_back({view(name), view(value), variable ? 1 : 0});
  }
  return result;
}

FunctionResult call_function(cg_function function, void *context, const FunctionCall &call) {
  cg_function_call flat = {};
  flat.function = view(call.function);
  flat.locale = view(call.locale);
  std::string text;  // Of an operand that has none of its own.
  if (call.operand) {
    flat.has_operand = 1;
    flat.operand = to_c(*call.operand, text);
  }
  const std::vector<cg_function_option> options = to_c(call.options, call.variable_options);
  const std::vector<cg_function_option> operand_options = to_c(call.operand_options);
  flat.options = options.data();
  flat.option_count = options.size();
  flat.operand_options = operand_options.data();
  flat.operand_option_count = operand_options.size();
  cg_function_result answer = {};
  function(context, &flat, &answer);
  FunctionResult result;
  result.text = copy(answer.text);
  if (answer.selection.data != nullptr) {
    result.selection = copy(answer.selection);
  }
  for (size_t index = 0; index < answer.weaker_selection_count; ++index) {
    result.weaker_selection.push_back(copy(answer.weaker_selections[index]));
  }
  result.error = copy(answer.error);
  result.format_error = copy(answer.format_error);
  result.bad_option = answer.bad_option != 0;
  if (answer.value != nullptr) {
    result.value = from_c(*answer.value).value;
  }
  for (size_t index = 0; index < answer.option_count; ++index) {
    result.options.emplace_back(copy(answer.options[index].name), copy(answer.options[index].value));
  }
  return result;
}

/// What the runtime has formatted, as a result of the engine's.
void take_spans(cg_formatted &result, const std::vector<cg_span> &spans, cg_string locale) {
  size_t whole = 0;  // The part that is no piece or option of another.
  for (const cg_span &span : spans) {
    // Names may be the arguments', which need not live as long as the result.
    const auto keep = [&result](cg_string text) { return view(result.kept.emplace_back(copy(text))); };
    if (span.type == CG_PART_OPTION && whole < result.parts.size() && copy(span.name) == "u:id") {
      result.parts[whole].id = keep(span.value);
      continue;
    }
    whole = span.type < CG_PART_PIECE ? result.parts.size() : whole;
    cg_part part = {};
    part.type = span.type;
    part.name = keep(span.name);
    const bool has_text = span.type != CG_PART_MARKUP && span.type != CG_PART_OPTION;
    part.value = has_text ? cg_string{result.text.data() + span.from, span.to - span.from} : keep(span.value);
    if (span.type == CG_PART_MARKUP) {
      std::swap(part.kind, part.value);
    } else if (span.type == CG_PART_FALLBACK) {
      part.name = {};
      part.source = part.value.bytes > 2 ? cg_string{part.value.data + 1, part.value.bytes - 2} : cg_string{};
    } else if (span.type == CG_PART_STRING || span.type == CG_PART_NUMBER || span.type == CG_PART_DATETIME) {
      part.locale = keep(locale);
    }
    result.parts.push_back(part);
  }
}

/// What the engine's first error says of the message as a whole.
cg_status status_of(const std::vector<MessageError> &errors) {
  if (errors.empty()) {
    return CG_OK;
  }
  switch (errors.front().kind) {
    case ErrorKind::unresolved_variable:
      return CG_MISSING_ARGUMENT;
    case ErrorKind::unknown_function:
      return CG_NEEDS_ICU;  // A function of the caller's, which this engine was not given.
    default:
      return CG_WRONG_ARGUMENT_TYPE;
  }
}

/// The given arguments, and the defaults of those that were not.
std::vector<cg_argument> with_defaults(const cg_catalog *catalog, cg_locale locale, int32_t code,
                                       const cg_argument *arguments, size_t count) {
  std::vector<cg_argument> result(arguments, arguments + count);
  cg_parameter parameter;
  for (int32_t index = 0; cg_parameter_at(catalog, locale, code, index, &parameter) == CG_OK; ++index) {
    const bool given = std::any_of(arguments, arguments + count, [&](const cg_argument &argument) {
      return argument.name.bytes == parameter.name.bytes &&
             std::memcmp(argument.name.data, parameter.name.data, parameter.name.bytes) == 0;
    });
    if (!given && parameter.default_value.data != nullptr) {
      cg_argument value = {};
      value.name = parameter.name;
      value.type = parameter.type == CG_TYPE_DECIMAL ? CG_TYPE_DECIMAL : CG_TYPE_STRING;
      value.value.string = parameter.default_value;
      result.push_back(value);
    }
  }
  return result;
}

}  // namespace

cg_status cg_icu_create(cg_icu **engine) noexcept {
  if (engine == nullptr) {
    return CG_INVALID_CALL;
  }
  *engine = new (std::nothrow) cg_icu;
  if (*engine == nullptr) {
    return CG_OUT_OF_MEMORY;
  }
  static const bool prepared = (prepare_icu(), true);
  static_cast<void>(prepared);
  ++engine_count;
  return CG_OK;
}

void cg_icu_destroy(cg_icu *engine) noexcept {
  if (engine != nullptr) {
    --engine_count;
    delete engine;
  }
}

cg_status cg_icu_add_data(cg_icu *engine, const void *data, size_t data_bytes) noexcept {
  // Other engines keep objects of ICU's, and so does a call that is under way: ICU cannot be made to forget under them.
  if (engine == nullptr || data == nullptr || engine->running > 0 || (store_forgets && engine_count > 1)) {
    return CG_INVALID_CALL;
  }
  DataFile file;
  const cg_status status = file.read(data, data_bytes);
  if (status == CG_OK) {
    engine->messages.clear();
    engine->kept = {};
    engine->lacking.clear();
    store_data(file);
  }
  return status;
}

cg_formatted *cg_icu_format(cg_icu *engine, const cg_pattern *pattern, const cg_argument *arguments,
                            size_t argument_count) noexcept {
  if (engine == nullptr || pattern == nullptr || (arguments == nullptr && argument_count > 0) ||
      (pattern->syntax != CG_SYNTAX_MF1 && pattern->syntax != CG_SYNTAX_MF2) || !is_valid(pattern->locale) ||
      !is_valid(pattern->source) || !is_valid(pattern->time_zone)) {
    return nullptr;
  }
  std::vector<NamedArgument> values;
  for (size_t index = 0; index < argument_count; ++index) {
    values.push_back(from_c(arguments[index]));
  }
  auto *result = new (std::nothrow) cg_formatted;
  if (result == nullptr) {
    return nullptr;
  }
  FormatContext context;
  context.time_zone = copy(pattern->time_zone);
  context.bidi = pattern->bidi == CG_BIDI_NONE ? BidiIsolation::none : BidiIsolation::automatic;
  context.functions = &engine->functions;
  context.kept = &engine->kept;
  ++engine->running;
  const std::string locale = copy(pattern->locale);
  const auto message = engine->messages.find(pattern->syntax, locale, copy(pattern->source));
  result->formatted = message->format(values, context);
  --engine->running;
  result->text = result->formatted.text();
  flatten(*result);
  report_missing_data(*engine, locale, *result);
  return result;
}

cg_formatted *cg_icu_resolve(cg_icu *engine, const cg_catalog *catalog, cg_locale locale, int32_t code,
                             const cg_argument *arguments, size_t argument_count, cg_string time_zone,
                             cg_resolution *resolution) noexcept {
  if (engine == nullptr || (arguments == nullptr && argument_count > 0) || !is_valid(time_zone)) {
    return nullptr;
  }
  const size_t count = arguments == nullptr ? 0 : argument_count;
  cg_resolution reason = {};
  size_t span_count = 0;
  const size_t bytes = cg_resolve_spans(catalog, locale, code, arguments, count, nullptr, 0, nullptr, 0, &span_count,
                                        &reason);
  cg_pattern pattern = {};
  cg_formatted *result = nullptr;
  if (reason.status == CG_NEEDS_ICU && cg_source(catalog, locale, code, &pattern) == CG_OK) {
    pattern.time_zone = time_zone;
    const std::vector<cg_argument> all = with_defaults(catalog, locale, code, arguments, count);
    result = cg_icu_format(engine, &pattern, all.data(), all.size());
    reason.status = result == nullptr ? CG_OUT_OF_MEMORY : status_of(result->formatted.errors);
  } else if ((result = new (std::nothrow) cg_formatted) != nullptr) {
    std::vector<cg_span> spans(span_count);
    result->text.resize(bytes);
    cg_resolve_spans(catalog, locale, code, arguments, count, result->text.data(), bytes + 1, spans.data(), span_count,
                     nullptr, &reason);
    take_spans(*result, spans, reason.locale);
  }
  if (resolution != nullptr) {
    *resolution = reason;
  }
  return result;
}

void cg_formatted_destroy(cg_formatted *formatted) noexcept { delete formatted; }

cg_string cg_formatted_text(const cg_formatted *formatted) noexcept {
  return formatted == nullptr ? cg_string{} : view(formatted->text);
}

int32_t cg_formatted_part_count(const cg_formatted *formatted) noexcept {
  return formatted == nullptr ? 0 : static_cast<int32_t>(formatted->parts.size());
}

cg_status cg_formatted_part_at(const cg_formatted *formatted, int32_t index, cg_part *part) noexcept {
  if (formatted == nullptr || part == nullptr || index < 0 || index >= cg_formatted_part_count(formatted)) {
    return CG_INVALID_CALL;
  }
  *part = formatted->parts[static_cast<size_t>(index)];
  return CG_OK;
}

int32_t cg_formatted_error_count(const cg_formatted *formatted) noexcept {
  return formatted == nullptr ? 0 : static_cast<int32_t>(formatted->errors.size());
}

cg_status cg_formatted_error_at(const cg_formatted *formatted, int32_t index, cg_format_error *error) noexcept {
  if (formatted == nullptr || error == nullptr || index < 0 || index >= cg_formatted_error_count(formatted)) {
    return CG_INVALID_CALL;
  }
  *error = formatted->errors[static_cast<size_t>(index)];
  return CG_OK;
}

cg_status cg_icu_add_function(cg_icu *engine, cg_string name, cg_function function, void *context) noexcept {
  if (engine == nullptr || function == nullptr || name.bytes == 0 || name.data == nullptr || engine->running > 0) {
    return CG_INVALID_CALL;
  }
  engine->functions.add(
      copy(name), [function, context](const FunctionCall &call) { return call_function(function, context, call); });
  return CG_OK;
}
