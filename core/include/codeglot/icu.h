/* icu.h: the C interface of the ICU engine (valid C11 and C++20): whole MessageFormat 1 and 2, patterns made at run time.
 *
 * Role: formats patterns with ICU, natively and in the second WebAssembly module; codeglot.h needs none of it.
 * Owns: what cg_icu_create and cg_icu_format allocate. CLDR data that is added is borrowed, never copied.
 * On failure: every pattern gives text and parts; the reasons are in its list of errors.
 * Threads: an engine and its results are used by one thread at a time; make an engine per thread.
 */
#ifndef CODEGLOT_ICU_H
#define CODEGLOT_ICU_H

#include "codeglot/codeglot.h"

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Engine ------------------------------------------------------------------------------------------------- */

/* ICU, the patterns that were parsed, and the functions that were added. */
typedef struct cg_icu cg_icu;

CG_EXPORT cg_status cg_icu_create(cg_icu **engine) CG_NOEXCEPT;
/* Frees the engine, not the results that are still held; NULL is allowed. */
CG_EXPORT void cg_icu_destroy(cg_icu *engine) CG_NOEXCEPT;

/* Adds a file of CLDR data that the compiler has cut (`codeglot data`, `codeglot compile`). Borrowed: the bytes must stay,
 * unchanged, as long as the process, and begin at a multiple of 16. Native engines have all of CLDR already, check the file,
 * and leave it. In WebAssembly ICU reads anew after it: CG_INVALID_CALL beside another engine, or in a function's call. */
CG_EXPORT cg_status cg_icu_add_data(cg_icu *engine, const void *data, size_t data_bytes) CG_NOEXCEPT;

/* ---- Patterns ----------------------------------------------------------------------------------------------- */

/* A formatted pattern: its text, parts and errors, until it is destroyed. */
typedef struct cg_formatted cg_formatted;

/* NULL only for an invalid call or without memory. */
CG_EXPORT cg_formatted *cg_icu_format(cg_icu *engine, const cg_pattern *pattern, const cg_argument *arguments,
                                      size_t argument_count) CG_NOEXCEPT;

/* The message of a code: what cg_resolve says, and where that is CG_NEEDS_ICU, what the engine makes of the message's
 * source. `resolution` may be NULL. Its status is then CG_OK, CG_MISSING_ARGUMENT or CG_WRONG_ARGUMENT_TYPE, or still
 * CG_NEEDS_ICU for a function that was not added. `time_zone` is that of dates that name none. */
CG_EXPORT cg_formatted *cg_icu_resolve(cg_icu *engine, const cg_catalog *catalog, cg_locale locale, int32_t code,
                                       const cg_argument *arguments, size_t argument_count, cg_string time_zone,
                                       cg_resolution *resolution) CG_NOEXCEPT;

CG_EXPORT void cg_formatted_destroy(cg_formatted *formatted) CG_NOEXCEPT;
CG_EXPORT cg_string cg_formatted_text(const cg_formatted *formatted) CG_NOEXCEPT;

/* One item of the flat list of parts, by the types of codeglot.h. Strings are borrowed from the result; those without a meaning here are empty. */
typedef struct cg_part {
  cg_part_type type;
  cg_string value;
  cg_string name;
  cg_string source;
  cg_string kind; /* "open", "standalone", "close". */
  cg_string id;
  cg_string direction; /* "ltr", "rtl" or empty. */
  cg_string locale;
} cg_part;

CG_EXPORT int32_t cg_formatted_part_count(const cg_formatted *formatted) CG_NOEXCEPT;
CG_EXPORT cg_status cg_formatted_part_at(const cg_formatted *formatted, int32_t index, cg_part *part) CG_NOEXCEPT;

typedef struct cg_format_error {
  cg_string kind;    /* "syntax-error", "unresolved-variable", …: the names of Unicode MessageFormat. "missing-data",
                      * in WebAssembly only: something was formatted with a parent locale's data, or the root's. */
  cg_string message; /* A sentence in English. */
  size_t offset;     /* The byte of the pattern. */
} cg_format_error;

CG_EXPORT int32_t cg_formatted_error_count(const cg_formatted *formatted) CG_NOEXCEPT;
CG_EXPORT cg_status cg_formatted_error_at(const cg_formatted *formatted, int32_t index,
                                          cg_format_error *error) CG_NOEXCEPT;

/* ---- Functions ---------------------------------------------------------------------------------------------- */

typedef struct cg_function_option {
  cg_string name;
  cg_string value;
  int32_t from_variable; /* Not 0: the value is a variable's, not written in the message. */
} cg_function_option;

/* A placeholder or selector of MF2 that names a caller's function. Borrowed for the time of the call. */
typedef struct cg_function_call {
  cg_string function; /* Without the colon: "shop:price". */
  cg_string locale;
  int32_t has_operand;
  cg_argument operand; /* name: of the variable, or empty; of what type it is, the caller's argument or literal says. */
  const cg_function_option *options;
  size_t option_count;
  const cg_function_option *operand_options; /* Of the function that made the operand, if one did. */
  size_t operand_option_count;
} cg_function_call;

/* What a function makes of a call, all zero before it is called. Copied before the callback is called again. */
typedef struct cg_function_result {
  cg_string text;         /* The placeholder's text. */
  cg_string selection;    /* What a selector compares its keys with; data NULL: the function does not select. */
  cg_string error;        /* A sentence if the operand or an option is bad, which makes a fallback; else empty. */
  int32_t bad_option;     /* Of either error: not 0 if an option is at fault, 0 if the operand is. */
  cg_string format_error; /* A sentence if the value can be selected on and passed on, but not shown; else empty. */
  const cg_string *weaker_selections; /* Keys that match as well, less than `selection`, the better first. */
  size_t weaker_selection_count;
  const cg_argument
      *value; /* What a function that takes this as its operand is given; NULL: the operand of this call. */
  const cg_function_option *options; /* What such a function finds as operand_options. */
  size_t option_count;
} cg_function_result;

typedef void (*cg_function)(void *context, const cg_function_call *call, cg_function_result *result);

/* Adds a function for patterns formatted from then on, or replaces it. Names have a namespace: "shop:price". */
CG_EXPORT cg_status cg_icu_add_function(cg_icu *engine, cg_string name, cg_function function,
                                        void *context) CG_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
