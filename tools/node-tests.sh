#!/usr/bin/env bash
# Runs the tests of the browser code that need no browser.
set -euo pipefail

mapfile -t tests < <(grep -rlE "node:test" tests/js --include='*.js' --include='*.mjs' 2>/dev/null | sort)
((${#tests[@]})) || exit 0

if ! command -v node >/dev/null; then
  echo "!! NOT RUN: ${#tests[@]} test files of the browser code, because node is missing." >&2
  exit 0
fi
# files, not the folder: newer Nodes take a folder for a module
node --test "${tests[@]}"
