#!/usr/bin/env bash
# relco docs: what is written is fresh, what is changed by hand is stale.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" docs --write reference
for page in vocabulary.md parameters.md outcomes.md state.md command-line.md scenario.schema.json; do
  [ -s "reference/$page" ] || fail "$page is missing or empty"
done
says reference/parameters.md learning.goals_solve
says reference/command-line.md "## relco run" --checkpoint-every
says reference/outcomes.md rc_between smooth_work
gives 0 "$RELCO" docs --check --write reference
echo more >>reference/outcomes.md
rm reference/state.md
gives 1 "$RELCO" docs --check --write reference
says out "outcomes.md: stale" "state.md: missing"
finish
