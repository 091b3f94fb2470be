// Fuzz target: files of CLDR data, on the bytes as they are, and with the header mended so that damage past it is reached.
#include <cstdlib>
#include <cstring>

#include "core/icu_engine/data_file.h"
#include "core/pack/checksum.h"
#include "target.h"

namespace {

void write_u32(std::string &file, size_t at, uint32_t value) {
  for (size_t index = 0; index < 4; ++index) {
    file[at + index] = static_cast<char>(value >> (8 * index));
  }
}

/// Reads the bytes at a multiple of 16, in memory that ends where they end so that a read past them is seen.
void read_file(const std::string &file) {
  void *data = nullptr;
  fuzz::require(posix_memalign(&data, 16, file.size()) == 0, "there is memory");
  auto *const place = static_cast<uint8_t *>(data);
  std::memcpy(place, file.data(), file.size());
  codeglot::DataFile read;
  const cg_status status = read.read(place, file.size());
  fuzz::require(
      status == CG_OK || (status > CG_INVALID_CALL && status < CG_PACK_OF_OTHER_CATALOG && read.items.empty()),
      "a file is refused with a status of packs, and leaves no items");
  std::free(data);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  using namespace codeglot::data_layout;
  std::string file = fuzz::to_string(data, bytes);
  read_file(file);
  if (file.size() >= header_bytes) {
    write_u32(file, 0, magic);
    write_u32(file, 4, version);
    write_u32(file, 8, static_cast<uint32_t>(file.size()));
    write_u32(
        file, checksum_at,
        codeglot::checksum(reinterpret_cast<const uint8_t *>(file.data()) + checked_from, file.size() - checked_from));
    read_file(file);
  }
  return 0;
}
