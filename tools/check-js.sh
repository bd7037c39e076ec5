#!/usr/bin/env bash
# Checks the types of the browser code, and of its tests, with tsc.
set -euo pipefail

has_js() { [[ -d $1 && -n $(find "$1" -name '*.js' -o -name '*.mjs' | head -n 1) ]]; }

if ! command -v npm >/dev/null; then
  echo "!! NOT RUN: the type check of the browser code (tsc), because npm is missing." >&2
  if [[ -n ${CI:-} ]]; then exit 1; fi  # a check that was left out is no pass
  exit 0
fi

stamp=node_modules/installed.stamp
if [[ ! -e $stamp || package-lock.json -nt $stamp ]]; then
  npm ci --silent --ignore-scripts
  touch "$stamp"
fi

if has_js cxui/components/js; then node_modules/.bin/tsc -p tsconfig.json; fi
if has_js tests/js; then node_modules/.bin/tsc -p tests/js/tsconfig.json; fi
