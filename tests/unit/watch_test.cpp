// codeglot watch as it is used: started, files edited as editors do, errors, a signal. Every wait has a deadline, and ends
// as soon as what it waits for is there.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <functional>
#include <thread>

#include "core/compiler/manifest.h"
#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

bool comes_true(const std::function<bool()> &condition) {
  const auto deadline = std::chrono::steady_clock::now() + 20s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) {
      return false;
    }
    std::this_thread::sleep_for(10ms);
  }
  return true;
}

/// A running codeglot watch, and what it has said so far.
class Watch {
 public:
  Watch(const TemporaryFolder &folder, std::vector<std::string> options)
      : output_path_(folder.write("output", "")), errors_path_(folder.write("errors", "")) {
    options.insert(options.begin(), {CODEGLOT_COMMAND, "watch", folder.path("locales"), "-o", folder.path("packs")});
    std::vector<char *> words;
    for (std::string &word : options) {
      words.push_back(word.data());
    }
    words.push_back(nullptr);
    process_ = fork();
    if (process_ == 0) {
      dup2(open(output_path_.c_str(), O_WRONLY | O_APPEND), 1);
      dup2(open(errors_path_.c_str(), O_WRONLY | O_APPEND), 2);
      execv(words[0], words.data());
      _exit(127);
    }
  }
  ~Watch() {
    if (process_ > 0) {
      kill(process_, SIGKILL);
      waitpid(process_, nullptr, 0);
    }
  }
  Watch(const Watch &) = delete;
  Watch &operator=(const Watch &) = delete;

  std::string output() const { return read_bytes(output_path_); }
  std::string errors() const { return read_bytes(errors_path_); }
  bool says(const std::string &text) const {
    return comes_true([&] { return output().find(text) != std::string::npos; });
  }
  bool complains(const std::string &text) const {
    return comes_true([&] { return errors().find(text) != std::string::npos; });
  }
  /// The exit status after a signal; -1 if it does not end, or not by itself.
  int end(int signal) {
    kill(process_, signal);
    int status = 0;
    const bool ended = comes_true([&] { return waitpid(process_, &status, WNOHANG) == process_; });
    process_ = ended ? -1 : process_;
    return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  std::string output_path_;
  std::string errors_path_;
  pid_t process_ = -1;
};

Files catalog(const std::string &text) {
  return {{"codes.json", codes_json(R"({"code": 1, "name": "a"})")},
          {"en.json", R"({"$unknown-code": "?", "$unreadable-response": "!", "a": ")" + text + "\"}"},
          {"de.json", R"({"$unknown-code": "?", "$unreadable-response": "!", "a": "Wort"})"}};
}

void write(const TemporaryFolder &folder, const Files &files) {
  for (const auto &[name, text] : files) {
    folder.write("locales/" + name, text);
  }
}

std::string message(const TemporaryFolder &folder, const std::string &locale) {
  return run_command({"message", "1", "--packs", folder.path("packs"), "-l", locale}).output;
}

void drive(const std::vector<std::string> &options) {
  const TemporaryFolder folder;
  write(folder, catalog("first"));
  Watch watch(folder, options);
  REQUIRE(watch.says("2 packs in " + folder.path("packs") + ": wrote de.cgpk, en.cgpk"));
  CHECK(message(folder, "en") == "first\n");
  const auto german_time = fs::last_write_time(folder.path("packs/de.cgpk"));

  // An edit in place writes the one pack that it changes.
  folder.write("locales/en.json", catalog("second").at("en.json"));
  REQUIRE(watch.says(": wrote en.cgpk"));
  CHECK(message(folder, "en") == "second\n");
  CHECK(fs::last_write_time(folder.path("packs/de.cgpk")) == german_time);

  // An error is told with its place, and the packs stay.
  folder.write("locales/en.json", R"({"a": "{n, plural, one{x}"})");
  REQUIRE(watch.complains("en.json:1:8: error: "));
  REQUIRE(watch.complains("stays as it was until the next change"));
  CHECK(message(folder, "en") == "second\n");

  // Mended by an editor that renames a new file over the old one.
  folder.write("locales/en.json.new", catalog("third").at("en.json"));
  fs::rename(folder.path("locales/en.json.new"), folder.path("locales/en.json"));
  REQUIRE(comes_true([&] { return message(folder, "en") == "third\n"; }));

  // A locale comes and goes, and its pack with it.
  folder.write("locales/fr.json", R"({"$unknown-code": "?", "$unreadable-response": "!", "a": "mot"})");
  REQUIRE(watch.says(": wrote "));
  REQUIRE(comes_true([&] { return fs::exists(folder.path("packs/fr.cgpk")); }));
  fs::remove(folder.path("locales/fr.json"));
  REQUIRE(watch.says("removed fr.cgpk"));
  CHECK_FALSE(fs::exists(folder.path("packs/fr.cgpk")));

  // Nothing half written is left beside the packs.
  for (const auto &entry : fs::directory_iterator(folder.path("packs"))) {
    CHECK(entry.path().extension() == ".cgpk");
  }
  CHECK(watch.end(SIGINT) == 0);
}

}  // namespace

