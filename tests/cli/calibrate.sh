#!/usr/bin/env bash
# relco calibrate: fits to what says fit, reports what says test, killed and gone on with the same bytes.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
ward=$data/known-truth.yaml
fit=("$ward" --parameters communication.timely_base,communication.accurate_base --reach 0.2
  --evaluations 140 --replicates 2 --quiet)

gives 0 "$RELCO" calibrate "${fit[@]}" --out whole.txt --threads 1
says out "2 parameters fitted to 6 claims" "communication.timely_base" "THAT WERE FITTED TO" \
  "THAT NOTHING WAS FITTED TO" "pinned down" "gain"
says whole.txt "communication.timely_base=" "communication.accurate_base="
says whole.md "| \`communication.timely_base\` |" "| gain | test |" "90 % interval"
gone whole.txt.partial

usual() { "$RELCO" params --json | json "next(p['default'] for p in d['parameters'] if p['path'] == '$1')"; }
# What was fitted can be used: by a file, and set by hand over it.
gives 0 "$RELCO" run "$tiny" --weeks 20 --parameters whole.txt --no-out --json --quiet && cp out file.json
settings=()
while IFS= read -r line; do settings+=(--set "$line"); done < <(grep = whole.txt | grep -v '^#')
gives 0 "$RELCO" run "$tiny" --weeks 20 "${settings[@]}" --no-out --json --quiet
same out file.json
gives 0 "$RELCO" run "$tiny" --weeks 20 --parameters whole.txt --set "communication.timely_base=$(usual communication.timely_base)" \
  --set "communication.accurate_base=$(usual communication.accurate_base)" --no-out --json --quiet && cp out over.json
gives 0 "$RELCO" run "$tiny" --weeks 20 --no-out --json --quiet
equal "$(json 'd["digest"]' <over.json)" "$(json 'd["digest"]' <out)" "set by hand wins over the file"
gives 2 "$RELCO" run "$tiny" --parameters "$ward" && says err "known-truth.yaml:4: a line is written path=value"
gives 2 "$RELCO" run "$tiny" --parameters nowhere && says err "nowhere: cannot be read"

# Killed again and again: every evaluation is kept, and the same files come out.
kills=0
for _ in $(seq 60); do
  [ -e cut.md ] && [ ! -e cut.txt.partial ] && break   # killed in its last moment, all done
  "$RELCO" calibrate "${fit[@]}" --out cut.txt --resume >out 2>err &
  process=$!
  # A fit takes less than a tenth of a second on a fast machine, and more than one on a slow one.
  [ $kills -lt 12 ] && sleep "0.0$((RANDOM % 6 + 2))" || sleep "0.$((RANDOM % 4 + 1))"
  kill -KILL $process 2>/dev/null
  wait $process 2>/dev/null
  code=$?
  [ $code = 0 ] && break
  [ $code = 137 ] || { fail "exit code $code after a kill"; cat err; break; }
  kills=$((kills + 1))
done
[ -e cut.md ] && [ ! -e cut.txt.partial ] || gives 0 "$RELCO" calibrate "${fit[@]}" --out cut.txt --resume
same whole.txt cut.txt
same whole.md cut.md
[ $kills -gt 0 ] || fail "not killed once"
gives 4 "$RELCO" calibrate "${fit[@]}" --out cut.txt && says err "cut.md"
gives 0 "$RELCO" calibrate "${fit[@]}" --out cut.txt --force && same whole.txt cut.txt

# Mistakes.
gives 2 "$RELCO" calibrate "$ward" --parameters learning.smoth && says err "did you mean 'learning.smooth'?"
gives 2 "$RELCO" calibrate "$tiny" --parameters learning.smooth && says err "use: fit"
gives 2 "$RELCO" calibrate "$ward" --reach 7
finish "killed $kills times"
