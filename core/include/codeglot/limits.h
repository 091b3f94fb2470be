/* limits.h: the largest of everything (valid C11). Each has a test at the limit and one past it. */
#ifndef CODEGLOT_LIMITS_H
#define CODEGLOT_LIMITS_H

/* Arguments, plurals and selects inside each other; bounds the interpreter's stack against a hostile pack. */
#define CG_MAX_NESTING_DEPTH 16
/* Arguments that one message declares. */
#define CG_MAX_ARGUMENTS 32
/* Variants of one plural or select. */
#define CG_MAX_BRANCHES 256
/* One compiled message; also the source text of one message. */
#define CG_MAX_MESSAGE_BYTES 65535
/* One formatted text; a message that repeats a large argument ends here. */
#define CG_MAX_OUTPUT_BYTES 16777216
/* Digits of one number before its decimal point, and as many after it; every double fits. */
#define CG_MAX_NUMBER_DIGITS 400
/* Locales in one catalog. */
#define CG_MAX_PACKS 256
/* Codes in one pack. */
#define CG_MAX_CODES 1000000
/* One pack. */
#define CG_MAX_PACK_BYTES 268435456
/* Locales whose words one pack may hold: its own, its parents', the default's, the source's. */
#define CG_MAX_PROFILES 16
/* Parsed patterns that an ICU engine keeps; the one that was used longest ago goes first. */
#define CG_MAX_KEPT_PATTERNS 256
/* A locale tag that is read at all; a longer one is an unknown locale. */
#define CG_MAX_LOCALE_TAG_BYTES 64
/* What a response names its problem by (cg_response.problem); a longer key is one that no catalog maps. */
#define CG_MAX_PROBLEM_KEY_BYTES 255
/* Details of a google.rpc.Status that are looked at for the one that tells the reason. */
#define CG_MAX_STATUS_DETAILS 16

#endif
