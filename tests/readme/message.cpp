#include <codeglot/codeglot.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

int main() {
  cg::Catalog catalog;
  for (const char *path : {"packs/en.cgpk", "packs/zh-Hant.cgpk"}) {
    std::ifstream file(path, std::ios::binary);
    if (catalog.add({std::istreambuf_iterator<char>(file), {}}) != CG_OK) return 1;
  }

  std::cout << catalog.message(135, "en", {{"max", 3}}) << '\n';  // => You can add at most 3 family members.

  const cg::Resolution unknown = catalog.resolve(999, "zh-TW");
  std::cout << unknown.text << ' ' << unknown.locale << '\n';  // => 未知的代碼：999 zh-Hant

  const cg::Resolution refused = catalog.resolve_response({.transport = "http", .status = 403}, "en");
  std::cout << refused.text << ' ' << refused.code << '\n';  // => Access denied. 3
}
