/* run_vectors.c: runs every vector through codeglot.h, as a plain C11 program with nothing but libc and the library.
 *   codeglot_vectors_c FLAT_VECTORS PACK...
 * Prints each failing case, then "vectors: N passed, M failed"; exits 1 if any failed or there is none, 2 if the files
 * cannot be read. */
#include <codeglot/codeglot.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "flat_file.h"

enum { MOST_ARGUMENTS = 16, MOST_PACKS = 64 };

/* What a case gives and expects; a text whose data is NULL is not there. */
struct vector {
  struct text id;
  char *call;
  int32_t code;
  cg_response response;
  struct text transport, problem, locale;
  struct text expected_text, status, name, answered, direction, argument, chosen, parts, source;
  struct text names[MOST_ARGUMENTS], values[MOST_ARGUMENTS];
  cg_argument arguments[MOST_ARGUMENTS];
  size_t argument_count;
};

static cg_string borrow(struct text text) {
  cg_string string = {text.data, text.bytes};
  return string;
}

static void read_argument(struct flat_file *file, const char *kind, struct vector *vector) {
  const size_t index = vector->argument_count++;
  cg_argument *argument = &vector->arguments[index];
  if (index == MOST_ARGUMENTS) {
    fail("too many arguments", vector->id.data);
  }
  vector->names[index] = next_text(file);
  argument->name = borrow(vector->names[index]);
  if (strcmp(kind, "string") == 0 || strcmp(kind, "decimal") == 0 || strcmp(kind, "date") == 0) {
    vector->values[index] = next_text(file);
    argument->type = strcmp(kind, "string") == 0 ? CG_TYPE_STRING
                     : strcmp(kind, "date") == 0 ? CG_TYPE_DATE
                                                 : CG_TYPE_DECIMAL;
    argument->value.string = borrow(vector->values[index]);
  } else if (strcmp(kind, "int64") == 0) {
    argument->type = CG_TYPE_INT64;
    argument->value.integer = strtoll(next_line(file), NULL, 10);
  } else if (strcmp(kind, "double") == 0) {
    argument->type = CG_TYPE_DOUBLE;
    argument->value.number = strtod(next_line(file), NULL);
  }
}

/* Where a text of a case goes; NULL for a word that is no text. */
static struct text *text_member(struct vector *vector, const char *word) {
  const struct {
    const char *word;
    struct text *member;
  } members[] = {{"transport", &vector->transport}, {"problem", &vector->problem},     {"locale", &vector->locale},
                 {"text", &vector->expected_text},  {"status", &vector->status},       {"name", &vector->name},
                 {"answered", &vector->answered},   {"direction", &vector->direction}, {"argument", &vector->argument},
                 {"chosen", &vector->chosen},       {"parts", &vector->parts},         {"source", &vector->source}};
  for (size_t index = 0; index < sizeof members / sizeof members[0]; ++index) {
    if (strcmp(word, members[index].word) == 0) {
      return members[index].member;
    }
  }
  return NULL;
}

/* Reads the next case; 0 at the end of the file. */
static int next_vector(struct flat_file *file, struct vector *vector) {
  char *line = next_line(file);
  memset(vector, 0, sizeof *vector);
  if (line == NULL) {
    return 0;
  }
  if (strcmp(line, "case") != 0) {
    fail("is no case", line);
  }
  vector->id = next_text(file);
  while ((line = next_line(file)) != NULL && strcmp(line, "end") != 0) {
    char *value = strchr(line, ' ');
    struct text *member = text_member(vector, line);
    if (member != NULL) {
      *member = next_text(file);
      continue;
    }
    if (value == NULL) {
      fail("is no part of a case", line);
    }
    *value++ = '\0';
    if (strcmp(line, "call") == 0) {
      vector->call = value;
    } else if (strcmp(line, "code") == 0) {
      vector->code = (int32_t)strtol(value, NULL, 10);
    } else if (strcmp(line, "status_in") == 0) {
      vector->response.status = (int32_t)strtol(value, NULL, 10);
    } else if (strcmp(line, "body") == 0) {
      vector->response.has_code = 1;
      vector->response.code = (int32_t)strtol(value, NULL, 10);
    } else if (strcmp(line, "arg") == 0) {
      read_argument(file, value, vector);
    } else {
      fail("is no part of a case", line);
    }
  }
  vector->response.transport = borrow(vector->transport);
  vector->response.problem = borrow(vector->problem);
  return 1;
}

