// See released.h.
#include "core/lint/released.h"

#include <algorithm>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <vector>

#include "core/compiler/object_reader.h"

namespace codeglot {
namespace {

using Kind = JsonValue::Kind;

struct ReleasedArgument {
  std::string type;
  bool optional = false;  // It had a default.
};

struct ReleasedCode {
  int32_t code = 0;
  std::string name;
  std::map<std::string, ReleasedArgument> arguments;
};

/// Reads what was released.
class ReleasedReader {
 public:
  ReleasedReader(const JsonDocument &document, Diagnostics &diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  /// Leaves the namespace in `catalog_namespace`.
  std::vector<ReleasedCode> read(std::string &catalog_namespace) {
    std::vector<ReleasedCode> result;
    if (!document_.root().is(Kind::object)) {
      error(document_.root(), "released.json must be an object");
      return result;
    }
    ObjectReader reader(document_, document_.root(), diagnostics_);
    catalog_namespace = reader.text("namespace");
    if (const JsonValue *codes = reader.required("codes", Kind::array)) {
      for (const JsonValue &code : codes->items) {
        read_code(code, result);
      }
    }
    reader.report_unknown();
    return result;
  }

 private:
  void error(const JsonValue &value, const std::string &message) {
    diagnostics_.add(Rule::invalid_file, document_.position(value), message);
  }

  void read_code(const JsonValue &value, std::vector<ReleasedCode> &result) {
    if (!value.is(Kind::object)) {
      error(value, "each code must be an object, not " + kind_name(value.kind));
      return;
    }
    ObjectReader reader(document_, value, diagnostics_);
    const JsonValue *code = reader.required("code", Kind::integer);
    ReleasedCode released;
    released.name = reader.text("name");
    if (const JsonValue *arguments = reader.optional("args", Kind::object)) {
      for (const JsonMember &member : arguments->members) {
        if (!member.value.is(Kind::object)) {
          error(member.value, "an argument must be an object with a \"type\"");
          continue;
        }
        ObjectReader argument(document_, member.value, diagnostics_);
        ReleasedArgument &into = released.arguments[member.name];
        into.type = argument.text("type");
        const JsonValue *optional = argument.optional("optional", Kind::boolean);
        into.optional = optional != nullptr && optional->boolean;
        argument.report_unknown();
      }
    }
    reader.report_unknown();
    if (code == nullptr || released.name.empty()) {
      return;
    }
    if (code->integer < std::numeric_limits<int32_t>::min() || code->integer > std::numeric_limits<int32_t>::max()) {
      error(*code, "a code must be a 32-bit integer, from -2147483648 to 2147483647");
      return;
    }
    released.code = static_cast<int32_t>(code->integer);
    result.push_back(std::move(released));
  }

  const JsonDocument &document_;
  Diagnostics &diagnostics_;
};

void check_arguments(const ReleasedCode &released, const CodeEntry &entry, Diagnostics &diagnostics) {
  const auto report = [&](const std::string &message) {
    diagnostics.add(Rule::released_arguments, entry.position, message, entry.name);
  };
  std::map<std::string, const Parameter *> present;
  for (const Parameter &parameter : entry.parameters) {
    present.emplace(parameter.name, &parameter);
    if (!released.arguments.contains(parameter.name) && !parameter.default_value) {
      report("the argument \"" + parameter.name + "\" is new since the last release, whose callers do not give it: " +
             (parameter.type == layout::Type::date
                  ? "a date has no default, so give the code with it a number of its own"
                  : "give it a default"));
    }
  }
  for (const auto &[name, argument] : released.arguments) {
    const auto found = present.find(name);
    if (found == present.end()) {
      report("the argument \"" + name +
             "\" was published and is gone: callers give it, so declare it, even if no text "
             "shows it");
    } else if (type_name(found->second->type) != argument.type) {
      report("the argument \"" + name + "\" was published as a " + argument.type + " and is a " +
             type_name(found->second->type) + " now: keep the type, and declare another argument");
    } else if (argument.optional && !found->second->default_value) {
      report("the argument \"" + name +
             "\" was published with a default and has none now: callers leave it out, so give "
             "it one");
    }
  }
}

}  // namespace

void check_released(const JsonDocument &document, const Catalog &catalog, Diagnostics &diagnostics) {
  std::string catalog_namespace;
  const std::vector<ReleasedCode> released = ReleasedReader(document, diagnostics).read(catalog_namespace);
  std::unordered_map<int32_t, const CodeEntry *> by_code;
  std::unordered_map<std::string, const CodeEntry *> by_name;
  for (const CodeEntry &entry : catalog.codes) {
    by_code.emplace(entry.code, &entry);
    by_name.emplace(entry.name, &entry);
  }
  const Position whole{catalog.path, 0, 0};
  if (!catalog_namespace.empty() && catalog_namespace != catalog.catalog_namespace) {
    diagnostics.add(Rule::released_code, whole,
                    "the catalog was published as \"" + catalog_namespace + "\" and is \"" + catalog.catalog_namespace +
                        "\" now: its packs do not fit those that are out there");
  }
  for (const ReleasedCode &code : released) {
    const std::string number = std::to_string(code.code);
    const auto found = by_code.find(code.code);
    const auto named = by_name.find(code.name);
    if (found == by_code.end()) {
      const std::string moved = named == by_name.end()
                                    ? ""
                                    : " (\"" + code.name + "\" is " + std::to_string(named->second->code) + " now)";
      diagnostics.add(Rule::released_code, named == by_name.end() ? whole : named->second->position,
                      "code " + number + " was published as \"" + code.name + "\" and is gone" + moved +
                          ": keep its entry, with \"retired\": true if it is no longer returned",
                      code.name);
    } else if (found->second->name != code.name) {
      diagnostics.add(Rule::released_code, found->second->position,
                      "code " + number + " was published as \"" + code.name + "\" and is \"" + found->second->name +
                          "\" now: a published number keeps its meaning, so give the new one another number",
                      code.name);
    } else {
      check_arguments(code, *found->second, diagnostics);
    }
  }
}

std::string write_released(const Catalog &catalog) {
  using nlohmann::ordered_json;
  std::string result = "{\n  \"$schema\": \"./schema/released.schema.json\",\n  \"namespace\": " +
                       ordered_json(catalog.catalog_namespace).dump() + ",\n  \"codes\": [";
  const char *separator = "\n";
  for (const CodeEntry &entry : catalog.codes) {
    ordered_json code = {{"code", entry.code}, {"name", entry.name}};
    for (const Parameter &parameter : entry.parameters) {
      ordered_json &argument = code["args"][parameter.name];
      argument["type"] = type_name(parameter.type);
      if (parameter.default_value) {
        argument["optional"] = true;
      }
    }
    result += separator + std::string("    ") + code.dump();
    separator = ",\n";
  }
  return result + (catalog.codes.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace codeglot