TEST_CASE("codeglot watch compiles at each change, survives errors, and ends by Ctrl-C") {
  SECTION("told by the system") { drive({}); }
  SECTION("looking at the files' times") { drive({"--poll"}); }
}

TEST_CASE("codeglot watch keeps the manifest and packs that are named after their contents in step") {
  const TemporaryFolder folder;
  write(folder, catalog("first"));
  const auto packs = [&folder] {
    std::vector<std::string> names;
    for (const auto &entry : fs::directory_iterator(folder.path("packs"))) {
      if (entry.path().extension() == ".cgpk") {
        names.push_back(entry.path().filename().string());
      }
    }
    std::sort(names.begin(), names.end());
    return names;
  };
  const auto named = [&folder] { return files_of_manifest(read_bytes(folder.path("packs/manifest.json"))); };
  const auto in_step = [&] { return packs() == named(); };
  {
    Watch watch(folder, {"--manifest", "--hashed"});
    REQUIRE(watch.says("2 packs"));
    REQUIRE(in_step());
    const std::vector<std::string> first = packs();
    REQUIRE(first.size() == 2);
    folder.write("packs/own.cgpk", "x");  // Not of codeglot watch, which leaves it alone.
    folder.write("locales/en.json", catalog("second").at("en.json"));
    REQUIRE(watch.says("removed en."));
    CHECK(fs::exists(folder.path("packs/own.cgpk")));
    fs::remove(folder.path("packs/own.cgpk"));
    CHECK(in_step());
    CHECK(named()[0] == first[0]);  // German is as it was.
    CHECK(named()[1] != first[1]);
    CHECK(message(folder, "en") == "second\n");
    CHECK(watch.end(SIGINT) == 0);
  }
  // What changes while nobody watches is put in step by the next run.
  folder.write("locales/en.json", catalog("third").at("en.json"));
  Watch watch(folder, {"--manifest", "--hashed"});
  REQUIRE(watch.says("removed en."));
  CHECK(in_step());
  CHECK(message(folder, "en") == "third\n");
  CHECK(watch.end(SIGINT) == 0);
}

TEST_CASE("codeglot watch starts on files with errors, and ends by SIGTERM") {
  const TemporaryFolder folder;
  write(folder, catalog("first"));
  folder.write("locales/codes.json", "{");
  Watch watch(folder, {});
  REQUIRE(watch.complains("codes.json:1:2: error"));
  CHECK_FALSE(fs::exists(folder.path("packs")));
  write(folder, catalog("first"));
  REQUIRE(comes_true([&] { return fs::exists(folder.path("packs/en.cgpk")); }));
  CHECK(watch.end(SIGTERM) == 0);
}

TEST_CASE("codeglot watch waits for a folder that went, and takes what is not an authoring file for nothing") {
  const TemporaryFolder folder;
  write(folder, catalog("first"));
  Watch watch(folder, {"--pseudo"});
  REQUIRE(watch.says("4 packs"));
  const std::string before = watch.output();
  folder.write("locales/.#en.json", "x");
  folder.write("locales/en.json~", "x");
  std::this_thread::sleep_for(300ms);
  CHECK(watch.output() == before);
  fs::remove_all(folder.path("locales"));
  REQUIRE(watch.complains("cannot be read"));
  write(folder, catalog("second"));
  REQUIRE(comes_true([&] { return message(folder, "en-XA") == "[šéçöñđ ö]\n"; }));
  CHECK(watch.end(SIGINT) == 0);
}

TEST_CASE("Many changes in a row are compiled together") {
  const TemporaryFolder folder;
  write(folder, catalog("first"));
  Watch watch(folder, {});
  REQUIRE(watch.says("2 packs"));
  for (int change = 0; change < 40; ++change) {
    folder.write("locales/en.json", catalog(std::to_string(change)).at("en.json"));
  }
  REQUIRE(comes_true([&] { return message(folder, "en") == "39\n"; }));
  const std::string output = watch.output();
  CHECK(std::count(output.begin(), output.end(), '\n') < 10);
  CHECK(watch.end(SIGINT) == 0);
}
