#!/usr/bin/env bash
# relco bench: the stable fields, and the digest of an ordinary run of the same world.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
cd "$SOURCE_DIR" || exit 70
kept=$work

"$RELCO" bench --people 256 --weeks 6 --json >"$kept/out" || fail "bench fails"
for field in tie_evaluations_per_second pairs_streamed_per_second bytes_per_pair small_runs_per_second; do
  equal "$(json "d['$field'] > 0" <"$kept/out")" True "$field"
done
equal "$(json 'd["limit"]["kind"] in ("memory", "arithmetic") and d["limit"]["value"] > 0 and 0 < d["limit"]["fraction"]' <"$kept/out")" True
equal "$(json '[p["name"] for p in d["phases"]].index("ties") > 0' <"$kept/out")" True
equal "$(json 'd["people"]' <"$kept/out")" 256
"$RELCO" run scenarios/bench/neighbourhoods.yaml --set organisations.neighbourhood.copies=4 --weeks 6 \
  --no-out --json --quiet >"$kept/run" || fail "run fails"
equal "$(json 'd["digest"]' <"$kept/run")" "$(json 'd["digest"]' <"$kept/out")" "digest of run and bench"

# From anywhere: the program finds the world where it was built, or is told where it lies.
cd "$kept" || exit 70
world=$SOURCE_DIR/scenarios/bench/neighbourhoods.yaml
cp "$RELCO" alone
gives 2 ./alone bench --people 256 --weeks 2 && says err "name the file: relco bench FILE"
gives 0 ./alone bench "$world" --people 256 --weeks 6 --json
equal "$(json 'd["digest"]' <out)" "$(json 'd["digest"]' <run)" "digest from elsewhere"
gives 2 ./alone bench nowhere.yaml && says err nowhere.yaml
finish
