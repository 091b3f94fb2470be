// The ICU engine's face to JavaScript: icu.h, and functions that JavaScript makes known by a number.
#include <cstdlib>

#include "codeglot/icu.h"

extern "C" {

/// The one thing that the module imports: runs the caller's function of this number.
__attribute__((import_module("codeglot"), import_name("call_function"))) void host_call_function(
    uintptr_t number, const cg_function_call *call, cg_function_result *result);

CG_EXPORT cg_status cg_host_add_function(cg_icu *engine, const char *name, size_t name_bytes,
                                         uintptr_t number) noexcept {
  const cg_function run = [](void *context, const cg_function_call *call, cg_function_result *result) {
    host_call_function(reinterpret_cast<uintptr_t>(context), call, result);
  };
  return cg_icu_add_function(engine, {name, name_bytes}, run, reinterpret_cast<void *>(number));
}

/// Memory for what JavaScript gives. CLDR data must begin at a multiple of 16.
CG_EXPORT void *cg_host_allocate(size_t bytes) noexcept { return std::aligned_alloc(16, (bytes + 15) & ~size_t{15}); }
CG_EXPORT void cg_host_free(void *memory) noexcept { std::free(memory); }

}  // extern "C"
