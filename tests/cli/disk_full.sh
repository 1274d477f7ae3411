#!/usr/bin/env bash
# A full disk ends the run with exit code 4, and loses nothing that was finished.
set -uo pipefail
source "$SOURCE_DIR/tests/cli/data/helpers.sh"
size=(--replicates 40)

gives 0 "$RELCO" run "$tiny" "${size[@]}" --out whole.h5

# A limit on the size of files is a full disk that needs no root.
(ulimit -f 1000 && exec "$RELCO" run "$tiny" "${size[@]}" --out small.h5) >out 2>err
equal $? 4 "under a limit on file sizes"
says err small.h5.partial
gone small.h5
there small.h5.partial
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out small.h5 --resume
silent_about err "relco: 0 of"
same whole.h5 small.h5

mkdir disk
if ! mount -t tmpfs -o size=1m tmpfs disk 2>/dev/null; then
  finish "all held; no disk could be mounted, so none was filled"
  exit
fi
trap 'umount "$work/disk"; cd / && rm -rf "$work"' EXIT
gives 4 "$RELCO" run "$tiny" "${size[@]}" --out disk/full.h5 && says err "No space left" disk/full.h5
gone disk/full.h5
there disk/full.h5.partial
mount -o remount,size=400m disk
gives 0 "$RELCO" run "$tiny" "${size[@]}" --out disk/full.h5 --resume
silent_about err "relco: 0 of"
same whole.h5 disk/full.h5

# The disk fills up on the way, or when the results are written: nothing is lost either.
rm disk/full.h5
"$RELCO" run "$tiny" "${size[@]}" --weeks 800 --out disk/late.h5 >out 2>err &
process=$!
wait_for err "60 %" $process || fail "ended before its disk could be filled"
kill -STOP $process
dd if=/dev/zero of=disk/ballast bs=64k 2>/dev/null
kill -CONT $process
wait $process
equal $? 4 "the disk fills up on the way" && says err "No space left"
rm disk/ballast
gone disk/late.h5
gives 0 "$RELCO" run "$tiny" "${size[@]}" --weeks 800 --out disk/late.h5 --resume
finish
