# codeglot_options(<target>): the compile options of Codeglot's own code. Nothing global, so that a project which adds
# this one as a subdirectory keeps its own.
function(codeglot_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -fvisibility=hidden)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
  if(CODEGLOT_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${CODEGLOT_SANITIZE} -fno-sanitize-recover=all
                                             -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${CODEGLOT_SANITIZE})
  endif()
endfunction()
