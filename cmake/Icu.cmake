# ICU4C 78.3 as imported targets: codeglot_icu (common, i18n and all of CLDR's data, static).
# The same build serves every native preset: it has no sanitizers and is made with the system's compiler, whose ABI clang
# shares. For the command as WebAssembly it is the same ICU, and the data is a file, ${CODEGLOT_ICU_PREFIX}/share/icudt78l.dat.
include(IcuArchive)

set(icu_for_wasm "")
if(EMSCRIPTEN)
  list(JOIN CODEGLOT_WASM_OPTIONS " " icu_options)
  set(icu_for_wasm TOOLCHAIN "${CMAKE_CURRENT_LIST_DIR}/emscripten-toolchain.cmake"
                   ARGUMENTS "-DICU_OPTIONS=-fno-exceptions ${icu_options}")
endif()

codeglot_cached_build(CODEGLOT_ICU_PREFIX
  NAME ICU
  ARCHIVE "${icu_archive}"
  PROJECT "${CMAKE_CURRENT_LIST_DIR}/icu"
  SOURCE_SUBDIRECTORY source
  ${icu_for_wasm})

foreach(library icui18n icuuc icudata)
  add_library(codeglot_${library} STATIC IMPORTED)
  set_target_properties(codeglot_${library} PROPERTIES IMPORTED_LOCATION "${CODEGLOT_ICU_PREFIX}/lib/lib${library}.a")
endforeach()
add_library(codeglot_icu INTERFACE)
target_include_directories(codeglot_icu SYSTEM INTERFACE "${CODEGLOT_ICU_PREFIX}/include")
target_compile_definitions(codeglot_icu INTERFACE U_STATIC_IMPLEMENTATION U_CHARSET_IS_UTF8=1)
target_link_libraries(codeglot_icu INTERFACE codeglot_icui18n codeglot_icuuc codeglot_icudata)
if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  target_link_libraries(codeglot_icu INTERFACE Threads::Threads)
endif()
