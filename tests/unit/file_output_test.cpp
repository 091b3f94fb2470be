// write_file: a file is whole, new or old, whatever happens, and nothing else is left behind.
#include "core/compiler/file_output.h"

#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "tests/unit/support.h"

using namespace codeglot;
using namespace codeglot::test;

TEST_CASE("A file is written whole, with any bytes, and replaced whole") {
  const TemporaryFolder folder;
  const std::string path = folder.path("pack");
  const std::string bytes = repeat(std::string("\0\xFF\n\r", 4), 300000);
  CHECK(write_file(path, bytes).empty());
  CHECK(read_bytes(path) == bytes);
  CHECK(write_file(path, "short").empty());
  CHECK(read_bytes(path) == "short");
  CHECK(write_file(path, "").empty());
  CHECK(read_bytes(path).empty());
  CHECK(folder.names() == std::vector<std::string>{"pack"});
}

TEST_CASE("A missing folder is a sentence that names the file") {
  const TemporaryFolder folder;
  const std::string problem = write_file(folder.path("missing/pack"), "x");
  CHECK(problem.find("missing/pack") != std::string::npos);
  CHECK(problem.find("No such file or directory") != std::string::npos);
  CHECK(folder.names().empty());
}

TEST_CASE("A path that goes through a file is a sentence, and the file stays") {
  const TemporaryFolder folder;
  const std::string file = folder.write("file", "kept");
  CHECK_FALSE(write_file(file + "/pack", "x").empty());
  CHECK(read_bytes(file) == "kept");
  CHECK(folder.names() == std::vector<std::string>{"file"});
}

TEST_CASE("A target that cannot be replaced stays as it was, and no temporary file is left") {
  const TemporaryFolder folder;
  folder.write("target/inside", "kept");
  const std::string problem = write_file(folder.path("target"), "x");
  CHECK(problem.find("cannot be replaced") != std::string::npos);
  CHECK(read_bytes(folder.path("target/inside")) == "kept");
  CHECK(folder.names() == std::vector<std::string>{"target"});
}

TEST_CASE("A write that the disk refuses keeps the file that is there") {
  REQUIRE(std::filesystem::exists("/dev/full"));
  const TemporaryFolder folder;
  const std::string path = folder.write("pack", "kept");
  // The temporary file's name is known; here it is a device that is always full.
  const std::string temporary = path + ".part-" + std::to_string(getpid());
  std::filesystem::create_symlink("/dev/full", temporary);
  const std::string problem = write_file(path, "x");
  CHECK(problem.find("cannot be written") != std::string::npos);
  CHECK(read_bytes(path) == "kept");
  CHECK(folder.names() == std::vector<std::string>{"pack"});
}

TEST_CASE("Files of a set take their places together") {
  const TemporaryFolder folder;
  const std::string old = folder.write("a", "old");
  FileSet files;
  CHECK(files.add(old, "new").empty());
  CHECK(files.add(folder.path("deep/er/b"), "b").empty());
  CHECK(read_bytes(old) == "old");
  CHECK_FALSE(std::filesystem::exists(folder.path("deep/er/b")));
  CHECK(files.commit().empty());
  CHECK(read_bytes(old) == "new");
  CHECK(read_bytes(folder.path("deep/er/b")) == "b");
  CHECK(folder.names() == std::vector<std::string>{"a", "deep"});
}

TEST_CASE("A set that is not committed leaves nothing behind, but folders that others use") {
  const TemporaryFolder folder;
  folder.write("a", "old");
  {
    FileSet files;
    CHECK(files.add(folder.path("a"), "new").empty());
    CHECK(files.add(folder.path("empty/deep/b"), "b").empty());
    CHECK(files.add(folder.path("used/c"), "c").empty());
    folder.write("used/other", "kept");
    CHECK(folder.names().size() == 4);  // "a", its successor, and two folders.
  }
  CHECK(folder.names() == std::vector<std::string>{"a", "used"});
  CHECK(read_bytes(folder.path("a")) == "old");
  CHECK(read_bytes(folder.path("used/other")) == "kept");
}

TEST_CASE("A set that cannot be written or replaced says which file, and unlinks what it wrote") {
  const TemporaryFolder folder;
  folder.write("file", "in the way");
  folder.write("target/inside", "kept");
  {
    FileSet files;
    CHECK(files.add(folder.path("file/a"), "a").find("file/a") != std::string::npos);
    CHECK(files.add(folder.path("target"), "b").empty());
    const std::string problem = files.commit();
    CHECK(problem.find("target: cannot be replaced") != std::string::npos);
  }
  CHECK(folder.names() == std::vector<std::string>{"file", "target"});
  CHECK(read_bytes(folder.path("target/inside")) == "kept");
}

TEST_CASE("Files are written together or not at all") {
  const TemporaryFolder folder;
  folder.write("b.txt", "old");
  CHECK(write_files_together({{folder.path("a/x.txt"), "A"}, {folder.path("b.txt"), "B"}}).empty());
  CHECK(read_bytes(folder.path("a/x.txt")) == "A");
  CHECK(read_bytes(folder.path("b.txt")) == "B");
  CHECK(write_files_together({}).empty());

  // The last cannot be replaced, as it is a folder with something in it: the ones before are what they were.
  folder.write("z/inside.txt", "");
  const std::string problem = write_files_together(
      {{folder.path("b.txt"), "new"}, {folder.path("new.txt"), "new"}, {folder.path("z"), "new"}});
  CHECK(problem.find(folder.path("z") + ": cannot be replaced") == 0);
  CHECK(read_bytes(folder.path("b.txt")) == "B");
  CHECK(folder.names() == std::vector<std::string>{"a", "b.txt", "z"});

  // A folder that cannot be made: nothing is replaced.
  CHECK_FALSE(write_files_together({{folder.path("b.txt"), "new"}, {folder.path("b.txt/c"), "new"}}).empty());
  CHECK(read_bytes(folder.path("b.txt")) == "B");
}
