#!/usr/bin/env bash
# relco check: what is held, broken and open, for people and for programs.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" check "$data/claims"
says out T1 "The index stays on its scale." "1 held, 0 broken, 0 open"
silent_about out T9

gives 1 "$RELCO" check "$data/broken.yaml"
says out T2 T3 "0 held, 1 broken, 1 open" "nothing can leave the scale"

gives 1 "$RELCO" check "$data/claims" "$data/broken.yaml" --json --quick --threads 1
equal "$(json '[(c["id"], c["held"], c["open"]) for c in d["contracts"]]' <out)" \
  "[('T1', True, False), ('T2', False, False), ('T3', False, True)]"
equal "$(json 'sorted(set("file id says held open value low high band seeds".split()) - d["contracts"][0].keys())' <out)" "[]"
equal "$(json 'd["contracts"][0]["seeds"]' <out)" 6

gives 0 "$RELCO" check "$data/claims/held.yaml" --quick --set learning.goals_solve=0.2
says out learning.goals_solve=0.2
gives 0 "$RELCO" check "$tiny" && says err "nothing to check"

# The same as a page, with what found it.
gives 1 "$RELCO" check "$data/claims" "$data/broken.yaml" --quick --markdown page.md
says page.md "Written by" commit "| T1 | The index stays on its scale. | held |" "**broken**" "nothing can leave the scale"
says page.md "| all | 1 | 1 | 1 | 0 |"
gives 0 "$RELCO" check "$data/claims" --quick --block learning --markdown blocked.md
says blocked.md "Without learning:"
gives 4 "$RELCO" check "$data/claims" --quick --markdown page.md && says err "--force replaces it"
says page.md "**broken**"   # as it was
gives 0 "$RELCO" check "$data/claims" --quick --markdown page.md --force
parameters() { grep -o 'parameters [0-9a-f]*' "$1"; }
[ "$(parameters page.md)" != "$(parameters blocked.md)" ] || fail "a blocked model has the digest of the whole one"

# A mistake in one file is told before any is run.
printf 'relco: 1\ntitle: x\nexpect: [{id: T4}]\n' >mistake.yaml
gives 2 "$RELCO" check "$data/claims" mistake.yaml && says err mistake.yaml:
silent_about err checking
finish
