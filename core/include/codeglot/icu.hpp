// icu.hpp: a header-only C++20 face over icu.h. Owns its engine; results are copied out of C's.
// On failure: text is always text, as in C; without memory it is empty.
#ifndef CODEGLOT_ICU_HPP
#define CODEGLOT_ICU_HPP

#include <functional>
#include <list>
#include <optional>

#include "codeglot/codeglot.hpp"
#include "codeglot/icu.h"

namespace cg {

/// A pattern made at run time, and how it is formatted; borrows its texts for the length of the call.
struct Pattern {
  std::string_view source;
  std::string_view locale;
  cg_syntax syntax = CG_SYNTAX_MF1;
  cg_bidi bidi = CG_BIDI_DEFAULT;
  std::string_view time_zone = {};  // Of dates that name none; UTC if empty.
};

/// One part of a formatted message; see cg_part.
struct Part {
  struct Item {
    std::string name;
    std::string value;
  };

  cg_part_type type = CG_PART_TEXT;
  std::string value;
  std::string name;
  std::string source;
  std::string kind;
  std::string id;
  std::string direction;
  std::string locale;
  std::vector<Item> pieces;   // Of a number or a date.
  std::vector<Item> options;  // Of markup.
};

struct FormatError {
  std::string kind;
  std::string message;
  size_t offset = 0;
};

struct Formatted {
  std::string text;
  std::vector<Part> parts;
  std::vector<FormatError> errors;
};

/// What a caller's MF2 function is asked, and what it answers; see cg_function_call and cg_function_result.
struct FunctionAnswer {
  std::string text;
  std::optional<std::string> selection;
  std::string error;
  bool bad_option = false;
};
using Function = std::function<FunctionAnswer(const cg_function_call &)>;

class Icu {
 public:
  Icu() {
    cg_icu *made = nullptr;
    cg_icu_create(&made);  // Without memory the engine stays null, which every C function allows for.
    engine_.reset(made);
  }

  Formatted format(const Pattern &pattern, std::span<const Argument> arguments) {
    const cg_pattern flat{pattern.syntax, pattern.bidi, string(pattern.locale), string(pattern.source),
                          string(pattern.time_zone)};
    return take(cg_icu_format(engine_.get(), &flat, arguments.data(), arguments.size()));
  }
  Formatted format(const Pattern &pattern, std::initializer_list<Argument> arguments = {}) {
    return format(pattern, std::span(arguments.begin(), arguments.size()));
  }

  /// The message of a code, whoever can format it; the reason, if wanted, goes to `status`.
  Formatted resolve(const Catalog &catalog, int32_t code, std::string_view locale, std::span<const Argument> arguments,
                    std::string_view time_zone = {}, cg_status *status = nullptr) {
    cg_resolution reason{};
    Formatted result = take(cg_icu_resolve(engine_.get(), catalog.get(), catalog.choose(locale), code, arguments.data(),
                                           arguments.size(), string(time_zone), &reason));
    if (status != nullptr) {
      *status = reason.status;
    }
    return result;
  }
  Formatted resolve(const Catalog &catalog, int32_t code, std::string_view locale,
                    std::initializer_list<Argument> arguments = {}, std::string_view time_zone = {},
                    cg_status *status = nullptr) {
    return resolve(catalog, code, locale, std::span(arguments.begin(), arguments.size()), time_zone, status);
  }

  /// Adds an MF2 function, and keeps it as long as the engine.
  cg_status add_function(std::string_view name, Function function) {
    functions_.push_back({std::move(function), {}});
    return cg_icu_add_function(engine_.get(), string(name), &call, &functions_.back());
  }

 private:
  struct Destroy {
    void operator()(cg_icu *engine) const { cg_icu_destroy(engine); }
  };
  struct Added {
    Function function;
    FunctionAnswer answer;  // Kept while C copies it.
  };

  static cg_string string(std::string_view text) { return {text.data(), text.size()}; }

  static void call(void *context, const cg_function_call *call, cg_function_result *result) {
    auto *const added = static_cast<Added *>(context);
    added->answer = added->function(*call);
    result->text = string(added->answer.text);
    if (added->answer.selection) {
      result->selection = {added->answer.selection->c_str(), added->answer.selection->size()};
    }
    result->error = string(added->answer.error);
    result->bad_option = added->answer.bad_option ? 1 : 0;
  }

  static std::string copy(cg_string text) { return std::string(view(text)); }

  static Formatted take(cg_formatted *formatted) {
    Formatted result;
    if (formatted == nullptr) {
      return result;
    }
    result.text = copy(cg_formatted_text(formatted));
    cg_part flat;
    for (int32_t index = 0; cg_formatted_part_at(formatted, index, &flat) == CG_OK; ++index) {
      if (flat.type >= CG_PART_PIECE && !result.parts.empty()) {
        Part &part = result.parts.back();
        (flat.type == CG_PART_PIECE ? part.pieces : part.options).push_back({copy(flat.name), copy(flat.value)});
      } else {
        result.parts.push_back({flat.type,
                                copy(flat.value),
                                copy(flat.name),
                                copy(flat.source),
                                copy(flat.kind),
                                copy(flat.id),
                                copy(flat.direction),
                                copy(flat.locale),
                                {},
                                {}});
      }
    }
    cg_format_error error;
    for (int32_t index = 0; cg_formatted_error_at(formatted, index, &error) == CG_OK; ++index) {
      result.errors.push_back({copy(error.kind), copy(error.message), error.offset});
    }
    cg_formatted_destroy(formatted);
    return result;
  }

  std::list<Added> functions_;  // A list: its elements stay where they are when another is added.
  std::unique_ptr<cg_icu, Destroy> engine_;
};

}  // namespace cg
#endif
