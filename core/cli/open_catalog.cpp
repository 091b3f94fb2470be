// Finds and opens the catalog that a command speaks for.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <mutex>

#include "core/cli/commands.h"
#include "core/compiler/catalog_build.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

/// share/codeglot/packs beside the folder of the command, as it is built and as it is installed.
fs::path installed_packs() {
  std::error_code error;
  const fs::path command = fs::read_symlink("/proc/self/exe", error);
  return command.parent_path().parent_path() / "share" / "codeglot" / "packs";
}

std::optional<cg::Catalog> compile_folder(const std::string &folder) {
  Diagnostics diagnostics;
  std::map<std::string, std::string> packs;
  std::mutex guard;
  build_catalog(
      folder, {},
      [&](const Catalog &, const LocaleFile &file, std::string pack, Diagnostics &) {
        const std::lock_guard lock(guard);
        packs.emplace(file.tag, std::move(pack));
      },
      diagnostics);
  if (diagnostics.has_errors()) {
    std::cerr << diagnostics.text();
    return std::nullopt;
  }
  cg::Catalog catalog;
  for (auto &[tag, pack] : packs) {
    catalog.add(std::move(pack));
  }
  return catalog;
}

}  // namespace

std::optional<cg::Catalog> open_catalog(const std::string &folder) {
  const char *variable = std::getenv("CODEGLOT_PACKS");
  const fs::path path = !folder.empty()       ? fs::path(folder)
                        : variable != nullptr ? fs::path(variable)
                                              : installed_packs();
  if (!fs::is_directory(path)) {
    complain(path.string() + " is no folder of packs: name one with --packs, or make one with codeglot compile");
    return std::nullopt;
  }
  if (fs::exists(path / "codes.json")) {
    return compile_folder(path.string());
  }
  std::vector<fs::path> files;
  for (const fs::directory_entry &entry : fs::directory_iterator(path)) {
    if (entry.path().extension() == ".cgpk") {
      files.push_back(entry.path());
    }
  }
  // By tag, as the compiler has them: of two equally near locales the first serves.
  std::sort(files.begin(), files.end(),
            [](const fs::path &left, const fs::path &right) { return left.stem() < right.stem(); });
  cg::Catalog catalog;
  for (const fs::path &file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::string pack{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (const cg_status status = catalog.add(std::move(pack)); status != CG_OK) {
      complain(file.string() + ": " + cg_status_text(status));
      return std::nullopt;
    }
  }
  if (files.empty()) {
    complain(path.string() + " holds no packs (*.cgpk): make them with codeglot compile");
    return std::nullopt;
  }
  return catalog;
}

}  // namespace codeglot::cli
