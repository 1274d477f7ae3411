#!/usr/bin/env bash
# The code is laid out as .clang-format says. To mend: sim/setup/lint.sh --format
set -uo pipefail
exec bash "${SOURCE_DIR:-$(dirname "$0")/../..}/sim/setup/lint.sh" --check-format
