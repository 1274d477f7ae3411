#!/usr/bin/env bash
# label: slow
# A model without one of its assumptions is noticed: each mutation breaks claims that hold in the whole
# model, among them one of the pattern that the assumption is there for.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
patterns=$SOURCE_DIR/scenarios/patterns

# mutation | scenario | pattern
table='negativity two-basins V13
workload cumbria V16
direct_incentives bundled-joint-replacement V20
direct_incentives co-financing V19
contact_conditions meeting-across V23
contact_conditions meeting-across S4-11
contact_conditions survey-feedback V18
labour_stance union-stance V21
fidelity pharmacists V15
fidelity initiative-overload V09
attention cumbria V16
status heart-failure-unit V03
anchors joint-replacement-sites V03'

held() {   # ids of the claims that hold
  json '" ".join(c["id"] for c in d["contracts"] if c["held"])' <"$1"
}

claims() { json 'len(d["contracts"])' <"$1"; }

while read -r mutation scenario pattern; do
  [ -e "whole-$scenario" ] ||
    "$RELCO" check "$patterns/$scenario.yaml" --quick --quiet --json >"whole-$scenario"
  "$RELCO" check "$patterns/$scenario.yaml" --quick --quiet --json --block "$mutation" >mutated
  [ $? -le 1 ] || fail "$mutation: the check does not run"
  equal "$(claims mutated)" "$(claims "whole-$scenario")" "claims checked in $scenario"
  broken=
  for id in $(held "whole-$scenario"); do
    case " $(held mutated) " in *" $id "*) ;; *) broken="$broken $id" ;; esac
  done
  printf '%-20s %-28s breaks%s\n' "$mutation" "$scenario" "${broken:- nothing}"
  case "$broken" in *" $pattern"*) ;; *) fail "$mutation is not noticed by $pattern" ;; esac
done <<<"$table"
finish
