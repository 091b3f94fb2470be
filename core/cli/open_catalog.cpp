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
#include "core/compiler/manifest.h"

namespace codeglot::cli {
namespace {

namespace fs = std::filesystem;

/// share/codeglot/packs beside the folder of the command, as it is built and as it is installed.
fs::path installed_packs() {
  std::error_code error;
  const fs::path command = fs::read_symlink("/proc/self/exe", error);
  return command.parent_path().parent_path() / "share" / "codeglot" / "packs";
}

/// The packs of a folder. Of those that are named after their contents only what the manifest names: the others are left
/// from before.
std::vector<fs::path> packs_in(const fs::path &folder) {
  Diagnostics unreadable;  // As good as not there.
  const fs::path manifest = folder / manifest_file;
  const auto text = fs::exists(manifest) ? read_file(manifest.string(), unreadable) : std::nullopt;
  const std::vector<std::string> named = files_of_manifest(text.value_or(""));
  std::vector<fs::path> files;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    const fs::path &path = entry.path();
    const std::string name = path.filename().string();
    if (path.extension() == ".cgpk" &&
        (!is_hashed_file_name(name) || std::find(named.begin(), named.end(), name) != named.end())) {
      files.push_back(path);
    }
  }
  // By tag, as the compiler has them: of two equally near locales the first serves.
  const auto tag = [](const fs::path &file) {
    return is_hashed_file_name(file.filename().string()) ? file.stem().stem() : file.stem();
  };
  std::sort(files.begin(), files.end(),
            [&tag](const fs::path &left, const fs::path &right) { return tag(left) < tag(right); });
  return files;
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
  const std::vector<fs::path> files = packs_in(path);
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
