// See file_output.h.
#include "core/compiler/file_output.h"

#include <fcntl.h>
#include <sys/stat.h>
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

/// Writes and flushes; what cannot be written is not left behind.
std::string write_through(const std::string &path, const std::string &bytes) {
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

}  // namespace

std::string write_file(const std::string &path, const std::string &bytes) {
  const std::string temporary = temporary_name(path);
  std::string problem = write_through(temporary, bytes);
  if (problem.empty() && std::rename(temporary.c_str(), path.c_str()) != 0) {
    problem = failure(path, "replaced");
    unlink(temporary.c_str());
  }
  return problem;
}

std::string write_files_together(const std::map<std::string, std::string> &files) {
  FileSet set;
  std::map<std::string, std::optional<std::string>> before;  // Of what is replaced, to put it back.
  for (const auto &[path, bytes] : files) {
    if (std::string problem = set.add(path, bytes); !problem.empty()) {
      return problem;
    }
    std::optional<std::string> text = contents(path);
    if (text || !std::filesystem::exists(path)) {  // What cannot be read cannot be put back, nor may it be removed.
      before[path] = std::move(text);
    }
  }
  std::string problem = set.commit();
  if (!problem.empty()) {
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

FileSet::~FileSet() {
  for (const auto &[temporary, path] : temporary_) {
    unlink(temporary.c_str());
  }
  for (auto folder = folders_.rbegin(); folder != folders_.rend(); ++folder) {
    rmdir(folder->c_str());  // One that has something in it stays.
  }
}

std::string FileSet::add(const std::string &path, const std::string &bytes) {
  const std::string temporary = temporary_name(path);
  {
    const std::lock_guard lock(guard_);
    if (std::string problem = make_folders(path); !problem.empty()) {
      return problem;
    }
    temporary_.emplace_back(temporary, path);  // Before it is there: whatever happens meanwhile, it is unlinked.
  }
  std::string problem = write_through(temporary, bytes);
  if (!problem.empty()) {
    const std::lock_guard lock(guard_);
    std::erase(temporary_, std::pair(temporary, path));
  }
  return problem;
}

std::string FileSet::commit() {
  const std::lock_guard lock(guard_);
  for (auto &[temporary, path] : temporary_) {
    if (std::rename(temporary.c_str(), path.c_str()) != 0) {
      return failure(path, "replaced");
    }
    temporary.clear();
  }
  temporary_.clear();
  folders_.clear();
  return "";
}

std::string FileSet::make_folders(const std::string &path) {
  for (size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (mkdir(folder.c_str(), 0777) == 0) {
      folders_.push_back(folder);
    } else if (errno != EEXIST) {
      return failure(folder, "created");  // What is there and is no folder shows when the file is created.
    }
  }
  return "";
}

}  // namespace codeglot
