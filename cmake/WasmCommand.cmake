# The codeglot command as WebAssembly: how it and all below it are compiled, and the libraries of others that it needs.
# Debian's header-only libraries are shared with the native build, through a folder of links: its /usr/include, which
# has the headers of another C library, must not be seen. pugixml is compiled from its sources.
#
# Exceptions are WebAssembly's own, which Node has had since version 17: through JavaScript every call that may throw
# would be a call out of the module. ICU throws none. The rest is in every engine that has been released since 2021.
set(CODEGLOT_WASM_OPTIONS -O2 -mbulk-memory -msign-ext -mnontrapping-fptoint)
set(CODEGLOT_WASM_EXCEPTIONS -fwasm-exceptions)

set(CODEGLOT_SHARED_HEADERS "${PROJECT_BINARY_DIR}/shared_headers")

# codeglot_header_library(<target> <folder> <header> <Debian's package>): from /usr/include and the like.
function(codeglot_header_library target folder header package)
  find_path(${folder}_HEADERS "${folder}/${header}" PATHS /usr/include /usr/local/include /opt/homebrew/include
            NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${folder}_HEADERS)
    message(FATAL_ERROR "${folder}/${header} is missing: install Debian's package ${package}.")
  endif()
  file(MAKE_DIRECTORY "${CODEGLOT_SHARED_HEADERS}/${folder}")
  file(CREATE_LINK "${${folder}_HEADERS}/${folder}" "${CODEGLOT_SHARED_HEADERS}/${folder}/${folder}" SYMBOLIC)
  add_library(${target} INTERFACE IMPORTED)
  target_include_directories(${target} INTERFACE "${CODEGLOT_SHARED_HEADERS}/${folder}")
endfunction()

codeglot_header_library(nlohmann_json::nlohmann_json nlohmann json.hpp nlohmann-json3-dev)
codeglot_header_library(CLI11::CLI11 CLI CLI.hpp libcli11-dev)

include(SourceArchive)
codeglot_source_archive(pugixml_archive
  NAME PUGIXML
  FILE pugixml-1.13.tar.gz
  SHA256 5c5ad5d7caeb791420408042a7d88c2c6180781bf218feca259fd9d840a888e1
  URL https://github.com/zeux/pugixml/archive/refs/tags/v1.13.tar.gz
  DEBIAN_SOURCE pugixml
  DEBIAN_SUITES bookworm)
set(pugixml_folder "${PROJECT_BINARY_DIR}/pugixml")
file(ARCHIVE_EXTRACT INPUT "${pugixml_archive}" DESTINATION "${pugixml_folder}" PATTERNS "*/src/*")
file(GLOB pugixml_source "${pugixml_folder}/*/src")
add_library(codeglot_pugixml STATIC "${pugixml_source}/pugixml.cpp")
target_include_directories(codeglot_pugixml SYSTEM PUBLIC "${pugixml_source}")
target_compile_options(codeglot_pugixml PRIVATE ${CODEGLOT_WASM_OPTIONS} ${CODEGLOT_WASM_EXCEPTIONS})
add_library(pugixml::pugixml ALIAS codeglot_pugixml)
