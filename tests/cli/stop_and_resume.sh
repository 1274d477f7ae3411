#!/usr/bin/env bash
# Ctrl-C and SIGTERM: the first keeps everything, the second ends at once; resuming changes no byte.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
size=(--weeks 260 --replicates 30)

start() {   # in the background, with what is said in file err
  rm -f err
  "$RELCO" run "$tiny" "${size[@]}" "$@" >out 2>err &
  process=$!
  wait_for err "10 %" $process || fail "ended before it could be stopped"
}
ended() { wait $process; equal $? "$1" "$2"; }

gives 0 "$RELCO" run "$tiny" "${size[@]}" --out whole.h5

for signal in TERM INT; do
  rm -rf cut.h5*
  start --out cut.h5
  kill -$signal $process
  ended 75 "after SIG$signal"
  says err "stopping after the week in hand" "To go on:" "--out cut.h5 --resume"
  there cut.h5.partial
  gone cut.h5
  gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume --threads 1
  says err "runs are done"
  same whole.h5 cut.h5
  gone cut.h5.partial
done

# The command that is printed works.
rm -rf cut.h5*
start --out cut.h5
kill -TERM $process
ended 75 "stopped"
eval "$(sed -n '/To go on:/{n;p;}' err)" >/dev/null 2>&1 || fail "the command to go on fails"
same whole.h5 cut.h5

# An unfinished run is neither overlooked nor mixed up with another.
rm -rf cut.h5*
start --out cut.h5
kill -TERM $process
ended 75 "stopped"
gives 4 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 && says err --resume --force
gives 4 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume --seed 8 && says err seed 7 8
gives 4 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume --set learning.goals_solve=0.2
says err parameters
gives 4 "$RELCO" run "$tiny" --weeks 400 --replicates 30 --out cut.h5 --resume && says err weeks
there cut.h5.partial
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --force
same whole.h5 cut.h5
gone cut.h5.partial

# Resuming nothing starts from the beginning; without results nothing can be resumed.
rm -rf cut.h5*
gives 0 "$RELCO" run "$tiny" --out cut.h5 --resume && says err "no unfinished run"
start --no-out
kill -TERM $process
ended 130 "stopped without results"

# A run that is there already is not run again: the same answer, the same bytes.
rm -rf cut.h5*
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --json && mv out first
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --json --resume && says err "nothing is left"
same first out
same whole.h5 cut.h5
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume && says out "cut.h5"
gives 4 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume --seed 8 && says err --force
same whole.h5 cut.h5

# A file whose seal is cut off is not trusted; what a kill in the last moment leaves is cleared away.
head -c -24 cut.h5 >bare.h5
gives 4 "$RELCO" run "$tiny" "${size[@]}" --out bare.h5 --resume && says err --force
mkdir cut.h5.partial && touch cut.h5.partial/lock
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume && says out "digest" "seed"
gone cut.h5.partial
sed 's/^title:.*/title: Another title/' "$tiny" >titled.yaml
gives 4 "$RELCO" run titled.yaml "${size[@]}" --out cut.h5 --resume
ln -s nowhere dangling.h5
gives 4 "$RELCO" run "$tiny" --out dangling.h5 && says err "link to nothing"
gives 2 "$RELCO" run "$tiny" --no-out --parameters . && says err "no such file"

# Both signals are there when it wakes: the second ends it at once.
rm -rf cut.h5*
start --out cut.h5
kill -STOP $process; kill -INT $process; kill -TERM $process; kill -CONT $process
ended 130 "after the second signal"
gone cut.h5
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume
same whole.h5 cut.h5
finish
