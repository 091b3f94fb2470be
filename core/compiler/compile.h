// From a checked catalog to packs.
#ifndef CODEGLOT_COMPILER_COMPILE_H
#define CODEGLOT_COMPILER_COMPILE_H

#include <map>
#include <string>

#include "core/compiler/catalog.h"
#include "core/compiler/inheritance.h"
#include "core/compiler/locale_data.h"
#include "core/compiler/work.h"

namespace codeglot {

using LocaleDataSet = std::map<std::string, LocaleData>;  // by tag

/// What the packs of one catalog have in common. The catalog, of which only codes, transports and the locales' tags are
/// looked at here, must outlive it.
class PackCompiler {
 public:
  explicit PackCompiler(const Catalog &catalog);

  const LocaleData &data(const std::string &tag) const { return data_.at(tag); }

  /// The pack of one of the catalog's files, which is complete as those of its chain are. Empty if `diagnostics` has an
  /// error or gets one: a code that has no text anywhere. Any number of threads. Throws Stopped.
  std::string compile(const LocaleFile &file, const LocaleChain &chain, Diagnostics &diagnostics,
                      Work *work = nullptr) const;

 private:
  const Catalog &catalog_;
  LocaleDataSet data_;
  std::map<std::string, std::string> tables_;  // Of locale choice, by tag.
  std::string transports_;
};

/// One pack for each locale of the catalog, by tag. Empty if the catalog has an error, or a code has no text anywhere.
std::map<std::string, std::string> compile(const Catalog &catalog, Diagnostics &diagnostics);

}  // namespace codeglot
#endif
