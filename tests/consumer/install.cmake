# Installs the built project into ${WORK}/prefix, and checks that everything that an installation promises is there.
# On failure: ends with the first thing that is missing.
cmake_minimum_required(VERSION 3.22)
file(REMOVE_RECURSE "${WORK}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILT}" --prefix "${WORK}/prefix" OUTPUT_QUIET
                COMMAND_ERROR_IS_FATAL ANY)

file(GLOB_RECURSE installed RELATIVE "${WORK}/prefix" "${WORK}/prefix/*")
foreach(wanted "include/codeglot/codeglot\\.h" "include/codeglot/codeglot\\.hpp" "include/codeglot/json_response\\.hpp"
               "include/codeglot/limits\\.h" "lib[^/]*/.*libcodeglot\\.a" "lib[^/]*/.*codeglot-config\\.cmake"
               "lib[^/]*/.*codeglot-config-version\\.cmake" "share/codeglot/packs/en\\.cgpk" "bin/codeglot")
  set(found ${installed})
  list(FILTER found INCLUDE REGEX "^${wanted}$")
  if(found STREQUAL "")
    message(FATAL_ERROR "Not installed: ${wanted}\nInstalled:\n  ${installed}")
  endif()
endforeach()

# The installed command finds the packs beside it.
file(GLOB command "${WORK}/prefix/bin/codeglot")
execute_process(COMMAND "${command}" message 135 --locale en --arg max=3
                OUTPUT_VARIABLE text OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
if(NOT text STREQUAL "You can add at most 3 family members.")
  message(FATAL_ERROR "The installed command says \"${text}\".")
endif()
