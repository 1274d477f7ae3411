#!/usr/bin/env bash
# The scripts that compare two builds and count instructions: what they refuse, and how they judge.
# Nothing is timed: the programs that they compare here only claim to be fast or slow.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
compare=("$PYTHON" "$SOURCE_DIR/tests/bench/compare")
instructions=("$PYTHON" "$SOURCE_DIR/tests/bench/instructions")

gives 0 "${compare[@]}" --help && says out "--relative" "--absolute" "BASE is a commit"
gives 2 "${compare[@]}"
gives 2 "${compare[@]}" no-such-commit && says err "neither a commit nor a program"
gives 2 "${compare[@]}" HEAD --rounds 0 && says err "not above 0"
gives 2 "${compare[@]}" HEAD --kernel other

claims() {   # NAME FIELD RATE...: a program that tells one rate after the other, the last one for ever
  local name=$1 field=$2
  shift 2
  printf '%s\n' "$@" >"$name.rates"
  cat >"$name" <<SCRIPT
#!/usr/bin/env bash
rate=\$(head -n 1 $PWD/$name.rates)
[ \$(wc -l <$PWD/$name.rates) = 1 ] || sed -i 1d $PWD/$name.rates
echo "{\"tie_evaluations_per_second\": 1e6, \"$field\": \$rate}"
SCRIPT
  chmod +x "$name"
}
claims old tie_evaluations_per_processor_second 100e6
claims same tie_evaluations_per_processor_second 99e6
claims slow tie_evaluations_per_processor_second 90e6
gives 0 "${compare[@]}" ./old --new "$PWD/same" --rounds 3 && says out "processor time" "1.010" ": no"
gives 1 "${compare[@]}" ./old --new "$PWD/slow" --rounds 3 && says out "1.111" SLOWER
gives 0 "${compare[@]}" ./slow --new "$PWD/old" --rounds 3
# Slower by much, but by less than what counts; and by what counts, but not by much.
gives 0 "${compare[@]}" ./old --new "$PWD/slow" --rounds 3 --absolute 2
gives 0 "${compare[@]}" ./old --new "$PWD/slow" --rounds 3 --relative 20
# One round out of three that went badly is not the median.
claims moody tie_evaluations_per_processor_second 10e6 100e6
gives 0 "${compare[@]}" ./old --new "$PWD/moody" --rounds 3
# Of a program that does not tell its processor time, both are read by the clock.
claims elder tie_evaluations_per_second 100e6
gives 1 "${compare[@]}" ./elder --new "$PWD/old" --rounds 1 && says out "wall clock"
printf '#!/bin/sh\nexit 3\n' >broken && chmod +x broken
gives 2 "${compare[@]}" ./old --new "$PWD/broken" && says err "fails"

gives 0 "${instructions[@]}" --help && says out "--kernel" "--level"
gives 2 "${instructions[@]}" --level avx512 && says err "avx512"
gives 2 "${instructions[@]}" --people 3
if command -v valgrind >/dev/null; then
  gives 2 "${instructions[@]}" --relco ./nowhere && says err nowhere
fi
# What is counted has these names in the program.
for name in "Simulation::step()" "live_week(relco::RcMini&)"; do
  grep -qF "$name" "$SOURCE_DIR/tests/bench/instructions" || fail "instructions does not count $name"
done
grep -q "^void Simulation::step()" "$SOURCE_DIR/sim/engine/simulation.cpp" || fail "no Simulation::step()"
grep -q "^void live_week(RcMini& " "$SOURCE_DIR/sim/engine/rc_mini/week.cpp" || fail "no live_week()"
grep -q "^void run_ties(Simulation& " "$SOURCE_DIR/sim/engine/simulation.cpp" || fail "no run_ties()"
finish
