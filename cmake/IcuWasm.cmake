# ICU4C 78.3 for WebAssembly as an imported target: codeglot_icu (common and i18n, cut, static, bitcode, without data).
include(IcuArchive)
include(icu_wasm/options)

codeglot_cached_build(CODEGLOT_ICU_PREFIX
  NAME ICU
  ARCHIVE "${icu_archive}"
  PROJECT "${CMAKE_CURRENT_LIST_DIR}/icu_wasm"
  SOURCE_SUBDIRECTORY source
  TOOLCHAIN "${CMAKE_CURRENT_LIST_DIR}/emscripten-toolchain.cmake")

foreach(library icui18n icuuc)
  add_library(codeglot_${library} STATIC IMPORTED)
  set_target_properties(codeglot_${library} PROPERTIES IMPORTED_LOCATION "${CODEGLOT_ICU_PREFIX}/lib/lib${library}.a")
endforeach()
add_library(codeglot_icu INTERFACE)
target_include_directories(codeglot_icu SYSTEM INTERFACE "${CODEGLOT_ICU_PREFIX}/include")
target_compile_definitions(codeglot_icu INTERFACE U_STATIC_IMPLEMENTATION U_CHARSET_IS_UTF8=1 UCONFIG_USE_LOCAL)
target_compile_options(codeglot_icu INTERFACE ${CODEGLOT_ICU_WASM_OPTIONS})
target_link_libraries(codeglot_icu INTERFACE codeglot_icui18n codeglot_icuuc)
