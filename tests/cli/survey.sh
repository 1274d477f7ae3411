#!/usr/bin/env bash
# The survey: held in a world, scored from a file, and turned into a scenario that starts from it.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
nine=$data/nine_hospitals.yaml

# Simulated, and scored from its own file: the same numbers, in the bands of the field (A11-A17).
gives 0 "$RELCO" survey simulate "$nine" --week 4 --waves 2 --out a.csv --roster r.csv --json && cp out held.json
equal "$(head -n 1 a.csv)" \
  "respondent,site,group,rated,wave,frequent,timely,accurate,problem_solving,goals,knowledge,respect"
gives 0 "$RELCO" survey score a.csv --roster r.csv --json && cp out scored.json
for number in alpha icc1 icc2 response_rate retest within_between_gap; do
  equal "$(json "round(d['$number'], 9)" <scored.json)" "$(json "round(d['$number'], 9)" <held.json)" $number
done
equal "$(json '0.77 < d["alpha"] < 0.90' <scored.json)" True alpha
equal "$(json '0.67 < d["retest"] < 0.83' <scored.json)" True retest
equal "$(json '0.44 < d["response_rate"] < 0.65' <scored.json)" True response
equal "$(json '0.2 < d["within_between_gap"] < 0.7' <scored.json)" True gap
gives 0 "$RELCO" survey simulate "$nine" --week 4 --mode in_person --json
equal "$(json 'd["response_rate"] > 0.8' <out)" True "handed out in person"
gives 0 "$RELCO" survey simulate "$nine" --week 4 --set survey.response_web=-3 --json
equal "$(json 'd["response_rate"] < 0.15' <out)" True "another parameter"

# Readable in 80 columns.
gives 0 env COLUMNS=80 "$RELCO" survey score a.csv --roster r.csv
says out "Who rates whom" "within groups" "alpha" "ICC(1)" "response"
equal "$(awk 'length > 100' out | wc -l)" 0 "lines that are too long"

# Few respondents: nothing of theirs is shown, in words or numbers.
gives 0 "$RELCO" survey simulate "$tiny" --mode in_person --out small.csv --force --json
gives 0 "$RELCO" survey score small.csv --json
equal "$(json 'sum(g["shown"] for g in d["groups"])' <out)" 0
equal "$(json 'len(d["matrix"])' <out)" 0
gives 0 "$RELCO" survey score small.csv && says out "<5" "fewer than 5 respondents"

# A hand-made export in the wide layout, as a European Excel writes it.
cat >wide.csv <<'CSV'
ID;Rolle;Q1 nurse;Q2 nurse;Q3 nurse;Q4 nurse;Q5 nurse;Q6 nurse;Q7 nurse
1;surgeon;4;4;4;4;3;3;3
2;surgeon;5;5;5;5;4;99;4
CSV
layout=(--column respondent=ID --column group=Rolle --wide "{item} {group}" --missing 99)
n=0
for item in frequent timely accurate problem_solving goals knowledge respect; do
  n=$((n + 1))
  layout+=(--column "$item=Q$n")
done
gives 0 "$RELCO" survey score wide.csv "${layout[@]}" --smallest 1 --json
# (4*4 + 3*3) / 7 = 25/7 and (5*4 + 4*2) / 6 = 28/6
equal "$(json 'round(d["survey_index"]["mean"], 6)' <out)" "$("$PYTHON" -c 'print(round((25/7 + 28/6) / 2, 6))')"
equal "$(json 'd["relationship"]["mean"]' <out)" 3.5

# Mistakes: all at once, by line and column; exit code 2.
sed -i '2s/;4;4;4;4;/;4;7;4;x;/' wide.csv
gives 2 "$RELCO" survey score wide.csv "${layout[@]}"
says err "wide.csv:2:13: Q2 nurse: '7' is no score from 1 to 5" "wide.csv:2:17: Q4 nurse: 'x' is no score"
gives 2 "$RELCO" survey score missing.csv && says err "missing.csv: no such file"
gives 2 "$RELCO" survey score "$tiny" && says err "tiny.yaml"
gives 2 "$RELCO" survey score a.csv --column freqent=Q1 && says err "did you mean 'frequent'"
gives 2 "$RELCO" survey score a.csv --wave 3 && says err "no such wave; there are: 1, 2"
gives 2 "$RELCO" survey simulate "$tiny" --arm hudles && says err "did you mean 'huddles'"
gives 2 "$RELCO" survey simulate "$tiny" --week 61 && says err "ends after 60 weeks"
gives 2 "$RELCO" survey
gives 4 "$RELCO" survey simulate "$nine" --out a.csv && says err --force

# A twin: a scenario that validates, runs, and starts where the survey found the ties.
gives 0 "$RELCO" survey twin --scores a.csv --roster r.csv --out twin.yaml && says out "Next: relco run twin.yaml"
gives 0 "$RELCO" validate twin.yaml
gives 0 "$RELCO" run twin.yaml --replicates 2 --weeks 3 --no-out --json --quiet
equal "$(json 'len(d["arms"])' <out)" 2
gives 0 "$RELCO" survey simulate twin.yaml --week 0 --mode in_person --json && cp out twin.json
equal "$("$PYTHON" - <<'PY'
import json
cells = lambda name: {(c["rater"], c["rated"]): c["index"]["mean"] for c in json.load(open(name))["matrix"]}
a, b = cells("scored.json"), cells("twin.json")
apart = [abs(a[cell] - b[cell]) for cell in a]
print(len(apart) == 25 and set(a) <= set(b) and max(apart) < 0.3 and sum(apart) / len(apart) < 0.12)
PY
)" True "the twin surveyed again"
gives 4 "$RELCO" survey twin --scores a.csv --roster r.csv --out twin.yaml && says err --force
gives 2 "$RELCO" survey twin --scores small.csv --roster r.csv && says err "nobody of the group"
finish
