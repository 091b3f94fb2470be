// Prints the message of code 135 from the pack that is named on the command line.
#include <codeglot/codeglot.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argument_count, char **arguments) {
  std::ifstream file(argument_count == 2 ? arguments[1] : "", std::ios::binary);
  cg::Catalog catalog;
  const cg_status status = catalog.add({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  if (status != CG_OK) {
    std::cerr << cg_status_text(status) << '\n';
    return 1;
  }
  std::cout << catalog.message(135, "zh-CN", {{"max", 8}}) << '\n';
  return 0;
}
