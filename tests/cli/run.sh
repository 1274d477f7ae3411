#!/usr/bin/env bash
# relco run: stable JSON, the results file, what is always told.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

# The text, and where the results go by themselves.
gives 0 "$RELCO" run "$tiny"
says out "seed     7" "digest   " "results  tiny.h5" "time     " VERDICT
there tiny.h5
gone tiny.h5.partial
cp tiny.h5 first.h5

# Nothing is overwritten, and that is found out before running.
gives 4 "$RELCO" run "$tiny" --weeks 5000 --replicates 100000 && says err tiny.h5 --force
same tiny.h5 first.h5
gives 0 "$RELCO" run "$tiny" --force --threads 1 --quiet
same tiny.h5 first.h5

# JSON: the stable fields.
gives 0 "$RELCO" run "$tiny" --json --no-out --seed 11 --weeks 30 --replicates 6
gone tiny.yaml.h5
equal "$(json 'd["seed"], d["weeks"], d["replicates"]' <out)" "(11, 30, 6)"
equal "$(json 'sorted(set("scenario seed digest software arms scopes".split()) - d.keys())' <out)" "[]"
equal "$(json '[a["name"] for a in d["arms"]]' <out)" "['as_is', 'huddles']"
equal "$(json 'sorted(d["arms"][1]["regimes"])' <out)" "['contested', 'vicious', 'virtuous']"
equal "$(json 'sorted(set("p low high".split()) - d["arms"][0]["regimes"]["vicious"].keys())' <out)" "[]"
equal "$(json 'sorted(set("mean sd low high unit".split()) - d["arms"][0]["outcomes"]["rc_index"].keys())' <out)" "[]"
equal "$(json 'sorted(set("difference low high relative".split()) - d["arms"][1]["paired"]["rc_index"].keys())' <out)" "[]"
equal "$(json 'sorted(set("name share".split()) - d["arms"][1]["loops"][0].keys())' <out)" "[]"
says err "seed     11" "digest   " "not kept"

# The same bits with any number of threads; other luck with another seed.
digest=$(json 'd["digest"]' <out)
for threads in 1 2 5; do
  gives 0 "$RELCO" run "$tiny" --json --no-out --quiet --seed 11 --weeks 30 --replicates 6 --threads $threads
  equal "$(json 'd["digest"]' <out)" "$digest" "$threads threads"
  [ ! -s err ] || fail "--json --quiet is not quiet"
done
gives 0 "$RELCO" run "$tiny" --json --no-out --seed 12 --weeks 30 --replicates 6
[ "$(json 'd["digest"]' <out)" != "$digest" ] || fail "another seed gives the same digest"

# A changed model parameter is told first; a changed fact is no model parameter.
gives 0 "$RELCO" run "$tiny" --no-out --quiet --weeks 30 --set learning.goals_solve=0.2
head -n 2 out >top
says top "not the model" learning.goals_solve=0.2
gives 0 "$RELCO" run "$tiny" --no-out --quiet --weeks 30 --set organisations.hospital.workload=0.5
says out "With organisations.hospital.workload=0.5."
silent_about out "not the model"
finish
