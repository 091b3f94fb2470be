// See inheritance.h.
#include "core/compiler/inheritance.h"

#include <unicode/locid.h>

#include <algorithm>
#include <optional>

#include "core/compiler/message_check.h"
#include "core/compiler/message_shape.h"

namespace codeglot {
namespace {

icu::Locale maximized(const std::string &tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.addLikelySubtags(status);
  return locale;
}

bool same_language_and_script(const std::string &left, const std::string &right) {
  const icu::Locale first = maximized(left);
  const icu::Locale second = maximized(right);
  return std::string(first.getLanguage()) == second.getLanguage() &&
         std::string(first.getScript()) == second.getScript();
}

/// The file of a tag, or the one whose likely subtags are the tag's.
const LocaleFile *file_for(const Catalog &catalog, const std::string &tag) {
  if (const LocaleFile *file = catalog.locale(tag)) {
    return file;
  }
  const icu::Locale wanted = maximized(tag);
  const auto found = std::find_if(catalog.locales.begin(), catalog.locales.end(),
                                  [&](const LocaleFile &file) { return maximized(file.tag) == wanted; });
  return found == catalog.locales.end() ? nullptr : &*found;
}

/// "…/es.json:3:5"
std::string place(const Position &position) {
  return position.file + ':' + std::to_string(position.line) + ':' + std::to_string(position.column);
}

class Heir {
 public:
  Heir(const Catalog &catalog, const LocaleChain &chain, const LocaleData &locale, LocaleFile &file,
       Diagnostics &diagnostics)
      : catalog_(catalog), chain_(chain), locale_(locale), file_(file), diagnostics_(diagnostics) {}

  void inherit(const std::string &name, const std::vector<Parameter> &parameters) {
    if (file_.find(name) != nullptr) {
      return;
    }
    const LocaleFile *parent = inherited_from(chain_, name);
    if (parent == nullptr) {
      return;
    }
    const LocaleMessage &theirs = *parent->find(name);
    CheckedMessage checked = check_message(theirs.source, theirs.syntax, parameters, locale_, catalog_.functions,
                                           &proved_);
    if (!checked.tree || !checked.missing_categories.empty()) {
      const std::string why = checked.tree             ? "the plural lacks " + checked.missing_categories
                              : checked.errors.empty() ? "it is not valid there"
                                                       : checked.errors.front().message;
      diagnostics_.add(Rule::plural_missing_category, {file_.path, 0, 0},
                       "\"" + name + "\" stays in " + parent->tag + " (" + place(theirs.position) + "): in " +
                           file_.tag + " " + why + "; write the message here",
                       name);
      return;
    }
    LocaleMessage own{theirs.source, theirs.syntax, std::move(checked.tree), theirs.position, {}};
    for (const MessageProblem &reason : own.tree->reasons) {
      // The parent's place of the same reason, which is inside the message; else the message's.
      const auto same = std::find_if(theirs.reasons.begin(), theirs.reasons.end(),
                                     [&](const EngineReason &known) { return known.message == reason.message; });
      own.reasons.push_back({same == theirs.reasons.end() ? theirs.position : same->position, reason.message});
    }
    file_.inherited.emplace(name, std::move(own));
  }

 private:
  const Catalog &catalog_;
  const LocaleChain &chain_;
  const LocaleData &locale_;
  LocaleFile &file_;
  Diagnostics &diagnostics_;
  ProvedShapes proved_;
};

}  // namespace

LocaleChain locale_chain(const Catalog &catalog, const std::string &tag) {
  LocaleChain chain;
  const LocaleFile *const own = catalog.locale(tag);
  const auto add = [&](const LocaleFile *file, bool parent) {
    const auto has = [file](const std::vector<const LocaleFile *> &files) {
      return std::find(files.begin(), files.end(), file) != files.end();
    };
    if (file != nullptr && file != own && !has(chain.parents) && !has(chain.others)) {
      (parent && same_language_and_script(file->tag, tag) ? chain.parents : chain.others).push_back(file);
    }
  };
  // A pseudo-locale disguises what its basis inherits, too: whoever has what that lacks answers as itself.
  const bool pseudo = own != nullptr && !own->basis.empty();
  if (pseudo) {
    add(catalog.locale(own->basis), false);
  }
  for (std::string ancestor = parent_locale(pseudo ? own->basis : tag); !ancestor.empty();
       ancestor = parent_locale(ancestor)) {
    add(file_for(catalog, ancestor), !pseudo);
  }
  add(catalog.locale(catalog.default_locale), false);
  add(catalog.locale(catalog.source_locale), false);
  return chain;
}

const LocaleFile *inherited_from(const LocaleChain &chain, const std::string &name) {
  const auto found = std::find_if(chain.parents.begin(), chain.parents.end(), [&name](const LocaleFile *file) {
    const LocaleMessage *message = file->find(name);
    return message != nullptr && message->tree;
  });
  return found == chain.parents.end() ? nullptr : *found;
}

void inherit_messages(const Catalog &catalog, const LocaleChain &chain, const LocaleData &locale, LocaleFile &file,
                      Diagnostics &diagnostics, Work *work) {
  if (chain.parents.empty()) {
    return;
  }
  Heir heir(catalog, chain, locale, file, diagnostics);
  for (const CodeEntry &entry : catalog.codes) {
    if (work != nullptr) {
      work->check();
    }
    if (!entry.retired) {
      heir.inherit(entry.name, entry.parameters);
    }
  }
  for (const char *name : {unknown_code_member, unreadable_response_member}) {
    heir.inherit(name, parameters_of_member(catalog, name));
  }
}

}  // namespace codeglot
