# Catch2 3: the installed one, else built once from its pinned source archive.
find_package(Catch2 3 QUIET)
if(NOT Catch2_FOUND)
  include(SourceArchive)
  codeglot_source_archive(catch2_archive
    NAME CATCH2
    FILE catch2-3.7.1.tar.gz
    SHA256 c991b247a1a0d7bb9c39aa35faf0fe9e19764213f28ffba3109388e62ee0269c
    URL https://github.com/catchorg/Catch2/archive/refs/tags/v3.7.1.tar.gz
    DEBIAN_SOURCE catch2)
  codeglot_cached_build(catch2_prefix
    NAME CATCH2
    ARCHIVE "${catch2_archive}"
    ARGUMENTS -DCATCH_INSTALL_DOCS=OFF -DCATCH_DEVELOPMENT_BUILD=OFF -DBUILD_TESTING=OFF -DCMAKE_CXX_STANDARD=20)
  find_package(Catch2 3 REQUIRED PATHS "${catch2_prefix}" NO_DEFAULT_PATH)
endif()
include(Catch)
