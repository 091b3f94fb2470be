// See file_output.h.
#include "core/compiler/file_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace codeglot {
namespace {

std::string failure(const std::string &path, const char *doing) {
  return path + ": cannot be " + doing + ": " + std::strerror(errno);
}

std::string temporary_name(const std::string &path) { return path + ".part-" + std::to_string(getpid()); }

/// Writes a file and flushes it to the disk; removes it again if that fails.
std::string write_flushed(const std::string &path, const std::string &bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) {
    return failure(path, "created");
  }
  size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = write(file, bytes.data() + written, bytes.size() - written);
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count < 0) {
      break;
    }
    written += static_cast<size_t>(count);
  }
  std::string problem;
  if (written < bytes.size() || fsync(file) != 0) {
    problem = failure(path, "written");
  }
  if (close(file) != 0 && problem.empty()) {
    problem = failure(path, "written");
  }
  if (!problem.empty()) {
    unlink(path.c_str());
  }
  return problem;
}

std::optional<std::string> contents(const std::string &path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return file ? std::optional(text.str()) : std::nullopt;
}

/// Puts the temporary file of a path in its place.
std::string replace(const std::string &path) {
  const std::string temporary = temporary_name(path);
  if (std::rename(temporary.c_str(), path.c_str()) == 0) {
    return "";
  }
  std::string problem = failure(path, "replaced");
  unlink(temporary.c_str());
  return problem;
}

}  // namespace

std::string write_file(const std::string &path, const std::string &bytes) {
  const std::string problem = write_flushed(temporary_name(path), bytes);
  return problem.empty() ? replace(path) : problem;
}

std::string write_files_together(const std::map<std::string, std::string> &files) {
  std::string problem;
  std::vector<std::string> staged;
  for (const auto &[path, bytes] : files) {
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
    problem = write_flushed(temporary_name(path), bytes);
    if (!problem.empty()) {
      break;
    }
    staged.push_back(path);
  }
  std::map<std::string, std::optional<std::string>> before;  // Of what is replaced, to put it back.
  for (size_t index = 0; index < staged.size() && problem.empty(); ++index) {
    before[staged[index]] = contents(staged[index]);
    problem = replace(staged[index]);
    if (!problem.empty()) {
      before.erase(staged[index]);
    }
  }
  if (!problem.empty()) {
    for (const std::string &path : staged) {
      unlink(temporary_name(path).c_str());
    }
    for (const auto &[path, bytes] : before) {
      if (bytes) {
        write_file(path, *bytes);
      } else {
        unlink(path.c_str());
      }
    }
  }
  return problem;
}

}  // namespace codeglot
