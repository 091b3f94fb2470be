// See file_output.h.
#include "core/compiler/file_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace codeglot {
namespace {

std::string failure(const std::string &path, const char *doing) {
  return path + ": cannot be " + doing + ": " + std::strerror(errno);
}

}  // namespace

std::string write_file(const std::string &path, const std::string &bytes) {
  const std::string temporary = path + ".part-" + std::to_string(getpid());
  const int file = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) {
    return failure(temporary, "created");
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
    problem = failure(temporary, "written");
  }
  if (close(file) != 0 && problem.empty()) {
    problem = failure(temporary, "written");
  }
  if (problem.empty() && std::rename(temporary.c_str(), path.c_str()) != 0) {
    problem = failure(path, "replaced");
  }
  if (!problem.empty()) {
    unlink(temporary.c_str());
  }
  return problem;
}

}  // namespace codeglot
