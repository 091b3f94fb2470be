// Long runs of the command: Ctrl-C and SIGTERM leave the folder of packs as it was, and progress is shown to people only.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "bench/generated_catalog.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

namespace fs = std::filesystem;

/// A run of codeglot compile whose standard error is an open file, which the child gets.
class Run {
 public:
  Run(const std::string &locales, const std::string &packs, int errors) {
    process_ = fork();
    REQUIRE(process_ >= 0);
    if (process_ == 0) {
      const int nowhere = open("/dev/null", O_WRONLY);
      dup2(nowhere, STDOUT_FILENO);
      dup2(errors, STDERR_FILENO);
      execl(CODEGLOT_COMMAND, CODEGLOT_COMMAND, "compile", locales.c_str(), "--output", packs.c_str(), nullptr);
      _exit(127);
    }
  }

  void send(int signal) const { kill(process_, signal); }
  /// Whether it has ended; then `status` is waitpid's.
  bool has_ended(int &status) const { return waitpid(process_, &status, WNOHANG) == process_; }
  int wait() const {
    int status = 0;
    waitpid(process_, &status, 0);
    return status;
  }

 private:
  pid_t process_;
};

bool has_part(const std::string &folder) {
  std::error_code error;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder, error)) {
    if (entry.path().filename().string().find(".part-") != std::string::npos) {
      return true;
    }
  }
  return false;
}

std::map<std::string, std::string> files_in(const std::string &folder) {
  std::map<std::string, std::string> files;
  for (const fs::directory_entry &entry : fs::directory_iterator(folder)) {
    files[entry.path().filename().string()] = read_bytes(entry.path().string());
  }
  return files;
}

class LargeCatalog {
 public:
  LargeCatalog() {
    fs::create_directories(locales());
    generated::write_catalog(locales(), 20000, 8);
    nowhere_ = open("/dev/null", O_WRONLY);
  }
  ~LargeCatalog() { close(nowhere_); }
  LargeCatalog(const LargeCatalog &) = delete;
  LargeCatalog &operator=(const LargeCatalog &) = delete;

  std::string locales() const { return folder_.path("locales"); }
  const TemporaryFolder &folder() const { return folder_; }
  int nowhere() const { return nowhere_; }

 private:
  TemporaryFolder folder_;
  int nowhere_ = -1;
};

}  // namespace

TEST_CASE("A compile that is stopped leaves the packs that were there, and nothing else", "[scale]") {
  const LargeCatalog catalog;
  const std::string packs = catalog.folder().path("packs");
  for (const auto &[tag, pack] : small_packs()) {
    catalog.folder().write("packs/" + tag + ".cgpk", pack);  // Of en and ar, which the catalog has, and of zh-Hant.
  }
  const std::map<std::string, std::string> before = files_in(packs);
  int stopped = 0;
  for (const auto &[signal, milliseconds] : std::initializer_list<std::pair<int, int>>{
           {SIGINT, 0}, {SIGTERM, 0}, {SIGINT, 5}, {SIGTERM, 20}, {SIGINT, 50}, {SIGHUP, 10}}) {
    const Run run(catalog.locales(), packs, catalog.nowhere());
    int status = 0;
    bool ended = false;
    // Not before its first file is being written: its handler is there by then, and there is something to take back.
    while (!ended && !has_part(packs)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      ended = run.has_ended(status);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
    run.send(signal);
    status = ended ? status : run.wait();
    INFO("signal " << signal << " after " << milliseconds << " ms: status " << status);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 130) {
      ++stopped;
      CHECK(files_in(packs) == before);
    } else {
      CHECK(WEXITSTATUS(status) == 0);  // It was done before the signal came.
      CHECK_FALSE(has_part(packs));
      fs::remove_all(packs);
      for (const auto &[name, bytes] : before) {
        catalog.folder().write("packs/" + name, bytes);
      }
    }
  }
  CHECK(stopped >= 3);
}

TEST_CASE("A compile that is stopped leaves no folder that it made; one that is killed, no pack", "[scale]") {
  const LargeCatalog catalog;
  const std::string packs = catalog.folder().path("new/packs");
  for (const int signal : {SIGTERM, SIGKILL}) {
    const Run run(catalog.locales(), packs, catalog.nowhere());
    int status = 0;
    bool ended = false;
    while (!ended && !has_part(packs)) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      ended = run.has_ended(status);
    }
    REQUIRE_FALSE(ended);
    run.send(signal);
    status = run.wait();
    if (signal == SIGTERM) {
      CHECK(WIFEXITED(status));
      CHECK(WEXITSTATUS(status) == 130);
      CHECK(catalog.folder().names() == std::vector<std::string>{"locales"});
    } else {
      REQUIRE(WIFSIGNALED(status));
      for (const auto &[name, bytes] : files_in(packs)) {
        CHECK(name.find(".cgpk.part-") != std::string::npos);
      }
    }
  }
}

TEST_CASE("Progress is a line on a terminal, which is gone in the end; in a file there is none", "[scale]") {
  const LargeCatalog catalog;
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  REQUIRE(terminal >= 0);
  REQUIRE(grantpt(terminal) == 0);
  REQUIRE(unlockpt(terminal) == 0);
  const int child_side = open(ptsname(terminal), O_RDWR | O_NOCTTY);
  REQUIRE(child_side >= 0);
  const Run run(catalog.locales(), catalog.folder().path("packs"), child_side);
  close(child_side);
  std::string shown;
  std::array<char, 4096> buffer{};
  for (ssize_t count = read(terminal, buffer.data(), buffer.size()); count > 0;
       count = read(terminal, buffer.data(), buffer.size())) {
    shown.append(buffer.data(), static_cast<size_t>(count));
  }
  close(terminal);
  CHECK(run.wait() == 0);
  CHECK(shown.find("of 8 locales, ") != std::string::npos);
  CHECK(shown.find('\n') == std::string::npos);
  CHECK(shown.ends_with("\r\x1b[K"));
  const CommandResult piped = run_command({"compile", catalog.locales(), "--output", catalog.folder().path("packs")});
  CHECK(piped.exit_status == 0);
  CHECK(piped.errors.empty());
  CHECK(piped.output.starts_with("8 packs, "));
}