static void free_vector(struct vector *vector) {
  struct text *texts[] = {
      &vector->id,     &vector->transport, &vector->problem,  &vector->locale,    &vector->expected_text,
      &vector->status, &vector->name,      &vector->answered, &vector->direction, &vector->argument,
      &vector->chosen, &vector->parts,     &vector->source};
  for (size_t index = 0; index < sizeof texts / sizeof texts[0]; ++index) {
    free(texts[index]->data);
  }
  for (size_t index = 0; index < vector->argument_count; ++index) {
    free(vector->names[index].data);
    free(vector->values[index].data);
  }
}

/* Compares one member; a case that does not name it expects nothing, and an argument that is not named expects none. */
static int same(const struct vector *vector, const char *member, struct text expected, const char *given,
                size_t bytes) {
  const size_t shown_bytes = 400;
  if (expected.data == NULL || (expected.bytes == bytes && (bytes == 0 || memcmp(expected.data, given, bytes) == 0))) {
    return 1;
  }
  fprintf(stderr, "%s: %s\n  expected %.*s (%zu bytes)\n  given    %.*s (%zu bytes)\n", vector->id.data, member,
          (int)(expected.bytes < shown_bytes ? expected.bytes : shown_bytes), expected.data, expected.bytes,
          (int)(bytes < shown_bytes ? bytes : shown_bytes), bytes == 0 ? "" : given, bytes);
  return 0;
}

static int same_word(const struct vector *vector, const char *member, struct text expected, const char *given) {
  return same(vector, member, expected, given, strlen(given));
}

static const char *status_name(cg_status status) {
  static const char *const names[] = {
      "ok",      "unknown-code",    "missing-argument", "wrong-argument-type", "unreadable-response",
      "no-pack", "output-too-long", "needs-icu"};
  return status >= 0 && (size_t)status < sizeof names / sizeof names[0] ? names[status] : "no status of a text";
}

static size_t call(const cg_catalog *catalog, const struct vector *vector, char *text, size_t capacity,
                   cg_resolution *resolution) {
  const cg_locale locale = cg_catalog_choose(catalog, vector->locale.data, vector->locale.bytes);
  if (strcmp(vector->call, "message") == 0) {
    return cg_resolve(catalog, locale, vector->code, vector->arguments, vector->argument_count, text, capacity,
                      resolution);
  }
  if (strcmp(vector->call, "response") == 0) {
    return cg_resolve_response(catalog, locale, &vector->response, NULL, 0, text, capacity, resolution);
  }
  fail("is no call", vector->call);
}

static int run_choose(const cg_catalog *catalog, const struct vector *vector) {
  size_t bytes = 0;
  const cg_locale locale = cg_catalog_choose(catalog, vector->locale.data, vector->locale.bytes);
  const char *tag = cg_catalog_locale_tag(catalog, locale, &bytes);
  return same(vector, "chosen", vector->chosen, tag, bytes);
}

/* The parts as the flat file has them: of each its type, name, value and text, with a newline after each of the four. */
static int run_parts(const cg_catalog *catalog, const struct vector *vector, const char *text) {
  static const char *const types[] = {"text",   "string",         "number",   "datetime",
                                      "markup", "bidi-isolation", "fallback", "custom"};
  const cg_locale locale = cg_catalog_choose(catalog, vector->locale.data, vector->locale.bytes);
  size_t count = 0;
  size_t bytes = 0;
  cg_resolve_spans(catalog, locale, vector->code, vector->arguments, vector->argument_count, NULL, 0, NULL, 0, &count,
                   NULL);
  cg_span *spans = take_memory((count + 1) * sizeof *spans);
  cg_resolve_spans(catalog, locale, vector->code, vector->arguments, vector->argument_count, NULL, 0, spans, count,
                   &count, NULL);
  for (size_t index = 0; index < count; ++index) {
    bytes += spans[index].name.bytes + spans[index].value.bytes + (spans[index].to - spans[index].from) + 32;
  }
  char *found = take_memory(bytes + 1);
  char *end = found;
  for (size_t index = 0; index < count; ++index) {
    const cg_span *span = &spans[index];
    const char *type = span->type == CG_PART_PIECE    ? "piece"
                       : span->type == CG_PART_OPTION ? "option"
                                                      : types[span->type];
    end += sprintf(end, "%s\n%.*s\n%.*s\n", type, (int)span->name.bytes, span->name.bytes == 0 ? "" : span->name.data,
                   (int)span->value.bytes, span->value.bytes == 0 ? "" : span->value.data);
    memcpy(end, text + span->from, span->to - span->from);
    end += span->to - span->from;
    *end++ = '\n';
  }
  const int well = same(vector, "parts", vector->parts, found, (size_t)(end - found));
  free(spans);
  free(found);
  return well;
}

