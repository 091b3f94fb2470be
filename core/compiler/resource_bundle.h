// Resource bundles of ICU as trees: read from ICU's own data, which this process carries, and written anew.
// What is read is trusted: it was linked into this very program.
#ifndef CODEGLOT_COMPILER_RESOURCE_BUNDLE_H
#define CODEGLOT_COMPILER_RESOURCE_BUNDLE_H

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace codeglot {

struct Resource {
  enum class Kind : uint8_t { string, alias, binary, integer, vector, table, array };

  Resource();  // Apart: clang wants a complete type for the list of members here.

  Kind kind = Kind::table;
  std::u16string text;                                    // string, alias.
  std::string bytes;                                      // binary.
  uint32_t integer = 0;                                   // 28 bits, as ICU has them.
  std::vector<uint32_t> words;                            // vector.
  std::vector<std::pair<std::string, Resource>> members;  // table: by key, in ASCII's order; array: without keys.

  /// A table's member; null if it has none of this key.
  const Resource *find(const std::string &key) const;
};

struct ResourceBundle {
  Resource root;              // A table.
  bool stands_alone = false;  // No locale's: it has no parents.
};

/// A bundle of ICU's data: "root", "curr/de". Nothing if there is none of this name.
std::optional<ResourceBundle> read_bundle(const std::string &name);

/// ICU's header and resource format 2 without a pool bundle, as core/icu_engine/data_file.h wants it. The same tree gives
/// the same bytes. Throws std::length_error for a string that the format has no room for.
std::string write_bundle(const ResourceBundle &bundle);

}  // namespace codeglot
#endif
