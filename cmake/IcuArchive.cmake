# The pinned sources of ICU4C, for native and for WebAssembly: icu_archive is their path.
include(SourceArchive)

codeglot_source_archive(icu_archive
  NAME ICU
  FILE icu4c-78.3-sources.tgz
  SHA256 3a2e7a47604ba702f345878308e6fefeca612ee895cf4a5f222e7955fabfe0c0
  URL https://github.com/unicode-org/icu/releases/download/release-78.3/icu4c-78.3-sources.tgz
  DEBIAN_SOURCE icu)
