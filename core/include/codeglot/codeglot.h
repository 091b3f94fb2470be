/* codeglot.h: the whole public C interface of Codeglot (valid C11 and C++20).
 *
 * Role: turns a service's numeric return codes into messages in a reader's locale, offline.
 * Owns: nothing but what cg_catalog_create allocates. Packs are borrowed, never copied.
 * On failure: every function that makes text always makes text; the reason is in the cg_status.
 *
 * Text is UTF-8 given as a pointer and a length in bytes (units are always bytes, never characters).
 * Text that comes out is valid UTF-8; ill-formed bytes in an argument come out as U+FFFD.
 * Threads: a catalog may be read by any number of threads at once, as long as none adds a pack.
 */
#ifndef CODEGLOT_CODEGLOT_H
#define CODEGLOT_CODEGLOT_H

#include <stddef.h>
#include <stdint.h>

#include "codeglot/limits.h"

#if defined(CODEGLOT_SHARED) && defined(_WIN32)
#if defined(CODEGLOT_BUILD)
#define CG_EXPORT __declspec(dllexport)
#else
#define CG_EXPORT __declspec(dllimport)
#endif
#elif defined(__GNUC__) || defined(__clang__)
#define CG_EXPORT __attribute__((visibility("default")))
#else
#define CG_EXPORT
#endif

