// See catalog_build.h. Three rounds, each over locales side by side: files that answer for others are read; they take over
// what they inherit, for which their parents must have been read; then every locale is compiled, and read before if it
// was not. Within a round a locale changes nothing but its own file.
#include "core/compiler/catalog_build.h"

#include <atomic>
#include <utility>
#include <vector>

#include "core/compiler/catalog_reader.h"
#include "core/compiler/compile.h"
#include "core/compiler/pseudo_locale.h"
#include "core/compiler/side_by_side.h"

namespace codeglot {
namespace {

class CatalogBuild {
 public:
  CatalogBuild(Catalog &catalog, const BuildOptions &options, const LocaleVisitor &visit, bool has_errors)
      : catalog_(catalog),
        work_(options.work),
        visit_(visit),
        threads_(options.threads),
        has_errors_(has_errors),
        compiler_(catalog),
        locales_(catalog.locales.size()) {
    for (size_t index = 0; index < locales_.size(); ++index) {
      locales_[index].chain = locale_chain(catalog_, catalog_.locales[index].tag);
    }
    for (const Locale &locale : locales_) {
      for (const auto &files : {locale.chain.parents, locale.chain.others}) {
        for (const LocaleFile *file : files) {
          locales_[static_cast<size_t>(file - catalog_.locales.data())].answers_for_others = true;
        }
      }
    }
  }

  void run() {
    std::vector<size_t> answering;
    for (size_t index = 0; index < locales_.size(); ++index) {
      if (locales_[index].answers_for_others) {
        answering.push_back(index);
      }
    }
    run_side_by_side(answering.size(), threads_, [&](size_t index) { load(answering[index]); });
    run_side_by_side(answering.size(), threads_, [&](size_t index) { complete(answering[index]); });
    run_side_by_side(locales_.size(), threads_, [&](size_t index) {
      if (!locales_[index].answers_for_others) {
        load(index);
        complete(index);
      }
      compile(index);
    });
  }

  /// Of all locales in the order of their tags, whichever was done first.
  void report(Diagnostics &diagnostics) {
    for (Locale &locale : locales_) {
      diagnostics.append(std::move(locale.diagnostics));
    }
    if (!diagnostics
             .has_errors()) {  // What a pack lacks may be what was in error, and is not known of all locales then.
      for (Locale &locale : locales_) {
        diagnostics.append(std::move(locale.of_pack));
      }
    }
  }

 private:
  struct Locale {
    LocaleChain chain;
    Diagnostics diagnostics;
    Diagnostics of_pack;
    bool answers_for_others = false;
    bool readable = false;
  };

  void load(size_t index) {
    LocaleFile &file = catalog_.locales[index];
    Locale &locale = locales_[index];
    locale.readable = !file.basis.empty() ||  // A pseudo-locale has no file of its own.
                      load_locale(catalog_, compiler_.data(file.tag), file, locale.diagnostics, work_);
    note_errors(locale);
  }

  void complete(size_t index) {
    LocaleFile &file = catalog_.locales[index];
    Locale &locale = locales_[index];
    if (!file.basis.empty()) {
      disguise_locale(catalog_, compiler_.data(file.tag), file, locale.diagnostics, work_);
      note_errors(locale);
    } else if (locale.readable) {
      complete_locale(catalog_, locale.chain, compiler_.data(file.tag), file, locale.diagnostics, work_);
      note_errors(locale);
    }
  }

  void compile(size_t index) {
    LocaleFile &file = catalog_.locales[index];
    Locale &locale = locales_[index];
    if (locale.readable) {
      std::string pack = has_errors_ ? "" : compiler_.compile(file, locale.chain, locale.of_pack, work_);
      visit_(catalog_, file, std::move(pack), locale.diagnostics);
      note_errors(locale);
    }
    if (!locale.answers_for_others) {
      file.messages.clear();
      file.inherited.clear();
    }
    if (work_ != nullptr) {
      ++work_->locales_done;
    }
  }

  void note_errors(const Locale &locale) {
    if (locale.diagnostics.has_errors()) {
      has_errors_ = true;
    }
  }

  Catalog &catalog_;
  Work *work_;
  const LocaleVisitor &visit_;
  unsigned threads_;
  std::atomic<bool> has_errors_;
  PackCompiler compiler_;
  std::vector<Locale> locales_;
};

}  // namespace

std::optional<size_t> build_catalog(const std::string &folder, const BuildOptions &options, const LocaleVisitor &visit,
                                    Diagnostics &diagnostics) {
  std::optional<Catalog> catalog = list_catalog(folder, diagnostics);
  if (!catalog) {
    return std::nullopt;
  }
  if (options.pseudo && !diagnostics.has_errors()) {
    list_pseudo_locales(*catalog, options.pseudo_basis, diagnostics);
  }
  if (options.work != nullptr) {
    options.work->locales = catalog->locales.size();
  }
  CatalogBuild build(*catalog, options, visit, diagnostics.has_errors());
  build.run();
  build.report(diagnostics);
  return catalog->locales.size();
}

}  // namespace codeglot
