#!/usr/bin/env bash
# Progress: plain lines in a file, one line written over on a terminal, nothing with --quiet.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" run "$tiny" --no-out
for tenth in 10 50 100; do says err "$tenth %"; done
equal "$(grep -c ' % ' err)" 10 "lines of progress"
! grep -q $'\r' err || fail "lines are written over in a file"
gives 0 "$RELCO" run "$tiny" --no-out --quiet
[ ! -s err ] || fail "--quiet is not quiet"

if command -v script >/dev/null; then
  TERM=xterm script -qec "'$RELCO' run '$tiny' --no-out --weeks 520 --replicates 20" seen </dev/null >/dev/null
  grep -q $'\r\x1b\\[K' seen || fail "no line is written over on a terminal"
  TERM=dumb script -qec "'$RELCO' run '$tiny' --no-out" seen </dev/null >/dev/null
  ! grep -q $'\x1b' seen || fail "escape sequences on a dumb terminal"
fi
finish
