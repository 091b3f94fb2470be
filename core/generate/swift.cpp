// Swift: WeigherCode.tooManyRoles, an enum of Int32; WeigherCode(rawValue:) is nil for a code that is newer than the app.
#include "core/generate/comment.h"
#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {
namespace {

/// Keywords that begin with a small letter, and what an enum with raw values has already.
const std::set<std::string> reserved = {
    "actor",     "allCases",  "as",          "associatedtype", "async",       "await",
    "break",     "case",      "catch",       "class",          "continue",    "debugDescription",
    "default",   "defer",     "deinit",      "description",    "do",          "else",
    "enum",      "extension", "fallthrough", "false",          "fileprivate", "for",
    "func",      "guard",     "hash",        "hashValue",      "if",          "import",
    "in",        "indirect",  "init",        "inout",          "internal",    "is",
    "let",       "nil",       "none",        "open",           "operator",    "precedencegroup",
    "private",   "protocol",  "public",      "rawValue",       "repeat",      "rethrows",
    "return",    "self",      "some",        "static",         "struct",      "subscript",
    "super",     "switch",    "throw",       "throws",         "true",        "try",
    "typealias", "var",       "where",       "while"};

}  // namespace

std::string generate_swift(const Catalog &catalog, const std::string & /*package*/, Diagnostics &diagnostics) {
  const std::string name = namespace_of(catalog, Spelling::pascal, {}, diagnostics) + "Code";
  const std::vector<Constant> constants = constants_of(catalog, Spelling::camel, reserved, "Swift", diagnostics);
  std::string text = "// " + origin(catalog, "swift") + '\n';
  // An enum with raw values needs a case.
  text += "\n/// The return codes.\npublic enum " + name + (constants.empty() ? " {\n" : ": Int32, Sendable {\n");
  bool first = true;
  for (const Constant &constant : constants) {
    text += (first ? "" : "\n") + documentation(*constant.entry, "    ") +
            (constant.entry->retired
                 ? "    @available(*, deprecated, message: \"Retired: the service no longer returns this code.\")\n"
                 : "") +
            "    case " + constant.identifier + " = " + std::to_string(constant.entry->code) + '\n';
    first = false;
  }
  return text + "}\n";
}

}  // namespace codeglot
