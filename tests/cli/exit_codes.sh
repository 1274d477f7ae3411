#!/usr/bin/env bash
# Usage, and how the program answers what makes no sense.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"

gives 0 "$RELCO" --version && says out relco commit
gives 0 "$RELCO" --help
says out "Exit codes: 0 good"
for command in run check verify validate describe params schema list docs bench; do
  grep -qE "^ +$command( |$)" out || fail "--help does not list $command"
done
for command in run check verify validate describe params schema list docs bench; do
  gives 0 "$RELCO" $command --help && says out "Usage: relco $command" --help
  [ "$(wc -L <out)" -le 100 ] || fail "help of $command is wider than 100 characters"
done

gives 2 "$RELCO" && says err "Usage: relco"
gives 2 "$RELCO" rum "$tiny" && says err "no command 'rum'" "did you mean 'run'"
gives 2 "$RELCO" run && says err scenario
gives 2 "$RELCO" run "$tiny" --colour && says err --colour "relco run --help"
gives 2 "$RELCO" run "$tiny" --replicates 0 && says err --replicates
gives 2 "$RELCO" run "$tiny" --replicates three
gives 2 "$RELCO" run "$tiny" --resume --no-out
gives 2 "$RELCO" run "$tiny" --seed 1 --no-out --seed 2
says err "relco run: --seed is given 2 times (1, 2); it takes one value" && silent_about err expected
gives 2 "$RELCO" docs --write a --write b && says err "--write is given 2 times"
gives 2 "$RELCO" survey simulate "$tiny" --mode web --mode post && says err "relco survey simulate: --mode is given 2 times"
gives 2 "$RELCO" run nowhere.yaml && says err nowhere.yaml
gives 2 "$RELCO" check nowhere
gives 2 "$RELCO" validate nowhere.yaml
gives 2 "$RELCO" list nowhere
gives 2 "$RELCO" docs --write nowhere/at/all

gives 2 "$RELCO" run "$tiny" --no-out --set learning && says err path=value
gives 2 "$RELCO" run "$tiny" --no-out --set learning.goals_solv=0.1 && says err goals_solve
gives 2 "$RELCO" run "$tiny" --no-out --set learning.goals_solve=99 && says err 99
gives 2 "$RELCO" run "$tiny" --no-out --set organisations.hospitl.workload=0.5 && says err hospital

printf 'relco: 1\ntitle: [\n' >torn.yaml
gives 2 "$RELCO" run torn.yaml && says err torn.yaml:
gone torn.h5
gives 4 "$RELCO" run "$tiny" --out nowhere/x.h5 && says err nowhere
long=$(printf 'x%.0s' {1..300})
gives 4 "$RELCO" run "$tiny" --out "$long.h5" && silent_about err bug
cp "$tiny" notes.yaml
gives 4 "$RELCO" run "$tiny" --out notes.yaml --force && says err "will not replace"
same "$tiny" notes.yaml
for seed in -1 010 0x10 99999999999999999999; do
  gives 2 "$RELCO" run "$tiny" --no-out --seed "$seed" && says err "whole number"
done
if [ -e /dev/full ]; then
  "$RELCO" params >/dev/full 2>err
  equal $? 4 "results to a full disk" && says err "standard output"
fi

# A vector level that does not exist is no wish for the best one.
gives 2 env RELCO_VECTORS=avx1 "$RELCO" run "$tiny" --no-out
says err "RELCO_VECTORS is 'avx1'" "scalar, baseline, avx2 or avx512"
gives 0 env RELCO_VECTORS=baseline "$RELCO" run "$tiny" --no-out --weeks 4
gives 0 env RELCO_VECTORS= "$RELCO" run "$tiny" --no-out --weeks 4
finish
