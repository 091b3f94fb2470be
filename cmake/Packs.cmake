# Compiles locales/ to <build>/share/codeglot/packs.
file(GLOB authoring_files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/locales/*.json")  # Data: a new locale needs no edit here.
set(packs "${PROJECT_BINARY_DIR}/share/codeglot/packs")
add_custom_command(
  OUTPUT "${packs}.stamp"
  COMMAND "${CMAKE_COMMAND}" -E rm -rf "${packs}"
  COMMAND codeglot_command compile "${PROJECT_SOURCE_DIR}/locales" --output "${packs}" --manifest
  COMMAND "${CMAKE_COMMAND}" -E touch "${packs}.stamp"
  DEPENDS codeglot_command ${authoring_files}
  COMMENT "Compiling locales/ to packs"
  VERBATIM)
add_custom_target(codeglot_packs ALL DEPENDS "${packs}.stamp")
install(DIRECTORY "${packs}" DESTINATION "${CMAKE_INSTALL_DATADIR}/codeglot")
