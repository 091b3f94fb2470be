/* flat_file.h: reads the flat form of the vectors (flatten.cpp says what it looks like).
 * Owns: nothing; what is read is the caller's. On failure: prints what is wrong and exits with status 2, because a
 * runner without its cases has nothing to say. */
#ifndef CODEGLOT_TESTS_C_API_FLAT_FILE_H
#define CODEGLOT_TESTS_C_API_FLAT_FILE_H

#include <stddef.h>

struct text {
  char *data;
  size_t bytes;
};

struct flat_file {
  char *data;
  size_t bytes;
  size_t at;
};

/* Ends the program with a sentence on standard error. */
_Noreturn void fail(const char *what, const char *which);

/* malloc that does not return without memory. */
void *take_memory(size_t bytes);

/* A whole file, with a NUL after its last byte that `bytes` does not count. The caller frees the data. */
struct text read_whole_file(const char *path);

/* The next line without its newline, NUL-terminated in place; NULL at the end of the file. */
char *next_line(struct flat_file *file);

/* The text that follows, its parts joined. The caller frees the data. */
struct text next_text(struct flat_file *file);

#endif
