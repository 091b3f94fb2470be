// codeglot message, codeglot response, codeglot list: what the catalog says.
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "codeglot/icu.hpp"
#include "codeglot/json_response.hpp"
#include "core/cli/commands.h"
#include "core/compiler/argument_value.h"

namespace codeglot::cli {
namespace {

struct ShowOptions {
  std::string packs;
  std::string locale = "en";
  std::vector<std::string> arguments;
  std::string arguments_json;
  std::string time_zone;
  bool explain = false;
};

void add_show_options(CLI::App &command, ShowOptions &options) {
  command.add_option("-l,--locale", options.locale, "The reader's locale, as zh-TW or pt_BR")->capture_default_str();
  command.add_option("-a,--arg", options.arguments, "An argument, as max=8; may be repeated")->type_name("NAME=VALUE");
  command.add_option("--args-json", options.arguments_json, "All arguments as a JSON object, as {\"max\": 8}")
      ->type_name("JSON");
  command.add_option("--time-zone", options.time_zone,
                     "Zone of dates that name none, as Europe/Paris or +05:30 (default: UTC)");
  command.add_option("--packs", options.packs,
                     "Folder of packs or of authoring files (default: $CODEGLOT_PACKS, else the built-in catalog)");
  command.add_flag("--explain", options.explain,
                   "Also say why: status, name, answering locale, direction, what was missing");
}

/// A decimal number, Infinity or NaN, and nothing besides: of what std::strtod reads, not spaces and not 0x1F.
bool is_number_text(const std::string &text) {
  const char *const begin = text.c_str() + (text.starts_with('+') ? 1 : 0);
  const char first = *begin == '-' ? begin[1] : *begin;
  if (first == '\0' || std::strchr("0123456789.iInN", first) == nullptr || std::strpbrk(begin, "xX") != nullptr) {
    return false;
  }
  char *end = nullptr;
  std::strtod(begin, &end);
  return end == text.c_str() + text.size();
}

/// What a text is for an argument of a declared type: a date is "1637685775123" or "1637685775123 Europe/Paris".
ArgumentValue read_value(cg_type type, const std::string &text) {
  const size_t space = text.find(' ');
  if (type == CG_TYPE_DATE && is_number_text(text.substr(0, space))) {
    return DateTime{std::strtod(text.c_str(), nullptr), space == std::string::npos ? "" : text.substr(space + 1)};
  }
  const bool as_number = type != CG_TYPE_STRING && is_number_text(text);
  return as_number ? ArgumentValue(DecimalText{text}) : ArgumentValue(text);
}

/// The type that the message of a code declares for an argument; CG_TYPE_ANY if it has no such argument.
cg_type declared_type(const cg::Catalog &catalog, cg_locale locale, int32_t code, const std::string &name) {
  cg_parameter parameter{};
  for (int32_t index = 0; cg_parameter_at(catalog.get(), locale, code, index, &parameter) == CG_OK; ++index) {
    if (cg::view(parameter.name) == name) {
      return parameter.type;
    }
  }
  return CG_TYPE_ANY;
}

/// The arguments of the command line; nothing, with a complaint, if they cannot be read.
std::optional<std::vector<NamedArgument>> read_arguments(const ShowOptions &options, const cg::Catalog &catalog,
                                                         cg_locale locale, std::optional<int32_t> code) {
  std::vector<NamedArgument> result;
  for (const std::string &given : options.arguments) {
    const size_t equals = given.find('=');
    if (equals == std::string::npos || equals == 0) {
      complain("--arg wants NAME=VALUE, not \"" + given + "\"");
      return std::nullopt;
    }
    const std::string name = given.substr(0, equals);
    const std::string text = given.substr(equals + 1);
    // The command line has no types: the message's own declaration decides what "8" is.
    const cg_type type = code ? declared_type(catalog, locale, *code, name) : CG_TYPE_ANY;
    result.push_back({name, read_value(type, text)});
  }
  if (!options.arguments_json.empty()) {
    const nlohmann::json json = nlohmann::json::parse(options.arguments_json, nullptr, false);
    if (!json.is_object()) {
      complain("--args-json wants a JSON object, as {\"max\": 8}");
      return std::nullopt;
    }
    const std::vector<NamedArgument> more = arguments_from_json(json);
    result.insert(result.end(), more.begin(), more.end());
  }
  for (NamedArgument &argument : result) {
    if (auto *const date = std::get_if<DateTime>(&argument.value); date != nullptr && date->zone.empty()) {
      date->zone = options.time_zone;
    }
  }
  return result;
}

const char *status_name(cg_status status) {
  switch (status) {
    case CG_OK:
      return "ok";
    case CG_UNKNOWN_CODE:
      return "unknown-code";
    case CG_MISSING_ARGUMENT:
      return "missing-argument";
    case CG_WRONG_ARGUMENT_TYPE:
      return "wrong-argument-type";
    case CG_UNREADABLE_RESPONSE:
      return "unreadable-response";
    case CG_NO_PACK:
      return "no-pack";
    case CG_NEEDS_ICU:
      return "needs-icu";
    default:
      return "output-too-long";
  }
}

int print(const cg::Resolution &resolution, const ShowOptions &options, const std::string &problem = "") {
  std::cout << resolution.text << '\n';
  if (options.explain) {
    std::cout << "status:    " << status_name(resolution.status) << " (" << cg_status_text(resolution.status) << ")\n"
              << "code:      " << resolution.code << '\n'
              << "name:      " << (resolution.name.empty() ? "-" : resolution.name) << '\n'
              << "asked for: " << options.locale << ", served by " << resolution.pack_locale << '\n'
              << "answered:  " << resolution.locale
              << (resolution.direction == CG_RIGHT_TO_LEFT ? ", right to left" : ", left to right") << '\n';
    if (!resolution.argument.empty()) {
      std::cout << "argument:  " << resolution.argument << '\n';
    }
    if (!problem.empty()) {
      std::cout << "problem:   " << problem << '\n';
    }
  }
  return resolution.status == CG_UNKNOWN_CODE || resolution.status == CG_UNREADABLE_RESPONSE ? exit_found_wrong
                                                                                             : exit_ok;
}

std::vector<cg::Argument> to_cpp_arguments(const CArguments &arguments) {
  std::vector<cg::Argument> result;
  for (const cg_argument &argument : arguments) {
    result.emplace_back("", "");
    static_cast<cg_argument &>(result.back()) = argument;
  }
  return result;
}

/// The runtime's answer, or the ICU engine's for what the runtime leaves to it.
cg::Resolution with_icu(cg::Resolution resolution, const cg::Catalog &catalog, const ShowOptions &options,
                        const std::vector<cg::Argument> &arguments) {
  if (resolution.status == CG_NEEDS_ICU) {
    resolution.text = cg::Icu()
                          .resolve(catalog, resolution.code, options.locale, arguments, options.time_zone,
                                   &resolution.status)
                          .text;
  }
  return resolution;
}

}  // namespace

void add_message(CLI::App &app, int &exit_status) {
  struct Options : ShowOptions {
    int32_t code = 0;
  };
  const auto options = std::make_shared<Options>();
  CLI::App *command = app.add_subcommand("message", "Print the message of a return code");
  command->add_option("code", options->code, "The return code")->required();
  add_show_options(*command, *options);
  command->callback([options, &exit_status] {
    exit_status = exit_usage;
    const std::optional<cg::Catalog> catalog = open_catalog(options->packs);
    if (!catalog) {
      return;
    }
    const auto arguments = read_arguments(*options, *catalog, catalog->choose(options->locale), options->code);
    if (arguments) {
      const CArguments given(*arguments);
      const std::vector<cg::Argument> all = to_cpp_arguments(given);
      exit_status = print(with_icu(catalog->resolve(options->code, options->locale, all), *catalog, *options, all),
                          *options);
    }
  });
}

void add_response(CLI::App &app, int &exit_status) {
  struct Options : ShowOptions {
    std::string transport;
    std::optional<int32_t> status;
    std::string body;
  };
  const auto options = std::make_shared<Options>();
  CLI::App *command = app.add_subcommand("response", "Print the message for a response of the service");
  command->add_option("--status", options->status, "The HTTP status; without one the response came over RPC");
  command->add_option("--transport", options->transport,
                      "The transport's name in codes.json (default: http with a status, else rpc)");
  command->add_option("--body", options->body, "The body's JSON text");
  add_show_options(*command, *options);
  command->callback([options, &exit_status] {
    exit_status = exit_usage;
    const std::optional<cg::Catalog> catalog = open_catalog(options->packs);
    if (!catalog) {
      return;
    }
    const cg::ResponseBody body = cg::read_response_body(options->body);
    const std::string transport = !options->transport.empty() ? options->transport : options->status ? "http" : "rpc";
    const cg::Response response{transport, options->status.value_or(0), body.code ? &*body.code : nullptr,
                                body.problem};
    // The arguments' types are those of the code that the response means, which need not be the one in its body.
    const int32_t meant = catalog->resolve_response(response, options->locale).code;
    const auto arguments = read_arguments(*options, *catalog, catalog->choose(options->locale), meant);
    if (!arguments) {
      return;
    }
    const CArguments given(*arguments);
    const std::vector<cg::Argument> all = to_cpp_arguments(given);
    exit_status = print(with_icu(catalog->resolve_response(response, options->locale, all), *catalog, *options, all),
                        *options, body.problem);
  });
}

void add_list(CLI::App &app, int &exit_status) {
  const auto options = std::make_shared<ShowOptions>();
  CLI::App *command = app.add_subcommand("list", "List all codes with their names and messages, or the locales");
  command->add_option("-l,--locale", options->locale, "The reader's locale")->capture_default_str();
  command->add_option("--packs", options->packs, "Folder of packs or of authoring files");
  const auto locales = std::make_shared<bool>(false);
  command->add_flag("--locales", *locales, "List the locales instead");
  command->callback([options, locales, &exit_status] {
    exit_status = exit_usage;
    const std::optional<cg::Catalog> catalog = open_catalog(options->packs);
    if (!catalog) {
      return;
    }
    exit_status = exit_ok;
    if (*locales) {
      for (const std::string &tag : catalog->locales()) {
        std::cout << tag << '\n';
      }
      return;
    }
    const cg_locale locale = catalog->choose(options->locale);
    for (int32_t index = 0; index < cg_catalog_code_count(catalog->get(), locale); ++index) {
      const cg::Resolution message = catalog->resolve(cg_catalog_code_at(catalog->get(), locale, index),
                                                      options->locale);
      std::cout << message.code << '\t' << message.name << '\t' << message.text << '\n';
    }
  });
}

}  // namespace codeglot::cli
