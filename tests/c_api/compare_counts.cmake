# Runs the C++ and the C runner and requires of each that it passed every case that the vector files hold.
#   cmake -DCPP=… -DC=… -DFLAT=… -DPACKS=… -DVECTORS=… -P compare_counts.cmake
cmake_minimum_required(VERSION 3.22)

set(cases 0)
file(GLOB files "${VECTORS}/*.json")
foreach(file IN LISTS files)
  file(READ "${file}" text)
  string(JSON count LENGTH "${text}" cases)
  math(EXPR cases "${cases} + ${count}")
endforeach()

file(GLOB pack_files "${PACKS}/*.cgpk")
execute_process(COMMAND "${CPP}" "${PACKS}" "${VECTORS}" OUTPUT_VARIABLE cpp OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND "${C}" "${FLAT}" ${pack_files} OUTPUT_VARIABLE c OUTPUT_STRIP_TRAILING_WHITESPACE)
message(STATUS "cases in the files: ${cases}\n   C++  ${cpp}\n   C11  ${c}")
set(wanted "vectors: ${cases} passed, 0 failed")
if(cases EQUAL 0 OR NOT cpp STREQUAL wanted OR NOT c STREQUAL wanted)
  message(FATAL_ERROR "Each runner must print \"${wanted}\".")
endif()
