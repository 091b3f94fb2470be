// Fuzz target: the pack reader, on the bytes as they are, and with the header mended so that damage past it is reached.
// A pack that is accepted must then serve every call.
#include <memory>
#include <vector>

#include "codeglot/codeglot.h"
#include "core/pack/layout.h"
#include "core/pack/writer.h"
#include "hostile_calls.h"
#include "target.h"

namespace {

struct Destroy {
  void operator()(cg_catalog *catalog) const { cg_catalog_destroy(catalog); }
};

/// Adds the bytes, in memory of exactly their size so that a read past them is seen.
void add_pack(const std::string &pack) {
  const std::vector<char> bytes(pack.begin(), pack.end());
  cg_catalog *made = nullptr;
  fuzz::require(cg_catalog_create(&made) == CG_OK, "a catalog can be made");
  const std::unique_ptr<cg_catalog, Destroy> catalog(made);
  const cg_status status = cg_catalog_add(made, bytes.data(), bytes.size());
  if (status == CG_OK) {
    fuzz::make_hostile_calls(made);
    return;
  }
  fuzz::require(status > CG_INVALID_CALL && status < CG_PACK_OF_OTHER_CATALOG,
                "a pack is rejected with a status of packs");
  fuzz::require(cg_catalog_locale_count(made) == 0, "a rejected pack changes nothing");
}

void write_u32(std::string &pack, size_t at, uint32_t value) {
  for (size_t index = 0; index < 4; ++index) {
    pack[at + index] = static_cast<char>(value >> (8 * index));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  std::string pack = fuzz::to_string(data, bytes);
  add_pack(pack);
  if (pack.size() >= codeglot::layout::header_bytes) {
    for (size_t index = 0; index < sizeof codeglot::layout::magic; ++index) {
      pack[index] = static_cast<char>(codeglot::layout::magic[index]);
    }
    write_u32(pack, 4, codeglot::layout::version);
    write_u32(pack, 8, static_cast<uint32_t>(pack.size()));
    codeglot::seal_pack(pack);
    add_pack(pack);
  }
  return 0;
}
