#!/bin/sh
# debian-source.sh PACKAGE SHA256 TARGET [SUITES]: fetches the upstream tarball of a Debian source package by its checksum,
# from the suites that are not released yet unless others are named.
# Uses a sources list of its own, derived from the machine's configured one, so that the system's lists stay untouched.
set -eu
package=$1
sha256=$2
target=$3
suites=${4:-forky sid}
fail() {
  echo "$1" >&2
  exit 1
}
command -v apt-get >/dev/null 2>&1 || fail "apt-get is not there"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"

# The repository that the machine takes Debian itself from, and the key that it trusts for it.
line=$(apt-get indextargets --format '$(REPO_URI) $(SIGNED_BY)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null |
  grep -v security | sort -u | head -n 1) || true
uri=${line%% *}
key=${line#* }
if [ -z "$uri" ]; then
  uri=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed -n 's/^URIs: *\([^ ]*\).*/\1/p; s/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p' | grep '/debian/\{0,1\}$' | head -n 1) || true
fi
[ -n "$uri" ] || fail "the machine has no Debian repository configured"
[ -n "$key" ] && [ -r "$key" ] || key=/usr/share/keyrings/debian-archive-keyring.gpg

cat > "$work/codeglot.sources" <<END
Types: deb-src
URIs: $uri
Suites: $suites
Components: main
Signed-By: $key
END
# A mirror's lists may be older than their signature allows; the archive is pinned by its own checksum.
apt() {
  apt-get -o Dir::Etc::sourcelist="$work/codeglot.sources" -o Dir::Etc::sourceparts=- \
    -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o Acquire::Retries=2 -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root "$@"
}
apt update -q >"$work/log" 2>&1 || fail "the package lists cannot be fetched: $(grep -m 1 -E '^(Err|E:|W:)' "$work/log" || tail -n 1 "$work/log")"
# Without a network, update only warns.
ls "$work"/lists/*Sources* >/dev/null 2>&1 || fail "the package lists cannot be fetched: $(tail -n 1 "$work/log")"
cd "$work"
apt source --download-only -q "$package" >"$work/log" 2>&1 || fail "the package cannot be fetched: $(tail -n 1 "$work/log")"
for file in "$work"/*.orig.tar.*; do
  if [ "$(sha256sum "$file" | cut -d' ' -f1)" = "$sha256" ]; then
    cp "$file" "$target"
    exit 0
  fi
done
fail "$(basename "$package") is there in another version than the pinned one"
