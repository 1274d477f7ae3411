#!/usr/bin/env bash
# label: slow
# A hundred kills.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/kill_loop.sh"
kill_loop 100
finish