static int run_source(const cg_catalog *catalog, const struct vector *vector) {
  const cg_locale locale = cg_catalog_choose(catalog, vector->locale.data, vector->locale.bytes);
  cg_pattern pattern;
  memset(&pattern, 0, sizeof pattern);
  cg_source(catalog, locale, vector->code, &pattern);
  return same(vector, "source", vector->source, pattern.source.data, pattern.source.bytes);
}

static int run_text(const cg_catalog *catalog, const struct vector *vector) {
  const struct text nothing = {(char *)"", 0};
  cg_resolution resolution;
  const size_t bytes = call(catalog, vector, NULL, 0, NULL);
  char *text = take_memory(bytes + 1);
  int well = call(catalog, vector, text, bytes + 1, &resolution) == bytes && text[bytes] == '\0';
  if (!well) {
    fprintf(stderr, "%s: the size that was asked for is not the size that was written\n", vector->id.data);
  }
  well &= same(vector, "text", vector->expected_text, text, bytes);
  well &= same_word(vector, "status", vector->status, status_name(resolution.status));
  well &= same(vector, "name", vector->name, resolution.name.data, resolution.name.bytes);
  well &= same(vector, "answered", vector->answered, resolution.locale.data, resolution.locale.bytes);
  well &= same_word(vector, "direction", vector->direction, resolution.direction == CG_RIGHT_TO_LEFT ? "rtl" : "ltr");
  well &= same(vector, "argument", vector->argument.data != NULL ? vector->argument : nothing, resolution.argument.data,
               resolution.argument.bytes);
  if (resolution.code != vector->code) {
    fprintf(stderr, "%s: code\n  expected %d\n  given    %d\n", vector->id.data, (int)vector->code,
            (int)resolution.code);
    well = 0;
  }
  if (vector->parts.data != NULL) {
    well &= run_parts(catalog, vector, text);
  }
  if (vector->source.data != NULL) {
    well &= run_source(catalog, vector);
  }
  free(text);
  return well;
}

static void add_packs(cg_catalog *catalog, int count, char **paths, struct text *packs) {
  for (int index = 0; index < count; ++index) {
    packs[index] = read_whole_file(paths[index]);
    const cg_status status = cg_catalog_add(catalog, packs[index].data, packs[index].bytes);
    if (status != CG_OK) {
      fail(paths[index], cg_status_text(status));
    }
  }
}

int main(int argument_count, char **arguments) {
  struct text packs[MOST_PACKS];
  const int pack_count = argument_count - 2;
  if (pack_count < 1 || pack_count > MOST_PACKS) {
    fprintf(stderr, "usage: codeglot_vectors_c FLAT_VECTORS PACK...\n");
    return 2;
  }
  cg_catalog *catalog = NULL;
  if (cg_abi_version() != CG_ABI_VERSION || cg_catalog_create(&catalog) != CG_OK) {
    fail("cannot be made", "the catalog");
  }
  add_packs(catalog, pack_count, arguments + 2, packs);
  const struct text flat = read_whole_file(arguments[1]);
  struct flat_file file = {flat.data, flat.bytes, 0};
  struct vector vector;
  size_t passed = 0;
  size_t failed = 0;
  while (next_vector(&file, &vector)) {
    const int well = strcmp(vector.call, "choose") == 0 ? run_choose(catalog, &vector) : run_text(catalog, &vector);
    passed += well ? 1 : 0;
    failed += well ? 0 : 1;
    free_vector(&vector);
  }
  cg_catalog_destroy(catalog);
  free(flat.data);
  for (int index = 0; index < pack_count; ++index) {
    free(packs[index].data);
  }
  printf("vectors: %zu passed, %zu failed\n", passed, failed);
  return failed == 0 && passed > 0 ? 0 : 1;
}
