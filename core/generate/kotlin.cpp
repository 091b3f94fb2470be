// Kotlin: WeigherCodes.TOO_MANY_ROLES, compile-time constants of the type that a response's code has. An enum would have no
// member for a code that is newer than the app.
#include "core/generate/comment.h"
#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {

std::string generate_kotlin(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics) {
  const std::string name = namespace_of(catalog, Spelling::pascal, {}, diagnostics) + "Codes";
  std::string text = "// " + origin(catalog, "kotlin", package) + '\n';
  text += package.empty() ? "" : "package " + package + '\n';
  text += "\n/** The return codes. */\nobject " + name + " {\n";
  bool first = true;
  for (const Constant &constant : constants_of(catalog, Spelling::upper_snake, {}, "Kotlin", diagnostics)) {
    const int32_t code = constant.entry->code;
    text += (first ? "" : "\n") + documentation(*constant.entry, "    ") +
            (constant.entry->retired ? "    @Deprecated(\"Retired: the service no longer returns this code.\")\n"
                                     : "") +
            "    const val " + constant.identifier +
            // Without a type, a literal of the least integer would be a Long.
            ": Int = " + (code == INT32_MIN ? "Int.MIN_VALUE" : std::to_string(code)) + '\n';
    first = false;
  }
  return text + "}\n";
}

}  // namespace codeglot
