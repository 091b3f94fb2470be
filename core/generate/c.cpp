// C11: enum weigher_code { WEIGHER_CODE_TOO_MANY_ROLES = 135 }. The prefix is the catalog's namespace, so that catalogs of
// two services go into one program; no constant can be a reserved word.
#include <algorithm>

#include "core/generate/comment.h"
#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {

std::string generate_c(const Catalog &catalog, const std::string & /*package*/, Diagnostics &diagnostics) {
  const std::string name = namespace_of(catalog, Spelling::snake, {}, diagnostics);
  const std::string prefix = namespace_of(catalog, Spelling::upper_snake, {}, diagnostics);
  const std::vector<Constant> constants = constants_of(catalog, Spelling::upper_snake, {}, "C", diagnostics);
  std::string text = "/* " + origin(catalog, "c") + " */\n#ifndef " + prefix + "_CODES_H\n#define " + prefix +
                     "_CODES_H\n";
  const bool retired = std::any_of(constants.begin(), constants.end(),
                                   [](const Constant &constant) { return constant.entry->retired; });
  const std::string mark = prefix + "_RETIRED_CODE";
  if (retired) {
    text += "\n#if defined(__clang__) || (defined(__GNUC__) && __GNUC__ >= 6)\n#define " + mark +
            " __attribute__((deprecated(\"retired: the service no longer returns this code\")))\n#else\n#define " +
            mark + "\n#endif\n";
  }
  if (!constants.empty()) {  // C has no enum without constants.
    text += "\n/** The return codes of " + name + ", for cg_message and cg_resolve. */\nenum " + name + "_code {\n";
    for (const Constant &constant : constants) {
      const int32_t code = constant.entry->code;
      text += documentation(*constant.entry, "  ") + "  " + prefix + "_CODE_" + constant.identifier +
              (constant.entry->retired ? " " + mark : "") + " = " +
              // The least integer has no literal: -2147483648 is a minus before a number that is too large.
              (code == INT32_MIN ? "-2147483647 - 1" : std::to_string(code)) + ",\n";
    }
    text += "};\n";
  }
  return text + "\n#endif\n";
}

}  // namespace codeglot
