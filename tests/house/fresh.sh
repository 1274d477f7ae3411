#!/usr/bin/env bash
# Generated documents say what the code says. To mend: relco docs
set -uo pipefail
: "${RELCO:?the program to ask}"
cd "${SOURCE_DIR:-$(dirname "$0")/../..}" || exit 70

if ! "$RELCO" docs --help >/dev/null 2>&1; then
  # Skipped only while the program has no such command; its list of commands is the judge.
  if commands=$("$RELCO" --help) && ! grep -qE '^ +docs( |$)' <<<"$commands"; then
    echo "relco has no command docs yet"
    exit 77
  fi
fi
exec "$RELCO" docs --check
