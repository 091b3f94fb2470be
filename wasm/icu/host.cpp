// What ICU and the C library would ask an operating system for. There is none: no clock, no environment, no files, and
// nobody to tell. So the module imports nothing of WASI.
#include <sys/time.h>
#include <time.h>

#include <cstddef>

extern "C" {

int gettimeofday(struct timeval *time, void *) {
  *time = {};
  return 0;
}
time_t time(time_t *time) {
  if (time != nullptr) {
    *time = 0;
  }
  return 0;
}
struct tm *localtime_r(const time_t *, struct tm *fields) {
  *fields = {};
  return fields;
}
char *getenv(const char *) { return nullptr; }
void tzset() {}

// JavaScript looks at the memory's size when it needs to.
void emscripten_notify_memory_growth(size_t) {}
// What the C library calls at its end: a trap is the host's exception.
[[noreturn]] void __wasi_proc_exit(unsigned) { __builtin_trap(); }

}  // extern "C"