#ifdef __cplusplus
#define CG_NOEXCEPT noexcept
extern "C" {
#else
#define CG_NOEXCEPT
#endif

/* The interface's version: raised when a declaration below changes its meaning or its layout. */
#define CG_ABI_VERSION 2
CG_EXPORT uint32_t cg_abi_version(void) CG_NOEXCEPT;

/* Why a call ended as it did. The numbers are frozen: a retired one is never used again.
 * 0 to 15 come with a text for the reader; 16 and above are the caller's to mend. */
typedef int32_t cg_status;
enum {
  CG_OK = 0,                     /* The code's own message, with every argument it asks for. */
  CG_UNKNOWN_CODE = 1,           /* No message has this code; the text says so, with the code. */
  CG_MISSING_ARGUMENT = 2,       /* An argument without a default was not given; its name stands in braces. */
  CG_WRONG_ARGUMENT_TYPE = 3,    /* An argument has another type than declared; it counts as missing. */
  CG_UNREADABLE_RESPONSE = 4,    /* A response carries no return code and its status has no meaning here. */
  CG_NO_PACK = 5,                /* The catalog has no pack; the text is the code in brackets. */
  CG_OUTPUT_TOO_LONG = 6,        /* The text reached CG_MAX_OUTPUT_BYTES and ends there. */
  CG_NEEDS_ICU = 7,              /* Only the ICU engine can format all of it; what it would stands in braces. */
  CG_INVALID_CALL = 16,          /* A null pointer or an index out of range where none is allowed. */
  CG_PACK_TRUNCATED = 17,        /* The bytes end before the pack does. */
  CG_PACK_NOT_A_PACK = 18,       /* The bytes do not begin like a pack. */
  CG_PACK_VERSION = 19,          /* The pack has a format version that this library does not read. */
  CG_PACK_CHECKSUM = 20,         /* The pack's bytes do not match its checksum. */
  CG_PACK_MALFORMED = 21,        /* The pack's contents break a rule of the format. */
  CG_PACK_TOO_LARGE = 22,        /* The pack has more bytes or codes than limits.h allows. */
  CG_PACK_OF_OTHER_CATALOG = 23, /* The pack's namespace differs from that of the packs already added. */
  CG_TOO_MANY_PACKS = 24,        /* The catalog already holds CG_MAX_PACKS packs. */
  CG_OUT_OF_MEMORY = 25,         /* Memory for the catalog could not be had. */
  CG_PACK_NEEDS_FORMATS =
      26,                 /* The pack has formats of numbers or dates, which this build of the library leaves out. */
  CG_DATA_MALFORMED = 27, /* The bytes are no CLDR data for the ICU engine, or damaged. */
  CG_NO_SOURCE = 28       /* The message has no source in the pack: the pack's program is all of it. */
};

/* One sentence on a status, in English, NUL-terminated, for logs; never NULL. */
CG_EXPORT const char *cg_status_text(cg_status status) CG_NOEXCEPT;

/* ---- Catalog ------------------------------------------------------------------------------------------------ */

/* The packs of one service's codes, one pack a locale. */
typedef struct cg_catalog cg_catalog;

/* A pack's place in a catalog, from 0 in the order of adding; -1 is no pack. */
typedef int32_t cg_locale;

/* Makes an empty catalog on the heap; CG_OUT_OF_MEMORY or CG_INVALID_CALL on failure. */
CG_EXPORT cg_status cg_catalog_create(cg_catalog **catalog) CG_NOEXCEPT;
/* Frees what cg_catalog_create made; NULL is allowed. */
CG_EXPORT void cg_catalog_destroy(cg_catalog *catalog) CG_NOEXCEPT;

/* For hosts without a heap: the bytes that a catalog takes, and an empty one in the caller's memory
 * (at least that many bytes, aligned to 8). Such a catalog needs no destroy. */
CG_EXPORT size_t cg_catalog_size_bytes(void) CG_NOEXCEPT;
CG_EXPORT cg_status cg_catalog_init(void *memory, size_t memory_bytes, cg_catalog **catalog) CG_NOEXCEPT;

/* Adds a pack after checking all of it. The bytes are borrowed: they must stay, unchanged, as long as the catalog.
 * A pack of a locale that is already there takes its place (and its cg_locale). A rejected pack changes nothing. */
CG_EXPORT cg_status cg_catalog_add(cg_catalog *catalog, const void *pack, size_t pack_bytes) CG_NOEXCEPT;

/* How many locales there are, and the BCP 47 tag of one (not NUL-terminated; NULL for an index out of range). */
CG_EXPORT int32_t cg_catalog_locale_count(const cg_catalog *catalog) CG_NOEXCEPT;
CG_EXPORT const char *cg_catalog_locale_tag(const cg_catalog *catalog, cg_locale locale, size_t *tag_bytes) CG_NOEXCEPT;

/* The loaded locale that serves a reader of `tag` (any case, '-' or '_'): the best of CLDR's language matching, in the
 * reader's script; else the catalog's default locale, its source locale, the first pack. -1 only without packs. */
CG_EXPORT cg_locale cg_catalog_choose(const cg_catalog *catalog, const char *tag, size_t tag_bytes) CG_NOEXCEPT;

/* How many codes a locale's pack has, and the one at `index`, in ascending order (0 if out of range). */
CG_EXPORT int32_t cg_catalog_code_count(const cg_catalog *catalog, cg_locale locale) CG_NOEXCEPT;
CG_EXPORT int32_t cg_catalog_code_at(const cg_catalog *catalog, cg_locale locale, int32_t index) CG_NOEXCEPT;

/* ---- Arguments ---------------------------------------------------------------------------------------------- */

typedef int32_t cg_type;
enum {
  CG_TYPE_ANY = 0,     /* Declared types only: whatever is given. */
  CG_TYPE_STRING = 1,  /* value.string, UTF-8. */
  CG_TYPE_INT64 = 2,   /* value.integer. */
  CG_TYPE_DOUBLE = 3,  /* value.number; native only: the wasm build takes CG_TYPE_DECIMAL instead. */
  CG_TYPE_DECIMAL = 4, /* value.string: digits as "-12.50", "1e21", "NaN", "Infinity"; kept exactly. */
  CG_TYPE_DATE = 5     /* value.string: milliseconds since 1970-01-01T00:00Z, then, after a space, the time zone to show
                        * it in: "1637685775123 Europe/Paris", "0 +05:30". Without one it is shown in UTC. */
};

typedef struct cg_string {
  const char *data; /* May be NULL if bytes is 0. */
  size_t bytes;
} cg_string;

/* One argument of a message, by name. The first of two with one name counts. */
typedef struct cg_argument {
  cg_string name;
  cg_type type;
  union {
    cg_string string;
    int64_t integer;
    double number;
  } value;
} cg_argument;

/* What a message declares of one of its arguments. Numbers of any kind are declared CG_TYPE_DECIMAL, dates CG_TYPE_DATE. */
typedef struct cg_parameter {
  cg_string name;
  cg_type type;
  cg_string default_value; /* data is NULL if the argument has no default. */
} cg_parameter;

/* How many arguments the message of `code` declares; -1 if the locale's pack has no such code. */
CG_EXPORT int32_t cg_parameter_count(const cg_catalog *catalog, cg_locale locale, int32_t code) CG_NOEXCEPT;
/* The declaration of one argument, counted from 0; CG_INVALID_CALL past the last one, and for an unknown code. */
CG_EXPORT cg_status cg_parameter_at(const cg_catalog *catalog, cg_locale locale, int32_t code, int32_t index,
                                    cg_parameter *parameter) CG_NOEXCEPT;

/* ---- Messages ----------------------------------------------------------------------------------------------- */

typedef int32_t cg_direction;
enum { CG_LEFT_TO_RIGHT = 0, CG_RIGHT_TO_LEFT = 1 };

/* What was shown and why. Strings point into the packs or the given arguments and live as long as they. */
typedef struct cg_resolution {
  cg_status status;
  int32_t code;           /* The return code that the text is for; 0 with CG_UNREADABLE_RESPONSE. */
  cg_string name;         /* The code's symbol; empty if unknown. */
  cg_string locale;       /* Tag of the locale whose words answered: another than the pack's if it had no message. */
  cg_string pack_locale;  /* Tag of the pack that was asked. */
  cg_string argument;     /* The first argument that was missing or of the wrong type; else empty. */
  cg_direction direction; /* Base direction of the text. */
} cg_resolution;

/* Writes the message of `code` for a reader of `locale` and returns the bytes that it has without the final NUL.
 * Writes at most `capacity` bytes, never a part of a code point, NUL-terminated if capacity > 0; a return value of
 * `capacity` or more means cut. (NULL, 0) asks the size. Always gives text, whatever is missing. */
CG_EXPORT size_t cg_message(const cg_catalog *catalog, int32_t code, const char *locale, size_t locale_bytes,
                            const cg_argument *arguments, size_t argument_count, char *text,
                            size_t capacity) CG_NOEXCEPT;

/* The same for a chosen locale, with the reason. `resolution` may be NULL. */
CG_EXPORT size_t cg_resolve(const cg_catalog *catalog, cg_locale locale, int32_t code, const cg_argument *arguments,
                            size_t argument_count, char *text, size_t capacity, cg_resolution *resolution) CG_NOEXCEPT;

/* ---- Parts -------------------------------------------------------------------------------------------------- */

/* A message for a user interface that styles or links its pieces: what each stretch of the text is. */
typedef int32_t cg_part_type;
enum {
  CG_PART_TEXT = 0,           /* The message's own words. */
  CG_PART_STRING = 1,         /* An argument's text; name: of the argument. */
  CG_PART_NUMBER = 2,         /* An argument's number; its pieces follow. */
  CG_PART_DATETIME = 3,       /* An argument's date; its pieces follow. */
  CG_PART_MARKUP = 4,         /* No text; name: of the markup; value: "open", "standalone", "close"; options follow. */
  CG_PART_BIDI_ISOLATION = 5, /* One control character that sets a placeholder apart. */
  CG_PART_FALLBACK = 6,       /* "{name}" for an argument without a value; name: of the argument. */
  CG_PART_CUSTOM = 7,         /* The ICU engine only: what a caller's function made. */
  CG_PART_PIECE = 16,         /* A piece of the number or date before; name: "integer", "currency", "month", … */
  CG_PART_OPTION = 17         /* An option of the part before: name, value. "u:id" is its id, else it is a markup's. */
};

/* A stretch of a text, in bytes, and what it is. Types below CG_PART_PIECE, in order, make up the whole text. */
typedef struct cg_span {
  cg_part_type type;
  uint32_t from, to;
  cg_string name;
  cg_string value;
} cg_span;

/* cg_resolve, with the text's spans: writes the first `span_capacity` of them, returns all their number in `span_count`.
 * The text is cut where `capacity` ends, the spans are of the whole text. Builds without formats have no such function. */
CG_EXPORT size_t cg_resolve_spans(const cg_catalog *catalog, cg_locale locale, int32_t code,
                                  const cg_argument *arguments, size_t argument_count, char *text, size_t capacity,
                                  cg_span *spans, size_t span_capacity, size_t *span_count,
                                  cg_resolution *resolution) CG_NOEXCEPT;

/* ---- Sources: what the ICU engine (icu.h) formats ---------------------------------------------------------- */

typedef int32_t cg_syntax;
enum { CG_SYNTAX_MF1 = 1, CG_SYNTAX_MF2 = 2 };

typedef int32_t cg_bidi;
enum { CG_BIDI_DEFAULT = 0, CG_BIDI_NONE = 1 }; /* MF2: isolate placeholders as the specification says, or never. */

/* A pattern, to be formatted in a locale. */
typedef struct cg_pattern {
  cg_syntax syntax;
  cg_bidi bidi;
  cg_string locale;    /* BCP 47. */
  cg_string source;    /* The pattern. */
  cg_string time_zone; /* Of dates that name none: IANA name or offset; UTC if empty. */
} cg_pattern;

/* The source of the message of `code`, if the pack has it: with CG_NEEDS_ICU it always does. CG_NO_SOURCE if not. */
CG_EXPORT cg_status cg_source(const cg_catalog *catalog, cg_locale locale, int32_t code,
                              cg_pattern *pattern) CG_NOEXCEPT;

/* ---- Responses ---------------------------------------------------------------------------------------------- */

/* A service's answer as a transport delivered it. */
typedef struct cg_response {
  cg_string transport; /* A name in the catalog's transports: "http", "rpc". */
  cg_string problem;   /* What the body names its problem by: the "type" of RFC 9457 problem details, or "REASON@domain"
                        * of a google.rpc.ErrorInfo; empty if it names none. */
  int32_t status;      /* The transport's own status, e.g. of HTTP; 0 if the transport has none. */
  int32_t code;        /* The return code in the body, if there is one. */
  int32_t has_code;    /* 0 if the body has no readable return code. */
} cg_response;

/* The message for a response. A problem that the transport maps means the code that it is mapped to, whatever else the
 * response says; else a status that it maps means that code; else a status whose body is read means the body's code;
 * anything else is CG_UNREADABLE_RESPONSE, with its own text. A transport status is never taken for a return code. */
CG_EXPORT size_t cg_resolve_response(const cg_catalog *catalog, cg_locale locale, const cg_response *response,
                                     const cg_argument *arguments, size_t argument_count, char *text, size_t capacity,
                                     cg_resolution *resolution) CG_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
