/* What the WebAssembly build of ICU goes without: nothing that formats. ICU's own headers include this one where
 * UCONFIG_USE_LOCAL is defined, so that who includes them sees the same classes that were compiled. */
#ifndef UCONFIG_LOCAL_H
#define UCONFIG_LOCAL_H

#define UCONFIG_NO_FILE_IO 1
#define UCONFIG_NO_CONVERSION 1 /* All text is UTF-8. */
#define UCONFIG_NO_LEGACY_CONVERSION 1
#define UCONFIG_NO_BREAK_ITERATION 1 /* Only capitalizes what begins a sentence or a list item, when asked to. */
#define UCONFIG_NO_FILTERED_BREAK_ITERATION 1
#define UCONFIG_NO_COLLATION 1
#define UCONFIG_NO_IDNA 1
#define UCONFIG_NO_TRANSLITERATION 1
#define UCONFIG_NO_REGULAR_EXPRESSIONS 1
#define UCONFIG_NO_SERVICE 1 /* Registration of a program's own number formats and calendars. */

#endif
