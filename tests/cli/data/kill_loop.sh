#!/usr/bin/env bash
# kill_loop KILLS: a run killed with SIGKILL again and again, resumed every time, ends with the same
# bytes as one that was left alone. What finishes between two kills is compared and begun anew.
# shellcheck shell=bash
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
size=(--weeks 260 --replicates 12 --checkpoint-every 13)

compare_and_begin_anew() {
  same whole.h5 cut.h5
  gone cut.h5.partial
  rm -rf cut.h5*
}

kill_loop() {
  local kills=0 finished=0 process
  gives 0 "$RELCO" run "$tiny" "${size[@]}" --out whole.h5
  while [ $kills -lt "$1" ]; do
    "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume >out 2>err &
    process=$!
    sleep "0.$((RANDOM % 40 + 10))"
    kill -KILL $process 2>/dev/null
    wait $process 2>/dev/null
    case $? in
      137) kills=$((kills + 1))
        ! grep -qE 'bug|cannot|damaged' err || { fail "before kill $kills:"; cat err; } ;;
      0) finished=$((finished + 1))
        compare_and_begin_anew ;;
      *) fail "resuming fails after kill $kills"
        cat err
        return ;;
    esac
  done
  gives 0 "$RELCO" run "$tiny" "${size[@]}" --out cut.h5 --resume
  compare_and_begin_anew
  echo "$kills kills, $finished runs finished between them"
}
