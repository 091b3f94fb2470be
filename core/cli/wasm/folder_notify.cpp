// See core/cli/folder_watch.h: WebAssembly has nothing that tells of changes, so it polls.
#include "core/cli/folder_watch.h"
#include "core/cli/wasm/host.h"

namespace codeglot::cli {

FolderWatch::FolderWatch(std::string folder, bool) : folder_(std::move(folder)) { seen_ = look(); }

FolderWatch::~FolderWatch() = default;

void FolderWatch::open() {}

bool FolderWatch::sleep(int milliseconds) const {
  codeglot_host_sleep(milliseconds);
  return false;
}

bool FolderWatch::read_events() { return false; }

FolderWatch::Event FolderWatch::wait(int milliseconds_most) { return wait_held(milliseconds_most); }

}  // namespace codeglot::cli
