# codeglot_options(<target>): the compile options of Codeglot's own code. Nothing global, so that a project which adds
# this one as a subdirectory keeps its own.
function(codeglot_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -fvisibility=hidden)
  # GCC 12 sees overlapping copies in std::string's operator+ that are not there (GCC bug 105651).
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  if(EMSCRIPTEN AND CODEGLOT_COMPILER)
    target_compile_options(${target} PRIVATE ${CODEGLOT_WASM_OPTIONS})
  endif()
  if(CODEGLOT_SANITIZE)
    # -O1 -g1: more of either takes two to three times as long to compile, and the tests hardly run faster for it.
    target_compile_options(${target} PRIVATE -fsanitize=${CODEGLOT_SANITIZE} -fno-sanitize-recover=all
                                             -fno-omit-frame-pointer -O1 -g1)
    target_link_options(${target} PRIVATE -fsanitize=${CODEGLOT_SANITIZE})
  endif()
  if(CODEGLOT_FUZZERS)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)  # Tells libFuzzer which branches an input takes.
    target_link_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()
