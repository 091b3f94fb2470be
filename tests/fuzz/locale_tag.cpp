// Fuzz target: readers' locales, on the project's own packs. Any tag gets a pack; one's own tag, that one.
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "codeglot/codeglot.hpp"
#include "core/compiler/locale_data.h"
#include "target.h"

namespace {

namespace fs = std::filesystem;

cg::Catalog load_catalog() {
  cg::Catalog catalog;
  for (const fs::directory_entry &entry : fs::directory_iterator(CODEGLOT_PACKS)) {
    if (entry.path().extension() != ".cgpk") {
      continue;
    }
    std::ifstream stream(entry.path(), std::ios::binary);
    fuzz::require(catalog.add({std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()}) == CG_OK,
                  "the project's packs can be read");
  }
  return catalog;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes) {
  static const cg::Catalog catalog = load_catalog();
  static const std::vector<std::string> tags = catalog.locales();
  const std::string tag = fuzz::to_string(data, bytes);
  const cg_locale chosen = catalog.choose(tag);
  fuzz::require(chosen >= 0 && static_cast<size_t>(chosen) < tags.size(), "any tag gets a pack");
  for (size_t index = 0; index < tags.size(); ++index) {
    fuzz::require(tags[index] != tag || static_cast<size_t>(chosen) == index, "a pack's own tag gets that pack");
  }
  fuzz::require(!catalog.message(102, tag).empty(), "any tag gets a text");
  if (tag.find('\0') == std::string::npos) {
    const std::string canonical = codeglot::canonical_tag(tag);
    fuzz::require(canonical.empty() || codeglot::canonical_tag(canonical) == canonical,
                  "a canonical tag stays as it is");
    codeglot::parent_locale(canonical);
  }
  return 0;
}
