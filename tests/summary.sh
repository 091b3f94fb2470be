#!/bin/sh
# summary.sh FOLDER: the closing lines of every runner that make test has run, from the logs that it kept.
set -eu
echo
echo "== What the runners said"
for log in "$1"/*.log; do
  name=$(basename "$log" .log)
  grep -E '^(# (tests|pass|fail|skipped) [0-9]+|[0-9]+% tests passed, .*| *(# )?(vectors|readme|sizes|differential): .*|.*([Nn]ot run|NOT RUN): .*|.*\*\*\*Skipped.*)$' "$log" |
    sed "s/^/$(printf '%-10s' "$name") /"
done
# The lines that a machine reads, last and alone.
cat "$1"/*.log | grep -E '^[0-9]+% tests passed, ' || true
