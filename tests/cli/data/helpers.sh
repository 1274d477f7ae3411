#!/usr/bin/env bash
# What the tests of the program share. Each test works in a folder of its own, thrown away after.
# shellcheck shell=bash disable=SC2034
: "${RELCO:?the program to test}" "${SOURCE_DIR:?the checkout}"
PYTHON=${PYTHON:-python3}
data=$SOURCE_DIR/tests/cli/data
tiny=$data/tiny.yaml
work=$(mktemp -d)
trap 'cd / && rm -rf "$work"' EXIT
cd "$work" || exit 70
bad=0

fail() { echo "FAILED: $*"; bad=$((bad + 1)); }

# gives CODE COMMAND...: runs it, keeps its output in out and err, and compares its exit code.
gives() {
  local wanted=$1 code=0
  shift
  "$@" >out 2>err </dev/null || code=$?
  [ "$code" = "$wanted" ] && return 0
  fail "exit code $code instead of $wanted: $*"
  sed 's/^/  /' err | tail -n 20
  return 1
}

# says FILE TEXT...: the file has each of the texts.
says() {
  local file=$1 text
  shift
  for text in "$@"; do
    grep -qF -e "$text" "$file" || { fail "$file does not say: $text"; sed 's/^/  /' "$file" | head -n 20; }
  done
}
silent_about() { ! grep -qF -e "$2" "$1" || fail "$1 says: $2"; }
there() { [ -e "$1" ] || fail "$1 is not there"; }
gone() { [ ! -e "$1" ] || fail "$1 is there"; }
same() { cmp -s "$1" "$2" || fail "$1 and $2 differ"; }

# json EXPRESSION <FILE: the value of a Python expression over the document d; empty when it fails.
json() { "$PYTHON" -c 'import json, sys; d = json.load(sys.stdin); print(eval(sys.argv[1]))' "$1" 2>/dev/null; }
equal() { [ "$1" = "$2" ] || fail "'$1' instead of '$2'${3:+ ($3)}"; }

# wait_for FILE TEXT PROCESS: until the file has the text, or the process has ended.
wait_for() {
  until grep -qF -e "$2" "$1" 2>/dev/null; do
    kill -0 "$3" 2>/dev/null || return 1
    sleep 0.02
  done
}

finish() {
  [ $bad = 0 ] || { echo "$bad did not hold"; exit 1; }
  echo "${1:-all held}"
}
