// codeglot_bench_scale COMMAND FOLDER CODES LOCALES: generates a catalog (generated_catalog.h) in a new folder, lets the
// codeglot command check it, compile it, and show one message of the packs, which opens all of them; prints the seconds
// and the largest memory of each as JSON. Exit status 1 if the command fails.
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "bench/generated_catalog.h"

namespace {

namespace fs = std::filesystem;

struct Run {
  double seconds = 0;
  double processor_seconds = 0;
  long peak_kilobytes = 0;
};

/// Runs a command, its output to nowhere; throws std::runtime_error if it cannot be run, or fails.
Run run(const std::vector<std::string> &words) {
  std::vector<char *> arguments;
  for (const std::string &word : words) {
    arguments.push_back(const_cast<char *>(word.c_str()));
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  // A catalog of this size has some ten thousand warnings, more than who measures would read or hold.
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const auto start = std::chrono::steady_clock::now();
  pid_t process = 0;
  const int problem = posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  rusage usage{};
  if (problem != 0 || wait4(process, &status, 0, &usage) != process || status != 0) {
    throw std::runtime_error(words[0] + " " + words[1] + " fails");
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const auto to_seconds = [](const timeval &time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds.count(), to_seconds(usage.ru_utime) + to_seconds(usage.ru_stime), usage.ru_maxrss};
}

void print(const char *name, const Run &run, bool last = false) {
  std::cout << '"' << name << "\": {\"seconds\": " << run.seconds << ", \"processorSeconds\": " << run.processor_seconds
            << ", \"peakKilobytes\": " << run.peak_kilobytes << '}' << (last ? "" : ", ");
}

size_t bytes_of(const fs::path &folder) {
  size_t bytes = 0;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    bytes += entry.is_regular_file() ? entry.file_size() : 0;
  }
  return bytes;
}

}  // namespace

int main(int argument_count, char **arguments) {
  const unsigned long codes = argument_count == 5 ? std::strtoul(arguments[3], nullptr, 10) : 0;
  const unsigned long locales = argument_count == 5 ? std::strtoul(arguments[4], nullptr, 10) : 0;
  if (codes == 0 || locales == 0 || locales > codeglot::generated::locales_most) {
    std::cerr << "usage: codeglot_bench_scale COMMAND FOLDER CODES LOCALES (1 to " << codeglot::generated::locales_most
              << " locales)\n";
    return 2;
  }
  try {
    const std::string command = arguments[1];
    const std::string folder = std::string(arguments[2]) + "/locales";
    const std::string packs = std::string(arguments[2]) + "/packs";
    fs::create_directories(folder);
    codeglot::generated::write_catalog(folder, codes, locales);
    const Run check = run({command, "check", folder});
    const Run compile = run({command, "compile", folder, "--output", packs});
    const Run open = run({command, "message", std::to_string(codes), "--packs", packs});
    std::cout << "{\"codes\": " << codes << ", \"locales\": " << locales << ", \"authoringBytes\": " << bytes_of(folder)
              << ", \"packBytes\": " << bytes_of(packs) << ", ";
    print("check", check);
    print("compile", compile);
    print("open", open, true);
    std::cout << "}\n";
  } catch (const std::exception &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
