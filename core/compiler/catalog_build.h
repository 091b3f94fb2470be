// Builds a catalog of any size: reads, checks and compiles its locales side by side and lets go of each as soon as its
// pack is made. Only the locales that answer for others (parents, the default, the source) stay in memory. Findings and
// packs are the same, byte for byte, as read_catalog and compile give, however many threads there are.
#ifndef CODEGLOT_COMPILER_CATALOG_BUILD_H
#define CODEGLOT_COMPILER_CATALOG_BUILD_H

#include <functional>
#include <optional>
#include <string>

#include "core/compiler/catalog.h"
#include "core/compiler/work.h"

namespace codeglot {

struct BuildOptions {
  unsigned threads = 0;  // As run_side_by_side takes them.
  Work *work = nullptr;  // May be null.
  bool pseudo = false;   // The pseudo-locales, too (pseudo_locale.h).
  std::string pseudo_basis{};
};

/// Called once for each locale that could be read, in any order, by several threads at once, and gone with its messages
/// afterwards. `pack` is empty if the catalog is known to have an error. In the catalog only the files of the locale's
/// chain (inheritance.h) are sure to have messages. Findings are about this locale.
using LocaleVisitor =
    std::function<void(const Catalog &catalog, const LocaleFile &file, std::string pack, Diagnostics &diagnostics)>;

/// The number of locales; nothing if there is no usable codes.json. Packs that were made are of use only if `diagnostics`
/// has no error in the end. Throws Stopped, and what `visit` throws.
std::optional<size_t> build_catalog(const std::string &folder, const BuildOptions &options, const LocaleVisitor &visit,
                                    Diagnostics &diagnostics);

}  // namespace codeglot
#endif
