#!/usr/bin/env bash
# relco docs: what is written is fresh, what is changed by hand is stale.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" docs --write reference
for page in vocabulary.md parameters.md outcomes.md state.md schedule.md equations.md symbols.md draws.md command-line.md scenario.schema.json; do
  [ -s "reference/$page" ] || fail "$page is missing or empty"
done
says reference/parameters.md learning.goals_solve
says reference/command-line.md "## relco run" --checkpoint-every
says reference/equations.md "### L7" learning.h "p.anchor_rate"
says reference/symbols.md learning.anchor_rate "equations.md#l7"
says reference/schedule.md environment "equations.md#payment"
says reference/draws.md team_choice
says reference/outcomes.md rc_between smooth_work
gives 0 "$RELCO" docs --check --write reference
echo more >>reference/outcomes.md
rm reference/state.md
gives 1 "$RELCO" docs --check --write reference
says out "outcomes.md: stale" "state.md: missing"
finish
