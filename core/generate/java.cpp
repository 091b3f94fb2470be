// Java: WeigherCodes.TOO_MANY_ROLES, compile-time constants, which switch and annotations take.
#include "core/generate/comment.h"
#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {

std::string generate_java(const Catalog &catalog, const std::string &package, Diagnostics &diagnostics) {
  const std::string name = namespace_of(catalog, Spelling::pascal, {}, diagnostics) + "Codes";
  std::string text = "// " + origin(catalog, "java", package) + '\n';
  text += package.empty() ? "" : "package " + package + ";\n";
  text += "\n/** The return codes. */\npublic final class " + name + " {\n    private " + name + "() {}\n";
  for (const Constant &constant : constants_of(catalog, Spelling::upper_snake, {}, "Java", diagnostics)) {
    text += '\n' + documentation(*constant.entry, "    ") + (constant.entry->retired ? "    @Deprecated\n" : "") +
            "    public static final int " + constant.identifier + " = " + std::to_string(constant.entry->code) + ";\n";
  }
  return text + "}\n";
}

}  // namespace codeglot
