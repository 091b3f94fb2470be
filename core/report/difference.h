// What a release of a catalog changes for programs and readers, as against an older one.
#ifndef CODEGLOT_REPORT_DIFFERENCE_H
#define CODEGLOT_REPORT_DIFFERENCE_H

#include <optional>
#include <string>
#include <vector>

#include "core/compiler/catalog.h"

namespace codeglot {

struct Change {
  Position position;     // In the new files, in the old ones for what is gone.
  std::string sentence;  // "too-many-roles (135): the argument max is gone"
};

struct TextChange {
  std::string locale;
  std::string name;
  Position position;
  std::optional<std::string> before;  // Nothing if the message is new.
  std::optional<std::string> after;   // Nothing if it is gone.
};

struct Difference {
  /// What a program that was made with the old catalog trips over: a code, a name or an argument that is gone or is another,
  /// a transport that reads a response otherwise, a locale that is gone, a function that the program would have to bring.
  std::vector<Change> breaking;
  std::vector<Change> additions;
  std::vector<Change> others;     // Retired codes, defaults, categories: nothing breaks, but something is seen.
  std::vector<TextChange> texts;  // By locale, then in the order of the codes; not those of added and removed locales.

  bool empty() const { return breaking.empty() && additions.empty() && others.empty() && texts.empty(); }
};

/// Both catalogs are without errors.
Difference difference_of(const Catalog &before, const Catalog &after);

std::string difference_text(const Difference &difference);
std::string difference_json(const Difference &difference);

}  // namespace codeglot
#endif
