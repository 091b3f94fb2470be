// TypeScript: Codes.TooManyRoles, and CodeArgs, which says of each number what arguments its message takes: the typed
// catalogs of the npm package refuse a wrong name, a wrong type and a missing argument when a program is compiled. The
// file imports nothing, so it can be used without the package, too.
#include <algorithm>

#include "core/generate/comment.h"
#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {
namespace {

bool takes(const Catalog &catalog, layout::Type type) {
  return std::any_of(catalog.codes.begin(), catalog.codes.end(), [type](const CodeEntry &entry) {
    return std::any_of(entry.parameters.begin(), entry.parameters.end(),
                       [type](const Parameter &parameter) { return parameter.type == type; });
  });
}

std::string member(const CodeEntry &entry, const Parameter &parameter) {
  const char *type = parameter.type == layout::Type::string   ? "string"
                     : parameter.type == layout::Type::number ? "NumberArgument"
                                                              : "DateArgument";
  const bool optional = parameter.default_value.has_value();
  const auto description = entry.descriptions.find(parameter.name);
  return (description == entry.descriptions.end() ? "" : "    /** " + harmless(description->second) + " */\n") +
         "    readonly " + parameter.name + (optional ? "?: " : ": ") + type + (optional ? " | null | undefined" : "") +
         ";\n";
}

}  // namespace

std::string generate_typescript(const Catalog &catalog, const std::string & /*package*/, Diagnostics &diagnostics) {
  std::string codes;
  std::string arguments;
  for (const Constant &constant : constants_of(catalog, Spelling::pascal, {}, "TypeScript", diagnostics)) {
    const CodeEntry &entry = *constant.entry;
    const std::string number = std::to_string(entry.code);
    std::string comment = documentation(entry, "  ");
    if (entry.retired) {
      comment.insert(comment.rfind("   */"), "   * @deprecated\n");
    }
    codes += comment + "  " + constant.identifier + ": " + number + ",\n";
    std::string members;
    for (const Parameter &parameter : entry.parameters) {
      members += member(entry, parameter);
    }
    // A negative number is no name of a member as it stands.
    arguments += "  " + (entry.code < 0 ? '[' + number + ']' : number) + ": " +
                 (members.empty() ? "NoArguments" : "{\n" + members + "  }") + ";\n";
  }
  std::string text = "// " + origin(catalog, "typescript") + '\n';
  text += "\n/** The return codes, by name. */\nexport const Codes = {\n" + codes + "} as const;\n";
  text += "\n/** The number of a code of this catalog. */\nexport type Code = (typeof Codes)[keyof typeof Codes];\n";
  if (takes(catalog, layout::Type::number)) {
    text += "\ntype NumberArgument = number | bigint | { readonly decimal: string } | { readonly int64: string };\n";
  }
  if (takes(catalog, layout::Type::date)) {
    text += "\ntype DateArgument = Date | number | { readonly date: Date | number; readonly zone?: string };\n";
  }
  text += "\ntype NoArguments = { readonly [name: string]: never };\n";
  text +=
      "\n/** What the message of each code takes. Those that have a default may be left out. */\n"
      "export interface CodeArgs {\n" +
      arguments + "}\n";
  return text;
}

}  // namespace codeglot
