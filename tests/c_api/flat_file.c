/* See flat_file.h. */
#include "flat_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void fail(const char *what, const char *which) {
  fprintf(stderr, "codeglot_vectors_c: %s: %s\n", what, which);
  exit(2);
}

void *take_memory(size_t bytes) {
  void *memory = malloc(bytes == 0 ? 1 : bytes);
  if (memory == NULL) {
    fail("no memory", "for a text");
  }
  return memory;
}

struct text read_whole_file(const char *path) {
  struct text text = {NULL, 0};
  FILE *stream = fopen(path, "rb");
  long bytes;
  if (stream == NULL || fseek(stream, 0, SEEK_END) != 0 || (bytes = ftell(stream)) < 0) {
    fail("cannot be read", path);
  }
  rewind(stream);
  text.bytes = (size_t)bytes;
  text.data = take_memory(text.bytes + 1);
  if (fread(text.data, 1, text.bytes, stream) != text.bytes) {
    fail("cannot be read", path);
  }
  text.data[text.bytes] = '\0';
  fclose(stream);
  return text;
}

char *next_line(struct flat_file *file) {
  char *line = file->data + file->at;
  char *end = file->at == file->bytes ? NULL : memchr(line, '\n', file->bytes - file->at);
  if (end == NULL) {
    return NULL;
  }
  *end = '\0';
  file->at += (size_t)(end - line) + 1;
  return line;
}

/* The next line as up to two sizes. */
static void next_sizes(struct flat_file *file, size_t *first, size_t *second) {
  char *line = next_line(file);
  char *rest = NULL;
  if (line == NULL) {
    fail("ends too early", "the file of vectors");
  }
  *first = (size_t)strtoull(line, &rest, 10);
  *second = (size_t)strtoull(rest, NULL, 10);
}

struct text next_text(struct flat_file *file) {
  struct text text = {NULL, 0};
  size_t parts;
  size_t unused;
  next_sizes(file, &parts, &unused);
  text.data = take_memory(1);
  for (; parts > 0; --parts) {
    size_t count;
    size_t bytes;
    next_sizes(file, &count, &bytes);
    if (bytes >= file->bytes - file->at) {
      fail("ends too early", "the file of vectors");
    }
    text.data = realloc(text.data, text.bytes + count * bytes + 1);
    if (text.data == NULL) {
      fail("no memory", "for a text");
    }
    for (; count > 0; --count) {
      memcpy(text.data + text.bytes, file->data + file->at, bytes);
      text.bytes += bytes;
    }
    file->at += bytes + 1;
  }
  text.data[text.bytes] = '\0';
  return text;
}
