#!/usr/bin/env bash
# The story of one tie: from a scenario and from the results of its run, in words and as JSON.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
pair=(--tie "nurse 2 of ward" "surgeon 1 of ward")

# In words.
gives 0 "$RELCO" explain "$tiny" "${pair[@]}" --arm huddles
says out "How nurse 2 of ward stands towards surgeon 1 of ward" "at the end of week" "WHO THEY ARE" \
  "HOW STRONG THE TIE IS" "one year before, after week 7" "WHAT MOVED NURSE 2'S TIE" "In the last 26 weeks it" \
  "IN WEEK 59" "THE OTHER DIRECTION" 'THE SAME TIE UNDER "AS IS"' "meet from week 10" "hospital/ward/nurse/2"
equal "$(awk 'length > 100' out | wc -l)" 0 "lines that are too long"
gives 0 "$RELCO" explain "$tiny" --tie nurse surgeon --week 8
says out "The names fit several ties" "This is the control arm." "after week 8"
gives 0 "$RELCO" explain "$tiny" && says out "hospital / ward: nurse 1-4, surgeon 1-2" "families of hip"
gives 0 "$RELCO" explain "$tiny" --tie "nurse 2 of ward" "surgeon 1" --block learning --week 20
says out "not the model as published: block learning" "Nothing moved it."

# As JSON: the terms add up to the last step, in both directions and both arms.
gives 0 "$RELCO" explain "$tiny" "${pair[@]}" --arm huddles --json && cp out scenario.json
equal "$(json 'd["story"]["standing"], d["week"], d["arm"], d["control"], d["seed"]' <scenario.json)" \
  "('alive', 59, 'huddles', 'as_is', 7)"
equal "$(json 'all(t[a]["steps"][c] + sum(x["steps"][c] for x in t[b].values()) == t["now"]["steps"][c]
  for arm in ("story", "in_control") for t in d[arm]["tie"]["directions"] for c in range(3)
  for a, b in (("start", "all_terms"), ("recent_start", "recent_terms")))' <scenario.json)" True "exact sums"
equal "$(json 'len(d["story"]["tie"]["directions"][0]["all_terms"])' <scenario.json)" 13 terms
gives 0 "$RELCO" explain "$tiny" "${pair[@]}" --block blame --json
equal "$(json 'd["story"]["tie"]["directions"][0]["all_terms"]["blame"]["steps"]' <out)" "[0, 0, 0]" "blocked"

# The results of the run tell the same.
gives 0 "$RELCO" run "$tiny" --quiet --out run.h5
for arguments in "--arm huddles" "--replicate 3 --week 30"; do
  # shellcheck disable=SC2086
  gives 0 "$RELCO" explain "$tiny" "${pair[@]}" $arguments --json && cp out from_scenario
  # shellcheck disable=SC2086
  gives 0 "$RELCO" explain run.h5 "${pair[@]}" $arguments --json && same out from_scenario
done
gives 0 "$RELCO" run "$tiny" --quiet --weeks 12 --set learning.goals_solve=0.03 --block blame --out other.h5
gives 0 "$RELCO" explain other.h5 "${pair[@]}"
says out "learning.goals_solve=0.03 and block blame" "at the end of week 11"
gives 2 "$RELCO" explain run.h5 "${pair[@]}" --seed 8 && says err "go with a scenario file"
head -c 4000 run.h5 >cut.h5
gives 4 "$RELCO" explain cut.h5 "${pair[@]}"

if "$PYTHON" -c 'import h5py' 2>/dev/null; then   # results that another model would have made
  "$PYTHON" -c 'import h5py; d = h5py.File("other.h5", "r+")["digest"]; d[0, 0, -1] = d[0, 0, -1] + 1'
  gives 4 "$RELCO" explain other.h5 "${pair[@]}" && says err "this build lives other weeks" "week 11"
  gives 0 "$RELCO" explain other.h5 "${pair[@]}" --week 10
fi

# Families, for as long as their case lives.
gives 0 "$RELCO" explain "$tiny" --tie "family 1 of hip" nurse --json
equal "$(json 'd["who"][0]["family"], d["story"]["tie"]["began"]' <out)" "(True, None)" "a standing case"

cat >short.yaml <<'YAML'
relco: 1
extends: tiny.yaml
pathways:
  - {name: knee, starts_per_week: 1, follow_up_weeks: 3, team: {nurse: 1, surgeon: 1, family: all}}
YAML
cp "$tiny" tiny.yaml
gives 0 "$RELCO" explain short.yaml --tie "family -2.1 of knee" nurse --week 30
says out "that began 2 weeks before the run" "The case ended in week" "and the tie with it"
gives 2 "$RELCO" explain short.yaml --tie "family 12.99 of knee" nurse --week 30
gives 2 "$RELCO" explain short.yaml --tie "family 12.99 of knee" "nurse 2 of ward" --week 30
says err "there was no family 12.99 of knee; open then: family "

# Mistakes: all at once, with the nearest that there is; exit code 2.
gives 2 "$RELCO" explain "$tiny" --tie "nurs 2" "surgeon 9 of ward"
says err "--tie 'nurs 2': there is no role 'nurs'; did you mean 'nurse'?" \
  "--tie 'surgeon 9 of ward': nobody is called that; ward has surgeon 1-2"
gives 2 "$RELCO" explain "$tiny" --tie "nurse 2" surgeon
says err "may be 'home_care/team/nurse/2' or 'hospital/ward/nurse/2'; say which"
gives 2 "$RELCO" explain "$tiny" --tie "nurse 2 of ward" hospital/ward/nurse/2 && says err "the same person"
gives 2 "$RELCO" explain "$tiny" --tie family family && says err "not to each other"
gives 2 "$RELCO" explain "$tiny" --tie "family 7 of hip" nurse
gives 2 "$RELCO" explain "$tiny" "${pair[@]}" --arm huddels --week 60 --replicate 4
says err "did you mean 'huddles'?" "the run has weeks 0 to 59" "there are replicates 0 to 3"
gives 2 "$RELCO" explain "$tiny" --tie nurse
finish
