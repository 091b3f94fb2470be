// A plain main for a fuzz target, so that builds without libFuzzer compile it and run its corpus.
//   <target> FILE_OR_FOLDER...
// On failure: the target aborts after the file's name was printed; 2 if there is nothing to run.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "target.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(int count, char **arguments) {
  std::vector<fs::path> files;
  for (int index = 1; index < count; ++index) {
    if (!fs::is_directory(arguments[index])) {
      files.emplace_back(arguments[index]);
      continue;
    }
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(arguments[index])) {
      if (entry.is_regular_file()) {
        files.push_back(entry.path());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argument_count, char **arguments) {
  const std::vector<fs::path> files = files_of(argument_count, arguments);
  if (files.empty()) {
    std::cerr << "usage: " << arguments[0] << " FILE_OR_FOLDER...\n";
    return 2;
  }
  for (const fs::path &file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<char> bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) {
      std::cerr << file.string() << " cannot be read\n";
      return 2;
    }
    std::cout << file.filename().string() << std::endl;  // Before the run: if it aborts, this was the file.
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.data()), bytes.size());
  }
  std::cout << files.size() << " inputs run" << std::endl;
  return 0;
}
