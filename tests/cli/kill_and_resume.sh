#!/usr/bin/env bash
# Killed five times without warning, the run still ends with the bytes it would have had.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/kill_loop.sh"
kill_loop 5
finish
