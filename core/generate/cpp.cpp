// C++17 and later: weigher::codes::too_many_roles, constants of the type that the library takes. Unlike the members of an
// enum class they need no cast in a call, and no code that is not here has to be forced into the type.
#include "core/generate/comment.h"
#include "core/generate/identifiers.h"
#include "core/generate/languages.h"

namespace codeglot {
namespace {

/// Keywords of C++20, alternative tokens, and lower-case macros of the standard library and of usual compilers.
const std::set<std::string> reserved = {"alignas",
                                        "alignof",
                                        "and",
                                        "and_eq",
                                        "asm",
                                        "assert",
                                        "atomic_cancel",
                                        "atomic_commit",
                                        "auto",
                                        "bitand",
                                        "bitor",
                                        "bool",
                                        "break",
                                        "case",
                                        "catch",
                                        "char",
                                        "char16_t",
                                        "char32_t",
                                        "char8_t",
                                        "class",
                                        "co_await",
                                        "co_return",
                                        "co_yield",
                                        "compl",
                                        "concept",
                                        "const",
                                        "const_cast",
                                        "consteval",
                                        "constexpr",
                                        "constinit",
                                        "continue",
                                        "contract_assert",
                                        "decltype",
                                        "default",
                                        "delete",
                                        "do",
                                        "double",
                                        "dynamic_cast",
                                        "else",
                                        "enum",
                                        "errno",
                                        "explicit",
                                        "export",
                                        "extern",
                                        "false",
                                        "float",
                                        "for",
                                        "friend",
                                        "goto",
                                        "if",
                                        "inline",
                                        "int",
                                        "linux",
                                        "long",
                                        "mutable",
                                        "namespace",
                                        "new",
                                        "noexcept",
                                        "not",
                                        "not_eq",
                                        "nullptr",
                                        "offsetof",
                                        "operator",
                                        "or",
                                        "or_eq",
                                        "private",
                                        "protected",
                                        "public",
                                        "reflexpr",
                                        "register",
                                        "reinterpret_cast",
                                        "requires",
                                        "return",
                                        "setjmp",
                                        "short",
                                        "signed",
                                        "sizeof",
                                        "static",
                                        "static_assert",
                                        "static_cast",
                                        "std",
                                        "stderr",
                                        "stdin",
                                        "stdout",
                                        "struct",
                                        "switch",
                                        "synchronized",
                                        "template",
                                        "this",
                                        "thread_local",
                                        "throw",
                                        "true",
                                        "try",
                                        "typedef",
                                        "typeid",
                                        "typename",
                                        "union",
                                        "unix",
                                        "unsigned",
                                        "using",
                                        "va_arg",
                                        "va_copy",
                                        "va_end",
                                        "va_start",
                                        "virtual",
                                        "void",
                                        "volatile",
                                        "wchar_t",
                                        "while",
                                        "xor",
                                        "xor_eq"};

}  // namespace

std::string generate_cpp(const Catalog &catalog, const std::string & /*package*/, Diagnostics &diagnostics) {
  const std::string name = namespace_of(catalog, Spelling::snake, reserved, diagnostics);
  const std::string guard = namespace_of(catalog, Spelling::upper_snake, {}, diagnostics) + "_CODES_HPP";
  std::string text =
      "// " + origin(catalog, "cpp") + "\n#ifndef " + guard + "\n#define " + guard +
      "\n\n#include <cstdint>\n\n/// The return codes, for cg::Catalog::message and resolve.\nnamespace " + name +
      "::codes {\n\n";
  for (const Constant &constant : constants_of(catalog, Spelling::snake, reserved, "C++", diagnostics)) {
    const int32_t code = constant.entry->code;
    text += documentation(*constant.entry, "") +
            (constant.entry->retired ? "[[deprecated(\"retired: the service no longer returns this code\")]]\n" : "") +
            "inline constexpr std::int32_t " + constant.identifier + " = " +
            (code == INT32_MIN ? "-2147483647 - 1" : std::to_string(code)) + ";\n\n";
  }
  return text + "}  // namespace " + name + "::codes\n\n#endif\n";
}

}  // namespace codeglot
