#!/usr/bin/env bash
# The commands that only tell: describe, params, schema, list, validate.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" describe "$tiny"
says out "Two small organisations" "nurse 4, surgeon 2" "meet: from week 10" "as_is (the control)"
says out "dose 1, fidelity 0.8" voluntary "framing neutral" "intervention: kinds huddles" "hours a week of each person"
# What is shown in full is a scenario that runs the same.
sed '1,/^In full/d' out >full.yaml
gives 0 "$RELCO" run full.yaml --no-out --json --quiet && digest=$(json 'd["digest"]' <out)
gives 0 "$RELCO" run "$tiny" --no-out --json --quiet && equal "$(json 'd["digest"]' <out)" "$digest"
gives 0 "$RELCO" describe "$tiny" --set organisations.hospital.workload=0.77 && says out 0.77

gives 0 "$RELCO" describe && says out "The week, phase by phase" communication rc_index
gives 0 "$RELCO" describe --mean-field && says out "parted at"

gives 0 "$RELCO" params && says out learning.goals_solve
gives 0 "$RELCO" params --json
equal "$(json 'len(d["parameters"]) > 50' <out)" True
equal "$(json 'all(p["min"] <= p["default"] <= p["max"] for p in d["parameters"])' <out)" True
equal "$(json 'max(len(repr(p["default"])) for p in d["parameters"]) < 10' <out)" True "numbers as people wrote them"

gives 0 "$RELCO" schema && equal "$(json '"properties" in d' <out)" True && cp out schema.json
gives 0 "$RELCO" schema --out written.json && same schema.json written.json
gives 4 "$RELCO" schema --out written.json && says err --force
gives 0 "$RELCO" schema --out written.json --force

gives 0 "$RELCO" list "$data" && says out tiny.yaml "Two small organisations" "1 of them open"
silent_about out baseline
gives 0 "$RELCO" list "$SOURCE_DIR/scenarios" --coverage && says out "rows"
gives 0 "$RELCO" list "$data" --json
equal "$(json '[s["open"] for s in d["scenarios"] if s["file"] == "broken.yaml"]' <out)" "[1]"

gives 0 "$RELCO" validate "$tiny" "$data/claims" && says out "tiny.yaml: good"
printf 'relco: 1\ntitle: x\nhorizn: 3\n' >one.yaml
printf 'relco: 1\ntitle: x\nseed: minus\n' >two.yaml
gives 2 "$RELCO" validate one.yaml "$tiny" two.yaml
says err one.yaml:3: horizon two.yaml:3:
says out "tiny.yaml: good"
finish
