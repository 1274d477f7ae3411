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

# RC-mini has the same fields, and comes to what other tools come to.
gives 0 "$RELCO" bench --kernel rc-mini --people 6400 --json
for field in tie_evaluations tie_evaluations_per_second tie_evaluations_per_processor_second pairs_streamed_per_second bytes_per_pair; do
  equal "$(json "d['$field'] > 0" <out)" True "$field of rc-mini"
done
equal "$(json '[abs(d["means"][m] - x) < 0.005 for m, x in (("goals", .496), ("knowledge", .671), ("respect", .345), ("quality", .655))]' <out)" "[True, True, True, True]"
equal "$(json 'd["limit"]["kind"] in ("memory", "arithmetic"), d["weeks"], d["cases"]' <out)" "(True, 100, 3200)"
mini=$(json 'd["digest"]' <out)
RELCO_VECTORS=baseline gives 0 "$RELCO" bench --kernel rc-mini --people 6400 --threads 3 --json
equal "$(json 'd["digest"]' <out)" "$mini" "digest of rc-mini at the baseline"
gives 0 "$RELCO" bench --kernel rc-mini --people 64 --weeks 1 && says out "RC-mini: 64 people" "limits of this machine"
gives 2 "$RELCO" bench "$world" --kernel rc-mini && says err "leave the scenario out"

# Growth of worlds that are small enough for a test; targets are not for tests, but what they refuse is.
gives 0 "$RELCO" bench --growth --people 10000 --weeks 2 --json
equal "$(json '[w["people"] for w in d["worlds"]], all(w["processor_ns_per_tie_week"] > 0 and w["bytes_per_person"] > 0 for w in d["worlds"])' <out)" "([960, 9984], True)"
equal "$(json '0.5 < d["slopes"]["genesis"] < 1.5' <out)" True "slope of genesis"
gives 0 "$RELCO" bench --growth --people 1000 --weeks 2 && says out "slopes on people" "dearest tie-week"
gives 2 "$RELCO" bench --growth --targets && says err "--growth"
gives 2 "$RELCO" bench "$world" --targets && says err "leave the scenario out"
finish
