#!/usr/bin/env bash
# Evidence: looked up, refused when unknown, marked when nobody looked at it, covered or not.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" list --evidence E08 A08 V20 S0-06
says out "Dummit et al. 2016, JAMA 316:1267; seen" "recalled, unverified" "may not be fitted" "Only the family"
gives 0 "$RELCO" list --evidence E08 S3 --json
equal "$(json '[(e["id"], e["status"]) for e in d["evidence"]][:3]' <out)" \
  "[('E08', 'seen'), ('S3', 'founding'), ('S3-01', 'founding')]"
gives 0 "$RELCO" list --evidence --json
equal "$(json 'len(d["evidence"]) > 300 and all(e["text"] for e in d["evidence"])' <out)" True
gives 2 "$RELCO" list --evidence E8 S0-06 Q77 && says err "'E8'; did you mean 'E08'?" "'Q77'"

# An unknown id is a mistake of the file, for validate as for whatever reads it.
cat >unknown.yaml <<END
relco: 1
extends: $tiny
title: Misspelt
covers: [S0-6]
expect:
  - {id: A, evidence: [E8], level: {outcome: rc_index, arm: as_is, band: [1, 5]}}
  - {id: B, level: {outcome: rc_index, arm: as_is, band: [1, 5]}}
END
for command in validate check describe "run --no-out"; do
  # shellcheck disable=SC2086
  gives 2 "$RELCO" $command unknown.yaml
  says err "unknown.yaml:4:10: covers:" "'S0-06'" "unknown.yaml:6:24: expect.A.evidence:" \
    "did you mean 'E08' (Dummit et al. 2016)?" "unknown.yaml:7:5: expect.B: needs 'evidence'"
done

# What was recalled is marked though the file does not say so; its author may mark more.
cat >marked.yaml <<END
relco: 1
extends: $tiny
title: Marked
covers: S0-14
expect:
  - {id: S0-14, says: On its scale., evidence: [A08, A02, A19], unverified: A19, seeds: 2,
     level: {outcome: rc_index, arm: as_is, band: [1, 5]}}
END
gives 0 "$RELCO" check marked.yaml
says out "A08 (RC Analytics; recalled, unverified)" "A02 (RC Collaborative)"
gives 0 "$RELCO" check marked.yaml --json && cp out checked.json
equal "$(json 'd["contracts"][0]["evidence_unverified"]' <out)" "['A08', 'A19']"

gives 0 "$RELCO" list marked.yaml --coverage
says out "1 claim: marked.yaml" "1 of 138 rows" "no claim"
gives 0 "$RELCO" list marked.yaml --results checked.json
says out "S0-14   holds" "1 claim, 1 held" "1 hold, 0 are broken"
gives 0 "$RELCO" list marked.yaml --results checked.json --json
equal "$(json '[(r["row"], r["held"]) for r in d["coverage"] if r["state"] == "holds"]' <out)" "[('S0-14', 1)]"
silent_about out "Not of the model"

# What was checked under other conditions is told as such, and so is what does not say.
gives 0 "$RELCO" check marked.yaml --json --quick --set learning.goals_solve=0.05 --block payment && cp out other.json
equal "$(json 'd["settings"], d["blocked"], d["quick"]' <out)" "(['learning.goals_solve=0.05'], ['payment'], True)"
gives 0 env COLUMNS=400 "$RELCO" list marked.yaml --results other.json
says out "Not of the model as it is" learning.goals_solve=0.05 "without payment" quick
gives 0 "$RELCO" list marked.yaml --results other.json --json
equal "$(json 'd["results"]["plain"]' <out)" False
"$PYTHON" -c 'import json; d = json.load(open("checked.json")); del d["settings"]; json.dump(d, open("bare.json", "w"))'
gives 0 "$RELCO" list marked.yaml --results bare.json && says out "does not say"
"$PYTHON" -c 'import json; d = json.load(open("checked.json")); d["commit"] = "0ld"; json.dump(d, open("old.json", "w"))'
gives 0 "$RELCO" list marked.yaml --results old.json && says out "commit 0ld"
gives 2 "$RELCO" list marked.yaml --results marked.yaml && says err "is not what relco check --json prints"
gives 2 "$RELCO" list marked.yaml --results nowhere.json && says err "there is no such file"
finish
