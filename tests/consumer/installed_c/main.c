/* Prints the message of code 135 from the pack that is named on the command line. */
#include <codeglot/codeglot.h>
#include <stdio.h>

int main(int argument_count, char **arguments) {
  static char pack[1 << 20];
  char text[256];
  cg_catalog *catalog = NULL;
  FILE *file = argument_count == 2 ? fopen(arguments[1], "rb") : NULL;
  const size_t pack_bytes = file != NULL ? fread(pack, 1, sizeof pack, file) : 0;
  cg_status status = cg_catalog_create(&catalog);
  if (file != NULL) {
    fclose(file);
  }
  if (status == CG_OK) {
    status = cg_catalog_add(catalog, pack, pack_bytes);
  }
  if (status != CG_OK) {
    fprintf(stderr, "%s\n", cg_status_text(status));
    return 1;
  }
  cg_message(catalog, 135, "zh-CN", 5, NULL, 0, text, sizeof text);
  puts(text);
  cg_catalog_destroy(catalog);
  return 0;
}
