#!/usr/bin/env bash
# Output places that cannot be used are found out before anything is run.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
long=(--weeks 5000 --replicates 100000)

mkdir folder.h5
gives 4 "$RELCO" run "$tiny" "${long[@]}" --out folder.h5 && says err folder.h5
gives 4 "$RELCO" run "$tiny" "${long[@]}" --out nowhere/x.h5 && says err nowhere
touch file
gives 4 "$RELCO" run "$tiny" "${long[@]}" --out file/x.h5
mkdir other.h5.partial && touch other.h5.partial/letter
gives 4 "$RELCO" run "$tiny" "${long[@]}" --out other.h5 --resume && says err other.h5.partial
gives 4 "$RELCO" run "$tiny" "${long[@]}" --out other.h5 --force && says err other.h5.partial
there other.h5.partial/letter
if [ "$(id -u)" != 0 ]; then
  mkdir closed && chmod a-w closed
  gives 4 "$RELCO" run "$tiny" "${long[@]}" --out closed/x.h5 && says err closed
fi

# Two runs for the same results at once: the second is refused, the first not disturbed.
"$RELCO" run "$tiny" --weeks 520 --replicates 30 --out shared.h5 >first 2>said &
process=$!
wait_for said "10 %" $process || fail "ended too soon"
gives 4 "$RELCO" run "$tiny" --weeks 520 --replicates 30 --out shared.h5 --resume
gives 4 "$RELCO" run "$tiny" --weeks 520 --replicates 30 --out shared.h5 --force
wait $process
equal $? 0 "the first of two runs"
there shared.h5
finish
