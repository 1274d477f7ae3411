#!/usr/bin/env bash
# label: slow
# Every relco command that README and the guide show can be typed as it stands.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
ln -s "$SOURCE_DIR/scenarios" scenarios
mkdir bin && ln -s "$RELCO" bin/relco
export PATH=$work/bin:$PATH

commands() {   # FILE: lines "relco ..." of its fenced blocks, comments cut off
  sed -n '/^```/,/^```/{s/ *#.*//;/^relco /p}' "$1"
}

seen=0
for page in "$SOURCE_DIR"/README.md "$SOURCE_DIR"/sim/docs/guide/*.md "$SOURCE_DIR"/scenarios/README.md; do
  [ -f "$page" ] || continue
  while IFS= read -r command; do
    seen=$((seen + 1))
    code=0
    eval "$command" >out 2>err </dev/null || code=$?
    case "$code $command" in
      "0 "* | "1 relco check "*) ;;   # whether claims hold is another test's business
      *) fail "exit code $code: $command ($(basename "$page"))"; tail -n 5 err ;;
    esac
  done < <(commands "$page")
done
[ $seen -gt 0 ] || fail "no command was found, which cannot be"
for script in scenarios/try tests/run; do
  grep -qF "$script" "$SOURCE_DIR/README.md" && [ -x "$SOURCE_DIR/$script" ] || fail "$script"
done
finish "$seen commands can be typed as they stand"
