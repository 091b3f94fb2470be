#include <codeglot/codeglot.h>
#include <stdio.h>

int main(void) {
  static char pack[65536];  // Borrowed by the catalog: it must stay as long as the catalog does.
  FILE *file = fopen("packs/en.cgpk", "rb");
  if (file == NULL) return 1;
  size_t pack_bytes = fread(pack, 1, sizeof pack, file);
  fclose(file);

  cg_catalog *catalog = NULL;
  cg_status status = cg_catalog_create(&catalog);
  if (status == CG_OK) status = cg_catalog_add(catalog, pack, pack_bytes);
  if (status != CG_OK) {
    fprintf(stderr, "%s\n", cg_status_text(status));
    return 1;
  }

  char text[256];
  cg_argument max = {.name = {"max", 3}, .type = CG_TYPE_INT64, .value.integer = 3};
  cg_message(catalog, 135, "en-US", 5, &max, 1, text, sizeof text);
  puts(text);  // => You can add at most 3 family members.

  cg_catalog_destroy(catalog);
  return 0;
}
