# Configures, builds and runs one consumer project against ${WORK}/prefix or, as a subdirectory, against the sources.
# On failure: ends with the output of the step that failed.
cmake_minimum_required(VERSION 3.22)
cmake_path(GET CONSUMER FILENAME name)
set(build "${WORK}/${name}")

set(sanitize "")
if(SANITIZE)
  set(sanitize "-fsanitize=${SANITIZE}")  # An instrumented library wants an instrumented program.
endif()
function(run what)
  execute_process(COMMAND ${ARGN} OUTPUT_VARIABLE output ERROR_VARIABLE output RESULT_VARIABLE failed)
  if(failed)
    message(FATAL_ERROR "${name} cannot be ${what}:\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

run(configured "${CMAKE_COMMAND}" -S "${CONSUMER}" -B "${build}" -G "${CMAKE_GENERATOR_NAME}"
    "-DCMAKE_BUILD_TYPE=${BUILD_TYPE}" "-DCMAKE_C_COMPILER=${C_COMPILER}" "-DCMAKE_CXX_COMPILER=${CXX_COMPILER}"
    "-DCMAKE_C_FLAGS=${sanitize}" "-DCMAKE_CXX_FLAGS=${sanitize}" "-DCMAKE_PREFIX_PATH=${WORK}/prefix" "-DCODEGLOT_SOURCE=${PROJECT}")
run(built "${CMAKE_COMMAND}" --build "${build}")
run(run "${build}/consumer" "${WORK}/prefix/share/codeglot/packs/zh-Hans.cgpk")
string(STRIP "${output}" output)
if(NOT output STREQUAL "家庭成员最多不能超过8人")
  message(FATAL_ERROR "${name} prints \"${output}\".")
endif()
message(STATUS "${name}: ${output}")
