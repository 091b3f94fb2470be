#!/bin/sh
# bootstrap.sh build|test...: makes sure that the tools of a purpose are there. What is missing is installed from Debian's
# packages when that is possible (root, apt-get), else named, a line a tool. Does nothing, and needs no network, when all
# is there.
set -eu
missing=
lines=

# need FOUND PACKAGE WHAT: notes a package unless FOUND is "yes".
need() {
  if [ "$1" != yes ]; then
    missing="$missing $2"
    lines="$lines
  $3: install Debian's package $2"
  fi
}
command_exists() { command -v "$1" >/dev/null 2>&1 && echo yes || echo no; }
any_file() {
  for file in "$@"; do
    if [ -e "$file" ]; then
      echo yes
      return
    fi
  done
  echo no
}

look() {
  missing=
  lines=
  for purpose in "$@"; do
    case $purpose in
      build)
        need "$(command_exists cmake)" cmake "cmake, the build system"
        need "$(command_exists ninja)" ninja-build "ninja, which runs the builds"
        need "$(command_exists c++)" g++ "c++, a C++20 compiler"
        need "$(any_file /usr/include/nlohmann/json.hpp /usr/local/include/nlohmann/json.hpp /opt/homebrew/include/nlohmann/json.hpp)" \
          nlohmann-json3-dev "nlohmann_json, the JSON library"
        need "$(any_file /usr/include/CLI/CLI.hpp /usr/local/include/CLI/CLI.hpp /opt/homebrew/include/CLI/CLI.hpp)" \
          libcli11-dev "CLI11, the library for command lines"
        need "$(any_file /usr/include/pugixml.hpp /usr/local/include/pugixml.hpp /opt/homebrew/include/pugixml.hpp)" \
          libpugixml-dev "pugixml, the XML library"
        need "$(command_exists emcc)" emscripten "emcc, the WebAssembly compiler"
        need "$(command_exists node)" nodejs "node, the JavaScript runtime"
        need "$(command_exists npm)" npm "npm, the JavaScript package manager"
        ;;
      test)
        need "$(command_exists clang++)" clang "clang++, the compiler of the fuzz targets"
        need "$(any_file /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-* /usr/lib/clang/*/lib/linux/libclang_rt.fuzzer-*)" \
          libclang-rt-14-dev "libFuzzer, clang's runtime for fuzzing"
        need "$(command_exists xmllint)" libxml2-utils "xmllint, which validates XLIFF and reads the generated tables"
        need "$(any_file /usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-2.0.xsd)" \
          php-symfony-translation "the schemas of XLIFF by OASIS"
        need "$(command_exists msgfmt)" gettext "msgfmt, which checks PO files"
        need "$(any_file /usr/lib/python3/dist-packages/translate/storage/xliff.py)" \
          python3-translate "Translate Toolkit, which reads what codeglot export writes"
        need "$(command_exists javac)" default-jdk-headless "javac, for the generated constants of Java"
        need "$(command_exists kotlinc)" kotlin "kotlinc, for the generated constants of Kotlin"
        need "$(command_exists chromium)" chromium "chromium, a browser of the browser tests"
        need "$(command_exists firefox-esr)" firefox-esr "firefox-esr, the other browser of the browser tests"
        ;;
    esac
  done
}

look "$@"
if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing$missing"
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # The package lists of a machine that has installed before are good enough; fetch them only when they are not.
  # shellcheck disable=SC2086
  apt-get install -y -q --no-install-recommends $missing >"$log" 2>&1 ||
    { apt-get update -q >>"$log" 2>&1 && apt-get install -y -q --no-install-recommends $missing >>"$log" 2>&1; } ||
    { echo "The packages could not be installed:" >&2 && grep -E '^E:' "$log" >&2; }
  rm -f "$log"
  look "$@"
fi
if [ -n "$missing" ]; then
  echo "These tools are missing:$lines" >&2
  exit 1
fi
