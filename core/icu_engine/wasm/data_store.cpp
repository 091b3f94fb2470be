// See data_store.h. Stands in for ICU's udata.cpp, ucmndata.cpp, umapfile.cpp and udatamem.cpp, which look for data in
// files and in a table of ten packages: here items come from files that were added, as many as there are.
#include "core/icu_engine/data_store.h"

#include <unicode/locid.h>
#include <unicode/uclean.h>
#include <unicode/udata.h>
#include <unicode/ures.h>

#include <cstring>
#include <map>

#include "core/icu_engine/icu_state.h"

// What udata_open gives: an item as it lies in its file. ICU only ever passes it back.
struct UDataMemory {
  const uint8_t *data;
  uint32_t bytes;
};

namespace codeglot {
namespace {

using Items = std::map<std::string_view, UDataMemory, std::less<>>;

// Never destroyed: ICU's handles point into it.
Items &items() {
  static Items *const all = new Items;
  return *all;
}

bool has_bundle(const std::string &name) { return items().count(name + ".res") != 0; }

}  // namespace

void store_data(const DataFile &file) {
  for (const DataFile::Item &item : file.items) {
    // Files of two locales share parents. Cut for different messages, the larger has more of them.
    UDataMemory &kept = items()[item.name];
    if (kept.bytes < item.bytes) {
      kept = {item.data, item.bytes};
    }
  }
  u_cleanup();
  prepare_icu();
}

bool lacks_data(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::string name = icu::Locale::forLanguageTag(tag, status).getBaseName();
  UResourceBundle *index = ures_openDirect(nullptr, "res_index", &status);
  UResourceBundle *known = ures_getByKey(index, "InstalledLocales", nullptr, &status);
  bool lacks = U_FAILURE(status) && !name.empty() && name != "und" && name != "root";
  while (U_SUCCESS(status) && !name.empty()) {
    UErrorCode absent = U_ZERO_ERROR;
    ures_close(ures_getByKey(known, name.c_str(), nullptr, &absent));
    if (U_SUCCESS(absent)) {
      lacks = !has_bundle(name);
      break;
    }
    const size_t end = name.rfind('_');
    name.resize(end == std::string::npos ? 0 : end);
  }
  ures_close(known);
  ures_close(index);
  return lacks;
}

}  // namespace codeglot

// ---- ICU's functions --------------------------------------------------------------------------------------------

namespace {

/// "icudt78l-curr" and "en" and "res" -> "curr/en.res".
std::string item_name(const char *path, const char *type, const char *name) {
  const char *tree = path == nullptr ? nullptr : std::strchr(path, U_TREE_SEPARATOR);
  std::string result = tree == nullptr ? "" : std::string(tree + 1) + '/';
  return result + name + '.' + type;
}

}  // namespace

U_CAPI UDataMemory *U_EXPORT2 udata_openChoice(const char *path, const char *type, const char *name,
                                               UDataMemoryIsAcceptable *is_acceptable, void *context,
                                               UErrorCode *status) {
  if (U_FAILURE(*status)) {
    return nullptr;
  }
  auto &items = codeglot::items();
  const auto found = items.find(item_name(path, type == nullptr ? "" : type, name));
  if (found == items.end()) {
    *status = U_FILE_ACCESS_ERROR;
    return nullptr;
  }
  const auto *info = reinterpret_cast<const UDataInfo *>(found->second.data + 4);
  if (is_acceptable != nullptr && !is_acceptable(context, type, name, info)) {
    *status = U_INVALID_FORMAT_ERROR;
    return nullptr;
  }
  return &found->second;
}

U_CAPI UDataMemory *U_EXPORT2 udata_open(const char *path, const char *type, const char *name, UErrorCode *status) {
  return udata_openChoice(path, type, name, nullptr, nullptr, status);
}

U_CAPI void U_EXPORT2 udata_close(UDataMemory *) {}

U_CAPI const void *U_EXPORT2 udata_getMemory(UDataMemory *memory) {
  return memory == nullptr ? nullptr : memory->data + codeglot::data_layout::bundle_header_bytes;
}

U_CAPI int32_t U_EXPORT2 udata_getLength(const UDataMemory *memory) {
  return memory == nullptr ? -1 : static_cast<int32_t>(memory->bytes - codeglot::data_layout::bundle_header_bytes);
}
