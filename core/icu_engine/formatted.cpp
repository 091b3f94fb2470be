// See formatted.h.
#include "core/icu_engine/formatted.h"

namespace codeglot {

const char *error_name(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::syntax_error:
      return "syntax-error";
    case ErrorKind::variant_key_mismatch:
      return "variant-key-mismatch";
    case ErrorKind::missing_fallback_variant:
      return "missing-fallback-variant";
    case ErrorKind::missing_selector_annotation:
      return "missing-selector-annotation";
    case ErrorKind::duplicate_declaration:
      return "duplicate-declaration";
    case ErrorKind::duplicate_option_name:
      return "duplicate-option-name";
    case ErrorKind::duplicate_variant:
      return "duplicate-variant";
    case ErrorKind::unresolved_variable:
      return "unresolved-variable";
    case ErrorKind::unknown_function:
      return "unknown-function";
    case ErrorKind::bad_selector:
      return "bad-selector";
    case ErrorKind::bad_operand:
      return "bad-operand";
    case ErrorKind::bad_option:
      return "bad-option";
    case ErrorKind::bad_variant_key:
      return "bad-variant-key";
  }
  return "";
}

std::string Formatted::text() const {
  std::string result;
  for (const Part &part : parts) {
    result += part.value;
  }
  return result;
}

}  // namespace codeglot
