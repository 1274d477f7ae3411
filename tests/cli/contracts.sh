#!/usr/bin/env bash
# label: slow
# The scenarios that come with relco hold what they claim; and it is the ties that make them hold: with
# ties frozen where they start, most claims break, though many are nulls that ties have no part in.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
cd "$SOURCE_DIR" || exit 70
kept=$work

"$RELCO" check scenarios --quiet --json >"$kept/all" || fail "a claim is broken that is not marked open"
equal "$(json 'len([c for c in d["contracts"] if c["held"]]) >= 0.75 * len(d["contracts"])' <"$kept/all")" True \
  "three quarters are held"
equal "$(json 'all(c["evidence"] for c in d["contracts"])' <"$kept/all")" True "every band cites evidence"
equal "$(json 'all(c["reason"] for c in d["contracts"] if c["open"])' <"$kept/all")" True "what is open says why"

"$RELCO" check scenarios --quiet --json --block learning >"$kept/frozen"
equal "$(json 'len([c for c in d["contracts"] if not c["held"]]) >= 0.6 * len(d["contracts"])' <"$kept/frozen")" True \
  "six in ten break with frozen ties"
finish
