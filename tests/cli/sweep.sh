#!/usr/bin/env bash
# relco sweep: one cube that xarray opens; killed, stopped, resumed and shared out, the same bytes.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
map=$data/tiny-map.yaml

gives 0 "$RELCO" sweep "$map" --out whole.h5 --threads 1
says out "WHICH CYCLE WINS" "huddles_at" "V virtuous, c contested, x vicious" "bookkeeping" "216 now"
[ "$(awk '{ if (length > n) n = length } END { print n }' out)" -le 100 ] || fail "lines too long"
if "$PYTHON" -c 'import xarray, h5netcdf' 2>/dev/null; then
  "$PYTHON" - <<'PY' || fail "xarray does not see the cube"
import xarray as xr
cube = xr.open_dataset("whole.h5", engine="h5netcdf")
assert dict(cube.sizes) == {"point": 18, "arm": 2, "replicate": 6, "week": 4}, cube.sizes
assert {"support", "huddles_at", "settings"} <= set(cube.coords), cube.coords
assert cube.rc_index.dims == ("point", "arm", "replicate")
assert cube.rc_index_path.dims == ("point", "arm", "replicate", "week")
for variable in cube.variables.values():
    assert variable.attrs.get("units") and variable.attrs.get("long_name"), variable
table = cube.set_index(point=["support", "huddles_at"]).unstack("point")
assert table.rc_index.sel(arm="as_is", support=0.9, huddles_at=1).shape == (6,)
one = cube.isel(point=7, arm=1, replicate=3)
assert abs(float(one.rc_index_path[-1]) - float(one.rc_index)) < 1e-6   # the last 26 weeks
PY
fi

# A point of the cube is the run that its settings make.
gives 0 "$RELCO" run "$tiny" --set horizon=104 --set replicates=6 --no-out --json \
  --set organisations.hospital.leadership.support=0.26 --set changes.meet.dose=0.5 && cp out run.json
gives 0 "$RELCO" sweep "$map" --no-out --json --quiet && cp out map.json
equal "$(json 'd["points"][4]["factors"]' <map.json)" "{'support': 0.26, 'huddles_at': 0.5}"
equal "$(json 'round(d["points"][4]["arms"][1]["outcomes"]["rc_index"]["mean"], 4)' <map.json)" \
  "$(json 'round(d["arms"][1]["outcomes"]["rc_index"]["mean"], 4)' <run.json)" "mean over the same runs"
equal "$(json 'd["cells"]' <map.json)" "{'all': 216, 'found': 0, 'ran': 216}"

# Killed again and again, and gone on with: nothing is lost, nothing is run twice, the same bytes.
kills=0
for _ in $(seq 40); do
  [ -e cut.h5 ] && [ ! -e cut.h5.partial ] && break   # killed in its last moment, all done
  "$RELCO" sweep "$map" --out cut.h5 --resume >out 2>err &
  process=$!
  sleep "0.0$((RANDOM % 9 + 1))"
  kill -KILL $process 2>/dev/null
  wait $process 2>/dev/null
  code=$?
  [ $code = 0 ] && break
  [ $code = 137 ] || { fail "exit code $code after a kill"; cat err; break; }
  kills=$((kills + 1))
done
[ -e cut.h5 ] && [ ! -e cut.h5.partial ] || gives 0 "$RELCO" sweep "$map" --out cut.h5 --resume
same whole.h5 cut.h5
gone cut.h5.partial
[ $kills -gt 0 ] || fail "not killed once"

# A place that is taken is not touched; an unfinished sweep is not mixed up with another.
gives 4 "$RELCO" sweep "$map" --out cut.h5 && says err "cut.h5"
gives 0 "$RELCO" sweep "$map" --out cut.h5 --force --quiet && same whole.h5 cut.h5

# One that is there already is told again, with the exit code that it had.
gives 0 "$RELCO" sweep "$map" --out cut.h5 --resume && says err "nothing is left" && says out "WHICH CYCLE WINS"
same whole.h5 cut.h5

# Shared out: three shards, then put together.
for shard in 3/3 1/3 2/3; do
  gives 0 "$RELCO" sweep "$map" --out parts.h5 --shard $shard && says err "shard $shard is done: 72 runs now"
done
gone parts.h5
there parts.shard-1-of-3.h5.partial
gives 4 "$RELCO" sweep "$map" --out parts.h5 --seed 9 && says err experiment
rm -rf parts.h5.partial
gives 0 "$RELCO" sweep "$map" --out parts.h5 && says out "0 now, 216 found done"
same whole.h5 parts.h5
gone parts.shard-1-of-3.h5.partial
gives 2 "$RELCO" sweep "$map" --shard 4/3 && says err "I/N"

# Mistakes are found before anything runs.
printf 'relco: 1\nscenario: tiny.yaml\nfactors: {a: {path: changes.meet.dose, levels: [1, 70]}, b: {path: x.y, levels: [1]}}\n' >bad.yaml
cp "$tiny" tiny.yaml
gives 2 "$RELCO" sweep bad.yaml && says err "bad.yaml:3:11: changes.meet.dose: is 70" "bad.yaml:3:"
gone bad.h5
gives 2 "$RELCO" validate bad.yaml
gives 0 "$RELCO" validate "$map" && says out "good (18 points, 216 runs)"
gives 2 "$RELCO" run "$map" && says err "relco sweep"
gives 0 "$RELCO" list "$SOURCE_DIR/scenarios" && says out "experiments/payment-by-support.yaml" "experiment with"
gives 0 "$RELCO" schema --experiments && says out '"factors"'
finish "killed $kills times"
